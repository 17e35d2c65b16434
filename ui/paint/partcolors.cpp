// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/partcolors.h"

#include <algorithm>

namespace partway {

namespace {

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto blend = [share](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(blend(a.redF(), b.redF()), blend(a.greenF(), b.greenF()),
                            blend(a.blueF(), b.blueF()));
}

// Lines of one pixel's width at 45 degrees, clipped to the box. Drawn, not brushed: brush patterns do not
// scale with the screen.
void drawDiagonals(QPainter& painter, const QRectF& box, bool rising, double step)
{
    const double height = box.height();
    for (double x = box.left() - height; x < box.right(); x += step) {
        const QPointF from(x, rising ? box.bottom() : box.top());
        const QPointF to(x + height, rising ? box.top() : box.bottom());
        painter.drawLine(from, to);
    }
}

void drawDots(QPainter& painter, const QRectF& box, const QColor& color)
{
    constexpr double step = 4;
    constexpr double size = 1.5;
    int line = 0;
    for (double y = box.top() + step / 2; y < box.bottom(); y += step, ++line) {
        const double shift = line % 2 == 0 ? step / 2 : step;
        for (double x = box.left() + shift; x < box.right(); x += step)
            painter.fillRect(QRectF(x - size / 2, y - size / 2, size, size), color);
    }
}

void paintHatched(QPainter& painter, const QRectF& box, const QColor& color, bool crossed)
{
    QColor ground = color;
    ground.setAlphaF(0.30F);
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.fillRect(box, ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4));
    drawDiagonals(painter, box, true, 4.5);
    if (crossed)
        drawDiagonals(painter, box, false, 4.5);
    painter.restore();
}

void paintSending(QPainter& painter, const QRectF& box, double filled, const QColor& color)
{
    QColor light = color;
    light.setAlphaF(0.22F);
    painter.fillRect(box, light);
    light.setAlphaF(0.60F);
    const double width = box.width() * std::clamp(filled, 0.0, 1.0);
    painter.fillRect(QRectF(box.left(), box.top(), width, box.height()), light);
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor finishedColor(const QPalette& palette)
{
    return isDark(palette) ? QColor(0x4c, 0xaf, 0x6e) : QColor(0x2e, 0x8b, 0x57);
}

QColor troughColor(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.04);
}

QColor outlineColor(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.42);
}

QColor partColor(PartState state, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (state) {
    case PartState::Missing:
        return troughColor(palette);
    case PartState::Hashing:
    case PartState::Sending:
    case PartState::Stored:
    case PartState::Adopted:
        return dark ? QColor(0x5b, 0x9d, 0xf5) : QColor(0x24, 0x6f, 0xd6);
    case PartState::Retrying:
        return dark ? QColor(0xf0, 0xb4, 0x4c) : QColor(0xb8, 0x6e, 0x00);
    case PartState::Failed:
        return dark ? QColor(0xf2, 0x7d, 0x72) : QColor(0xc6, 0x28, 0x28);
    }
    return {};
}

void paintPart(QPainter& painter, const QRectF& box, PartState state, double filled, bool finished,
               const QPalette& palette)
{
    const QColor color = finished ? finishedColor(palette) : partColor(state, palette);
    switch (state) {
    case PartState::Missing:
        painter.fillRect(box, color);
        return;
    case PartState::Hashing: {
        painter.fillRect(box, troughColor(palette));
        const double line = std::min(2.0, box.height() / 3);
        painter.fillRect(QRectF(box.left(), box.bottom() - line, box.width(), line), color);
        return;
    }
    case PartState::Sending:
        painter.fillRect(box, troughColor(palette));
        paintSending(painter, box, filled, color);
        return;
    case PartState::Stored:
        painter.fillRect(box, color);
        return;
    case PartState::Adopted:
        painter.fillRect(box, color);
        painter.save();
        painter.setClipRect(box, Qt::IntersectClip);
        drawDots(painter, box, palette.color(QPalette::Base));
        painter.restore();
        return;
    case PartState::Retrying:
        paintHatched(painter, box, color, false);
        return;
    case PartState::Failed:
        paintHatched(painter, box, color, true);
        return;
    }
}

} // namespace partway
