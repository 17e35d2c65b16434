// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/placedialog.h"

#include "format/destinationtext.h"
#include "format/errortext.h"
#include "widgets/storechoice.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace partway {

PlaceDialog::PlaceDialog(StoreOffice& office, const AccountList& accounts, const QString& title,
                         const Destination& from, QWidget* parent)
    : QDialog(parent), m_accounts(accounts)
{
    setWindowTitle(title);
    resize(520, 480);
    m_account = new QComboBox(this);
    m_account->setAccessibleName(tr("Account"));
    fillWithStores(*m_account, accounts, from.accountId);
    m_tree = new BucketTree(office, BucketTree::Show::Places, this);
    m_filter = new BucketFilter(*m_tree, this);
    m_view = new BucketView(*m_tree, *m_filter, this);
    m_view->setFrameShape(QFrame::StyledPanel);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAcceptDrops(false);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    m_place = new QLineEdit(placeText(from.bucket, from.prefix), this);
    m_place->setAccessibleName(tr("Bucket and folder"));
    m_place->setPlaceholderText(tr("bucket/folder/"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* form = new QFormLayout;
    form->addRow(tr("&Account:"), m_account);
    auto* place = new QFormLayout;
    place->addRow(tr("&Place:"), m_place);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_state);
    layout->addLayout(place);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_account, &QComboBox::currentIndexChanged, this, &PlaceDialog::showAccount);
    connect(m_view, &BucketView::chosen, this, &PlaceDialog::showPlace);
    connect(m_tree, &BucketTree::bucketsChanged, this, &PlaceDialog::showState);
    connect(m_place, &QLineEdit::textChanged, this, &PlaceDialog::showState);
    showAccount();
}

void PlaceDialog::showAccount()
{
    const QString id = m_account->currentData().toString();
    const std::optional<Account> account = m_accounts.byId(id);
    m_tree->setAccount(id, account ? account->bucket : QString());
}

void PlaceDialog::showState()
{
    const Result<Place> place = readPlace(m_place->text());
    m_ok->setEnabled(place.ok() && m_account->count() > 0);
    if (m_tree->isAsking())
        m_state->setText(tr("Asking for the buckets…"));
    else if (m_tree->error())
        m_state->setText(tr("The buckets cannot be listed: %1 You can write the place by hand.")
                             .arg(describeError(*m_tree->error()).sentence));
    else
        m_state->setText(place ? QString() : errorLine(place.error()));
    m_state->setVisible(!m_state->text().isEmpty());
}

void PlaceDialog::showPlace()
{
    const BucketRow row = m_tree->row(m_view->currentSource());
    if (row.isPlace())
        m_place->setText(placeText(row.bucket, QString::fromUtf8(row.key)));
}

Destination PlaceDialog::destination() const
{
    const Result<Place> place = readPlace(m_place->text());
    return place ? Destination{m_account->currentData().toString(), place->bucket, place->prefix}
                 : Destination{};
}

} // namespace partway
