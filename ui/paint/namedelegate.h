// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/isolateddelegate.h"

namespace partway {

// Paints the cells of a list with folders. In the column of names: an arrow in front of a folder, and its
// files below it set in. A selected row shows no frame around the one cell that is current: the row is what
// counts.
class NameDelegate final : public IsolatedDelegate
{
    Q_OBJECT
public:
    using IsolatedDelegate::IsolatedDelegate;

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    // Where the arrow of a folder is, in a cell of these bounds.
    static QRect arrowBox(const QRect& cell, Qt::LayoutDirection direction);
};

} // namespace partway
