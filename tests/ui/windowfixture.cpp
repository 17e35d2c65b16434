// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowfixture.h"

#include "accounts/accountstores.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QPushButton>

namespace partway {

Account sessionAccount(const QString& id, const QString& name)
{
    Account account;
    account.id = id;
    account.name = name;
    account.endpoint = QStringLiteral("https://s3.example.test");
    account.accessKeyId = "AKIAEXAMPLE";
    account.secretSource = SecretSource::Session;
    account.bucket = QStringLiteral("media");
    account.prefix = QStringLiteral("raw/2026/");
    return account;
}

WindowFixture::WindowFixture(bool withAccount) : office(makeAccountStores(accounts, desk, limit, clock))
{
    if (withAccount)
        book.save(sessionAccount(QStringLiteral("account-1"), QStringLiteral("Work account")),
                  Secret("not a secret"), [](const Result<void>&) {});
    queue.calls.clear();
    makeWindow();
}

void WindowFixture::makeWindow()
{
    window = std::make_unique<MainWindow>(WindowParts{queue, book, preferences, rate, office, folder.path(),
                                                      true, [this] { return hasTray; }, &exchanges});
    window->show();
}

QString WindowFixture::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QAction* WindowFixture::action(const QString& text) const
{
    const QList<QAction*> actions = window->findChildren<QAction*>();
    for (QAction* action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

QPushButton* button(const QWidget& parent, const QString& text)
{
    for (QPushButton* each : parent.findChildren<QPushButton*>()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

bool says(const QWidget& parent, const QString& text)
{
    for (const QLabel* label : parent.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&parent) && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace partway
