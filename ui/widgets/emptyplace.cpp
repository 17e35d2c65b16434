// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptyplace.h"

#include "paint/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace partway {

namespace {

constexpr int iconSize = 64;

} // namespace

EmptyPlace::EmptyPlace(const QString& icon, const QString& headline, const QString& text, QWidget* parent)
    : QWidget(parent), m_icon(icon)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_picture = new QLabel(this);
    showPicture();
    m_title = new QLabel(headline, this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text = new QLabel(text, this);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(560);
    m_buttons = new QHBoxLayout;
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    auto* line = new QHBoxLayout; // keeps the text narrow and in the middle
    line->addStretch(1);
    line->addWidget(m_text, 8);
    line->addStretch(1);
    layout->addLayout(line);
    layout->addSpacing(6);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

// In a quiet tone: large and black it would be the loudest of the window.
void EmptyPlace::showPicture()
{
    const bool own = m_icon != QLatin1String("partway");
    const QIcon icon = own ? ownIcon(m_icon) : applicationIcon();
    m_picture->setPixmap(
        icon.pixmap(QSize(iconSize, iconSize), devicePixelRatioF(), own ? QIcon::Disabled : QIcon::Normal));
}

void EmptyPlace::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (m_picture && event->type() == QEvent::PaletteChange)
        showPicture();
}

void EmptyPlace::setHeadline(const QString& headline)
{
    m_title->setText(headline);
}

void EmptyPlace::setText(const QString& text)
{
    m_text->setText(text);
}

QPushButton* EmptyPlace::addButton(const QString& icon, const QString& text)
{
    auto* button = new QPushButton(ownIcon(icon), text, this);
    addButton(button);
    return button;
}

void EmptyPlace::addButton(QPushButton* button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

} // namespace partway
