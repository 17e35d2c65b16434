// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textreport.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "format/transfertext.h"
#include "receiptfile.h"
#include "values.h"

namespace partway {

namespace {

constexpr int mostActiveLines = 6;
constexpr int nameWidth = 28;

QString placeOf(const TransferRow& row)
{
    if (!row.storeKey.isEmpty())
        return s3UrlText(row.storeBucket, row.storeKey); // the server chose another place than was wished
    return s3UrlText(row.bucket, row.key);
}

QString shortened(const QString& name)
{
    if (name.size() <= nameWidth)
        return name.leftJustified(nameWidth);
    // The end tells files apart more often than the beginning.
    return name.left(nameWidth / 3) + QChar(0x2026) + name.right(nameWidth - nameWidth / 3 - 1);
}

QString joined(const QStringList& pieces)
{
    QStringList kept;
    for (const QString& piece : pieces) {
        if (!piece.isEmpty())
            kept.append(piece);
    }
    return kept.join(QStringLiteral("  "));
}

QString left(qint64 seconds)
{
    return seconds < 0 ? QString() : QStringLiteral("%1 left").arg(formatDuration(seconds));
}

QString activeLine(const TransferRow& row)
{
    return joined({shortened(row.name()), progressWords(row).rightJustified(5),
                   formatSpeed(row.bytesPerSecond), left(row.secondsLeft), stateWords(row)});
}

QString totalLine(const RunPicture& picture)
{
    return joined(
        {QStringLiteral("Total").leftJustified(nameWidth),
         formatPercent(picture.storedBytes, picture.bytes).rightJustified(5),
         QStringLiteral("%1 of %2").arg(formatBytes(picture.storedBytes), formatBytes(picture.bytes)),
         QStringLiteral("%1 of %2 files").arg(picture.filesDone).arg(picture.files),
         formatSpeed(picture.bytesPerSecond), left(picture.secondsLeft)});
}

} // namespace

TextReport::TextReport(Console& console, QString stateFolder)
    : m_console(console), m_stateFolder(std::move(stateFolder))
{
}

void TextReport::queued(const TransferRow& row)
{
    noteWriter(row);
    if (!m_console.showsProgress())
        m_console.note(
            QStringLiteral("queued    #%1 %2 -> %3 (%4)")
                .arg(row.id.value)
                .arg(row.source == SourceKind::Stream ? QStringLiteral("standard input") : row.sourcePath,
                     placeOf(row),
                     row.openEnd ? QStringLiteral("size not known yet") : formatBytes(row.size)));
}

void TextReport::noteWriter(const TransferRow& row)
{
    if (row.beingWritten && row.source == SourceKind::File)
        m_console.note(
            QStringLiteral("A program is still writing to %1; it is sent as it is now. --follow sends it to "
                           "its end.")
                .arg(row.sourcePath));
}

void TextReport::refused(const RefusedPath& path)
{
    m_console.complain(QStringLiteral("%1: %2").arg(path.path, errorLine(path.error)));
}

void TextReport::changed(const TransferRow& before, const TransferRow& now)
{
    const bool worthSaying = now.hold != Hold::None && now.hold != before.hold;
    if (worthSaying && !m_console.showsProgress() && now.error)
        m_console.note(QStringLiteral("waiting   #%1 %2").arg(now.id.value).arg(errorLine(*now.error)));
    if (now.noRoom && !before.noRoom)
        m_console.note(QStringLiteral("waiting   #%1 %2").arg(now.id.value).arg(stateSentence(now)));
}

void TextReport::progress(const RunPicture& picture)
{
    if (!m_console.showsProgress())
        return;
    QStringList lines;
    for (const TransferRow& row : picture.active.mid(0, mostActiveLines))
        lines.append(activeLine(row));
    if (picture.active.size() > mostActiveLines)
        lines.append(QStringLiteral("and %1 more").arg(picture.active.size() - mostActiveLines));
    lines.append(totalLine(picture));
    m_console.showProgress(lines);
}

void TextReport::held(const TransferRow& row)
{
    m_console.note(
        QStringLiteral("paused    #%1 %2; the pipe is not read on. \"partway-cli resume %1\" goes on.")
            .arg(row.id.value)
            .arg(row.name()));
}

void TextReport::ended(const TransferRow& row)
{
    switch (row.phase) {
    case Phase::Finished:
        m_console.say(QStringLiteral("finished  #%1 %2 (%3)")
                          .arg(row.id.value)
                          .arg(placeOf(row), formatBytes(row.size)));
        for (const QString& line : receiptLines(findReceipt(m_stateFolder, row)))
            m_console.say(QStringLiteral("          %1").arg(line));
        return;
    case Phase::Skipped:
        m_console.say(QStringLiteral("skipped   #%1 %2 exists").arg(row.id.value).arg(placeOf(row)));
        return;
    case Phase::Paused:
    case Phase::Waiting:
        m_console.note(
            QStringLiteral("paused    #%1 %2 at %3").arg(row.id.value).arg(row.name(), progressWords(row)));
        return;
    case Phase::Aborted:
        m_console.note(QStringLiteral("aborted   #%1 %2").arg(row.id.value).arg(row.name()));
        return;
    case Phase::NeedsAttention:
        if (row.attention == Attention::SignIn && m_signedOut.contains(row.accountId))
            return; // the others of the account wait for the same
        if (row.attention == Attention::SignIn)
            m_signedOut.insert(row.accountId);
        [[fallthrough]];
    case Phase::Failed:
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
    case Phase::Aborting:
        m_console.complain(
            QStringLiteral("%1 #%2 %3: %4")
                .arg(QLatin1String(row.attention == Attention::SignIn ? "sign-in  " : "failed   "))
                .arg(row.id.value)
                .arg(row.sourcePath, row.error ? errorLine(*row.error) : stateSentence(row)));
        if (row.error && row.error->code == QLatin1String("copy-unsupported"))
            m_console.complain(QStringLiteral("          So it goes on: partway-cli retry "
                                              "--through-this-computer %1")
                                   .arg(row.id.value));
        return;
    }
}

void TextReport::troubled(const Error& error)
{
    m_console.complain(errorLine(error));
}

void TextReport::interrupted()
{
    m_console.note(QStringLiteral("Pausing; what is stored stays. Ctrl+C again ends at once."));
}

void TextReport::summary(const RunSummary& summary)
{
    m_console.clearProgress();
    QStringList counts;
    const auto count = [&counts](int number, const char* what) {
        if (number > 0)
            counts.append(QStringLiteral("%1 %2").arg(number).arg(QLatin1String(what)));
    };
    count(summary.finished, "finished");
    count(summary.skipped, "skipped");
    count(summary.failed, "failed");
    count(summary.paused, "paused");
    if (!counts.isEmpty())
        m_console.note(QStringLiteral("%1.").arg(counts.join(QStringLiteral(", "))));
    if (summary.paused > 0 || summary.code == ExitCode::Paused)
        m_console.complain(QStringLiteral("Go on with: partway-cli resume"));
    else if (summary.failed > 0 && summary.failed + summary.finished + summary.skipped > 1)
        m_console.note(QStringLiteral("Try the failed ones again with: partway-cli retry ID"));
}

} // namespace partway
