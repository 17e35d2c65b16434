// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchangebutton.h"

#include "dialogs/exchangedialog.h"
#include "paint/icons.h"

#include <QMessageBox>

namespace partway {

ExchangeButton::ExchangeButton(const ExchangeLog* log, QWidget* parent)
    : QPushButton(ownIcon(QStringLiteral("info")), tr("Re&quest and reply…"), parent), m_log(log)
{
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &ExchangeButton::open);
    hide();
}

void ExchangeButton::setError(const std::optional<Error>& error, const QString& name, const QString& endpoint)
{
    m_exchange = m_log && error ? m_log->findFor(*error, endpoint) : std::nullopt;
    m_name = name;
    setVisible(m_exchange.has_value());
}

void ExchangeButton::open()
{
    if (!m_exchange)
        return;
    QWidget* above = window();
    if (qobject_cast<QMessageBox*>(above)) // it closes with each of its buttons
        above = above->parentWidget();
    (new ExchangeDialog(m_name, *m_exchange, above))->open();
}

} // namespace partway
