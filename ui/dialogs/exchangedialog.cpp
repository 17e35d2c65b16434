// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchangedialog.h"

#include "paint/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace partway {

ExchangeDialog::ExchangeDialog(const QString& name, const Exchange& exchange, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Request and reply – %1").arg(name));
    auto* words =
        new QLabel(tr("This is what was asked last and went wrong. Keys, signatures and tokens are removed. "
                      "Whoever keeps the server may ask for it."),
                   this);
    words->setWordWrap(true);
    const QString content = exchangeText(exchange);
    auto* text = new QPlainTextEdit(content, this);
    text->setAccessibleName(tr("Request and reply"));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setLayoutDirection(Qt::LeftToRight);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto addCopy = [this, buttons](const QString& label, const QString& what) {
        auto* button = buttons->addButton(label, QDialogButtonBox::ActionRole);
        button->setIcon(ownIcon(QStringLiteral("copy")));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [what] { QGuiApplication::clipboard()->setText(what); });
    };
    addCopy(tr("&Copy all"), content);
    if (!exchange.requestId.isEmpty())
        addCopy(tr("Copy the &request id"), exchange.requestId);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(720, 520);
    text->setFocus();
}

} // namespace partway
