// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountdialog.h"

#include "accounts/keyfields.h"
#include "accounts/networkfields.h"
#include "accounts/objectfields.h"
#include "accounts/testdialog.h"
#include "dialogs/providers.h"
#include "doctor/learnt.h"
#include "format/destinationtext.h"
#include "format/errortext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace partway {

namespace {

enum Tab { storeTab, networkTab, uploadsTab };

// A role has more fields than a small screen has room for.
QScrollArea* scrolling(QWidget* page)
{
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

AccountDialog::AccountDialog(AccountBook& book, const Account& account, bool isNew, QWidget* parent)
    : QDialog(parent), m_book(book), m_account(account), m_isNew(isNew)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isNew ? tr("Add an account") : tr("Account %1").arg(account.name));
    auto* store = new QWidget(this);
    auto* form = m_form = new QFormLayout(store);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makePlaceFields(*form);
    m_keys = new KeyFields(*form, this);
    connect(m_keys, &KeyFields::profileChosen, this, &AccountDialog::profileChosen);
    makeDestinationFields(*form);
    m_network = new NetworkFields(this);
    m_objects = new ObjectFields(this);
    m_tabs = new QTabWidget(this);
    m_tabs->addTab(scrolling(store), tr("&Store"));
    m_tabs->addTab(scrolling(m_network), tr("Net&work"));
    m_tabs->addTab(scrolling(m_objects), tr("&Uploads"));
    m_fields = m_tabs;

    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setFrameShape(QFrame::StyledPanel);
    m_problem->setMargin(6);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_test = buttons->addButton(tr("&Test connection…"), QDialogButtonBox::ActionRole);
    m_test->setAutoDefault(false);
    m_test->setToolTip(tr("Tries everything that uploads need, with what is written here, saved or not"));
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::test);
    connect(buttons, &QDialogButtonBox::accepted, this, &AccountDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AccountDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_fields, 1);
    layout->addWidget(m_problem);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    connect(&book, &AccountBook::keychainWaits, this, &AccountDialog::tellOfKeychain);
    connect(&book, &AccountBook::keychainWaitsOver, this, &AccountDialog::tellOfKeychain);
    fill(account);
    setMinimumWidth(560);
    resize(600, 680);
}

void AccountDialog::makePlaceFields(QFormLayout& form)
{
    m_name = new QLineEdit(this);
    m_name->setPlaceholderText(tr("What you want to call it"));
    m_provider = new QComboBox(this);
    m_provider->setAccessibleName(tr("Provider"));
    const QList<ProviderFacts> providers = offeredProviders();
    for (const ProviderFacts& provider : providers)
        m_provider->addItem(providerName(provider), provider.id());
    m_endpoint = new QLineEdit(this);
    m_region = new QLineEdit(this);
    m_addressing = new QComboBox(this);
    m_addressing->setAccessibleName(tr("Addressing"));
    m_addressing->addItem(tr("Automatic"), static_cast<int>(Addressing::Auto));
    m_addressing->addItem(tr("Bucket in the path"), static_cast<int>(Addressing::Path));
    m_addressing->addItem(tr("Bucket in the host name"), static_cast<int>(Addressing::Virtual));
    form.addRow(tr("&Name:"), m_name);
    form.addRow(tr("&Provider:"), m_provider);
    m_whereKeys = new QLabel(this);
    m_whereKeys->setTextFormat(Qt::RichText);
    m_whereKeys->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_whereKeys->setOpenExternalLinks(true);
    form.addRow(QString(), m_whereKeys);
    form.addRow(tr("&Endpoint:"), m_endpoint);
    form.addRow(tr("&Region:"), m_region);
    form.addRow(tr("A&ddressing:"), m_addressing);
    connect(m_provider, &QComboBox::activated, this, &AccountDialog::providerChosen);
    connect(m_region, &QLineEdit::textEdited, this, &AccountDialog::regionEdited);
}

void AccountDialog::makeDestinationFields(QFormLayout& form)
{
    m_bucket = new QLineEdit(this);
    m_bucket->setPlaceholderText(tr("Where uploads usually go"));
    m_prefix = new QLineEdit(this);
    m_prefix->setPlaceholderText(tr("folder/below/the/bucket"));
    form.addRow(tr("&Bucket:"), m_bucket);
    form.addRow(tr("Pre&fix:"), m_prefix);
}

