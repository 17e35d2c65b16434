// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <memory>
#include <vector>

namespace partway {

// Values of which thousands of rows have the same few: equal ones become one. Remembers the last handful.
template <typename T>
class Alike
{
public:
    std::shared_ptr<const T> of(T value)
    {
        for (const auto& known : m_known) {
            if (*known == value)
                return known;
        }
        if (m_known.size() >= remembered)
            m_known.erase(m_known.begin());
        m_known.push_back(std::make_shared<const T>(std::move(value)));
        return m_known.back();
    }

private:
    static constexpr size_t remembered = 16;
    std::vector<std::shared_ptr<const T>> m_known; // oldest first
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
    QString accountId;
    SourceFingerprint source;
    QByteArray key;
    PartPlan plan;
    qint64 position = 0;
    qint64 storedBytes = 0;
    QDateTime addedAt;
    QDateTime endedAt; // invalid until it ends
    int storedParts = 0;
    int priority = 0;
    bool beingWritten = false;

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
        QString group;
        UploadSpec spec;

        bool operator==(const Kind&) const = default;
    };
    static std::shared_ptr<const Kind> kindOf(const QString& group, const UploadSpec& spec);

    std::shared_ptr<const Kind> m_kind;
    std::shared_ptr<const UploadState> m_state;
};

} // namespace partway
