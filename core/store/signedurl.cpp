// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/signedurl.h"

#include "http/requesturl.h"

#include <QUrl>

#include <algorithm>

namespace partway {

namespace {

constexpr qsizetype longestUrl = 8 * KiB;
constexpr qint64 longestLife = 7 * 24 * 3600; // what Signature V4 allows
constexpr qint64 unknownLife = 60;

Error refused(const char* code)
{
    return Error{.kind = ErrorKind::Refused, .code = QLatin1String(code)};
}

// The value of a query parameter, still encoded.
QByteArray parameter(const QByteArray& target, const QByteArray& name)
{
    const QList<QByteArray> pairs = target.mid(target.indexOf('?') + 1).split('&');
    for (const QByteArray& pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.left(equals).compare(name, Qt::CaseInsensitive) == 0)
            return pair.mid(equals + 1);
    }
    return {};
}

bool readAuthority(const QByteArray& authority, Origin* origin)
{
    const QUrl url = QUrl::fromEncoded(origin->scheme.toLatin1() + "://" + authority + '/', QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || authority.contains('@'))
        return false;
    origin->host = url.host();
    origin->port = url.port(0);
    return true;
}

} // namespace

Result<SignedUrl> parseSignedUrl(const QByteArray& text, bool mustBeTls)
{
    const bool readable = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
    const qsizetype scheme = text.indexOf("://");
    if (text.size() > longestUrl || !readable || scheme < 0 || text.contains('#'))
        return refused("signed-url-invalid");
    SignedUrl url;
    url.origin.scheme = QString::fromLatin1(text.left(scheme)).toLower();
    const qsizetype path = text.indexOf('/', scheme + 3);
    const bool known = url.origin.isTls() || url.origin.scheme == QLatin1String("http");
    if (!known || path < 0 || !readAuthority(text.mid(scheme + 3, path - scheme - 3), &url.origin))
        return refused("signed-url-invalid");
    if (mustBeTls && !url.origin.isTls())
        return refused("signed-url-in-clear");
    url.target = text.mid(path);
    if (!url.target.contains('?') || !urlForTarget(url.origin, url.target))
        return refused("signed-url-invalid"); // it could not be sent as it was signed
    bool isNumber = false;
    const qint64 seconds = parameter(url.target, "X-Amz-Expires").toLongLong(&isNumber);
    url.holds = std::chrono::seconds(isNumber ? std::clamp<qint64>(seconds, 0, longestLife) : unknownLife);
    url.emptyChecksum = parameter(url.target, "x-amz-checksum-crc32").startsWith("AAAAAA");
    return url;
}

void nameInsteadOfAddress(const HttpReply& reply, const QByteArray& key, Error& error)
{
    const bool isNamed = reply.failure && !error.resource.contains(u'/');
    if (!isNamed)
        error.resource = QString::fromUtf8(key);
}

} // namespace partway
