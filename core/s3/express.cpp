// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/express.h"

#include "s3/keysdocument.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"

namespace partway {

namespace {

const QString nameEnd = QStringLiteral("--x-s3");

bool asksFor(const S3Request& request, const char* name)
{
    for (const QueryItem& item : request.query) {
        if (item.name == name)
            return true;
    }
    return false;
}

// Listings, the session itself and looking at a bucket are the zone's; what makes a bucket or rules it is
// not.
bool isZonal(const S3Request& request)
{
    const bool lists = asksFor(request, "list-type") || asksFor(request, "uploads");
    return !request.key.isEmpty() || lists || asksFor(request, "session") || request.method == "HEAD";
}

} // namespace

QString zoneOf(const QString& bucket)
{
    if (!bucket.endsWith(nameEnd))
        return {};
    const QString rest = bucket.chopped(nameEnd.size());
    const qsizetype mark = rest.lastIndexOf(QLatin1String("--"));
    return mark > 0 ? rest.mid(mark + 2) : QString();
}

bool isDirectoryBucket(const QString& bucket)
{
    return !zoneOf(bucket).isEmpty();
}

StoreProfile profileForBucket(const StoreProfile& profile, const QString& bucket)
{
    StoreProfile result = profile;
    if (!profile.directoryBuckets || !isDirectoryBucket(bucket))
        return result;
    result.opaqueEtags = true;
    result.folderPrefixes = true;
    result.objectTags = false;
    if (result.checksum == ChecksumMode::Md5)
        result.checksum = ChecksumMode::Crc32;
    return result;
}

bool wantsSession(const S3Request& request)
{
    if (!isZonal(request) || asksFor(request, "session") || request.headers.has("x-amz-copy-source"))
        return false;
    return !(request.key.isEmpty() && request.method == "HEAD"); // HeadBucket
}

Endpoint expressEndpoint(const Endpoint& endpoint, const S3Request& request, const QString& region)
{
    if (!isAws(endpoint))
        return endpoint;
    const QString zone = zoneOf(request.bucket);
    const QString service = zone.isEmpty() || !isZonal(request) ? QStringLiteral("s3express-control")
                                                                : QStringLiteral("s3express-") + zone;
    const QString host =
        endpointForRegion(*Endpoint::parse(QStringLiteral("https://s3.xx.amazonaws.com")), region)
            .origin.host.mid(3); // "eu-west-1.amazonaws.com"
    Endpoint result = endpoint;
    result.origin.host = service + u'.' + host;
    return result;
}

S3Request createSessionRequest(const QString& bucket)
{
    S3Request request;
    request.method = "GET";
    request.bucket = bucket;
    request.query = {{"session", {}}};
    request.headers.set("x-amz-create-session-mode", "ReadWrite");
    return request;
}

Result<Credentials> createSessionReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    Credentials keys;
    if (xml.root() != QLatin1String("CreateSessionResult"))
        return wrongDocument(reply, "CreateSessionResult");
    while (xml.nextChild()) {
        if (xml.name() == QLatin1String("Credentials"))
            keys = readKeysElement(xml);
    }
    if (!xml.finish() || keys.isEmpty() || keys.sessionToken.isEmpty() || !keys.expiresAt.isValid())
        return wrongDocument(reply, "CreateSessionResult");
    return keys;
}

} // namespace partway
