// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

// Rows with something in every field, for the journal's tests.
namespace partway {

inline Transfer makeTransfer(const QString& name, qint64 size = 100, qint64 partSize = 30)
{
    Transfer transfer;
    transfer.sourcePath = "/data/" + name;
    transfer.source = {size, 1'700'000'000'123'456'789, "8:17"};
    transfer.accountId = "account-1";
    transfer.spec.bucket = "media";
    transfer.spec.key = "raw/" + name.toUtf8();
    transfer.spec.object.contentType = "video/quicktime";
    transfer.spec.checksum = ChecksumMode::Crc64Nvme;
    transfer.spec.ifExists = IfExists::Rename;
    transfer.spec.plan = {size, partSize, static_cast<int>((size + partSize - 1) / partSize), false};
    transfer.state.token = "0123456789abcdef";
    transfer.group = "photos";
    transfer.priority = 1;
    transfer.addedAt = QDateTime(QDate(2026, 3, 1), QTime(12, 0, 0, 250), Qt::UTC);
    return transfer;
}

inline Transfer makeCopy(const QString& name)
{
    Transfer transfer = makeTransfer(name);
    transfer.sourcePath = "s3://from/gr\xc3\xbc\xc3\x9f/" + name;
    transfer.spec.copy =
        CopySource{"account-2",
                   {"from", QByteArray("gr\xc3\xbc\xc3\x9f/") + name.toUtf8(), "\"e-2\"", "v/1"},
                   QByteArray("\0\xff\x01", 3),
                   true,
                   true,
                   true,
                   true};
    return transfer;
}

inline StoredPart makePart(int number)
{
    const QByteArray md5 = QByteArray(15, 'm') + static_cast<char>(number);
    return {'"' + md5.toHex() + '"', md5, QByteArray(8, static_cast<char>(number)), number % 2 == 0};
}

inline UploadState makeState()
{
    UploadState state;
    state.phase = Phase::NeedsAttention;
    state.attention = Attention::SourceChanged;
    state.error =
        Error{ErrorKind::LocalFile, 412, "file-changed", "it says \"no\"", "req-1", "/data/a", true, 7};
    state.token = "token";
    state.renamedKey = QByteArray("raw/gr\xc3\xbc\xc3\x9f.mov");
    state.storeBucket = "given";
    state.storeKey = QByteArray("7c9e-gr\xc3\xbc\xc3\x9f.mov");
    state.replaceAllowed = true;
    state.uploadId = "id/with+odd=characters";
    state.createAskedAtMs = 1'772'000'000'123;
    state.completeAsked = true;
    state.strays = {"stray-1", "stray-2"};
    state.leftovers = true;
    state.abortAsked = true;
    state.opaqueEtags = true;
    state.partsCutAtMs = 1'700'000'000'123;
    state.handedOver = true;
    state.throughHere = true;
    state.restarts = 2;
    state.sourceChanges = 3;
    state.bytesResent = (qint64{1} << 60) + 1;
    state.finished = FinishedObject{
        "\"abc-3\"", QByteArray("\0\xff\x01", 3), "v1", "req-2", {true, false, true, false, true}};
    return state;
}

} // namespace partway
