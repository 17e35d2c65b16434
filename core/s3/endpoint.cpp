// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/endpoint.h"

#include <QHostAddress>

namespace partway {

namespace {

QByteArray encode(const QByteArray& utf8, bool keepSlash)
{
    static const char digits[] = "0123456789ABCDEF";
    QByteArray result;
    result.reserve(utf8.size() * 3 / 2);
    for (const char c : utf8) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~' || (keepSlash && c == '/');
        if (plain) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 15];
        }
    }
    return result;
}

Error refused(const char* code, const QString& about = {})
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QLatin1String(code);
    error.resource = about;
    return error;
}

// A scheme is a word and "://"; anything else before a colon is a host with a port.
Result<QUrl> parseUrl(const QString& text)
{
    const qsizetype mark = text.indexOf(QLatin1String("://"));
    const QString lower = text.toLower();
    if (mark < 0 && (lower.startsWith(QLatin1String("http:")) || lower.startsWith(QLatin1String("https:"))))
        return refused("endpoint-invalid");
    const QString scheme = mark < 0 ? QStringLiteral("https") : lower.left(mark);
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http"))
        return refused("endpoint-scheme", scheme.left(20));
    const QUrl url(scheme + QLatin1String("://") + (mark < 0 ? text : text.mid(mark + 3)), QUrl::StrictMode);
    // Never echoed when it holds a user name or password.
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return refused("endpoint-invalid");
    if (url.hasQuery() || url.hasFragment() || url.port() == 0)
        return refused("endpoint-invalid", text);
    return url;
}

// The prefix becomes part of every signed path, so it must be one that reaches the wire unchanged: no empty
// and no dot segments.
bool prefixFrom(const QUrl& url, QByteArray* prefix)
{
    QByteArray path = QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toUtf8());
    while (path.endsWith('/'))
        path.chop(1);
    const QList<QByteArray> segments = path.mid(1).split('/');
    if (!path.isEmpty()) {
        for (const QByteArray& segment : segments) {
            if (segment.isEmpty() || segment == "." || segment == "..")
                return false;
        }
    }
    *prefix = encodePath(path);
    return true;
}

bool isDnsLabels(const QString& bucket)
{
    if (bucket.size() < 3 || bucket.size() > 63)
        return false;
    const QStringList labels = bucket.split(QLatin1Char('.'));
    for (const QString& label : labels) {
        if (label.isEmpty() || label.startsWith(QLatin1Char('-')) || label.endsWith(QLatin1Char('-')))
            return false;
        for (const QChar c : label) {
            if (!(c >= u'a' && c <= u'z') && !(c >= u'0' && c <= u'9') && c != u'-')
                return false;
        }
    }
    return QHostAddress(bucket).isNull(); // four numbers would be an address, not a name
}

bool isLocalOrAddress(const QString& host)
{
    return host == QLatin1String("localhost") || !QHostAddress(host).isNull();
}

bool endsWithDomain(const QString& host, const char* domain)
{
    const QString name = QLatin1String(domain);
    return host == name || host.endsWith(QLatin1Char('.') + name);
}

// Hosts that want (AWS) or only take (Alibaba, Tencent) the bucket in the name; the control plane of AWS
// directory buckets only takes it in the path (s3-reference §1.6).
bool prefersVirtual(const Endpoint& endpoint)
{
    const QString& host = endpoint.origin.host;
    if (host.startsWith(QLatin1String("s3express-control.")))
        return false;
    return isAws(endpoint) || endsWithDomain(host, "aliyuncs.com") || endsWithDomain(host, "myqcloud.com");
}

bool goesVirtual(const Endpoint& endpoint, Addressing addressing, const QString& bucket,
                 const QByteArray& key)
{
    // "//key" as the whole path would lose a slash in Qt's network stack (s3-reference §1.11).
    if (bucket.isEmpty() || key.startsWith('/') || !canBeVirtual(endpoint, bucket))
        return false;
    switch (addressing) {
    case Addressing::Auto:
        return prefersVirtual(endpoint);
    case Addressing::Path:
        return false;
    case Addressing::Virtual:
        return true;
    }
    Q_UNREACHABLE();
}

// A region comes from replies too; in a host name it may be nothing but a label.
bool isRegionLabel(const QString& region)
{
    if (region.isEmpty() || region.size() > 40)
        return false;
    for (const QChar c : region) {
        if (!(c >= u'a' && c <= u'z') && !(c >= u'0' && c <= u'9') && c != u'-')
            return false;
    }
    return !region.startsWith(u'-') && !region.endsWith(u'-');
}

QString awsDomain(const QString& region)
{
    if (region.startsWith(QLatin1String("cn-")))
        return QStringLiteral("amazonaws.com.cn");
    if (region.startsWith(QLatin1String("eusc-")))
        return QStringLiteral("amazonaws.eu");
    return QStringLiteral("amazonaws.com");
}

