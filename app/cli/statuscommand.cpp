// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statuscommand.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "format/transfertext.h"
#include "rowjson.h"
#include "table.h"
#include "values.h"

#include <QLocale>

namespace partway {

namespace {

QJsonObject statusJson(const TransferRow& row)
{
    QJsonObject object = rowJson("transfer", row);
    insertState(object, row);
    object.insert(QStringLiteral("parts"), row.partCount);
    object.insert(QStringLiteral("storedParts"), row.storedParts);
    object.insert(QStringLiteral("storedBytes"), row.storedBytes);
    object.insert(QStringLiteral("resentBytes"), row.resentBytes);
    object.insert(QStringLiteral("elsewhere"), row.elsewhere);
    object.insert(QStringLiteral("leftovers"), row.leftovers);
    object.insert(QStringLiteral("addedAt"), row.addedAt.toUTC().toString(Qt::ISODate));
    if (row.endedAt.isValid())
        object.insert(QStringLiteral("endedAt"), row.endedAt.toUTC().toString(Qt::ISODate));
    return object;
}

QString stateCell(const TransferRow& row)
{
    const QString words = stateWords(row);
    return row.elsewhere ? QStringLiteral("%1 (another process)").arg(words) : words;
}

QString percentCell(const TransferRow& row)
{
    return row.phase == Phase::Finished ? QStringLiteral("100 %") : progressWords(row);
}

QString storedText(const TransferRow& row)
{
    if (row.openEnd)
        return QStringLiteral("%1 of %2 so far, %3 parts")
            .arg(formatBytes(row.storedBytes), formatBytes(row.size))
            .arg(row.storedParts);
    return QStringLiteral("%1 of %2 (%3), %4 of %5 parts")
        .arg(formatBytes(row.storedBytes), formatBytes(row.size), percentCell(row))
        .arg(row.storedParts)
        .arg(row.partCount);
}

QString exactTime(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

StatusCommand::StatusCommand(Workplace& workplace, Console& console, QList<TransferId> ids)
    : QueueCommand(workplace, console), m_ids(std::move(ids))
{
}

void StatusCommand::onOpened()
{
    if (m_ids.isEmpty()) {
        list(queue().rows());
        finish(ExitCode::Done);
        return;
    }
    connect(&queue(), &TransferQueue::details, this, &StatusCommand::show);
    nextDetails();
}

void StatusCommand::list(const QList<TransferRow>& rows)
{
    QList<QStringList> cells;
    for (const TransferRow& row : rows) {
        console().event(statusJson(row));
        cells.append({QString::number(row.id.value), stateCell(row), percentCell(row), formatBytes(row.size),
                      row.name(), s3UrlText(row.bucket, row.key)});
    }
    if (cells.isEmpty()) {
        console().note(QStringLiteral("No transfers."));
        return;
    }
    const QStringList head{QStringLiteral("#"),    QStringLiteral("State"), QStringLiteral("Stored"),
                           QStringLiteral("Size"), QStringLiteral("File"),  QStringLiteral("Object")};
    for (const QString& line : tableLines(head, cells, {0, 2, 3}))
        console().say(line);
}

void StatusCommand::nextDetails()
{
    while (!m_ids.isEmpty() && !queue().row(m_ids.first())) {
        console().complain(QStringLiteral("There is no transfer #%1.").arg(m_ids.takeFirst().value));
        m_missing = true;
    }
    if (m_ids.isEmpty())
        finish(m_missing ? ExitCode::WrongUse : ExitCode::Done);
    else
        queue().watchDetails(m_ids.first());
}

void StatusCommand::show(const TransferDetails& details)
{
    if (m_ids.isEmpty() || details.row.id != m_ids.first())
        return;
    m_ids.removeFirst();
    const TransferRow& row = details.row;
    console().event(statusJson(row));
    const auto line = [this](const char* name, const QString& value) {
        if (!value.isEmpty())
            console().say(QStringLiteral("  %1 %2").arg(QLatin1String(name), -10).arg(value));
    };
    console().say(QStringLiteral("#%1 %2").arg(row.id.value).arg(row.name()));
    line("file", row.source == SourceKind::Stream ? QStringLiteral("standard input") : row.sourcePath);
    line("object", s3UrlText(row.bucket, row.key));
    if (!row.storeKey.isEmpty())
        line("kept as", s3UrlText(row.storeBucket, row.storeKey));
    line("state", QStringLiteral("%1. %2").arg(stateCell(row), stateSentence(row)));
    line("stored", storedText(row));
    line("part size", formatBytes(details.spec.plan.partSize));
    line("upload id", details.state.uploadId);
    line("sent twice", row.resentBytes > 0 ? formatBytes(row.resentBytes) : QString());
    line("added", exactTime(row.addedAt));
    line("ended", row.endedAt.isValid() ? exactTime(row.endedAt) : QString());
    for (const HistoryLine& entry : details.history)
        line("", QStringLiteral("%1  %2").arg(exactTime(entry.at), historySentence(entry)));
    nextDetails();
}

} // namespace partway
