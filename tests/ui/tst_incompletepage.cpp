// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The place "Incomplete uploads" over a store in memory, with a real office.
#include "dialogs/exchangebutton.h"
#include "dialogs/exchangedialog.h"
#include "ui/incompletepagebench.h"
#include "widgets/emptyplace.h"
#include "widgets/noticebar.h"

#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMutex>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace partway;
using namespace std::chrono_literals;

namespace {

const QString media = QStringLiteral("media");
const QString films = QStringLiteral("films");

using Bench = IncompletePageBench;

UploadRef ref(const QString& bucket, const QByteArray& key, const char* id)
{
    return {.bucket = bucket, .key = key, .uploadId = QLatin1String(id)};
}

void fillUsual(ListingStore& store)
{
    store.setProvider(QStringLiteral("aws"));
    store.pageSize = 1000;
    const QDateTime old = QDateTime::currentDateTimeUtc().addDays(-20);
    store.add(media,
              {.key = "raw/a.mov", .id = QStringLiteral("1"), .partSizes = {GiB, GiB}, .partTime = old});
    store.add(media, {.key = "raw/a.mov", .id = QStringLiteral("2"), .partSizes = {GiB}, .partTime = old});
    store.add(media, {.key = "raw/b.mov", .id = QStringLiteral("3"), .partSizes = {}});
    store.add(films, {.key = "c.mov", .id = QStringLiteral("4"), .partSizes = {5}, .partTime = old});
    store.addBucket(QStringLiteral("empty"));
    store.lifecycles[media] = *withCleanUpRule({}, {.days = 3, .prefix = {}});
}

} // namespace

class IncompletePageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsThere();
    void emptyPlaces();
    void requestIsOneClickAway_data();
    void requestIsOneClickAway();
    void filters();
    void knowsOurs();
    void undoSendsNothing();
    void abortsAfterTheTime();
    void someoneIsUsingIt();
    void failuresAreRetriedAfterARestart();
    void thousands();
    void everyControlHasAName();
    void goesWhileItLooks();
    void tabComesToEverything();
};

void IncompletePageTest::showsWhatIsThere()
{
    Bench bench(fillUsual);
    QAbstractItemModelTester tester(&bench.page->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy counts(bench.page.get(), &IncompletePage::countChanged);
    QVERIFY(bench.looked());
    QCOMPARE(bench.rows(), 4);
    QCOMPARE(counts.last().first().toInt(), 4);
    const UploadRef first = ref(media, "raw/a.mov", "1");
    QCOMPARE(bench.text(first, IncompleteColumn::Kept), QStringLiteral("2.0 GiB"));
    QCOMPARE(bench.text(first, IncompleteColumn::Parts), QStringLiteral("2"));
    QCOMPARE(bench.text(first, IncompleteColumn::Cost), QStringLiteral("0.05 USD"));
    QVERIFY(bench.text(first, IncompleteColumn::State).contains(QStringLiteral("one of 2")));
    QVERIFY(bench.text(ref(media, "raw/b.mov", "3"), IncompleteColumn::State).isEmpty());
    const QModelIndex bucket = bench.page->model().indexOfBucket(media);
    QCOMPARE(bucket.siblingAtColumn(int(IncompleteColumn::Kept)).data().toString(),
             QStringLiteral("3.0 GiB"));
    QCOMPARE(bucket.siblingAtColumn(int(IncompleteColumn::Parts)).data().toString(), QStringLiteral("3"));
    // What the listing of a bucket cannot do is said in words, not only where a pointer rests.
    BucketReport report = bench.page->model().report(media);
    report.notes = QStringList{QStringLiteral("listing-cached")};
    bench.page->model().setReport(report);
    QVERIFY(bucket.siblingAtColumn(int(IncompleteColumn::State)).data().toString().startsWith("MinIO lists"));
    QVERIFY(bucket.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("MinIO lists")));
    // A bucket with nothing to say is not shown.
    QCOMPARE(bench.tree()->model()->rowCount(), 2);
    QAction* refresh = bench.action(QStringLiteral("Refresh"));
    QCOMPARE(refresh->shortcut(), QKeySequence(Qt::Key_F5));
    refresh->trigger();
    QVERIFY(bench.page->isLooking());
    QVERIFY(bench.looked());
    QCOMPARE(bench.rows(), 4);
}

