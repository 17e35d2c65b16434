// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journalthread.h"

#include "unit/journalsamples.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace partway;

class JournalThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersLaterOnTheCallersThread();
    void partsAreGathered();
    void sixtyFourPartsDoNotWait();
    void partsComeBeforeTheState();
    void forgottenPartsStayForgotten();
    void changesWhatIsThereByNow();
    void seesOthers();
    void knowsOthersUploads();
    void closingWritesWhatWaits();
    void failedWritesAreKeptInOrder();
    void openFails();

private:
    template <typename T>
    Result<T> wait(const std::function<void(JournalThread::Answer<T>)>& call)
    {
        std::optional<Result<T>> result;
        call([&](Result<T> answer) { result = std::move(answer); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            return Error{};
        return *result;
    }
    TransferId addOne();
    qsizetype partsOnDisk(TransferId id) { return m_reader->loadParts(id)->size(); }
    QString rawSql(const QString& sql);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JournalThread> m_thread;
    std::unique_ptr<Journal> m_reader; // what another process would see
};

void JournalThreadTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_thread = std::make_unique<JournalThread>();
    QVERIFY(wait<qint64>([&](auto answer) {
                m_thread->open(
                    m_dir->path(), [](const auto&) {}, answer);
            }).ok());
    m_reader = std::move(Journal::open(m_dir->path()).value());
}

void JournalThreadTest::cleanup()
{
    m_thread.reset();
    m_reader.reset();
}

