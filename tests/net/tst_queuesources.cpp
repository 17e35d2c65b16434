// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuebench.h"
#include "queue/journal.h"
#include "queue/ticketfile.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

// The queue with sources that grow, and its tickets.
class QueueSourcesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void followsFromTheRow();
    void followedWhileItGrows_data();
    void followedWhileItGrows();
    void followedWhileItsTurnIsPrepared();
    void idleFollowerHindersNobody();
    void pausedIsFollowedOn();
    void saysWhoStillWrites();
    void ticketOfWhatRuns();
    void noTicketOfWhatGrows();
    void ticketCannotBeWritten();

private:
    void append(const QByteArray& bytes);
    TransferId addFilm(bool follow);
    QByteArray film() const;

    std::unique_ptr<QueueBench> m_bench;
    std::unique_ptr<QFile> m_writer;
};

void QueueSourcesTest::init()
{
    m_writer.reset();
    m_bench = std::make_unique<QueueBench>();
    m_writer = std::make_unique<QFile>(m_bench->path("film.mov"));
    QVERIFY(m_writer->open(QIODevice::WriteOnly | QIODevice::Unbuffered));
}

void QueueSourcesTest::append(const QByteArray& bytes)
{
    QCOMPARE(m_writer->write(bytes), bytes.size());
}

