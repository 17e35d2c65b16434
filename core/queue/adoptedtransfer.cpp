// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/adoptedtransfer.h"

#include "base/randomness.h"

namespace partway {

Transfer adoptedTransfer(const Adoption& adoption, const QString& accountId, const UploadRef& upload,
                         const QString& path)
{
    Transfer transfer;
    transfer.sourcePath = path;
    transfer.source = adoption.source;
    transfer.accountId = accountId;
    transfer.spec.bucket = upload.bucket;
    transfer.spec.key = upload.key;
    transfer.spec.checksum = adoption.checksum;
    transfer.spec.compositeChecksum = adoption.compositeChecksum;
    transfer.spec.plan = adoption.plan;
    transfer.state.uploadId = upload.uploadId;
    transfer.state.parts = adoption.same;
    transfer.state.opaqueEtags = adoption.opaqueEtags && !adoption.parts.isEmpty();
    transfer.state.token = QString::fromLatin1(SystemRandomness().hex(16));
    transfer.addedAt = QDateTime::currentDateTimeUtc();
    return transfer;
}

} // namespace partway
