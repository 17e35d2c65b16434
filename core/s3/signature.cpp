// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/signature.h"

#include "s3/endpoint.h"
#include "s3/hash.h"

#include <algorithm>

namespace partway {

const QByteArray emptyPayloadHash =
    QByteArrayLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

namespace {

constexpr char algorithmName[] = "AWS4-HMAC-SHA256";
constexpr int longestPresign = 604'800; // seven days, in seconds

QByteArray hexSha256(const QByteArray& bytes)
{
    return hashOf(HashAlgorithm::Sha256, bytes).toHex();
}

QByteArray timeStamp(const QDateTime& at)
{
    return at.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray scopeText(const SigningScope& scope, const QDateTime& at)
{
    return timeStamp(at).left(8) + '/' + scope.region + '/' + scope.service + "/aws4_request";
}

QByteArray signingKey(const Secret& secretKey, const SigningScope& scope, const QDateTime& at)
{
    const QByteArray dateKey = hmacSha256("AWS4" + secretKey.reveal(), timeStamp(at).left(8));
    const QByteArray regionKey = hmacSha256(dateKey, scope.region);
    return hmacSha256(hmacSha256(regionKey, scope.service), "aws4_request");
}

struct CanonicalHeaders
{
    QByteArray lines; // "name:value\n" each, sorted
    QByteArray names; // "name;name"
};

CanonicalHeaders canonicalHeaders(const HeaderList& headers)
{
    QList<QPair<QByteArray, QByteArray>> fields;
    for (const auto& [name, value] : headers.all())
        fields.append({name.toLower(), value.simplified()});
    std::stable_sort(fields.begin(), fields.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });

    CanonicalHeaders result;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0 && fields[i].first == fields[i - 1].first) { // a repeated field is one with a comma
            result.lines.chop(1);
            result.lines += ',' + fields[i].second + '\n';
            continue;
        }
        result.lines += fields[i].first + ':' + fields[i].second + '\n';
        result.names += (result.names.isEmpty() ? "" : ";") + fields[i].first;
    }
    return result;
}

bool isSigned(const QByteArray& lowerName)
{
    return lowerName == "host" || lowerName == "content-type" || lowerName == "content-md5" ||
           lowerName.startsWith("if-") || lowerName.startsWith("x-amz-");
}

// What signing itself sets: taken out first, so that a request can be signed again.
bool isMadeBySigning(const QByteArray& lowerName)
{
    return lowerName == "host" || lowerName == "authorization" || lowerName == "x-amz-date" ||
           lowerName == "x-amz-content-sha256" || lowerName == "x-amz-security-token" ||
           lowerName == "x-amz-s3session-token";
}

// Calls with an S3 Express session carry its token under a name of its own; making the session
// (GET /?session) still carries the account's (s3-reference §1.10).
QByteArray tokenName(const SigningScope& scope, const Query& query)
{
    const bool makesSession =
        std::any_of(query.begin(), query.end(), [](const QueryItem& item) { return item.name == "session"; });
    return scope.service == "s3express" && !makesSession ? "X-Amz-S3session-Token" : "X-Amz-Security-Token";
}

HeaderList headersBefore(const HttpRequest& request)
{
    HeaderList headers;
    headers.set("Host", request.origin.hostHeader());
    for (const auto& [name, value] : request.headers.all()) {
        if (!isMadeBySigning(name.toLower()))
            headers.add(name, value);
    }
    return headers;
}

HeaderList signedOnes(const HeaderList& headers)
{
    HeaderList result;
    for (const auto& [name, value] : headers.all()) {
        if (isSigned(name.toLower()))
            result.add(name, value);
    }
    return result;
}

QByteArray joinTarget(const QByteArray& encodedPath, const QByteArray& query)
{
    return query.isEmpty() ? encodedPath : encodedPath + '?' + query;
}

} // namespace

