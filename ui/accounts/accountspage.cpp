// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountspage.h"

#include "accounts/accountcells.h"
#include "accounts/accountjson.h"
#include "accounts/importdialog.h"
#include "accounts/testdialog.h"
#include "dialogs/accountdialog.h"
#include "format/errortext.h"
#include "paint/icons.h"
#include "widgets/emptyplace.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace partway {

namespace {

// While a name is being edited every key is the editor's: Return ends it, and opens no dialog besides.
class KeysToEditor final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    bool eventFilter(QObject* editor, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QStyledItemDelegate::eventFilter(editor, event);
        event->accept();
        return true;
    }
};

constexpr int idRole = Qt::UserRole;

// "Work", "Work 2", "Work 3" …
QString freeName(const AccountList& accounts, const QString& name)
{
    QString candidate = name;
    for (int number = 2; accounts.byName(candidate); ++number)
        candidate = QStringLiteral("%1 %2").arg(name).arg(number);
    return candidate;
}

} // namespace

AccountsPage::AccountsPage(AccountBook& book, TransferQueue& queue, QWidget* parent)
    : QWidget(parent), m_book(book), m_queue(queue)
{
    m_bar = new QToolBar(tr("Accounts"), this);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    makeActions();
    makeList();
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMargin(6);
    m_note->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_note);
    layout->addWidget(m_stack, 1);
    m_recount.setSingleShot(true);
    m_recount.setInterval(300); // thousands of rows may change at once
    connect(&m_recount, &QTimer::timeout, this, &AccountsPage::countTransfers);
    connect(&m_queue, &TransferQueue::totalsChanged, this, [this] {
        if (!m_recount.isActive())
            m_recount.start();
    });
    connect(&m_book, &AccountBook::changed, this, &AccountsPage::fill);
    fill();
}

