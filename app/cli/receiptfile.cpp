// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiptfile.h"

#include "upload/receipt.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace partway {

namespace {

// The words of a receipt's proof list, in words for people.
QString proofWords(const QString& proof)
{
    if (proof == QLatin1String("store-answered-success"))
        return QStringLiteral("the store said so");
    if (proof == QLatin1String("object-size-equals"))
        return QStringLiteral("the object has the file's size");
    if (proof == QLatin1String("object-carries-our-token"))
        return QStringLiteral("it carries this transfer's token");
    if (proof == QLatin1String("etag-equals-computed"))
        return QStringLiteral("its ETag is the one computed from the file");
    if (proof == QLatin1String("checksum-equals-computed"))
        return QStringLiteral("its checksum is the one computed from the file");
    return proof;
}

// Of a copy nothing was computed here, but where its bytes passed through.
QString copyProofWords(const QString& proof, bool whole)
{
    if (proof == QLatin1String("object-size-equals"))
        return QStringLiteral("the copy has the source's size");
    if (proof == QLatin1String("etag-equals-computed"))
        return whole ? QStringLiteral("its ETag is the source's")
                     : QStringLiteral("its ETag is that of exactly the parts that were copied");
    if (proof == QLatin1String("checksum-equals-computed"))
        return QStringLiteral("its checksum is the source's");
    return proofWords(proof);
}

QString proofOf(const ReceiptFile& receipt, const QString& proof)
{
    const QJsonObject copy = receipt.content.value(QLatin1String("copy")).toObject();
    const bool here = copy.value(QLatin1String("throughThisComputer")).toBool();
    const bool whole = receipt.content.value(QLatin1String("parts")).toArray().size() < 2;
    return copy.isEmpty() || here ? proofWords(proof) : copyProofWords(proof, whole);
}

bool lostTags(const ReceiptFile& receipt)
{
    return receipt.content.value(QLatin1String("copy")).toObject().contains(QLatin1String("tagsLost"));
}

QJsonObject objectOf(const ReceiptFile& receipt)
{
    return receipt.content.value(QLatin1String("object")).toObject();
}

} // namespace

ReceiptFile findReceipt(const QString& stateFolder, const TransferRow& row)
{
    QFile file(receiptPath(stateFolder + QStringLiteral("/receipts"), row.id.value, row.key));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return {.path = file.fileName(), .content = QJsonDocument::fromJson(file.readAll()).object()};
}

QStringList receiptLines(const ReceiptFile& receipt)
{
    if (receipt.path.isEmpty())
        return {};
    const QJsonObject object = objectOf(receipt);
    QStringList lines;
    const QString etag = object.value(QLatin1String("etag")).toString();
    if (!etag.isEmpty()) // a Companion server does not tell it
        lines.append(QStringLiteral("ETag %1").arg(etag));
    const QString checksum = object.value(QLatin1String("checksum")).toString();
    if (!checksum.isEmpty())
        lines.append(QStringLiteral("%1 %2").arg(object.value(QLatin1String("checksumAlgorithm")).toString(),
                                                 checksum));
    QStringList proofs;
    const QJsonArray list = receipt.content.value(QLatin1String("proof")).toArray();
    for (const QJsonValue& proof : list)
        proofs.append(proofOf(receipt, proof.toString()));
    if (!proofs.isEmpty())
        lines.append(QStringLiteral("proven: %1").arg(proofs.join(QStringLiteral("; "))));
    if (lostTags(receipt))
        lines.append(QStringLiteral("without the tags of the source: the store refused them"));
    lines.append(QStringLiteral("receipt %1").arg(receipt.path));
    return lines;
}

QJsonObject receiptEntries(const ReceiptFile& receipt)
{
    if (receipt.path.isEmpty())
        return {};
    const QJsonObject object = objectOf(receipt);
    QJsonObject entries{{QStringLiteral("receipt"), receipt.path},
                        {QStringLiteral("proof"), receipt.content.value(QLatin1String("proof"))}};
    for (const char* name : {"etag", "checksum", "checksumAlgorithm", "versionId"}) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (!value.isUndefined())
            entries.insert(QLatin1String(name), value);
    }
    if (lostTags(receipt))
        entries.insert(QStringLiteral("losesTags"), true);
    return entries;
}

} // namespace partway
