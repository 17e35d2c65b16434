// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/numbers.h"
#include "models/folderstrip.h"
#include "models/transferfilter.h"
#include "paint/namedelegate.h"
#include "ui/windowfixture.h"
#include "widgets/transferview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace partway;

namespace {

// A file of a dropped folder.
TransferRow inFolder(qint64 id, const QString& path, Phase phase = Phase::Waiting, qint64 size = 10 * MiB,
                     qint64 stored = 0)
{
    TransferRow row = someRow(id, path.section(u'/', -1), phase, size, stored);
    row.group = path.section(u'/', 0, 0);
    row.sourcePath = QStringLiteral("/home/ann/") + path;
    row.key = "raw/" + path.toUtf8();
    return row;
}

struct Models
{
    FakeQueue queue;
    TransferModel model{queue, [](const QString& id) { return id; }};
    TransferFilter filter{model};
    QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::Fatal};

    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(filter.index(row, 0).data().toString());
        return names;
    }
    // What the sums must be, counted anew.
    void checkSums() const
    {
        for (int row = 0; row < filter.rowCount(); ++row) {
            if (!filter.isFolder(row))
                continue;
            FolderTotals sum;
            filter.visit(row, [&sum](const TransferRow& transfer) {
                sum.add(transfer);
                return true;
            });
            QCOMPARE(filter.totals(row), sum);
            QVERIFY(sum.files > 0);
        }
    }
};

QByteArray stripOf(const QList<TransferRow>& rows)
{
    qint64 size = 0;
    for (const TransferRow& row : rows)
        size += row.size;
    FolderStrip strip(size);
    for (const TransferRow& row : rows)
        strip.add(row);
    return strip.result();
}

} // namespace

// Folders in the list of transfers: one row that stands for all of its files.
class FolderRowsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void filesStandBehindOneRow();
    void sameNameElsewhereIsAnotherFolder();
    void folderOfARow_data();
    void folderOfARow();
    void sumsFollowTheFiles();
    void filterShowsOnlyItsFiles();
    void sortsOutsideAndInside();
    void folderGoesWithItsLastFile();
    void anythingAtAll();
    void stripIsHonest();
    void speaksTheFolder();
    void keysFold();
    void arrowFolds();
    void actsOnItsFiles();
    void isMovedAsOne();
    void transferIsFoundInItsFolder();
};

void FolderRowsTest::filesStandBehindOneRow()
{
    Models m;
    m.queue.addRows({someRow(1, QStringLiteral("a.mov"), Phase::Waiting),
                     inFolder(2, QStringLiteral("photos/1.jpg")),
                     inFolder(3, QStringLiteral("photos/sub/2.jpg"))});
    m.queue.addRows({inFolder(4, QStringLiteral("photos/3.jpg"))});
    QCOMPARE(m.shown(), (QStringList{QStringLiteral("a.mov"), QStringLiteral("photos (3 file(s))")}));
    QVERIFY(m.filter.isFolder(1));
    QCOMPARE(m.filter.rowOf(TransferId{3}), -1);
    QCOMPARE(m.filter.folderRowOf(TransferId{3}), 1);
    m.filter.setExpanded(1, true);
    QCOMPARE(m.filter.rowCount(), 5);
    QCOMPARE(m.filter.rowOf(TransferId{3}), 3);
    QCOMPARE(m.filter.index(3, 0).data(LevelRole).toInt(), 1);
    m.queue.addRows(
        {inFolder(5, QStringLiteral("photos/4.jpg")), someRow(6, QStringLiteral("z.mov"), Phase::Waiting)});
    QCOMPARE(m.filter.rowOf(TransferId{5}), 5); // below the others of its folder
    QCOMPARE(m.filter.rowOf(TransferId{6}), 6);
    m.filter.setExpanded(1, false);
    QCOMPARE(m.filter.rowCount(), 3);
}