void IncompletePageTest::emptyPlaces()
{
    const auto shown = [](const Bench& bench) {
        auto* place = qobject_cast<EmptyPlace*>(bench.page->findChild<QStackedWidget*>()->currentWidget());
        QString words;
        for (QLabel* label : place ? place->findChildren<QLabel*>() : QList<QLabel*>())
            words += label->text() + u'\n';
        return words;
    };
    const Bench nobody([](ListingStore&) {}, false);
    QVERIFY(shown(nobody).contains(QStringLiteral("No account yet")));
    const Bench nothing([](ListingStore& store) { store.addBucket(media); });
    QVERIFY(shown(nothing).contains(QStringLiteral("Looking")));
    QVERIFY(nothing.looked());
    QVERIFY(shown(nothing).contains(QStringLiteral("Nothing is left behind")));
    const Bench denied([](ListingStore& store) {
        store.fail(QStringLiteral("listBuckets"),
                   {.kind = ErrorKind::Refused, .httpStatus = 403, .code = QStringLiteral("AccessDenied")},
                   9);
    });
    QVERIFY(denied.looked());
    QVERIFY(shown(denied).contains(QStringLiteral("does not allow")));
}

void IncompletePageTest::requestIsOneClickAway_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("instead of the list") << "listBuckets";
    QTest::newRow("above the list") << QStringLiteral("listUploads ") + films;
}

void IncompletePageTest::requestIsOneClickAway()
{
    QFETCH(QString, call);
    Bench bench([call](ListingStore& store) {
        fillUsual(store);
        Error error{.kind = ErrorKind::Refused, .httpStatus = 403, .code = QStringLiteral("AccessDenied")};
        error.requestId = QStringLiteral("R1");
        store.fail(call, error, 9);
    });
    HttpReply reply;
    reply.status = 403;
    reply.headers.set("x-amz-request-id", "R1");
    bench.exchanges.note(recordOf({}, reply, QDateTime::currentDateTimeUtc()));
    QVERIFY(bench.looked());
    const auto seen = [&bench] {
        QList<ExchangeButton*> buttons = bench.page->findChildren<ExchangeButton*>();
        buttons.removeIf([](const QPushButton* button) { return !button->isVisible(); });
        return buttons;
    };
    QCOMPARE(seen().size(), 1);
    seen().first()->click();
    const auto* shown = bench.page->findChild<ExchangeDialog*>();
    QVERIFY(shown && shown->isVisible());
    QVERIFY(shown->findChild<QPlainTextEdit*>()->toPlainText().contains(QLatin1String("HTTP 403")));
    bench.page->findChild<NoticeBar*>()->show(QStringLiteral("Something else")); // of which nothing was noted
    if (call != QLatin1String("listBuckets"))
        QVERIFY(seen().isEmpty());
}

void IncompletePageTest::filters()
{
    Bench bench(fillUsual);
    QVERIFY(bench.looked());
    auto* name = bench.page->findChildren<QLineEdit*>().first();
    name->setText(QStringLiteral("A.MOV"));
    QCOMPARE(bench.rows(), 2);
    name->clear();
    bench.page->findChild<QCheckBox*>()->setChecked(true);
    QCOMPARE(bench.rows(), 2);
    bench.page->findChild<QCheckBox*>()->setChecked(false);
    name->setText(QStringLiteral("nothing like it"));
    QCOMPARE(bench.rows(), 0);
    auto* place = qobject_cast<EmptyPlace*>(bench.page->findChild<QStackedWidget*>()->currentWidget());
    QVERIFY(place);
    place->findChild<QPushButton*>()->click();
    QCOMPARE(bench.rows(), 4);
    bench.page->findChild<QSpinBox*>()->setValue(1); // the store does not say when they began: not old
    QCOMPARE(bench.rows(), 0);
}

