// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/companiondouble.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace partway {

namespace {

QMap<QByteArray, QByteArray> queryOf(const QByteArray& target)
{
    QMap<QByteArray, QByteArray> query;
    const qsizetype mark = target.indexOf('?');
    const QList<QByteArray> pairs = mark < 0 ? QList<QByteArray>() : target.mid(mark + 1).split('&');
    for (const QByteArray& pair : pairs)
        query.insert(QByteArray::fromPercentEncoding(pair.left(pair.indexOf('='))),
                     QByteArray::fromPercentEncoding(pair.mid(pair.indexOf('=') + 1)));
    return query;
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray etagOf(const QByteArray& bytes)
{
    return '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex() + '"';
}

QByteArray errorXml(const QByteArray& code)
{
    return "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>";
}

const QByteArray prefix = "/companion/s3/multipart";

} // namespace

CompanionDouble::Reply CompanionDouble::complain(const QByteArray& about)
{
    complaints.append(about);
    return {400, json({{"error", QString::fromLatin1(about)}}), {}, false};
}

// A failure of the store, whatever it was.
CompanionDouble::Reply CompanionDouble::failure(const QByteArray& code) const
{
    if (production)
        return {500, json({{"message", "Something went wrong"}, {"requestId", "r-1"}}), {}, false};
    const QJsonObject said{
        {"name", QString::fromLatin1(code)}, {"Code", QString::fromLatin1(code)}, {"message", "no"}};
    return {500, json({{"message", "no"}, {"error", said}}), {}, false};
}

CompanionDouble::Reply CompanionDouble::answer(const Seen& request)
{
    seen.append(request);
    m_operation.clear();
    Reply reply = answerNow(request);
    reply.never = hangs && hangs(m_operation);
    return reply;
}

CompanionDouble::Reply CompanionDouble::answerNow(const Seen& request)
{
    if (request.target.startsWith("/store/"))
        return storePart(request);
    const QByteArray path = request.target.split('?').first();
    if (!path.startsWith(prefix))
        return {404, json({{"message", "Not Found"}}), {}, false};
    const qsizetype colon = wantedHeader.indexOf(':');
    if (colon > 0 && request.headers.value(wantedHeader.left(colon)) != wantedHeader.mid(colon + 1).trimmed())
        return {401, "go away", {}, false};
    QByteArrayList below = path.mid(prefix.size()).split('/');
    below.removeFirst();
    return companion(request, below, queryOf(request.target));
}

CompanionDouble::Reply CompanionDouble::companion(const Seen& request, const QByteArrayList& path,
                                                  const QMap<QByteArray, QByteArray>& query)
{
    const QByteArray id = QByteArray::fromPercentEncoding(path.value(0));
    QByteArray operation = request.method == "GET" ? "list" : "abort";
    if (path.isEmpty())
        operation = "create";
    else if (path.size() == 2)
        operation = request.method == "POST" ? "complete" : path[1] == "batch" ? "batch" : "sign";
    ++m_counts[operation];
    m_operation = operation;
    if (fails && fails(operation))
        return failure("InternalError");
    if (operation == "create")
        return create(request);
    if (!query.contains("key"))
        return complain("no key");
    if (operation == "sign" || operation == "batch")
        return sign(id, path, query); // is done without the store
    if (!uploads.contains(id) || uploads[id].key != query.value("key"))
        return failure("NoSuchUpload");
    if (operation == "list")
        return list(id);
    if (operation == "complete")
        return complete(id, request);
    if (request.method != "DELETE")
        return complain("method");
    uploads.remove(id);
    return {};
}

CompanionDouble::Reply CompanionDouble::create(const Seen& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.method != "POST" || request.headers.value("Content-Type") != "application/json")
        return complain("no JSON");
    const QString name = body.value("filename").toString();
    if (name.isEmpty() || !body.value("type").isString())
        return complain("filename and type must be strings");
    Upload upload;
    const QJsonObject metadata = body.value("metadata").toObject();
    for (auto entry = metadata.constBegin(); entry != metadata.constEnd(); ++entry) {
        if (!entry.value().isString())
            return complain("metadata must be strings");
        upload.metadata.insert(entry.key().toUtf8(), entry.value().toString().toUtf8());
    }
    const QByteArray number = QByteArray::number(++m_last);
    const QByteArray id = "up/load+" + number + "="; // to be percent-encoded
    upload.key = "uuid-" + number + "-" + name.toUtf8();
    uploads.insert(id, upload);
    return {200,
            json({{"key", QString::fromUtf8(upload.key)},
                  {"uploadId", QString::fromUtf8(id)},
                  {"bucket", "real"}}),
            {},
            dropCreate-- > 0};
}

