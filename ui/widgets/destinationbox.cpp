// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/destinationbox.h"

#include "format/destinationtext.h"
#include "format/errortext.h"
#include "paint/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalBlocker>
#include <QToolButton>

namespace partway {

namespace {

constexpr int historyLength = 12;
const QString accountKey = QStringLiteral("destination/account");
const QString historyKey = QStringLiteral("destination/places");

} // namespace

DestinationBox::DestinationBox(const AccountList& accounts, QWidget* parent)
    : QWidget(parent), m_accounts(accounts)
{
    m_account = new QComboBox(this);
    m_account->setAccessibleName(tr("Account to upload to"));
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_account->setToolTip(tr("The account that new files are uploaded with"));
    m_place = new QComboBox(this);
    m_place->setEditable(true);
    m_place->setInsertPolicy(QComboBox::NoInsert);
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_place->setMinimumContentsLength(14);
    m_place->setAccessibleName(tr("Bucket and prefix to upload to"));
    m_place->lineEdit()->setPlaceholderText(tr("bucket/prefix"));
    m_place->lineEdit()->setAccessibleName(tr("Bucket and prefix to upload to"));
    // A file that is dropped here is to be uploaded, not spelt out.
    m_place->setAcceptDrops(false);
    m_place->lineEdit()->setAcceptDrops(false);

    auto* label = new QLabel(tr("T&o:"), this);
    label->setBuddy(m_place);
    auto* arrow = new QLabel(isRightToLeft() ? QStringLiteral("◂") : QStringLiteral("▸"), this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addWidget(m_account);
    layout->addWidget(arrow);
    layout->addWidget(m_place, 1);
    auto* browse = new QToolButton(this);
    browse->setText(tr("Browse…"));
    browse->setIcon(ownIcon(QStringLiteral("folder")));
    browse->setAutoRaise(true);
    browse->setFocusPolicy(Qt::TabFocus);
    browse->setToolTip(tr("Choose the destination from the buckets and folders of the account"));
    browse->setAccessibleName(tr("Browse for a destination"));
    layout->addWidget(browse);
    connect(browse, &QToolButton::clicked, this, &DestinationBox::browseWanted);
    connect(m_account, &QComboBox::currentIndexChanged, this, [this] {
        showAccount();
        Q_EMIT changed();
    });
    connect(m_place, &QComboBox::editTextChanged, this, [this] {
        showProblem();
        Q_EMIT changed();
    });
    reloadAccounts();
}

QString DestinationBox::accountId() const
{
    return m_account->currentData().toString();
}

void DestinationBox::reloadAccounts()
{
    const QString before = accountId();
    {
        const QSignalBlocker quiet(m_account);
        m_account->clear();
        for (const Account& account : m_accounts.own())
            m_account->addItem(account.name, account.id);
        m_account->setCurrentIndex(qMax(0, m_account->findData(before)));
    }
    setEnabled(m_account->count() > 0);
    if (accountId() != before)
        showAccount();
    Q_EMIT changed();
}

void DestinationBox::showAccount()
{
    QStringList places = history(accountId());
    const std::optional<Account> account = m_accounts.byId(accountId());
    const QString usual = account ? placeText(account->bucket, account->prefix) : QString();
    if (!usual.isEmpty() && !places.contains(usual))
        places.append(usual);
    const QSignalBlocker quiet(m_place);
    m_place->clear();
    m_place->addItems(places);
    m_place->setCurrentIndex(places.isEmpty() ? -1 : 0);
    if (places.isEmpty())
        m_place->clearEditText();
    showProblem();
}

void DestinationBox::showProblem()
{
    const Result<Destination> to = destination();
    m_place->setToolTip(to ? tr("New files are uploaded to %1").arg(placeText(to->bucket, to->prefix))
                           : errorLine(to.error()));
}

Result<Destination> DestinationBox::destination() const
{
    if (accountId().isEmpty())
        return Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("account-none")};
    const Result<Place> place = readPlace(m_place->currentText());
    if (!place)
        return place.error();
    return Destination{accountId(), place->bucket, place->prefix};
}

Destination DestinationBox::destinationSoFar() const
{
    const Result<Destination> to = destination();
    return to ? *to : Destination{accountId(), {}, {}};
}

void DestinationBox::setDestination(const Destination& destination)
{
    const int index = m_account->findData(destination.accountId);
    if (index >= 0)
        m_account->setCurrentIndex(index);
    m_place->setEditText(placeText(destination.bucket, destination.prefix));
}

void DestinationBox::rememberPlace()
{
    const Result<Destination> to = destination();
    if (!to)
        return;
    const QString text = placeText(to->bucket, to->prefix);
    QStringList& places = m_history[to->accountId];
    places.removeAll(text);
    places.prepend(text);
    while (places.size() > historyLength)
        places.removeLast();
    const QSignalBlocker quiet(m_place);
    m_place->clear();
    m_place->addItems(places);
    m_place->setEditText(text);
}

void DestinationBox::focusPlace()
{
    m_place->setFocus(Qt::OtherFocusReason);
    m_place->lineEdit()->selectAll();
}

void DestinationBox::saveState(QSettings& settings) const
{
    settings.setValue(accountKey, accountId());
    settings.beginGroup(historyKey);
    for (auto it = m_history.cbegin(); it != m_history.cend(); ++it)
        settings.setValue(it.key(), it.value());
    settings.endGroup();
}

void DestinationBox::restoreState(const QSettings& settings)
{
    for (const Account& account : m_accounts.own()) {
        const QStringList places = settings.value(historyKey + u'/' + account.id).toStringList();
        if (!places.isEmpty())
            m_history.insert(account.id, places);
    }
    m_account->setCurrentIndex(qMax(0, m_account->findData(settings.value(accountKey))));
    showAccount();
    Q_EMIT changed();
}

} // namespace partway
