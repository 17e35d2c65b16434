// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storechoice.h"
#include "storecommand.h"
#include "values.h"

#include <deque>

namespace partway {

// What `delete` was asked to do.
struct DeleteOptions
{
    StoreChoice store;
    QList<S3Url> objects; // one at least
    QString versionId;    // of the only object; empty: the current one
    bool yes = false;     // nobody is asked
    bool dryRun = false;
};

void describeDelete(QCommandLineParser& parser);
OrComplaint<DeleteOptions> deleteOptionsOf(const QCommandLineParser& parser);

// `delete`: looks at each object and at whether its bucket keeps versions, asks in words that say what is
// lost, and then deletes one after the other. A version is deleted only if the store lists it: one that knows
// no versions would delete the object.
class DeleteCommand final : public StoreCommand
{
    Q_OBJECT
public:
    DeleteCommand(Workplace& workplace, Console& console, Account account, DeleteOptions options);

protected:
    void opened() override;

private:
    struct Target
    {
        QString bucket;
        QByteArray key;
        qint64 size = -1;
        bool marker = false; // a delete marker, which hides what is older
    };

    void lookAtNext();
    void lookAtBucket(const QString& bucket);
    void lookAtObject(const Target& target);
    void lookAtVersion(const Target& target, const QByteArray& keyMarker, const QString& idMarker);
    void takeVersions(Target target, const Result<ListVersionsPage>& page);
    void refuse(const Target& target, const Error& error);
    void decide();
    QString question() const;
    QString consequence(Versioning versioning) const;
    Versioning weakest() const;
    void deleteNext();
    void deleted(const Target& target, const Result<DeleteObjectOutput>& gone);
    void summary();
    QJsonObject json(const char* event, const Target& target) const;
    QString placeText(const Target& target) const;

    const DeleteOptions m_options;
    std::deque<Target> m_waiting; // to be looked at, then to be deleted
    std::deque<Target> m_targets;
    QHash<QString, Versioning> m_versioning; // by bucket
    int m_deleted = 0, m_failed = 0;
    ExitCode m_worst = ExitCode::Done;
};

} // namespace partway
