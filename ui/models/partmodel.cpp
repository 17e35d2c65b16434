// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partmodel.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "format/transfertext.h"

#include <QLocale>

namespace partway {

namespace {

bool looksEqual(const PartRow& a, const PartRow& b)
{
    return a.number == b.number && a.range == b.range && a.state == b.state && a.bytesSent == b.bytesSent &&
           a.attempts == b.attempts && a.bytesPerSecond == b.bytesPerSecond && a.etag == b.etag &&
           a.crc == b.crc && a.lastError == b.lastError;
}

bool isUnderWay(const PartRow& part)
{
    return part.state == PartState::Sending && part.bytesSent > 0 && part.range.length > 0;
}

QString stateText(const PartRow& part)
{
    if (isUnderWay(part))
        return PartModel::tr("%1, %2", "state of a part and its percentage")
            .arg(partStateWords(part.state), formatPercent(part.bytesSent, part.range.length));
    return partStateWords(part.state);
}

QVariant cellText(const PartRow& part, PartColumn column)
{
    const QLocale locale;
    switch (column) {
    case PartColumn::Number:
        return part.number;
    case PartColumn::Range:
        if (part.range.length == 0) // the one part of an empty file
            return {};
        return PartModel::tr("%1 – %2", "first and last byte of a part")
            .arg(locale.toString(part.range.offset), locale.toString(part.range.end() - 1));
    case PartColumn::Size:
        return formatBytes(part.range.length);
    case PartColumn::State:
        return stateText(part);
    case PartColumn::Attempts:
        return part.attempts > 0 ? QVariant(part.attempts) : QVariant();
    case PartColumn::Speed:
        return formatSpeed(part.bytesPerSecond);
    case PartColumn::Etag:
        return QString::fromLatin1(part.etag);
    case PartColumn::Checksum:
        return QString::fromLatin1(part.crc.toHex());
    case PartColumn::LastError:
        return part.lastError ? describeError(*part.lastError).sentence : QString();
    }
    return {};
}

bool isNumber(PartColumn column)
{
    switch (column) {
    case PartColumn::Number:
    case PartColumn::Range:
    case PartColumn::Size:
    case PartColumn::Attempts:
    case PartColumn::Speed:
        return true;
    case PartColumn::State:
    case PartColumn::Etag:
    case PartColumn::Checksum:
    case PartColumn::LastError:
        return false;
    }
    return false;
}

QVariant alignment(PartColumn column)
{
    return QVariant::fromValue(Qt::Alignment(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
}

} // namespace

QString partSentence(const PartRow& part, qsizetype count)
{
    if (part.lastError && part.state != PartState::Stored && part.state != PartState::Adopted)
        return PartModel::tr("Part %1 of %2, %3: %4. %5", "number, count, size, state, last error")
            .arg(QString::number(part.number), QString::number(count), formatBytes(part.range.length),
                 stateText(part), describeError(*part.lastError).sentence);
    return PartModel::tr("Part %1 of %2, %3: %4.", "number, count, size, state")
        .arg(QString::number(part.number), QString::number(count), formatBytes(part.range.length),
             stateText(part));
}

void PartModel::setParts(TransferId id, const QList<PartRow>& parts)
{
    if (id != m_id || parts.size() != m_parts.size()) {
        beginResetModel();
        m_id = id;
        m_parts = parts;
        endResetModel();
        return;
    }
    for (int row = 0; row < parts.size(); ++row) {
        if (looksEqual(m_parts.at(row), parts.at(row)))
            continue;
        m_parts[row] = parts.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, partColumnCount - 1));
    }
}

void PartModel::clear()
{
    setParts({}, {});
}

int PartModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_parts.size());
}

int PartModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : partColumnCount;
}

QVariant PartModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PartRow& part = m_parts.at(index.row());
    const auto column = static_cast<PartColumn>(index.column());
    if (role == Qt::DisplayRole)
        return cellText(part, column);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (role == Qt::AccessibleTextRole && column == PartColumn::Number)
        return partSentence(part, m_parts.size());
    if (role == Qt::ToolTipRole && part.lastError && column == PartColumn::LastError)
        return errorLine(*part.lastError);
    return {};
}

QVariant PartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= partColumnCount)
        return {};
    const auto column = static_cast<PartColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case PartColumn::Number:
        return tr("Part", "number of a part");
    case PartColumn::Range:
        return tr("Bytes", "range of a part");
    case PartColumn::Size:
        return tr("Size");
    case PartColumn::State:
        return tr("State");
    case PartColumn::Attempts:
        return tr("Tries");
    case PartColumn::Speed:
        return tr("Speed");
    case PartColumn::Etag:
        return tr("ETag");
    case PartColumn::Checksum:
        return tr("Checksum");
    case PartColumn::LastError:
        return tr("Last error");
    }
    return {};
}

} // namespace partway
