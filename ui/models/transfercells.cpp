// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the cells of the transfer model say: text, tool tip, icon and the value that sorts.
#include "models/transfermodel.h"

#include "format/destinationtext.h"
#include "format/numbers.h"
#include "format/transfertext.h"
#include "paint/icons.h"

#include <QLocale>

#include <algorithm>

namespace partway {

namespace {

bool standsRight(TransferColumn column)
{
    switch (column) {
    case TransferColumn::Size:
    case TransferColumn::Speed:
    case TransferColumn::TimeLeft:
    case TransferColumn::Added:
        return true;
    case TransferColumn::Name:
    case TransferColumn::Destination:
    case TransferColumn::Progress:
    case TransferColumn::State:
        return false;
    }
    return false;
}

qint64 shownBytes(const TransferRow& row)
{
    return row.phase == Phase::Finished ? row.size : row.storedBytes;
}

QString percentText(const TransferRow& row)
{
    if (row.phase == Phase::Finished)
        return formatPercent(1, 1);
    return row.openEnd ? QStringLiteral("…")
                       : formatPercent(row.storedBytes, row.size); // of what, nobody knows
}

QString progressSentence(const TransferRow& row)
{
    if (row.openEnd)
        return TransferModel::tr("%1 of %2 so far stored on the server")
            .arg(formatBytes(row.storedBytes), formatBytes(row.size));
    QString text = TransferModel::tr("%1 of %2 stored on the server")
                       .arg(formatBytes(shownBytes(row)), formatBytes(row.size));
    if (row.partCount > 1)
        text += u'\n' + TransferModel::tr("%1 of %2 parts stored").arg(row.storedParts).arg(row.partCount);
    if (row.inFlightBytes > 0)
        text += u'\n' + TransferModel::tr("%1 on their way").arg(formatBytes(row.inFlightBytes));
    if (row.resentBytes > 0)
        text += u'\n' + TransferModel::tr("%1 sent twice").arg(formatBytes(row.resentBytes));
    return text;
}

} // namespace

QString stateIconName(Phase phase)
{
    switch (phase) {
    case Phase::Waiting:
        return QStringLiteral("waiting");
    case Phase::Paused:
        return QStringLiteral("paused");
    case Phase::NeedsAttention:
    case Phase::Failed:
        return QStringLiteral("warning");
    case Phase::Aborted:
        return QStringLiteral("abort");
    case Phase::Skipped:
        return QStringLiteral("remove");
    case Phase::Finished:
        return QStringLiteral("finished");
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
    case Phase::Aborting:
        return QStringLiteral("active");
    }
    return {};
}

QString stateIconName(const TransferRow& row)
{
    if (isRunning(row.phase) && row.hold != Hold::None)
        return QStringLiteral("waiting");
    if (row.phase == Phase::Aborted && row.leftovers)
        return QStringLiteral("warning");
    return stateIconName(row.phase);
}

QVariant TransferModel::alignment(TransferColumn column)
{
    return QVariant::fromValue(Qt::Alignment(standsRight(column) ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= transferColumnCount)
        return {};
    const auto column = static_cast<TransferColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case TransferColumn::Name:
        return tr("Name");
    case TransferColumn::Destination:
        return tr("Destination");
    case TransferColumn::Size:
        return tr("Size");
    case TransferColumn::Progress:
        return tr("Progress");
    case TransferColumn::State:
        return tr("State");
    case TransferColumn::Speed:
        return tr("Speed");
    case TransferColumn::TimeLeft:
        return tr("Time left");
    case TransferColumn::Added:
        return tr("Added");
    }
    return {};
}

QIcon TransferModel::icon(const QString& name) const
{
    QIcon& icon = m_icons[name];
    if (icon.isNull())
        icon = ownIcon(name);
    return icon;
}

QString TransferModel::destination(const TransferRow& row) const
{
    const QString key = QString::fromUtf8(row.key);
    return placeText(row.bucket, key.left(key.lastIndexOf(u'/') + 1));
}

QVariant TransferModel::text(const TransferRow& row, TransferColumn column) const
{
    switch (column) {
    case TransferColumn::Name:
        return row.name();
    case TransferColumn::Destination:
        return destination(row);
    case TransferColumn::Size:
        return formatBytes(row.size);
    case TransferColumn::Progress:
        return percentText(row);
    case TransferColumn::State:
        return stateWords(row);
    case TransferColumn::Speed:
        return isRunning(row.phase) ? formatSpeed(row.bytesPerSecond) : QString();
    case TransferColumn::TimeLeft:
        return isRunning(row.phase) ? formatDuration(row.secondsLeft) : QString();
    case TransferColumn::Added:
        return formatWhen(row.addedAt, QDateTime::currentDateTimeUtc());
    }
    return {};
}

QVariant TransferModel::toolTip(const TransferRow& row, TransferColumn column) const
{
    switch (column) {
    case TransferColumn::Name:
        if (row.copies)
            return tr("Copy from %1").arg(row.sourcePath);
        return row.source == SourceKind::Stream ? tr("What came through a pipe") : row.sourcePath;
    case TransferColumn::Destination:
        return tr("%1 in account %2")
            .arg(placeText(row.bucket, QString::fromUtf8(row.key)), m_accountName(row.accountId));
    case TransferColumn::Size:
        return tr("%1 bytes").arg(QLocale().toString(row.size));
    case TransferColumn::Progress:
        return progressSentence(row);
    case TransferColumn::State:
        return stateSentence(row);
    case TransferColumn::Speed:
    case TransferColumn::TimeLeft:
        return {};
    case TransferColumn::Added:
        return QLocale().toString(row.addedAt.toLocalTime(), QLocale::LongFormat);
    }
    return {};
}

QVariant TransferModel::sortValue(const TransferRow& row, TransferColumn column) const
{
    switch (column) {
    case TransferColumn::Name:
        return row.name();
    case TransferColumn::Destination:
        return destination(row);
    case TransferColumn::Size:
        return row.size;
    case TransferColumn::Progress:
        return row.phase == Phase::Finished ? 2.0
                                            : static_cast<double>(row.storedBytes) /
                                                  static_cast<double>(std::max<qint64>(row.size, 1));
    case TransferColumn::State:
        return static_cast<int>(row.phase);
    case TransferColumn::Speed:
        return row.bytesPerSecond;
    case TransferColumn::TimeLeft:
        return row.secondsLeft;
    case TransferColumn::Added:
        return row.addedAt.toMSecsSinceEpoch();
    }
    return {};
}

} // namespace partway
