// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the cells of a folder's row say: the sums over its files.
#include "format/destinationtext.h"
#include "format/numbers.h"
#include "models/folderstrip.h"
#include "models/transferfilter.h"
#include "paint/icons.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace partway {

namespace {

// A strip over many files is not made anew for every acknowledged part.
constexpr int manyMembers = 2'000;
constexpr qint64 manyMembersEveryMs = 1'000;

QString percentText(const FolderTotals& totals)
{
    return totals.isFinished() ? formatPercent(1, 1) : formatPercent(totals.storedBytes, totals.size);
}

double share(const FolderTotals& totals)
{
    return totals.isFinished() ? 2.0
                               : static_cast<double>(totals.storedBytes) /
                                     static_cast<double>(std::max<qint64>(totals.size, 1));
}

} // namespace

QByteArray TransferFilter::stripOf(const Folder& folder) const
{
    const bool soon = folder.members.size() > manyMembers && folder.stripMade.isValid() &&
                      folder.stripMade.elapsed() < manyMembersEveryMs;
    if (!folder.stripIsOld || (soon && !folder.totals.isFinished()))
        return folder.strip;
    FolderStrip strip(folder.totals.size);
    QList<int> rows = folder.members;
    if (m_sortColumn >= 0 && folder.expanded) // the strip stays in the order in which the files came
        std::sort(rows.begin(), rows.end());
    for (int row : std::as_const(rows))
        strip.add(m_model.transfer(row));
    folder.strip = strip.result();
    folder.stripIsOld = false;
    folder.stripMade.start();
    return folder.strip;
}

QVariant TransferFilter::folderText(const Folder& folder, const DroppedFolder& what,
                                    TransferColumn column) const
{
    const FolderTotals& totals = folder.totals;
    switch (column) {
    case TransferColumn::Name:
        return tr("%1 (%2)", "a folder and the number of its files").arg(what.name, filesText(totals));
    case TransferColumn::Destination:
        return placeText(what.bucket, QString::fromUtf8(what.prefix));
    case TransferColumn::Size:
        return formatBytes(totals.size);
    case TransferColumn::Progress:
        return percentText(totals);
    case TransferColumn::State:
        return folderWords(totals);
    case TransferColumn::Speed:
        return totals.active > 0 ? formatSpeed(totals.bytesPerSecond) : QString();
    case TransferColumn::TimeLeft:
        return totals.active > 0 ? formatDuration(totals.secondsLeft()) : QString();
    case TransferColumn::Added:
        return folder.members.isEmpty() ? QString()
                                        : formatWhen(m_model.transfer(folder.members.first()).addedAt,
                                                     QDateTime::currentDateTimeUtc());
    }
    return {};
}

QVariant TransferFilter::folderToolTip(const Folder& folder, const DroppedFolder& what,
                                       TransferColumn column) const
{
    const FolderTotals& totals = folder.totals;
    switch (column) {
    case TransferColumn::Name:
        return QDir::toNativeSeparators(what.path);
    case TransferColumn::Destination:
        return tr("%1 in account %2")
            .arg(placeText(what.bucket, QString::fromUtf8(what.prefix) + what.name + u'/'),
                 m_model.accountName(what.accountId));
    case TransferColumn::Size:
        return tr("%1 bytes").arg(QLocale().toString(totals.size));
    case TransferColumn::Progress:
        return folderProgress(totals);
    case TransferColumn::State:
        return folderSentence(totals);
    case TransferColumn::Speed:
    case TransferColumn::TimeLeft:
        return {};
    case TransferColumn::Added:
        return folder.members.isEmpty()
                   ? QString()
                   : QLocale().toString(m_model.transfer(folder.members.first()).addedAt.toLocalTime(),
                                        QLocale::LongFormat);
    }
    return {};
}

QVariant TransferFilter::folderData(const Folder& folder, const DroppedFolder& what, TransferColumn column,
                                    int role) const
{
    const FolderTotals& totals = folder.totals;
    switch (role) {
    case Qt::DisplayRole:
        return folderText(folder, what, column);
    case Qt::ToolTipRole:
        return folderToolTip(folder, what, column);
    case Qt::TextAlignmentRole:
        return TransferModel::alignment(column);
    case Qt::AccessibleTextRole:
        return column == TransferColumn::Name ? QVariant(spokenFolder(what.name, totals, folder.expanded))
                                              : folderText(folder, what, column);
    case Qt::DecorationRole:
        if (column == TransferColumn::Name)
            return m_model.icon(QStringLiteral("folder"));
        return column == TransferColumn::State ? QVariant(m_model.icon(stateIconName(phaseOf(totals))))
                                               : QVariant();
    case PhaseRole:
        return static_cast<int>(totals.isFinished() ? Phase::Finished : phaseOf(totals));
    case StripRole:
        return stripOf(folder);
    case SizeRole:
        return totals.size;
    case StoredBytesRole:
        return totals.storedBytes;
    case InFlightBytesRole:
        return totals.inFlightBytes;
    case PartCountRole:
        return totals.files;
    case LevelRole:
        return 0;
    case FolderRole:
        return static_cast<int>(folder.expanded ? FolderLook::Expanded : FolderLook::Collapsed);
    case SortRole:
        return folderSortValue(folder, what, column);
    default:
        return {};
    }
}

QVariant TransferFilter::folderSortValue(const Folder& folder, const DroppedFolder& what,
                                         TransferColumn column) const
{
    const FolderTotals& totals = folder.totals;
    switch (column) {
    case TransferColumn::Name:
        return what.name;
    case TransferColumn::Progress:
        return share(totals);
    case TransferColumn::Size:
        return totals.size;
    case TransferColumn::State:
        return static_cast<int>(phaseOf(totals));
    case TransferColumn::Speed:
        return totals.bytesPerSecond;
    case TransferColumn::TimeLeft:
        return totals.secondsLeft();
    case TransferColumn::Added:
        return folder.members.isEmpty()
                   ? 0
                   : m_model.transfer(folder.members.first()).addedAt.toMSecsSinceEpoch();
    case TransferColumn::Destination:
        return folderText(folder, what, column);
    }
    return {};
}

} // namespace partway
