// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionprotocol.h"

#include "s3/errordocument.h"
#include "s3/replyreading.h"
#include "store/companionerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 longestAnswer = 4 * MiB; // 10,000 parts are about 1.5 MB
constexpr qsizetype longestName = 4096;
constexpr int mostParts = 10'000;

HttpRequest request(const CompanionServer& server, const QByteArray& method, const QByteArray& below)
{
    HttpRequest request;
    request.method = method;
    request.origin = server.endpoint.origin;
    const QByteArray prefix = server.endpoint.pathPrefix;
    request.target = prefix + (prefix.endsWith("/s3") ? "" : "/s3") + "/multipart" + below;
    request.headers.set("Accept", "application/json");
    if (!server.signInName.isEmpty())
        request.headers.set(server.signInName, server.signInValue.reveal());
    request.maxReplyBytes = longestAnswer;
    return request;
}

void setJson(HttpRequest* request, const QJsonObject& body)
{
    request->headers.set("Content-Type", "application/json");
    request->body.bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request->repeatable = false; // twice is another upload, or another answer
}

QByteArray upload(const UploadRef& upload, const QByteArray& below = {})
{
    return '/' + encodeQuery(upload.uploadId.toUtf8()) + below + "?key=" + encodeQuery(upload.key);
}

bool isName(const QString& text)
{
    return !text.isEmpty() && text.size() <= longestName &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c < u' ' || c == QChar(0x7f); });
}

QJsonDocument jsonOf(const HttpReply& reply)
{
    return QJsonDocument::fromJson(reply.body);
}

bool readPart(const QJsonObject& json, ListedPart* part)
{
    const qint64 number = json.value(QLatin1String("PartNumber")).toInteger();
    const QString etag = json.value(QLatin1String("ETag")).toString();
    part->size = json.value(QLatin1String("Size")).toInteger(-1);
    part->etag = etag.toLatin1();
    part->modified =
        QDateTime::fromString(json.value(QLatin1String("LastModified")).toString(), Qt::ISODateWithMs);
    part->number = static_cast<int>(number);
    return number >= 1 && number <= mostParts && part->size >= 0 && isName(etag);
}

} // namespace

Result<void> companionTakes(const ObjectOptions& object)
{
    const QList<QPair<const char*, bool>> wishes{
        {"storage class", !object.storageClass.isEmpty()},
        {"acl", !object.acl.isEmpty()},
        {"encryption", !object.encryption.isEmpty() || !object.kmsKeyId.isEmpty()},
        {"tags", !object.tags.isEmpty()},
        {"cache control", !object.cacheControl.isEmpty()},
        {"content disposition", !object.contentDisposition.isEmpty()},
        {"content encoding", !object.contentEncoding.isEmpty()},
        {"content language", !object.contentLanguage.isEmpty()},
    };
    for (const auto& [name, wished] : wishes) {
        if (wished)
            return Error{.kind = ErrorKind::Refused,
                         .code = QStringLiteral("companion-setting"),
                         .resource = QLatin1String(name)};
    }
    return {};
}

// The name without its folders, as Uppy sends it; a server that wants to keep the folders finds them in the
// metadata, where Uppy puts them, too.
HttpRequest companionCreateRequest(const CompanionServer& server, const CreateUploadInput& input)
{
    HttpRequest create = request(server, "POST", {});
    const QString wished = QString::fromUtf8(input.key);
    const QString name = wished.section(u'/', -1, -1, QString::SectionSkipEmpty);
    const QByteArray type = input.object.contentType;
    QJsonObject metadata;
    for (auto entry = input.object.metadata.cbegin(); entry != input.object.metadata.cend(); ++entry)
        metadata.insert(QString::fromLatin1(entry.key()), entry.value());
    if (wished != name)
        metadata.insert(QStringLiteral("relativePath"), wished);
    setJson(&create, {{QStringLiteral("filename"), name},
                      {QStringLiteral("type"), type.isEmpty() ? QStringLiteral("application/octet-stream")
                                                              : QString::fromLatin1(type)},
                      {QStringLiteral("metadata"), metadata}});
    return create;
}

