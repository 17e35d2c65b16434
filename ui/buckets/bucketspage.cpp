// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the page looks and what it shows. What its buttons do is in bucketactions.cpp.
#include "buckets/bucketspage.h"

#include "buckets/objectpane.h"
#include "dialogs/exchangebutton.h"
#include "format/errortext.h"
#include "paint/icons.h"
#include "widgets/emptyplace.h"
#include "widgets/storechoice.h"

#include <QAction>
#include <QComboBox>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace partway {

BucketsPage::BucketsPage(BucketsParts parts, QWidget* parent) : QWidget(parent), m_parts(std::move(parts))
{
    m_tree = new BucketTree(m_parts.office, BucketTree::Show::Everything, this);
    m_filter = new BucketFilter(*m_tree, this);
    m_view = new BucketView(*m_tree, *m_filter, this);
    m_pane = new ObjectPane(m_parts.office, this);
    m_copies = new CopyIntake(m_parts.office, m_parts.accounts, m_parts.queue, this);
    m_empty = new EmptyPlace(QStringLiteral("bucket"), tr("No buckets"), {}, this);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setMargin(6);
    m_note->hide();
    makeActions();
    makeEmptyButtons();
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->addWidget(makeLeft());
    m_split->addWidget(m_pane);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setCollapsible(0, false);
    m_split->setSizes({580, 420});
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_split);
    m_pages->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_pages, 1);

    connect(m_tree, &BucketTree::bucketsChanged, this, &BucketsPage::showState);
    connect(m_view, &BucketView::chosen, this, &BucketsPage::showChoice);
    connect(m_view, &QWidget::customContextMenuRequested, this, &BucketsPage::showMenu);
    connect(m_view, &BucketView::filesDropped, this,
            [this](const QStringList& paths, const QModelIndex& place) {
                const BucketRow row = m_tree->row(place);
                m_parts.upload(paths, {accountId(), row.bucket, QString::fromUtf8(row.key)});
            });
    connect(m_pane, &ObjectPane::versionDeletionWanted, this, &BucketsPage::removeVersion);
    connect(m_pane, &ObjectPane::versionCopyWanted, this, &BucketsPage::copyVersion);
    connect(m_copies, &CopyIntake::ended, this, &BucketsPage::tellCopies);
    reloadAccounts();
    showChoice();
}

QWidget* BucketsPage::makeLeft()
{
    auto* left = new QWidget(this);
    m_exchanges = {new ExchangeButton(m_parts.exchanges, left),
                   new ExchangeButton(m_parts.exchanges, m_empty)};
    m_empty->addButton(m_exchanges.last());
    auto* note = new QHBoxLayout;
    note->addWidget(m_note, 1);
    note->addWidget(m_exchanges.first());
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(note);
    layout->addWidget(m_view, 1);
    return left;
}

