// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QFrame>
#include <QHash>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace partway {

enum class RowAction;

// Why a row is not going on: a sentence, the likely cause, and the buttons that fit.
class ErrorCard final : public QFrame
{
    Q_OBJECT
public:
    explicit ErrorCard(QWidget* parent = nullptr);

    // Hides itself when there is nothing to say. hasExchange: what was asked and answered can be shown.
    void setRow(const TransferRow& row, bool hasExchange);

Q_SIGNALS:
    void actionWanted(partway::RowAction action);
    void exchangeWanted();

private:
    void addButton(RowAction action, const QString& text, const char* icon);

    QLabel* m_icon = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_cause = nullptr;
    QHBoxLayout* m_buttonRow = nullptr;
    QPushButton* m_exchange = nullptr;
    QHash<int, QPushButton*> m_buttons; // by RowAction
};

} // namespace partway
