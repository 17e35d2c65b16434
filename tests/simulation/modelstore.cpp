// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/modelstore.h"

#include "s3/checksum.h"
#include "s3/s3error.h"
#include "upload/uploadproof.h"

namespace partway {

namespace {

Error storeSays(const char* code, int status)
{
    Error error;
    error.code = QString::fromLatin1(code);
    error.kind = kindForCode(error.code, status);
    error.httpStatus = status;
    return error;
}

Error noSuchUpload()
{
    return storeSays("NoSuchUpload", 404);
}

Error denied()
{
    return storeSays("AccessDenied", 403);
}

QByteArray quoted(const QByteArray& raw)
{
    return "\"" + raw + "\"";
}

QByteArray spread(Content content, quint64 salt)
{
    const quint64 mixed = (content ^ salt) * 0x9e3779b97f4a7c15ULL;
    return QByteArray(reinterpret_cast<const char*>(&mixed), sizeof(mixed));
}

} // namespace

QByteArray ModelStore::md5Of(Content content)
{
    return spread(content, 1) + spread(content, 2);
}

QByteArray ModelStore::crcOf(Content content)
{
    return spread(content, 3);
}

Result<CreateUploadOutput> ModelStore::create(const QByteArray& key, const QByteArray& token, qint64 nowMs,
                                              bool ours)
{
    const QString id = QStringLiteral("U%1").arg(++m_next);
    uploads.insert(id, Upload{key, token, nowMs, ours, {}, 0});
    CreateUploadOutput output;
    output.uploadId = id;
    output.encryptedWithKms = traits.opaqueEtags;
    return output;
}

void ModelStore::remove(const QString& id, qint64 nowMs, bool aborted)
{
    Upload& upload = uploads[id];
    upload.goneMs = nowMs;
    upload.aborted = aborted;
}

void ModelStore::letLinger(const QString& id)
{
    uploads[id].goneMs = 0;
    uploads[id].lingers = true;
}

// It looks like an MD5 and is none.
QByteArray ModelStore::freshEtag()
{
    return quoted(md5Of(~Content(++m_next)).toHex());
}

Result<SendPartOutput> ModelStore::sendPart(const UploadRef& ref, int number, const ArrivingBody& body,
                                            qint64 nowMs)
{
    auto upload = uploads.find(ref.uploadId);
    if (upload == uploads.end() || upload->key != ref.key)
        return noSuchUpload();
    if (upload->goneMs != 0) {
        const bool late = upload->aborted && body.leftMs <= upload->goneMs &&
                          nowMs < upload->goneMs + traits.latePartsForMs;
        if (!late)
            return noSuchUpload();
        upload->goneMs = 0; // seen with real stores: the upload is back, with this part alone
        upload->parts.clear();
    }
    if (body.checked && body.content != body.promised)
        return storeSays("BadDigest", 400);
    const QByteArray etag = traits.opaqueEtags ? freshEtag() : quoted(md5Of(body.content).toHex());
    upload->parts.insert(number, Part{body.content, body.size, etag, nowMs});
    givenEtags.insert(bareEtag(etag));
    return SendPartOutput{etag, crcMode ? crcOf(body.content) : QByteArray(), {}};
}

std::optional<Error> ModelStore::refuses(const QByteArray& key, bool ifAbsent) const
{
    if (!ifAbsent || traits.conditions == StoreTraits::Conditions::Ignored)
        return std::nullopt;
    if (traits.conditions == StoreTraits::Conditions::Unsupported)
        return storeSays("NotImplemented", 501);
    if (objects.contains(key))
        return storeSays("PreconditionFailed", 412);
    return std::nullopt;
}

Result<CompleteUploadOutput> ModelStore::complete(const UploadRef& ref, const QList<CompletedPart>& parts,
                                                  bool ifAbsent, qint64 nowMs)
{
    if (!isThere(ref))
        return noSuchUpload();
    const Upload upload = uploads.value(ref.uploadId);
    if (const std::optional<Error> no = refuses(upload.key, ifAbsent))
        return *no;
    Object made;
    made.token = upload.token;
    QList<QByteArray> md5s;
    for (const CompletedPart& part : parts) {
        const auto stored = upload.parts.constFind(part.number);
        if (stored == upload.parts.constEnd() || bareEtag(part.etag) != bareEtag(stored->etag))
            return storeSays("InvalidPart", 400);
        made.contents.append(stored->content);
        made.size += stored->size;
        md5s.append(md5Of(stored->content));
        const QByteArray crc = crcOf(stored->content);
        if (crcMode)
            made.crc =
                made.crc.isEmpty() ? crc : Crc::combine(ChecksumMode::Crc64Nvme, made.crc, crc, stored->size);
    }
    made.etag = traits.opaqueEtags ? freshEtag() : quoted(multipartEtag(md5s));
    made.upload = ref.uploadId;
    objects.insert(upload.key, made);
    remove(ref.uploadId, nowMs, false);
    CompleteUploadOutput output;
    output.etag = made.etag;
    return output;
}

Result<void> ModelStore::abort(const UploadRef& ref, qint64 nowMs)
{
    if (!traits.mayAbort)
        return denied();
    if (!isThere(ref))
        return noSuchUpload();
    remove(ref.uploadId, nowMs, true);
    const auto made = objects.find(ref.key);
    if (made != objects.end() && made->upload == ref.uploadId)
        made->contents.clear(); // as Swift does: it is there, and cannot be read any more
    return {};
}

Result<ListPartsPage> ModelStore::listParts(const UploadRef& ref, int after, int pageSize, qint64 nowMs) const
{
    if (!traits.mayListParts)
        return denied();
    const auto upload = uploads.constFind(ref.uploadId);
    const bool seen = upload != uploads.constEnd() && upload->key == ref.key &&
                      (upload->goneMs == 0 || upload->goneMs + traits.listingLagMs > nowMs);
    if (!seen)
        return noSuchUpload();
    ListPartsPage page;
    for (auto part = upload->parts.upperBound(after); part != upload->parts.cend(); ++part) {
        if (part->storedMs + traits.listingLagMs > nowMs && traits.listingLagMs > 0)
            continue;
        if (page.parts.size() == pageSize) {
            page.truncated = true;
            break;
        }
        ListedPart listed;
        listed.number = part.key();
        listed.size = part->size;
        listed.etag = part->etag;
        listed.checksum = crcMode ? crcOf(part->content) : QByteArray();
        page.parts.append(listed);
        page.nextMarker = part.key();
    }
    return page;
}

Result<ListUploadsPage> ModelStore::listUploads(const QByteArray& key, qint64 nowMs) const
{
    if (!traits.mayListUploads)
        return denied();
    ListUploadsPage page;
    for (auto upload = uploads.cbegin(); upload != uploads.cend(); ++upload) {
        const bool gone = upload->goneMs != 0 && upload->goneMs + traits.listingLagMs <= nowMs;
        const bool tooNew = traits.listingLagMs > 0 && upload->initiatedMs + traits.listingLagMs > nowMs;
        if (upload->key != key || gone || tooNew)
            continue;
        ListedUpload listed;
        listed.key = key;
        listed.uploadId = upload.key();
        listed.initiated = QDateTime::fromMSecsSinceEpoch(upload->initiatedMs, Qt::UTC);
        page.uploads.append(listed);
    }
    return page;
}

Result<ObjectInfo> ModelStore::head(const QByteArray& key) const
{
    if (!traits.mayHead)
        return denied();
    const auto object = objects.constFind(key);
    if (object == objects.constEnd())
        return storeSays("", 404);
    ObjectInfo info;
    info.size = object->size;
    info.etag = object->etag;
    info.checksum = object->crc;
    info.encryptedWithKms = traits.opaqueEtags && object->token != "other";
    info.metadata.insert(tokenMetadata, object->token);
    return info;
}

Result<PutObjectOutput> ModelStore::put(const QByteArray& key, const QByteArray& token,
                                        const ArrivingBody& body, bool ifAbsent)
{
    if (const std::optional<Error> no = refuses(key, ifAbsent))
        return *no;
    if (body.checked && body.content != body.promised)
        return storeSays("BadDigest", 400);
    const QByteArray etag = traits.opaqueEtags ? freshEtag() : quoted(md5Of(body.content).toHex());
    const QByteArray crc = crcMode ? crcOf(body.content) : QByteArray();
    objects.insert(key, Object{token, {body.content}, body.size, etag, crc});
    PutObjectOutput output;
    output.etag = etag;
    output.checksum = crc;
    output.encryptedWithKms = traits.opaqueEtags;
    return output;
}

} // namespace partway