void IncompletePageTest::knowsOurs()
{
    Bench bench(fillUsual);
    TransferRow row = someRow(7, QStringLiteral("a.mov"), Phase::Paused, 3 * GiB, GiB);
    row.accountId = QStringLiteral("account-1");
    row.uploadId = QStringLiteral("2");
    row.bucket = media;
    row.key = "raw/a.mov";
    bench.queue.addRows({row});
    bench.page->refresh();
    QVERIFY(bench.looked());
    QVERIFY(bench.text(ref(media, "raw/a.mov", "2"), IncompleteColumn::State)
                .startsWith(QStringLiteral("Yours")));
    QVERIFY(
        !bench.text(ref(media, "raw/a.mov", "1"), IncompleteColumn::State).contains(QStringLiteral("Yours")));
    bench.select({ref(media, "raw/a.mov", "2")});
    QVERIFY(!bench.action(QStringLiteral("Resume with"))->isEnabled()); // it goes on from its own row
    QSignalSpy wanted(bench.page.get(), &IncompletePage::transferWanted);
    bench.action(QStringLiteral("Show in"))->trigger();
    QCOMPARE(wanted.size(), 1);

    // What is begun later, also by another process, is known at once.
    TransferRow later = row;
    later.id = TransferId{8};
    later.uploadId = QStringLiteral("1");
    bench.queue.addRows({later});
    QVERIFY(bench.text(ref(media, "raw/a.mov", "1"), IncompleteColumn::State)
                .startsWith(QStringLiteral("Yours")));

    // Begun by another account of the same service, it is ours as well; by one of another service, it is not.
    Account same = someAccount();
    same.id = QStringLiteral("account-2");
    same.name = QStringLiteral("The same store");
    bench.book.save(same, Secret("not a secret"), [](const Result<void>&) {});
    Account other = same;
    other.id = QStringLiteral("account-3");
    other.name = QStringLiteral("Elsewhere");
    other.endpoint = QStringLiteral("https://other.example.test");
    bench.book.save(other, Secret("not a secret"), [](const Result<void>&) {});
    for (const char* by : {"account-2", "account-3", "not known here", "account-1"}) {
        row.accountId = QString::fromLatin1(by);
        bench.queue.changeRows({row});
        bench.page->refresh();
        QVERIFY(bench.looked());
        QCOMPARE(bench.text(ref(media, "raw/a.mov", "2"), IncompleteColumn::State)
                     .startsWith(QStringLiteral("Yours")),
                 row.accountId != QStringLiteral("account-3"));
    }

    const int before = bench.rows();
    row.phase = Phase::Sending;
    bench.queue.changeRows({row});
    QVERIFY(bench.text(ref(media, "raw/a.mov", "2"), IncompleteColumn::State)
                .contains(QStringLiteral("Sending")));
    row.phase = Phase::Finished; // its row may still know the id
    bench.queue.changeRows({row});
    QTRY_COMPARE(bench.rows(), before - 1); // without asking the store again
    QVERIFY(!bench.page->model().indexOf(ref(media, "raw/a.mov", "2")).isValid());
}

void IncompletePageTest::undoSendsNothing()
{
    Bench bench(fillUsual);
    QVERIFY(bench.looked());
    bench.page->aborts().setTick(1h);
    bench.select({ref(media, "raw/a.mov", "1"), ref(films, "c.mov", "4")});
    bench.action(QStringLiteral("Abort…"))->trigger();
    QVERIFY(bench.answer(QStringLiteral("Abort 2")));
    QCOMPARE(bench.page->aborts().waiting(), 2);
    QCOMPARE(bench.text(ref(films, "c.mov", "4"), IncompleteColumn::State),
             QStringLiteral("Will be aborted"));
    bool undone = false;
    for (NoticeBar* bar : bench.page->findChildren<NoticeBar*>()) {
        if (bar->text().contains(QStringLiteral("will be aborted"))) {
            bar->findChild<QPushButton*>()->click();
            undone = true;
        }
    }
    QVERIFY(undone);
    QCOMPARE(bench.page->aborts().waiting(), 0);
    bench.page->refresh();
    QVERIFY(bench.looked());
    QCOMPARE(bench.rows(), 4);
}

void IncompletePageTest::abortsAfterTheTime()
{
    Bench bench(fillUsual);
    QAbstractItemModelTester tester(&bench.page->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(bench.looked());
    QSignalSpy ended(&bench.page->aborts(), &AbortDesk::allEnded);
    bench.select({ref(media, "raw/a.mov", "1"), ref(media, "raw/a.mov", "2")});
    bench.action(QStringLiteral("Abort…"))->trigger();
    QVERIFY(bench.answer(QStringLiteral("Abort 2")));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.first().at(0).toInt(), 2);
    QTRY_COMPARE(bench.rows(), 2);
    QCOMPARE(bench.page->aborts().left(), 0);
    bench.page->refresh();
    QVERIFY(bench.looked());
    QCOMPARE(bench.rows(), 2); // they are gone on the store, too
}

void IncompletePageTest::someoneIsUsingIt()
{
    Bench bench([](ListingStore& store) {
        store.add(media, {.key = "busy",
                          .id = QStringLiteral("1"),
                          .partSizes = {1, 1, 1},
                          .partTime = QDateTime::currentDateTimeUtc()});
    });
    QVERIFY(bench.looked());
    bench.select({ref(media, "busy", "1")});
    bench.action(QStringLiteral("Abort…"))->trigger();
    auto* question = bench.page->findChild<QDialog*>();
    QVERIFY(question);
    auto* even = question->findChild<QCheckBox*>();
    QTRY_VERIFY(even->isVisible());
    bool told = false;
    for (QLabel* label : question->findChildren<QLabel*>())
        told = told || label->text().contains(QStringLiteral("3 part"));
    QVERIFY(told);
    QVERIFY(!bench.answer(QStringLiteral("Abort 0"))); // not without saying so
    even->setChecked(true);
    QSignalSpy ended(&bench.page->aborts(), &AbortDesk::allEnded);
    QVERIFY(bench.answer(QStringLiteral("Abort 1")));
    QTRY_COMPARE(ended.size(), 1);
    QTRY_COMPARE(bench.rows(), 0);
}

