// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/credentialdesk.h"
#include "incomplete/incompletepage.h"
#include "ui/fakequeue.h"
#include "ui/listingprovider.h"

#include <QAction>
#include <QDialog>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace partway {

// The page of incomplete uploads over a store in memory, with a real office, and one account unless it is
// told otherwise.
struct IncompletePageBench
{
    explicit IncompletePageBench(const Fill& fill, bool withAccount = true)
        : office(std::make_unique<StoreOffice>(std::make_unique<ListingProvider>(fill)))
    {
        if (withAccount)
            book.save(someAccount(), Secret("not a secret"), [](const Result<void>&) {});
        open();
    }
    ~IncompletePageBench()
    {
        page.reset();
        office.reset();
    }

    void open()
    {
        page = std::make_unique<IncompletePage>(IncompleteParts{.office = *office,
                                                                .book = book,
                                                                .queue = queue,
                                                                .stateFolder = folder.path(),
                                                                .settingsFolder = folder.path(),
                                                                .exchanges = &exchanges});
        page->aborts().setTick(std::chrono::milliseconds(5));
        page->resize(1000, 600);
        page->show();
    }
    bool looked() const
    {
        return QTest::qWaitFor([this] { return !page->isLooking(); }, 20'000);
    }
    QTreeView* tree() const { return page->findChild<QTreeView*>(); }
    int rows() const // that are shown, without the buckets
    {
        const QAbstractItemModel& model = *tree()->model();
        int rows = 0;
        for (int bucket = 0; bucket < model.rowCount(); ++bucket)
            rows += model.rowCount(model.index(bucket, 0));
        return rows;
    }
    QString text(const UploadRef& upload, IncompleteColumn column) const
    {
        return page->model().indexOf(upload).siblingAtColumn(int(column)).data().toString();
    }
    void select(const QList<UploadRef>& uploads) const
    {
        auto* sieve = qobject_cast<QSortFilterProxyModel*>(tree()->model());
        tree()->selectionModel()->clear();
        for (const UploadRef& upload : uploads)
            tree()->selectionModel()->select(sieve->mapFromSource(page->model().indexOf(upload)),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QAction* action(const QString& words) const
    {
        for (QAction* action : page->actions()) {
            if (action->text().remove(u'&').startsWith(words))
                return action;
        }
        return nullptr;
    }
    // Presses the button of the question that is open.
    bool answer(const QString& words) const
    {
        auto* dialog = page->findChild<QDialog*>();
        if (!dialog)
            return false;
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->text().remove(u'&').startsWith(words) && button->isEnabled()) {
                button->click();
                return true;
            }
        }
        return false;
    }

    QTemporaryDir folder;
    ExchangeLog exchanges;
    FakeQueue queue;
    AccountList accounts{folder.path()};
    std::unique_ptr<CredentialStore> keys = makeSessionStore();
    CredentialDesk desk{*keys};
    AccountBook book{accounts, *keys, desk, queue};
    std::unique_ptr<StoreOffice> office;
    std::unique_ptr<IncompletePage> page;
};

} // namespace partway
