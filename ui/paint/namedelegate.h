// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace partway {

// Paints the names of a list with folders: an arrow in front of a folder, and its files below it set in.
class NameDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    // Where the arrow of a folder is, in a cell of these bounds.
    static QRect arrowBox(const QRect& cell, Qt::LayoutDirection direction);
};

} // namespace partway
