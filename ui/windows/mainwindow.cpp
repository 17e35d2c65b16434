// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/mainwindow.h"

#include "dialogs/helpwindow.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "http/exchangelog.h"
#include "models/speedlog.h"
#include "paint/icons.h"
#include "settings/settingswindow.h"
#include "widgets/destinationbox.h"
#include "widgets/detailspane.h"
#include "widgets/dropoverlay.h"
#include "widgets/emptyplace.h"
#include "widgets/noticebar.h"
#include "widgets/sidebar.h"
#include "widgets/statusline.h"
#include "widgets/transferview.h"
#include "windows/accountsmenu.h"
#include "windows/linkcopier.h"
#include "windows/places.h"
#include "windows/removal.h"
#include "windows/ticketdesk.h"
#include "windows/transferactions.h"
#include "windows/uploadintake.h"

#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace partway {

using namespace std::chrono_literals;

MainWindow::MainWindow(const WindowParts& parts)
    : m_queue(parts.queue), m_book(parts.book), m_preferences(parts.preferences), m_rate(parts.rate),
      m_exchanges(parts.exchanges),
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
    m_model = new TransferModel(m_queue, accountName, this);
    m_filter = new TransferFilter(*m_model, this);
    m_destination = new DestinationBox(m_book.accounts(), this);
    m_notice = new NoticeBar(this);
    m_sidebar = new Sidebar(this);
    m_speeds = new SpeedLog(m_queue, m_rate, this);
    m_details = new DetailsPane(
        accountName, [this](const TransferRow& row) { return exchangeOf(row).has_value(); }, *m_speeds, this);
    m_view = new TransferView(*m_filter, this);
    m_status = new StatusLine(*statusBar());
    m_accounts = new AccountsMenu(m_book, m_queue, *this);
    m_actions = new TransferActions(m_queue,
                                    {[this](const TransferActions::See& see) { m_view->visitSelected(see); },
                                     [this] { return placeHere(); }},
                                    *this);
    m_removal = new Removal(m_queue, this);
    m_links = new LinkCopier(parts.office, this);
    m_tickets = new TicketDesk(m_queue, m_book.accounts(), *m_notice, *this);
    m_intake = new UploadIntake(m_queue, m_preferences, *m_destination, *m_notice, *m_tickets, *this);
    makeIntakeActions();
    makeMenus();
    makeToolBar();

    makePlaces();
    makeEmptyPlaces(parts.canSandbox);
    m_overlay = new DropOverlay(this);
    connectQueue();
    restoreState();
    showRightPage();
    showSelection();
    m_view->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePlaces()
{
    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->addWidget(makeListArea());
    m_rows->addWidget(m_details);
    m_rows->setCollapsible(0, false);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_rows->setFocusProxy(m_view);
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
    m_places->add(transfersPlace, tr("&Transfers"), QStringLiteral("all"), m_rows);
    connect(m_places, &Places::currentChanged, this, &MainWindow::placeChanged);
}

