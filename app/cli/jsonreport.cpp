// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreport.h"

#include "format/errortext.h"
#include "receiptfile.h"
#include "rowjson.h"

namespace partway {

namespace {

constexpr qint64 progressEveryMs = 1000;

} // namespace

JsonReport::JsonReport(Console& console, QString stateFolder)
    : m_console(console), m_stateFolder(std::move(stateFolder))
{
}

void JsonReport::queued(const TransferRow& row)
{
    QJsonObject object = rowJson("queued", row);
    object.insert(QStringLiteral("parts"), row.partCount);
    object.insert(QStringLiteral("storedBytes"), row.storedBytes);
    m_console.event(object);
}

void JsonReport::refused(const RefusedPath& path)
{
    m_console.event({{QStringLiteral("event"), QStringLiteral("failed")},
                     {QStringLiteral("path"), path.path},
                     {QStringLiteral("error"), errorJson(path.error)}});
}

void JsonReport::changed(const TransferRow& before, const TransferRow& now)
{
    if (before.phase != now.phase || before.hold != now.hold || before.openEnd != now.openEnd ||
        before.rechecks != now.rechecks || before.noRoom != now.noRoom) {
        QJsonObject object{{QStringLiteral("event"), QStringLiteral("phase")},
                           {QStringLiteral("id"), now.id.value}};
        insertState(object, now);
        m_console.event(object);
    }
    if (now.storedParts > before.storedParts) {
        m_console.event({{QStringLiteral("event"), QStringLiteral("part")},
                         {QStringLiteral("id"), now.id.value},
                         {QStringLiteral("storedParts"), now.storedParts},
                         {QStringLiteral("parts"), now.partCount},
                         {QStringLiteral("storedBytes"), now.storedBytes}});
    }
}

void JsonReport::progress(const RunPicture& picture)
{
    if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < progressEveryMs)
        return;
    m_sinceProgress.start();
    for (const TransferRow& row : picture.active) {
        QJsonObject object{{QStringLiteral("event"), QStringLiteral("progress")},
                           {QStringLiteral("id"), row.id.value},
                           {QStringLiteral("size"), row.size},
                           {QStringLiteral("storedBytes"), row.storedBytes},
                           {QStringLiteral("inFlightBytes"), row.inFlightBytes},
                           {QStringLiteral("bytesPerSecond"), row.bytesPerSecond}};
        if (row.secondsLeft >= 0)
            object.insert(QStringLiteral("secondsLeft"), row.secondsLeft);
        m_console.event(object);
    }
}

void JsonReport::ended(const TransferRow& row)
{
    if (row.phase == Phase::Finished) {
        QJsonObject object = rowJson("finished", row);
        const QJsonObject entries = receiptEntries(findReceipt(m_stateFolder, row));
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            object.insert(entry.key(), entry.value());
        m_console.event(object);
        return;
    }
    if (row.phase != Phase::Failed && row.phase != Phase::NeedsAttention && row.phase != Phase::Aborted)
        return; // its phase was told
    QJsonObject object = rowJson("failed", row);
    insertState(object, row);
    m_console.event(object);
}

void JsonReport::troubled(const Error& error)
{
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
}

void JsonReport::summary(const RunSummary& summary)
{
    m_console.event({{QStringLiteral("event"), QStringLiteral("summary")},
                     {QStringLiteral("finished"), summary.finished},
                     {QStringLiteral("skipped"), summary.skipped},
                     {QStringLiteral("failed"), summary.failed},
                     {QStringLiteral("paused"), summary.paused},
                     {QStringLiteral("bytes"), summary.bytes},
                     {QStringLiteral("exitCode"), int(summary.code)}});
}

} // namespace partway
