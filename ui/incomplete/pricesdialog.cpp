// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/pricesdialog.h"

#include "format/errortext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace partway {

namespace {

enum Column { Store, StorageClass, Amount, Unit, Currency, Columns };

} // namespace

PricesDialog::PricesDialog(const PriceTable& prices, const AccountList& accounts, const QString& folder,
                           QWidget* parent)
    : QDialog(parent), m_prices(prices), m_accounts(accounts), m_folder(folder)
{
    setWindowTitle(tr("Prices"));
    auto* about = new QLabel(
        tr("What a store charges for keeping data for a month. Your own prices count before the "
           "list prices that came with Partway (%n of them). An empty storage class stands for all "
           "that have no price of their own; where no price is known, the cost is “unknown”.",
           nullptr, int(prices.given().size())),
        this);
    about->setWordWrap(true);
    m_table = new QTableWidget(0, Columns, this);
    m_table->setAccessibleName(tr("Your own prices"));
    m_table->setHorizontalHeaderLabels(
        {tr("Account or provider"), tr("Storage class"), tr("Price a month"), tr("For a"), tr("Currency")});
    m_table->horizontalHeader()->setSectionResizeMode(Store, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    auto* add = new QPushButton(tr("&Add"), this);
    auto* remove = new QPushButton(tr("&Remove"), this);
    m_status = new QLabel(this);
    m_status->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({.store = {}, .storageClass = {}, .currency = QStringLiteral("USD")});
        m_table->setCurrentCell(m_table->rowCount() - 1, Amount);
    });
    connect(remove, &QPushButton::clicked, this, [this] { m_table->removeRow(m_table->currentRow()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &PricesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const Price& price : prices.own())
        addRow(price);
    auto* row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    resize(640, 360);
}

void PricesDialog::addRow(const Price& price)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* store = new QComboBox(m_table);
    store->setAccessibleName(tr("Account or provider"));
    for (const Account& account : m_accounts.own())
        store->addItem(account.name, account.id);
    QStringList providers;
    for (const Price& given : m_prices.given())
        providers.append(given.store);
    providers.removeDuplicates();
    for (const QString& provider : std::as_const(providers))
        store->addItem(provider, provider);
    if (!price.store.isEmpty() && store->findData(price.store) < 0)
        store->addItem(price.store, price.store);
    store->setCurrentIndex(qMax(0, store->findData(price.store)));
    auto* unit = new QComboBox(m_table);
    unit->setAccessibleName(tr("For a"));
    unit->addItem(QStringLiteral("GB"), false);
    unit->addItem(QStringLiteral("GiB"), true);
    unit->setCurrentIndex(price.binary ? 1 : 0);
    m_table->setCellWidget(row, Store, store);
    m_table->setCellWidget(row, Unit, unit);
    m_table->setItem(row, StorageClass, new QTableWidgetItem(price.storageClass));
    m_table->setItem(row, Amount, new QTableWidgetItem(QLocale().toString(price.perUnit, 'g', 8)));
    m_table->setItem(row, Currency, new QTableWidgetItem(price.currency));
}

std::optional<QList<Price>> PricesDialog::read() const
{
    QList<Price> prices;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto* store = qobject_cast<QComboBox*>(m_table->cellWidget(row, Store));
        const auto* unit = qobject_cast<QComboBox*>(m_table->cellWidget(row, Unit));
        bool isNumber = false;
        Price price;
        price.store = store->currentData().toString();
        price.storageClass = m_table->item(row, StorageClass)->text().trimmed();
        price.perUnit = QLocale().toDouble(m_table->item(row, Amount)->text().trimmed(), &isNumber);
        price.currency = m_table->item(row, Currency)->text().trimmed();
        price.binary = unit->currentData().toBool();
        if (!isNumber || price.perUnit < 0 || price.store.isEmpty() || price.currency.isEmpty())
            return std::nullopt;
        prices.append(price);
    }
    return prices;
}

void PricesDialog::save()
{
    const std::optional<QList<Price>> prices = read();
    if (!prices) {
        m_status->setText(tr("Each row wants a store, a number that is not negative, and a currency."));
        return;
    }
    m_prices.setOwn(*prices);
    if (const Result<void> saved = m_prices.save(m_folder); !saved) {
        m_status->setText(errorLine(saved.error()));
        return;
    }
    Q_EMIT changed(m_prices);
    accept();
}

} // namespace partway
