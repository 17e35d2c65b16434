// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/signindialog.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace partway {

namespace {

constexpr int textWidth = 420; // a line that reads well

QLabel* addText(QVBoxLayout& layout, const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(textWidth);
    layout.addWidget(label);
    return label;
}

QDialog* newDialog(QWidget* parent, const QString& title, const char* name)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    return dialog;
}

} // namespace

void WindowPrompt::askMfaCode(const QString& accountName, const QString& serial, bool again,
                              std::function<void(std::optional<Secret>)> answer)
{
    QDialog* dialog = newDialog(m_parent(), tr("Sign in"), "mfa-dialog");
    auto* layout = new QVBoxLayout(dialog);
    if (again)
        addText(*layout,
                tr("That code was not accepted. A code is good once and for half a minute: enter the "
                   "next one."));
    addText(*layout, tr("The account “%1” needs the code that your MFA device shows now.").arg(accountName));
    QLabel* device = addText(*layout, serial);
    device->setForegroundRole(QPalette::PlaceholderText);
    auto* label = new QLabel(tr("&Code:"));
    auto* code = new QLineEdit;
    code->setInputMethodHints(Qt::ImhDigitsOnly);
    code->setMaxLength(12);
    code->setAccessibleName(tr("Code of the MFA device"));
    label->setBuddy(code);
    layout->addWidget(label);
    layout->addWidget(code);
    auto* buttons = new QDialogButtonBox;
    QPushButton* signIn = buttons->addButton(tr("&Sign in"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Not now"), QDialogButtonBox::RejectRole);
    signIn->setEnabled(false);
    layout->addWidget(buttons);
    connect(code, &QLineEdit::textChanged, signIn,
            [signIn](const QString& text) { signIn->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::finished, this, [code, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? std::optional(Secret(code->text().trimmed().toUtf8()))
                                           : std::nullopt);
    });
    code->setFocus();
    dialog->open();
}

void WindowPrompt::showDeviceCode(const DeviceCode& code, std::function<void()> declined)
{
    QDialog* dialog = newDialog(m_parent(), tr("Sign in"), "device-dialog");
    auto* layout = new QVBoxLayout(dialog);
    addText(*layout, tr("The account “%1” needs a sign-in. Open the page in a browser, here or on another "
                        "device, and confirm this code there:")
                         .arg(code.accountName));
    auto* shown = new QLineEdit(code.userCode);
    shown->setReadOnly(true);
    shown->setAlignment(Qt::AlignCenter);
    shown->setAccessibleName(tr("Code to confirm"));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(font.pointSizeF() * 1.8);
    font.setBold(true);
    shown->setFont(font);
    layout->addWidget(shown);
    QLabel* address = addText(*layout, code.url);
    address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addText(*layout, tr("Transfers of this account wait and go on by themselves afterwards. The code is good "
                        "until %1.")
                         .arg(QLocale().toString(code.expiresAt.toLocalTime().time(), QLocale::ShortFormat)));
    auto* buttons = new QDialogButtonBox;
    QPushButton* open = buttons->addButton(tr("&Open browser"), QDialogButtonBox::ActionRole);
    QPushButton* copy = buttons->addButton(tr("&Copy code"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("&Not now"), QDialogButtonBox::RejectRole);
    open->setDefault(true);
    layout->addWidget(buttons);
    const QUrl url(code.completeUrl.isEmpty() ? code.url : code.completeUrl);
    connect(open, &QPushButton::clicked, dialog, [url] { QDesktopServices::openUrl(url); });
    connect(copy, &QPushButton::clicked, dialog,
            [text = code.userCode] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::rejected, this, [declined = std::move(declined)] { declined(); });
    m_codes.insert(code.accountId, dialog);
    dialog->open();
}

void WindowPrompt::closeDeviceCode(const QString& accountId)
{
    if (const QPointer<QDialog> dialog = m_codes.take(accountId))
        dialog->accept(); // not declined
}

void WindowPrompt::askProcess(const QString& accountName, const QString& command,
                              std::function<void(bool)> answer)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Run a program for keys"),
                                tr("The account “%1” gets its keys from a program. Run it?").arg(accountName),
                                QMessageBox::NoButton, m_parent());
    box->setObjectName(QStringLiteral("process-dialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("%1\n\nIt runs with your rights, now and whenever keys are needed. Partway asks "
           "again when the command changes.")
            .arg(command));
    auto* run = box->addButton(tr("&Run it"), QMessageBox::AcceptRole);
    auto* no = box->addButton(tr("&Do not run"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(box, &QDialog::finished, this,
            [box, run, answer = std::move(answer)] { answer(box->clickedButton() == run); });
    box->open();
}

} // namespace partway
