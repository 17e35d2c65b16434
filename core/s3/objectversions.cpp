// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ListObjectVersions, GetBucketVersioning.
#include "s3/objectdetails.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/s3time.h"
#include "s3/subresource.h"
#include "s3/xmlreader.h"

#include <limits>

namespace partway {

namespace {

constexpr qint64 anySize = std::numeric_limits<qint64>::max();

bool readVersion(XmlReader& xml, ListedVersion* version)
{
    std::optional<qint64> size;
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Key"))
            version->key = xml.bytes();
        else if (name == QLatin1String("VersionId"))
            version->versionId = xml.text();
        else if (name == QLatin1String("IsLatest"))
            version->latest = xml.text().trimmed() == QLatin1String("true");
        else if (name == QLatin1String("Size"))
            size = numberFrom(xml.text(), anySize);
        else if (name == QLatin1String("ETag"))
            version->etag = xml.bytes().trimmed();
        else if (name == QLatin1String("LastModified"))
            version->modified = timeFromXml(xml.text());
        else if (name == QLatin1String("StorageClass"))
            version->storageClass = xml.text();
    }
    version->size = size.value_or(0);
    return !version->key.isEmpty() && (size || version->deleteMarker);
}

struct VersionsDocument
{
    ListVersionsPage page;
    bool urlEncoded = false;
    bool valid = true;
};

void readVersions(XmlReader& xml, VersionsDocument* document)
{
    while (xml.nextChild()) {
        const QString name = xml.name();
        const bool marker = name == QLatin1String("DeleteMarker");
        if (marker || name == QLatin1String("Version")) {
            ListedVersion version;
            version.deleteMarker = marker;
            document->valid = readVersion(xml, &version) && document->valid;
            document->page.versions.append(version);
        } else if (name == QLatin1String("IsTruncated")) {
            document->page.truncated = xml.text().trimmed() == QLatin1String("true");
        } else if (name == QLatin1String("NextKeyMarker")) {
            document->page.nextKeyMarker = xml.bytes();
        } else if (name == QLatin1String("NextVersionIdMarker")) {
            document->page.nextVersionIdMarker = xml.text();
        } else if (name == QLatin1String("EncodingType")) {
            document->urlEncoded = xml.text().trimmed() == QLatin1String("url");
        }
    }
}

} // namespace

S3Request listVersionsRequest(const ListVersionsInput& input)
{
    S3Request request = subresourceRequest("versions", input.bucket, {});
    request.maxReplyBytes = 8 * MiB; // its keys may be long
    request.query +=
        {{"encoding-type", "url"}, {"max-keys", QByteArray::number(qBound(1, input.maxKeys, 1000))}};
    if (!input.prefix.isEmpty())
        request.query.append({"prefix", input.prefix});
    if (!input.keyMarker.isEmpty()) {
        request.query.append({"key-marker", input.keyMarker});
        if (!input.versionIdMarker.isEmpty())
            request.query.append({"version-id-marker", input.versionIdMarker.toUtf8()});
    }
    return request;
}

Result<ListVersionsPage> listVersionsReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    static const char* const root = "ListVersionsResult";
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String(root))
        return wrongSubresource(reply, root);
    VersionsDocument document;
    readVersions(xml, &document);
    if (!xml.finish())
        return wrongDocument(reply, root);
    if (!document.valid)
        return replyError(reply, ErrorKind::Bug, "answer-invalid");
    ListVersionsPage page = document.page;
    for (ListedVersion& version : page.versions)
        version.key = decodeListed(version.key, document.urlEncoded);
    page.nextKeyMarker = decodeListed(page.nextKeyMarker, document.urlEncoded);
    page.truncated = page.truncated && !page.nextKeyMarker.isEmpty();
    return page;
}

S3Request bucketVersioningRequest(const QString& bucket)
{
    return subresourceRequest("versioning", bucket, {});
}

Result<Versioning> bucketVersioningReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("VersioningConfiguration"))
        return wrongSubresource(reply, "VersioningConfiguration");
    Versioning versioning = Versioning::Off;
    while (xml.nextChild()) {
        if (xml.name() != QLatin1String("Status"))
            continue;
        const QString status = xml.text().trimmed();
        if (status == QLatin1String("Enabled"))
            versioning = Versioning::Enabled;
        else if (status == QLatin1String("Suspended"))
            versioning = Versioning::Suspended;
    }
    if (!xml.finish())
        return wrongDocument(reply, "VersioningConfiguration");
    return versioning;
}

} // namespace partway
