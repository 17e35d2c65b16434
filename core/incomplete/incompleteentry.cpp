// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/incompleteentry.h"

namespace partway {

namespace {

QByteArray line(const QStringList& cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        const QChar first = cell.isEmpty() ? QChar() : cell.front();
        if (QStringLiteral("=+-@\t\r").contains(first) && !first.isNull())
            cell.prepend(u'\'');
        const bool needsQuotes = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') ||
                                 cell.contains(u'\r') || cell.startsWith(u' ') || cell.endsWith(u' ');
        quoted.append(needsQuotes ? u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"' : cell);
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

QString time(const QDateTime& at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

QString byName(Deadline::By by)
{
    switch (by) {
    case Deadline::By::Nobody:
        return QStringLiteral("nobody");
    case Deadline::By::Unknown:
        return {};
    case Deadline::By::Store:
    case Deadline::By::Rule:
        return QStringLiteral("rule");
    case Deadline::By::Provider:
        return QStringLiteral("provider");
    }
    return {};
}

} // namespace

void IncompleteSums::add(const IncompleteEntry& entry, int sign)
{
    uploads += sign;
    if (entry.upload.parts < 0) {
        uncounted += sign;
        return;
    }
    parts += sign * entry.upload.parts;
    bytes += sign * entry.upload.bytesKept;
    if (entry.cost)
        cost[entry.cost->currency] += sign * entry.cost->amount;
    else
        unpriced += sign;
}

IncompleteSums sumsOf(const QList<IncompleteEntry>& entries)
{
    IncompleteSums sums;
    for (const IncompleteEntry& entry : entries)
        sums.add(entry);
    return sums;
}

QByteArray incompleteCsvHead()
{
    return line({QStringLiteral("account"), QStringLiteral("bucket"), QStringLiteral("key"),
                 QStringLiteral("upload_id"), QStringLiteral("started"), QStringLiteral("initiator"),
                 QStringLiteral("owner"), QStringLiteral("storage_class"), QStringLiteral("parts"),
                 QStringLiteral("bytes"), QStringLiteral("newest_part"), QStringLiteral("cost_month"),
                 QStringLiteral("currency"), QStringLiteral("deleted_at"), QStringLiteral("deleted_by"),
                 QStringLiteral("rule"), QStringLiteral("own_row")});
}

QByteArray incompleteCsvLine(const IncompleteEntry& entry, const QString& account)
{
    const IncompleteUpload& upload = entry.upload;
    const ListedUpload& listed = upload.upload;
    const bool counted = upload.parts >= 0;
    return line({account, upload.bucket, QString::fromUtf8(listed.key), listed.uploadId,
                 time(listed.initiated), listed.initiator, listed.owner, listed.storageClass,
                 counted ? QString::number(upload.parts) : QString(),
                 counted ? QString::number(upload.bytesKept) : QString(), time(upload.newestPart),
                 entry.cost ? QString::number(entry.cost->amount, 'f', 4) : QString(),
                 entry.cost ? entry.cost->currency : QString(), time(entry.deadline.at),
                 byName(entry.deadline.by), entry.deadline.rule,
                 entry.own.id > 0 ? QString::number(entry.own.id) : QString()});
}

} // namespace partway
