// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/roomystyle.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <cmath>

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

constexpr double enough = 4.6; // 4.5 to 1 is AA; rounding takes some

double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

QColor mixed(const QColor& ink, const QColor& ground, double share)
{
    const auto part = [share](float of, float with) {
        return static_cast<float>(of * share + with * (1 - share));
    };
    return QColor::fromRgbF(part(ink.redF(), ground.redF()), part(ink.greenF(), ground.greenF()),
                            part(ink.blueF(), ground.blueF()));
}

// A button whose whole area opens a menu.
const QStyleOptionToolButton* menuButton(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    const bool opens = button && button->features.testFlag(QStyleOptionToolButton::HasMenu) &&
                       !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    return opens && button->toolButtonStyle != Qt::ToolButtonIconOnly ? button : nullptr;
}

constexpr int markSize = 8;
constexpr int markRoom = markSize + 6;

} // namespace

void makeLegible(QPalette& palette)
{
    for (QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        const QColor ink = palette.color(group, QPalette::WindowText);
        const QColor window = palette.color(group, QPalette::Window);
        const QColor base = palette.color(group, QPalette::Base);
        const QColor now = palette.color(group, QPalette::PlaceholderText);
        QColor quiet = mixed(now, window, now.alphaF());
        for (double share = 0.55;
             std::min(contrast(quiet, window), contrast(quiet, base)) < enough && share <= 1; share += 0.05)
            quiet = mixed(ink, window, share);
        palette.setColor(group, QPalette::PlaceholderText, quiet);
    }
}

void RoomyStyle::polish(QPalette& palette)
{
    QProxyStyle::polish(palette);
    makeLegible(palette);
}

int RoomyStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize RoomyStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                   const QWidget* widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ItemViewItem && isTable(widget)) // rows that do not touch
        return size.expandedTo({0, option->fontMetrics.height() + 6});
    return type == CT_ToolButton && menuButton(option) ? size + QSize(markRoom, 0) : size;
}

void RoomyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const
{
    const QStyleOptionToolButton* button = control == CC_ToolButton ? menuButton(option) : nullptr;
    if (!button) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    QStyleOptionToolButton bare = *button;
    bare.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    bare.text += QStringLiteral("\u2003"); // the room of the mark
    QProxyStyle::drawComplexControl(control, &bare, painter, widget);
    QStyleOption mark = *button;
    const QRect at(button->rect.right() - markRoom, button->rect.center().y() - markSize / 2 + 1, markSize,
                   markSize);
    mark.rect = visualRect(button->direction, button->rect, at);
    proxy()->drawPrimitive(PE_IndicatorArrowDown, &mark, painter, widget);
}

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
