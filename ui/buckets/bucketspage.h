// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "buckets/bucketview.h"
#include "buckets/copyintake.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSettings;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace partway {

class EmptyPlace;
class ExchangeButton;
class ExchangeLog;
class ObjectPane;

// What the page needs from the window.
struct BucketsParts
{
    StoreOffice& office;
    const AccountList& accounts;
    TransferQueue& queue;
    std::function<void(const QStringList& paths, const Destination& to)> upload;
    std::function<void(const Destination& to)> setDestination;
    std::function<void(const QString& text)> notice;
    std::function<void(const QList<RefusedPath>& refused)> showRefused;
    std::function<void(const Destination& to)> offerTicket;
    const ExchangeLog* exchanges = nullptr; // what stores answered to requests that failed; null: not kept
};

// The place "Buckets": what is on the stores. Browses, looks into objects, makes buckets and folders,
// deletes, links, copies on the server, and takes files that are dropped on a folder.
class BucketsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit BucketsPage(BucketsParts parts, QWidget* parent = nullptr);

    void reloadAccounts(); // the list changed
    void saveState(QSettings& settings) const;
    void restoreState(const QSettings& settings);

protected:
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override; // the tree takes it

private:
    void makeActions();
    void makeEmptyButtons();
    QToolBar* makeBar();
    QWidget* makeLeft(); // the tree and the note above it
    QAction* makeAction(const QString& icon, const QString& text, void (BucketsPage::*call)(),
                        const QKeySequence& key = {});
    void showAccount();
    void showState();
    void showChoice();
    void showMenu(const QPoint& position);

    void refresh();
    void narrow();
    void newBucket();
    void showBucket();
    void showObject();
    void newFolder();
    void uploadHere();
    void setAsDestination();
    void offerTicket();
    void copyAddress();
    void makeLink();
    void copyTo();
    void removeObjects();
    void removeVersion(const ListedVersion& version);
    void copyVersion(const ListedVersion& version);
    void ask(const QString& question, const QString& consequence, const QString& button,
             std::function<void()> yes);
    void openCopyDialog(CopyIntake::Wish wish);
    void tellCopies(const CopyIntake::Outcome& outcome);
    void deleteNext(QList<BucketRow> rows);
    void say(const Error& error, const QString& what);
    QList<BucketRow> chosenObjects() const;
    Destination chosenPlace() const;
    QString accountId() const;
    QString endpoint() const; // of the account

    BucketsParts m_parts;
    BucketTree* m_tree = nullptr;
    BucketFilter* m_filter = nullptr;
    BucketView* m_view = nullptr;
    ObjectPane* m_pane = nullptr;
    CopyIntake* m_copies = nullptr;
    QComboBox* m_account = nullptr;
    QLineEdit* m_search = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyPlace* m_empty = nullptr;
    QLabel* m_note = nullptr;           // above the tree: buckets that cannot be listed
    QList<ExchangeButton*> m_exchanges; // of why: beside the note, and where there is nothing else
    QSplitter* m_split = nullptr;
    QAction *m_refresh = nullptr, *m_newBucket = nullptr, *m_showBucket = nullptr, *m_newFolder = nullptr,
            *m_upload = nullptr, *m_ticket = nullptr, *m_destination = nullptr, *m_address = nullptr,
            *m_link = nullptr, *m_copy = nullptr, *m_delete = nullptr, *m_showObject = nullptr;
    bool m_asked = false; // the buckets; not before somebody looks
};

} // namespace partway
