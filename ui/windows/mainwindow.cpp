// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/mainwindow.h"

#include "dialogs/helpwindow.h"
#include "models/speedlog.h"
#include "paint/icons.h"
#include "settings/settingswindow.h"
#include "widgets/destinationbox.h"
#include "widgets/dropoverlay.h"
#include "widgets/noticebar.h"
#include "widgets/sidebar.h"
#include "widgets/statusline.h"
#include "windows/accountsmenu.h"
#include "windows/linkcopier.h"
#include "windows/places.h"
#include "windows/removal.h"
#include "windows/ticketdesk.h"
#include "windows/transferactions.h"
#include "windows/transferspage.h"
#include "windows/uploadintake.h"

#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace partway {

MainWindow::MainWindow(const WindowParts& parts)
    : m_queue(parts.queue), m_book(parts.book), m_preferences(parts.preferences), m_rate(parts.rate),
      m_settings(std::make_unique<QSettings>(parts.stateFolder + QStringLiteral("/window.ini"),
                                             QSettings::IniFormat)),
      m_hasTray(parts.hasTray ? parts.hasTray : [] { return false; })
{
    setWindowTitle(tr("Partway"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    const auto accountName = [this](const QString& id) {
        const std::optional<Account> account = m_book.accounts().byId(id);
        return account ? account->name : tr("an account that is gone");
    };
    m_destination = new DestinationBox(m_book.accounts(), this);
    m_notice = new NoticeBar(this);
    m_sidebar = new Sidebar(this);
    m_speeds = new SpeedLog(m_queue, m_rate, this);
    m_transfers =
        new TransfersPage({m_queue, *m_speeds, accountName, parts.exchanges, parts.canSandbox}, this);
    m_status = new StatusLine(*statusBar());
    m_accounts = new AccountsMenu(m_book, m_queue, *this);
    m_links = new LinkCopier(parts.office, this);
    m_tickets = new TicketDesk(m_queue, m_book.accounts(), *m_notice, *this);
    m_intake = new UploadIntake(m_queue, m_preferences, *m_destination, *m_notice, *m_tickets, *this);
    makeIntakeActions();
    makeMenus();
    makeToolBar();

    makePlaces();
    m_overlay = new DropOverlay(this);
    connectTransfers();
    connectQueue();
    restoreState();
    accountsChanged();
    m_transfers->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePlaces()
{
    auto* stack = new QStackedWidget(this);
    auto* middle = new QWidget(this);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(stack, 1);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->addWidget(makeSidebarFrame());
    m_columns->addWidget(middle);
    m_columns->setCollapsible(1, false);
    m_columns->setStretchFactor(1, 1);
    setCentralWidget(m_columns);
    m_places = new Places(*m_sidebar, *stack, *m_viewMenu, this);
    m_places->add(transfersPlace, tr("&Transfers"), QStringLiteral("all"), m_transfers);
    connect(m_places, &Places::currentChanged, this, &MainWindow::placeChanged);
}

// What belongs to the list has no key elsewhere.
void MainWindow::placeChanged(const QString& id)
{
    m_transfers->filterAction()->setEnabled(id == transfersPlace);
}

void MainWindow::addPlace(const QString& id, const QString& title, const QString& icon, QWidget* widget)
{
    m_places->add(id, title, icon, widget);
}

void MainWindow::setPlaceCount(const QString& id, int count)
{
    m_places->setCount(id, count);
}

void MainWindow::showPlace(const QString& id)
{
    m_places->show(id);
}

void MainWindow::makeIntakeActions()
{
    const auto make = [this](const QString& text, const QString& icon, const QKeySequence& key,
                             const QString& tip) {
        auto* action = new QAction(ownIcon(icon), text, this);
        action->setShortcut(key);
        action->setToolTip(tr("%1 (%2)", "what a button does, and its key")
                               .arg(tip, key.toString(QKeySequence::NativeText)));
        return action;
    };
    m_addFiles = make(tr("Add &files…"), QStringLiteral("add-files"), QKeySequence(Qt::CTRL | Qt::Key_O),
                      tr("Add files to upload"));
    m_addFolder =
        make(tr("Add f&older…"), QStringLiteral("add-folder"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
             tr("Add a folder with all that is in it"));
    m_paste = make(tr("&Paste copied files"), QStringLiteral("copy"), QKeySequence(QKeySequence::Paste),
                   tr("Add the files that were copied"));
    m_undo = make(tr("&Undo the removal"), QStringLiteral("retry"), QKeySequence(QKeySequence::Undo),
                  tr("Bring back what was removed from the list"));
    m_undo->setEnabled(false);
    m_decide = make(tr("Objects that e&xist…"), QStringLiteral("replace"), QKeySequence(Qt::CTRL | Qt::Key_E),
                    tr("Decide about objects that exist already"));
    m_openSettings = make(tr("&Settings…"), QStringLiteral("settings"),
                          QKeySequence(Qt::CTRL | Qt::Key_Comma), tr("Settings"));
    m_openSettings->setMenuRole(QAction::PreferencesRole);
    m_addFiles->setIconText(tr("Add files"));
    m_addFolder->setIconText(tr("Add folder"));
    connect(m_addFiles, &QAction::triggered, m_intake, &UploadIntake::chooseFiles);
    connect(m_addFolder, &QAction::triggered, m_intake, &UploadIntake::chooseFolder);
    connect(m_paste, &QAction::triggered, m_intake, &UploadIntake::paste);
    connect(m_tickets->offerAction(), &QAction::triggered, this,
            [this] { Q_EMIT m_tickets->offerWanted(m_destination->destinationSoFar()); });
    connect(m_undo, &QAction::triggered, &m_transfers->removal(), &Removal::undo);
    connect(m_decide, &QAction::triggered, this, &MainWindow::decideExisting);
    connect(m_openSettings, &QAction::triggered, this, [this] { openSettings(); });
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_addFiles, m_addFolder, m_paste});
    file->addSeparator();
    file->addActions({m_tickets->openAction(), m_tickets->offerAction()});
    file->addSeparator();
    file->addAction(m_openSettings);
    file->addSeparator();
    QAction* quit = file->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &MainWindow::quit);

    QMenu* transfers = menuBar()->addMenu(tr("&Transfers"));
    const TransferActions& actions = m_transfers->rowActions();
    actions.fillMenu(*transfers);
    transfers->addSeparator();
    transfers->addActions(
        {actions.pauseAll(), actions.resumeAll(), actions.removeFinished(), m_undo, m_decide});
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    m_viewMenu->addSeparator(); // the places come above it
    m_viewMenu->addAction(m_transfers->filterAction());
    menuBar()->addMenu(m_accounts->menu());
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* page = help->addAction(ownIcon(QStringLiteral("help")), tr("&Help"));
    page->setShortcut(QKeySequence(Qt::Key_F1));
    connect(page, &QAction::triggered, this, &MainWindow::showHelp);
    connect(help->addAction(applicationIcon(), tr("&About Partway")), &QAction::triggered, this,
            &MainWindow::about);
}

void MainWindow::makeToolBar()
{
    auto* bar = addToolBar(tr("Add and control"));
    bar->setObjectName(QStringLiteral("mainToolBar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_addFiles, m_addFolder});
    bar->addSeparator();
    bar->addWidget(m_destination);
    bar->addSeparator();
    bar->addActions({m_transfers->rowActions().pauseAll(), m_transfers->rowActions().resumeAll()});
    bar->addSeparator();
    bar->addAction(m_openSettings);
    qobject_cast<QToolButton*>(bar->widgetForAction(m_openSettings))
        ->setToolButtonStyle(Qt::ToolButtonIconOnly);
    setContextMenuPolicy(Qt::PreventContextMenu);
}

QWidget* MainWindow::makeSidebarFrame()
{
    auto* frame = new QWidget(this);
    frame->setBackgroundRole(QPalette::Base);
    frame->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(6, 6, 2, 6);
    layout->addWidget(m_sidebar);
    return frame;
}

void MainWindow::addPaths(const QStringList& paths, const std::optional<Destination>& to)
{
    m_intake->addPaths(paths, to);
}

void MainWindow::setDestination(const Destination& destination)
{
    m_destination->setDestination(destination);
}

QString MainWindow::chosenAccount() const
{
    return m_destination->accountId();
}

void MainWindow::offer(const QString& text, const QString& button, std::function<void()> pressed)
{
    m_undoShown = false;
    m_notice->show(text, button, std::move(pressed));
}

void MainWindow::showNotice(const QString& text)
{
    m_notice->show(text);
}

void MainWindow::withdrawNotice(const QString& text)
{
    if (m_notice->text() == text)
        m_notice->hide();
}

void MainWindow::showTransfer(TransferId id)
{
    comeForward();
    m_places->show(transfersPlace);
    if (!m_transfers->isShown(id)) { // another group is shown, or the filter hides it
        m_transfers->clearFilter();
        m_sidebar->setGroup(TransferGroup::All);
    }
    m_transfers->showTransfer(id);
}

void MainWindow::signIn(const QString& accountId)
{
    m_accounts->edit(accountId, true);
}

void MainWindow::openSettings(int page)
{
    if (!m_settingsWindow) {
        m_settingsWindow = new SettingsWindow(m_preferences, m_hasTray(), this);
        m_settingsWindow->showPage(page);
    }
    m_settingsWindow->show();
    m_settingsWindow->raise();
    m_settingsWindow->activateWindow();
}

int MainWindow::settingsPage() const
{
    return m_settingsWindow && m_settingsWindow->isVisible() ? m_settingsWindow->page() : -1;
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

// Every action of the menus and of the list, in their order.
void MainWindow::showHelp()
{
    QList<QAction*> actions;
    const QList<QAction*> menus = menuBar()->actions();
    for (const QAction* menu : menus)
        actions += menu->menu()->actions();
    if (!m_help) // one of them
        m_help = new HelpWindow(actions + m_transfers->rowActions().all(), this);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::about()
{
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Partway"),
                        tr("Partway %1").arg(QStringLiteral(PARTWAY_VERSION)), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(applicationIcon().pixmap(64, 64));
    box->setInformativeText(
        tr("Uploads large files to S3-compatible stores and goes on from what is stored.\n\nFree "
           "software under the GNU General Public License, version 3 or later."));
    box->open();
}

} // namespace partway
