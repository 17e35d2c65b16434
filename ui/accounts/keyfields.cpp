// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keyfields.h"

#include "accounts/notelabel.h"
#include "accounts/profiletext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace partway {

namespace {

constexpr int minute = 60;

void choose(QComboBox& box, SecretSource source)
{
    box.setCurrentIndex(qMax(0, box.findData(int(source))));
}

SecretSource chosen(const QComboBox& box)
{
    return static_cast<SecretSource>(box.currentData().toInt());
}

} // namespace

KeyFields::KeyFields(QFormLayout& form, QWidget* dialog)
    : QObject(dialog), m_form(form), m_dialog(dialog), m_profiles(profilesHere())
{
    makeSource();
    makeProfile();
    makeTyped();
    makeRole();
    makeSso();
    m_note = new NoteLabel(dialog);
    m_form.addRow(QString(), m_note);
    connect(m_source, &QComboBox::currentIndexChanged, this, &KeyFields::showFields);
    connect(m_base, &QComboBox::currentIndexChanged, this, &KeyFields::showFields);
    connect(m_profile, &QComboBox::currentTextChanged, this, &KeyFields::sayNote);
    connect(m_profile, &QComboBox::activated, this, [this] {
        if (const ImportableProfile* found = profile())
            Q_EMIT profileChosen(found->account);
    });
}

QLineEdit* KeyFields::addLine(const QString& label, const QString& hint)
{
    auto* edit = new QLineEdit(m_dialog);
    edit->setPlaceholderText(hint);
    m_form.addRow(label, edit);
    return edit;
}

QLineEdit* KeyFields::addPassword(const QString& label)
{
    QLineEdit* edit = addLine(label);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return edit;
}

void KeyFields::makeSource()
{
    m_source = new QComboBox(m_dialog);
    m_source->setAccessibleName(tr("Keys"));
    m_form.addRow(tr("&Keys:"), m_source);
    fillSources();
    m_base = new QComboBox(m_dialog);
    m_base->setAccessibleName(tr("Keys that ask for the role"));
    m_base->addItem(tr("An access key, kept in the keychain"), int(SecretSource::Keychain));
    m_base->addItem(tr("An access key, for this session only"), int(SecretSource::Session));
    m_base->addItem(tr("A profile of the AWS files"), int(SecretSource::Profile));
    m_base->addItem(tr("The environment"), int(SecretSource::Environment));
    m_form.addRow(tr("As&ked for with:"), m_base);
}

void KeyFields::fillSources()
{
    const SecretSource before = chosen(*m_source);
    const QSignalBlocker quiet(m_source);
    m_source->clear();
    if (m_companion) {
        m_source->addItem(tr("A sign-in header, kept in the keychain"), int(SecretSource::Keychain));
        m_source->addItem(tr("A sign-in header, for this session only"), int(SecretSource::Session));
    } else {
        m_source->addItem(tr("Access key and secret, kept in the keychain"), int(SecretSource::Keychain));
        m_source->addItem(tr("Access key and secret, for this session only"), int(SecretSource::Session));
        m_source->addItem(tr("A profile of the AWS files"), int(SecretSource::Profile));
        m_source->addItem(tr("A program that prints keys"), int(SecretSource::Process));
        m_source->addItem(tr("A role (STS)"), int(SecretSource::Role));
        m_source->addItem(tr("Single sign-on (IAM Identity Center)"), int(SecretSource::Sso));
        m_source->addItem(tr("The environment (AWS_ACCESS_KEY_ID …)"), int(SecretSource::Environment));
    }
    choose(*m_source, before);
}

