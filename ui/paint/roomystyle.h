// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace partway {

// Any style, calmer: with air between the columns of tables (most leave so little that a number which ends
// one column and a word which begins the next read as one), explanations that can be read, no pictures on the
// usual buttons of dialogs, and a mark beside, not below, the text of a button that opens a menu.
class RoomyStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit RoomyStyle(const QString& name) : QProxyStyle(name) {} // a QStyleFactory key

    using QProxyStyle::polish;
    void polish(QPalette& palette) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

// Gives quiet text (explanations, placeholders) at least the contrast of WCAG AA on either ground: many
// styles draw it half transparent.
void makeLegible(QPalette& palette);

} // namespace partway
