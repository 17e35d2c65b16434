// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/networkfields.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace partway {

NetworkFields::NetworkFields(QWidget* parent) : QWidget(parent)
{
    m_form = new QFormLayout(this);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_proxy = new QComboBox(this);
    m_proxy->setAccessibleName(tr("Proxy"));
    m_proxy->addItem(tr("As the system says"), int(ProxyChoice::Kind::System));
    m_proxy->addItem(tr("None"), int(ProxyChoice::Kind::None));
    m_proxy->addItem(tr("This one:"), int(ProxyChoice::Kind::Url));
    m_form->addRow(tr("Pro&xy:"), m_proxy);
    m_proxyUrl = new QLineEdit(this);
    m_proxyUrl->setPlaceholderText(QStringLiteral("http://proxy.example.com:3128"));
    m_form->addRow(tr("Address:"), m_proxyUrl);
    m_proxyUser = new QLineEdit(this);
    m_proxyUser->setPlaceholderText(tr("Only if the proxy asks for a sign-in"));
    m_form->addRow(tr("User:"), m_proxyUser);
    m_proxyPassword = addPassword(*m_form, tr("Password:"));
    const QString certificates = tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx)");
    m_caFile = addFile(*m_form, tr("CA fi&le:"), tr("CA file"),
                       tr("Only for certificates of your own organisation"), certificates);
    m_certificate = addFile(*m_form, tr("Client certi&ficate:"), tr("Client certificate"),
                            tr("Only if the server asks for one (PEM or PKCS#12)"), certificates);
    m_key = addFile(*m_form, tr("Its key:"), tr("Key of the client certificate"),
                    tr("Unless it is in the same file"), tr("Keys (*.pem *.key)"));
    m_keyPassword = addPassword(*m_form, tr("Its password:"));
    m_timeout = new QSpinBox(this);
    m_timeout->setRange(0, 300);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setSpecialValueText(tr("as usual (15 s)"));
    m_timeout->setAccessibleName(tr("Time to connect"));
    m_form->addRow(tr("&Time to connect:"), m_timeout);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &NetworkFields::showFields);
    connect(m_certificate, &QLineEdit::textChanged, this, &NetworkFields::showFields);
    showFields();
}

QLineEdit* NetworkFields::addPassword(QFormLayout& form, const QString& label)
{
    auto* edit = new QLineEdit(this);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    form.addRow(label, edit);
    return edit;
}

QLineEdit* NetworkFields::addFile(QFormLayout& form, const QString& label, const QString& name,
                                  const QString& hint, const QString& filter)
{
    auto* row = new QWidget(this);
    auto* edit = new QLineEdit(row);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(name);
    auto* choose = new QPushButton(tr("Choose…"), row);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose: %1").arg(name));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit, 1);
    layout->addWidget(choose);
    row->setFocusProxy(edit);
    form.addRow(label, row);
    connect(choose, &QPushButton::clicked, this, [this, edit, name, filter] {
        auto* dialog = new QFileDialog(this, name);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({filter, tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return edit;
}

void NetworkFields::showFields()
{
    const bool own = m_proxy->currentData().toInt() == int(ProxyChoice::Kind::Url);
    for (QWidget* field : std::initializer_list<QWidget*>{m_proxyUrl, m_proxyUser, m_proxyPassword})
        m_form->setRowVisible(field, own);
    const bool certificate = !m_certificate->text().trimmed().isEmpty();
    m_form->setRowVisible(m_key->parentWidget(), certificate);
    m_form->setRowVisible(m_keyPassword, certificate);
}

void NetworkFields::fill(const Account& account, bool isNew)
{
    m_proxy->setCurrentIndex(m_proxy->findData(int(account.proxy.kind)));
    m_proxyUrl->setText(account.proxy.url);
    m_proxyUser->setText(account.proxy.user);
    m_caFile->setText(account.caFile);
    m_certificate->setText(account.clientCertificateFile);
    m_key->setText(account.clientKeyFile);
    m_timeout->setValue(account.connectTimeoutSeconds);
    m_proxyPassword->setPlaceholderText(!isNew && wantsProxyPassword(account) ? tr("unchanged") : QString());
    m_keyPassword->setPlaceholderText(
        !isNew && mayWantKeyPassword(account) ? tr("unchanged") : tr("Only if the key is locked with one"));
    showFields();
}

void NetworkFields::apply(Account* account) const
{
    account->proxy.kind = static_cast<ProxyChoice::Kind>(m_proxy->currentData().toInt());
    const bool own = account->proxy.kind == ProxyChoice::Kind::Url;
    account->proxy.url = own ? m_proxyUrl->text().trimmed() : QString();
    account->proxy.user = own ? m_proxyUser->text().trimmed() : QString();
    account->caFile = m_caFile->text().trimmed();
    account->clientCertificateFile = m_certificate->text().trimmed();
    account->clientKeyFile = account->clientCertificateFile.isEmpty() ? QString() : m_key->text().trimmed();
    account->connectTimeoutSeconds = m_timeout->value();
}

NetworkSecrets NetworkFields::typed() const
{
    return {.proxyPassword = Secret(m_proxyPassword->text().toUtf8()),
            .clientKeyPassword = Secret(m_keyPassword->text().toUtf8())};
}

QWidget* NetworkFields::fieldFor(const QString& code) const
{
    if (code.startsWith(QLatin1String("ca-file-")))
        return m_caFile;
    if (code.startsWith(QLatin1String("client-certificate-")))
        return m_certificate;
    if (code == QLatin1String("client-key-unreadable"))
        return m_key;
    return code == QLatin1String("proxy-invalid") ? m_proxyUrl : nullptr;
}

} // namespace partway
