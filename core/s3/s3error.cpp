// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/s3error.h"

#include "base/redact.h"
#include "s3/errordocument.h"
#include "s3/s3time.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace partway {

namespace {

// s3-reference §6.1. A trailing * stands for any ending.
struct CodeRow
{
    const char* code;
    ErrorKind kind;
};

constexpr std::array codeRows{
    CodeRow{"InternalError", ErrorKind::Transient},
    CodeRow{"InternalErrors", ErrorKind::Transient},
    CodeRow{"RequestTimeout", ErrorKind::Transient},
    CodeRow{"IncompleteBody", ErrorKind::Transient},
    CodeRow{"BadDigest", ErrorKind::Transient},
    CodeRow{"XAmzContentSHA256Mismatch", ErrorKind::Transient},
    CodeRow{"XAmzContentChecksumMismatch", ErrorKind::Transient},
    CodeRow{"OperationAborted", ErrorKind::Transient},
    CodeRow{"ClientDisconnected", ErrorKind::Transient},

    CodeRow{"ServiceUnavailable", ErrorKind::Throttled},
    CodeRow{"SlowDown", ErrorKind::Throttled},
    CodeRow{"SlowDownRead", ErrorKind::Throttled},
    CodeRow{"SlowDownWrite", ErrorKind::Throttled},
    CodeRow{"ServerBusy", ErrorKind::Throttled},
    CodeRow{"Throttling*", ErrorKind::Throttled},
    CodeRow{"RequestLimitExceeded", ErrorKind::Throttled},
    CodeRow{"BandwidthLimitExceeded", ErrorKind::Throttled},
    CodeRow{"TooManyRequests*", ErrorKind::Throttled},

    CodeRow{"RequestTimeTooSkewed", ErrorKind::Clock},

    CodeRow{"AuthorizationHeaderMalformed", ErrorKind::Redirect},
    CodeRow{"PermanentRedirect", ErrorKind::Redirect},
    CodeRow{"TemporaryRedirect", ErrorKind::Redirect},
    CodeRow{"IllegalLocationConstraintException", ErrorKind::Redirect},

    CodeRow{"ExpiredToken", ErrorKind::SignIn},
    CodeRow{"TokenRefreshRequired", ErrorKind::SignIn},
    CodeRow{"InvalidToken", ErrorKind::SignIn},
    CodeRow{"SignatureDoesNotMatch", ErrorKind::SignIn},
    CodeRow{"InvalidAccessKeyId", ErrorKind::SignIn},
    CodeRow{"NotSignedUp", ErrorKind::SignIn},
    CodeRow{"AccountProblem", ErrorKind::SignIn},
    CodeRow{"InvalidSecurity", ErrorKind::SignIn},
    CodeRow{"Unauthorized", ErrorKind::SignIn},

    CodeRow{"AccessDenied", ErrorKind::Refused},
    CodeRow{"AllAccessDisabled", ErrorKind::Refused},
    CodeRow{"UnauthorizedAccess", ErrorKind::Refused},
    CodeRow{"InvalidPart", ErrorKind::Refused},
    CodeRow{"InvalidPartOrder", ErrorKind::Refused},
    CodeRow{"EntityTooSmall", ErrorKind::Refused},
    CodeRow{"EntityTooLarge", ErrorKind::Refused},
    CodeRow{"MaxMessageLengthExceeded", ErrorKind::Refused},
    CodeRow{"InvalidArgument", ErrorKind::Refused},
    CodeRow{"InvalidRequest", ErrorKind::Refused},
    CodeRow{"MalformedXML", ErrorKind::Refused},
    CodeRow{"MissingContentLength", ErrorKind::Refused},
    CodeRow{"KeyTooLongError", ErrorKind::Refused},
    CodeRow{"MetadataTooLarge", ErrorKind::Refused},
    CodeRow{"InvalidStorageClass", ErrorKind::Refused},
    CodeRow{"InvalidDigest", ErrorKind::Refused},
    CodeRow{"InvalidEncryptionAlgorithmError", ErrorKind::Refused},
    CodeRow{"InvalidURI", ErrorKind::Refused},
    CodeRow{"InvalidBucketName", ErrorKind::Refused},
    CodeRow{"TooManyBuckets", ErrorKind::Refused},
    CodeRow{"AccessControlListNotSupported", ErrorKind::Refused},
    CodeRow{"NotImplemented", ErrorKind::Refused},
    CodeRow{"MethodNotAllowed", ErrorKind::Refused},
    CodeRow{"InvalidObjectState", ErrorKind::Refused},
    CodeRow{"XMinioStorageFull", ErrorKind::Refused},
    CodeRow{"XMinioAdminBucketQuotaExceeded", ErrorKind::Refused},
    CodeRow{"QuotaExceeded", ErrorKind::Refused},
    CodeRow{"cap_exceeded", ErrorKind::Refused},

    CodeRow{"NoSuchBucket", ErrorKind::NotFound},
    CodeRow{"NoSuchUpload", ErrorKind::NotFound},
    CodeRow{"NoSuchKey", ErrorKind::NotFound},
    CodeRow{"NoSuchVersion", ErrorKind::NotFound},

    CodeRow{"PreconditionFailed", ErrorKind::Conflict},
    CodeRow{"ConditionalRequestConflict", ErrorKind::Conflict},
    CodeRow{"BucketAlreadyExists", ErrorKind::Conflict},
    CodeRow{"BucketAlreadyOwnedByYou", ErrorKind::Conflict},
};

const CodeRow* rowFor(const QString& code)
{
    for (const CodeRow& row : codeRows) {
        const QLatin1String name(row.code);
        if (code == name || (name.endsWith(u'*') && code.startsWith(name.chopped(1))))
            return &row;
    }
    return nullptr;
}

ErrorKind kindForStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::SignIn;
    case 404:
        return ErrorKind::NotFound;
    case 408: // gateways and proxies
    case 499:
        return ErrorKind::Transient;
    case 409:
    case 412:
        return ErrorKind::Conflict;
    case 429:
    case 503:
        return ErrorKind::Throttled;
    case 501:
    case 505:
    case 507:
        return ErrorKind::Refused;
    default:
        break;
    }
    if (status >= 500)
        return ErrorKind::Transient;
    if (status >= 400)
        return ErrorKind::Refused;
    return status >= 300 ? ErrorKind::Redirect : ErrorKind::Bug;
}

