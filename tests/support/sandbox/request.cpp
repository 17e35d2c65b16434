// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/request.h"

#include "support/sandbox/failure.h"

#include <QString>

namespace partway::sandbox {
namespace {

QByteArray decoded(QByteArray text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        bool ok = false;
        if (at + 2 < text.size())
            text.mid(at + 1, 2).toInt(&ok, 16);
        if (!ok)
            throw failure("InvalidURI");
    }
    return QByteArray::fromPercentEncoding(text);
}

bool isUtf8(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

Query parseQuery(const QByteArray& text)
{
    Query query;
    for (const QByteArray& item : text.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        QByteArray name = equals < 0 ? item : item.left(equals);
        QByteArray value = equals < 0 ? QByteArray() : item.mid(equals + 1);
        // A raw plus in a query is a space to S3, never a plus.
        query.append({decoded(name.replace('+', ' ')), decoded(value.replace('+', ' '))});
    }
    return query;
}

void parseRequestLine(Request& request, const QByteArray& line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/'))
        throw failure("InvalidURI", "This is not an HTTP/1.1 request.");
    request.method = words[0];
    request.target = words[1];
    request.keepAlive = words[2] == "HTTP/1.1";
    const qsizetype mark = request.target.indexOf('?');
    request.path = decoded(mark < 0 ? request.target : request.target.left(mark));
    if (mark >= 0)
        request.query = parseQuery(request.target.mid(mark + 1));
}

void parseHeaders(Request& request, const QList<QByteArray>& lines)
{
    for (const QByteArray& line : lines) {
        if (line.isEmpty())
            continue;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line[0] == ' ' || line[0] == '\t')
            throw failure("InvalidRequest", "A header field is malformed.");
        request.headers.add(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    if (!request.headers.has("host"))
        throw failure("InvalidRequest", "Missing required header: Host");
    if (request.headers.has("content-length")) {
        bool ok = false;
        request.contentLength = request.headers.value("content-length").toLongLong(&ok);
        if (!ok || request.contentLength < 0)
            throw failure("InvalidArgument", "Content-Length is no number.");
    }
    request.chunked = request.headers.has("transfer-encoding");
    const QByteArray connection = request.headers.value("connection").toLower();
    if (connection.contains("close"))
        request.keepAlive = false;
}

QByteArray bucketOfHost(const QByteArray& hostHeader)
{
    const QByteArray host =
        hostHeader.left(hostHeader.lastIndexOf(':') < 0 ? hostHeader.size() : hostHeader.lastIndexOf(':'));
    const QByteArray suffix = '.' + virtualHostDomain;
    return host.endsWith(suffix) ? host.left(host.size() - suffix.size()) : QByteArray();
}

void splitPath(Request& request)
{
    request.bucket = bucketOfHost(request.headers.value("host"));
    QByteArray rest = request.path.mid(1);
    if (request.bucket.isEmpty()) {
        const qsizetype slash = rest.indexOf('/');
        request.bucket = slash < 0 ? rest : rest.left(slash);
        rest = slash < 0 ? QByteArray() : rest.mid(slash + 1);
    }
    request.key = rest;
    if (!isUtf8(request.key))
        throw failure("InvalidURI", "The key is not UTF-8.");
}

} // namespace

bool Request::hasQuery(const QByteArray& name) const
{
    for (const QueryItem& item : query) {
        if (item.name == name)
            return true;
    }
    return false;
}

QByteArray Request::queryValue(const QByteArray& name) const
{
    for (const QueryItem& item : query) {
        if (item.name == name)
            return item.value;
    }
    return {};
}

Request parseRequest(const QByteArray& head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray& line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    Request request;
    parseRequestLine(request, lines.takeFirst());
    parseHeaders(request, lines);
    splitPath(request);
    return request;
}

} // namespace partway::sandbox
