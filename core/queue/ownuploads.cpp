// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/ownuploads.h"

#include "queue/journal.h"

#include <QDir>
#include <QFile>

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
        uploads.insert(state.uploadId,
                       {.id = row.id,
                        .accountId = row.accountId,
                        .bucket = bucket,
                        .key = key,
                        .phase = state.phase,
                        .begunAt = row.addedAt});
    }
    return uploads;
}

} // namespace partway
