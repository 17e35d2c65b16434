// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/namedelegate.h"

#include "models/transferfilter.h"

#include <QApplication>
#include <QPainter>

namespace partway {

namespace {

constexpr int arrowWidth = 20;
constexpr int levelWidth = 26; // of a file below its folder

} // namespace

QRect NameDelegate::arrowBox(const QRect& cell, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, cell, QRect(cell.left(), cell.top(), arrowWidth, cell.height()));
}

void NameDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    IsolatedDelegate::initStyleOption(option, index);
    if (option->state.testFlag(QStyle::State_Selected))
        option->state.setFlag(QStyle::State_HasFocus, false);
}

// The background spans the whole cell, so that a selection has no gap where the text is set in.
void NameDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const bool names = index.column() == static_cast<int>(TransferColumn::Name);
    const auto look = names ? static_cast<FolderLook>(index.data(FolderRole).toInt()) : FolderLook::None;
    const int level = names ? index.data(LevelRole).toInt() : 0;
    const int inset = look != FolderLook::None ? arrowWidth - 2 : level * levelWidth;
    if (inset == 0) {
        IsolatedDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);

    QStyleOptionViewItem inner = option;
    const QRect rest = option.rect.adjusted(inset, 0, 0, 0);
    inner.rect = QStyle::visualRect(option.direction, option.rect, rest);
    inner.viewItemPosition = QStyleOptionViewItem::Middle; // no edge of its own
    IsolatedDelegate::paint(painter, inner, index);
    if (look == FolderLook::None)
        return;
    QStyleOption arrow;
    arrow.direction = option.direction;
    arrow.state = option.state;
    arrow.palette = option.palette;
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QColor text = option.palette.color(QPalette::HighlightedText);
        arrow.palette.setColor(QPalette::WindowText, text);
        arrow.palette.setColor(QPalette::ButtonText, text);
    }
    const QRect box = arrowBox(option.rect, option.direction);
    arrow.rect = QRect(0, 0, 10, 10);
    arrow.rect.moveCenter(box.center());
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const auto closed = leftToRight ? QStyle::PE_IndicatorArrowRight : QStyle::PE_IndicatorArrowLeft;
    style->drawPrimitive(look == FolderLook::Expanded ? QStyle::PE_IndicatorArrowDown : closed, &arrow,
                         painter, cell.widget);
}

} // namespace partway
