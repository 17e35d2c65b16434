// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partmodel.h"
#include "models/transferfilter.h"
#include "models/transfermodel.h"
#include "ui/fakequeue.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace partway;

class TransferModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void takesBlocks();
    void openedQueueIsTakenOnce();
    void announcesOnlyChangedCells();
    void manyRowsAreOneAnnouncement();
    void removesSpans();
    void speaksTheRow();
    void valuesSort();
    void filterByGroup();
    void filterByText();
    void sortKeepsSelection();
    void queueOrderFollowsMoves();
    void rowsLeaveTheirGroup();
    void hundredThousand();
    void parts();
};

namespace {

struct Models
{
    FakeQueue queue;
    TransferModel model{queue, [](const QString& id) { return id; }};
    TransferFilter filter{model};
    QAbstractItemModelTester modelTester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester filterTester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QStringList names(const TransferFilter& filter)
{
    QStringList result;
    for (int row = 0; row < filter.rowCount(); ++row)
        result.append(filter.transfer(row).name());
    return result;
}

QList<TransferRow> fiveRows()
{
    return {someRow(1, QStringLiteral("b10.mov"), Phase::Sending, 160 * MiB, 80 * MiB),
            someRow(2, QStringLiteral("b9.mov"), Phase::Waiting, 20 * MiB),
            someRow(3, QStringLiteral("A.mov"), Phase::Paused, 40 * MiB, 16 * MiB),
            someRow(4, QStringLiteral("d.pdf"), Phase::Failed, 10 * MiB),
            someRow(5, QStringLiteral("c.pdf"), Phase::Finished, 30 * MiB, 30 * MiB)};
}

} // namespace

void TransferModelTest::takesBlocks()
{
    Models models;
    QSignalSpy inserted(&models.model, &QAbstractItemModel::rowsInserted);
    models.queue.addRows(fiveRows());
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(models.model.rowCount(), 5);
    QCOMPARE(models.filter.rowCount(), 5);
    QCOMPARE(models.model.rowOf(TransferId{4}), 3);
    QCOMPARE(models.model.rowOf(TransferId{99}), -1);
    models.queue.addRows({fiveRows().first()}); // known: no second row
    QCOMPARE(models.model.rowCount(), 5);
}

void TransferModelTest::openedQueueIsTakenOnce()
{
    Models models;
    models.queue.addRows(fiveRows());
    models.queue.setTotals({.all = 5});
    QSignalSpy reset(&models.model, &QAbstractItemModel::modelReset);
    Q_EMIT models.queue.opened();
    QCOMPARE(reset.size(), 0);
    models.queue.setTotals({.all = 7}); // it knows more than it has told
    Q_EMIT models.queue.opened();
    QCOMPARE(reset.size(), 1);
}

void TransferModelTest::announcesOnlyChangedCells()
{
    Models models;
    models.queue.addRows(fiveRows());
    QSignalSpy changed(&models.model, &QAbstractItemModel::dataChanged);
    TransferRow row = fiveRows().first();
    row.addedAt = models.model.transfer(0).addedAt;
    models.queue.changeRows({row});
    QCOMPARE(changed.size(), 0);
    row.storedBytes += 16 * MiB;
    row.bytesPerSecond = 5 * MiB;
    models.queue.changeRows({row});
    QCOMPARE(changed.size(), 2);
    QSet<int> columns;
    for (const QList<QVariant>& signal : changed) {
        QCOMPARE(signal.at(0), signal.at(1)); // one cell each
        columns.insert(signal.at(0).toModelIndex().column());
    }
    QCOMPARE(columns, (QSet<int>{static_cast<int>(TransferColumn::Progress),
                                 static_cast<int>(TransferColumn::Speed)}));
}

void TransferModelTest::manyRowsAreOneAnnouncement()
{
    Models models;
    QList<TransferRow> rows;
    for (int id = 1; id <= 2000; ++id)
        rows.append(someRow(id, QStringLiteral("f%1").arg(id), Phase::Waiting));
    models.queue.addRows(rows);
    models.filter.setGroup(TransferGroup::Paused);
    QCOMPARE(models.filter.rowCount(), 0);
    QSignalSpy changed(&models.model, &QAbstractItemModel::dataChanged);
    for (TransferRow& row : rows)
        row.phase = Phase::Paused;
    models.queue.changeRows(rows);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(models.filter.rowCount(), 2000);
}

void TransferModelTest::removesSpans()
{
    Models models;
    models.queue.addRows(fiveRows());
    QSignalSpy removed(&models.model, &QAbstractItemModel::rowsRemoved);
    models.queue.removeRows({TransferId{2}, TransferId{5}, TransferId{3}, TransferId{77}});
    QCOMPARE(removed.size(), 2); // rows 1–2 and row 4
    QCOMPARE(models.model.rowCount(), 2);
    QCOMPARE(models.model.rowOf(TransferId{4}), 1);
    QCOMPARE(names(models.filter), (QStringList{QStringLiteral("b10.mov"), QStringLiteral("d.pdf")}));
}

void TransferModelTest::speaksTheRow()
{
    Models models;
    models.queue.addRows(fiveRows());
    QCOMPARE(models.filter.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("b10.mov, 50 %, Sending"));
    const QModelIndex progress = models.filter.index(0, static_cast<int>(TransferColumn::Progress));
    QCOMPARE(progress.data().toString(), QStringLiteral("50 %"));
    QCOMPARE(progress.data(StoredBytesRole).toLongLong(), 80 * MiB);
}

void TransferModelTest::valuesSort()
{
    Models models;
    models.queue.addRows(fiveRows());
    models.filter.sort(static_cast<int>(TransferColumn::Size), Qt::AscendingOrder);
    QCOMPARE(names(models.filter).first(), QStringLiteral("d.pdf"));
    QCOMPARE(names(models.filter).last(), QStringLiteral("b10.mov"));
    models.filter.sort(static_cast<int>(TransferColumn::Name), Qt::AscendingOrder);
    QCOMPARE(names(models.filter),
             (QStringList{QStringLiteral("A.mov"), QStringLiteral("b9.mov"), QStringLiteral("b10.mov"),
                          QStringLiteral("c.pdf"), QStringLiteral("d.pdf")}));
    models.filter.sort(static_cast<int>(TransferColumn::Progress), Qt::DescendingOrder);
    QCOMPARE(names(models.filter).first(), QStringLiteral("c.pdf"));
    models.queue.addRows({someRow(6, QStringLiteral("e.pdf"), Phase::Sending, 10 * MiB, 9 * MiB)});
    QCOMPARE(names(models.filter).at(1), QStringLiteral("e.pdf"));
    models.filter.sort(-1, Qt::AscendingOrder);
    QCOMPARE(names(models.filter).first(), QStringLiteral("b10.mov"));
}

void TransferModelTest::filterByGroup()
{
    Models models;
    models.queue.addRows(fiveRows());
    TransferRow attention = someRow(6, QStringLiteral("e.bin"), Phase::NeedsAttention);
    models.queue.addRows({attention});
    models.filter.setGroup(TransferGroup::Failed);
    QCOMPARE(names(models.filter), (QStringList{QStringLiteral("d.pdf"), QStringLiteral("e.bin")}));
    models.filter.setGroup(TransferGroup::Active);
    QCOMPARE(names(models.filter), QStringList{QStringLiteral("b10.mov")});
    models.queue.addRows({someRow(7, QStringLiteral("f.bin"), Phase::Waiting)}); // not of the group
    QCOMPARE(models.filter.rowCount(), 1);
    models.filter.setGroup(TransferGroup::All);
    QCOMPARE(models.filter.rowCount(), 7);
}

void TransferModelTest::filterByText()
{
    Models models;
    models.queue.addRows(fiveRows());
    models.filter.setText(QStringLiteral("PDF"));
    QCOMPARE(models.filter.rowCount(), 2);
    models.filter.setText(QStringLiteral("media/raw"));
    QCOMPARE(models.filter.rowCount(), 5);
    models.filter.setText(QStringLiteral("no such file"));
    QCOMPARE(models.filter.rowCount(), 0);
}

void TransferModelTest::sortKeepsSelection()
{
    Models models;
    models.queue.addRows(fiveRows());
    const QPersistentModelIndex kept(models.filter.index(4, 2));
    models.filter.sort(static_cast<int>(TransferColumn::Name), Qt::AscendingOrder);
    QCOMPARE(kept.row(), 3);
    QCOMPARE(kept.column(), 2);
    QCOMPARE(models.filter.transfer(kept.row()).name(), QStringLiteral("c.pdf"));
}

void TransferModelTest::queueOrderFollowsMoves()
{
    Models models;
    models.queue.addRows(fiveRows());
    TransferRow row = fiveRows().last();
    row.position = 0;
    models.queue.changeRows({row});
    QCOMPARE(names(models.filter).first(), QStringLiteral("c.pdf"));
}

void TransferModelTest::rowsLeaveTheirGroup()
{
    Models models;
    models.queue.addRows(fiveRows());
    models.filter.setGroup(TransferGroup::Active);
    TransferRow row = fiveRows().first();
    row.phase = Phase::Finished;
    models.queue.changeRows({row});
    QCOMPARE(models.filter.rowCount(), 0);
    row.phase = Phase::Sending;
    models.queue.changeRows({row});
    QCOMPARE(names(models.filter), QStringList{QStringLiteral("b10.mov")});
}

// No times here, only that nothing is quadratic: with a quadratic step this does not end within the time-out.
void TransferModelTest::hundredThousand()
{
    FakeQueue queue;
    TransferModel model(queue, [](const QString& id) { return id; });
    TransferFilter filter(model);
    filter.setText(QStringLiteral("f"));
    QList<TransferRow> rows;
    for (int id = 1; id <= 100'000; ++id)
        rows.append(someRow(id, QStringLiteral("f%1").arg(id), Phase::Waiting));
    for (int block = 0; block < 100; ++block)
        queue.addRows(rows.mid(block * 1000, 1000));
    QCOMPARE(filter.rowCount(), 100'000);
    filter.sort(static_cast<int>(TransferColumn::Name), Qt::DescendingOrder);
    QCOMPARE(filter.transfer(0).name(), QStringLiteral("f100000"));
    QList<TransferId> ids;
    for (int id = 2; id <= 100'000; id += 2)
        ids.append(TransferId{id});
    Q_EMIT queue.removed(ids);
    QCOMPARE(filter.rowCount(), 50'000);
}

void TransferModelTest::parts()
{
    PartModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<PartRow> parts;
    for (int number = 1; number <= 20; ++number) {
        PartRow part;
        part.number = number;
        part.range = {(number - 1) * 16 * MiB, 16 * MiB};
        parts.append(part);
    }
    model.setParts(TransferId{1}, parts);
    QCOMPARE(model.rowCount(), 20);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    parts[4].state = PartState::Sending;
    parts[4].bytesSent = 8 * MiB;
    model.setParts(TransferId{1}, parts);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(4, static_cast<int>(PartColumn::State)).data().toString(),
             QStringLiteral("Sending, 50 %"));
    QCOMPARE(model.index(4, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Part 5 of 20, 16.0 MiB: Sending, 50 %."));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TransferModelTest)
#include "tst_transfermodel.moc"