// The statuses that say all there is to say, whatever page a proxy puts into the body.
bool speaksForItself(int status)
{
    return status == 408 || status == 413 || status == 429 || status == 499 || status >= 500 ||
           (status >= 300 && status < 400);
}

// After these the store may have done what was asked: a gateway gave up waiting, or something broke on the
// way back. A store that asks for fewer requests has not begun.
bool leavesDoubt(int status, const QString& code)
{
    if (status < 500 || kindForStatus(status) == ErrorKind::Refused)
        return false;
    const CodeRow* row = rowFor(code);
    return !row || row->kind == ErrorKind::Transient || code == QLatin1String("ServiceUnavailable");
}

// A store that met trouble of its own on the way may give it this code, as if the request were to blame.
// `status` is the one that counts.
void judgeByInnerStatus(const ErrorDocument& document, int status, Error& error)
{
    const int inner = document.innerStatus > 0 ? document.innerStatus : error.httpStatus;
    const bool passing = inner == 408 || inner == 412 || inner == 429 || inner == 499 || inner >= 500;
    if (error.code != QLatin1String("InvalidRequest") || !passing)
        return;
    error.kind = kindForStatus(inner);
    error.maybeDone = leavesDoubt(status, {}) && leavesDoubt(inner, {});
}

int retryAfter(const HttpReply& reply)
{
    constexpr qint64 longest = 24 * 3600;
    bool isNumber = false;
    const QByteArray value = reply.headers.value("Retry-After").trimmed();
    qint64 seconds = value.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = timeFromHeader(value);
        const QDateTime serverNow = timeFromHeader(reply.headers.value("Date"));
        const QDateTime now = serverNow.isValid() ? serverNow : reply.receivedAt;
        seconds = until.isValid() && now.isValid() ? now.secsTo(until) : 0;
    }
    return int(std::clamp<qint64>(seconds, 0, longest));
}

