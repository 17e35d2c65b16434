// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorystore.h"
#include "unit/runnerbench.h"
#include "upload/digestpool.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace partway;
using namespace std::chrono_literals;

namespace {

constexpr qint64 partSize = 64 * KiB;

QByteArray someBytes(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = char(QRandomGenerator::global()->bounded(256));
    return bytes;
}

} // namespace

Q_DECLARE_METATYPE(ChecksumMode)

// Check and repair, with the real runner, a file and a store in memory.
class TestRunnerRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsOnlyWhatDiffers_data();
    void sendsOnlyWhatDiffers();
    void otherSizes_data();
    void otherSizes();
    void diesInTheMiddle_data();
    void diesInTheMiddle();
    void uncheckableIsSentAgain();
    void changedBehindTheTime();
    void truncatedOnItsWay();
    void fileIsGone();

private:
    void write(const QByteArray& now);
    void storeAllButComplete(ChecksumMode mode = ChecksumMode::Md5);
    std::unique_ptr<UploadRunner> runner();
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
};

void TestRunnerRepair::init()
{
    backend = std::make_shared<MemoryBackend>();
    backend->setMinPart(0);
    store = std::make_shared<MemoryStore>(backend);
    recorder = std::make_unique<MemoryRecorder>();
    recorder->kept.token = "0123456789abcdef";
    path = folder.filePath("source.bin");
    write(someBytes(8 * partSize + 123));
    recorder->source = *fingerprintOf(path);
    recorder->spec = {};
    recorder->spec.bucket = "bucket";
    recorder->spec.key = "key.bin";
    recorder->spec.plan = PartPlan{bytes.size(), partSize, 9, false};
}

void TestRunnerRepair::write(const QByteArray& now)
{
    bytes = now;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    static int seconds = 0; // file systems may count time coarsely
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTime().addSecs(++seconds), QFileDevice::FileModificationTime));
}

std::unique_ptr<UploadRunner> TestRunnerRepair::runner()
{
    RetryPolicy fast;
    fast.base = 4ms;
    fast.throttledBase = 4ms;
    auto made = std::make_unique<UploadRunner>(
        UploadRunner::Setup{TransferId{1}, path, recorder->source, recorder->spec, recorder->kept, store},
        UploadRunner::Services{*recorder, clock, random, digests, fast}, std::function<void()>());
    made->setSlots(3);
    return made;
}

void TestRunnerRepair::settle(UploadRunner& runner)
{
    QTRY_VERIFY_WITH_TIMEOUT(runner.isQuiet() && !isRunning(runner.machine().phase()), 10'000);
}

// All nine parts are stored; then a person may complete no more for a while.
void TestRunnerRepair::storeAllButComplete(ChecksumMode mode)
{
    recorder->spec.checksum = mode;
    backend->addFault({StoreCall::CompleteUpload, 0, 1, storeError(ErrorKind::Refused, "AccessDenied", 403)});
    auto run = runner();
    run->start();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Failed);
    QCOMPARE(recorder->kept.parts.size(), 9);
}

void TestRunnerRepair::sendsOnlyWhatDiffers_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    for (ChecksumMode mode : {ChecksumMode::Md5, ChecksumMode::Crc64Nvme, ChecksumMode::Crc32,
                              ChecksumMode::Crc32c, ChecksumMode::Sha256, ChecksumMode::None})
        QTest::newRow(qPrintable(checksumModeName(mode))) << mode;
}

void TestRunnerRepair::sendsOnlyWhatDiffers()
{
    QFETCH(const ChecksumMode, mode);
    storeAllButComplete(mode);
    const qint64 before = backend->counts().bodyBytes;
    QByteArray other = bytes;
    other[3 * partSize + 5] = char(other.at(3 * partSize + 5) ^ 1);
    other[8 * partSize] = char(other.at(8 * partSize) ^ 1);
    write(other);

    auto run = runner();
    run->retry();
    settle(*run);
    QCOMPARE(run->machine().state().attention, Attention::SourceChanged);
    QVERIFY(!backend->hasObject("bucket", "key.bin"));
    run->repair();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), other);
    QCOMPARE(backend->counts().bodyBytes - before, partSize + 123);
    QVERIFY(run->machine().state().parts.value(1).adopted);
    QVERIFY(!run->machine().state().parts.value(4).adopted);
    QCOMPARE(recorder->source, *fingerprintOf(path));
    QVERIFY(recorder->kept.unchecked.isEmpty());
    QVERIFY(backend->uploads().isEmpty());
}

void TestRunnerRepair::otherSizes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("sent");
    QTest::newRow("grown within the last part") << 8 * partSize + 200 << qint64(200);
    QTest::newRow("grown by parts") << 11 * partSize << 3 * partSize;
    QTest::newRow("shrunk within the last part") << 8 * partSize + 1 << qint64(1);
    QTest::newRow("shrunk to whole parts") << 5 * partSize << qint64(0);
    QTest::newRow("shrunk below a part") << qint64(100) << qint64(100);
    QTest::newRow("empty") << qint64(0) << qint64(0);
}

