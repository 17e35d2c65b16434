// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dropoverlay.h"

#include "paint/icons.h"

#include <QPainter>

namespace partway {

DropOverlay::DropOverlay(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DropOverlay::showText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.95F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 3, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(14, 14, -14, -14), 12, 12);

    constexpr int iconSize = 56;
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    const QFontMetrics metrics(large);
    const QRect textSpace = rect().adjusted(40, 0, -40, 0);
    const QRect textBox =
        metrics.boundingRect(textSpace, Qt::AlignCenter | Qt::TextWrapAnywhere | Qt::TextWordWrap, m_text);
    const int top = (height() - iconSize - 16 - textBox.height()) / 2;
    ownIcon(QStringLiteral("drop")).paint(&painter, QRect((width() - iconSize) / 2, top, iconSize, iconSize));
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(textSpace.left(), top + iconSize + 16, textSpace.width(), textBox.height() + 4),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_text);
}

} // namespace partway
