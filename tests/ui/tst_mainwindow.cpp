// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchangedialog.h"
#include "dialogs/helpwindow.h"
#include "ui/windowfixture.h"
#include "widgets/destinationbox.h"
#include "widgets/dropoverlay.h"
#include "widgets/noticebar.h"
#include "widgets/sidebar.h"
#include "widgets/statusline.h"
#include "widgets/transferview.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

using namespace partway;

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropIsACopy();
    void dropOfTextIsLeftAlone();
    void dropWithoutDestination();
    void dropSaysWhatItCannotTake();
    void pasteTakesCopiedFiles();
    void refusedPathsAreNamed();
    void keysWorkOnTheSelection();
    void abortAsks();
    void signInIsAskedFor();
    void requestIsOneClickAway();
    void helpNamesEveryKey();
    void selectionIsWatched();
    void filterAndGroups();
    void totalsAreShown();
    void closingWithWorkAsks();
    void closingToTheTray();
    void remembersItsState();
    void everyControlHasAName();

private:
    static QMessageBox* openBox();
};

namespace {

bool dropOn(QWidget& window, const QMimeData& data, Qt::DropAction proposed, QDropEvent** event = nullptr)
{
    static std::unique_ptr<QDropEvent> last;
    QDragEnterEvent enter({200, 200}, Qt::CopyAction | Qt::MoveAction | Qt::LinkAction, &data, Qt::LeftButton,
                          {});
    enter.setDropAction(proposed);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    last = std::make_unique<QDropEvent>(QPointF(200, 200), Qt::CopyAction | Qt::MoveAction | Qt::LinkAction,
                                        &data, Qt::LeftButton, Qt::KeyboardModifiers());
    last->setDropAction(proposed);
    QApplication::sendEvent(&window, last.get());
    if (event)
        *event = last.get();
    return last->isAccepted();
}

QMimeData* files(const QStringList& paths)
{
    auto* data = new QMimeData;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls.append(path.contains(QLatin1String("://")) ? QUrl::fromEncoded(path.toUtf8())
                                                        : QUrl::fromLocalFile(path));
    data->setUrls(urls);
    return data;
}

} // namespace

QMessageBox* MainWindowTest::openBox()
{
    return qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
}

void MainWindowTest::dropIsACopy()
{
    WindowFixture f;
    const std::unique_ptr<QMimeData> data(
        files({QStringLiteral("/tmp/day 1 #100%.mov"), QStringLiteral("/tmp/photos")}));
    QDropEvent* event = nullptr;
    QVERIFY(dropOn(*f.window, *data, Qt::MoveAction, &event));
    QCOMPARE(event->dropAction(), Qt::CopyAction); // a source that hears "move" deletes its files
    QCOMPARE(f.queue.requests.size(), 1);
    const AddRequest& request = f.queue.requests.first();
    QCOMPARE(request.paths,
             (QStringList{QStringLiteral("/tmp/day 1 #100%.mov"), QStringLiteral("/tmp/photos")}));
    QVERIFY((request.to ==
             Destination{QStringLiteral("account-1"), QStringLiteral("media"), QStringLiteral("raw/2026/")}));
    QVERIFY(f.window->findChild<DropOverlay*>()->isHidden());
}

void MainWindowTest::dropOfTextIsLeftAlone()
{
    WindowFixture f;
    QMimeData data;
    data.setText(QStringLiteral("hello"));
    QVERIFY(!dropOn(*f.window, data, Qt::CopyAction));
    QVERIFY(f.queue.requests.isEmpty());
}

void MainWindowTest::dropWithoutDestination()
{
    WindowFixture f(false);
    const std::unique_ptr<QMimeData> data(files({QStringLiteral("/tmp/a")}));
    dropOn(*f.window, *data, Qt::CopyAction);
    QVERIFY(f.queue.requests.isEmpty());
    const QString notice = f.window->findChild<NoticeBar*>()->text();
    QVERIFY2(notice.contains(QLatin1String("no account")), qPrintable(notice));
}

void MainWindowTest::dropSaysWhatItCannotTake()
{
    WindowFixture f;
    const std::unique_ptr<QMimeData> data(
        files({QStringLiteral("https://example.test/a.iso"), QStringLiteral("file:///tmp/caf%E9.txt"),
               QStringLiteral("/tmp/good")}));
    QVERIFY(dropOn(*f.window, *data, Qt::CopyAction));
    QCOMPARE(f.queue.requests.value(0).paths, QStringList{QStringLiteral("/tmp/good")}); // the rest goes on
    QVERIFY(f.window->findChild<NoticeBar*>()->text().startsWith(QLatin1String("2 ")));
}

