// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionserver.h"

#include <QHostAddress>

#include <algorithm>

namespace partway {

namespace {

constexpr qsizetype longestHeader = 8 * KiB;

Error refused(const char* code)
{
    return Error{.kind = ErrorKind::Refused, .code = QLatin1String(code)};
}

bool isToken(const QByteArray& name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

// What decides where a request goes and how long it is stays ours.
bool isOurs(const QByteArray& name)
{
    const QByteArray lower = name.toLower();
    return lower == "host" || lower == "content-length" || lower == "content-type" ||
           lower == "transfer-encoding" || lower == "connection" || lower == "expect";
}

bool isHere(const QString& host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

} // namespace

Result<CompanionServer> companionServer(const QString& endpoint, const Secret& signIn)
{
    const Result<Endpoint> parsed = Endpoint::parse(endpoint);
    if (!parsed)
        return parsed.error();
    CompanionServer server;
    server.endpoint = *parsed;
    const QByteArray line = signIn.reveal().trimmed();
    if (line.isEmpty())
        return server;
    const qsizetype colon = line.indexOf(':');
    const bool named = colon > 0 && isToken(line.left(colon).trimmed());
    server.signInName = named ? line.left(colon).trimmed() : QByteArray("Authorization");
    const QByteArray value = named ? line.mid(colon + 1).trimmed() : "Bearer " + line;
    const bool printable =
        std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c < 127; });
    if (value.isEmpty() || !printable || line.size() > longestHeader || isOurs(server.signInName))
        return refused("companion-header-invalid");
    server.signInValue = Secret(value);
    if (!parsed->origin.isTls() && !isHere(parsed->origin.host))
        return refused("companion-header-in-clear");
    return server;
}

} // namespace partway
