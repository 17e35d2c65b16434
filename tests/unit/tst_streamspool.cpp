// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/streamspool.h"

#include <QDir>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace partway;

namespace {

constexpr qint64 partSize = 1000;

// Gives so many bytes as the test lets it; each is its place modulo 251.
class ScriptedInput final : public StreamInput
{
public:
    explicit ScriptedInput(std::shared_ptr<std::atomic<qint64>> until, qint64 end)
        : m_until(std::move(until)), m_end(end)
    {
    }
    Result<qint64> read(char* data, qint64 max) override
    {
        if (m_at == m_end)
            return qint64{0};
        const qint64 there = std::min(m_until->load(), m_end) - m_at;
        if (there <= 0) {
            QThread::yieldCurrentThread();
            return qint64{-1};
        }
        const qint64 got = std::min({max, there, qint64{333}}); // a pipe gives what it has
        for (qint64 i = 0; i < got; ++i)
            data[i] = char((m_at + i) % 251);
        m_at += got;
        return got;
    }

private:
    std::shared_ptr<std::atomic<qint64>> m_until;
    qint64 m_end;
    qint64 m_at = 0;
};

bool isRight(const StreamSpool& spool, ByteRange range)
{
    QByteArray bytes(range.length, '\0');
    const Result<qint64> got = spool.readAt(range.offset, bytes.data(), range.length);
    if (!got || *got != range.length)
        return false;
    for (qint64 i = 0; i < range.length; ++i) {
        if (bytes.at(i) != char((range.offset + i) % 251))
            return false;
    }
    return true;
}

// A disk that takes no more than so many bytes of a file, for this process.
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
#ifdef Q_OS_UNIX
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = rlim_t(bytes);
        ::setrlimit(RLIMIT_FSIZE, &now);
#else
        Q_UNUSED(bytes);
#endif
    }
    ~FullDisk()
    {
#ifdef Q_OS_UNIX
        ::setrlimit(RLIMIT_FSIZE, &m_before);
#endif
    }

private:
#ifdef Q_OS_UNIX
    rlimit m_before = {};
#endif
};

} // namespace

class TestStreamSpool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsWhatIsNotStored();
    void doesNotReadWhilePaused();
    void emptyStream();
    void endsWhereThePersonSays();
    void folderCannotBeWritten();
    void fullDisk();
    void fullDiskIsUsedAgain();

private:
    std::shared_ptr<StreamSpool> open(qint64 end, int slotCount = 3)
    {
        return *StreamSpool::open(std::make_unique<ScriptedInput>(m_until, end), m_folder.filePath("spool"),
                                  partSize, slotCount);
    }
    QTemporaryDir m_folder;
    std::shared_ptr<std::atomic<qint64>> m_until;
};

void TestStreamSpool::init()
{
    m_until = std::make_shared<std::atomic<qint64>>(1'000'000);
}

// Three parts have a place; the fourth is read when one of them is stored.
void TestStreamSpool::keepsWhatIsNotStored()
{
    const auto spool = open(5'500);
    QTRY_COMPARE(spool->growth()->now.size, 3 * partSize);
    QVERIFY(isRight(*spool, {0, 3 * partSize}));
    QVERIFY(!spool->growth()->ended);
    spool->letGo({partSize, partSize});
    QTRY_COMPARE(spool->growth()->now.size, 4 * partSize);
    QVERIFY(isRight(*spool, {3 * partSize, partSize}));
    QVERIFY(isRight(*spool, {0, partSize}));
    QCOMPARE(spool->readAt(partSize, QByteArray(10, '\0').data(), 10).error().code, "stream-gone");
    spool->letGo({0, partSize});
    spool->letGo({2 * partSize, partSize});
    QTRY_VERIFY(spool->growth()->ended);
    QCOMPARE(spool->growth()->now.size, 5'500);
    QVERIFY(isRight(*spool, {5 * partSize, 500}));
    spool->letGo({5 * partSize, 500}); // not a full one: it may be asked for again
    QVERIFY(isRight(*spool, {5 * partSize, 500}));
    QVERIFY(QDir(m_folder.filePath("spool")).entryList(QDir::Files).size() <= 1);
}

void TestStreamSpool::doesNotReadWhilePaused()
{
    *m_until = 500;
    const auto spool = open(2'000);
    QTRY_COMPARE(spool->growth()->now.size, 500);
    spool->setReading(false);
    const qint64 before = spool->growth()->now.size;
    *m_until = 2'000;
    QVERIFY(spool->growth()->now.size <= before + 333); // at most that one
    spool->setReading(true);
    QTRY_VERIFY(spool->growth()->ended);
    QVERIFY(isRight(*spool, {0, 2'000}));
}

void TestStreamSpool::emptyStream()
{
    const auto spool = open(0);
    QTRY_VERIFY(spool->growth()->ended);
    QCOMPARE(spool->growth()->now.size, 0);
}

void TestStreamSpool::endsWhereThePersonSays()
{
    *m_until = 700;
    const auto spool = open(2'000);
    QTRY_COMPARE(spool->growth()->now.size, 700);
    spool->endHere();
    *m_until = 2'000;
    QVERIFY(spool->growth()->ended);
    QCOMPARE(spool->growth()->now.size, 700);
}

void TestStreamSpool::folderCannotBeWritten()
{
    const auto spool =
        StreamSpool::open(std::make_unique<ScriptedInput>(m_until, 1), "/proc/nowhere", partSize, 3);
    QVERIFY(!spool.ok());
    QCOMPARE(spool.error().code, "spool-failed");
}

// It is not read on, and says so; what it has can be sent all the same, and it goes on when there is room.
void TestStreamSpool::fullDisk()
{
#ifndef Q_OS_UNIX
    QSKIP("nothing here makes a disk full");
#endif
    std::optional<FullDisk> full(1'500);
    const auto spool = open(2'700);
    QTRY_VERIFY(spool->growth()->noRoom);
    QCOMPARE(spool->growth()->now.size, 1'000);
    QVERIFY(spool->check({}).ok());
    QVERIFY(isRight(*spool, {0, 1'000}));
    QVERIFY(spool->growth().ok() && !spool->growth()->ended);
    full.reset();
    QTRY_VERIFY(spool->growth()->ended);
    QVERIFY(!spool->growth()->noRoom);
    QCOMPARE(spool->growth()->now.size, 2'700);
    QVERIFY(isRight(*spool, {0, 2'700}));
}

// Room that the spool has taken already serves the next parts when the first ones are stored.
void TestStreamSpool::fullDiskIsUsedAgain()
{
#ifndef Q_OS_UNIX
    QSKIP("nothing here makes a disk full");
#endif
    const FullDisk full(1'400);
    *m_until = 1'300;
    const auto spool = open(3'700);
    QTRY_COMPARE(spool->growth()->now.size, 1'000);
    QTRY_VERIFY(spool->growth()->noRoom);
    *m_until = 10'000;
    for (qint64 part = 0; part < 3; ++part) {
        QVERIFY(isRight(*spool, {part * partSize, partSize}));
        spool->letGo({part * partSize, partSize});
        const qint64 next = std::min<qint64>(3'700, (part + 2) * partSize);
        QTRY_COMPARE(spool->growth()->now.size, next);
    }
    QVERIFY(isRight(*spool, {3'000, 700}));
    QTRY_VERIFY(spool->growth()->ended);
}

QTEST_GUILESS_MAIN(TestStreamSpool)
#include "tst_streamspool.moc"
