// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/existsdialog.h"
#include "models/speedlog.h"
#include "models/transferfilter.h"
#include "paint/isolateddelegate.h"
#include "queue/reorder.h"
#include "ui/windowfixture.h"
#include "upload/existingobject.h"
#include "widgets/detailspane.h"
#include "widgets/noticebar.h"
#include "widgets/partmap.h"
#include "widgets/speedplot.h"
#include "widgets/transferview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace partway;

// What one does with rows of the list beside the actions on single ones.
class ListHabitsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movesInFront_data();
    void movesInFront();
    void rowsAreMoved();
    void wholeQueueIsKnown();
    void stateStaysInSight();
    void allColumnsFitAUsualWindow();
    void noMatchIsExplained();
    void cellsAreReadOnTheirOwn();
    void fitsASmallScreen();
    void actionsFollowTheRowAtOnce();
    void tabsHaveKeys();
    void removalCanBeUndone();
    void removalIsKeptWhenClosing();
    void existingObjectTravels();
    void oneDecisionForMany();
    void decisionFollowsTheQueue();
    void speedIsWrittenDown();
    void plotTops();

private:
    static TransferRow existing(qint64 id)
    {
        TransferRow row = someRow(id, QStringLiteral("f%1").arg(id), Phase::NeedsAttention);
        row.attention = Attention::ObjectExists;
        row.error = objectExistsError(row.key, {5 * MiB, QDateTime::currentDateTimeUtc().addDays(-3)});
        return row;
    }
    static void press(const QWidget& window, const QString& text)
    {
        const QList<QPushButton*> buttons = window.findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->text().remove(u'&').startsWith(text)) {
                button->click();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
};

void ListHabitsTest::movesInFront_data()
{
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("result");
    QTest::newRow("down") << QList<int>{1} << 4 << "acdbef";
    QTest::newRow("to the end") << QList<int>{0, 2} << 6 << "bdefac";
    QTest::newRow("up") << QList<int>{3, 5} << 1 << "adfbce";
    QTest::newRow("from both sides") << QList<int>{0, 2, 5} << 4 << "bdacfe";
    QTest::newRow("where it is") << QList<int>{2, 3} << 2 << "abcdef";
    QTest::newRow("where it is, seen from below") << QList<int>{2, 3} << 4 << "abcdef";
}

void ListHabitsTest::movesInFront()
{
    QFETCH(QList<int>, rows);
    QFETCH(int, target);
    const QString before = QStringLiteral("abcdef");
    QList<TransferId> order;
    QSet<TransferId> chosen;
    for (int row = 0; row < before.size(); ++row) {
        order.append(TransferId{row + 1});
        if (rows.contains(row))
            chosen.insert(order.last());
    }
    QString list;
    for (TransferId id : placedInFront(order, chosen, order.value(target)))
        list += before.at(id.value - 1);
    QTEST(list, "result");
}

void ListHabitsTest::rowsAreMoved()
{
    WindowFixture f;
    for (int id = 1; id <= 4; ++id)
        f.queue.addRows({someRow(id, QStringLiteral("f"), Phase::Waiting)});
    auto* view = f.window->findChild<TransferView*>();
    view->selectRow(1);
    f.queue.calls.clear();
    Q_EMIT view->dropWanted({1}, 4);
    Q_EMIT view->dropWanted({1}, 0);
    QCOMPARE(f.queue.calls, (QStringList{QStringLiteral("place 0: 2"), QStringLiteral("place 1: 2")}));
    view->select(TransferId{3});
    f.queue.calls.clear();
    f.action(QStringLiteral("Move to the top"))->trigger();
    QVERIFY(f.queue.calls.last().startsWith(QLatin1String("move -")));
}

void ListHabitsTest::wholeQueueIsKnown()
{
    FakeQueue queue;
    TransferModel model(queue, [](const QString&) { return QString(); });
    TransferFilter filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    queue.addRows(
        {someRow(1, QStringLiteral("zz"), Phase::Waiting), someRow(2, QStringLiteral("b"), Phase::Finished)});
    QVERIFY(filter.showsWholeQueue());
    filter.setText(QStringLiteral("zz"));
    QVERIFY(!filter.showsWholeQueue());
    filter.setText({});
    filter.sort(static_cast<int>(TransferColumn::Name), Qt::AscendingOrder);
    QVERIFY(!filter.showsWholeQueue());
    filter.sort(-1, Qt::AscendingOrder);
    filter.setHidden({TransferId{2}});
    QCOMPARE(filter.rowCount(), 1);
    queue.removeRows({TransferId{2}}); // hidden rows go without a trace
    QCOMPARE(filter.rowCount(), 1);
    filter.setHidden({});
    QVERIFY(filter.showsWholeQueue());
}

