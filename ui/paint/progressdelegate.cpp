// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/progressdelegate.h"

#include "format/numbers.h"
#include "models/transfermodel.h"
#include "paint/partstrip.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace partway {

namespace {

constexpr int margin = 6;
constexpr int stripHeight = 14;

StripInput inputOf(const QModelIndex& index)
{
    StripInput input;
    input.states = index.data(StripRole).toByteArray();
    input.size = index.data(SizeRole).toLongLong();
    input.storedBytes = index.data(StoredBytesRole).toLongLong();
    input.inFlightBytes = index.data(InFlightBytesRole).toLongLong();
    input.partCount = index.data(PartCountRole).toInt();
    input.finished = static_cast<Phase>(index.data(PhaseRole).toInt()) == Phase::Finished;
    input.openEnd = index.data(OpenEndRole).toBool();
    return input;
}

} // namespace

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const int textWidth = cell.fontMetrics.horizontalAdvance(formatPercent(1, 1)) + margin;
    const QRect inner = cell.rect.adjusted(margin, 0, -margin, 0);
    QRect strip(inner.left(), 0, inner.width() - textWidth - margin,
                std::min(stripHeight, inner.height() - 4));
    strip.moveTop(inner.top() + (inner.height() - strip.height()) / 2);
    const QRect label(inner.right() - textWidth + 1, inner.top(), textWidth, inner.height());
    painter->save();
    if (strip.width() > 12)
        paintStrip(*painter, QStyle::visualRect(cell.direction, inner, strip), inputOf(index), cell.palette,
                   cell.direction);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter->setPen(cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(cell.font);
    painter->drawText(QStyle::visualRect(cell.direction, inner, label), Qt::AlignRight | Qt::AlignVCenter,
                      text);
    painter->restore();
}

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {180, std::max(option.fontMetrics.height() + 8, stripHeight + 8)};
}

} // namespace partway
