// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/incompletemodel.h"
#include "incomplete/incompletesieve.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace partway;

namespace {

const QDateTime now(QDate(2026, 2, 1), QTime(12, 0), Qt::UTC);

IncompleteEntry entry(const QString& bucket, const QByteArray& key, int parts, int days = 1)
{
    IncompleteEntry entry;
    entry.upload.bucket = bucket;
    entry.upload.upload.key = key;
    entry.upload.upload.uploadId = QString::fromLatin1(key) + QStringLiteral("-id");
    entry.upload.upload.initiated = now.addDays(-days);
    entry.upload.parts = parts;
    entry.upload.bytesKept = parts * MiB;
    if (parts >= 0)
        entry.cost = Cost{0.5 * parts, QStringLiteral("USD")};
    return entry;
}

} // namespace

// What the row of a bucket says while some of its uploads are filtered out.
class IncompleteSieveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sumsOfWhatIsShown();
    void everyFilter_data();
    void everyFilter();
    void changesCount();
    void uncountedHasNoSum();

private:
    void filterByKey(const QString& text) { m_sieve->setFilter({}, text, false, now); }
    QString cell(const QString& bucket, IncompleteColumn column, int role = Qt::DisplayRole) const
    {
        const QModelIndex index = m_sieve->mapFromSource(m_model->indexOfBucket(bucket));
        return index.siblingAtColumn(int(column)).data(role).toString();
    }

    std::unique_ptr<IncompleteModel> m_model;
    std::unique_ptr<IncompleteSieve> m_sieve;
};

void IncompleteSieveTest::init()
{
    m_sieve.reset();
    m_model = std::make_unique<IncompleteModel>();
    m_model->setNow(now);
    m_sieve = std::make_unique<IncompleteSieve>(*m_model);
    m_model->put({entry("a", "one.mov", 1, 9), entry("a", "two.mov", 20), entry("a", "three.txt", 300),
                  entry("b", "four.mov", 7)});
    new QAbstractItemModelTester(m_sieve.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_sieve.get());
}

void IncompleteSieveTest::sumsOfWhatIsShown()
{
    QCOMPARE(cell("a", IncompleteColumn::Name), QStringLiteral("a (3)"));
    QCOMPARE(cell("a", IncompleteColumn::Parts), QStringLiteral("321"));
    QVERIFY(cell("a", IncompleteColumn::Parts, Qt::ToolTipRole).isEmpty());
    QSignalSpy told(m_sieve.get(), &QAbstractItemModel::dataChanged);
    filterByKey(QStringLiteral(".mov"));
    QVERIFY(!told.isEmpty());
    QCOMPARE(cell("a", IncompleteColumn::Name), QStringLiteral("a (2 of 3)"));
    QCOMPARE(cell("a", IncompleteColumn::Parts), QStringLiteral("21"));
    QCOMPARE(cell("a", IncompleteColumn::Kept), QStringLiteral("21.0 MiB"));
    QCOMPARE(cell("a", IncompleteColumn::Cost), QStringLiteral("10.50 USD"));
    QCOMPARE(cell("a", IncompleteColumn::Parts, Qt::ToolTipRole), QStringLiteral("21 of 321"));
    QCOMPARE(cell("a", IncompleteColumn::Kept, Qt::ToolTipRole), QStringLiteral("21.0 MiB of 321.0 MiB"));
    QCOMPARE(
        cell("a", IncompleteColumn::Name, Qt::AccessibleTextRole),
        QStringLiteral("Bucket a, 2 of 3 incomplete upload(s) shown, 21.0 MiB of 321.0 MiB kept, Looking…"));
    QCOMPARE(cell("b", IncompleteColumn::Name), QStringLiteral("b (1 of 1)"));
    QCOMPARE(cell("a", IncompleteColumn::State), QStringLiteral("Looking…"));
    filterByKey({});
    QCOMPARE(cell("a", IncompleteColumn::Name), QStringLiteral("a (3)"));
    QCOMPARE(cell("a", IncompleteColumn::Kept), QStringLiteral("321.0 MiB"));
}

void IncompleteSieveTest::everyFilter_data()
{
    QTest::addColumn<IncompleteFilter>("filter");
    QTest::addColumn<QString>("name");
    IncompleteFilter filter;
    filter.olderThan = std::chrono::seconds(5 * 86400);
    QTest::newRow("age") << filter << "a (1 of 3)";
    filter = {};
    filter.largerThan = 10 * MiB;
    QTest::newRow("size") << filter << "a (2 of 3)";
    filter = {};
    filter.prefix = "t";
    QTest::newRow("prefix") << filter << "a (2 of 3)";
}

void IncompleteSieveTest::everyFilter()
{
    QFETCH(IncompleteFilter, filter);
    m_sieve->setFilter(filter, {}, false, now);
    QTEST(cell("a", IncompleteColumn::Name), "name");
}

// What comes, goes or is counted while it is filtered.
void IncompleteSieveTest::changesCount()
{
    filterByKey(QStringLiteral(".mov"));
    QCOMPARE(cell("a", IncompleteColumn::Parts), QStringLiteral("21"));
    m_model->put({entry("a", "five.mov", 5)});
    QCOMPARE(cell("a", IncompleteColumn::Name), QStringLiteral("a (3 of 4)"));
    QCOMPARE(cell("a", IncompleteColumn::Parts), QStringLiteral("26"));
    m_model->put({entry("a", "five.mov", 6)});
    QCOMPARE(cell("a", IncompleteColumn::Parts), QStringLiteral("27"));
    m_model->put({entry("a", "six.txt", 6)});
    QCOMPARE(cell("a", IncompleteColumn::Name), QStringLiteral("a (3 of 5)"));
    m_model->remove({entry("a", "two.mov", 20).upload.ref()});
    QCOMPARE(cell("a", IncompleteColumn::Name), QStringLiteral("a (2 of 4)"));
    QCOMPARE(cell("a", IncompleteColumn::Parts), QStringLiteral("7"));
}

void IncompleteSieveTest::uncountedHasNoSum()
{
    m_model->put({entry("a", "late.mov", -1)});
    filterByKey(QStringLiteral(".mov"));
    QCOMPARE(cell("a", IncompleteColumn::Name), QStringLiteral("a (3 of 4)"));
    QCOMPARE(cell("a", IncompleteColumn::Parts), QStringLiteral("21"));
}

QTEST_MAIN(IncompleteSieveTest)
#include "tst_incompletesieve.moc"
