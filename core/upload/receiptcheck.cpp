// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/receiptcheck.h"

#include "s3/checksum.h"
#include "upload/uploadproof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace partway {

namespace {

constexpr int knownVersion = 1;
constexpr qsizetype longestReceipt = 64 * MiB; // ten thousand parts take three
constexpr int mostParts = 100'000;

Error receiptError(const char* code, const QString& message = {})
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QLatin1String(code);
    error.message = message;
    return error;
}

ChecksumMode modeOf(const QByteArray& algorithm)
{
    for (const ChecksumMode mode :
         {ChecksumMode::Crc32, ChecksumMode::Crc32c, ChecksumMode::Crc64Nvme, ChecksumMode::Sha256})
        if (checksumAlgorithm(mode) == algorithm)
            return mode;
    return ChecksumMode::None;
}

QByteArray base64Of(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

Receipt::Part partOf(const QJsonObject& row)
{
    Receipt::Part part;
    part.number = row.value(QLatin1String("number")).toInt();
    part.range = {row.value(QLatin1String("offset")).toInteger(-1),
                  row.value(QLatin1String("size")).toInteger(-1)};
    part.md5 = QByteArray::fromHex(row.value(QLatin1String("md5")).toString().toLatin1());
    part.checksum = base64Of(row.value(QLatin1String("checksum")));
    return part;
}

void readObject(const QJsonObject& object, Receipt* receipt)
{
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    receipt->endpoint = text("endpoint");
    receipt->account = text("account");
    receipt->bucket = text("bucket");
    receipt->key = text("key").toUtf8();
    receipt->etag = bareEtag(text("etag").toLatin1());
    receipt->token = text("token").toLatin1();
    receipt->versionId = text("versionId");
    receipt->mode = modeOf(text("checksumAlgorithm").toLatin1());
    receipt->checksum = base64Of(object.value(QLatin1String("checksum")));
}

bool coversEverything(const Receipt& receipt)
{
    qint64 at = 0;
    for (const Receipt::Part& part : receipt.parts) {
        if (part.range.offset != at || part.range.length < 0 || part.range.length > receipt.size - at)
            return false;
        at += part.range.length;
    }
    return at == receipt.size;
}

// The ETag of several parts follows from their MD5s, the checksum from their CRCs: who changes a digest in
// the receipt has to change both.
bool agreesWithItself(const Receipt& receipt)
{
    QList<QByteArray> md5s;
    QByteArray crc;
    bool crcKnown = checksumIsFullObject(receipt.mode) && !receipt.parts.isEmpty();
    for (const Receipt::Part& part : receipt.parts) {
        if (!part.md5.isEmpty())
            md5s.append(part.md5);
        crcKnown = crcKnown && !part.checksum.isEmpty();
        if (crcKnown)
            crc = crc.isEmpty() ? part.checksum
                                : Crc::combine(receipt.mode, crc, part.checksum, part.range.length);
    }
    if (crcKnown && !receipt.checksum.isEmpty() && crc != receipt.checksum)
        return false;
    const QByteArray ending = '-' + QByteArray::number(receipt.parts.size());
    const bool etagFollows = md5s.size() == receipt.parts.size() &&
                             receipt.etag.size() == 32 + ending.size() && receipt.etag.endsWith(ending);
    return !etagFollows || multipartEtag(md5s) == receipt.etag;
}

bool isEqual(const Receipt& receipt, const Receipt::Part& part, const Digests& digests)
{
    const QByteArray checksum = receipt.mode == ChecksumMode::Sha256 ? digests.sha256 : digests.crc;
    return (part.md5.isEmpty() || part.md5 == digests.md5) &&
           (part.checksum.isEmpty() || part.checksum == checksum);
}

} // namespace

Result<Receipt> parseReceipt(const QByteArray& json)
{
    if (json.size() > longestReceipt)
        return receiptError("receipt-unreadable", QStringLiteral("too long"));
    QJsonParseError parsed;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsed).object();
    if (root.value(QLatin1String("partway")).toString() != QLatin1String("receipt"))
        return receiptError("receipt-unreadable", parsed.error ? parsed.errorString() : QString());
    if (root.value(QLatin1String("version")).toInt() > knownVersion)
        return receiptError("receipt-newer");
    Receipt receipt;
    const QJsonObject file = root.value(QLatin1String("file")).toObject();
    receipt.path = file.value(QLatin1String("path")).toString();
    receipt.size = file.value(QLatin1String("size")).toInteger(-1);
    receipt.finishedAt = root.value(QLatin1String("finishedAt")).toString();
    readObject(root.value(QLatin1String("object")).toObject(), &receipt);
    const QJsonArray parts = root.value(QLatin1String("parts")).toArray();
    if (parts.size() > mostParts || receipt.size < 0 || receipt.bucket.isEmpty() || receipt.key.isEmpty())
        return receiptError("receipt-unreadable");
    for (const QJsonValue& part : parts)
        receipt.parts.append(partOf(part.toObject()));
    if (!coversEverything(receipt))
        return receiptError("receipt-unreadable", QStringLiteral("the parts are not the file"));
    if (!agreesWithItself(receipt))
        return receiptError("receipt-contradicts-itself");
    return receipt;
}

Result<FileCheck> checkFile(const Receipt& receipt, const ByteSource& file, qint64 size,
                            const std::atomic<bool>& stop, const std::function<void(qint64)>& progress)
{
    FileCheck check;
    check.sizeEquals = size == receipt.size;
    if (!check.sizeEquals)
        return check;
    for (const Receipt::Part& part : receipt.parts) {
        if (part.md5.isEmpty() && part.checksum.isEmpty()) {
            ++check.uncheckable;
            continue;
        }
        const DigestPlan plan{.md5 = !part.md5.isEmpty(),
                              .sha256 = receipt.mode == ChecksumMode::Sha256 && !part.checksum.isEmpty(),
                              .crc = checksumIsFullObject(receipt.mode) ? receipt.mode : ChecksumMode::None};
        const Result<Digests> digests = digestOf(file, part.range, plan, &stop);
        if (!digests)
            return digests.error();
        if (isEqual(receipt, part, *digests))
            ++check.equal;
        else
            check.different.append(part.number);
        progress(part.range.end());
    }
    return check;
}

bool ObjectCheck::contradicts() const
{
    return !size || !etag.value_or(true) || !token.value_or(true) || !checksum.value_or(true) ||
           !version.value_or(true);
}

bool ObjectCheck::proven() const
{
    return !contradicts() && (etag || token || checksum);
}

ObjectCheck compareObject(const Receipt& receipt, const ObjectInfo& info)
{
    ObjectCheck check;
    check.size = info.size == receipt.size;
    if (!receipt.etag.isEmpty() && !info.etag.isEmpty())
        check.etag = bareEtag(info.etag) == receipt.etag;
    if (!receipt.token.isEmpty() && info.metadata.contains(tokenMetadata))
        check.token = info.metadata.value(tokenMetadata) == receipt.token;
    if (!receipt.checksum.isEmpty() && !info.checksum.isEmpty())
        check.checksum = info.checksum == receipt.checksum;
    if (!receipt.versionId.isEmpty() && !info.versionId.isEmpty())
        check.version = info.versionId == receipt.versionId;
    return check;
}

} // namespace partway
