// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/signaturecheck.h"

#include "s3/endpoint.h"
#include "s3/hash.h"
#include "support/sandbox/failure.h"

#include <algorithm>
#include <cstdlib>

namespace partway::sandbox {
namespace {

constexpr qint64 allowedSkewSeconds = 15 * 60;
constexpr char timeFormat[] = "yyyyMMdd'T'HHmmss'Z'";

// What the Authorization header or the query of a presigned URL says.
struct Claim
{
    bool presigned = false;
    QByteArray accessKey, date, region, service;
    QByteArray signedHeaders, signature, time, payloadHash, token, sessionToken;
    qint64 expiresSeconds = 0;

    QByteArray scope() const { return date + '/' + region + '/' + service + "/aws4_request"; }
};

Failure malformed(const QByteArray& message)
{
    return failure("AuthorizationHeaderMalformed", "The authorization header is malformed; " + message);
}

// Access keys may contain slashes, so the fixed fields are counted from the end.
void readCredential(Claim& claim, const QByteArray& credential)
{
    QList<QByteArray> fields = credential.split('/');
    if (fields.size() < 5 || fields.last() != "aws4_request")
        throw malformed(
            "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    fields.removeLast();
    claim.service = fields.takeLast();
    claim.region = fields.takeLast();
    claim.date = fields.takeLast();
    claim.accessKey = fields.join('/');
}

Claim claimOfHeader(const Request& request)
{
    const QByteArray text = request.headers.value("authorization");
    const QByteArray algorithm = "AWS4-HMAC-SHA256";
    if (!text.startsWith(algorithm + ' '))
        throw failure("InvalidRequest", "The authorization mechanism you have provided is not supported. "
                                        "Please use AWS4-HMAC-SHA256.");
    Claim claim;
    const QList<QByteArray> fields = text.mid(algorithm.size()).split(',');
    if (fields.size() != 3)
        throw malformed("three fields are expected.");
    for (const QByteArray& field : fields) {
        const QByteArray trimmed = field.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        const QByteArray name = trimmed.left(equals), value = trimmed.mid(equals + 1);
        if (name == "Credential")
            readCredential(claim, value);
        if (name == "SignedHeaders")
            claim.signedHeaders = value;
        if (name == "Signature")
            claim.signature = value;
    }
    if (claim.accessKey.isEmpty() || claim.signedHeaders.isEmpty() || claim.signature.isEmpty())
        throw malformed("Credential, SignedHeaders and Signature are required.");
    claim.time = request.headers.value("x-amz-date");
    claim.payloadHash = request.headers.value("x-amz-content-sha256");
    claim.token = request.headers.value("x-amz-security-token");
    claim.sessionToken = request.headers.value("x-amz-s3session-token");
    if (claim.payloadHash.isEmpty())
        throw failure("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
    return claim;
}

Claim claimOfQuery(const Request& request)
{
    if (request.queryValue("X-Amz-Algorithm") != "AWS4-HMAC-SHA256")
        throw failure("InvalidRequest", "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
    Claim claim;
    claim.presigned = true;
    readCredential(claim, request.queryValue("X-Amz-Credential"));
    claim.signedHeaders = request.queryValue("X-Amz-SignedHeaders");
    claim.signature = request.queryValue("X-Amz-Signature");
    claim.time = request.queryValue("X-Amz-Date");
    claim.token = request.queryValue("X-Amz-Security-Token");
    claim.sessionToken = request.queryValue("X-Amz-S3session-Token");
    claim.payloadHash = unsignedPayload;
    // A client may bind the body's hash as a signed header (or, as some SDKs do, as a query value).
    const QByteArray hash = request.headers.value("x-amz-content-sha256");
    if (!hash.isEmpty())
        claim.payloadHash = hash;
    bool ok = false;
    claim.expiresSeconds = request.queryValue("X-Amz-Expires").toLongLong(&ok);
    if (!ok || claim.expiresSeconds < 1 || claim.expiresSeconds > 604'800)
        throw failure("AuthorizationQueryParametersError", "X-Amz-Expires must be a number of 1 to 604800");
    return claim;
}

Claim claimOf(const Request& request)
{
    if (request.headers.has("authorization"))
        return claimOfHeader(request);
    if (request.hasQuery("X-Amz-Algorithm"))
        return claimOfQuery(request);
    throw failure("AccessDenied");
}

void checkKeys(const Claim& claim, const Keys& keys)
{
    if (claim.accessKey != keys.accessKey) {
        Failure unknown = failure("InvalidAccessKeyId");
        unknown.with("AWSAccessKeyId", claim.accessKey);
        throw unknown;
    }
    if (claim.service != keys.service)
        throw malformed("the service is wrong; expecting '" + keys.service + "'.");
    if (claim.region != keys.region) {
        Failure region =
            malformed("the region '" + claim.region + "' is wrong; expecting '" + keys.region + "'");
        region.with("Region", keys.region);
        region.headers.set("x-amz-bucket-region", keys.region);
        throw region;
    }
    const QByteArray& token = keys.isSession ? claim.sessionToken : claim.token;
    const QByteArray& other = keys.isSession ? claim.token : claim.sessionToken;
    if (token != keys.sessionToken.reveal() || !other.isEmpty()) {
        if (token.isEmpty())
            throw failure("InvalidAccessKeyId");
        throw failure("InvalidToken");
    }
}

QDateTime timeOf(const Claim& claim)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(claim.time), QLatin1String(timeFormat));
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        throw failure("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
    if (!claim.time.startsWith(claim.date))
        throw malformed("the date of the Credential is not that of x-amz-date.");
    return time;
}

void checkClock(const Claim& claim, const QDateTime& time, const QDateTime& now)
{
    const qint64 ahead = now.secsTo(time);
    if (claim.presigned) {
        if (ahead > allowedSkewSeconds)
            throw failure("AccessDenied", "Request is not valid yet");
        if (time.addSecs(claim.expiresSeconds) < now)
            throw failure("AccessDenied", "Request has expired");
        return;
    }
    if (std::llabs(ahead) <= allowedSkewSeconds)
        return;
    Failure skewed = failure("RequestTimeTooSkewed");
    skewed.with("RequestTime", claim.time);
    skewed.with("ServerTime", now.toUTC().toString(Qt::ISODate).toLatin1());
    skewed.with("MaxAllowedSkewMilliseconds", QByteArray::number(allowedSkewSeconds * 1000));
    throw skewed;
}

HeaderList signedHeaders(const Request& request, const Claim& claim)
{
    const QList<QByteArray> names = claim.signedHeaders.split(';');
    HeaderList list;
    for (const auto& [name, value] : request.headers.all()) {
        const QByteArray lower = name.toLower();
        if (names.contains(lower)) {
            list.add(lower, value);
        } else if (lower == "host" || lower.startsWith("x-amz-")) {
            Failure unsignedField =
                failure("AccessDenied", "There were headers present in the request which were not signed");
            unsignedField.with("HeadersNotSigned", lower);
            throw unsignedField;
        }
    }
    for (const QByteArray& name : names) {
        if (!list.has(name))
            throw failure("SignatureDoesNotMatch", "The signed header " + name + " is missing.");
    }
    return list;
}

Query signedQuery(const Request& request)
{
    Query query;
    for (const QueryItem& item : request.query) {
        if (item.name != "X-Amz-Signature")
            query.append(item);
    }
    return query;
}

QByteArray signingKey(const Claim& claim, const Keys& keys)
{
    QByteArray key = hmacSha256("AWS4" + keys.secretKey.reveal(), claim.date);
    key = hmacSha256(key, claim.region);
    key = hmacSha256(key, claim.service);
    return hmacSha256(key, "aws4_request");
}

} // namespace

Access checkSignature(const Request& request, const Keys& keys, const QDateTime& now)
{
    const Claim claim = claimOf(request);
    checkKeys(claim, keys);
    const QDateTime time = timeOf(claim);
    checkClock(claim, time, now);
    Credentials credentials;
    credentials.accessKeyId = keys.accessKey;
    credentials.secretKey = keys.secretKey;
    const SignatureParts parts =
        signCanonical(request.method, encodePath(request.path), canonicalQuery(signedQuery(request)),
                      signedHeaders(request, claim), claim.payloadHash, credentials,
                      SigningScope{claim.region, claim.service}, time);
    if (parts.signature != claim.signature) {
        Failure mismatch = failure("SignatureDoesNotMatch");
        mismatch.with("AWSAccessKeyId", claim.accessKey);
        mismatch.with("StringToSign", parts.stringToSign);
        mismatch.with("SignatureProvided", claim.signature);
        mismatch.with("CanonicalRequest", parts.canonicalRequest);
        throw mismatch;
    }
    Access access{claim.payloadHash, {}};
    if (claim.payloadHash.startsWith("STREAMING-AWS4-"))
        access.signing = {signingKey(claim, keys), claim.time, claim.scope(), claim.signature};
    return access;
}

} // namespace partway::sandbox
