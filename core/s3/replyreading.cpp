// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/replyreading.h"

#include "base/redact.h"
#include "s3/errordocument.h"
#include "s3/s3error.h"

namespace partway {

namespace {

qsizetype checksumSize(ChecksumMode mode)
{
    switch (mode) {
    case ChecksumMode::None:
    case ChecksumMode::Md5:
        return 0;
    case ChecksumMode::Crc32:
    case ChecksumMode::Crc32c:
        return 4;
    case ChecksumMode::Crc64Nvme:
        return 8;
    case ChecksumMode::Sha256:
        return 32;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isSuccess(const HttpReply& reply)
{
    return reply.answered() && reply.status >= 200 && reply.status < 300;
}

Error replyError(const HttpReply& reply, ErrorKind kind, const char* code, bool maybeDone)
{
    Error error;
    error.kind = kind;
    error.httpStatus = reply.status;
    error.code = QLatin1String(code);
    error.requestId = requestIdOf(reply);
    error.maybeDone = maybeDone;
    return error;
}

Error wrongDocument(const HttpReply& reply, const char* expectedRoot, bool maybeDone)
{
    if (readErrorDocument(reply.body).found)
        return errorFromReply(reply);
    const QByteArray start = reply.body.trimmed();
    const QString root = xmlRootName(reply.body);
    if (root == QLatin1String(expectedRoot))
        return replyError(reply, ErrorKind::Bug, "answer-invalid", maybeDone);
    if (root.isEmpty() && (start.isEmpty() || start.startsWith('<')) && !looksLikeHtml(reply))
        return replyError(reply, ErrorKind::Transient, "answer-truncated", maybeDone);
    if (isPortal(reply))
        return portalPage(reply, maybeDone);
    return replyError(reply, ErrorKind::Refused, "not-s3", maybeDone);
}

Error missingEtag(const HttpReply& reply)
{
    if (!isPortal(reply))
        return replyError(reply, ErrorKind::Transient, "missing-etag", true);
    return portalPage(reply, true);
}

Error portalPage(const HttpReply& reply, bool maybeDone)
{
    Error error = replyError(reply, ErrorKind::Transient, "captive-portal", maybeDone);
    error.message = redact(htmlTitle(reply.body));
    return error;
}

QString requestIdOf(const HttpReply& reply)
{
    return printable(headerText(reply, "x-amz-request-id"), 200);
}

QString headerText(const HttpReply& reply, const char* name)
{
    return QString::fromUtf8(reply.headers.value(name));
}

bool hidesMd5(const HttpReply& reply)
{
    return reply.headers.value("x-amz-server-side-encryption").startsWith("aws:kms") ||
           reply.headers.has("x-amz-server-side-encryption-customer-algorithm");
}

QByteArray rawChecksum(const QByteArray& base64, ChecksumMode mode)
{
    QByteArray value = base64.trimmed();
    const qsizetype dash =
        value.indexOf('-'); // not a letter of base64: a composite's number of parts follows
    if (dash >= 0) {
        if (checksumIsFullObject(mode))
            return {};
        value.truncate(dash);
    }
    const auto decoded = QByteArray::fromBase64Encoding(value, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == checksumSize(mode) ? decoded.decoded : QByteArray();
}

QByteArray checksumOf(const HttpReply& reply, ChecksumMode mode)
{
    const QByteArray header = checksumHeader(mode);
    return header.isEmpty() ? QByteArray() : rawChecksum(reply.headers.value(header), mode);
}

std::optional<qint64> numberFrom(const QString& text, qint64 most)
{
    bool isNumber = false;
    const qint64 number = text.trimmed().toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return std::nullopt;
    return number;
}

QByteArray decodeListed(const QByteArray& text, bool urlEncoded)
{
    if (!urlEncoded)
        return text;
    QByteArray plain = text;
    return QByteArray::fromPercentEncoding(plain.replace('+', ' '));
}

} // namespace partway