QString requestIdOf(const HttpReply& reply, const ErrorDocument& document)
{
    const QByteArray header = reply.headers.value("x-amz-request-id");
    return header.isEmpty() ? document.requestId : printable(QString::fromUtf8(header), 200);
}

// A HEAD has no body; MinIO then gives the code in a header.
QString codeOf(const HttpReply& reply, const ErrorDocument& document)
{
    if (!document.code.isEmpty())
        return document.code;
    return printable(QString::fromUtf8(reply.headers.value("x-minio-error-code")), 100);
}

bool isRegionName(const QString& text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'-' || c == u'_' || c == u'.';
    });
}

// "bucket.s3.eu-west-1.amazonaws.com", "s3-eu-west-1.amazonaws.com" → "eu-west-1"; nothing for
// "s3-accelerate".
QString regionFromHost(const QString& host)
{
    const QStringList labels = host.split(u'.');
    const qsizetype domain = labels.lastIndexOf(QStringLiteral("amazonaws"));
    if (domain < 1)
        return {};
    const QString last = labels[domain - 1];
    if (last.startsWith(QLatin1String("s3-")))
        return last.count(u'-') > 1 ? last.mid(3) : QString();
    return domain >= 2 && last != QLatin1String("s3") ? last : QString();
}

} // namespace

ErrorKind kindForCode(const QString& code, int httpStatus)
{
    // These two mean the same whatever a store calls them (Swift: 412 InvalidRequest).
    if (httpStatus == 412)
        return ErrorKind::Conflict;
    if (httpStatus == 429)
        return ErrorKind::Throttled;
    const CodeRow* row = rowFor(code);
    return row ? row->kind : kindForStatus(httpStatus);
}

Error errorFromReply(const HttpReply& reply)
{
    if (reply.failure) {
        Error error = *reply.failure;
        error.message = redact(error.message);
        return error;
    }
    const ErrorDocument document = readErrorDocument(reply.body);
    Error error;
    error.httpStatus = reply.status;
    error.code = codeOf(reply, document);
    error.message = redact(document.message);
    error.requestId = requestIdOf(reply, document);
    error.resource = redact(document.resource);
    error.retryAfterSeconds = retryAfter(reply);

    // An error inside a 200 came while the store was at work: it counts as a 500
    // (API_CompleteMultipartUpload).
    const bool insideSuccess = reply.status < 300 && document.found;
    const int status = insideSuccess ? 500 : reply.status;
    error.kind = kindForCode(error.code, status);
    error.maybeDone = leavesDoubt(status, error.code);
    judgeByInnerStatus(document, status, error);
    if (!document.found && isPortal(reply)) {
        error.kind = ErrorKind::Transient;
        error.code = QStringLiteral("captive-portal");
        error.message = redact(htmlTitle(reply.body));
        error.maybeDone = false;
    } else if (!document.found && looksLikeHtml(reply) && !speaksForItself(reply.status)) {
        error.kind = ErrorKind::Refused;
        error.code = QStringLiteral("not-s3");
        error.message = redact(htmlTitle(reply.body));
    }
    return error;
}

QString regionFromReply(const HttpReply& reply)
{
    const QString header = QString::fromLatin1(reply.headers.value("x-amz-bucket-region"));
    if (isRegionName(header))
        return header;
    const ErrorDocument document = readErrorDocument(reply.body);
    if (isRegionName(document.region))
        return document.region;
    const QString fromHost = regionFromHost(document.endpoint.toLower());
    return isRegionName(fromHost) ? fromHost : QString();
}

} // namespace partway