// What belongs to the list has no key elsewhere.
void MainWindow::placeChanged(const QString& id)
{
    m_find->setEnabled(id == transfersPlace);
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
    m_find =
        make(tr("&Filter"), QStringLiteral("all"), QKeySequence(Qt::CTRL | Qt::Key_F), tr("Filter the list"));
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
    connect(m_tickets->offerAction(), &QAction::triggered, this, [this] {
        const Result<Destination> to = m_destination->destination();
        Q_EMIT m_tickets->offerWanted(to ? *to : Destination{m_destination->accountId(), {}, {}});
    });
    connect(m_undo, &QAction::triggered, m_removal, &Removal::undo);
    connect(m_decide, &QAction::triggered, this, &MainWindow::decideExisting);
    connect(m_openSettings, &QAction::triggered, this, [this] { openSettings(); });
    connect(m_find, &QAction::triggered, this, [this] { m_filterEdit->setFocus(Qt::ShortcutFocusReason); });
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
    m_actions->fillMenu(*transfers);
    transfers->addSeparator();
    transfers->addActions(
        {m_actions->pauseAll(), m_actions->resumeAll(), m_actions->removeFinished(), m_undo, m_decide});
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    m_viewMenu->addSeparator(); // the places come above it
    m_viewMenu->addAction(m_find);
    menuBar()->addMenu(m_accounts->menu());
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* page = help->addAction(ownIcon(QStringLiteral("help")), tr("&Help"));
    page->setShortcut(QKeySequence(Qt::Key_F1));
    connect(page, &QAction::triggered, this, &MainWindow::showHelp);
    connect(help->addAction(applicationIcon(), tr("&About Partway")), &QAction::triggered, this,
            &MainWindow::about);

    // Keys of rows count only in the list: Del and Space mean something else in a text field.
    const QList<QAction*> rowActions = m_actions->all();
    for (QAction* action : rowActions)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addActions(rowActions);
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
    bar->addActions({m_actions->pauseAll(), m_actions->resumeAll()});
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

QToolBar* MainWindow::makeRowBar()
{
    auto* bar = new QToolBar(tr("Selected transfers"), this);
    bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->setIconSize({18, 18});
    using enum RowAction;
    for (RowAction kind : {Pause, Resume, Retry, Replace, KeepBoth, Skip, ThroughHere, Repair, StartOver,
                           Follow, CloseSource, SignIn, Abort, Remove})
        bar->addAction(m_actions->action(kind));
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_filterEdit = new QLineEdit(bar);
    m_filterEdit->setPlaceholderText(tr("Filter"));
    m_filterEdit->setAccessibleName(tr("Filter the list"));
    m_filterEdit->setToolTip(tr("Show only transfers with this in name, destination or state (%1)")
                                 .arg(m_find->shortcut().toString(QKeySequence::NativeText)));
    m_filterEdit->setClearButtonEnabled(true);
    m_filterEdit->setMaximumWidth(220);
    m_filterEdit->setAcceptDrops(false);
    connect(m_filterEdit, &QLineEdit::textChanged, m_filter, &TransferFilter::setText);
    connect(m_filterEdit, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    bar->addWidget(m_filterEdit);
    return bar;
}

QWidget* MainWindow::makeListArea()
{
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_view);
    auto* area = new QWidget(this);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeRowBar());
    layout->addWidget(m_pages, 1);
    setTabOrder(m_filterEdit, m_view); // from the filter to what it found
    return area;
}

void MainWindow::makeEmptyPlaces(bool canSandbox)
{
    m_noAccount = new EmptyPlace(
        QStringLiteral("partway"), tr("Upload to any S3-compatible store"),
        tr("Add an account to begin. Large files go in parts, and whatever interrupts them, they "
           "go on from the parts that are stored."));
    connect(m_noAccount->addButton(QStringLiteral("account"), tr("&Add an account…")), &QPushButton::clicked,
            m_accounts, &AccountsMenu::add);
    if (canSandbox) {
        auto* button = m_noAccount->addButton(QStringLiteral("sandbox"), tr("&Try it with the sandbox"));
        button->setToolTip(tr("Starts a small store on this computer that keeps its objects in a folder"));
        connect(button, &QPushButton::clicked, this, &MainWindow::sandboxWanted);
    }
    m_noTransfer = new EmptyPlace(QStringLiteral("drop"), tr("Drop files or folders here"), {});
    m_noMatch = new EmptyPlace(QStringLiteral("all"), tr("Nothing here"),
                               tr("No transfer is in this group, or the filter hides it."));
    m_pages->addWidget(m_noAccount);
    m_pages->addWidget(m_noTransfer);
    m_pages->addWidget(m_noMatch);
}

void MainWindow::showRowMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu);
    menu->popup(position);
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

void MainWindow::showTransfer(TransferId id)
{
    comeForward();
    m_places->show(transfersPlace);
    if (m_filter->rowOf(id) < 0 &&
        m_filter->folderRowOf(id) < 0) { // another group is shown, or the filter hides it
        m_filterEdit->clear();
        m_sidebar->setGroup(TransferGroup::All);
    }
    if (const int folder = m_filter->folderRowOf(id); folder >= 0)
        m_filter->setExpanded(folder, true);
    m_view->select(id);
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
        m_help = new HelpWindow(actions + m_actions->all(), this);
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
