// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "accounts/accountstores.h"
#include "dialogs/signindialog.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "format/transfertext.h"
#include "incomplete/incompletepage.h"
#include "paint/appearance.h"
#include "queue/enginequeue.h"
#include "translations/translations.h"
#include "windows/accountsplace.h"
#include "windows/bucketsplace.h"
#include "windows/uploadtickets.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace partway {

using namespace std::chrono_literals;

Program::Program(const Folders& folders)
    : m_folders(folders), m_accounts(folders.settings),
      m_keychain(std::make_unique<KeychainWatch>(makeKeychainStore())), m_desk(*m_keychain),
      m_stores(makeAccountStores(m_accounts, m_desk, m_limit, m_clock, &m_exchanges)),
      m_office(std::make_unique<StoreOffice>(
          makeAccountStores(m_accounts, m_desk, m_noLimit, m_clock, &m_exchanges))),
      m_preferences(folders.settings), m_sandbox(folders.state)
{
    m_prompt = std::make_unique<WindowPrompt>([this]() -> QWidget* { return m_window.get(); });
    m_desk.setPrompt(m_prompt.get());
    connect(&m_desk, &CredentialDesk::processAllowed, this, &Program::keepConsent);
    watchKeychain();
    const Result<void> loaded = m_accounts.load();
    m_known.update(m_accounts.all());
    m_queue = makeTransferQueue({.stateFolder = m_folders.state,
                                 .stores = *m_stores,
                                 .limit = m_limit,
                                 .clock = m_clock,
                                 .account = [this](const QString& id) { return m_known.find(id); },
                                 .startByItself = true});
    m_book = std::make_unique<AccountBook>(m_accounts, *m_keychain, m_desk, *m_queue);
    m_book->listenTo(*m_keychain);
    // Before the window hears of it: the queue may ask for the account at once.
    connect(m_book.get(), &AccountBook::changed, this, [this] {
        m_known.update(m_accounts.all());
        m_office->forgetAll();
    });
    applyAppearance(m_preferences.now().appearance);
    if (!m_preferences.now().language.isEmpty())
        useLanguage(*QCoreApplication::instance(), m_preferences.now().language);
    m_rate = std::make_unique<RateKeeper>(m_preferences, *m_queue);
    m_watch =
        std::make_unique<SignInWatch>(SignInWatch::Setup{.queue = *m_queue,
                                                         .desk = m_desk,
                                                         .clock = m_clock,
                                                         .accounts = [this] { return m_accounts.all(); },
                                                         .stateFolder = m_folders.state});
    m_watch->setRateLimit(m_rate->limit());
    connect(m_rate.get(), &RateKeeper::limitChanged, m_watch.get(), &SignInWatch::setRateLimit);
    connect(m_watch.get(), &SignInWatch::outlasts, this, &Program::signInEnds);
    m_queue->setParallel(m_preferences.now().parallel);
    connect(&m_preferences, &PreferenceBook::changed, this, &Program::preferencesChanged);
    makeWindow();
    makeAttendant();
    if (!loaded)
        m_window->showNotice(errorLine(loaded.error()));
    connect(m_queue.get(), &TransferQueue::opened, this, &Program::opened);
    connect(m_queue.get(), &TransferQueue::openFailed, this, &Program::openFailed);
    connect(&m_sandbox, &SandboxHost::ready, this, &Program::sandboxReady);
    connect(&m_sandbox, &SandboxHost::failed, this, [this](const QString& words) {
        m_early.clear();
        m_window->showNotice(tr("The sandbox does not run: %1").arg(words));
    });
}

Program::~Program() = default;

void Program::makeWindow()
{
    const WindowParts parts{.queue = *m_queue,
                            .book = *m_book,
                            .preferences = m_preferences,
                            .rate = *m_rate,
                            .office = *m_office,
                            .stateFolder = m_folders.state,
                            .canSandbox = SandboxHost::isAvailable(),
                            .hasTray = &Tray::isAvailable,
                            .exchanges = &m_exchanges};
    m_window = std::make_unique<MainWindow>(parts);
    addBucketsPlace(*m_window, parts);
    addAccountsPlace(*m_window, *m_book, *m_queue);
    new UploadTickets(*m_window, {.accounts = m_accounts,
                                  .desk = m_desk,
                                  .queue = *m_queue,
                                  .clock = m_clock,
                                  .accountsChanged = [this] { m_known.update(m_accounts.all()); }});
    connect(m_window.get(), &MainWindow::sandboxWanted, this, [this] { startSandbox(true); });
    connect(m_window.get(), &MainWindow::signInWanted, this, &Program::signIn);
    connect(m_window.get(), &MainWindow::closing, this, &Program::close);
    addIncompletePlace();
}