void KeyFields::makeProfile()
{
    m_profile = new QComboBox(m_dialog);
    m_profile->setEditable(true);
    m_profile->setInsertPolicy(QComboBox::NoInsert);
    m_profile->setAccessibleName(tr("AWS profile"));
    m_profile->lineEdit()->setAccessibleName(m_profile->accessibleName());
    m_profile->lineEdit()->setPlaceholderText(m_profiles.isEmpty() ? tr("there is none on this computer")
                                                                   : tr("name of a profile"));
    for (const ImportableProfile& found : std::as_const(m_profiles)) {
        m_profile->addItem(found.account.profile);
        m_profile->setItemData(m_profile->count() - 1, profileText(found), Qt::ToolTipRole);
    }
    m_profile->setCurrentIndex(-1);
    m_form.addRow(tr("AWS pr&ofile:"), m_profile);
    m_process = addLine(tr("Pro&gram:"), QStringLiteral("/usr/local/bin/keys --for storage"));
}

void KeyFields::makeTyped()
{
    m_accessKey = addLine(tr("&Access key:"));
    m_secret = addPassword(tr("Sec&ret key:"));
    m_token = addPassword(tr("Session token:"));
    m_token->setToolTip(tr("Belongs to temporary keys, which end by themselves"));
}

void KeyFields::makeRole()
{
    m_roleArn = addLine(tr("Ro&le:"), QStringLiteral("arn:aws:iam::123456789012:role/NAME"));
    m_mfa = addLine(tr("&MFA device:"), tr("Only if a code is asked for"));
    m_mfa->setToolTip(QStringLiteral("arn:aws:iam::123456789012:mfa/NAME"));
    m_externalId = addLine(tr("E&xternal id:"), tr("Only if the role wants to hear one"));
    m_roleSession = addLine(tr("Session name:"), QStringLiteral("partway"));
    m_duration = new QSpinBox(m_dialog);
    m_duration->setRange(14, 36 * minute);
    m_duration->setSpecialValueText(tr("an hour"));
    m_duration->setSuffix(tr(" min"));
    m_duration->setAccessibleName(tr("How long the role's keys last"));
    m_form.addRow(tr("Keys last:"), m_duration);
    m_sts = addLine(tr("Token service:"), tr("Only if it is not that of AWS"));
}

void KeyFields::makeSso()
{
    m_ssoUrl = addLine(tr("Sign-in address:"), QStringLiteral("https://NAME.awsapps.com/start"));
    m_ssoRegion = addLine(tr("Its region:"), QStringLiteral("eu-central-1"));
    m_ssoAccount = addLine(tr("AWS account:"), QStringLiteral("123456789012"));
    m_ssoRole = addLine(tr("Role there:"));
    m_ssoSession = addLine(tr("Session name:"), tr("Only to share the sign-in with the AWS programs"));
    m_ssoService = addLine(tr("Sign-on service:"), tr("Only if it is not that of AWS"));
    m_ssoCache = new QCheckBox(tr("Let the AWS programs use the sign-in, too"), m_dialog);
    m_ssoCache->setToolTip(tr("Keeps the token in the folder .aws, readable by you alone"));
    m_form.addRow(QString(), m_ssoCache);
}

SecretSource KeyFields::source() const
{
    return chosen(*m_source);
}

SecretSource KeyFields::base() const
{
    return source() == SecretSource::Role ? chosen(*m_base) : source();
}

bool KeyFields::isTyped() const
{
    return base() == SecretSource::Keychain || base() == SecretSource::Session;
}

void KeyFields::fill(const Account& account, bool isNew)
{
    m_account = account;
    m_isNew = isNew;
    m_accessKey->setText(QString::fromUtf8(account.accessKeyId));
    m_process->setText(account.process);
    m_profile->setEditText(account.profile);
    fillRole(account.role);
    fillSso(account.sso);
    choose(*m_source, account.secretSource);
    showFields();
}

void KeyFields::fillRole(const RoleChoice& role)
{
    choose(*m_base, role.from);
    m_roleArn->setText(role.arn);
    m_mfa->setText(role.mfaSerial);
    m_externalId->setText(role.externalId);
    m_roleSession->setText(role.sessionName);
    m_duration->setValue(role.durationSeconds / minute);
    m_sts->setText(role.stsEndpoint);
}

