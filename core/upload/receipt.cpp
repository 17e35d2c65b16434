// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/receipt.h"

#include "upload/uploadproof.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

namespace partway {

namespace {

QJsonArray proofList(const Proof& proof)
{
    QJsonArray list;
    if (proof.answer)
        list.append(QStringLiteral("store-answered-success"));
    if (proof.size)
        list.append(QStringLiteral("object-size-equals"));
    if (proof.token)
        list.append(QStringLiteral("object-carries-our-token"));
    if (proof.etag)
        list.append(QStringLiteral("etag-equals-computed"));
    if (proof.checksum)
        list.append(QStringLiteral("checksum-equals-computed"));
    return list;
}

QJsonArray partTable(const ReceiptInput& input)
{
    QJsonArray table;
    for (auto part = input.state.parts.cbegin(); part != input.state.parts.cend(); ++part) {
        const ByteRange range = input.spec.plan.range(part.key());
        QJsonObject row{{QStringLiteral("number"), part.key()},
                        {QStringLiteral("offset"), range.offset},
                        {QStringLiteral("size"), range.length},
                        {QStringLiteral("etag"), QString::fromLatin1(bareEtag(part->etag))}};
        if (!part->md5.isEmpty())
            row.insert(QStringLiteral("md5"), QString::fromLatin1(part->md5.toHex()));
        if (!part->crc.isEmpty())
            row.insert(QStringLiteral("checksum"), QString::fromLatin1(part->crc.toBase64()));
        if (part->adopted)
            row.insert(QStringLiteral("adopted"), true);
        table.append(row);
    }
    return table;
}

QJsonObject objectEntry(const ReceiptInput& input)
{
    const FinishedObject object = input.state.finished.value_or(FinishedObject{});
    const QByteArray wished = wishedKey(input.spec, input.state);
    const auto [bucket, key] = objectPlace(input.spec, input.state);
    QJsonObject entry{{QStringLiteral("endpoint"), input.endpoint},
                      {QStringLiteral("account"), input.account},
                      {QStringLiteral("bucket"), bucket},
                      {QStringLiteral("key"), QString::fromUtf8(key)},
                      {QStringLiteral("etag"), QString::fromLatin1(bareEtag(object.etag))},
                      {QStringLiteral("token"), input.state.token},
                      {QStringLiteral("requestId"), object.requestId}};
    if (key != wished)
        entry.insert(QStringLiteral("wishedKey"), QString::fromUtf8(wished));
    if (!object.versionId.isEmpty())
        entry.insert(QStringLiteral("versionId"), object.versionId);
    if (!object.checksum.isEmpty()) {
        entry.insert(QStringLiteral("checksumAlgorithm"),
                     QString::fromLatin1(checksumAlgorithm(input.spec.checksum)));
        entry.insert(QStringLiteral("checksum"), QString::fromLatin1(object.checksum.toBase64()));
    }
    return entry;
}

QJsonObject copyEntry(const ReceiptInput& input)
{
    const CopySource& source = *input.spec.copy;
    QJsonObject entry{{QStringLiteral("bucket"), source.object.bucket},
                      {QStringLiteral("key"), QString::fromUtf8(source.object.key)},
                      {QStringLiteral("etag"), QString::fromLatin1(bareEtag(source.object.etag))},
                      {QStringLiteral("throughThisComputer"), input.state.throughHere}};
    if (!source.object.versionId.isEmpty())
        entry.insert(QStringLiteral("versionId"), source.object.versionId);
    if (source.tagsLost)
        entry.insert(QStringLiteral("tagsLost"), true);
    return entry;
}

} // namespace

QJsonObject makeReceipt(const ReceiptInput& input)
{
    QJsonObject file{{QStringLiteral("path"), input.sourcePath},
                     {QStringLiteral("size"), input.source.size},
                     {QStringLiteral("modifiedNs"), QString::number(input.source.modifiedNs)}};
    if (input.spec.source != SourceKind::File) // it grew while it was sent, or came through a pipe
        file.insert(QStringLiteral("source"), sourceKindName(input.spec.source));
    QJsonObject receipt{
        {QStringLiteral("partway"), QStringLiteral("receipt")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("file"), file},
        {QStringLiteral("object"), objectEntry(input)},
        {QStringLiteral("proof"), proofList(input.state.finished.value_or(FinishedObject{}).proof)},
        {QStringLiteral("partSize"), input.spec.plan.partSize},
        {QStringLiteral("parts"), partTable(input)},
        {QStringLiteral("bytesSentTwice"), input.state.bytesResent},
        {QStringLiteral("addedAt"), input.addedAt.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("finishedAt"), input.finishedAt.toUTC().toString(Qt::ISODateWithMs)},
    };
    if (input.spec.copy)
        receipt.insert(QStringLiteral("copy"), copyEntry(input));
    return receipt;
}

QString receiptPath(const QString& folder, qint64 transferId, const QByteArray& key)
{
    QString name = QString::fromUtf8(key).section(QLatin1Char('/'), -1);
    name.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9._-]+")), QStringLiteral("_"));
    return QStringLiteral("%1/%2-%3.json").arg(folder).arg(transferId).arg(name.left(80));
}

Result<QString> writeReceipt(const QString& folder, qint64 transferId, const QJsonObject& receipt)
{
    const QJsonObject object = receipt.value(QStringLiteral("object")).toObject();
    // Named after the key that was wished: a row knows that one from the first day.
    const QString key =
        object.value(QStringLiteral("wishedKey")).toString(object.value(QStringLiteral("key")).toString());
    const QString path = receiptPath(folder, transferId, key.toUtf8());
    QSaveFile file(path);
    const bool written = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) &&
                         file.write(QJsonDocument(receipt).toJson()) >= 0 && file.commit();
    if (written)
        return path;
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QStringLiteral("receipt-not-written");
    error.message = file.errorString();
    error.resource = path;
    return error;
}

} // namespace partway