void MainWindowTest::pasteTakesCopiedFiles()
{
    WindowFixture f;
    auto* data = new QMimeData; // as GTK's file managers leave it
    data->setData(QStringLiteral("x-special/gnome-copied-files"),
                  "copy\nfile:///tmp/a%20b.txt\nfile:///tmp/c");
    QApplication::clipboard()->setMimeData(data);
    f.action(QStringLiteral("Paste copied files"))->trigger();
    QVERIFY(!f.queue.requests.isEmpty());
    QCOMPARE(f.queue.requests.last().paths,
             (QStringList{QStringLiteral("/tmp/a b.txt"), QStringLiteral("/tmp/c")}));
    const qsizetype before = f.queue.requests.size();
    QApplication::clipboard()->setText(QStringLiteral("no files"));
    f.action(QStringLiteral("Paste copied files"))->trigger();
    QCOMPARE(f.queue.requests.size(), before);
    QVERIFY(!f.window->findChild<NoticeBar*>()->text().isEmpty());
}

void MainWindowTest::refusedPathsAreNamed()
{
    WindowFixture f;
    const Error error{.kind = ErrorKind::LocalFile,
                      .code = QStringLiteral("link-broken"),
                      .resource = QStringLiteral("/tmp/gone")};
    Q_EMIT f.queue.refused(1, {{QStringLiteral("/tmp/gone"), error}});
    const QString notice = f.window->findChild<NoticeBar*>()->text();
    QVERIFY2(notice.contains(QLatin1String("/tmp/gone")), qPrintable(notice));
}

void MainWindowTest::keysWorkOnTheSelection()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("a"), Phase::Sending),
                     someRow(2, QStringLiteral("b"), Phase::Paused),
                     someRow(3, QStringLiteral("c"), Phase::Finished)});
    auto* view = f.window->findChild<TransferView*>();
    f.queue.calls.clear();
    view->select(TransferId{1});
    f.action(QStringLiteral("Pause or resume"))->trigger();
    view->select(TransferId{2});
    f.action(QStringLiteral("Pause or resume"))->trigger();
    f.action(QStringLiteral("Remove from the list"))->trigger(); // not one that has not ended
    view->select(TransferId{3});
    f.action(QStringLiteral("Remove from the list"))->trigger();
    f.queue.calls.removeIf([](const QString& call) { return call.startsWith(QLatin1String("watch")); });
    QCOMPARE(f.queue.calls, (QStringList{QStringLiteral("pause 1"), QStringLiteral("start 2")}));
    QCOMPARE(view->model()->rowCount(), 2); // forgotten when it cannot be undone any more
    QCOMPARE(f.action(QStringLiteral("Pause or resume"))->shortcut(), QKeySequence(Qt::Key_Space));
    QCOMPARE(f.action(QStringLiteral("Abort…"))->shortcut(), QKeySequence(Qt::SHIFT | Qt::Key_Delete));
}

void MainWindowTest::abortAsks()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("a"), Phase::Paused, 160 * MiB, 32 * MiB),
                     someRow(2, QStringLiteral("b"), Phase::Waiting)});
    auto* view = f.window->findChild<TransferView*>();
    view->select(TransferId{1});
    f.action(QStringLiteral("Abort…"))->trigger();
    QMessageBox* box = openBox();
    QVERIFY(box);
    QVERIFY(box->informativeText().contains(QLatin1String("deleted there")));
    box->escapeButton()->click();
    QVERIFY(!f.queue.calls.contains(QStringLiteral("abort 1")));
    f.action(QStringLiteral("Abort…"))->trigger();
    const QList<QAbstractButton*> buttons = openBox()->buttons();
    for (QAbstractButton* button : buttons) {
        if (openBox() && openBox()->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QVERIFY(f.queue.calls.contains(QStringLiteral("abort 1")));
    view->select(TransferId{2}); // nothing was sent: nothing is lost
    f.action(QStringLiteral("Abort…"))->trigger();
    QVERIFY(f.queue.calls.contains(QStringLiteral("abort 2")));
}

void MainWindowTest::signInIsAskedFor()
{
    WindowFixture f;
    TransferRow row = someRow(1, QStringLiteral("a"), Phase::NeedsAttention);
    row.attention = Attention::SignIn;
    f.queue.addRows({row});
    f.window->findChild<TransferView*>()->select(row.id);
    QSignalSpy wanted(f.window.get(), &MainWindow::signInWanted);
    f.action(QStringLiteral("Sign in…"))->trigger();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("account-1"));
}

