// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorystore.h"
#include "unit/runnerbench.h"
#include "upload/digestpool.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace partway;
using namespace std::chrono_literals;

namespace {

constexpr qint64 partSize = 64 * KiB;

} // namespace

// A file that is still written, with the real runner and a store in memory.
class TestRunnerGrowth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void headerIsWrittenLast_data();
    void headerIsWrittenLast();
    void closedByItsWriter();
    void restOfAFileThatNobodyCloses();
    void truncated();
    void endsWhileTheDiskIsSlow();
    void smallFileGoesWhole();
    void ordinaryFileIsFollowedFromNowOn();
    void outgrowsItsParts();
    void writtenToWhilePartsAreSent();
    void growsAtTheLastLook_data();
    void growsAtTheLastLook();

private:
    void append(qint64 bytes, char what);
    std::unique_ptr<UploadRunner> runner();
    QByteArray object() const { return backend->objectBytes("bucket", "key.bin"); }
    QByteArray file() const;
    void stored(UploadRunner& runner, int parts);

    QTemporaryDir folder;
    QString path;
    std::unique_ptr<QFile> writer;
    std::shared_ptr<MemoryBackend> backend;
    std::shared_ptr<MemoryStore> store;
    std::unique_ptr<MemoryRecorder> recorder;
    SystemClock clock;
    EvenRandomness random;
    DigestPool digests;
};

void TestRunnerGrowth::init()
{
    backend = std::make_shared<MemoryBackend>();
    backend->setMinPart(0);
    store = std::make_shared<MemoryStore>(backend);
    recorder = std::make_unique<MemoryRecorder>();
    recorder->kept.token = "0123456789abcdef";
    path = folder.filePath("film.mov");
    writer = std::make_unique<QFile>(path);
    QVERIFY(writer->open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered));
    recorder->source = *fingerprintOf(path);
    recorder->source.growing = true;
    recorder->spec = {};
    recorder->spec.bucket = "bucket";
    recorder->spec.key = "key.bin";
    recorder->spec.source = SourceKind::Followed;
    recorder->spec.plan = PartPlan{0, partSize, 0, false, {}, true};
}

void TestRunnerGrowth::append(qint64 bytes, char what)
{
    QVERIFY(writer->seek(writer->size()));
    QCOMPARE(writer->write(QByteArray(bytes, what)), bytes);
}

QByteArray TestRunnerGrowth::file() const
{
    QFile now(path);
    return now.open(QIODevice::ReadOnly) ? now.readAll() : QByteArray();
}

std::unique_ptr<UploadRunner> TestRunnerGrowth::runner()
{
    RetryPolicy fast;
    fast.base = 4ms;
    auto made = std::make_unique<UploadRunner>(
        UploadRunner::Setup{TransferId{1}, path, recorder->source, recorder->spec, recorder->kept, store},
        UploadRunner::Services{*recorder, clock, random, digests, fast}, std::function<void()>());
    made->setSlots(3);
    return made;
}