void AccountDialog::fill(const Account& account)
{
    m_name->setText(account.name);
    m_provider->setCurrentIndex(qMax(0, m_provider->findData(account.provider)));
    m_endpoint->setText(account.endpoint);
    m_endpoint->setPlaceholderText(providerFacts(account.provider).endpointExample);
    m_region->setText(account.region);
    m_addressing->setCurrentIndex(m_addressing->findData(static_cast<int>(account.addressing)));
    m_keys->fill(account, m_isNew);
    m_bucket->setText(account.bucket);
    m_prefix->setText(account.prefix);
    m_network->fill(account, m_isNew);
    m_objects->fill(account.uploads);
    showFieldsOf(account.provider);
}

// A server that holds the keys has no region for us, and decides itself what becomes of an object.
void AccountDialog::showFieldsOf(const QString& provider)
{
    const bool companion = provider == QLatin1String("companion");
    for (QWidget* field : std::initializer_list<QWidget*>{m_region, m_addressing})
        m_form->setRowVisible(field, !companion);
    const ProviderFacts& facts = providerFacts(provider);
    const QString page = facts.keysUrl.isEmpty() ? facts.consoleUrl : facts.keysUrl;
    const QString link = QStringLiteral("<a href=\"%1\">%2</a>").arg(page.toHtmlEscaped(), QUrl(page).host());
    m_whereKeys->setText(facts.keysUrl.isEmpty() ? tr("Its customers sign in at %1").arg(link)
                                                 : tr("Keys are made at %1").arg(link));
    m_form->setRowVisible(m_whereKeys, !page.isEmpty());
    m_keys->setCompanion(companion);
    m_tabs->setTabEnabled(uploadsTab, !companion);
}

void AccountDialog::suggestEndpoint(const QString& endpoint)
{
    if (!m_endpoint->text().isEmpty() && m_endpoint->text() != m_suggestedEndpoint)
        return; // what was written stays
    m_suggestedEndpoint = endpoint;
    m_endpoint->setText(endpoint);
}

// It most often says where, too.
void AccountDialog::profileChosen(const Account& found)
{
    const bool untouched = m_endpoint->text().isEmpty() || m_endpoint->text() == m_suggestedEndpoint;
    if (!untouched)
        return;
    m_provider->setCurrentIndex(qMax(0, m_provider->findData(found.provider)));
    m_region->setText(found.region);
    m_addressing->setCurrentIndex(m_addressing->findData(static_cast<int>(found.addressing)));
    suggestEndpoint(found.endpoint);
    if (m_name->text().isEmpty())
        m_name->setText(found.name);
}

void AccountDialog::providerChosen()
{
    const ProviderFacts& preset = providerFacts(m_provider->currentData().toString());
    m_region->setText(preset.region);
    showFieldsOf(preset.id());
    m_endpoint->setPlaceholderText(preset.endpointExample);
    suggestEndpoint(presetEndpoint(preset, m_region->text()));
    const bool nameIsOurs = m_name->text().isEmpty() || m_name->text() == m_suggestedName;
    m_suggestedName = preset.name.isEmpty() ? QString() : providerName(preset);
    if (nameIsOurs)
        m_name->setText(m_suggestedName);
}

void AccountDialog::regionEdited()
{
    if (m_suggestedEndpoint.isEmpty() || m_endpoint->text() != m_suggestedEndpoint)
        return;
    suggestEndpoint(
        presetEndpoint(providerFacts(m_provider->currentData().toString()), m_region->text().trimmed()));
}

Account AccountDialog::account() const
{
    Account account = m_account;
    account.name = m_name->text().trimmed();
    account.provider = m_provider->currentData().toString();
    account.endpoint = m_endpoint->text().trimmed();
    account.region = m_region->text().trimmed();
    account.addressing = static_cast<Addressing>(m_addressing->currentData().toInt());
    m_keys->apply(&account);
    m_network->apply(&account);
    account.bucket = m_bucket->text().trimmed();
    account.prefix = m_prefix->text().trimmed();
    if (const Result<ObjectOptions> uploads = m_objects->uploads(); uploads)
        account.uploads = *uploads;
    if (isCompanion(account))
        settleCompanion(&account);
    const Result<Place> place = readPlace(placeText(account.bucket, account.prefix));
    if (place && !account.bucket.isEmpty()) {
        account.bucket = place->bucket;
        account.prefix = place->prefix;
    }
    return account;
}

bool AccountDialog::checkPlace(const Account& account)
{
    if (account.bucket.isEmpty() && account.prefix.isEmpty())
        return true;
    const Result<Place> place = readPlace(placeText(account.bucket, account.prefix));
    if (place && !account.bucket.isEmpty())
        return true;
    showProblem(place ? Error{.kind = ErrorKind::Refused, .code = QStringLiteral("place-empty")}
                      : place.error());
    return false;
}