QByteArray QueueSourcesTest::film() const
{
    QFile file(m_bench->path("film.mov"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TransferId QueueSourcesTest::addFilm(bool follow)
{
    AddRequest request = m_bench->request({m_bench->path("film.mov")}, MiB);
    request.follow = follow;
    const QList<TransferId> ids = m_bench->add(request);
    return ids.isEmpty() ? TransferId() : ids.first();
}

// Added like any other; while it is being sent it grows, and the person says that it is to be followed.
void QueueSourcesTest::followsFromTheRow()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    append(QByteArray(3 * MiB, 'a'));
    b.backend->setDelay(30ms);
    const TransferId id = addFilm(false);
    b.queue->follow({id});
    QTRY_VERIFY(b.queue->row(id)->source == SourceKind::Followed);
    append(QByteArray(2 * MiB + 5, 'b'));
    // It may have waited once already before the second stretch was seen.
    QTRY_VERIFY_WITH_TIMEOUT(b.queue->row(id)->size == 5 * MiB + 5 && b.queue->row(id)->waitsForSource,
                             20'000);
    const TransferRow row = *b.queue->row(id);
    QVERIFY(row.openEnd && row.source == SourceKind::Followed);
    QCOMPARE(row.storedParts, 5);
    QCOMPARE(row.secondsLeft, -1);
    b.queue->closeSource({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/film.mov"), film());
    QVERIFY(b.backend->uploads().isEmpty());
}

void QueueSourcesTest::followedWhileItGrows_data()
{
    QTest::addColumn<int>("partsBefore");
    QTest::addColumn<bool>("grewBefore");
    QTest::newRow("just added") << 0 << false;
    QTest::newRow("just added, grown before") << 0 << true;
    QTest::newRow("in the middle") << 1 << false;
    QTest::newRow("in the middle, grown before") << 1 << true;
    QTest::newRow("near its end") << 3 << false;
    QTest::newRow("near its end, grown before") << 3 << true;
}

// The wish counts, whatever stage the row is in: also where its turn is just being prepared, where a part is
// being read, and where the change has been noticed and its requests are being cut.
void QueueSourcesTest::followedWhileItGrows()
{
    QFETCH(const int, partsBefore);
    QFETCH(const bool, grewBefore);
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    append(QByteArray(4 * MiB, 'a'));
    b.backend->setDelay(20ms);
    for (int part = partsBefore + 1; part <= 4; ++part)
        b.backend->addFault({StoreCall::SendPart, part, 1, {}, false, true, false, 0ms}); // until it is cut
    const TransferId id = addFilm(false);
    QVERIFY(b.waitForParts(id, partsBefore));
    b.backend->clearFaults();
    if (grewBefore)
        append(QByteArray(MiB, 'b'));
    b.queue->follow({id});
    append(QByteArray(MiB + 5, 'c'));
    QTRY_VERIFY_WITH_TIMEOUT(b.queue->row(id)->waitsForSource && b.queue->row(id)->openEnd &&
                                 b.queue->row(id)->size == film().size(),
                             20'000);
    QCOMPARE(b.queue->row(id)->phase, Phase::Sending);
    b.queue->closeSource({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/film.mov"), film());
    QVERIFY(b.backend->uploads().isEmpty());
}

// Another program has the journal for a moment, just when the row is read from it: the wish is not forgotten.
void QueueSourcesTest::followedWhileItsTurnIsPrepared()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(20ms);
    QVERIFY(b.open());
    append(QByteArray(4 * MiB, 'a'));
    const TransferId id = addFilm(false);
    b.queue->pause({id});
    QVERIFY(b.waitFor(id, Phase::Paused));
    QTRY_VERIFY(!DriverLock::isHeld(b.stateFolder(), id));
    {
        QSqlDatabase other = QSqlDatabase::addDatabase("QSQLITE", "other");
        other.setDatabaseName(b.stateFolder() + "/journal.sqlite");
        QVERIFY(other.open() && QSqlQuery(other).exec("BEGIN IMMEDIATE"));
        b.queue->start({id});
        QTRY_VERIFY(DriverLock::isHeld(b.stateFolder(), id));
        b.queue->follow({id});
        append(QByteArray(MiB + 5, 'c'));
        QVERIFY(QSqlQuery(other).exec("COMMIT"));
    }
    QSqlDatabase::removeDatabase("other");
    QTRY_VERIFY_WITH_TIMEOUT(b.queue->row(id)->waitsForSource && b.queue->row(id)->size == film().size(),
                             20'000);
    b.queue->closeSource({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/film.mov"), film());
}

// With one part at a time, what waits for its file leaves the line to the others.
void QueueSourcesTest::idleFollowerHindersNobody()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.queue->setParallel(1);
    append(QByteArray(MiB + 1, 'a'));
    const TransferId film = addFilm(true);
    QVERIFY(b.waitForParts(film, 1));
    b.make("other.bin", 3 * MiB);
    const TransferId other = b.addOne("other.bin", MiB);
    QVERIFY(b.waitFor(other, Phase::Finished));
    QVERIFY(b.queue->row(film)->openEnd);
    b.queue->closeSource({film});
    QVERIFY(b.waitFor(film, Phase::Finished));
}

void QueueSourcesTest::pausedIsFollowedOn()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    append(QByteArray(2 * MiB, 'a'));
    const TransferId id = addFilm(true);
    QVERIFY(b.waitForParts(id, 2));
    b.queue->pause({id});
    QVERIFY(b.waitFor(id, Phase::Paused));
    append(QByteArray(2 * MiB, 'b'));
    b.reopen(true);
    QVERIFY(b.open());
    QCOMPARE(b.queue->row(id)->storedBytes, 2 * MiB);
    QVERIFY(b.queue->row(id)->openEnd);
    b.queue->closeSource({id}); // nobody drives it: remembered
    QTRY_VERIFY(b.queue->row(id)->closeAsked);
    QCOMPARE(b.queue->row(id)->phase, Phase::Paused);
    b.queue->start({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/film.mov"), film());
}

void QueueSourcesTest::saysWhoStillWrites()
{
    QueueBench& b = *m_bench;
    append("a");
    if (SourceFile::open(b.path("film.mov")).value()->growth()->writers == Writers::Unknown)
        QSKIP("this file system does not tell who writes");
    b.backend->setDelay(200ms);
    QVERIFY(b.open());
    const TransferId id = addFilm(false);
    QVERIFY(b.queue->row(id)->beingWritten);
    b.make("closed.bin", 10);
    QVERIFY(!b.queue->row(b.addOne("closed.bin"))->beingWritten);
}

void QueueSourcesTest::ticketOfWhatRuns()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a.bin", 40 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 3));
    QSignalSpy saved(b.queue.get(), &TransferQueue::ticketSaved);
    b.queue->saveTicket(id, b.path("a.ticket"));
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20'000);
    const Result<ResumeTicket> ticket = readTicketFile(b.path("a.ticket"));
    QVERIFY(ticket.ok());
    QVERIFY(ticket->parts.size() >= 3);
    QCOMPARE(ticketKind(b.path("a.ticket")), "resume-ticket");
    QVERIFY(checkTicketFile(*ticket, b.path("a.bin")).ok());
    QTRY_VERIFY(b.queue->row(id)->handedOver);
    QCOMPARE(b.queue->row(id)->phase, Phase::Paused);
    b.queue->start({id}); // asked for by name: it comes back
    QVERIFY(b.waitFor(id, Phase::Finished));
}

void QueueSourcesTest::noTicketOfWhatGrows()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    append(QByteArray(2 * MiB, 'a'));
    const TransferId id = addFilm(true);
    QVERIFY(b.waitForParts(id, 2));
    QSignalSpy refused(b.queue.get(), &TransferQueue::ticketRefused);
    b.queue->saveTicket(id, b.path("a.ticket"));
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20'000);
    QCOMPARE(refused.first().at(1).value<Error>().code, "ticket-still-growing");
    QVERIFY(!QFile::exists(b.path("a.ticket")));
    QVERIFY(isRunning(b.queue->row(id)->phase)); // and it goes on
}

void QueueSourcesTest::ticketCannotBeWritten()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a.bin", 40 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 3));
    QSignalSpy refused(b.queue.get(), &TransferQueue::ticketRefused);
    b.queue->saveTicket(id, "/proc/nowhere/a.ticket");
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20'000);
    QCOMPARE(refused.first().at(1).value<Error>().code, "ticket-not-written");
    QTRY_VERIFY(!b.queue->row(id)->handedOver); // it is still ours
}

QTEST_GUILESS_MAIN(QueueSourcesTest)
#include "tst_queuesources.moc"
