// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ticketdialog.h"

#include "dialogs/ticketform.h"
#include "format/errortext.h"
#include "format/numbers.h"
#include "queue/ticketfile.h"
#include "s3/endpoint.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QThread>

namespace partway {

namespace {

QString endpointText(const QString& endpoint)
{
    const Result<Endpoint> parsed = Endpoint::parse(endpoint);
    return parsed ? parsed->text() : endpoint;
}

} // namespace

TicketDialog::TicketDialog(const ResumeTicket& ticket, const AccountList& accounts, QWidget* parent)
    : QDialog(parent), m_ticket(ticket)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Go on with a ticket"));
    makeForm();
    fillAccounts(accounts);
    m_verdict->say("info",
                   tr("Choose the file as it is on this computer. It is compared with the ticket first."));
    updateButtons();
    fitHeight(this);
}

TicketDialog::~TicketDialog()
{
    stopChecking();
}

void TicketDialog::makeForm()
{
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const QString size = formatBytes(m_ticket.spec.plan.size);
    form->addRow(tr("Transfer:"), factLabel(tr("%1, %2", "name, size").arg(m_ticket.fileName, size), this));
    form->addRow(
        tr("Object:"),
        factLabel(
            QStringLiteral("s3://%1/%2").arg(m_ticket.spec.bucket, QString::fromUtf8(m_ticket.spec.key)),
            this));
    form->addRow(tr("Store:"), factLabel(endpointText(m_ticket.endpoint), this));
    form->addRow(
        tr("Stored:"),
        factLabel(tr("%1 of %2 parts").arg(m_ticket.parts.size()).arg(m_ticket.spec.plan.count), this));
    m_accounts = new QComboBox(this);
    m_accounts->setAccessibleName(tr("Account"));
    m_noAccount = factLabel({}, this);
    form->addRow(tr("&Account:"), m_accounts);
    form->addRow(QString(), m_noAccount);
    m_file = new FileChooser(tr("The file of the ticket"), this);
    connect(m_file, &FileChooser::chosen, this, &TicketDialog::compare);
    form->addRow(tr("File here:"), m_file);
    m_verdict = new Verdict(this);
    QDialogButtonBox* buttons = layOutTicketForm(form, m_verdict, this);
    m_goOn = buttons->addButton(tr("&Go on with it"), QDialogButtonBox::AcceptRole);
    connect(m_goOn, &QPushButton::clicked, this, &TicketDialog::goOn);
}

// Keys are only shown to the store that the account is for.
void TicketDialog::fillAccounts(const AccountList& accounts)
{
    const QString wanted = endpointText(m_ticket.endpoint);
    for (const Account& account : accounts.own()) {
        if (endpointText(account.endpoint) == wanted)
            m_accounts->addItem(account.name, account.id);
    }
    const bool any = m_accounts->count() > 0;
    m_accounts->setEnabled(any);
    m_noAccount->setVisible(!any);
    if (!any)
        m_noAccount->setText(
            tr("There is no account for this store. Add one for %1, then open the ticket again.")
                .arg(wanted));
}

void TicketDialog::setFile(const QString& path)
{
    m_file->setPath(path);
}

void TicketDialog::compare(const QString& path)
{
    stopChecking();
    m_source.reset();
    m_stop = false;
    m_verdict->say("waiting", tr("Comparing the file with the ticket …"));
    updateButtons();
    m_check.reset(QThread::create([this, path] {
        const Result<SourceFingerprint> source = checkTicketFile(m_ticket, path, &m_stop);
        QMetaObject::invokeMethod(
            this,
            [this, path, source] {
                if (path == m_file->path())
                    checked(source);
            },
            Qt::QueuedConnection);
    }));
    m_check->start();
}

void TicketDialog::stopChecking()
{
    m_stop = true;
    if (m_check)
        m_check->wait();
    m_check.reset();
}

void TicketDialog::checked(const Result<SourceFingerprint>& source)
{
    if (source) {
        m_source = *source;
        m_verdict->say("finished",
                       tr("This is the file. Each stored part is compared with it before it counts."));
    } else {
        const ErrorText text = describeError(source.error());
        m_verdict->say("warning", text.sentence, text.cause);
    }
    updateButtons();
}

void TicketDialog::updateButtons()
{
    m_goOn->setEnabled(m_source.has_value() && m_accounts->count() > 0);
    m_goOn->setDefault(m_goOn->isEnabled());
}

void TicketDialog::goOn()
{
    if (!m_source)
        return;
    Q_EMIT goesOn(transferOf(m_ticket, m_file->path(), *m_source, m_accounts->currentData().toString()));
    accept();
}

} // namespace partway