void KeyFields::fillSso(const SsoChoice& sso)
{
    m_ssoUrl->setText(sso.startUrl);
    m_ssoRegion->setText(sso.region);
    m_ssoAccount->setText(sso.accountId);
    m_ssoRole->setText(sso.roleName);
    m_ssoSession->setText(sso.sessionName);
    m_ssoService->setText(sso.oidcEndpoint);
    m_ssoCache->setChecked(sso.writesCache);
}

void KeyFields::setCompanion(bool companion)
{
    m_companion = companion;
    fillSources();
    showFields();
}

void KeyFields::show(std::initializer_list<QWidget*> fields, bool visible)
{
    for (QWidget* field : fields)
        m_form.setRowVisible(field, visible);
}

// A server that holds the keys has no access key for us; it may want a header.
void KeyFields::showFields()
{
    const SecretSource now = source();
    show({m_base, m_roleArn, m_mfa, m_externalId, m_roleSession, m_duration, m_sts},
         now == SecretSource::Role);
    show({m_ssoUrl, m_ssoRegion, m_ssoAccount, m_ssoRole, m_ssoSession, m_ssoService, m_ssoCache},
         now == SecretSource::Sso);
    show({m_profile}, base() == SecretSource::Profile);
    show({m_process}, now == SecretSource::Process);
    show({m_secret}, isTyped());
    show({m_accessKey}, isTyped() && !m_companion);
    show({m_token}, isTyped() && !m_companion && now != SecretSource::Role);
    auto* label = qobject_cast<QLabel*>(m_form.labelForField(m_secret));
    label->setText(m_companion ? tr("Sign-in &header:") : tr("Sec&ret key:"));
    m_secret->setToolTip(m_companion ? tr("Only if the server wants one: Name: value, or a token")
                                     : QString());
    const bool known = !m_isNew && typedSource(m_account) == base();
    m_secret->setPlaceholderText(known ? tr("unchanged") : m_companion ? tr("none") : QString());
    m_token->setPlaceholderText(tr("Only with temporary keys"));
    sayNote();
}

const ImportableProfile* KeyFields::profile() const
{
    const QString name = m_profile->currentText().trimmed();
    const auto found =
        std::find_if(m_profiles.begin(), m_profiles.end(), [&name](const ImportableProfile& candidate) {
            return candidate.account.profile == name;
        });
    return found == m_profiles.end() ? nullptr : &*found;
}

QString KeyFields::note() const
{
    switch (base()) {
    case SecretSource::Keychain:
    case SecretSource::None:
        return tr("The secret is kept in the keychain of this computer, nowhere else.");
    case SecretSource::Session:
        return tr("The secret is forgotten when Partway ends.");
    case SecretSource::Environment:
        return tr("The variables are read anew each time; nothing of them is kept.");
    case SecretSource::Process:
        return tr("It runs without a shell each time keys are needed, and prints them as JSON.");
    case SecretSource::Sso:
        return tr("A code to confirm in the browser is shown when a sign-in is needed.");
    case SecretSource::Profile: {
        const ImportableProfile* found = profile();
        if (!found)
            return tr("The profile is read each time keys are needed; nothing of it is copied.");
        const QString what = profileText(*found);
        return found->process.isEmpty()
                   ? what
                   : tr("%1: %2. Partway asks before it runs.").arg(what, found->process);
    }
    case SecretSource::Role:
        break;
    }
    return {};
}

void KeyFields::sayNote()
{
    m_note->setText(note());
    m_note->setToolTip(note());
}

void KeyFields::applyCompanion(Account* account) const
{
    account->secretSource = source();
    const bool none = m_isNew || m_account.secretSource == SecretSource::None;
    if (none && m_secret->text().isEmpty())
        account->secretSource = SecretSource::None;
}