// From right to left Qt would show "MiB 1.5" and "/raw" for what begins with a digit or ends with a slash.
void ListHabitsTest::cellsAreReadOnTheirOwn()
{
    class Open : public IsolatedDelegate
    {
    public:
        QString textOf(Qt::LayoutDirection direction, const QModelIndex& index) const
        {
            QStyleOptionViewItem option;
            option.direction = direction;
            initStyleOption(&option, index);
            return option.text;
        }
    };
    const QStringListModel model({QStringLiteral("1.5 MiB"), QString()});
    const Open cells;
    QCOMPARE(cells.textOf(Qt::LeftToRight, model.index(0)), QStringLiteral("1.5 MiB"));
    QCOMPARE(cells.textOf(Qt::RightToLeft, model.index(0)),
             QChar(0x2068) + QStringLiteral("1.5 MiB") + QChar(0x2069));
    QVERIFY(cells.textOf(Qt::RightToLeft, model.index(1)).isEmpty());
}

void ListHabitsTest::fitsASmallScreen()
{
    WindowFixture f;
    f.window->show();
    f.queue.addRows({someRow(1, QStringLiteral("a.bin"), Phase::Sending)});
    QTRY_VERIFY(f.window->findChild<TransferView*>()->isVisible()); // with the details below it
    QVERIFY2(f.window->minimumSizeHint().height() <= 500,
             qPrintable(QString::number(f.window->minimumSizeHint().height())));
    QVERIFY(f.window->minimumSizeHint().width() <= 800);
}

// In a small window other columns give way; in a large one they have the widths that the person gave them.
void ListHabitsTest::stateStaysInSight()
{
    FakeQueue queue;
    TransferModel model(queue, [](const QString&) { return QString(); });
    TransferFilter filter(model);
    TransferView view(filter);
    constexpr int state = static_cast<int>(TransferColumn::State);
    constexpr int name = static_cast<int>(TransferColumn::Name);
    view.resize(1'400, 400);
    view.show();
    view.setColumnWidth(name, 333);
    view.resize(610, 400);
    QVERIFY(view.columnViewportPosition(state) + view.columnWidth(state) <= view.viewport()->width());
    QVERIFY(view.columnWidth(state) >= 130);
    QTemporaryDir folder;
    {
        QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        view.saveState(settings);
    }
    view.resize(1'400, 400);
    QCOMPARE(view.columnWidth(name), 333);
    const QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    TransferView later(filter);
    later.resize(1'400, 400);
    later.show();
    later.restoreState(settings); // kept while it was small
    QCOMPARE(later.columnWidth(name), 333);
}

// Beside the sidebar of a window of 1280 nothing is cut off; on a large screen the names get the room, not
// the last column.
void ListHabitsTest::allColumnsFitAUsualWindow()
{
    FakeQueue queue;
    TransferModel model(queue, [](const QString&) { return QString(); });
    TransferFilter filter(model);
    TransferView view(filter);
    const auto width = [&view](TransferColumn column) { return view.columnWidth(static_cast<int>(column)); };
    view.resize(1'066, 400);
    view.show();
    QTRY_VERIFY(view.horizontalHeader()->length() <= view.viewport()->width());
    QVERIFY(width(TransferColumn::Added) >= 100);
    QVERIFY(width(TransferColumn::State) >= 190);
    view.resize(2'600, 400);
    QVERIFY(width(TransferColumn::Name) > 600);
    QVERIFY(width(TransferColumn::Added) < 200);
    view.resize(1'066, 400);
    QVERIFY(view.horizontalHeader()->length() <= view.viewport()->width());
    QCOMPARE(width(TransferColumn::Name), 200);
}

void ListHabitsTest::noMatchIsExplained()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("a.bin"), Phase::Sending)});
    f.window->show();
    const auto says = [&f](const QString& text) {
        const QList<QLabel*> labels = f.window->findChildren<QLabel*>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QLineEdit* edit = nullptr;
    for (QLineEdit* one : f.window->findChildren<QLineEdit*>())
        edit = one->accessibleName() == QLatin1String("Filter the list") ? one : edit;
    edit->setText(QStringLiteral("zzz"));
    QTRY_VERIFY(says(QStringLiteral("“zzz”")));
    edit->setText(QStringLiteral("zzzy")); // still nothing, but of other words
    QVERIFY(says(QStringLiteral("“zzzy”")));
    press(*f.window, QStringLiteral("Clear the filter"));
    QVERIFY(edit->text().isEmpty());
    QTRY_VERIFY(f.window->findChild<TransferView*>()->isVisible());
}

// Who sees that a row was aborted and presses Del means that row.
void ListHabitsTest::actionsFollowTheRowAtOnce()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("a"), Phase::Waiting)});
    f.window->findChild<TransferView*>()->select(TransferId{1});
    const QAction* remove = f.action(QStringLiteral("Remove from the list"));
    QVERIFY(!remove->isEnabled());
    f.queue.changeRows({someRow(1, QStringLiteral("a"), Phase::Aborted)});
    QVERIFY(remove->isEnabled());
}

