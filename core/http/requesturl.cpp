// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requesturl.h"

namespace partway {

namespace {

Error refusal(const QString& code, const QByteArray& resource)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = code;
    error.resource = QString::fromUtf8(resource);
    return error;
}

// What QHttpNetworkRequest puts on the request line, by the same call that it uses.
QByteArray sentTarget(const QUrl& url)
{
    return url.toEncoded(QUrl::FormattingOptions(QUrl::RemoveScheme | QUrl::RemoveAuthority |
                                                 QUrl::RemoveFragment | QUrl::NormalizePathSegments) |
                         QUrl::FullyEncoded);
}

} // namespace

Result<QUrl> urlForTarget(const Origin& origin, const QByteArray& target)
{
    const QByteArray root = origin.scheme.toLatin1() + "://" + origin.hostHeader();
    const QUrl base = QUrl::fromEncoded(root + '/', QUrl::StrictMode);
    const bool known = origin.isTls() || origin.scheme == QLatin1String("http");
    if (!known || !base.isValid() || base.host().isEmpty() || !base.userInfo().isEmpty() ||
        base.path() != QLatin1String("/"))
        return refusal(QStringLiteral("endpoint-invalid"), root);
    const QUrl url = QUrl::fromEncoded(root + target, QUrl::StrictMode);
    if (!target.startsWith('/') || !url.isValid() || url.host() != base.host() || sentTarget(url) != target)
        return refusal(QStringLiteral("path-cannot-be-sent"), target);
    return url;
}

} // namespace partway
