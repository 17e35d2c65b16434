// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/uploadticketdialog.h"

#include "dialogs/ticketform.h"
#include "format/errortext.h"
#include "format/numbers.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace partway {

UploadTicketDialog::UploadTicketDialog(const UploadTicket& ticket, const QString& ticketPath, QWidget* parent)
    : QDialog(parent), m_ticketPath(ticketPath), m_fileName(ticket.fileName)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send a file with an upload ticket"));
    makeForm(ticket);
    m_verdict->say("info", tr("Choose the file, or drop it here. You need no account and no keys."));
    fitHeight(this);
}

void UploadTicketDialog::makeForm(const UploadTicket& ticket)
{
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const QString name = m_fileName.isEmpty() ? tr("any name") : m_fileName;
    form->addRow(tr("File:"),
                 factLabel(tr("%1, exactly %2", "name, size").arg(name, exactBytes(ticket.size)), this));
    form->addRow(
        tr("Becomes:"),
        factLabel(QStringLiteral("s3://%1/%2").arg(ticket.bucket, QString::fromUtf8(ticket.key)), this));
    form->addRow(tr("Store:"), factLabel(Endpoint{.origin = ticket.origin, .pathPrefix = {}}.text(), this));
    form->addRow(tr("Good until:"),
                 factLabel(QLocale().toString(ticket.expiresAt.toLocalTime(), QLocale::ShortFormat), this));
    m_file = new FileChooser(
        m_fileName.isEmpty() ? tr("The file to send") : tr("The file “%1”").arg(m_fileName), this);
    connect(m_file, &FileChooser::chosen, this, &UploadTicketDialog::look);
    form->addRow(tr("File here:"), m_file);
    m_verdict = new Verdict(this);
    QDialogButtonBox* buttons = layOutTicketForm(form, m_verdict, this);
    m_send = buttons->addButton(tr("&Send it"), QDialogButtonBox::AcceptRole);
    m_send->setEnabled(false);
    connect(m_send, &QPushButton::clicked, this, &UploadTicketDialog::send);
    m_file->setFocus();
}

void UploadTicketDialog::setFile(const QString& path)
{
    m_file->setPath(path);
}

void UploadTicketDialog::look(const QString& path)
{
    m_use.reset();
    const QString name = QFileInfo(path).fileName();
    const Result<TicketUse> use = prepareTicketUse(m_ticketPath, path, QDateTime::currentDateTimeUtc());
    if (use) {
        m_use = *use;
        const bool expected = m_fileName.isEmpty() || name == m_fileName;
        m_verdict->say("finished", tr("This file can be sent."),
                       expected
                           ? QString()
                           : tr("Its name is another than the one that is expected, “%1”; its size is right.")
                                 .arg(m_fileName));
    } else {
        const ErrorText text = describeError(use.error());
        const QString sizes = use.error().code == QLatin1String("ticket-wrong-size")
                                  ? tr("It has %1.").arg(exactBytes(QFileInfo(path).size())) + u' '
                                  : QString();
        m_verdict->say("warning", text.sentence, sizes + text.cause);
    }
    m_send->setEnabled(m_use.has_value());
    m_send->setDefault(m_send->isEnabled());
}

void UploadTicketDialog::send()
{
    if (!m_use)
        return;
    Q_EMIT goes(*m_use);
    accept();
}

} // namespace partway
