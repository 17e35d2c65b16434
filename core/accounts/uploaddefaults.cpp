// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/uploaddefaults.h"

#include "accounts/ticketaccount.h"

#include <algorithm>
#include <utility>

namespace partway {

namespace {

constexpr std::pair<const char*, QByteArray ObjectOptions::*> headers[]{
    {"Cache-Control", &ObjectOptions::cacheControl},
    {"Content-Disposition", &ObjectOptions::contentDisposition},
    {"Content-Encoding", &ObjectOptions::contentEncoding},
    {"Content-Language", &ObjectOptions::contentLanguage},
    {"x-amz-acl", &ObjectOptions::acl},
};
const QString metadataStart = QStringLiteral("x-amz-meta-");
const QString ownStart = QStringLiteral("x-amz-meta-partway-");

Error refused(const char* code, const QString& about)
{
    return Error{.kind = ErrorKind::Refused, .code = QLatin1String(code), .resource = about};
}

bool isMetadataName(const QString& name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
    });
}

Result<void> readHeader(const QString& name, const QString& value, ObjectOptions* into)
{
    for (const auto& [known, member] : headers) {
        if (name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0) {
            into->*member = value.toUtf8();
            return {};
        }
    }
    const QString lower = name.toLower();
    if (lower.startsWith(ownStart))
        return refused("header-own", name);
    if (!lower.startsWith(metadataStart) || !isMetadataName(lower.mid(metadataStart.size())))
        return refused("header-unknown", name);
    into->metadata.insert(lower.mid(metadataStart.size()).toLatin1(), value);
    return {};
}

} // namespace

void addDefaults(const Account& account, ObjectOptions* wanted)
{
    if (isCompanion(account) || isTicket(account))
        return;
    const ObjectOptions& usual = account.uploads;
    if (wanted->encryption.isEmpty()) { // a key belongs to its kind
        wanted->encryption = usual.encryption;
        wanted->kmsKeyId = usual.kmsKeyId;
    }
    if (wanted->storageClass.isEmpty())
        wanted->storageClass = usual.storageClass;
    for (const auto& [name, member] : headers) {
        if ((wanted->*member).isEmpty())
            wanted->*member = usual.*member;
    }
    for (auto entry = usual.metadata.cbegin(); entry != usual.metadata.cend(); ++entry) {
        if (!wanted->metadata.contains(entry.key()))
            wanted->metadata.insert(entry.key(), entry.value());
    }
}

Result<void> readHeaderLines(const QString& text, ObjectOptions* into)
{
    for (const auto& [name, member] : headers)
        (into->*member).clear();
    into->metadata.clear();
    const QStringList lines = text.split(u'\n');
    for (const QString& raw : lines) {
        const QString line = raw.simplified();
        if (line.isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QString value = line.mid(colon + 1).trimmed();
        if (colon < 1 || value.isEmpty())
            return refused("header-line", line);
        if (Result<void> read = readHeader(line.left(colon).trimmed(), value, into); !read)
            return read;
    }
    return {};
}

QString headerLines(const ObjectOptions& options)
{
    QStringList lines;
    for (const auto& [name, member] : headers) {
        if (const QByteArray& value = options.*member; !value.isEmpty())
            lines.append(QStringLiteral("%1: %2").arg(QLatin1String(name), QString::fromUtf8(value)));
    }
    for (auto entry = options.metadata.cbegin(); entry != options.metadata.cend(); ++entry)
        lines.append(
            QStringLiteral("%1%2: %3").arg(metadataStart, QString::fromUtf8(entry.key()), entry.value()));
    return lines.join(u'\n');
}

Result<void> readTagLines(const QString& text, QMap<QString, QString>* into)
{
    constexpr int most = 10; // s3-reference §5.6
    into->clear();
    const QStringList lines = text.split(u'\n');
    for (const QString& raw : lines) {
        const QString line = raw.trimmed();
        if (line.isEmpty())
            continue;
        const qsizetype sign = line.indexOf(u'=');
        const QString name = line.left(sign).trimmed();
        if (sign < 1 || name.isEmpty())
            return refused("tag-line", line);
        if (into->contains(name))
            return refused("tag-twice", name);
        into->insert(name, line.mid(sign + 1).trimmed());
    }
    return into->size() > most ? Result<void>(refused("tags-too-many", QString())) : Result<void>();
}

Result<void> checkEncryption(const ObjectOptions& options)
{
    const QList<QByteArray> known{"", "AES256", "aws:kms", "aws:kms:dsse"};
    if (!known.contains(options.encryption))
        return refused("sse-unknown", QString::fromUtf8(options.encryption));
    if (!options.kmsKeyId.isEmpty() && !options.encryption.startsWith("aws:kms"))
        return refused("sse-key-alone", QString::fromUtf8(options.kmsKeyId));
    return {};
}

} // namespace partway