void ListHabitsTest::tabsHaveKeys()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("a"), Phase::Sending)});
    f.window->show();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    f.window->findChild<TransferView*>()->select(TransferId{1});
    const auto* tabs = f.window->findChild<DetailsPane*>()->findChild<QTabWidget*>();
    for (int tab : {3, 1, 2, 0}) {
        QTest::keyClick(f.window.get(), static_cast<Qt::Key>(Qt::Key_1 + tab), Qt::AltModifier);
        QTRY_COMPARE(tabs->currentIndex(), tab);
        QTRY_VERIFY(tabs->currentWidget()->isAncestorOf(QApplication::focusWidget()) ||
                    tabs->currentWidget() == QApplication::focusWidget());
    }
    QCOMPARE(QApplication::focusWidget(), tabs->findChild<PartMap*>());
}

void ListHabitsTest::removalCanBeUndone()
{
    WindowFixture f;
    f.queue.addRows(
        {someRow(1, QStringLiteral("a"), Phase::Finished), someRow(2, QStringLiteral("b"), Phase::Finished)});
    auto* view = f.window->findChild<TransferView*>();
    view->select(TransferId{1});
    f.action(QStringLiteral("Remove from the list"))->trigger();
    QCOMPARE(view->model()->rowCount(), 1);
    QVERIFY(!f.queue.calls.contains(QStringLiteral("forget 1")));
    QAction* undo = f.action(QStringLiteral("Undo the removal"));
    QVERIFY(undo->isEnabled());
    undo->trigger();
    QCOMPARE(view->model()->rowCount(), 2);
    QVERIFY(!undo->isEnabled());
    QVERIFY(f.window->findChild<NoticeBar*>()->text().isEmpty());
    view->select(TransferId{1});
    f.action(QStringLiteral("Remove from the list"))->trigger();
    view->select(TransferId{2});
    f.action(QStringLiteral("Remove from the list"))->trigger(); // makes the first one final
    QVERIFY(f.queue.calls.contains(QStringLiteral("forget 1")));
    QVERIFY(!f.queue.calls.contains(QStringLiteral("forget 2")));
}

void ListHabitsTest::removalIsKeptWhenClosing()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("a"), Phase::Finished)});
    f.action(QStringLiteral("Remove all that have ended"))->setEnabled(true);
    f.action(QStringLiteral("Remove all that have ended"))->trigger();
    f.window->close();
    QVERIFY(f.queue.calls.contains(QStringLiteral("forget 1")));
}

void ListHabitsTest::existingObjectTravels()
{
    const ExistingObject object{812, QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC)};
    const Error error = objectExistsError("raw/a.mov", object);
    QCOMPARE(existingObject(error), std::optional(object));
    QVERIFY(!existingObject(objectExistsError("a", {})));
    Error hostile = error;
    hostile.message = QStringLiteral("-5 bytes, never");
    QVERIFY(!existingObject(hostile));
    QVERIFY(!existingObject(Error{.code = QStringLiteral("AccessDenied"), .message = error.message}));
}

