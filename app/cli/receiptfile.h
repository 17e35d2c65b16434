// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace partway {

// The receipt of a finished transfer as it lies in the state folder.
struct ReceiptFile
{
    QString path; // empty: there is none
    QJsonObject content;
};
ReceiptFile findReceipt(const QString& stateFolder, const TransferRow& row);

// What "finished" rests on, for people: the lines below a finished transfer.
QStringList receiptLines(const ReceiptFile& receipt);

// The same for --json: etag, checksum, proof, receipt.
QJsonObject receiptEntries(const ReceiptFile& receipt);

} // namespace partway