QByteArray canonicalQuery(const Query& query)
{
    QList<QPair<QByteArray, QByteArray>> encoded;
    encoded.reserve(query.size());
    for (const QueryItem& item : query)
        encoded.append({encodeQuery(item.name), encodeQuery(item.value)});
    std::sort(encoded.begin(), encoded.end());

    QByteArray result;
    for (const auto& [name, value] : std::as_const(encoded)) {
        if (!result.isEmpty())
            result += '&';
        result += name + '=' + value;
    }
    return result;
}

SignatureParts signCanonical(const QByteArray& method, const QByteArray& encodedPath,
                             const QByteArray& canonicalQuery, const HeaderList& headersToSign,
                             const QByteArray& payloadHash, const Credentials& credentials,
                             const SigningScope& scope, const QDateTime& at)
{
    const CanonicalHeaders headers = canonicalHeaders(headersToSign);
    SignatureParts parts;
    parts.signedHeaders = headers.names;
    parts.canonicalRequest = method + '\n' + (encodedPath.isEmpty() ? QByteArray("/") : encodedPath) + '\n' +
                             canonicalQuery + '\n' + headers.lines + '\n' + headers.names + '\n' +
                             payloadHash;
    parts.stringToSign = QByteArray(algorithmName) + '\n' + timeStamp(at) + '\n' + scopeText(scope, at) +
                         '\n' + hexSha256(parts.canonicalRequest);
    parts.signature = hmacSha256(signingKey(credentials.secretKey, scope, at), parts.stringToSign).toHex();
    return parts;
}

void signRequest(HttpRequest& request, const QByteArray& encodedPath, const Query& query,
                 const QByteArray& payloadHash, const Credentials& credentials, const SigningScope& scope,
                 const QDateTime& at)
{
    HeaderList headers = headersBefore(request);
    headers.set("x-amz-date", timeStamp(at));
    if (scope.service != "sts") // STS hashes the payload too but has no header for it
        headers.set("x-amz-content-sha256", payloadHash);
    if (!credentials.sessionToken.isEmpty())
        headers.set(tokenName(scope, query).toLower(), credentials.sessionToken.reveal());

    const QByteArray queryText = canonicalQuery(query);
    const SignatureParts parts = signCanonical(request.method, encodedPath, queryText, signedOnes(headers),
                                               payloadHash, credentials, scope, at);
    headers.set("Authorization", QByteArray(algorithmName) + " Credential=" + credentials.accessKeyId + '/' +
                                     scopeText(scope, at) + ", SignedHeaders=" + parts.signedHeaders +
                                     ", Signature=" + parts.signature);
    request.headers = headers;
    request.target = joinTarget(encodedPath, queryText);
}

QByteArray presignTarget(const QByteArray& method, const Origin& origin, const QByteArray& encodedPath,
                         const Query& query, const HeaderList& headersToSign, const Credentials& credentials,
                         const SigningScope& scope, const QDateTime& at, int expiresSeconds)
{
    HeaderList headers = headersToSign;
    headers.set("Host", origin.hostHeader());

    Query whole = query;
    whole.push_back({"X-Amz-Algorithm", algorithmName});
    whole.push_back({"X-Amz-Credential", credentials.accessKeyId + '/' + scopeText(scope, at)});
    whole.push_back({"X-Amz-Date", timeStamp(at)});
    whole.push_back({"X-Amz-Expires", QByteArray::number(qBound(1, expiresSeconds, longestPresign))});
    whole.push_back({"X-Amz-SignedHeaders", canonicalHeaders(headers).names});
    if (!credentials.sessionToken.isEmpty())
        whole.push_back({tokenName(scope, query), credentials.sessionToken.reveal()});

    const QByteArray queryText = canonicalQuery(whole);
    const SignatureParts parts =
        signCanonical(method, encodedPath, queryText, headers, unsignedPayload, credentials, scope, at);
    return joinTarget(encodedPath, queryText) + "&X-Amz-Signature=" + parts.signature;
}

} // namespace partway
