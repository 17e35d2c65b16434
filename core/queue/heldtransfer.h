// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/alike.h"
#include "queue/transfer.h"

namespace partway {

// What identifies a file, in less room: device and inode are two numbers.
class HeldSource
{
public:
    HeldSource() = default;
    explicit HeldSource(const SourceFingerprint& source);
    SourceFingerprint full() const;
    qint64 modifiedNs() const { return m_modifiedNs; }

private:
    qint64 m_size = -1;
    qint64 m_modifiedNs = 0;
    quint64 m_device : 63 = 0;
    quint64 m_growing : 1 = 0;
    quint64 m_inode = 0;
    Seldom<QByteArray> m_identity; // where it is not two numbers
};

// How it is cut, likewise: hardly any plan is irregular.
class HeldPlan
{
public:
    HeldPlan() = default;
    explicit HeldPlan(const PartPlan& plan);
    PartPlan full() const;
    qint64 size() const { return m_size; }
    int count() const { return m_count; }
    bool isOpen() const { return m_open; }
    bool isDirect() const { return m_direct; }

private:
    qint64 m_size = 0;
    qint64 m_partSize = 0;
    Seldom<QList<PlannedPart>> m_cuts;
    int m_count = 0;
    bool m_direct = false;
    bool m_open = false;
};

// A transfer as the engine holds it between its turns: without what only a runner needs, since it reads the
// journal at its turn anyway, and with all that rows have in common shared. A queue of 100,000 rows is made
// of these. Engine thread.
class HeldTransfer
{
public:
    HeldTransfer() : HeldTransfer(Transfer()) {}
    explicit HeldTransfer(const Transfer& transfer);

    TransferId id;
    QString sourcePath;
    QByteArray key;
    HeldSource source;
    HeldPlan plan;
    qint64 position = 0;
    qint64 storedBytes = 0;
    QDateTime addedAt;
    QDateTime endedAt; // invalid until it ends
    int storedParts = 0;
    int priority : 8 = 0;
    bool beingWritten : 1 = false;

    const QString& accountId() const { return m_kind->accountId; }
    const QString& bucket() const { return m_kind->spec.bucket; }
    const QString& group() const { return m_kind->group; }
    const std::optional<CopySource>& copy() const { return m_kind->spec.copy; }
    SourceKind sourceKind() const { return m_kind->spec.source; }
    UploadSpec spec() const; // put together again
    void setSpec(const UploadSpec& spec);

    const UploadState& state() const { return *m_state; } // without parts and token
    void setState(const UploadState& state);

private:
    // What rows of one request are alike in; `spec` without key and plan.
    struct Kind
    {
        QString accountId;
        QString group;
        UploadSpec spec;

        bool operator==(const Kind&) const = default;
    };
    static Boxed<Kind> kindOf(const QString& accountId, const QString& group, const UploadSpec& spec);

    Boxed<Kind> m_kind;
    Boxed<UploadState> m_state;
};

} // namespace partway
