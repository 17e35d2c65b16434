// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/importdialog.h"

#include "accounts/profiletext.h"
#include "format/errortext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace partway {

namespace {

enum Column { ProfileColumn, KeysColumn, RegionColumn, EndpointColumn, BecomesColumn };

} // namespace

ImportDialog::ImportDialog(AccountBook& book, QWidget* parent)
    : QDialog(parent), m_book(book), m_environment(QProcessEnvironment::systemEnvironment()),
      m_files(loadAwsFiles(m_environment)), m_profiles(importableProfiles(m_files, m_environment))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import from AWS files"));
    auto* head = new QLabel(this);
    head->setWordWrap(true);
    head->setTextFormat(Qt::PlainText);
    const QString folder = QDir::toNativeSeparators(awsFolder(m_environment));
    head->setText(
        m_profiles.isEmpty()
            ? tr("There are no profiles in %1.").arg(folder)
            : tr("These profiles are in %1. Each one that is ticked becomes an account.").arg(folder));
    makeList();
    m_copy = new QCheckBox(tr("&Copy lasting keys into the keychain of this computer"), this);
    m_copy->setToolTip(tr("Else the profile is read each time keys are needed, and nothing is copied"));
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_copy);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
    connect(m_copy, &QCheckBox::toggled, this, &ImportDialog::tell);
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem*, int column) {
        if (column == ProfileColumn)
            tell();
    });
    tell();
    resize(860, 400);
}

void ImportDialog::makeList()
{
    m_list = new QTreeWidget(this);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHeaderLabels({tr("Profile"), tr("Keys"), tr("Region"), tr("Endpoint"), tr("What it becomes")});
    m_list->header()->setStretchLastSection(true);
}

bool ImportDialog::canTake(const ImportableProfile& profile) const
{
    return !profile.problem && !m_book.accounts().byName(profile.account.name);
}

QString ImportDialog::plan(const ImportableProfile& profile) const
{
    if (profile.problem)
        return errorLine(*profile.problem);
    if (m_book.accounts().byName(profile.account.name))
        return tr("Nothing: there is an account of this name");
    if (m_copy && m_copy->isChecked() && profile.hasLastingKeys)
        return tr("An account with these keys in the keychain");
    if (!profile.process.isEmpty())
        return tr("An account; Partway asks before it runs %1").arg(profile.process);
    return tr("An account that reads the profile each time");
}

void ImportDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    for (const ImportableProfile& profile : m_profiles) {
        const bool can = canTake(profile);
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(ProfileColumn, profile.account.profile);
        item->setText(KeysColumn, profile.problem ? tr("None") : profileText(profile));
        item->setText(RegionColumn, profile.account.region);
        item->setText(EndpointColumn, profile.account.endpoint);
        item->setToolTip(EndpointColumn, profile.account.endpoint);
        item->setFlags(can ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::ItemIsSelectable);
        item->setCheckState(ProfileColumn, can ? Qt::Checked : Qt::Unchecked);
    }
    tell();
    for (int column = ProfileColumn; column < BecomesColumn; ++column)
        m_list->resizeColumnToContents(column);
    m_list->setColumnWidth(EndpointColumn, qMin(280, m_list->columnWidth(EndpointColumn)));
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

QList<int> ImportDialog::ticked() const
{
    QList<int> rows;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->checkState(ProfileColumn) == Qt::Checked)
            rows.append(row);
    }
    return rows;
}

void ImportDialog::tell()
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QString words = plan(m_profiles[row]);
        m_list->topLevelItem(row)->setText(BecomesColumn, words);
        m_list->topLevelItem(row)->setToolTip(BecomesColumn, words);
    }
    const int count = int(ticked().size());
    if (!m_import)
        return; // still being made
    m_import->setText(count == 0 ? tr("&Import") : tr("&Import %n account(s)", nullptr, count));
    m_import->setEnabled(count > 0);
    m_copy->setEnabled(std::any_of(m_profiles.begin(), m_profiles.end(), [this](const auto& profile) {
        return canTake(profile) && profile.hasLastingKeys;
    }));
}

void ImportDialog::accept()
{
    m_left = ticked();
    m_problems.clear();
    m_done = 0;
    m_list->setEnabled(false);
    m_copy->setEnabled(false);
    m_import->setEnabled(false);
    next();
}

// One after the other: a keychain that asks, asks once.
void ImportDialog::next()
{
    if (m_left.isEmpty()) {
        if (m_done > 0)
            Q_EMIT imported(m_done);
        if (m_problems.isEmpty())
            return QDialog::accept();
        m_note->setText(m_problems.join(u'\n'));
        m_note->setAccessibleName(m_note->text());
        m_note->show();
        m_list->setEnabled(true);
        m_list->clear();
        return fill();
    }
    const ImportableProfile& profile = m_profiles[m_left.takeFirst()];
    Account account = profile.account;
    account.id = newAccountId();
    Credentials keys;
    if (m_copy->isChecked() && profile.hasLastingKeys)
        keys = takeKeysOf(&account, m_files, m_environment);
    m_book.save(account, keys.secretKey, [self = QPointer(this), account](const Result<void>& saved) {
        if (self)
            self->taken(account, saved);
    });
}

void ImportDialog::taken(const Account& account, const Result<void>& saved)
{
    if (saved)
        ++m_done;
    else
        m_problems.append(QStringLiteral("%1: %2").arg(account.name, errorLine(saved.error())));
    QMetaObject::invokeMethod(this, &ImportDialog::next, Qt::QueuedConnection); // save() may end inside
}

} // namespace partway