void KeyFields::apply(Account* account) const
{
    if (m_companion)
        return applyCompanion(account);
    account->secretSource = source();
    account->accessKeyId = isTyped() ? m_accessKey->text().trimmed().toUtf8() : QByteArray();
    const bool fromProfile = base() == SecretSource::Profile;
    account->profile = fromProfile ? m_profile->currentText().trimmed() : QString();
    const bool runs = source() == SecretSource::Process;
    account->process = runs ? m_process->text().trimmed() : QString();
    if (runs)
        account->allowedProcess = account->process; // whoever writes it here wants it to run
    applyRole(account);
    applySso(account);
}

void KeyFields::applyRole(Account* account) const
{
    account->role = {};
    if (source() != SecretSource::Role)
        return;
    RoleChoice& role = account->role;
    role.from = base();
    role.arn = m_roleArn->text().trimmed();
    role.mfaSerial = m_mfa->text().trimmed();
    role.externalId = m_externalId->text().trimmed();
    role.sessionName = m_roleSession->text().trimmed();
    role.stsEndpoint = m_sts->text().trimmed();
    if (m_duration->value() > m_duration->minimum())
        role.durationSeconds = m_duration->value() * minute;
}

void KeyFields::applySso(Account* account) const
{
    const QString portal = account->sso.portalEndpoint;
    const QString service = account->sso.oidcEndpoint;
    account->sso = {};
    if (source() != SecretSource::Sso)
        return;
    SsoChoice& sso = account->sso;
    sso.startUrl = m_ssoUrl->text().trimmed();
    sso.region = m_ssoRegion->text().trimmed();
    sso.accountId = m_ssoAccount->text().trimmed();
    sso.roleName = m_ssoRole->text().trimmed();
    sso.sessionName = m_ssoSession->text().trimmed();
    sso.writesCache = m_ssoCache->isChecked();
    sso.oidcEndpoint = m_ssoService->text().trimmed();
    sso.portalEndpoint = sso.oidcEndpoint == service ? portal : sso.oidcEndpoint;
}

TypedKeys KeyFields::typed() const
{
    if (!isTyped())
        return {};
    const bool token = !m_companion && source() != SecretSource::Role;
    return TypedKeys(Secret(m_secret->text().toUtf8()),
                     token ? Secret(m_token->text().trimmed().toUtf8()) : Secret());
}

Result<void> KeyFields::check() const
{
    if (m_companion || base() != SecretSource::Profile || m_profile->currentText().trimmed().isEmpty())
        return {};
    const ImportableProfile* found = profile();
    if (!found)
        return Error{.kind = ErrorKind::SignIn,
                     .code = QStringLiteral("profile-missing"),
                     .resource = m_profile->currentText().trimmed()};
    return found->problem ? Result<void>(*found->problem) : Result<void>();
}

QWidget* KeyFields::fieldFor(const QString& code) const
{
    const QList<QPair<QString, QWidget*>> fields{{QStringLiteral("access-key-"), m_accessKey},
                                                 {QStringLiteral("secret-key-"), m_secret},
                                                 {QStringLiteral("profile-"), m_profile},
                                                 {QStringLiteral("process-"), m_process},
                                                 {QStringLiteral("role-arn"), m_roleArn},
                                                 {QStringLiteral("role-duration"), m_duration},
                                                 {QStringLiteral("sts-"), m_sts},
                                                 {QStringLiteral("sso-account"), m_ssoAccount},
                                                 {QStringLiteral("sso-"), m_ssoUrl},
                                                 {QStringLiteral("keychain-"), m_source},
                                                 {QStringLiteral("environment-"), m_source}};
    for (const auto& [start, field] : fields) {
        if (code.startsWith(start))
            return field;
    }
    return nullptr;
}

void KeyFields::focusSecret() const
{
    m_secret->setFocus(Qt::OtherFocusReason);
}

} // namespace partway
