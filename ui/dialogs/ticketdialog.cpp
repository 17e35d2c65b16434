// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ticketdialog.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "paint/icons.h"
#include "queue/ticketfile.h"
#include "s3/endpoint.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QThread>
#include <QVBoxLayout>

namespace partway {

namespace {

QString endpointText(const QString& endpoint)
{
    const Result<Endpoint> parsed = Endpoint::parse(endpoint);
    return parsed ? parsed->text() : endpoint;
}

QLabel* factLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

} // namespace

TicketDialog::TicketDialog(const ResumeTicket& ticket, const AccountList& accounts, QWidget* parent)
    : QDialog(parent), m_ticket(ticket)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Go on with a ticket"));
    makeForm();
    fillAccounts(accounts);
    say("info", tr("Choose the file as it is on this computer. It is compared with the ticket first."));
    updateButtons();
    resize(620, sizeHint().height());
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
    auto* line = new QHBoxLayout;
    m_file = new QLineEdit(this);
    m_file->setReadOnly(true);
    m_file->setAccessibleName(tr("File on this computer"));
    m_file->setPlaceholderText(tr("not chosen yet"));
    auto* choose = new QPushButton(ownIcon(QStringLiteral("add-files")), tr("&Choose…"), this);
    connect(choose, &QPushButton::clicked, this, &TicketDialog::choose);
    line->addWidget(m_file, 1);
    line->addWidget(choose);
    form->addRow(tr("File here:"), line);
    auto* verdict = new QHBoxLayout;
    m_icon = new QLabel(this);
    m_verdict = factLabel({}, this);
    m_cause = factLabel({}, this);
    auto* texts = new QVBoxLayout;
    texts->addWidget(m_verdict);
    texts->addWidget(m_cause);
    verdict->addWidget(m_icon, 0, Qt::AlignTop);
    verdict->addLayout(texts, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_goOn = buttons->addButton(tr("&Go on with it"), QDialogButtonBox::AcceptRole);
    connect(m_goOn, &QPushButton::clicked, this, &TicketDialog::goOn);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(verdict);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

// Keys are only shown to the store that the account is for.
void TicketDialog::fillAccounts(const AccountList& accounts)
{
    const QString wanted = endpointText(m_ticket.endpoint);
    for (const Account& account : accounts.all()) {
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

void TicketDialog::choose()
{
    auto* dialog = new QFileDialog(this, tr("The file of the ticket"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TicketDialog::setFile);
    dialog->open();
}

void TicketDialog::setFile(const QString& path)
{
    stopChecking();
    m_source.reset();
    m_file->setText(path);
    m_stop = false;
    say("waiting", tr("Comparing the file with the ticket …"));
    updateButtons();
    m_check.reset(QThread::create([this, path] {
        const Result<SourceFingerprint> source = checkTicketFile(m_ticket, path, &m_stop);
        QMetaObject::invokeMethod(
            this,
            [this, path, source] {
                if (path == m_file->text())
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
        say("finished", tr("This is the file. Each stored part is compared with it before it counts."));
    } else {
        const ErrorText text = describeError(source.error());
        say("warning", text.sentence, text.cause);
    }
    updateButtons();
}

void TicketDialog::say(const char* icon, const QString& sentence, const QString& cause)
{
    m_icon->setPixmap(ownIcon(QLatin1String(icon)).pixmap(22, 22));
    m_verdict->setText(sentence);
    m_cause->setText(cause);
    m_cause->setVisible(!cause.isEmpty());
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
    Q_EMIT goesOn(transferOf(m_ticket, m_file->text(), *m_source, m_accounts->currentData().toString()));
    accept();
}

} // namespace partway
