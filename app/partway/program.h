// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialdesk.h"
#include "accounts/keychainwatch.h"
#include "accounts/storeoffice.h"
#include "accounts/storeprovider.h"
#include "base/clock.h"
#include "desktop/attendant.h"
#include "desktop/tray.h"
#include "dialogs/accountbook.h"
#include "folders.h"
#include "http/exchangelog.h"
#include "http/ratelimit.h"
#include "knownaccounts.h"
#include "options.h"
#include "queue/signinwatch.h"
#include "queue/transferqueue.h"
#include "sandboxhost.h"
#include "settings/ratekeeper.h"
#include "windows/mainwindow.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace partway {

// The window program from its first window to its end: makes everything in the order of lifetimes, opens the
// queue, takes what other starts hand over, and closes in order. Main thread.
class Program final : public QObject
{
    Q_OBJECT
public:
    explicit Program(const Folders& folders);
    ~Program() override;

    // background: the window stays in the tray, where there is one.
    void start(const Handover& handover, bool background = false);
    void take(const Handover& handover);

Q_SIGNALS:
    void ended();

private:
    void makeWindow();
    void addIncompletePlace();
    void makeAttendant();
    void remakeWindow();
    void preferencesChanged(const Preferences& before);
    void opened();
    void openFailed(const Error& error);
    void addHandedOver(const Handover& handover);
    void startSandbox(bool choose);
    void sandboxReady(const Account& account, const Secret& secret);
    void wakeSandbox();
    void signIn(const QString& accountId);
    void signInEnds(const QString& accountId, qint64 needsSeconds, qint64 lastsSeconds);
    void signInAgain(const QString& accountId);
    void watchKeychain();
    void keepConsent(const QString& accountId, const QString& program);
    void close();

    Folders m_folders;
    SystemClock m_clock;
    ExchangeLog m_exchanges;
    RateLimit m_limit{m_clock};
    AccountList m_accounts;
    KnownAccounts m_known;
    std::unique_ptr<KeychainWatch> m_keychain;
    std::unique_ptr<SignInPrompt> m_prompt; // before the desk that asks it
    CredentialDesk m_desk;
    std::unique_ptr<StoreProvider> m_stores;
    RateLimit m_noLimit{m_clock}; // the office's: it moves no files
    std::unique_ptr<StoreOffice> m_office;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<AccountBook> m_book;
    PreferenceBook m_preferences;
    std::unique_ptr<RateKeeper> m_rate;
    std::unique_ptr<SignInWatch> m_watch;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Attendant> m_attendant;
    std::unique_ptr<Tray> m_tray;
    SandboxHost m_sandbox;
    QList<Handover> m_early; // came before the queue was open, or wait for the sandbox
    QTimer m_patience;       // closing does not take for ever
    bool m_open = false;
    bool m_started = false; // with what it was started with: from now on a handover comes from a person
    bool m_chooseSandbox = false;
};

} // namespace partway