Result<CreateUploadOutput> companionCreateReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return companionError(reply);
    const QJsonObject json = jsonOf(reply).object();
    CreateUploadOutput output;
    const QString key = json.value(QLatin1String("key")).toString();
    const QString bucket = json.value(QLatin1String("bucket")).toString();
    output.uploadId = json.value(QLatin1String("uploadId")).toString();
    if (!isName(output.uploadId) || !isName(key) || (!bucket.isEmpty() && !isName(bucket)))
        return notCompanion(reply, true);
    output.key = key.toUtf8();
    output.bucket = bucket;
    return output;
}

HttpRequest companionSignRequest(const CompanionServer& server, const UploadRef& ref, const QList<int>& parts)
{
    if (parts.size() == 1)
        return request(server, "GET", upload(ref, '/' + QByteArray::number(parts.first())));
    QByteArrayList numbers;
    for (const int part : parts)
        numbers.append(QByteArray::number(part));
    return request(server, "GET", upload(ref, "/batch") + "&partNumbers=" + numbers.join(','));
}

Result<QMap<int, Result<SignedUrl>>> companionSignReply(const HttpReply& reply, const QList<int>& parts,
                                                        bool mustBeTls)
{
    if (!isSuccess(reply))
        return companionError(reply);
    const QJsonObject json = jsonOf(reply).object();
    const bool single = parts.size() == 1;
    const QJsonObject urls = json.value(QLatin1String("presignedUrls")).toObject();
    if (single ? !json.value(QLatin1String("url")).isString() : urls.isEmpty())
        return notCompanion(reply);
    QMap<int, Result<SignedUrl>> signedUrls;
    for (const int part : parts) {
        const QJsonValue url = single ? json.value(QLatin1String("url")) : urls.value(QString::number(part));
        signedUrls.insert(part, parseSignedUrl(url.toString().toUtf8(), mustBeTls));
    }
    const int seconds = json.value(QLatin1String("expires")).toInt();
    if (single && seconds > 0 && signedUrls.first())
        signedUrls.first()->holds = std::min(signedUrls.first()->holds, std::chrono::seconds(seconds));
    return signedUrls;
}

HttpRequest companionListRequest(const CompanionServer& server, const UploadRef& ref)
{
    return request(server, "GET", upload(ref));
}

Result<ListPartsPage> companionListReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return companionError(reply);
    const QJsonDocument json = jsonOf(reply);
    if (!json.isArray() || json.array().size() > mostParts)
        return notCompanion(reply);
    ListPartsPage page;
    const QJsonArray list = json.array();
    for (const QJsonValue& entry : list) {
        ListedPart part;
        if (!readPart(entry.toObject(), &part))
            return notCompanion(reply);
        page.parts.append(part);
    }
    return page;
}

HttpRequest companionCompleteRequest(const CompanionServer& server, const CompleteUploadInput& input)
{
    HttpRequest complete =
        request(server, "POST", upload(UploadRef{input.bucket, input.key, input.uploadId}, "/complete"));
    QJsonArray parts;
    for (const CompletedPart& part : input.parts)
        parts.append(QJsonObject{{QStringLiteral("PartNumber"), part.number},
                                 {QStringLiteral("ETag"), QString::fromLatin1(part.etag)}});
    setJson(&complete, {{QStringLiteral("parts"), parts}});
    // It answers when the store has, which puts the parts together meanwhile.
    complete.stallTimeout = std::chrono::minutes(2) + std::chrono::milliseconds(100) * input.parts.size();
    return complete;
}

// Anything but the location or the key is like no answer: the object may be there.
Result<CompleteUploadOutput> companionCompleteReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return companionError(reply);
    const QJsonObject json = jsonOf(reply).object();
    if (!json.value(QLatin1String("key")).isString() && !json.value(QLatin1String("location")).isString()) {
        Error error = notCompanion(reply, true);
        error.kind = ErrorKind::Transient;
        return error;
    }
    CompleteUploadOutput output;
    // Where it tells these: today's servers do not.
    output.etag = printable(json.value(QLatin1String("etag")).toString(), 200).toLatin1();
    output.versionId = printable(json.value(QLatin1String("versionId")).toString(), 1024);
    output.location = printable(json.value(QLatin1String("location")).toString(), longestName);
    output.requestId = requestIdOf(reply);
    return output;
}

HttpRequest companionAbortRequest(const CompanionServer& server, const UploadRef& ref)
{
    return request(server, "DELETE", upload(ref));
}

Result<void> companionAbortReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return companionError(reply);
    if (!reply.body.trimmed().isEmpty() && !jsonOf(reply).isObject())
        return notCompanion(reply);
    return {};
}

} // namespace partway