void MainWindowTest::requestIsOneClickAway()
{
    WindowFixture f;
    TransferRow row = someRow(1, QStringLiteral("a"), Phase::Failed);
    row.error = Error{.kind = ErrorKind::Refused,
                      .code = QStringLiteral("AccessDenied"),
                      .requestId = QStringLiteral("R1")};
    f.queue.addRows({row, someRow(2, QStringLiteral("b"), Phase::Sending)});
    auto* view = f.window->findChild<TransferView*>();
    const auto button = [&f]() -> QPushButton* {
        const QList<QPushButton*> buttons = f.window->findChildren<QPushButton*>();
        for (QPushButton* each : buttons) {
            if (each->text().remove(u'&').startsWith(QLatin1String("Request and reply")) && each->isVisible())
                return each;
        }
        return nullptr;
    };
    view->select(TransferId{1});
    QVERIFY(!button()); // nothing was noted
    HttpReply reply;
    reply.status = 403;
    reply.headers.set("x-amz-request-id", "R1");
    HttpRequest request;
    request.method = "PUT";
    request.target = "/media/raw/2026/a";
    f.exchanges.note(recordOf(request, reply, QDateTime::currentDateTimeUtc()));
    view->select(TransferId{2});
    QVERIFY(!button());
    view->select(TransferId{1});
    QVERIFY(button());
    button()->click();
    const auto* dialog = f.window->findChild<ExchangeDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->findChild<QPlainTextEdit*>()->toPlainText().contains(QLatin1String("HTTP 403")));
    for (QPushButton* copy : dialog->findChildren<QPushButton*>()) {
        if (copy->text().contains(QLatin1String("request id")))
            copy->click();
    }
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("R1"));
}

void MainWindowTest::helpNamesEveryKey()
{
    WindowFixture f;
    QApplication::setActiveWindow(f.window.get());
    QTest::keyClick(f.window.get(), Qt::Key_F1);
    const auto* help = f.window->findChild<HelpWindow*>();
    QVERIFY(help && help->isVisible());
    const QString page = help->findChild<QTextBrowser*>()->toPlainText();
    QStringList missing;
    const QList<QAction*> actions = f.window->findChildren<QAction*>();
    for (const QAction* action : actions) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const bool ofWindow =
            !qobject_cast<QLineEdit*>(action->parent()) && !qobject_cast<QTextBrowser*>(action->parent());
        if (ofWindow && !key.isEmpty() && !action->text().isEmpty() && !page.contains(key))
            missing.append(key + u' ' + action->text());
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u',')));
    QVERIFY(page.contains(QLatin1String("Assembling on the server")));
}

void MainWindowTest::selectionIsWatched()
{
    WindowFixture f;
    f.queue.addRows(
        {someRow(1, QStringLiteral("a"), Phase::Sending), someRow(2, QStringLiteral("b"), Phase::Sending)});
    QCOMPARE(f.queue.calls.last(), QStringLiteral("watch 1")); // the first that was added
    auto* view = f.window->findChild<TransferView*>();
    view->select(TransferId{2});
    QCOMPARE(f.queue.calls.last(), QStringLiteral("watch 2"));
    view->selectAll();
    QCOMPARE(f.queue.calls.last(), QStringLiteral("watch 0"));
}

void MainWindowTest::filterAndGroups()
{
    WindowFixture f;
    f.queue.addRows({someRow(1, QStringLiteral("a.mov"), Phase::Sending),
                     someRow(2, QStringLiteral("b.pdf"), Phase::Paused)});
    auto* view = f.window->findChild<TransferView*>();
    auto* sidebar = f.window->findChild<Sidebar*>();
    sidebar->setGroup(TransferGroup::Paused);
    QCOMPARE(view->model()->rowCount(), 1);
    sidebar->setGroup(TransferGroup::Failed);
    QCOMPARE(view->model()->rowCount(), 0);
    QVERIFY(!view->isVisible()); // its place says why
    sidebar->setGroup(TransferGroup::All);
    QLineEdit* filter = nullptr;
    const QList<QLineEdit*> edits = f.window->findChildren<QLineEdit*>();
    for (QLineEdit* edit : edits)
        filter = edit->accessibleName() == QLatin1String("Filter the list") ? edit : filter;
    QVERIFY(filter);
    QTest::keyClicks(filter, QStringLiteral("pdf"));
    QCOMPARE(view->model()->rowCount(), 1);
}

