// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"
#include "support/memorystore.h"
#include "unit/runnerbench.h"
#include "upload/digestpool.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace partway;
using namespace std::chrono_literals;

namespace {

constexpr qint64 partSize = 1 * MiB;

} // namespace

class TestUploadRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void sendsAFile_data();
    void sendsAFile();
    void pausesAndResumes();
    void diesAnywhereAndGoesOn_data();
    void diesAnywhereAndGoesOn();
    void abortLeavesNothing();
    void adoptsAPartItHasNoRecordOf();
    void lostAnswers_data();
    void lostAnswers();
    void noticesAChangedFile_data();
    void noticesAChangedFile();
    void startsOverWithTheFileAsItIs();
    void asksNothingWhileTheJournalFails();
    void anIntentIsFreshWhenItsRequestLeaves();
    void missingFileAsksForAttention();

private:
    void makeFile(qint64 size);
    std::unique_ptr<UploadRunner> runner() { return runner(clock); }
    std::unique_ptr<UploadRunner> runner(const Clock& clock);
    void settle(UploadRunner& runner);
    QByteArray object() const { return backend->objectBytes("bucket", "key.bin"); }

    QTemporaryDir folder;
    QString path;
    QByteArray bytes;
    std::shared_ptr<MemoryBackend> backend;
    std::shared_ptr<MemoryStore> store;
    std::unique_ptr<MemoryRecorder> recorder;
    SystemClock clock;
    EvenRandomness random;
    DigestPool digests;
    PartPlan plan;
    SourceFingerprint promised;
};

void TestUploadRunner::init()
{
    backend = std::make_shared<MemoryBackend>();
    backend->setMinPart(0);
    store = std::make_shared<MemoryStore>(backend);
    recorder = std::make_unique<MemoryRecorder>();
    recorder->kept.token = "0123456789abcdef";
    path = folder.filePath("source.bin");
    makeFile(5 * partSize + 123);
}

void TestUploadRunner::cleanup()
{
    store.reset();
}

void TestUploadRunner::makeFile(qint64 size)
{
    bytes.resize(size);
    for (char& byte : bytes)
        byte = char(QRandomGenerator::global()->bounded(256));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), size);
    file.close();
    promised = fingerprintOf(path).value();
    plan = PartPlan{size, partSize, int((size + partSize - 1) / partSize), size < partSize};
    if (plan.direct)
        plan = PartPlan{size, size, 1, true};
}

std::unique_ptr<UploadRunner> TestUploadRunner::runner(const Clock& clock)
{
    UploadSpec spec;
    spec.bucket = "bucket";
    spec.key = "key.bin";
    spec.checksum = ChecksumMode::Md5;
    spec.plan = plan;
    RetryPolicy fast;
    fast.base = 4ms;
    fast.throttledBase = 4ms;
    auto made = std::make_unique<UploadRunner>(
        UploadRunner::Setup{TransferId{1}, path, promised, spec, recorder->kept, store},
        UploadRunner::Services{*recorder, clock, random, digests, fast}, std::function<void()>());
    made->setSlots(3);
    return made;
}

void TestUploadRunner::settle(UploadRunner& runner)
{
    QTRY_VERIFY_WITH_TIMEOUT(runner.isQuiet() && !isRunning(runner.machine().phase()), 10'000);
}

void TestUploadRunner::sendsAFile_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("empty") << qint64(0);
    QTest::newRow("one byte") << qint64(1);
    QTest::newRow("small") << partSize - 1;
    QTest::newRow("one whole part") << partSize;
    QTest::newRow("parts and a rest") << 7 * partSize + 1;
}

void TestUploadRunner::sendsAFile()
{
    QFETCH(qint64, size);
    makeFile(size);
    auto run = runner();
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
    QVERIFY(run->machine().state().finished->proof.etag);
    QCOMPARE(run->machine().storedBytes(), size);
    QCOMPARE(run->bytesInFlight(), 0);
    QVERIFY(backend->uploads().isEmpty());
    QCOMPARE(backend->counts().bodyBytes, size);
    QVERIFY(backend->counts().mostInFlight <= 3);
}

void TestUploadRunner::pausesAndResumes()
{
    backend->setDelay(100ms);
    auto run = runner();
    run->start();
    QTRY_VERIFY(run->machine().storedBytes() > 0);
    run->pause();
    QCOMPARE(run->machine().phase(), Phase::Paused);
    settle(*run);
    const qint64 stored = run->machine().storedBytes();
    QTest::qWait(60);
    QCOMPARE(run->machine().storedBytes(), stored);
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
}

void TestUploadRunner::diesAnywhereAndGoesOn_data()
{
    QTest::addColumn<int>("calls");
    for (int calls = 1; calls <= 9; ++calls)
        QTest::addRow("at call %d", calls) << calls;
}

// The process "dies" when the store is asked for the n-th time: a new runner starts from what was recorded by
// then.
void TestUploadRunner::diesAnywhereAndGoesOn()
{
    QFETCH(int, calls);
    backend->setDelay(5ms);
    auto first = runner();
    first->start();
    QTRY_VERIFY(backend->log().size() >= calls);
    const UploadState atDeath = recorder->kept;
    first->stop();
    QTRY_VERIFY(first->isQuiet());
    recorder->kept = atDeath;
    first.reset();

    auto second = runner();
    second->start();
    settle(*second);
    QCOMPARE(second->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
    QVERIFY(backend->uploads().isEmpty());
    QVERIFY(backend->counts().bodyBytes <= bytes.size() + 3 * partSize);
}

void TestUploadRunner::abortLeavesNothing()
{
    backend->setDelay(100ms);
    auto run = runner();
    run->start();
    QTRY_VERIFY(run->machine().storedBytes() > 0);
    run->abort();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Aborted);
    QVERIFY(backend->uploads().isEmpty());
    QVERIFY(!backend->hasObject("bucket", "key.bin"));
    QVERIFY(recorder->kept.parts.isEmpty());
}