// The route and the profile are read now, so that what is wrong is told here and not at the first upload.
bool AccountDialog::check(const Account& account)
{
    if (!checkPlace(account))
        return false;
    if (const Result<void> keys = m_keys->check(); !keys) {
        showProblem(keys.error());
        return false;
    }
    if (const Result<NetworkRoute> route = routeOf(account, {}); !route) {
        showProblem(route.error());
        return false;
    }
    if (const Result<ObjectOptions> uploads = m_objects->uploads(); !uploads && !isCompanion(account)) {
        showProblem(uploads.error());
        return false;
    }
    return true;
}

void AccountDialog::accept()
{
    const Account account = this->account();
    if (!check(account))
        return;
    m_problem->hide();
    setBusy(true);
    m_book.saveNetwork(account, m_network->typed(), [self = QPointer(this)](const Result<void>& kept) {
        if (!self)
            return;
        if (kept)
            return self->save();
        self->setBusy(false);
        self->showProblem(kept.error());
    });
}

void AccountDialog::save()
{
    Account account = this->account();
    if (!m_findings.isEmpty() && account.endpoint == m_tested.endpoint && account.bucket == m_tested.bucket)
        keepFindings(m_findings, QDateTime::currentDateTimeUtc(), &account);
    m_book.save(
        account, m_keys->typed(),
        [self = QPointer(this)](const Result<void>& saved) {
            if (!self)
                return;
            self->setBusy(false);
            if (saved)
                self->QDialog::accept();
            else
                self->showProblem(saved.error());
        },
        [self = QPointer(this)] { return self && self->isVisible(); });
}

void AccountDialog::test()
{
    const Account account = this->account();
    if (!check(account))
        return;
    m_problem->hide();
    m_test->setEnabled(false);
    awaitKeychain(usesKeychain(account) && m_keys->typed().secretKey.isEmpty());
    m_book.prepareTest(account, m_keys->typed(), m_network->typed(),
                       [self = QPointer(this), account](const Result<Visit>& visit) {
                           if (!self)
                               return;
                           self->m_test->setEnabled(true);
                           self->awaitKeychain(false);
                           if (!visit)
                               return self->showProblem(visit.error());
                           self->m_tested = account;
                           auto* dialog = new TestDialog(account.name, *visit, self);
                           connect(dialog, &TestDialog::tested, self, &AccountDialog::testEnded);
                           dialog->open();
                       });
}

void AccountDialog::testEnded(const QList<Finding>& findings)
{
    m_findings = findings;
    const QString region = learntFrom(findings).facts.region;
    if (!region.isEmpty())
        m_region->setText(region);
}

QWidget* AccountDialog::fieldFor(const QString& code) const
{
    if (code.startsWith(QLatin1String("endpoint-")))
        return m_endpoint;
    if (code.startsWith(QLatin1String("place-")))
        return m_bucket;
    if (code == QLatin1String("account-name-empty"))
        return m_name;
    if (QWidget* field = m_network->fieldFor(code))
        return field;
    if (QWidget* field = m_objects->fieldFor(code))
        return field;
    return m_keys->fieldFor(code);
}

void AccountDialog::showWords(const QString& words)
{
    m_problem->setText(words);
    m_problem->setAccessibleName(words);
    m_problem->show();
}

void AccountDialog::showProblem(const Error& error)
{
    showWords(errorLine(error));
    QWidget* field = fieldFor(error.code);
    if (!field)
        return;
    const bool objects = m_objects->isAncestorOf(field);
    m_tabs->setCurrentIndex(objects ? uploadsTab : m_network->isAncestorOf(field) ? networkTab : storeTab);
    field->setFocus(Qt::OtherFocusReason);
}

QString AccountDialog::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void AccountDialog::focusSecret()
{
    m_keys->focusSecret();
}

// The keychain may be asking for its password in another window: the fields wait, Cancel still works.
void AccountDialog::setBusy(bool busy)
{
    m_fields->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_test->setEnabled(!busy);
    m_save->setText(busy ? tr("Saving…") : tr("Save"));
    awaitKeychain(busy);
}

void AccountDialog::awaitKeychain(bool waits)
{
    m_awaitsKeychain = waits;
    tellOfKeychain();
}

// The keychain may keep others waiting, too; only what this dialog waits for is its business.
void AccountDialog::tellOfKeychain()
{
    if (m_awaitsKeychain && m_book.isKeychainWaitedFor())
        showWords(keychainWaitText());
    else if (m_problem->text() == keychainWaitText())
        m_problem->hide();
}

} // namespace partway
