// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/accountbook.h"
#include "http/exchangelog.h"
#include "http/ratelimit.h"
#include "ui/fakequeue.h"
#include "windows/mainwindow.h"

#include <QTemporaryDir>

class QAction;
class QPushButton;

namespace partway {

// An account with its secret in this session, so that no keychain is asked.
Account sessionAccount(const QString& id, const QString& name);

// By its words, without the mnemonic; null: none.
QPushButton* button(const QWidget& parent, const QString& text);
// A label that can be seen has these words in it.
bool says(const QWidget& parent, const QString& text);

// A window over a fake queue, with one account or none, in a folder of its own.
struct WindowFixture
{
    explicit WindowFixture(bool withAccount = true);
    void makeWindow();                                                 // anew, as after a restart
    QString write(const QString& name, const QByteArray& bytes) const; // into its folder; the path
    QAction* action(const QString& text) const; // by its words, without the mnemonic; null: none

    QTemporaryDir folder;
    FakeQueue queue;
    AccountList accounts{folder.path()};
    std::unique_ptr<CredentialStore> store = makeSessionStore();
    CredentialDesk desk{*store};
    AccountBook book{accounts, *store, desk, queue};
    PreferenceBook preferences{folder.path()};
    RateKeeper rate{preferences, queue};
    SystemClock clock;
    RateLimit limit{clock};
    StoreOffice office; // real, and nobody asks it unless a test does
    ExchangeLog exchanges;
    bool hasTray = false;
    std::unique_ptr<MainWindow> window;
};

} // namespace partway