void MainWindowTest::totalsAreShown()
{
    WindowFixture f;
    QCOMPARE(leftText({.bytesLeft = 873 * GiB, .secondsLeft = 6000}),
             QStringLiteral("873.0 GiB left, about 1 h 40 min"));
    QCOMPARE(leftText({}), QString());
    QCOMPARE(countsText({.all = 5, .active = 3, .waiting = 2}), QStringLiteral("3 active, 2 waiting"));
    QueueTotals totals;
    totals.all = 7;
    totals.failed = 2;
    f.queue.setTotals(totals);
    const auto* sidebar = f.window->findChild<Sidebar*>();
    QCOMPARE(sidebar->topLevelItem(0)
                 ->child(static_cast<int>(TransferGroup::Failed))
                 ->data(0, sidebarCountRole)
                 .toString(),
             QStringLiteral("2"));
}

void MainWindowTest::closingWithWorkAsks()
{
    WindowFixture f;
    QSignalSpy closing(f.window.get(), &MainWindow::closing);
    QueueTotals totals;
    totals.active = 1;
    f.queue.setTotals(totals);
    f.window->close();
    QVERIFY(closing.isEmpty());
    QVERIFY(openBox());
    openBox()->checkBox()->setChecked(true);
    openBox()->defaultButton()->click();
    QTRY_COMPARE(closing.size(), 1);
    f.makeWindow(); // asked once is enough
    QSignalSpy again(f.window.get(), &MainWindow::closing);
    f.window->close();
    QCOMPARE(again.size(), 1);
}

void MainWindowTest::closingToTheTray()
{
    WindowFixture f;
    f.hasTray = true;
    QSignalSpy closing(f.window.get(), &MainWindow::closing);
    QueueTotals totals;
    totals.waiting = 2;
    f.queue.setTotals(totals);
    f.window->close();
    QVERIFY(openBox());
    QVERIFY(openBox()->defaultButton()->text().contains(QLatin1String("tray")));
    openBox()->checkBox()->setChecked(true);
    openBox()->defaultButton()->click();
    QVERIFY(f.window->isHidden());
    QCOMPARE(f.preferences.now().onClose, OnClose::Tray);
    f.window->comeForward();
    f.window->close(); // now without a question
    QVERIFY(f.window->isHidden());
    QVERIFY(closing.isEmpty());
    f.window->quit(); // from the tray's menu
    QCOMPARE(closing.size(), 1);
    f.hasTray = false; // the tray has gone: to hide would be to vanish
    f.makeWindow();
    QSignalSpy again(f.window.get(), &MainWindow::closing);
    f.window->close();
    QCOMPARE(again.size(), 1);
}

void MainWindowTest::remembersItsState()
{
    WindowFixture f;
    auto* view = f.window->findChild<TransferView*>();
    view->setColumnHidden(static_cast<int>(TransferColumn::Added), true);
    view->sortByColumn(static_cast<int>(TransferColumn::Size), Qt::DescendingOrder);
    f.window->findChild<Sidebar*>()->setGroup(TransferGroup::Paused);
    f.window->setDestination({QStringLiteral("account-1"), QStringLiteral("other"), QStringLiteral("x/")});
    f.window->addPaths({QStringLiteral("/tmp/a")});
    f.window->close();
    f.makeWindow();
    view = f.window->findChild<TransferView*>();
    QVERIFY(view->isColumnHidden(static_cast<int>(TransferColumn::Added)));
    QCOMPARE(f.window->findChild<Sidebar*>()->group(), TransferGroup::Paused);
    const Result<Destination> to = f.window->findChild<DestinationBox*>()->destination();
    QVERIFY(to.ok());
    QCOMPARE(to->bucket, QStringLiteral("other"));
}

void MainWindowTest::everyControlHasAName()
{
    WindowFixture f;
    const QList<QAbstractButton*> buttons = f.window->findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons) {
        const bool internal = button->objectName().startsWith(QLatin1String("qt_")) || button->isHidden();
        QVERIFY2(internal || !button->text().isEmpty() || !button->accessibleName().isEmpty() ||
                     QLatin1String(button->metaObject()->className()).startsWith(QLatin1String("QTable")) ||
                     qobject_cast<QLineEdit*>(button->parentWidget()),
                 button->metaObject()->className());
    }
    const QList<QComboBox*> boxes = f.window->findChildren<QComboBox*>();
    for (const QComboBox* box : boxes)
        QVERIFY(!box->accessibleName().isEmpty());
    const QList<QLineEdit*> edits = f.window->findChildren<QLineEdit*>();
    for (const QLineEdit* edit : edits)
        QVERIFY(!edit->accessibleName().isEmpty());
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
