// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchangelog.h"

#include <QPushButton>

namespace partway {

// Leads from an error that a page tells to what was asked and answered. Seen only where that was noted, by
// the time the error was told: a later request of somebody else is none of it.
class ExchangeButton final : public QPushButton
{
    Q_OBJECT
public:
    // log: null: nothing is noted. It outlives this.
    ExchangeButton(const ExchangeLog* log, QWidget* parent);

    // name: what the request was about, for the title. endpoint: of the account.
    void setError(const std::optional<Error>& error, const QString& name, const QString& endpoint);

private:
    void open();

    const ExchangeLog* m_log;
    std::optional<Exchange> m_exchange;
    QString m_name;
};

} // namespace partway