void FolderRowsTest::sameNameElsewhereIsAnotherFolder()
{
    Models m;
    TransferRow other = inFolder(2, QStringLiteral("photos/1.jpg"));
    other.sourcePath = QStringLiteral("/mnt/card/photos/1.jpg");
    TransferRow elsewhere = inFolder(3, QStringLiteral("photos/1.jpg"));
    elsewhere.key = "archive/photos/1.jpg";
    m.queue.addRows({inFolder(1, QStringLiteral("photos/1.jpg")), other, elsewhere,
                     inFolder(4, QStringLiteral("photos/photos/2.jpg"))});
    QCOMPARE(m.filter.rowCount(), 3);
    QCOMPARE(m.filter.totals(0).files, 2);
}

void FolderRowsTest::folderOfARow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("prefix");
    QTest::newRow("plain") << "/home/ann/photos/a/1.jpg" << QByteArray("raw/photos/a/1.jpg")
                           << "/home/ann/photos" << QByteArray("raw/");
    QTest::newRow("no prefix") << "/photos/1.jpg" << QByteArray("photos/1.jpg") << "/photos" << QByteArray();
    QTest::newRow("its name above it")
        << "/photos/photos/1.jpg" << QByteArray("raw/photos/1.jpg") << "/photos/photos" << QByteArray("raw/");
    QTest::newRow("its name in the prefix") << "/home/photos/1.jpg" << QByteArray("photos/photos/1.jpg")
                                            << "/home/photos" << QByteArray("photos/");
    QTest::newRow("another key") << "/home/photos/1.jpg" << QByteArray("raw/photos/1 (2).jpg")
                                 << "/home/photos" << QByteArray("raw/");
}

void FolderRowsTest::folderOfARow()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, key);
    TransferRow row = someRow(1, QStringLiteral("x"), Phase::Waiting);
    QVERIFY(!folderOf(row));
    row.group = QStringLiteral("photos");
    row.sourcePath = path;
    row.key = key;
    const std::optional<DroppedFolder> folder = folderOf(row);
    QVERIFY(folder);
    QTEST(folder->path, "folder");
    QTEST(folder->prefix, "prefix");
}

void FolderRowsTest::sumsFollowTheFiles()
{
    Models m;
    m.queue.addRows({inFolder(1, QStringLiteral("p/1"), Phase::Sending, 40 * MiB, 10 * MiB),
                     inFolder(2, QStringLiteral("p/2")),
                     inFolder(3, QStringLiteral("p/3"), Phase::Finished)});
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::Size)).data().toString(),
             QStringLiteral("60.0 MiB"));
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::Progress)).data().toString(),
             QStringLiteral("33 %"));
    TransferRow row = inFolder(1, QStringLiteral("p/1"), Phase::Sending, 40 * MiB, 30 * MiB);
    row.bytesPerSecond = 10 * MiB;
    QSignalSpy changed(&m.filter, &QAbstractItemModel::dataChanged);
    m.queue.changeRows({row});
    QCOMPARE(changed.size(), 1); // the file itself is out of sight
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::TimeLeft)).data().toString(),
             formatDuration(2));
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::State)).data().toString(),
             QStringLiteral("Sending"));
    row.phase = Phase::Failed;
    m.queue.changeRows({row, inFolder(2, QStringLiteral("p/2"), Phase::Skipped)});
    m.checkSums();
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::State)).data().toString(),
             QStringLiteral("1 failed"));
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::Progress)).data().toString(),
             QStringLiteral("80 %"));
    m.queue.changeRows({inFolder(1, QStringLiteral("p/1"), Phase::Finished, 40 * MiB)});
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::State)).data().toString(),
             QStringLiteral("Finished, verified"));
    QCOMPARE(m.filter.index(0, static_cast<int>(TransferColumn::Progress)).data().toString(),
             QStringLiteral("100 %"));
}