void ListHabitsTest::oneDecisionForMany()
{
    WindowFixture f;
    f.queue.addRows({existing(1), existing(2), existing(3), someRow(4, QStringLiteral("x"), Phase::Sending)});
    Q_EMIT f.queue.ended(existing(1));
    const auto* notice = f.window->findChild<NoticeBar*>();
    QTRY_VERIFY2(notice->text().startsWith(QLatin1String("3 ")), qPrintable(notice->text()));
    f.action(QStringLiteral("Objects that exist…"))->trigger();
    auto* dialog = f.window->findChild<ExistsDialog*>();
    QVERIFY(dialog);
    auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 3);
    QVERIFY2(list->topLevelItem(0)->text(2).contains(QLatin1String("5.0 MiB, changed 3 day")),
             qPrintable(list->topLevelItem(0)->text(2)));
    list->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
    press(*dialog, QStringLiteral("Keep both"));
    QCOMPARE(f.queue.calls.last(), QStringLiteral("keepBoth 1 3"));
    press(*dialog, QStringLiteral("Skip"));
    QCOMPARE(f.queue.calls.last(), QStringLiteral("keepBoth 1 3")); // nothing is ticked any more
    list->topLevelItem(0)->setCheckState(0, Qt::Checked);
    press(*dialog, QStringLiteral("Skip"));
    QCOMPARE(f.queue.calls.last(), QStringLiteral("skip 2"));
    QTRY_VERIFY(!f.window->findChild<ExistsDialog*>());
}

void ListHabitsTest::decisionFollowsTheQueue()
{
    WindowFixture f;
    f.queue.addRows({existing(1), existing(2)});
    f.action(QStringLiteral("Objects that exist…"))->trigger();
    auto* dialog = f.window->findChild<ExistsDialog*>();
    auto* list = dialog->findChild<QTreeWidget*>();
    f.queue.changeRows({someRow(1, QStringLiteral("f1"), Phase::Sending)}); // decided at its card
    QCOMPARE(list->topLevelItemCount(), 1);
    f.queue.addRows({someRow(3, QStringLiteral("late"), Phase::Sending)});
    f.queue.changeRows({existing(3)});
    QCOMPARE(list->topLevelItemCount(), 2);
    f.queue.removeRows({TransferId{2}});
    QCOMPARE(list->topLevelItemCount(), 1);
}

void ListHabitsTest::speedIsWrittenDown()
{
    WindowFixture f;
    SpeedLog log(f.queue, f.rate);
    f.preferences.change([](Preferences& now) { now.bytesPerSecond = 90 * MiB; });
    TransferRow row = someRow(1, QStringLiteral("a"), Phase::Sending);
    row.bytesPerSecond = 40 * MiB;
    f.queue.addRows({row});
    f.queue.setTotals({.active = 1, .bytesPerSecond = 40 * MiB});
    log.sample();
    row.bytesPerSecond = 0;
    row.hold = Hold::Throttled;
    f.queue.changeRows({row});
    log.sample();
    log.sample();
    const QList<SpeedSample> samples = log.of(row.id).samples();
    QCOMPARE(samples.size(), 3);
    QCOMPARE(samples.first(), (SpeedSample{40 * MiB, 90 * MiB, Hold::None}));
    const SpeedFacts facts = log.of(row.id).facts();
    QCOMPARE(facts.slowDowns, 1);
    QCOMPARE(facts.mean, 40 * MiB);
    QCOMPARE(log.total().samples().size(), 3);
    f.queue.changeRows({someRow(1, QStringLiteral("a"), Phase::Finished)});
    log.sample();
    QCOMPARE(log.of(row.id).samples().size(), 3); // kept, not continued
    SpeedHistory longOne;
    for (int i = 0; i < 2 * SpeedHistory::most; ++i)
        longOne.add({.bytesPerSecond = i});
    QCOMPARE(longOne.samples().size(), SpeedHistory::most);
    QCOMPARE(longOne.samples().last().bytesPerSecond, 2 * SpeedHistory::most - 1);
}

void ListHabitsTest::plotTops()
{
    QCOMPARE(plotTop(1), KiB);
    QCOMPARE(plotTop(3 * MiB), 5 * MiB);
    QCOMPARE(plotTop(600 * MiB), GiB);
    QVERIFY(speedFactsText({.now = MiB, .mean = MiB, .most = 2 * MiB, .slowDowns = 2}, 0)
                .endsWith(QLatin1String("2 time(s)")));
}

QTEST_MAIN(ListHabitsTest)
#include "tst_listhabits.moc"
