// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "upload/sourcefile.h"
#include "upload/uploadstate.h"

#include <QDateTime>
#include <QJsonObject>

namespace partway {

// The proof of one finished transfer, as JSON. Holds no secret.
struct ReceiptInput
{
    QString sourcePath;
    SourceFingerprint source;
    UploadSpec spec;
    UploadState state; // Finished, with parts
    QString endpoint;
    QString account;
    QDateTime addedAt;
    QDateTime finishedAt;
};

QJsonObject makeReceipt(const ReceiptInput& input);

// Where the receipt of a transfer lies: DIR/ID-name.json.
QString receiptPath(const QString& folder, qint64 transferId, const QByteArray& key);

// Writes DIR/ID-name.json (QSaveFile). Returns its path.
Result<QString> writeReceipt(const QString& folder, qint64 transferId, const QJsonObject& receipt);

} // namespace partway