void FolderRowsTest::filterShowsOnlyItsFiles()
{
    Models m;
    m.queue.addRows({inFolder(1, QStringLiteral("p/1"), Phase::Paused), inFolder(2, QStringLiteral("p/2")),
                     inFolder(3, QStringLiteral("q/3"))});
    m.filter.setExpanded(0, true);
    m.filter.setGroup(TransferGroup::Paused);
    QCOMPARE(m.shown(), (QStringList{QStringLiteral("p (1 file(s))"), QStringLiteral("1")}));
    m.queue.changeRows(
        {inFolder(1, QStringLiteral("p/1")), inFolder(3, QStringLiteral("q/3"), Phase::Paused)});
    QCOMPARE(m.shown(), QStringList{QStringLiteral("q (1 file(s))")});
    m.checkSums();
    m.filter.setGroup(TransferGroup::All);
    m.filter.setText(QStringLiteral("2"));
    QCOMPARE(m.filter.totals(0).files, 1);
    QVERIFY(!m.filter.showsWholeQueue());
}

void FolderRowsTest::sortsOutsideAndInside()
{
    Models m;
    m.queue.addRows({inFolder(1, QStringLiteral("p/b"), Phase::Waiting, 1 * MiB),
                     inFolder(2, QStringLiteral("p/a"), Phase::Waiting, 9 * MiB),
                     someRow(3, QStringLiteral("c"), Phase::Waiting, 5 * MiB)});
    const QPersistentModelIndex kept(m.filter.index(0, 3)); // the folder
    m.filter.sort(static_cast<int>(TransferColumn::Size), Qt::AscendingOrder);
    QCOMPARE(m.shown(), (QStringList{QStringLiteral("c"), QStringLiteral("p (2 file(s))")}));
    QCOMPARE(kept.row(), 1);
    m.filter.setExpanded(1, true);
    m.filter.sort(static_cast<int>(TransferColumn::Size), Qt::DescendingOrder);
    QCOMPARE(m.shown(), (QStringList{QStringLiteral("p (2 file(s))"), QStringLiteral("a"),
                                     QStringLiteral("b"), QStringLiteral("c")}));
    m.filter.sort(-1, Qt::AscendingOrder);
    QCOMPARE(m.shown(), (QStringList{QStringLiteral("p (2 file(s))"), QStringLiteral("b"),
                                     QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(m.filter.firstInQueue(0), TransferId{1});
}

void FolderRowsTest::folderGoesWithItsLastFile()
{
    Models m;
    m.queue.addRows({inFolder(1, QStringLiteral("p/1")), someRow(2, QStringLiteral("x"), Phase::Waiting),
                     inFolder(3, QStringLiteral("p/2"))});
    m.filter.setExpanded(0, true);
    m.queue.removeRows({TransferId{1}});
    QCOMPARE(m.shown(),
             (QStringList{QStringLiteral("p (1 file(s))"), QStringLiteral("2"), QStringLiteral("x")}));
    m.queue.removeRows({TransferId{3}});
    QCOMPARE(m.shown(), QStringList{QStringLiteral("x")});
    m.queue.addRows({inFolder(4, QStringLiteral("p/3"))}); // and comes again with another
    QCOMPARE(m.shown(), (QStringList{QStringLiteral("x"), QStringLiteral("p (1 file(s))")}));
}

// Whatever happens in whatever order, the model keeps its promises and the sums are right.
void FolderRowsTest::anythingAtAll()
{
    QRandomGenerator random(20261126);
    const Phase phases[]{Phase::Waiting, Phase::Sending, Phase::Paused, Phase::Failed, Phase::Finished};
    Models m;
    qint64 last = 0;
    const auto made = [&](qint64 id) {
        const int folder = static_cast<int>(id % 4);
        const Phase phase = phases[random.bounded(5)];
        return folder == 0 ? someRow(id, QStringLiteral("f%1").arg(id), phase)
                           : inFolder(id, QStringLiteral("d%1/f%2").arg(folder).arg(id), phase);
    };
    for (int step = 0; step < 600; ++step) {
        QList<TransferRow> rows;
        QList<TransferId> ids;
        for (int i = random.bounded(4); i >= 0; --i) {
            const QList<TransferRow> all = m.queue.rows();
            if (!all.isEmpty())
                ids.append(all.at(random.bounded(static_cast<int>(all.size()))).id);
        }
        switch (random.bounded(7)) {
        case 0:
        case 1:
            for (int i = random.bounded(5); i >= 0; --i)
                rows.append(made(++last));
            m.queue.addRows(rows);
            break;
        case 2:
            for (TransferId id : std::as_const(ids))
                rows.append(made(id.value));
            m.queue.changeRows(rows);
            break;
        case 3:
            m.queue.removeRows(ids);
            break;
        case 4:
            m.filter.setGroup(static_cast<TransferGroup>(random.bounded(transferGroupCount)));
            break;
        case 5:
            m.filter.sort(random.bounded(transferColumnCount + 1) - 1, Qt::DescendingOrder);
            break;
        case 6:
            if (const int row = m.filter.rowCount() > 0 ? random.bounded(m.filter.rowCount()) : -1;
                row >= 0 && m.filter.isFolder(row))
                m.filter.setExpanded(row, !m.filter.isExpanded(row));
            break;
        }
        m.checkSums();
        for (int row = 0; row < m.filter.rowCount(); ++row)
            QCOMPARE(m.filter.rowOfKey(m.filter.keyAt(row)), row);
    }
}

void FolderRowsTest::stripIsHonest()
{
    QCOMPARE(stripOf({inFolder(1, QStringLiteral("p/1")), inFolder(2, QStringLiteral("p/2"))}), QByteArray());
    const QByteArray half = stripOf({inFolder(1, QStringLiteral("p/1"), Phase::Finished, 512),
                                     inFolder(2, QStringLiteral("p/2"), Phase::Waiting, 512)});
    QCOMPARE(half.size(), stripBuckets);
    QCOMPARE(half.count(static_cast<char>(PartState::Stored)), stripBuckets / 2);
    QCOMPARE(half.back(), static_cast<char>(PartState::Missing));
    QList<TransferRow> many;
    for (int id = 0; id < 10'000; ++id)
        many.append(inFolder(id + 1, QStringLiteral("p/%1").arg(id),
                             id == 5'000 ? Phase::Failed : Phase::Finished, 1000));
    const QByteArray oneFailed = stripOf(many); // one of 10,000 is still seen, and is not called stored
    QCOMPARE(oneFailed.count(static_cast<char>(PartState::Failed)), 1);
    QCOMPARE(oneFailed.count(static_cast<char>(PartState::Stored)), stripBuckets - 1);
    many[5'000].phase = Phase::Waiting;
    QCOMPARE(stripOf(many).count(static_cast<char>(PartState::Missing)), 1);
    TransferRow large = inFolder(1, QStringLiteral("p/large"), Phase::Sending, 8192 * GiB, 4096 * GiB);
    large.strip = QByteArray(128, static_cast<char>(PartState::Stored)) +
                  QByteArray(2, static_cast<char>(PartState::Sending)) +
                  QByteArray(126, static_cast<char>(PartState::Missing));
    QCOMPARE(stripOf({large}), large.strip.value());
}

void FolderRowsTest::speaksTheFolder()
{
    Models m;
    m.queue.addRows({inFolder(1, QStringLiteral("photos/1"), Phase::Sending, 10 * MiB, 5 * MiB)});
    QCOMPARE(m.filter.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("photos, folder, 1 file(s), 50 %, Sending, collapsed"));
    m.filter.setExpanded(0, true);
    QVERIFY(m.filter.index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(QLatin1String("expanded")));
}

void FolderRowsTest::keysFold()
{
    WindowFixture f;
    f.queue.addRows({inFolder(1, QStringLiteral("p/1")), inFolder(2, QStringLiteral("p/2"))});
    auto* view = f.window->findChild<TransferView*>();
    const QAbstractItemModel* model = view->model();
    QCOMPARE(view->onlyFolder(), std::optional(0)); // it stands for the first row that was added
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(model->rowCount(), 3);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->only(), std::optional(TransferId{2}));
    QTest::keyClick(view, Qt::Key_Left); // to its folder
    QCOMPARE(view->onlyFolder(), std::optional(0));
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(model->rowCount(), 1);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(model->rowCount(), 3);
    view->setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(model->rowCount(), 1);
}

void FolderRowsTest::arrowFolds()
{
    WindowFixture f;
    f.queue.addRows({inFolder(1, QStringLiteral("p/1")), inFolder(2, QStringLiteral("p/2"))});
    auto* view = f.window->findChild<TransferView*>();
    const auto cell = [view] { return view->visualRect(view->model()->index(0, 0)); };
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      NameDelegate::arrowBox(cell(), Qt::LeftToRight).center());
    QCOMPARE(view->model()->rowCount(), 3);
    view->select(TransferId{2});
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      NameDelegate::arrowBox(cell(), Qt::LeftToRight).center());
    QCOMPARE(view->onlyFolder(), std::optional(0)); // what was selected went out of sight
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, cell().center());
    QCOMPARE(view->model()->rowCount(), 3);
}

void FolderRowsTest::actsOnItsFiles()
{
    WindowFixture f;
    f.queue.addRows({inFolder(1, QStringLiteral("p/1"), Phase::Sending),
                     inFolder(2, QStringLiteral("p/2"), Phase::Paused),
                     inFolder(3, QStringLiteral("p/3"), Phase::Finished),
                     someRow(4, QStringLiteral("x"), Phase::Sending)});
    auto* view = f.window->findChild<TransferView*>();
    view->selectRow(0);
    f.queue.calls.clear();
    f.action(QStringLiteral("Pause"))->trigger();
    f.action(QStringLiteral("Resume"))->trigger();
    QCOMPARE(f.queue.calls, (QStringList{QStringLiteral("pause 1"), QStringLiteral("start 2")}));
    f.action(QStringLiteral("Copy the object's address"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 3);
    f.action(QStringLiteral("Remove from the list"))->trigger();
    QCOMPARE(qobject_cast<TransferFilter*>(view->model())->totals(0).files, 2);
    view->selectAll();
    QCOMPARE(view->selectedIds().size(), 3);
    qobject_cast<TransferFilter*>(view->model())->setExpanded(0, true);
    view->selectAll();
    QCOMPARE(view->selectedIds().size(), 3); // none of them twice
}

void FolderRowsTest::isMovedAsOne()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("x"), Phase::Waiting), inFolder(2, QStringLiteral("p/1")),
                     inFolder(3, QStringLiteral("p/2")), someRow(4, QStringLiteral("y"), Phase::Waiting)});
    auto* view = f.window->findChild<TransferView*>();
    view->selectRow(1);
    f.queue.calls.clear();
    Q_EMIT view->dropWanted({1}, 0);
    QCOMPARE(f.queue.calls, QStringList{QStringLiteral("place 1: 2 3")});
    view->selectRow(0);
    f.queue.calls.clear();
    Q_EMIT view->dropWanted({0}, 2); // below the folder: in front of what follows it
    QCOMPARE(f.queue.calls, QStringList{QStringLiteral("place 4: 1")});
}

void FolderRowsTest::transferIsFoundInItsFolder()
{
    WindowFixture f;
    f.queue.addRows({inFolder(1, QStringLiteral("p/1")), inFolder(2, QStringLiteral("p/2"))});
    f.window->showTransfer(TransferId{2});
    QCOMPARE(f.window->findChild<TransferView*>()->only(), std::optional(TransferId{2}));
}

QTEST_MAIN(FolderRowsTest)
#include "tst_folderrows.moc"
