// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foldertotals.h"

#include "format/numbers.h"
#include "format/transfertext.h"

#include <QCoreApplication>
#include <QLocale>

namespace partway {

namespace {

QString say(const char* source, int count)
{
    return QCoreApplication::translate("FolderTotals", source, nullptr, count);
}

QString percentOf(const FolderTotals& totals)
{
    return totals.isFinished() ? formatPercent(1, 1) : formatPercent(totals.storedBytes, totals.size);
}

} // namespace

void FolderTotals::count(const TransferRow& row, int sign)
{
    files += sign;
    const bool running = isRunning(row.phase);
    if (running)
        active += sign;
    else if (row.phase == Phase::Waiting)
        waiting += sign;
    else if (row.phase == Phase::Paused)
        paused += sign;
    else if (row.phase == Phase::Finished)
        finished += sign;
    else if (row.phase == Phase::Failed || row.phase == Phase::NeedsAttention)
        failed += sign;
    else
        givenUp += sign;
    held += running && row.hold != Hold::None ? sign : 0;
    unseen += row.phase == Phase::Finished && row.unseen ? sign : 0;
    resentBytes += sign * row.resentBytes;
    if (row.phase == Phase::Aborted || row.phase == Phase::Skipped)
        return;
    const qint64 stored = row.phase == Phase::Finished ? row.size : row.storedBytes;
    size += sign * row.size;
    storedBytes += sign * stored;
    inFlightBytes += sign * row.inFlightBytes;
    if (running || row.phase == Phase::Waiting)
        bytesToGo += sign * (row.size - stored);
    if (running)
        bytesPerSecond += sign * row.bytesPerSecond;
}

qint64 FolderTotals::secondsLeft() const
{
    return bytesPerSecond > 0 ? (bytesToGo + bytesPerSecond - 1) / bytesPerSecond : -1;
}

Phase phaseOf(const FolderTotals& totals)
{
    if (totals.active > 0)
        return Phase::Sending;
    if (totals.waiting > 0)
        return Phase::Waiting;
    if (totals.failed > 0)
        return Phase::Failed;
    if (totals.paused > 0)
        return Phase::Paused;
    return totals.finished > 0 ? Phase::Finished : Phase::Aborted;
}

QString folderWords(const FolderTotals& totals)
{
    TransferRow like; // the words of a single row that stands as the whole does
    like.phase = phaseOf(totals);
    like.unseen = totals.unseen > 0;
    QString words = stateWords(like);
    if (totals.active > 0 && totals.held == totals.active)
        words = QCoreApplication::translate("FolderTotals", "Held up", "all active files of a folder wait");
    const QString failed = say(QT_TRANSLATE_NOOP("FolderTotals", "%Ln failed"), totals.failed);
    if (totals.failed == 0)
        return words;
    if (like.phase == Phase::Failed)
        return failed;
    return QCoreApplication::translate("FolderTotals", "%1, %2", "state of a folder, failed files")
        .arg(words, failed);
}

QString folderSentence(const FolderTotals& totals)
{
    const QList<QPair<int, const char*>> all{
        {totals.active, QT_TRANSLATE_NOOP("FolderTotals", "%Ln active")},
        {totals.waiting, QT_TRANSLATE_NOOP("FolderTotals", "%Ln waiting")},
        {totals.paused, QT_TRANSLATE_NOOP("FolderTotals", "%Ln paused")},
        {totals.failed, QT_TRANSLATE_NOOP("FolderTotals", "%Ln failed")},
        {totals.finished, QT_TRANSLATE_NOOP("FolderTotals", "%Ln finished")},
        {totals.givenUp, QT_TRANSLATE_NOOP("FolderTotals", "%Ln given up")},
    };
    QStringList parts;
    for (const auto& [count, words] : all) {
        if (count > 0)
            parts.append(say(words, count));
    }
    return parts.join(QCoreApplication::translate("FolderTotals", ", ", "between counts"));
}

QString folderProgress(const FolderTotals& totals)
{
    QString text = QCoreApplication::translate("FolderTotals", "%1 of %2 stored on the server")
                       .arg(formatBytes(totals.storedBytes), formatBytes(totals.size));
    if (totals.inFlightBytes > 0)
        text += u'\n' + QCoreApplication::translate("FolderTotals", "%1 on their way")
                            .arg(formatBytes(totals.inFlightBytes));
    if (totals.resentBytes > 0)
        text +=
            u'\n' +
            QCoreApplication::translate("FolderTotals", "%1 sent twice").arg(formatBytes(totals.resentBytes));
    return text;
}

QString filesText(const FolderTotals& totals)
{
    return say(QT_TRANSLATE_NOOP("FolderTotals", "%Ln file(s)"), totals.files);
}

QString spokenFolder(const QString& name, const FolderTotals& totals, bool expanded)
{
    return QCoreApplication::translate("FolderTotals", "%1, folder, %2, %3, %4, %5",
                                       "spoken row: name, number of files, percentage, state, open or closed")
        .arg(name, filesText(totals), percentOf(totals), folderWords(totals),
             expanded ? QCoreApplication::translate("FolderTotals", "expanded")
                      : QCoreApplication::translate("FolderTotals", "collapsed"));
}

} // namespace partway