QAction* BucketsPage::makeAction(const QString& icon, const QString& text, void (BucketsPage::*call)(),
                                 const QKeySequence& key)
{
    auto* action = new QAction(ownIcon(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QString tip = QString(text).remove(u'&').remove(u'…');
    if (!key.isEmpty())
        tip =
            tr("%1 (%2)", "what a button does, and its key").arg(tip, key.toString(QKeySequence::NativeText));
    action->setToolTip(tip);
    connect(action, &QAction::triggered, this, call);
    addAction(action);
    return action;
}

void BucketsPage::makeActions()
{
    m_refresh =
        makeAction(QStringLiteral("retry"), tr("&Refresh"), &BucketsPage::refresh, QKeySequence(Qt::Key_F5));
    m_newBucket = makeAction(QStringLiteral("bucket"), tr("New &bucket…"), &BucketsPage::newBucket);
    m_showBucket = makeAction(QStringLiteral("all"), tr("&Show a bucket by name…"), &BucketsPage::showBucket);
    m_showObject =
        makeAction(QStringLiteral("all"), tr("Look at an object by &name…"), &BucketsPage::showObject);
    m_newFolder = makeAction(QStringLiteral("add-folder"), tr("New &folder…"), &BucketsPage::newFolder,
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_upload = makeAction(QStringLiteral("add-files"), tr("&Upload here…"), &BucketsPage::uploadHere);
    m_destination =
        makeAction(QStringLiteral("drop"), tr("Set as &destination"), &BucketsPage::setAsDestination);
    m_ticket =
        makeAction(QStringLiteral("ticket"), tr("Upload tic&ket for others…"), &BucketsPage::offerTicket);
    m_address = makeAction(QStringLiteral("copy"), tr("Copy the &address"), &BucketsPage::copyAddress,
                           QKeySequence(QKeySequence::Copy));
    m_link = makeAction(QStringLiteral("link"), tr("&Link for others…"), &BucketsPage::makeLink);
    m_copy = makeAction(QStringLiteral("replace"), tr("&Copy to…"), &BucketsPage::copyTo,
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_delete = makeAction(QStringLiteral("abort"), tr("Dele&te…"), &BucketsPage::removeObjects,
                          QKeySequence(Qt::Key_Delete));
    // Del and Ctrl+C mean something else in a text field.
    for (QAction* action : {m_address, m_delete}) {
        removeAction(action);
        m_view->addAction(action);
    }
}

void BucketsPage::makeEmptyButtons()
{
    const QList<std::pair<const char*, QAction*>> buttons{
        {"retry", m_refresh}, {"bucket", m_newBucket}, {"all", m_showBucket}};
    for (const auto& [icon, action] : buttons) {
        QPushButton* button = m_empty->addButton(QLatin1String(icon), action->text());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        button->setVisible(action->isEnabled());
        connect(action, &QAction::enabledChanged, button, &QWidget::setVisible);
    }
}

QToolBar* BucketsPage::makeBar()
{
    auto* bar = new QToolBar(tr("Buckets"), this);
    bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->setIconSize({18, 18});
    m_account = new QComboBox(bar);
    m_account->setAccessibleName(tr("Account whose buckets are shown"));
    m_account->setToolTip(m_account->accessibleName());
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    bar->addWidget(m_account);
    bar->addSeparator();
    bar->addActions({m_refresh, m_newBucket, m_newFolder});
    bar->addSeparator();
    bar->addActions({m_upload, m_destination, m_copy, m_link, m_address, m_delete});
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_search = new QLineEdit(bar);
    m_search->setPlaceholderText(tr("Filter; Enter asks the server"));
    m_search->setAccessibleName(tr("Filter the names"));
    m_search->setToolTip(
        tr("Shows only names with this in them, of those that are listed. Enter asks the server "
           "for names in the chosen folder that begin so. (%1)")
            .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(260);
    m_search->setAcceptDrops(false);
    bar->addWidget(m_search);
    auto* find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_account, &QComboBox::currentIndexChanged, this, &BucketsPage::showAccount);
    connect(m_search, &QLineEdit::textChanged, m_filter, &BucketFilter::setText);
    connect(m_search, &QLineEdit::returnPressed, this, &BucketsPage::narrow);
    return bar;
}

QString BucketsPage::accountId() const
{
    return m_account->currentData().toString();
}

QString BucketsPage::endpoint() const
{
    const std::optional<Account> account = m_parts.accounts.byId(accountId());
    return account ? account->endpoint : QString();
}

void BucketsPage::reloadAccounts()
{
    const QString before = accountId();
    {
        const QSignalBlocker quiet(m_account);
        fillWithStores(*m_account, m_parts.accounts, before);
    }
    if (accountId() != before || m_account->count() == 0)
        showAccount();
}

void BucketsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_asked, true))
        showAccount();
}

// A focus proxy would be a stop of the Tab key, behind which the bar is left out.
void BucketsPage::focusInEvent(QFocusEvent* event)
{
    m_view->setFocus(event->reason());
}

// Nothing is asked of a store before somebody looks.
void BucketsPage::showAccount()
{
    if (!m_asked) {
        showState();
        return;
    }
    const std::optional<Account> account = m_parts.accounts.byId(accountId());
    m_pane->show({}, {});
    m_tree->setAccount(accountId(), account ? account->bucket : QString());
}

void BucketsPage::showState()
{
    const std::optional<Error> error = m_tree->error();
    const bool any = m_tree->rowCount() > 0;
    m_pages->setCurrentIndex(any ? 0 : 1);
    m_empty->setHeadline(m_account->count() == 0 ? tr("No account yet") : tr("No buckets"));
    if (m_account->count() == 0)
        m_empty->setText(tr("There is no account whose buckets could be shown. Add one first."));
    else if (m_tree->isAsking())
        m_empty->setText(tr("Asking the server for the buckets…"));
    else if (error)
        m_empty->setText(tr("%1 You can show a bucket by its name if you know it.").arg(errorLine(*error)));
    else
        m_empty->setText(tr("There is no bucket in this account yet. “New bucket” makes one."));
    m_note->setVisible(any && error.has_value());
    for (ExchangeButton* button : std::as_const(m_exchanges))
        button->setError(error, m_account->currentText(), endpoint());
    if (error)
        m_note->setText(tr("The buckets cannot be listed, so only known ones are shown. %1")
                            .arg(describeError(*error).sentence));
    showChoice();
}

void BucketsPage::showChoice()
{
    const BucketRow row = m_tree->row(m_view->currentSource());
    const bool place = m_tree->placeOf(m_view->currentSource()).isValid();
    const QList<BucketRow> chosen = m_view->selected();
    const QList<BucketRow> objects = chosenObjects();
    const bool account = m_account->count() > 0;
    m_refresh->setEnabled(account);
    m_newBucket->setEnabled(account);
    m_showBucket->setEnabled(account);
    for (QAction* action : {m_newFolder, m_upload, m_destination, m_ticket, m_showObject})
        action->setEnabled(place);
    m_address->setEnabled(!chosen.isEmpty());
    m_link->setEnabled(objects.size() == 1 && chosen.size() == 1);
    m_copy->setEnabled(!chosen.isEmpty());
    m_delete->setEnabled(!objects.isEmpty() && objects.size() == chosen.size());
    const BucketRow& shown = m_pane->row();
    if (shown.kind != row.kind || shown.bucket != row.bucket || shown.key != row.key)
        m_pane->show(accountId(), row);
}

void BucketsPage::showMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_upload, m_destination, m_ticket, m_newFolder});
    menu->addSeparator();
    menu->addActions({m_copy, m_link, m_address});
    menu->addSeparator();
    menu->addActions({m_refresh, m_newBucket, m_showBucket, m_showObject});
    menu->addSeparator();
    menu->addAction(m_delete);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void BucketsPage::saveState(QSettings& settings) const
{
    settings.setValue(QStringLiteral("buckets/split"), m_split->saveState());
    settings.setValue(QStringLiteral("buckets/account"), accountId());
}

void BucketsPage::restoreState(const QSettings& settings)
{
    m_split->restoreState(settings.value(QStringLiteral("buckets/split")).toByteArray());
    const int index = m_account->findData(settings.value(QStringLiteral("buckets/account")));
    if (index >= 0)
        m_account->setCurrentIndex(index);
}

} // namespace partway
