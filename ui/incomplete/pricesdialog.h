// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "incomplete/pricetable.h"

#include <QDialog>

class QLabel;
class QTableWidget;

namespace partway {

// What stores charge for keeping data: the person's own prices, beside those that came with the program.
class PricesDialog final : public QDialog
{
    Q_OBJECT
public:
    PricesDialog(const PriceTable& prices, const AccountList& accounts, const QString& folder,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(const partway::PriceTable& prices);

private:
    void addRow(const Price& price);
    std::optional<QList<Price>> read() const; // nothing: a row makes no sense
    void save();

    PriceTable m_prices;
    const AccountList& m_accounts;
    const QString m_folder;
    QTableWidget* m_table = nullptr;
    QLabel* m_status = nullptr;
};

} // namespace partway
