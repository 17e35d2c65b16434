// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/isolateddelegate.h"

namespace partway {

// Paints the part strip of a row with the percentage beside it. The text is the cell's own, so that screen
// readers have it, too.
class ProgressDelegate final : public IsolatedDelegate
{
    Q_OBJECT
public:
    using IsolatedDelegate::IsolatedDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace partway
