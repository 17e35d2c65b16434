// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sandboxbench.h"
#include "ui/bucketsfixture.h"

#include <QApplication>
#include <QTreeWidget>
#include <QtTest>

namespace partway {

// The whole page of buckets over a sandbox with two objects below "raw/": new for each test.
class BucketsPageBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

protected:
    template <typename T>
    T* dialog()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<T*>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    QAction* action(const QString& words);
    bool select(const QStringList& names);
    QStringList rows(QTreeWidget* table);
    QTreeWidget* table(const QString& name);
    BucketView* view() { return m_fixture->page->findChild<BucketView*>(); }

    std::unique_ptr<SandboxBench> m_bench;
    std::unique_ptr<BucketsFixture> m_fixture;
};

} // namespace partway
