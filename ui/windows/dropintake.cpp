// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/dropintake.h"

#include <QUrl>

namespace partway {

namespace {

const QString gnomeFiles = QStringLiteral("x-special/gnome-copied-files");

// First line "copy" or "cut", then an address each.
QList<QByteArray> gnomeAddresses(const QMimeData& data)
{
    QList<QByteArray> lines = data.data(gnomeFiles).split('\n');
    if (!lines.isEmpty())
        lines.removeFirst();
    lines.removeIf([](const QByteArray& line) { return line.trimmed().isEmpty(); });
    return lines;
}

QList<QUrl> addresses(const QMimeData& data)
{
    if (data.hasUrls())
        return data.urls();
    QList<QUrl> urls;
    for (const QByteArray& line : gnomeAddresses(data))
        urls.append(QUrl::fromEncoded(line.trimmed(), QUrl::TolerantMode));
    return urls;
}

bool isUtf8(const QUrl& url)
{
    const QByteArray raw = QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1());
    return raw.isValidUtf8();
}

RefusedPath refused(const QString& path, ErrorKind kind, const char* code)
{
    return {path, Error{.kind = kind, .code = QLatin1String(code), .resource = path}};
}

} // namespace

bool bringsFiles(const QMimeData& data)
{
    return data.hasUrls() || data.hasFormat(gnomeFiles);
}

DropIntake readDrop(const QMimeData& data)
{
    DropIntake intake;
    const QList<QUrl> urls = addresses(data);
    for (const QUrl& url : urls) {
        if (!url.isLocalFile() || url.toLocalFile().isEmpty())
            intake.refused.append(refused(url.toDisplayString(), ErrorKind::LocalFile, "not-a-local-file"));
        else if (!isUtf8(url))
            intake.refused.append(
                refused(url.toDisplayString(QUrl::PreferLocalFile), ErrorKind::LocalFile, "name-not-utf8"));
        else
            intake.paths.append(url.toLocalFile());
    }
    intake.paths.removeDuplicates();
    return intake;
}

} // namespace partway