void Program::addIncompletePlace()
{
    const QString id = QStringLiteral("incomplete");
    auto* page = new IncompletePage({.office = *m_office,
                                     .book = *m_book,
                                     .queue = *m_queue,
                                     .stateFolder = m_folders.state,
                                     .settingsFolder = m_folders.settings,
                                     .exchanges = &m_exchanges});
    m_window->addPlace(id, tr("&Incomplete uploads"), QStringLiteral("incomplete"), page);
    connect(page, &IncompletePage::countChanged, m_window.get(),
            [window = m_window.get(), id](int count) { window->setPlaceCount(id, count); });
    connect(page, &IncompletePage::transferWanted, m_window.get(), [window = m_window.get()](TransferId row) {
        window->showPlace(QStringLiteral("transfers"));
        window->showTransfer(row);
    });
}

// Another language: texts are made when widgets are, so the window is made anew where it stood.
void Program::remakeWindow()
{
    useLanguage(*QCoreApplication::instance(), m_preferences.now().language);
    const int page = m_window->settingsPage();
    const bool shown = m_window->isVisible();
    m_window->saveState();
    makeWindow();
    m_tray = nullptr;
    makeAttendant();
    m_window->setVisible(shown);
    if (page >= 0)
        m_window->openSettings(page);
}

void Program::preferencesChanged(const Preferences& before)
{
    const Preferences& now = m_preferences.now();
    if (now.parallel != before.parallel)
        m_queue->setParallel(now.parallel);
    if (now.startAtLogin != before.startAtLogin && !setStartAtLogin(now.startAtLogin))
        m_window->showNotice(tr("The start with the session could not be set up."));
    if (now.appearance != before.appearance)
        applyAppearance(now.appearance);
    if (now.language != before.language) // the box that was chosen from goes with its window
        QMetaObject::invokeMethod(this, &Program::remakeWindow, Qt::QueuedConnection);
}

void Program::makeAttendant()
{
    m_attendant = std::make_unique<Attendant>(*m_queue, m_preferences, makeDesktopNotifier(),
                                              [this] { return m_window->isActiveWindow(); });
    (void)Tray::isAvailable(); // before there is an icon that it could ask about
    m_tray = std::make_unique<Tray>();
    connect(m_attendant.get(), &Attendant::showWanted, this,
            [this](TransferId id) { m_window->showTransfer(id); });
    connect(m_attendant.get(), &Attendant::notificationWanted, m_tray.get(), &Tray::show);
    connect(m_attendant.get(), &Attendant::progressChanged, m_tray.get(), &Tray::setProgress);
    connect(m_attendant.get(), &Attendant::everythingDone, this, [this] {
        if (m_preferences.now().whenEmpty == WhenEmpty::Quit)
            m_window->quit();
    });
    connect(m_queue.get(), &TransferQueue::totalsChanged, m_tray.get(), &Tray::setTotals);
    connect(m_tray.get(), &Tray::windowWanted, this, [this] { m_window->comeForward(); });
    connect(m_tray.get(), &Tray::pauseAllWanted, m_queue.get(), &TransferQueue::pauseAll);
    connect(m_tray.get(), &Tray::resumeAllWanted, m_queue.get(), &TransferQueue::startAll);
    connect(m_tray.get(), &Tray::quitWanted, this, [this] { m_window->quit(); });
}

void Program::start(const Handover& handover, bool background)
{
    if (!background)
        m_window->show();
    else if (!Tray::isAvailable())
        m_window->showMinimized();
    m_early.append(handover);
    m_queue->open();
}

void Program::opened()
{
    m_open = true;
    wakeSandbox();
    const QList<Handover> early = std::exchange(m_early, {});
    for (const Handover& handover : early)
        take(handover);
    m_started = true;
}

void Program::openFailed(const Error& error)
{
    const ErrorText text = describeError(error);
    auto* box = new QMessageBox(QMessageBox::Critical, tr("Partway"), text.sentence, QMessageBox::NoButton,
                                m_window.get());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(text.cause);
    const bool movedAside = error.code == QLatin1String("journal-corrupt");
    auto* again =
        box->addButton(movedAside ? tr("&Go on with a new list") : tr("&Try again"), QMessageBox::AcceptRole);
    auto* quit = box->addButton(tr("&Quit"), QMessageBox::RejectRole);
    box->setDefaultButton(movedAside ? again : quit);
    box->setEscapeButton(quit);
    connect(again, &QAbstractButton::clicked, this, [this] { m_queue->open(); });
    connect(quit, &QAbstractButton::clicked, m_window.get(), &QWidget::close, Qt::QueuedConnection);
    box->open();
}

void Program::take(const Handover& handover)
{
    if (m_started)
        m_window->comeForward();
    const bool waitsForSandbox = handover.sandbox;
    if (!m_open || waitsForSandbox) {
        Handover later = handover;
        if (m_open)
            later.sandbox = false;
        m_early.append(later);
        if (m_open)
            startSandbox(true);
        return;
    }
    addHandedOver(handover);
}