QByteArray CompanionDouble::signedUrl(const QByteArray& id, int part)
{
    const QByteArray target =
        "/store/real/a%20b%27%28?X-Amz-Credential=KEY%2F1&X-Amz-Expires=" + QByteArray::number(urlsHold) +
        "&X-Amz-Signature=s1gn" + QByteArray::number(++m_last) + "&partNumber=" + QByteArray::number(part);
    m_signed.insert(target, id + '/' + QByteArray::number(part));
    return "http://127.0.0.1:" + QByteArray::number(serverPort()) + target;
}

CompanionDouble::Reply CompanionDouble::sign(const QByteArray& id, const QByteArrayList& path,
                                             const QMap<QByteArray, QByteArray>& query)
{
    if (path[1] != "batch") {
        const QString url = QString::fromLatin1(signedUrl(id, path[1].toInt()));
        return {200, json({{"url", url}, {"expires", urlsHold}}), {}, false};
    }
    QJsonObject urls;
    const QList<QByteArray> numbers = query.value("partNumbers").split(',');
    for (const QByteArray& number : numbers) {
        if (number.toInt() < 1)
            return complain("part numbers");
        urls.insert(QString::fromLatin1(number), QString::fromLatin1(signedUrl(id, number.toInt())));
    }
    return {200, json({{"presignedUrls", urls}}), {}, false};
}

CompanionDouble::Reply CompanionDouble::list(const QByteArray& id) const
{
    QJsonArray parts;
    const Upload upload = uploads.value(id);
    for (auto part = upload.parts.cbegin(); part != upload.parts.cend(); ++part)
        parts.append(QJsonObject{{"PartNumber", part.key()},
                                 {"ETag", QString::fromLatin1(etagOf(*part))},
                                 {"Size", part->size()},
                                 {"LastModified", "2026-01-02T03:04:05.000Z"}});
    return {200, QJsonDocument(parts).toJson(QJsonDocument::Compact), {}, false};
}

CompanionDouble::Reply CompanionDouble::complete(const QByteArray& id, const Seen& request)
{
    const Upload upload = uploads.value(id);
    const QJsonArray listed = QJsonDocument::fromJson(request.body).object().value("parts").toArray();
    QByteArray object;
    int before = 0;
    for (const QJsonValue& entry : listed) {
        const int number = entry.toObject().value("PartNumber").toInt();
        const bool right =
            number > before && upload.parts.contains(number) &&
            entry.toObject().value("ETag").toString().toLatin1() == etagOf(upload.parts[number]);
        if (!right)
            return failure("InvalidPart");
        before = number;
        object += upload.parts[number];
    }
    if (listed.isEmpty())
        return complain("no parts");
    objects.insert(upload.key, object);
    metadataOf.insert(upload.key, upload.metadata);
    uploads.remove(id);
    const QString key = QString::fromUtf8(upload.key);
    return {200,
            json({{"location", "http://store/real/" + key}, {"key", key}, {"bucket", "real"}}),
            {},
            dropComplete-- > 0};
}

// The store: the address byte for byte, and no header that was not signed.
CompanionDouble::Reply CompanionDouble::storePart(const Seen& request)
{
    ++m_counts["part"];
    m_operation = "part";
    const auto refuse = [](int status, const QByteArray& code) {
        return Reply{status, errorXml(code), {}, false};
    };
    if (request.method != "PUT" || !m_signed.contains(request.target)) {
        complaints.append("not an address that was signed: " + request.target);
        return refuse(403, "SignatureDoesNotMatch");
    }
    for (const auto& [name, value] : request.headers.all()) {
        const QByteArray lower = name.toLower();
        if (lower == "authorization" || lower == "cookie" || lower.startsWith("x-") || lower == "referer") {
            complaints.append("header " + name);
            return refuse(403, "AccessDenied");
        }
    }
    const QByteArray name = m_signed.value(request.target);
    const bool again = m_refused.contains(name); // no part twice
    if (urlsHold <= 0 || (!again && expireNext-- > 0)) {
        m_refused.insert(name);
        return refuse(403, "AccessDenied");
    }
    const QByteArray id = name.left(name.lastIndexOf('/'));
    if (!uploads.contains(id))
        return refuse(404, "NoSuchUpload");
    uploads[id].parts.insert(name.mid(name.lastIndexOf('/') + 1).toInt(), request.body);
    Reply reply{200, {}, {}, false};
    reply.headers.add("ETag", etagOf(request.body));
    return reply;
}

} // namespace partway