void TestRunnerRepair::otherSizes()
{
    QFETCH(const qint64, size);
    QFETCH(const qint64, sent);
    storeAllButComplete();
    const qint64 before = backend->counts().bodyBytes;
    write((bytes + someBytes(3 * partSize)).left(size));
    auto run = runner();
    run->repair();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
    QCOMPARE(backend->counts().bodyBytes - before, sent);
    QCOMPARE(run->machine().spec().plan, recorder->spec.plan);
    QVERIFY(backend->uploads().isEmpty());
}

void TestRunnerRepair::diesInTheMiddle_data()
{
    QTest::addColumn<int>("calls");
    for (int calls = 0; calls <= 10; ++calls)
        QTest::addRow("after %d calls", calls) << calls;
}

// Nothing but what was written down by then is known to the next process; the file changes once more before.
void TestRunnerRepair::diesInTheMiddle()
{
    QFETCH(const int, calls);
    storeAllButComplete();
    const int begun = int(backend->log().size());
    QByteArray other = bytes;
    for (int part : {1, 4, 7})
        other[part * partSize] = char(other.at(part * partSize) ^ 1);
    write(other);
    backend->setDelay(5ms);
    auto first = runner();
    first->repair();
    QTRY_VERIFY(backend->log().size() >= begun + calls || isEnded(first->machine().phase()));
    const UploadState atDeath = recorder->kept;
    const UploadSpec spec = recorder->spec;
    const SourceFingerprint source = recorder->source;
    first->stop();
    QTRY_VERIFY(first->isQuiet());
    first.reset();
    recorder->kept = atDeath;
    recorder->spec = spec;
    recorder->source = source;

    other[2 * partSize] = char(other.at(2 * partSize) ^ 1);
    write(other);
    auto second = runner();
    second->start();
    settle(*second);
    if (atDeath.phase != Phase::Confirming && atDeath.phase != Phase::Finished && !atDeath.completeAsked)
        QCOMPARE(second->machine().state().attention, Attention::SourceChanged);
    if (isEnded(second->machine().phase()))
        return; // it was complete before the file changed again
    second->repair();
    settle(*second);
    QCOMPARE(second->machine().phase(), Phase::Finished);
    QCOMPARE(object(), other);
}

// No digest was recorded and the ETag is none: nobody can tell, so the part goes again.
void TestRunnerRepair::uncheckableIsSentAgain()
{
    storeAllButComplete();
    recorder->kept.opaqueEtags = true;
    recorder->kept.parts[2].md5.clear();
    const qint64 before = backend->counts().bodyBytes;
    write(bytes);
    auto run = runner();
    run->repair();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(backend->counts().bodyBytes - before, partSize);
}

// A program that sets the time back after writing: bytes that were hashed twice tell.
void TestRunnerRepair::changedBehindTheTime()
{
    backend->addFault({StoreCall::SendPart, 9, 1, storeError(ErrorKind::Transient, "InternalError", 500)});
    backend->setDelay(50ms);
    auto run = runner();
    run->start();
    QTRY_VERIFY(backend->log().contains("SendPart 9"));
    const QDateTime time = QFileInfo(path).lastModified();
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(8 * partSize + 1));
        bytes[8 * partSize + 1] = char(bytes.at(8 * partSize + 1) ^ 1);
        bytes[0] = char(bytes.at(0) ^ 1);
        QVERIFY(file.write(bytes.mid(8 * partSize + 1, 1)) == 1 && file.seek(0) &&
                file.write(bytes.left(1)) == 1);
        file.flush();
        QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    }
    if (!isSameSource(recorder->source, *fingerprintOf(path)))
        QSKIP("this file system's times are finer than can be set");
    settle(*run);
    QCOMPARE(run->machine().state().attention, Attention::SourceChanged);
    QCOMPARE(run->machine().state().error->code, "file-content-changed");
    QVERIFY(recorder->kept.parts.isEmpty());
    run.reset();
    run = runner();
    run->retry(); // nobody asked for a repair: what was compared with nothing counts for nothing all the same
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
}

void TestRunnerRepair::truncatedOnItsWay()
{
    backend->setDelay(30ms);
    auto run = runner();
    run->start();
    QTRY_VERIFY(run->bytesInFlight() > 0 || run->machine().storedBytes() > 0);
    QVERIFY(QFile::resize(path, partSize / 2));
    settle(*run);
    QCOMPARE(run->machine().state().attention, Attention::SourceChanged);
    QVERIFY(!backend->hasObject("bucket", "key.bin"));
    bytes.truncate(partSize / 2);
    run->repair();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), bytes);
}

void TestRunnerRepair::fileIsGone()
{
    storeAllButComplete();
    QVERIFY(QFile::remove(path));
    auto run = runner();
    run->repair();
    settle(*run);
    QCOMPARE(run->machine().phase(), Phase::NeedsAttention);
    QCOMPARE(run->machine().state().attention, Attention::SourceMissing);
    QCOMPARE(recorder->kept.parts.size(), 9); // nothing was given up for it
}

QTEST_GUILESS_MAIN(TestRunnerRepair)
#include "tst_runnerrepair.moc"
