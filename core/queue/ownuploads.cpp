// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/ownuploads.h"

#include "queue/copyplan.h"
#include "queue/journal.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace partway {

OwnUploads ownUploadsOf(const QList<TransferRow>& rows)
{
    OwnUploads uploads;
    for (const TransferRow& row : rows) {
        if (row.uploadId.isEmpty() || (isEnded(row.phase) && !row.leftovers))
            continue;
        uploads.insert(row.uploadId, {.id = row.id,
                                      .accountId = row.accountId,
                                      .bucket = row.objectBucket(),
                                      .key = row.objectKey(),
                                      .phase = row.phase,
                                      .begunAt = row.addedAt});
    }
    return uploads;
}

bool isAt(const OwnUpload& upload, const Account& here, const AccountList& accounts)
{
    if (upload.accountId == here.id)
        return true;
    const std::optional<Account> by = accounts.byId(upload.accountId);
    return !by || isSameService(*by, here);
}

QList<OwnUpload> unfinishedAt(const OwnUploads& uploads, const Account& here, const AccountList& accounts,
                              const QString& bucket)
{
    QList<OwnUpload> found;
    for (const OwnUpload& upload : uploads) {
        if (upload.bucket == bucket && !isEnded(upload.phase) && isAt(upload, here, accounts))
            found.append(upload);
    }
    std::sort(found.begin(), found.end(),
              [](const OwnUpload& a, const OwnUpload& b) { return a.begunAt < b.begunAt; });
    return found;
}

Result<OwnUploads> ownUploadsIn(const QString& stateFolder)
{
    OwnUploads uploads;
    if (!QFile::exists(QDir(stateFolder).filePath(QStringLiteral("journal.sqlite"))))
        return uploads;
    const Result<std::unique_ptr<Journal>> journal = Journal::open(stateFolder);
    if (!journal)
        return journal.error();
    const Result<JournalRows> rows = (*journal)->load();
    if (!rows)
        return rows.error();
    for (const Transfer& row : rows->rows) {
        const UploadState& state = row.state;
        if (state.uploadId.isEmpty() || (isEnded(state.phase) && !state.leftovers))
            continue;
        const auto [bucket, key] = objectPlace(row.spec, state);
        uploads.insert(state.uploadId, {.id = row.id,
                                        .accountId = row.accountId,
                                        .bucket = bucket,
                                        .key = key,
                                        .phase = state.phase,
                                        .begunAt = row.addedAt});
    }
    return uploads;
}

} // namespace partway
