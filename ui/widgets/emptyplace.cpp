// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptyplace.h"

#include "paint/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace partway {

namespace {

constexpr int iconSize = 64;

QIcon iconNamed(const QString& name)
{
    return name == QLatin1String("partway") ? applicationIcon() : ownIcon(name);
}

} // namespace

EmptyPlace::EmptyPlace(const QString& icon, const QString& headline, const QString& text, QWidget* parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* picture = new QLabel(this);
    picture->setPixmap(iconNamed(icon).pixmap(iconSize, iconSize));
    auto* title = new QLabel(headline, this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
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
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(title);
    auto* line = new QHBoxLayout; // keeps the text narrow and in the middle
    line->addStretch(1);
    line->addWidget(m_text, 8);
    line->addStretch(1);
    layout->addLayout(line);
    layout->addSpacing(6);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

void EmptyPlace::setText(const QString& text)
{
    m_text->setText(text);
}

QPushButton* EmptyPlace::addButton(const QString& icon, const QString& text)
{
    auto* button = new QPushButton(ownIcon(icon), text, this);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace partway