void IncompletePageTest::failuresAreRetriedAfterARestart()
{
    Bench bench([](ListingStore& store) {
        fillUsual(store);
        store.fail(QStringLiteral("abort 4"),
                   {.kind = ErrorKind::Refused, .httpStatus = 403, .code = QStringLiteral("AccessDenied")});
    });
    QVERIFY(bench.looked());
    QSignalSpy ended(&bench.page->aborts(), &AbortDesk::allEnded);
    bench.select({ref(films, "c.mov", "4"), ref(media, "raw/b.mov", "3")});
    bench.action(QStringLiteral("Abort…"))->trigger();
    QVERIFY(bench.answer(QStringLiteral("Abort 2")));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.first().at(1).toInt(), 1);
    QCOMPARE(bench.page->aborts().left(), 1);
    QVERIFY(bench.text(ref(films, "c.mov", "4"), IncompleteColumn::State).contains(QStringLiteral("allow")));
    bench.page.reset();
    bench.open(); // another start
    QCOMPARE(bench.page->aborts().left(), 1);
    QVERIFY(bench.page->aborts().isLeft(QStringLiteral("account-1"), ref(films, "c.mov", "4")));
    QVERIFY(bench.looked());
    QTRY_VERIFY(
        bench.page->findChildren<NoticeBar*>().first()->text().contains(QStringLiteral("still there")));
    QSignalSpy again(&bench.page->aborts(), &AbortDesk::allEnded);
    bench.page->aborts().retryLeft(false); // its time has not come
    QCOMPARE(bench.page->aborts().running(), 0);
    bench.page->aborts().retryLeft(true);
    QTRY_COMPARE(again.size(), 1);
    QCOMPARE(bench.page->aborts().left(), 0);
    bench.page->refresh();
    QVERIFY(bench.looked());
    QCOMPARE(bench.rows(), 2);
}

void IncompletePageTest::thousands()
{
    Bench bench([](ListingStore& store) {
        store.pageSize = 1000;
        const QDateTime old = QDateTime::currentDateTimeUtc().addDays(-20);
        for (int i = 10'000; i < 12'000; ++i)
            store.add(media, {.key = QByteArray::number(i),
                              .id = QString::number(i),
                              .partSizes = {10, 20},
                              .partTime = old});
    });
    QVERIFY(bench.looked());
    QCOMPARE(bench.rows(), 2000);
    QSignalSpy ended(&bench.page->aborts(), &AbortDesk::allEnded);
    bench.page->findChildren<QLineEdit*>().first()->setText(QStringLiteral("111"));
    const int wanted = bench.rows();
    QVERIFY(wanted > 100);
    bench.tree()->expandAll();
    bench.tree()->selectAll();
    bench.action(QStringLiteral("Abort…"))->trigger();
    QVERIFY(bench.answer(QStringLiteral("Abort 1")));
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    QCOMPARE(ended.first().at(0).toInt(), wanted);
    bench.page->findChildren<QLineEdit*>().first()->clear();
    QTRY_COMPARE(bench.rows(), 2000 - wanted);
}

void IncompletePageTest::everyControlHasAName()
{
    Bench bench(fillUsual);
    QVERIFY(bench.looked());
    for (QWidget* widget : bench.page->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const bool inner = widget->parentWidget() != bench.page.get() && qobject_cast<QLineEdit*>(widget) &&
                           qobject_cast<QAbstractSpinBox*>(widget->parentWidget());
        if (face && !inner)
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void IncompletePageTest::goesWhileItLooks()
{
    Bench bench(fillUsual);
    QVERIFY(bench.page->isLooking());
    bench.page.reset();
    QCoreApplication::processEvents();
    bench.office.reset();
}

// In a window, as one of its parts: also to what stands before the list.
void IncompletePageTest::tabComesToEverything()
{
    Bench bench(fillUsual);
    QWidget window;
    auto* before = new QLineEdit(&window);
    auto* layout = new QVBoxLayout(&window);
    layout->addWidget(before);
    layout->addWidget(bench.page.get());
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(bench.looked());
    bench.page->setFocus();
    QCOMPARE(QApplication::focusWidget(), bench.tree());
    QStringList seen;
    for (int press = 0; press < 30; ++press) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        QVERIFY(now);
        auto* button = qobject_cast<QToolButton*>(now);
        seen.append(button ? button->text() : now->accessibleName());
    }
    for (const char* name :
         {"Account", "Refresh", "Prices…", "Export…", "Filter by name", "Filter by age in days"})
        QVERIFY2(seen.contains(QString::fromUtf8(name)), qPrintable(seen.join(u'|')));
    bench.page->setParent(nullptr);
}

QTEST_MAIN(IncompletePageTest)
#include "tst_incompletepage.moc"