void TestUploadRunner::adoptsAPartItHasNoRecordOf()
{
    auto run = runner();
    backend->addFault(
        StoreFault{StoreCall::SendPart, 6, 100, storeError(ErrorKind::Refused, "AccessDenied", 403)});
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Failed);
    run.reset();
    backend->clearFaults();
    recorder->kept.parts.remove(2); // the crash swallowed this row
    const qint64 before = backend->counts().bodyBytes;
    const qint64 missing = bytes.size() - qint64(recorder->kept.parts.size() + 1) * partSize;

    run = runner();
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QVERIFY(run->machine().state().parts.value(2).adopted);
    QCOMPARE(object(), bytes);
    QCOMPARE(backend->counts().bodyBytes - before, missing); // part 2 was not sent again
}

void TestUploadRunner::lostAnswers_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("afterWork");
    for (StoreCall call : {StoreCall::CreateUpload, StoreCall::SendPart, StoreCall::CompleteUpload}) {
        QTest::addRow("%s done", qPrintable(storeCallName(call))) << int(call) << true;
        QTest::addRow("%s not done", qPrintable(storeCallName(call))) << int(call) << false;
    }
}

void TestUploadRunner::lostAnswers()
{
    QFETCH(int, call);
    QFETCH(bool, afterWork);
    Error lost = storeError(ErrorKind::Transient, "connection-lost", 0);
    lost.maybeDone = true;
    StoreFault fault{StoreCall(call), 0, 1, lost};
    fault.afterWork = afterWork;
    backend->addFault(fault);
    auto run = runner();
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
    QVERIFY(backend->uploads().isEmpty());
    if (StoreCall(call) == StoreCall::CompleteUpload && afterWork)
        QCOMPARE(backend->calls(StoreCall::CompleteUpload), 1);
}

void TestUploadRunner::noticesAChangedFile_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"grown", "shortened", "touched", "replaced", "removed"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestUploadRunner::noticesAChangedFile()
{
    QFETCH(QString, how);
    backend->setDelay(100ms);
    auto run = runner();
    run->start();
    QTRY_VERIFY(run->machine().storedBytes() > 0);
    if (how == "removed") {
        QVERIFY(QFile::remove(path));
    } else if (how == "replaced") {
        QVERIFY(QFile::copy(path, path + ".new"));
        std::filesystem::rename((path + ".new").toStdString(), path.toStdString()); // never missing between
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (how == "touched")
            QVERIFY(
                file.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
        else
            QVERIFY(file.resize(how == "grown" ? bytes.size() + 1 : partSize));
    }
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::NeedsAttention);
    const Attention expected = how == "removed" ? Attention::SourceMissing : Attention::SourceChanged;
    QCOMPARE(run->machine().state().attention, expected);
    QVERIFY(!backend->hasObject("bucket", "key.bin"));
}

void TestUploadRunner::startsOverWithTheFileAsItIs()
{
    backend->setDelay(100ms);
    auto run = runner();
    run->start();
    QTRY_VERIFY(run->machine().storedBytes() > 0);
    makeFile(6 * partSize);
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::NeedsAttention);
    run->startOver();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
    QCOMPARE(recorder->source, promised);
    QVERIFY(backend->uploads().isEmpty()); // the old one is gone too
}

void TestUploadRunner::asksNothingWhileTheJournalFails()
{
    recorder->failures = 1'000'000;
    auto run = runner();
    run->start();
    QTest::qWait(50);
    QVERIFY(backend->log().isEmpty()); // the intent could not be written down
    recorder->failures = 0;
    QTRY_COMPARE_WITH_TIMEOUT(run->machine().phase(), Phase::Finished, 8'000);
    settle(*run);
    QCOMPARE(object(), bytes);
}

// A crash looks for uploads begun since the intent: one written twenty minutes before its request would miss
// it.
void TestUploadRunner::anIntentIsFreshWhenItsRequestLeaves()
{
    ManualClock slow;
    QList<qint64> ages;
    recorder->beforeSave = [&](const UploadState& state) {
        if (state.createAskedAtMs == 0)
            return;
        if (ages.isEmpty())
            slow.advance(20min); // the disk was full for so long
        ages.append(slow.now().toMSecsSinceEpoch() - state.createAskedAtMs);
    };
    auto run = runner(slow);
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(ages, (QList<qint64>{20 * 60'000, 0}));
    QCOMPARE(object(), bytes);
}

void TestUploadRunner::missingFileAsksForAttention()
{
    QVERIFY(QFile::remove(path));
    auto run = runner();
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::NeedsAttention);
    QCOMPARE(run->machine().state().attention, Attention::SourceMissing);
    run->abort();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Aborted);
    QVERIFY(backend->uploads().isEmpty());
}

QTEST_GUILESS_MAIN(TestUploadRunner)
#include "tst_uploadrunner.moc"
