// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/errorcard.h"

#include "models/allowedactions.h"
#include "paint/icons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace partway {

namespace {

QLabel* textLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ErrorCard::ErrorCard(QWidget* parent) : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    m_icon = new QLabel(this);
    m_sentence = textLabel(this);
    QFont bold = font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    m_cause = textLabel(this);
    m_buttonRow = new QHBoxLayout;
    addButton(RowAction::Retry, tr("&Retry"), "retry");
    addButton(RowAction::Replace, tr("Rep&lace"), "replace");
    addButton(RowAction::KeepBoth, tr("Kee&p both"), "copy");
    addButton(RowAction::Skip, tr("S&kip"), "remove");
    addButton(RowAction::ThroughHere, tr("Copy throu&gh this computer"), "start-over");
    addButton(RowAction::Repair, tr("Check and r&epair"), "repair");
    addButton(RowAction::StartOver, tr("&Start over"), "start-over");
    addButton(RowAction::Follow, tr("Follow while it is &written"), "active");
    addButton(RowAction::CloseSource, tr("The file is &complete"), "finished");
    addButton(RowAction::SignIn, tr("Sign &in…"), "sign-in");
    addButton(RowAction::Abort, tr("A&bort…"), "abort");
    m_exchange = new QPushButton(ownIcon(QStringLiteral("info")), tr("Re&quest and reply…"), this);
    m_exchange->setAutoDefault(false);
    m_exchange->setFlat(true);
    connect(m_exchange, &QPushButton::clicked, this, &ErrorCard::exchangeWanted);
    m_buttonRow->addWidget(m_exchange);
    m_buttonRow->addStretch(1);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_cause, 1, 1);
    layout->addLayout(m_buttonRow, 2, 1);
    hide();
}

void ErrorCard::addButton(RowAction action, const QString& text, const char* icon)
{
    auto* button = new QPushButton(ownIcon(QLatin1String(icon)), text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionWanted(action); });
    m_buttons.insert(static_cast<int>(action), button);
    m_buttonRow->addWidget(button);
}

void ErrorCard::setRow(const TransferRow& row, bool hasExchange)
{
    const std::optional<CardText> card = cardFor(row);
    setVisible(card.has_value());
    if (!card)
        return;
    m_icon->setPixmap(
        ownIcon(card->calm ? QStringLiteral("waiting") : QStringLiteral("warning")).pixmap(22, 22));
    m_sentence->setText(card->sentence);
    m_cause->setText(card->cause);
    m_cause->setVisible(!card->cause.isEmpty());
    m_exchange->setVisible(hasExchange);
    setAccessibleName(card->sentence);
    setAccessibleDescription(card->cause);
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setVisible(card->buttons.testFlag(static_cast<RowAction>(it.key())));
}

} // namespace partway
