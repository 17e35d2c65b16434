// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/roomystyle.h"

#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

namespace partway {

namespace {

constexpr int air = 6; // on each side of a cell's text

// Trees without a header are lists (the sidebar), and look better as the style has them.
bool isTable(const QWidget* widget)
{
    if (qobject_cast<const QTableView*>(widget))
        return true;
    const auto* tree = qobject_cast<const QTreeView*>(widget);
    return tree && !tree->isHeaderHidden();
}

// Those beside the rows are left alone: they make the rows as high as themselves.
bool isHeaderAbove(const QWidget* widget)
{
    const auto* header = qobject_cast<const QHeaderView*>(widget);
    return header && header->orientation() == Qt::Horizontal;
}

} // namespace

int RoomyStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    // A cell's text is set in by this frame's width and one pixel more.
    if (metric == PM_FocusFrameHMargin && isTable(widget))
        return qMax(usual, air - 1);
    if (metric == PM_HeaderMargin && isHeaderAbove(widget))
        return qMax(usual, air);
    return usual;
}

} // namespace partway