void Program::addHandedOver(const Handover& handover)
{
    QString accountId = m_window->chosenAccount();
    if (!handover.account.isEmpty()) {
        const std::optional<Account> account = m_accounts.byName(handover.account);
        if (!account) {
            m_window->showNotice(errorLine(Error{.kind = ErrorKind::NotFound,
                                                 .code = QStringLiteral("account-missing"),
                                                 .resource = handover.account}));
            return;
        }
        accountId = account->id;
    }
    if (handover.to.isEmpty() && handover.account.isEmpty()) {
        m_window->addPaths(handover.paths);
        return;
    }
    std::optional<Destination> to;
    if (const Result<Place> place = readPlace(handover.to); place) {
        to = Destination{accountId, place->bucket, place->prefix};
    } else if (const std::optional<Account> account = m_accounts.byId(accountId);
               account && !account->bucket.isEmpty()) {
        to = Destination{accountId, account->bucket, account->prefix};
    }
    if (to && !accountId.isEmpty())
        m_window->setDestination(*to);
    m_window->addPaths(handover.paths);
}

void Program::startSandbox(bool choose)
{
    m_chooseSandbox = m_chooseSandbox || choose;
    m_sandbox.start();
}

void Program::sandboxReady(const Account& account, const Secret& secret)
{
    m_book->save(account, secret, [this, account](const Result<void>& saved) {
        if (!saved) {
            m_window->showNotice(errorLine(saved.error()));
            return;
        }
        if (std::exchange(m_chooseSandbox, false))
            m_window->setDestination({account.id, account.bucket, {}});
        const QList<Handover> early = std::exchange(m_early, {});
        for (const Handover& handover : early)
            take(handover);
    });
}

// A sandbox that was used before runs again where something waits for it.
void Program::wakeSandbox()
{
    if (!m_accounts.byId(sandboxAccountId) || !SandboxHost::isAvailable())
        return;
    const QList<TransferRow> rows = m_queue->rows();
    const bool waiting = std::any_of(rows.begin(), rows.end(), [](const TransferRow& row) {
        return row.accountId == sandboxAccountId && !isEnded(row.phase);
    });
    if (waiting || m_window->chosenAccount() == sandboxAccountId)
        startSandbox(false);
}

void Program::signIn(const QString& accountId)
{
    const std::optional<Account> account = m_accounts.byId(accountId);
    if (accountId == sandboxAccountId && SandboxHost::isAvailable())
        startSandbox(false);
    else if (account && hasTemporaryKeys(*account))
        m_queue->accountChanged(accountId); // its source is asked again, and asks the person
    else
        m_window->signIn(accountId);
}

// Said before it happens, so that nobody comes back to a transfer that has waited for hours.
void Program::signInEnds(const QString& accountId, qint64 needsSeconds, qint64 lastsSeconds)
{
    const std::optional<Account> account = m_accounts.byId(accountId);
    if (!account)
        return;
    const QString text = signInEndsText(account->name, needsSeconds, lastsSeconds);
    if (hasTemporaryKeys(*account))
        m_window->offer(text, tr("&Sign in again now"), [this, accountId] { signInAgain(accountId); });
    else
        m_window->showNotice(text);
}

void Program::signInAgain(const QString& accountId)
{
    const std::optional<Account> account = m_accounts.byId(accountId);
    if (!account)
        return;
    m_desk.signInAgain(*account, [this, name = account->name](const Result<Credentials>& keys) {
        m_window->showNotice(keys ? tr("Signed in again with “%1”.").arg(name) : errorLine(keys.error()));
    });
}

// The prompt is a window of the system's, perhaps behind this one, and may wait for ever.
void Program::watchKeychain()
{
    connect(m_keychain.get(), &KeychainWatch::waits, this,
            [this] { m_window->showNotice(keychainWaitText()); });
    connect(m_keychain.get(), &KeychainWatch::waitsOver, this,
            [this] { m_window->withdrawNotice(keychainWaitText()); });
}

void Program::keepConsent(const QString& accountId, const QString& program)
{
    std::optional<Account> account = m_accounts.byId(accountId);
    if (!account)
        return;
    account->allowedProcess = program;
    if (const Result<void> saved = m_accounts.put(*account); !saved)
        m_window->showNotice(errorLine(saved.error()));
    m_known.update(m_accounts.all());
}

// The queue first: it cuts its requests and writes the journal; then the sandbox, which nobody needs any
// more.
void Program::close()
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Program::ended);
    m_patience.start(10s);
    connect(&m_sandbox, &SandboxHost::stopped, this, &Program::ended);
    connect(m_queue.get(), &TransferQueue::closed, &m_sandbox, &SandboxHost::stop);
    m_queue->close();
}

} // namespace partway
