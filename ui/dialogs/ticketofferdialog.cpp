// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ticketofferdialog.h"

#include "dialogs/ticketform.h"
#include "format/errortext.h"
#include "format/numbers.h"
#include "paint/icons.h"
#include "widgets/storechoice.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace partway {

namespace {

const QString ending = QStringLiteral("upload-ticket");
constexpr int hour = 3600;
constexpr int day = 24 * hour;

} // namespace

TicketOfferDialog::TicketOfferDialog(const Parts& parts, const Destination& to, QWidget* parent)
    : QDialog(parent), m_accountList(parts.accounts), m_desk(parts.desk), m_clock(parts.clock)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Make an upload ticket"));
    makeForm();
    fillWithStores(*m_account, m_accountList, to.accountId);
    m_bucket->setText(to.bucket);
    m_key->setText(to.prefix);
    look();
    fitHeight(this);
}

void TicketOfferDialog::makeForm()
{
    auto* about = factLabel(tr("With the ticket somebody without keys uploads one file to you, in parts that "
                               "can be paused and resumed. Nothing else can be done with it."),
                            this);
    m_fields = new QWidget(this);
    auto* form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_account = new QComboBox(this);
    m_bucket = new QLineEdit(this);
    m_key = new QLineEdit(this);
    m_key->setPlaceholderText(tr("folder/name.ext"));
    m_goodFor = new QComboBox(this);
    m_goodFor->addItem(tr("1 hour"), hour);
    m_goodFor->addItem(tr("6 hours"), 6 * hour);
    m_goodFor->addItem(tr("1 day"), day);
    m_goodFor->addItem(tr("3 days"), 3 * day);
    m_goodFor->addItem(tr("7 days"), longestTicketSeconds);
    m_goodFor->setCurrentIndex(3);
    form->addRow(tr("&Account:"), m_account);
    form->addRow(tr("&Bucket:"), m_bucket);
    form->addRow(tr("&Object:"), m_key);
    form->addRow(tr("Exact si&ze:"), makeSizeLine());
    qobject_cast<QLabel*>(form->itemAt(3, QFormLayout::LabelRole)->widget())->setBuddy(m_size);
    form->addRow(tr("&Good for:"), m_goodFor);
    m_verdict = new Verdict(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = buttons->addButton(tr("&Make the ticket…"), QDialogButtonBox::AcceptRole);
    connect(m_make, &QPushButton::clicked, this, &TicketOfferDialog::choosePath);
    connect(buttons, &QDialogButtonBox::rejected, this, &TicketOfferDialog::reject);
    for (QLineEdit* edit : {m_bucket, m_key, m_size})
        connect(edit, &QLineEdit::textChanged, this, &TicketOfferDialog::look);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addSpacing(6);
    layout->addWidget(m_fields);
    layout->addWidget(m_verdict);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

QWidget* TicketOfferDialog::makeSizeLine()
{
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_size = new QLineEdit(line);
    m_size->setAccessibleName(tr("Exact size in bytes"));
    m_size->setPlaceholderText(tr("bytes"));
    auto* like = new QPushButton(ownIcon(QStringLiteral("add-files")), tr("&Like a file…"), line);
    like->setToolTip(tr("A copy of the file that will be sent: its size and name are taken"));
    connect(like, &QPushButton::clicked, this, &TicketOfferDialog::chooseLike);
    layout->addWidget(m_size, 1);
    layout->addWidget(like);
    return line;
}

// As people write it: with the separators of the locale, or none.
std::optional<qint64> TicketOfferDialog::size() const
{
    QString text = m_size->text();
    text.remove(u' ').remove(QChar::Nbsp).remove(QChar(0x202F)).remove(QLocale().groupSeparator());
    bool ok = false;
    const qint64 size = text.toLongLong(&ok);
    return ok && size >= 0 ? std::optional(size) : std::nullopt;
}

QString TicketOfferDialog::key() const
{
    return m_key->text().normalized(QString::NormalizationForm_C);
}

QString TicketOfferDialog::missing() const
{
    if (m_account->count() == 0)
        return tr("Add an account with keys first.");
    if (m_bucket->text().trimmed().isEmpty())
        return tr("Say the bucket.");
    if (key().isEmpty() || key().endsWith(u'/'))
        return tr("Say the whole name of the object.");
    if (m_size->text().isEmpty())
        return tr("Say how many bytes the file has, or choose a copy of it.");
    if (!size())
        return tr("The size is a number of bytes, such as 8388608.");
    return {};
}

void TicketOfferDialog::look()
{
    const QString words = missing();
    m_make->setEnabled(words.isEmpty());
    m_make->setDefault(words.isEmpty());
    if (!words.isEmpty())
        m_verdict->say("info", words);
    else
        m_verdict->say("finished", tr("For one file of exactly %1.").arg(exactBytes(*size())),
                       tr("Whoever has the ticket can use it: hand it over as you would a password."));
}

void TicketOfferDialog::chooseLike()
{
    QFileDialog* dialog = existingFileDialog(tr("A copy of the file that will be sent"), this);
    connect(dialog, &QFileDialog::fileSelected, this, &TicketOfferDialog::likeFile);
    dialog->open();
}

void TicketOfferDialog::likeFile(const QString& path)
{
    const QFileInfo file(path);
    if (!file.isFile())
        return;
    m_fileName = file.fileName();
    m_size->setText(QString::number(file.size()));
    if (key().isEmpty() || key().endsWith(u'/'))
        m_key->setText(m_key->text() + m_fileName);
}

void TicketOfferDialog::choosePath()
{
    auto* dialog = new QFileDialog(this, tr("Where to keep the ticket"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilters({tr("Upload tickets (*.upload-ticket)")});
    dialog->setDirectory(QDir::homePath());
    dialog->selectFile(QFileInfo(key()).completeBaseName() + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this, &TicketOfferDialog::make);
    dialog->open();
}

void TicketOfferDialog::make(const QString& path)
{
    const std::optional<Account> account = m_accountList.byId(m_account->currentData().toString());
    if (m_busy || !account || !missing().isEmpty())
        return;
    TicketWish wish;
    wish.bucket = m_bucket->text().trimmed();
    wish.key = key().toUtf8();
    wish.size = *size();
    wish.fileName = m_fileName;
    wish.seconds = m_goodFor->currentData().toInt();
    setBusy(true);
    m_verdict->say("waiting", tr("Beginning the upload on the store …"));
    m_offer = std::make_unique<TicketOffer>(m_desk, m_clock);
    m_offer->make(*account, wish, path,
                  [this, path](const Result<UploadTicket>& ticket) { ended(path, ticket); });
}

void TicketOfferDialog::ended(const QString& path, const Result<UploadTicket>& ticket)
{
    setBusy(false);
    if (!ticket) {
        const ErrorText text = describeError(ticket.error());
        m_verdict->say("warning", text.sentence, text.cause);
        return;
    }
    Q_EMIT made(path, *ticket, m_offer->endsWithKeys());
    accept();
}

void TicketOfferDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_fields->setEnabled(!busy);
    m_make->setEnabled(!busy);
}

void TicketOfferDialog::reject()
{
    if (!m_busy)
        QDialog::reject();
}

} // namespace partway
