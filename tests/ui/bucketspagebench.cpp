// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bucketspagebench.h"

namespace partway {

void BucketsPageBench::init()
{
    m_bench = std::make_unique<SandboxBench>();
    QVERIFY(m_bench->start());
    m_bench->send(
        "PUT", "raw/day1.mov", {}, "day one",
        headers({{"x-amz-meta-by", "me"}, {"x-amz-tagging", "t=1"}, {"Content-Type", "video/quicktime"}}));
    m_bench->send("PUT", "raw/day2.mov", {}, "day two");
    const Credentials keys = m_bench->client().credentials;
    m_fixture =
        std::make_unique<BucketsFixture>(m_bench->sandbox().endpoint(), keys.accessKeyId, keys.secretKey);
    m_fixture->page->resize(900, 500);
    m_fixture->page->show();
    QTRY_COMPARE(view()->model()->rowCount(), 1);
}

void BucketsPageBench::cleanup()
{
    m_fixture->page.reset();
    m_fixture.reset();
    m_bench.reset();
}

QAction* BucketsPageBench::action(const QString& words)
{
    for (QAction* action : m_fixture->page->findChildren<QAction*>()) {
        if (action->text().remove(u'&') == words)
            return action;
    }
    qFatal("no action %s", qPrintable(words));
}

// Opens one after the other and makes the last one the current row.
bool BucketsPageBench::select(const QStringList& names)
{
    QModelIndex parent;
    for (const QString& name : names) {
        QModelIndex found;
        const bool there = QTest::qWaitFor(
            [&] {
                for (int row = 0; row < view()->model()->rowCount(parent); ++row) {
                    if (view()->model()->index(row, 0, parent).data().toString() == name)
                        found = view()->model()->index(row, 0, parent);
                }
                return found.isValid();
            },
            10'000);
        if (!there)
            return false;
        view()->setCurrentIndex(found);
        view()->expand(found);
        parent = found;
    }
    return true;
}

QTreeWidget* BucketsPageBench::table(const QString& name)
{
    for (QTreeWidget* table : m_fixture->page->findChildren<QTreeWidget*>()) {
        if (table->accessibleName() == name)
            return table;
    }
    return nullptr;
}

QStringList BucketsPageBench::rows(QTreeWidget* table)
{
    QStringList rows;
    for (int row = 0; row < table->topLevelItemCount(); ++row)
        rows.append(table->topLevelItem(row)->text(0) + '=' + table->topLevelItem(row)->text(1));
    return rows;
}

} // namespace partway
