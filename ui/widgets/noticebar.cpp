// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/noticebar.h"

#include "paint/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace partway {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Notice"));
    auto* icon = new QLabel(this);
    icon->setPixmap(ownIcon(QStringLiteral("info")).pixmap(20, 20));
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button = new QPushButton(this);
    m_button->hide();
    auto* close = new QToolButton(this);
    close->setIcon(ownIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this notice"));
    close->setAccessibleName(tr("Close this notice"));
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(10, 4, 4, 4);
    m_layout->addWidget(icon);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_button);
    m_layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_pressed)
            m_pressed();
    });
    hide();
}

void NoticeBar::show(const QString& text, const QString& button, std::function<void()> pressed)
{
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_pressed = std::move(pressed);
    for (QPushButton* other : std::as_const(m_others))
        other->hide();
    setVisible(true);
}

void NoticeBar::addButton(QPushButton* button)
{
    m_others.append(button);
    m_layout->insertWidget(m_layout->count() - 1, button);
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace partway
