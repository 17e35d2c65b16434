// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of IncompleteModel.
#include "format/errortext.h"
#include "format/incompletetext.h"
#include "format/numbers.h"
#include "format/transfertext.h"
#include "incomplete/incompletemodel.h"

#include <QFont>
#include <QLocale>

namespace partway {

namespace {

QString exactTime(const QDateTime& at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : QString();
}

// The time of day of an old one is in its tip: the column is narrow.
QString dayOrWhen(const QDateTime& at, const QDateTime& now)
{
    constexpr int recentDays = 7;
    if (at.isValid() && at.daysTo(now) > recentDays)
        return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
    return formatWhen(at, now);
}

// What is to be known of a bucket's listing and rules.
QString notesText(const BucketReport& report)
{
    QStringList sentences;
    for (const QString& note : report.notes)
        sentences.append(bucketNoteWords(note));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString phaseWords(const QString& phase)
{
    TransferRow row;
    row.phase = phaseFromName(phase);
    return stateWords(row);
}

bool isNumber(IncompleteColumn column)
{
    return column == IncompleteColumn::Parts || column == IncompleteColumn::Kept ||
           column == IncompleteColumn::Cost || column == IncompleteColumn::Age;
}

} // namespace

QString incompleteColumnTitle(IncompleteColumn column)
{
    switch (column) {
    case IncompleteColumn::Name:
        return IncompleteModel::tr("Name");
    case IncompleteColumn::Started:
        return IncompleteModel::tr("Started");
    case IncompleteColumn::Age:
        return IncompleteModel::tr("Age");
    case IncompleteColumn::Initiator:
        return IncompleteModel::tr("Begun by");
    case IncompleteColumn::Owner:
        return IncompleteModel::tr("Owner");
    case IncompleteColumn::StorageClass:
        return IncompleteModel::tr("Storage class");
    case IncompleteColumn::Parts:
        return IncompleteModel::tr("Parts");
    case IncompleteColumn::Kept:
        return IncompleteModel::tr("Kept");
    case IncompleteColumn::NewestPart:
        return IncompleteModel::tr("Newest part");
    case IncompleteColumn::Cost:
        return IncompleteModel::tr("Cost a month");
    case IncompleteColumn::Deadline:
        return IncompleteModel::tr("Will be deleted");
    case IncompleteColumn::State:
        return IncompleteModel::tr("State");
    }
    return {};
}

QVariant IncompleteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= incompleteColumnCount)
        return {};
    const auto column = IncompleteColumn(section);
    if (role == Qt::DisplayRole)
        return incompleteColumnTitle(column);
    if (role == Qt::TextAlignmentRole && isNumber(column))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant IncompleteModel::data(const QModelIndex& index, int role) const
{
    const Bucket* bucket = bucketAt(index);
    if (!bucket)
        return {};
    const Row* row = rowAt(index);
    const auto column = IncompleteColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return row ? rowText(*row, column) : bucketText(*bucket, column);
    case SortRole:
        return row ? rowSort(*row, column) : bucketSort(*bucket, column);
    case KeyRole:
        return row ? row->entry.upload.upload.key : QByteArray();
    case IsBucketRole:
        return row == nullptr;
    case CopiesRole:
        return row ? copies(row->entry.upload.ref()) : 0;
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return column == IncompleteColumn::Name ? QVariant(spoken(index)) : QVariant();
    case Qt::FontRole:
        if (!row) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant IncompleteModel::bucketText(const Bucket& bucket, IncompleteColumn column) const
{
    switch (column) {
    case IncompleteColumn::Name:
        return tr("%1 (%n)", "a bucket and how many uploads it has", int(bucket.rows.size()))
            .arg(bucket.name);
    case IncompleteColumn::Parts:
        return bucket.rows.isEmpty() ? QVariant() : QVariant(QLocale().toString(bucket.sums.parts));
    case IncompleteColumn::Kept:
        return bucket.rows.isEmpty() ? QVariant() : QVariant(formatBytes(bucket.sums.bytes));
    case IncompleteColumn::Cost:
        return bucket.rows.isEmpty() ? QVariant() : QVariant(costWords(bucket.sums.cost));
    case IncompleteColumn::State:
        if (bucket.report.error)
            return describeError(*bucket.report.error).sentence;
        return bucket.done ? notesText(bucket.report) : tr("Looking…");
    case IncompleteColumn::Started:
    case IncompleteColumn::Age:
    case IncompleteColumn::Initiator:
    case IncompleteColumn::Owner:
    case IncompleteColumn::StorageClass:
    case IncompleteColumn::NewestPart:
    case IncompleteColumn::Deadline:
        return {};
    }
    return {};
}

QVariant IncompleteModel::rowText(const Row& row, IncompleteColumn column) const
{
    const IncompleteUpload& upload = row.entry.upload;
    const bool counted = upload.parts >= 0;
    switch (column) {
    case IncompleteColumn::Name:
        return QString::fromUtf8(upload.upload.key);
    case IncompleteColumn::Started:
        return upload.upload.initiated.isValid() // the time of day is in its tip
                   ? QLocale().toString(upload.upload.initiated.toLocalTime().date(), QLocale::ShortFormat)
                   : QString();
    case IncompleteColumn::Age:
        return ageWords(upload.upload.initiated, m_now);
    case IncompleteColumn::Initiator:
        return upload.upload.initiator;
    case IncompleteColumn::Owner:
        return upload.upload.owner;
    case IncompleteColumn::StorageClass:
        return upload.upload.storageClass;
    case IncompleteColumn::Parts:
        return counted ? QLocale().toString(upload.parts) : tr("?", "not known");
    case IncompleteColumn::Kept:
        return counted ? formatBytes(upload.bytesKept) : tr("?", "not known");
    case IncompleteColumn::NewestPart:
        return dayOrWhen(upload.newestPart, m_now);
    case IncompleteColumn::Cost:
        return row.entry.cost ? costWords(row.entry.cost) : tr("unknown");
    case IncompleteColumn::Deadline:
        return row.entry.deadline.by == Deadline::By::Unknown ? tr("unknown")
                                                              : deadlineWords(row.entry.deadline, m_now);
    case IncompleteColumn::State:
        return stateText(row);
    }
    return {};
}

QString IncompleteModel::stateText(const Row& row) const
{
    switch (row.work) {
    case IncompleteWork::None:
        break;
    case IncompleteWork::Waiting:
        return tr("Will be aborted");
    case IncompleteWork::Aborting:
        return tr("Aborting…");
    case IncompleteWork::Failed:
        return row.words;
    }
    QStringList words;
    if (row.entry.own.id > 0)
        words.append(tr("Yours: %1").arg(phaseWords(row.entry.own.phase)));
    if (const int count = copies(row.entry.upload.ref()); count > 1)
        words.append(tr("one of %n for this name", nullptr, count));
    return words.join(QStringLiteral(", "));
}

QVariant IncompleteModel::rowSort(const Row& row, IncompleteColumn column) const
{
    const IncompleteUpload& upload = row.entry.upload;
    switch (column) {
    case IncompleteColumn::Name:
        return QString::fromUtf8(upload.upload.key);
    case IncompleteColumn::Started:
        return upload.upload.initiated;
    case IncompleteColumn::Age: // the oldest last, as numbers go
        return -upload.upload.initiated.toSecsSinceEpoch();
    case IncompleteColumn::Initiator:
        return upload.upload.initiator;
    case IncompleteColumn::Owner:
        return upload.upload.owner;
    case IncompleteColumn::StorageClass:
        return upload.upload.storageClass;
    case IncompleteColumn::Parts:
        return upload.parts;
    case IncompleteColumn::Kept:
        return upload.bytesKept;
    case IncompleteColumn::NewestPart:
        return upload.newestPart;
    case IncompleteColumn::Cost:
        return row.entry.cost ? row.entry.cost->amount : -1.0;
    case IncompleteColumn::Deadline:
        return row.entry.deadline.at;
    case IncompleteColumn::State:
        return stateText(row);
    }
    return {};
}

QVariant IncompleteModel::bucketSort(const Bucket& bucket, IncompleteColumn column) const
{
    if (column == IncompleteColumn::Parts)
        return bucket.sums.parts;
    if (column == IncompleteColumn::Kept)
        return bucket.sums.bytes;
    return bucket.name;
}

QString IncompleteModel::toolTip(const QModelIndex& index) const
{
    const Row* row = rowAt(index);
    if (!row) {
        const Bucket& bucket = *bucketAt(index);
        QStringList lines;
        if (bucket.report.error) {
            const ErrorText text = describeError(*bucket.report.error);
            lines << text.sentence << text.cause;
        }
        lines.append(notesText(bucket.report));
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    const IncompleteUpload& upload = row->entry.upload;
    switch (IncompleteColumn(index.column())) {
    case IncompleteColumn::Deadline:
        return deadlineSentence(row->entry.deadline, m_now);
    case IncompleteColumn::Started:
        return exactTime(upload.upload.initiated);
    case IncompleteColumn::NewestPart:
        return exactTime(upload.newestPart);
    case IncompleteColumn::Kept:
        return upload.parts < 0 ? tr("The parts have not been counted, or the store does not list them.")
                                : tr("%1 bytes").arg(QLocale().toString(upload.bytesKept));
    case IncompleteColumn::State:
        return row->words.isEmpty() ? stateText(*row) : row->words;
    case IncompleteColumn::Name:
        return tr("%1\nUpload id: %2").arg(QString::fromUtf8(upload.upload.key), upload.upload.uploadId);
    default:
        return {};
    }
}

QString IncompleteModel::spoken(const QModelIndex& index) const
{
    const Row* row = rowAt(index);
    if (!row) {
        const Bucket& bucket = *bucketAt(index);
        const QString words =
            tr("Bucket %1, %n incomplete upload(s), %2 kept", nullptr, int(bucket.rows.size()))
                .arg(bucket.name, formatBytes(bucket.sums.bytes));
        const QString state = bucketText(bucket, IncompleteColumn::State).toString();
        return state.isEmpty() ? words : words + QStringLiteral(", ") + state;
    }
    QStringList words{QString::fromUtf8(row->entry.upload.upload.key)};
    for (IncompleteColumn column : {IncompleteColumn::Age, IncompleteColumn::Kept, IncompleteColumn::Cost,
                                    IncompleteColumn::Deadline, IncompleteColumn::State}) {
        if (const QString text = rowText(*row, column).toString(); !text.isEmpty())
            words.append(QStringLiteral("%1 %2").arg(incompleteColumnTitle(column).toLower(), text));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace partway