QAction* AccountsPage::act(const QString& text, const QString& icon, const QKeySequence& keys,
                           void (AccountsPage::*slot)())
{
    auto* action = new QAction(icon.isEmpty() ? QIcon() : ownIcon(icon), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    const QString plain = QString(text).remove(u'&').remove(u'…');
    action->setToolTip(keys.isEmpty()
                           ? plain
                           : QStringLiteral("%1 (%2)").arg(plain, keys.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_bar->addAction(action);
    return action;
}

void AccountsPage::makeActions()
{
    act(tr("&Add…"), QStringLiteral("account"), QKeySequence::New, &AccountsPage::add);
    m_ofOne.append(act(tr("&Edit…"), QStringLiteral("edit"), Qt::Key_Return, &AccountsPage::edit));
    m_ofOne.append(act(tr("&Test connection"), QStringLiteral("active"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), &AccountsPage::test));
    m_ofOne.append(act(tr("Re&name"), QString(), Qt::Key_F2, &AccountsPage::rename));
    m_ofOne.append(act(tr("&Duplicate…"), QStringLiteral("copy"), QKeySequence(Qt::CTRL | Qt::Key_D),
                       &AccountsPage::duplicate));
    m_ofOne.append(
        act(tr("Re&move…"), QStringLiteral("remove"), QKeySequence::Delete, &AccountsPage::remove));
    m_bar->addSeparator();
    act(tr("&Import from AWS files…"), QStringLiteral("down"), {}, &AccountsPage::importAws);
    act(tr("E&xport…"), QStringLiteral("up"), {}, &AccountsPage::exportAll);
}

void AccountsPage::makeList()
{
    m_list = new QTreeWidget(this);
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSortingEnabled(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(m_ofOne);
    m_list->setItemDelegate(new KeysToEditor(m_list));
    m_list->setHeaderLabels(accountHeads());
    m_list->headerItem()->setTextAlignment(int(AccountColumn::Transfers), Qt::AlignRight | Qt::AlignVCenter);
    m_list->sortByColumn(int(AccountColumn::Name), Qt::AscendingOrder);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(int(AccountColumn::Endpoint), QHeaderView::Stretch);
    connect(m_list, &QTreeWidget::itemActivated, this, &AccountsPage::edit);
    connect(m_list, &QTreeWidget::itemChanged, this, &AccountsPage::renamed);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &AccountsPage::showActions);

    auto* empty = new EmptyPlace(QStringLiteral("account"), tr("No account yet"),
                                 tr("An account says where a store is and with which keys."), this);
    m_addFirst = empty->addButton(QStringLiteral("account"), tr("Add an a&ccount…"));
    connect(m_addFirst, &QPushButton::clicked, this, &AccountsPage::add);
    connect(empty->addButton(QStringLiteral("down"), tr("&Import from AWS files…")), &QPushButton::clicked,
            this, &AccountsPage::importAws);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);
}

void AccountsPage::fill()
{
    const QString before = chosen();
    m_filling = true;
    m_list->clear();
    for (const Account& account : m_book.accounts().own()) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setData(0, idRole, account.id);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        fillRow(item, account);
    }
    m_filling = false;
    for (const auto column : {AccountColumn::Name, AccountColumn::Provider, AccountColumn::Keys,
                              AccountColumn::Tested, AccountColumn::Transfers})
        m_list->resizeColumnToContents(int(column));
    const bool none = m_list->topLevelItemCount() == 0;
    m_stack->setCurrentIndex(none ? 1 : 0);
    setFocusProxy(none ? static_cast<QWidget*>(m_addFirst) : m_list); // whoever comes by key goes on by key
    choose(before);
    countTransfers();
    showActions();
    Q_EMIT countChanged(m_list->topLevelItemCount());
}

void AccountsPage::fillRow(QTreeWidgetItem* item, const Account& account) const
{
    const AccountCells cells = accountCells(account);
    for (int column = 0; column < cells.texts.size(); ++column) {
        item->setText(column, cells.texts[column]);
        item->setToolTip(column, cells.toolTips.value(column));
    }
    item->setTextAlignment(int(AccountColumn::Transfers), Qt::AlignRight | Qt::AlignVCenter);
}

void AccountsPage::countTransfers()
{
    QHash<QString, int> all, unfinished;
    const QList<TransferRow> rows = m_queue.rows();
    for (const TransferRow& row : rows) {
        ++all[row.accountId];
        unfinished[row.accountId] += isEnded(row.phase) ? 0 : 1;
    }
    m_filling = true;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        const QString id = item->data(0, idRole).toString();
        item->setText(int(AccountColumn::Transfers), transfersText(all.value(id), unfinished.value(id)));
    }
    m_filling = false;
    m_list->resizeColumnToContents(int(AccountColumn::Transfers));
}

QString AccountsPage::chosen() const
{
    const QList<QTreeWidgetItem*> items = m_list->selectedItems();
    return items.isEmpty() ? QString() : items.first()->data(0, idRole).toString();
}

int AccountsPage::count() const
{
    return m_list->topLevelItemCount();
}

void AccountsPage::choose(const QString& accountId)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        if (item->data(0, idRole).toString() == accountId || (accountId.isEmpty() && i == 0))
            m_list->setCurrentItem(item);
    }
}

void AccountsPage::showActions()
{
    for (QAction* action : std::as_const(m_ofOne))
        action->setEnabled(!chosen().isEmpty());
}

void AccountsPage::say(const QString& text)
{
    m_note->setText(text);
    m_note->setAccessibleName(text);
    m_note->setVisible(!text.isEmpty());
}

void AccountsPage::add()
{
    Account account;
    account.id = newAccountId();
    auto* dialog = new AccountDialog(m_book, account, true, window());
    connect(dialog, &QDialog::accepted, this, [this, id = account.id] { choose(id); });
    dialog->open();
}

void AccountsPage::edit()
{
    const std::optional<Account> account = m_book.accounts().byId(chosen());
    if (account)
        (new AccountDialog(m_book, *account, false, window()))->open();
}

// Its secret is asked for anew: a copy is usually for other keys.
void AccountsPage::duplicate()
{
    std::optional<Account> account = m_book.accounts().byId(chosen());
    if (!account)
        return;
    account->id = newAccountId();
    account->name = freeName(m_book.accounts(), account->name);
    auto* dialog = new AccountDialog(m_book, *account, true, window());
    connect(dialog, &QDialog::accepted, this, [this, id = account->id] { choose(id); });
    dialog->open();
}

