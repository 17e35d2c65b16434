// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "dialogs/accountbook.h"
#include "queue/transferqueue.h"
#include "settings/ratekeeper.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QMenu;
class QSettings;
class QSplitter;

namespace partway {

class AccountsMenu;
class DestinationBox;
class DropOverlay;
class ExchangeLog;
class ExistsDialog;
class HelpWindow;
class LinkCopier;
class NoticeBar;
class Places;
class SettingsWindow;
class Sidebar;
class SpeedLog;
class StatusLine;
class TicketDesk;
class TransfersPage;
class UploadIntake;

// What the window works with. All outlive it.
struct WindowParts
{
    TransferQueue& queue;
    AccountBook& book;
    PreferenceBook& preferences;
    RateKeeper& rate;
    StoreOffice& office; // asks stores for the pages
    QString stateFolder; // window.ini
    bool canSandbox = false;
    std::function<bool()> hasTray;          // empty: there is none
    const ExchangeLog* exchanges = nullptr; // what stores answered to requests that failed
};

// The main window: puts its parts together and passes on what is between them. Decides nothing.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const WindowParts& parts);
    ~MainWindow() override;

    void addPaths(const QStringList& paths, const std::optional<Destination>& to = {});
    void setDestination(const Destination& destination);
    QString chosenAccount() const;
    void showNotice(const QString& text);
    void withdrawNotice(const QString& text); // if it is the one that is shown
    void offer(const QString& text, const QString& button, std::function<void()> pressed); // a notice, too
    void showTransfer(TransferId id);

    // Other places beside the transfers, see Places: "incomplete", "buckets", "accounts". The window takes
    // the widget.
    void addPlace(const QString& id, const QString& title, const QString& icon, QWidget* widget);
    void setPlaceCount(const QString& id, int count); // -1: none is shown
    void showPlace(const QString& id);
    void quit(); // asks no more than it must; the tray does not keep it
    void comeForward();
    void openSettings(int page = 0);
    int settingsPage() const; // that is open; -1: none
    void saveState();
    void signIn(const QString& accountId);       // opens the account at its secret key
    TicketDesk& tickets() { return *m_tickets; } // further kinds of tickets are added there

Q_SIGNALS:
    void sandboxWanted();                               // the button of the empty place
    void signInWanted(const QString& accountId);        // a row waits for it
    void closing();                                     // accepted; the state is saved
    void browseWanted(const partway::Destination& now); // to choose another destination from the stores

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeIntakeActions();
    void makeMenus();
    void makeToolBar();
    QWidget* makeSidebarFrame();
    void makePlaces();
    void placeChanged(const QString& id);
    void connectTransfers();
    void connectQueue();
    void accountsChanged();
    void updateDropHint();
    void offerUndo(int count);
    void offerDecision();
    void decideExisting();
    void askClose(bool toTray);
    void showHelp();
    void about();
    void restoreState();

    TransferQueue& m_queue;
    AccountBook& m_book;
    PreferenceBook& m_preferences;
    RateKeeper& m_rate;
    std::unique_ptr<QSettings> m_settings;
    TransfersPage* m_transfers = nullptr;
    Sidebar* m_sidebar = nullptr;
    Places* m_places = nullptr;
    QMenu* m_viewMenu = nullptr;
    DestinationBox* m_destination = nullptr;
    NoticeBar* m_notice = nullptr;
    StatusLine* m_status = nullptr;
    DropOverlay* m_overlay = nullptr;
    AccountsMenu* m_accounts = nullptr;
    TicketDesk* m_tickets = nullptr;
    UploadIntake* m_intake = nullptr;
    std::function<bool()> m_hasTray;
    SpeedLog* m_speeds = nullptr;
    LinkCopier* m_links = nullptr;
    QPointer<ExistsDialog> m_exists;
    QPointer<HelpWindow> m_help;
    QPointer<SettingsWindow> m_settingsWindow;
    QSplitter* m_columns = nullptr;
    QAction* m_addFiles = nullptr;
    QAction* m_addFolder = nullptr;
    QAction* m_paste = nullptr;
    QAction* m_openSettings = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_decide = nullptr;
    QTimer m_existsTimer; // gathers rows that wait for a decision
    bool m_undoShown = false;
    bool m_closeAgreed = false;
    bool m_quitting = false; // not to the tray
};

} // namespace partway