void TestRunnerGrowth::stored(UploadRunner& runner, int parts)
{
    QTRY_COMPARE_WITH_TIMEOUT(runner.machine().state().parts.size(), parts, 10'000);
}

#define TRY_REST(run)                                                                                        \
    QTRY_VERIFY_WITH_TIMEOUT((run)->isQuiet() && !isRunning((run)->machine().phase()), 20'000)

void TestRunnerGrowth::headerIsWrittenLast_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("in one go") << false;
    QTest::newRow("killed in the middle") << true;
}

// As a camera writes a film: at the end the first bytes change. Only that part is sent again.
void TestRunnerGrowth::headerIsWrittenLast()
{
    QFETCH(const bool, killed);
    auto run = runner();
    run->start();
    append(2 * partSize + 10, 'a');
    stored(*run, 2);
    QVERIFY(run->machine().waitsForSource());
    QVERIFY(object().isNull());
    if (killed) {
        run->stop();
        QTRY_VERIFY(run->isQuiet());
        run = runner();
        run->start();
        stored(*run, 2);
    }
    append(2 * partSize, 'b');
    stored(*run, 4);
    QCOMPARE(run->sourceSize(), 4 * partSize + 10);
    QVERIFY(writer->seek(0));
    QCOMPARE(writer->write("header"), 6);
    append(77, 'c');
    run->closeSource();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    QCOMPARE(backend->counts().bodyBytes, file().size() + partSize); // the first part twice
    QCOMPARE(recorder->spec.plan, (PartPlan{file().size(), partSize, 5, false}));
    QCOMPARE(recorder->source, *fingerprintOf(path));
    QCOMPARE(backend->calls(StoreCall::CreateUpload), 1);
}

void TestRunnerGrowth::closedByItsWriter()
{
    const auto looked = SourceFile::open(path);
    if (looked.value()->growth()->writers == Writers::Unknown)
        QSKIP("this file system does not tell who writes");
    QCOMPARE(looked.value()->growth()->writers, Writers::Some);
    auto run = runner();
    run->start();
    append(partSize + 1, 'a');
    stored(*run, 1);
    writer.reset();
    QCOMPARE(looked.value()->growth()->writers, Writers::None);
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
}

void TestRunnerGrowth::restOfAFileThatNobodyCloses()
{
    recorder->spec.followIdleSeconds = 1;
    append(partSize + 1, 'a');
    auto run = runner();
    run->start();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
}

// Cut below what was sent: nothing is completed; check and repair goes on following it.
void TestRunnerGrowth::truncated()
{
    auto run = runner();
    run->start();
    append(3 * partSize, 'a');
    stored(*run, 3);
    QVERIFY(writer->resize(partSize + 5));
    TRY_REST(run);
    QCOMPARE(run->machine().state().attention, Attention::SourceChanged);
    QCOMPARE(run->machine().state().error->code, "file-truncated");
    run->repair();
    append(partSize, 'b');
    run->closeSource();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    QVERIFY(backend->uploads().isEmpty());
}

// Repaired, and complete before the repair is written: what is written with it is still a file that grows.
void TestRunnerGrowth::endsWhileTheDiskIsSlow()
{
    auto run = runner();
    run->start();
    append(2 * partSize, 'a');
    stored(*run, 2);
    recorder->holds = true;
    QVERIFY(writer->resize(5));
    QTRY_COMPARE(run->machine().phase(), Phase::NeedsAttention);
    append(1, 'b');
    run->repair();
    run->closeSource();
    QTRY_COMPARE(run->sourceSize(), 6);
    QVERIFY(run->machine().spec().plan.open);
    recorder->release();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    QVERIFY(!recorder->mixed);
    QVERIFY(!recorder->source.growing);
}

void TestRunnerGrowth::smallFileGoesWhole()
{
    auto run = runner();
    run->start();
    append(10, 'a');
    run->closeSource();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    QCOMPARE(backend->calls(StoreCall::PutObject), 1);
    QCOMPARE(backend->calls(StoreCall::CreateUpload), 0);
}

// It was added like any other, and turns out to be written still.
void TestRunnerGrowth::ordinaryFileIsFollowedFromNowOn()
{
    append(3 * partSize, 'a');
    recorder->source = *fingerprintOf(path);
    recorder->spec.source = SourceKind::File;
    recorder->spec.plan = PartPlan{3 * partSize, partSize, 3, false};
    backend->addFault({StoreCall::SendPart, 3, 1, storeError(ErrorKind::Refused, "AccessDenied", 403)});
    auto run = runner();
    run->start();
    TRY_REST(run);
    const auto before = run->machine().state().parts.size();
    append(partSize, 'b');
    run->follow();
    stored(*run, 4);
    QCOMPARE(recorder->spec.source, SourceKind::Followed);
    QVERIFY(recorder->spec.plan.open && recorder->source.growing);
    append(5, 'c');
    run->closeSource();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    QVERIFY(before > 0);
    QCOMPARE(backend->counts().bodyBytes, file().size()); // nothing that was stored is sent again
}

// The store takes no more parts than it takes: said before anything is completed, and larger parts help.
void TestRunnerGrowth::outgrowsItsParts()
{
    StoreProfile few = store->profile();
    few.limits.maxParts = 3;
    store = std::make_shared<MemoryStore>(backend, few);
    auto run = runner();
    run->start();
    append(3 * partSize, 'a');
    stored(*run, 3);
    append(1, 'b');
    TRY_REST(run);
    QCOMPARE(run->machine().state().error->code, "file-outgrew-plan");
    QVERIFY(object().isNull());
    run->startOver();
    run->closeSource();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    QVERIFY(recorder->spec.plan.direct || recorder->spec.plan.partSize > partSize);
}

// A recorder that keeps its header up to date, and adds to the end, in the very moment of a part being sent:
// that part may be sent more often, and in the end what is stored is the file.
void TestRunnerGrowth::writtenToWhilePartsAreSent()
{
    std::atomic<int> writes = 0;
    backend->setOnCall([&](StoreCall call, int part) { // on the store's thread
        if (call != StoreCall::SendPart || writes >= 12)
            return;
        QFile other(path);
        if (!other.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            return;
        other.seek((part - 1) * partSize + 7);
        other.write("now " + QByteArray::number(++writes));
        other.seek(other.size());
        other.write(QByteArray(partSize / 4, 'd'));
    });
    append(2 * partSize + 1, 'a');
    auto run = runner();
    run->start();
    QTRY_COMPARE_WITH_TIMEOUT(writes.load(), 12, 30'000);
    QVERIFY(isRunning(run->machine().phase()));
    stored(*run, int(file().size() / partSize));
    run->closeSource();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    QVERIFY(backend->uploads().isEmpty());
}

void TestRunnerGrowth::growsAtTheLastLook_data()
{
    QTest::addColumn<bool>("grows");
    QTest::addColumn<bool>("follow");
    QTest::newRow("longer, followed on") << true << true;
    QTest::newRow("longer, repaired") << true << false;
    QTest::newRow("other bytes, repaired") << false << false;
}

// It was taken for complete, its size was fixed, and before its parts are compared once more it is written to
// again: nothing is completed, the row says what happened, and goes on with what was sent.
void TestRunnerGrowth::growsAtTheLastLook()
{
    QFETCH(const bool, grows);
    QFETCH(const bool, follow);
    recorder->spec.followIdleSeconds = 1;
    append(3 * partSize + 1, 'a');
    auto run = runner();
    bool written = false;
    recorder->beforeSave = [&](const UploadState&) {
        if (run->machine().spec().plan.open || std::exchange(written, true))
            return;
        writer->seek(grows ? writer->size() : 5);
        writer->write(QByteArray(grows ? 2 * partSize : 10, 'z'));
    };
    run->start();
    TRY_REST(run);
    QVERIFY(written);
    QCOMPARE(run->machine().phase(), Phase::NeedsAttention);
    QCOMPARE(run->machine().state().attention, Attention::SourceChanged);
    QVERIFY(object().isNull());
    const qint64 before = backend->counts().bodyBytes;
    follow ? run->follow() : run->repair();
    TRY_REST(run);
    QCOMPARE(run->machine().phase(), Phase::Finished);
    QCOMPARE(object(), file());
    // What had been stored, and is as it was, is not sent again.
    QCOMPARE(backend->counts().bodyBytes - before, grows ? file().size() - 3 * partSize : partSize + 1);
    QVERIFY(backend->uploads().isEmpty());
}

QTEST_GUILESS_MAIN(TestRunnerGrowth)
#include "tst_runnergrowth.moc"