void AccountsPage::rename()
{
    const QList<QTreeWidgetItem*> items = m_list->selectedItems();
    if (!items.isEmpty())
        m_list->editItem(items.first(), int(AccountColumn::Name));
}

void AccountsPage::renamed(QTreeWidgetItem* item, int column)
{
    if (m_filling || column != int(AccountColumn::Name))
        return;
    std::optional<Account> account = m_book.accounts().byId(item->data(0, idRole).toString());
    const QString name = item->text(column).trimmed();
    if (!account || account->name == name)
        return;
    const std::optional<Account> other = m_book.accounts().byName(name);
    if (other && other->id != account->id) {
        say(tr("There is already an account named “%1”.").arg(name));
        fill();
        return;
    }
    account->name = name;
    m_book.save(*account, {}, [this](const Result<void>& saved) {
        say(saved ? QString() : errorLine(saved.error()));
        if (!saved)
            fill();
    });
}

void AccountsPage::remove()
{
    const std::optional<Account> account = m_book.accounts().byId(chosen());
    if (!account)
        return;
    const QList<TransferRow> rows = m_queue.rows();
    const auto unfinished = std::count_if(rows.begin(), rows.end(), [&](const TransferRow& row) {
        return row.accountId == account->id && !isEnded(row.phase);
    });
    ask(*account, int(unfinished));
}

void AccountsPage::ask(const Account& account, int unfinished)
{
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Remove an account"),
                        tr("Remove the account “%1”?").arg(account.name), QMessageBox::NoButton, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QString secret = secretIsRemoved(account)
                               ? tr("Its secret is deleted from the keychain of this computer.")
                               : tr("Nothing of it is in the keychain.");
    const QString transfers =
        unfinished == 0 ? tr("No transfer needs it.")
                        : tr("%n unfinished transfer(s) of it stop and cannot go on without it. What they "
                             "stored stays on the server; abort them first if it shall go, too.",
                             nullptr, unfinished);
    box->setInformativeText(secret + u' ' + transfers);
    auto* yes = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    auto* no = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QAbstractButton::clicked, this, [this, id = account.id] { m_book.remove(id); });
    box->open();
}

void AccountsPage::test()
{
    const std::optional<Account> account = m_book.accounts().byId(chosen());
    if (!account)
        return;
    say({});
    m_book.prepareTest(*account, {}, {}, [self = QPointer(this), account](const Result<Visit>& visit) {
        if (!self)
            return;
        if (!visit)
            return self->say(errorLine(visit.error()));
        auto* dialog = new TestDialog(account->name, *visit, self->window());
        connect(dialog, &TestDialog::tested, self, [self, id = account->id](const QList<Finding>& findings) {
            self->m_book.keepTest(id, findings);
        });
        dialog->open();
    });
}

void AccountsPage::importAws()
{
    auto* dialog = new ImportDialog(m_book, window());
    connect(dialog, &ImportDialog::imported, this,
            [this](int accounts) { say(tr("Imported %n account(s).", nullptr, accounts)); });
    dialog->open();
}

// Where and how, and no secret: to be read by a person, or taken to another computer.
void AccountsPage::exportAll()
{
    auto* dialog = new QFileDialog(window(), tr("Export accounts without their secrets"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("Accounts (*.json)"));
    dialog->selectFile(QStringLiteral("partway-accounts.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &AccountsPage::writeTo);
    dialog->open();
}

void AccountsPage::writeTo(const QString& path)
{
    const QList<Account> shown = m_book.accounts().own();
    QSaveFile file(path);
    const QByteArray bytes = accountsToJson(shown);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        say(tr("Exported %n account(s), without their secrets.", nullptr, int(shown.size())));
    else
        say(tr("The file could not be written: %1").arg(file.errorString()));
}

void AccountsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LocaleChange)
        fill();
}

} // namespace partway
