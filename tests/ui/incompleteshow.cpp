// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the place "Incomplete uploads" with the accounts of a state folder and a queue that does nothing, to
// look at it: for screenshots and for whoever changes its looks. incompleteshow STATE-DIR
#include "accounts/accountstores.h"
#include "incomplete/incompletepage.h"
#include "ui/fakequeue.h"

#include <QApplication>

#include <cstdio>

using namespace partway;

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "incompleteshow STATE-DIR\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    SystemClock clock;
    RateLimit limit(clock);
    FakeQueue queue;
    AccountList accounts(folder);
    if (!accounts.load())
        return 1;
    const std::unique_ptr<CredentialStore> keychain = makeSessionStore();
    CredentialDesk desk(*keychain);
    AccountBook book(accounts, *keychain, desk, queue);
    StoreOffice office(makeAccountStores(accounts, desk, limit, clock));
    IncompletePage page(
        {.office = office, .book = book, .queue = queue, .stateFolder = folder, .settingsFolder = folder});
    page.setWindowTitle(QStringLiteral("Incomplete uploads"));
    page.resize(1180, 680);
    page.show();
    return QApplication::exec();
}