TransferId JournalThreadTest::addOne()
{
    const auto ids =
        wait<QList<TransferId>>([&](auto answer) { m_thread->add({makeTransfer("a", 30'000, 30)}, answer); });
    return ids->first();
}

// Looks at, breaks and mends the file behind the journal's back.
QString JournalThreadTest::rawSql(const QString& sql)
{
    QString value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "raw");
        database.setDatabaseName(m_dir->filePath("journal.sqlite"));
        if (!database.open())
            qFatal("cannot open");
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("cannot run %s", qPrintable(sql));
        if (query.next())
            value = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase("raw");
    return value;
}

void JournalThreadTest::answersLaterOnTheCallersThread()
{
    const TransferId id = addOne();
    bool inside = true, called = false;
    m_thread->saveState(id, makeState(), {}, [&](const Result<void>& saved) {
        called = true;
        QVERIFY(saved.ok());
        QVERIFY(!inside);
        QCOMPARE(QThread::currentThread(), thread());
    });
    inside = false;
    QVERIFY(!called);
    QTRY_VERIFY(called);
    QVERIFY((*m_reader->loadOne(id))->state == makeState());
}

void JournalThreadTest::partsAreGathered()
{
    const TransferId id = addOne();
    for (int number = 1; number <= 10; ++number)
        m_thread->savePart(id, number, makePart(number));
    // A read through the thread would flush them; another process sees nothing for now.
    QCOMPARE(partsOnDisk(id), 0);
    QTRY_COMPARE_WITH_TIMEOUT(partsOnDisk(id), 10, 1'000);
}

void JournalThreadTest::sixtyFourPartsDoNotWait()
{
    const TransferId id = addOne();
    for (int number = 1; number <= 64; ++number)
        m_thread->savePart(id, number, makePart(number));
    // Written by the journal's thread alone: this one runs no event loop, so no timer helps.
    QElapsedTimer timer;
    timer.start();
    while (partsOnDisk(id) < 64 && timer.elapsed() < 5'000)
        QThread::msleep(5);
    QCOMPARE(partsOnDisk(id), 64);
}

void JournalThreadTest::partsComeBeforeTheState()
{
    const TransferId id = addOne();
    m_thread->savePart(id, 1, makePart(1));
    UploadState state;
    state.phase = Phase::Completing;
    QVERIFY(wait<void>([&](auto answer) { m_thread->saveState(id, state, {}, answer); }).ok());
    const auto read = *m_reader->loadOne(id);
    QCOMPARE(read->state.phase, Phase::Completing);
    QCOMPARE(read->state.parts.size(), 1);
}

void JournalThreadTest::forgottenPartsStayForgotten()
{
    const TransferId id = addOne();
    m_thread->savePart(id, 1, makePart(1));
    m_thread->forgetParts(id);
    m_thread->savePart(id, 2, makePart(2));
    const auto read = wait<std::optional<Transfer>>([&](auto answer) { m_thread->loadOne(id, answer); });
    QCOMPARE((*read)->state.parts.keys(), QList<int>{2});
}

// Not on top of what this process believes: another one may have created an upload meanwhile.
void JournalThreadTest::changesWhatIsThereByNow()
{
    const TransferId id = addOne();
    UploadState theirs;
    theirs.phase = Phase::Sending;
    theirs.uploadId = "theirs";
    QVERIFY(m_reader->saveState(id, theirs, {}).ok());
    const auto pause = [](UploadState& state) {
        state.phase = Phase::Paused;
        return true;
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto changed =
        wait<std::optional<UploadState>>([&](auto answer) { m_thread->changeState(id, pause, now, answer); });
    QCOMPARE((*changed)->uploadId, "theirs");
    QCOMPARE((*m_reader->loadOne(id))->state.phase, Phase::Paused);
    QVERIFY(!(*m_reader->loadOne(id))->endedAt.isValid());

    const auto refused = wait<std::optional<UploadState>>([&](auto answer) {
        m_thread->changeState(
            id,
            [](UploadState& state) {
                state.phase = Phase::Finished;
                return false;
            },
            now, answer);
    });
    QVERIFY(refused.ok());
    QCOMPARE((*m_reader->loadOne(id))->state.phase, Phase::Paused);
    const auto missing = wait<std::optional<UploadState>>(
        [&](auto answer) { m_thread->changeState(TransferId{99}, pause, now, answer); });
    QVERIFY(missing.ok() && !missing->has_value());
}

void JournalThreadTest::seesOthers()
{
    const TransferId id = addOne();
    const auto look = [&](qint64 since) {
        return wait<JournalNews>([&](auto answer) { m_thread->look(since, {id}, answer); });
    };
    (void)look(0); // the reader's opening
    QVERIFY(!look(0)->changed);
    QVERIFY(m_reader->setWanted(id, Wanted::Abort).ok());
    QVERIFY(m_reader->saveState(id, makeState(), {}).ok());
    const auto news = look(0);
    QVERIFY(news->changed);
    QCOMPARE(news->rows.rows.size(), 1);
    QCOMPARE(news->ids, QList<TransferId>{id});
    QCOMPARE(news->wanted.value(id), Wanted::Abort);
    QVERIFY(!look(news->rows.revision)->changed);
}

void JournalThreadTest::knowsOthersUploads()
{
    const TransferId id = addOne(), other = addOne();
    QVERIFY(m_reader->saveState(id, makeState(), {}).ok());
    QVERIFY(m_thread->isOthersUpload(other, makeState().uploadId));
    QVERIFY(!m_thread->isOthersUpload(id, makeState().uploadId));
}

void JournalThreadTest::closingWritesWhatWaits()
{
    const TransferId id = addOne();
    m_thread->savePart(id, 1, makePart(1));
    m_thread->note(id, {QDateTime::currentDateTimeUtc(), "created", {}});
    m_thread.reset();
    QCOMPARE(partsOnDisk(id), 1);
    QCOMPARE(m_reader->history(id)->size(), 1);
    for (int number = 2; number <= 40; ++number) { // the end of a thread is a race, and has to be run often
        m_thread = std::make_unique<JournalThread>();
        qsizetype rows = 0; // they come before the end
        const auto take = [&rows](const QList<Transfer>& block) { rows += block.size(); };
        QVERIFY(wait<qint64>([&](auto answer) { m_thread->open(m_dir->path(), take, answer); }).ok());
        QCOMPARE(rows, 1);
        m_thread->savePart(id, number, makePart(number));
        m_thread.reset();
        QCOMPARE(partsOnDisk(id), number);
    }
}

void JournalThreadTest::failedWritesAreKeptInOrder()
{
    const TransferId id = addOne();
    QSignalSpy fails(m_thread.get(), &JournalThread::writesFail);
    QSignalSpy works(m_thread.get(), &JournalThread::writesWork);
    rawSql("ALTER TABLE part RENAME TO gone");
    m_thread->savePart(id, 1, makePart(1));
    UploadState state;
    state.phase = Phase::Completing;
    // The state must not be written while the part that was handed over before is not.
    const auto saved = wait<void>([&](auto answer) { m_thread->saveState(id, state, {}, answer); });
    QVERIFY(!saved.ok());
    QCOMPARE(rawSql("SELECT phase FROM transfer"), "waiting");
    QTRY_COMPARE(fails.size(), 1);
    m_thread->savePart(id, 2, makePart(2));
    rawSql("ALTER TABLE gone RENAME TO part");
    QTRY_COMPARE_WITH_TIMEOUT(works.size(), 1, 8'000);
    QTRY_COMPARE(partsOnDisk(id), 2);
    QVERIFY(wait<void>([&](auto answer) { m_thread->saveState(id, state, {}, answer); }).ok());
    QCOMPARE(fails.size(), 1);
}

void JournalThreadTest::openFails()
{
    JournalThread thread;
    const auto opened = wait<qint64>([&](auto answer) {
        thread.open(
            "/dev/null/state", [](const auto&) {}, answer);
    });
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().kind, ErrorKind::LocalFile);
}

QTEST_GUILESS_MAIN(JournalThreadTest)
#include "tst_journalthread.moc"
