// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/attendant.h"
#include "ui/fakequeue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace partway;

namespace {

class NotedNotifier final : public Notifier
{
public:
    explicit NotedNotifier(QList<Notification>& shown) : m_shown(shown) {}
    int show(const Notification& notification) override
    {
        m_shown.append(notification);
        return static_cast<int>(m_shown.size());
    }
    void press(int number, const char* action) { Q_EMIT chosen(number, QLatin1String(action)); }

private:
    QList<Notification>& m_shown;
};

QStringList actionsOf(const Notification& notification)
{
    QStringList ids;
    for (const auto& action : notification.actions)
        ids.append(action.first);
    return ids;
}

} // namespace

// What is told, and what happens when everything is done.
class AttendantTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void news_data();
    void news();
    void manyAreToldTogether();
    void answers();
    void workDone();
    void saysOnceThatAllIsDone();
};

void AttendantTest::news_data()
{
    QTest::addColumn<QList<TransferRow>>("ended");
    QTest::addColumn<bool>("inFront");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("actions");
    const TransferRow finished = someRow(1, QStringLiteral("a.mov"), Phase::Finished);
    const TransferRow failed = someRow(2, QStringLiteral("b.mov"), Phase::Failed);
    TransferRow asks = someRow(3, QStringLiteral("c.mov"), Phase::NeedsAttention);
    asks.attention = Attention::ObjectExists;
    const QStringList show{QStringLiteral("default"), QStringLiteral("show")};
    const QStringList retry = show + QStringList{QStringLiteral("retry")};
    const auto row = [](const char* name, const QList<TransferRow>& ended, bool inFront, const char* title,
                        const QStringList& actions) {
        QTest::newRow(name) << ended << inFront << QString::fromLatin1(title) << actions;
    };
    row("finished", {finished}, false, "a.mov is uploaded", show);
    row("seen", {finished, failed}, true, "", {});
    row("failed", {failed}, false, "b.mov failed", retry);
    row("asks", {asks}, false, "c.mov needs you", show); // to try again would only ask again
    row("paused by hand", {someRow(4, QStringLiteral("d"), Phase::Paused)}, false, "", {});
    row("trouble first", {finished, failed, asks}, false, "2", retry);
}

void AttendantTest::news()
{
    QFETCH(QList<TransferRow>, ended);
    QFETCH(bool, inFront);
    QFETCH(QString, title);
    QFETCH(QStringList, actions);
    const std::optional<Notification> news = newsOf(ended, {}, inFront);
    QCOMPARE(news.has_value(), !title.isEmpty());
    if (!news)
        return;
    QVERIFY2(news->title.startsWith(title), qPrintable(news->title));
    QVERIFY(!news->text.isEmpty());
    QCOMPARE(actionsOf(*news), actions);
    Preferences silent;
    silent.tellFailed = false;
    silent.tellFinished = false;
    QVERIFY(!newsOf(ended, silent, false));
}

void AttendantTest::manyAreToldTogether()
{
    QTemporaryDir folder;
    FakeQueue queue;
    PreferenceBook book(folder.path());
    QList<Notification> shown;
    Attendant attendant(queue, book, std::make_unique<NotedNotifier>(shown), [] { return false; });
    for (int id = 1; id <= 400; ++id)
        Q_EMIT queue.ended(someRow(id, QStringLiteral("f"), Phase::Finished));
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY2(shown.first().title.contains(QLatin1String("400")), qPrintable(shown.first().title));
}

void AttendantTest::answers()
{
    QTemporaryDir folder;
    FakeQueue queue;
    PreferenceBook book(folder.path());
    QList<Notification> shown;
    auto notifier = std::make_unique<NotedNotifier>(shown);
    NotedNotifier* user = notifier.get();
    Attendant attendant(queue, book, std::move(notifier), [] { return false; });
    QSignalSpy wanted(&attendant, &Attendant::showWanted);
    Q_EMIT queue.ended(someRow(7, QStringLiteral("good"), Phase::Finished));
    Q_EMIT queue.ended(someRow(8, QStringLiteral("bad"), Phase::Failed));
    QTRY_COMPARE(shown.size(), 1);
    user->press(1, "retry"); // only what failed
    QCOMPARE(queue.calls.last(), QStringLiteral("retry 8"));
    user->press(1, "default");
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<TransferId>(), TransferId{8});
    user->press(99, "retry"); // of another run
    QCOMPARE(wanted.size(), 1);
}

void AttendantTest::workDone()
{
    WorkDone done;
    QCOMPARE(done.share({}), -1.0);
    QCOMPARE(done.share({.active = 1, .bytesLeft = 100}), 0.0);
    QCOMPARE(done.share({.active = 1, .bytesLeft = 25}), 0.75);
    QCOMPARE(done.share({.active = 1, .waiting = 1, .bytesLeft = 200}), 0.0); // more was added
    QCOMPARE(done.share({.all = 2}), -1.0);
    QCOMPARE(done.share({.active = 1, .bytesLeft = 10}), 0.0); // begins anew
}

void AttendantTest::saysOnceThatAllIsDone()
{
    QTemporaryDir folder;
    FakeQueue queue;
    PreferenceBook book(folder.path());
    Attendant attendant(queue, book, nullptr, [] { return true; });
    QSignalSpy done(&attendant, &Attendant::everythingDone);
    queue.setTotals({.all = 3}); // nothing was done: a start with an empty queue
    QCOMPARE(done.size(), 0);
    queue.setTotals({.all = 3, .active = 1});
    Q_EMIT queue.ended(someRow(1, QStringLiteral("a"), Phase::Finished));
    queue.setTotals({.all = 3, .failed = 1, .finished = 1}); // somebody must look first
    QCOMPARE(done.size(), 0);
    queue.setTotals({.all = 3, .finished = 2});
    QCOMPARE(done.size(), 1);
    queue.setTotals({.all = 3, .finished = 2});
    QCOMPARE(done.size(), 1);
}

QTEST_MAIN(AttendantTest)
#include "tst_attendant.moc"
