// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/copydialog.h"

#include "buckets/carriedfields.h"
#include "buckets/placedialog.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "widgets/storechoice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace partway {

namespace {

QString nameOf(const BucketRow& row)
{
    const QString key = QString::fromUtf8(row.key);
    return key.mid(key.lastIndexOf(u'/', -2) + 1);
}

} // namespace

CopyDialog::CopyDialog(StoreOffice& office, const AccountList& accounts, const CopyIntake::Wish& wish,
                       QWidget* parent)
    : QDialog(parent), m_office(office), m_accounts(accounts), m_wish(wish)
{
    const bool one = wish.rows.size() == 1 && wish.rows.first().kind == BucketRowKind::Object;
    setWindowTitle(tr("Copy to another place"));
    auto* what =
        new QLabel(one ? tr("Copy “%1”").arg(QString::fromUtf8(wish.rows.first().key))
                       : tr("Copy %n row(s), folders with all that is in them", "", int(wish.rows.size())),
                   this);
    what->setWordWrap(true);
    QWidget* fields = makeFields(one);
    m_throughHere = new QCheckBox(tr("Let the bytes &pass through this computer"), this);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(3 * m_note->fontMetrics().lineSpacing()); // so that nothing jumps
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("&Copy"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(fields);
    layout->addWidget(m_throughHere);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_account, &QComboBox::currentIndexChanged, this, &CopyDialog::check);
    connect(m_place, &QLineEdit::textChanged, this, &CopyDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &CopyDialog::check);
    connect(m_carried, &CarriedFields::changed, this, &CopyDialog::check);
    connect(m_throughHere, &QCheckBox::toggled, this, &CopyDialog::check);
    check();
}

QWidget* CopyDialog::makeFields(bool one)
{
    auto* fields = new QWidget(this);
    m_account = new QComboBox(fields);
    fillWithStores(*m_account, m_accounts, m_wish.to.accountId);
    m_place = new QLineEdit(placeText(m_wish.to.bucket, m_wish.to.prefix), fields);
    m_place->setMinimumWidth(280);
    m_place->setPlaceholderText(tr("bucket/folder/"));
    m_place->setAccessibleName(tr("Bucket and folder to copy to"));
    auto* browseButton = new QPushButton(tr("&Browse…"), fields);
    browseButton->setAutoDefault(false);
    connect(browseButton, &QPushButton::clicked, this, &CopyDialog::browse);
    m_name = new QLineEdit(one ? nameOf(m_wish.rows.first()) : QString(), fields);
    m_name->setAccessibleName(tr("Name of the copy"));
    m_exists = new QComboBox(fields);
    m_exists->addItem(tr("Ask"), int(IfExists::Ask));
    m_exists->addItem(tr("Replace it"), int(IfExists::Replace));
    m_exists->addItem(tr("Keep both"), int(IfExists::Rename));
    m_exists->addItem(tr("Skip"), int(IfExists::Skip));
    auto* place = new QHBoxLayout;
    place->addWidget(m_place, 1);
    place->addWidget(browseButton);
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Account:"), m_account);
    form->addRow(tr("&To:"), place);
    qobject_cast<QLabel*>(form->labelForField(place))->setBuddy(m_place);
    form->addRow(tr("&Name:"), m_name);
    form->setRowVisible(m_name, one);
    form->addRow(tr("If it &exists:"), m_exists);
    m_carried = new CarriedFields(form);
    return fields;
}

std::optional<Account> CopyDialog::target() const
{
    return m_accounts.byId(m_account->currentData().toString());
}

bool CopyDialog::isSameServiceChosen() const
{
    const std::optional<Account> from = m_accounts.byId(m_wish.fromAccount);
    const std::optional<Account> to = target();
    return from && to && isSameService(*from, *to);
}

QString CopyDialog::noteFor(bool same) const
{
    if (!same)
        return tr(
            "One service cannot read what another keeps. The bytes can be read here and sent on; that takes "
            "as long as a download and an upload.");
    if (m_throughHere->isChecked())
        return tr("The store could copy by itself, which is faster.");
    return tr("The store copies by itself, in parts; nothing passes through this computer.");
}

void CopyDialog::check()
{
    const Result<Place> place = readPlace(m_place->text());
    const bool same = isSameServiceChosen();
    const bool named = !m_name->isVisibleTo(this) || !m_name->text().isEmpty();
    const std::optional<Account> to = target();
    const bool tags = !to || !place || takesTags(*to, place->bucket);
    m_carried->setTagsTaken(tags);
    const Result<std::optional<ObjectOptions>> carried = m_carried->options();
    m_ok->setEnabled(place.ok() && carried.ok() && named && (same || m_throughHere->isChecked()));
    if (!place)
        m_note->setText(errorLine(place.error()));
    else if (!carried)
        m_note->setText(errorLine(carried.error()));
    else if (tags)
        m_note->setText(noteFor(same));
    else
        m_note->setText(tr("Objects have no tags there: the copy will have none. %1").arg(noteFor(same)));
}

void CopyDialog::browse()
{
    const Result<Place> place = readPlace(m_place->text());
    const Destination from{m_account->currentData().toString(), place ? place->bucket : QString(),
                           place ? place->prefix : QString()};
    auto* dialog = new PlaceDialog(m_office, m_accounts, tr("Copy to"), from, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Destination to = dialog->destination();
        m_account->setCurrentIndex(m_account->findData(to.accountId));
        m_place->setText(placeText(to.bucket, to.prefix));
    });
    dialog->open();
}

CopyIntake::Wish CopyDialog::wish() const
{
    CopyIntake::Wish wish = m_wish;
    const Result<Place> place = readPlace(m_place->text());
    if (place)
        wish.to = {m_account->currentData().toString(), place->bucket, place->prefix};
    wish.name = m_name->isVisibleTo(this) ? m_name->text().toUtf8() : QByteArray();
    wish.ifExists = IfExists(m_exists->currentData().toInt());
    wish.throughHere = m_throughHere->isChecked();
    if (const Result<std::optional<ObjectOptions>> carried = m_carried->options())
        wish.carries = *carried;
    return wish;
}

} // namespace partway
