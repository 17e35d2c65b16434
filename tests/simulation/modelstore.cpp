// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/modelstore.h"

#include "s3/checksum.h"
#include "upload/uploadproof.h"

#include <QCryptographicHash>

namespace partway {

namespace {

Error storeSays(ErrorKind kind, const char* code, int status)
{
    Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.httpStatus = status;
    return error;
}

Error noSuchUpload()
{
    return storeSays(ErrorKind::NotFound, "NoSuchUpload", 404);
}

QByteArray quoted(const QByteArray& raw)
{
    return "\"" + raw + "\"";
}

} // namespace

QByteArray ModelStore::md5Of(Content content)
{
    return QCryptographicHash::hash(QByteArray::number(content), QCryptographicHash::Md5);
}

Result<CreateUploadOutput> ModelStore::create(const QByteArray& token, qint64 nowMs, bool ours)
{
    const QString id = QStringLiteral("U%1").arg(m_next++);
    uploads.insert(id, Upload{token, nowMs, ours, {}});
    CreateUploadOutput output;
    output.uploadId = id;
    return output;
}

Result<SendPartOutput> ModelStore::sendPart(const QString& id, int number, Content content, Content promised,
                                            qint64 size)
{
    auto upload = uploads.find(id);
    if (upload == uploads.end())
        return noSuchUpload();
    if (content != promised)
        return storeSays(ErrorKind::Transient, "BadDigest", 400);
    upload->parts.insert(number, Part{content, size});
    return SendPartOutput{quoted(md5Of(content).toHex()), {}, {}};
}

Result<CompleteUploadOutput> ModelStore::complete(const QString& id, const QList<CompletedPart>& parts,
                                                  bool ifAbsent)
{
    const auto upload = uploads.constFind(id);
    if (upload == uploads.constEnd())
        return noSuchUpload();
    if (ifAbsent && object)
        return storeSays(ErrorKind::Conflict, "PreconditionFailed", 412);
    Object made;
    made.token = upload->token;
    QList<QByteArray> md5s;
    for (const CompletedPart& part : parts) {
        const auto stored = upload->parts.constFind(part.number);
        if (stored == upload->parts.constEnd() || bareEtag(part.etag) != md5Of(stored->content).toHex())
            return storeSays(ErrorKind::Refused, "InvalidPart", 400);
        made.contents.append(stored->content);
        made.size += stored->size;
        md5s.append(md5Of(stored->content));
    }
    made.etag = quoted(multipartEtag(md5s));
    object = made;
    uploads.remove(id);
    CompleteUploadOutput output;
    output.etag = made.etag;
    return output;
}

Result<void> ModelStore::abort(const QString& id)
{
    if (uploads.remove(id) == 0)
        return noSuchUpload();
    return {};
}

Result<ListPartsPage> ModelStore::listParts(const QString& id, int after, int pageSize) const
{
    const auto upload = uploads.constFind(id);
    if (upload == uploads.constEnd())
        return noSuchUpload();
    ListPartsPage page;
    for (auto part = upload->parts.upperBound(after); part != upload->parts.cend(); ++part) {
        if (page.parts.size() == pageSize) {
            page.truncated = true;
            break;
        }
        ListedPart listed;
        listed.number = part.key();
        listed.size = part->size;
        listed.etag = quoted(md5Of(part->content).toHex());
        page.parts.append(listed);
        page.nextMarker = part.key();
    }
    return page;
}

ListUploadsPage ModelStore::listUploads(const QByteArray& key) const
{
    ListUploadsPage page;
    for (auto upload = uploads.cbegin(); upload != uploads.cend(); ++upload) {
        ListedUpload listed;
        listed.key = key;
        listed.uploadId = upload.key();
        listed.initiated = QDateTime::fromMSecsSinceEpoch(upload->initiatedMs, Qt::UTC);
        page.uploads.append(listed);
    }
    return page;
}

Result<ObjectInfo> ModelStore::head() const
{
    if (!object)
        return storeSays(ErrorKind::NotFound, "", 404);
    ObjectInfo info;
    info.size = object->size;
    info.etag = object->etag;
    info.metadata.insert(tokenMetadata, object->token);
    return info;
}

Result<PutObjectOutput> ModelStore::put(const QByteArray& token, Content content, Content promised,
                                        qint64 size, bool ifAbsent)
{
    if (ifAbsent && object)
        return storeSays(ErrorKind::Conflict, "PreconditionFailed", 412);
    if (content != promised)
        return storeSays(ErrorKind::Transient, "BadDigest", 400);
    object = Object{token, {content}, size, quoted(md5Of(content).toHex())};
    PutObjectOutput output;
    output.etag = object->etag;
    return output;
}

} // namespace partway