// The labels of an AWS host before its domain: {"s3", "dualstack", "eu-west-1"}; empty for other hosts.
QStringList awsLabels(const QString& host)
{
    for (const char* domain : {".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu"}) {
        const QLatin1String suffix(domain);
        if (host.endsWith(suffix))
            return host.chopped(suffix.size()).split(QLatin1Char('.'));
    }
    return {};
}

} // namespace

QString addressingName(Addressing addressing)
{
    switch (addressing) {
    case Addressing::Auto:
        return QStringLiteral("auto");
    case Addressing::Path:
        return QStringLiteral("path");
    case Addressing::Virtual:
        return QStringLiteral("virtual");
    }
    Q_UNREACHABLE();
}

Addressing addressingFromName(const QString& name)
{
    if (name == QLatin1String("path"))
        return Addressing::Path;
    return name == QLatin1String("virtual") ? Addressing::Virtual : Addressing::Auto;
}

Result<Endpoint> Endpoint::parse(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return refused("endpoint-empty");
    const Result<QUrl> url = parseUrl(trimmed);
    if (!url)
        return url.error();

    Endpoint endpoint;
    endpoint.origin.scheme = url->scheme();
    endpoint.origin.host = url->host(QUrl::FullyEncoded);
    const int standard = endpoint.origin.isTls() ? 443 : 80;
    endpoint.origin.port = url->port(standard) == standard ? 0 : url->port();
    if (!prefixFrom(*url, &endpoint.pathPrefix))
        return refused("endpoint-invalid", trimmed);
    return endpoint;
}

QString Endpoint::text() const
{
    return origin.scheme + QLatin1String("://") + QString::fromLatin1(origin.hostHeader() + pathPrefix);
}

QByteArray encodePath(const QByteArray& utf8)
{
    return encode(utf8, true);
}

QByteArray encodeQuery(const QByteArray& utf8)
{
    return encode(utf8, false);
}

bool canBeVirtual(const Endpoint& endpoint, const QString& bucket)
{
    if (isLocalOrAddress(endpoint.origin.host) || !isDnsLabels(bucket))
        return false;
    return !endpoint.origin.isTls() || !bucket.contains(QLatin1Char('.'));
}

Address resolveAddress(const Endpoint& endpoint, Addressing addressing, const QString& bucket,
                       const QByteArray& key)
{
    Address address{endpoint.origin, endpoint.pathPrefix};
    if (goesVirtual(endpoint, addressing, bucket, key)) {
        address.origin.host = bucket + QLatin1Char('.') + endpoint.origin.host;
        address.path += '/' + encodePath(key);
        return address;
    }
    address.path += '/' + encodePath(bucket.toUtf8());
    if (!bucket.isEmpty() && !key.isEmpty())
        address.path += '/' + encodePath(key);
    return address;
}

Endpoint endpointForRegion(const Endpoint& endpoint, const QString& region)
{
    QStringList labels = awsLabels(endpoint.origin.host);
    if (labels.isEmpty() || !isRegionLabel(region))
        return endpoint;
    const QString service = labels.takeFirst();
    const bool dualstack = !labels.isEmpty() && labels.first() == QLatin1String("dualstack");
    if (dualstack)
        labels.removeFirst();
    // The old form "s3-eu-west-1" carries the region in the first label; "s3" alone is us-east-1.
    const bool fips = service == QLatin1String("s3-fips");
    const bool oldForm = service.startsWith(QLatin1String("s3-")) && !fips && labels.isEmpty() &&
                         service != QLatin1String("s3-accelerate");
    if (!oldForm && !fips && service != QLatin1String("s3"))
        return endpoint; // accelerate, directory buckets, VPC endpoints: nothing to exchange
    if (labels.size() > 1)
        return endpoint;
    const QString own = oldForm ? service.mid(3) : labels.value(0, QStringLiteral("us-east-1"));
    if (own == region)
        return endpoint;

    Endpoint result = endpoint;
    result.origin.host = QLatin1String(fips ? "s3-fips" : "s3") +
                         QLatin1String(dualstack ? ".dualstack." : ".") + region + QLatin1Char('.') +
                         awsDomain(region);
    return result;
}

bool isAws(const Endpoint& endpoint)
{
    const QString& host = endpoint.origin.host;
    return endsWithDomain(host, "amazonaws.com") || endsWithDomain(host, "amazonaws.com.cn") ||
           endsWithDomain(host, "amazonaws.eu");
}

bool isAccelerated(const Endpoint& endpoint)
{
    return awsLabels(endpoint.origin.host).value(0) == QLatin1String("s3-accelerate");
}

} // namespace partway
