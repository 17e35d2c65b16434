// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sortedblocks.h"
#include "queue/addplan.h"
#include "queue/heldtransfer.h"
#include "queue/partstrip.h"
#include "queue/rowshelf.h"
#include "queue/speedmeter.h"
#include "queue/waitingline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>

using namespace partway;
using namespace std::chrono_literals;

namespace {

PartPlan regular(int count)
{
    return {qint64{count} * MiB, MiB, count, false};
}

QMap<int, StoredPart> stored(int from, int to)
{
    QMap<int, StoredPart> parts;
    for (int number = from; number <= to; ++number)
        parts.insert(number, {"\"etag\"", {}, {}, false});
    return parts;
}

PartLive live(PartState state)
{
    PartLive part;
    part.state = state;
    return part;
}

PartState at(const QByteArray& strip, qsizetype index)
{
    return static_cast<PartState>(strip.at(index));
}

} // namespace

// The small values and functions that the queue is made of.
class QueuePartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stripOfFewParts();
    void stripOfManyParts();
    void stripOfNumbersWithGaps();
    void stripCoversEveryPart_data();
    void stripCoversEveryPart();
    void speedOverTheWindow();
    void speedOfAStall();
    void speedAfterALoss();
    void timeLeft();
    void lineIsInOrder();
    void blocksAreASortedSet_data();
    void blocksAreASortedSet();
    void shelfKeepsRowsByNumber();
    void seldomSharesAndReadsThrough();
    void heldSourceIsTheSource_data();
    void heldSourceIsTheSource();
    void heldPlanIsThePlan_data();
    void heldPlanIsThePlan();
    void plansATransfer();
    void planTakesWhatIsAsked();
};

void QueuePartsTest::stripOfFewParts()
{
    QVERIFY(makeStrip(regular(3), {}, {}).isEmpty());
    QVERIFY(makeStrip(regular(0), {}, {}).isEmpty());
    auto parts = stored(1, 2);
    parts[2].adopted = true;
    const QByteArray strip = makeStrip(
        regular(5), parts,
        {{3, live(PartState::Sending)}, {4, live(PartState::Retrying)}, {1, live(PartState::Retrying)}});
    QCOMPARE(strip.size(), 5);
    QCOMPARE(at(strip, 0), PartState::Stored); // stored by now, whatever it was before
    QCOMPARE(at(strip, 1), PartState::Adopted);
    QCOMPARE(at(strip, 2), PartState::Sending);
    QCOMPARE(at(strip, 3), PartState::Retrying);
    QCOMPARE(at(strip, 4), PartState::Missing);
}

void QueuePartsTest::stripOfManyParts()
{
    const QByteArray strip = makeStrip(regular(2'560), stored(1, 15), {{1'000, live(PartState::Failed)}});
    QCOMPARE(strip.size(), stripBuckets);
    QCOMPARE(at(strip, 0), PartState::Stored);  // parts 1 … 10
    QCOMPARE(at(strip, 1), PartState::Missing); // half of it is
    QCOMPARE(at(strip, 99), PartState::Failed); // one of ten shows
    QCOMPARE(at(strip, 255), PartState::Missing);
}

void QueuePartsTest::stripOfNumbersWithGaps()
{
    const PartPlan plan = planOfLengths({{10, 5}, {20, 6}, {30, 7}});
    const QByteArray strip = makeStrip(plan, {{20, {}}, {21, {}}}, {{30, live(PartState::Sending)}});
    QCOMPARE(strip.size(), 3);
    QCOMPARE(at(strip, 0), PartState::Missing);
    QCOMPARE(at(strip, 1), PartState::Stored);
    QCOMPARE(at(strip, 2), PartState::Sending);
}

void QueuePartsTest::stripCoversEveryPart_data()
{
    QTest::addColumn<int>("count");
    for (int count : {1, 2, 255, 256, 257, 300, 511, 1'000, 9'999, 10'000})
        QTest::addRow("%d", count) << count;
}

void QueuePartsTest::stripCoversEveryPart()
{
    QFETCH(int, count);
    const QByteArray all = guessStrip(count, count);
    QCOMPARE(all, QByteArray(std::min(count, stripBuckets), static_cast<char>(PartState::Stored)));
    // Without the last part the last bucket is not full.
    const QByteArray short1 = guessStrip(count, count - 1);
    QVERIFY(short1.isEmpty() == (count == 1));
    if (count > 1)
        QCOMPARE(at(short1, short1.size() - 1), PartState::Missing);
}

void QueuePartsTest::speedOverTheWindow()
{
    SpeedMeter meter;
    QCOMPARE(meter.bytesPerSecond(0ms), 0);
    for (int i = 0; i <= 50; ++i)
        meter.sample(i * 200'000, i * 200ms);
    QCOMPARE(meter.bytesPerSecond(10s), 1'000'000);
    for (int i = 1; i <= 20; ++i)
        meter.sample(10'000'000 + i * 400'000, 10s + i * 200ms);
    QCOMPARE(meter.bytesPerSecond(14s), 2'000'000); // what was before the window is forgotten
}

void QueuePartsTest::speedOfAStall()
{
    SpeedMeter meter;
    for (int i = 0; i <= 10; ++i)
        meter.sample(i * 100'000, i * 200ms);
    for (int i = 1; i <= 20; ++i)
        meter.sample(1'000'000, 2s + i * 200ms);
    QCOMPARE(meter.bytesPerSecond(6s), 0);
}

void QueuePartsTest::speedAfterALoss()
{
    SpeedMeter meter;
    meter.sample(5'000'000, 0ms);
    meter.sample(1'000'000, 1s); // a request was lost
    meter.sample(2'000'000, 2s);
    QCOMPARE(meter.bytesPerSecond(2s), 500'000);
}

void QueuePartsTest::timeLeft()
{
    QCOMPARE(secondsLeft(100, 0), -1);
    QCOMPARE(secondsLeft(100, 10), 10);
    QCOMPARE(secondsLeft(101, 10), 11);
    QCOMPARE(secondsLeft(0, 10), 0);
}

void QueuePartsTest::lineIsInOrder()
{
    WaitingLine line;
    WaitingLine::Spot spots[6];
    const auto put = [&](int id, const WaitingLine::Place& place) {
        line.put(TransferId{id}, place, &spots[id]);
    };
    put(1, {"a", false, 0, 10});
    put(2, {"a", false, 0, 5});
    put(3, {"a", false, 1, 20});
    put(4, {"a", true, 0, 1});
    put(5, {"b", false, 0, 1});
    QCOMPARE(line.accounts(), (QStringList{"a", "b"}));
    QCOMPARE(line.heads("a", 2, 2), (QList<TransferId>{{3}, {2}, {4}}));
    put(3, {"a", false, -1, 20});
    QCOMPARE(line.heads("a", 9, 0), (QList<TransferId>{{2}, {1}, {3}}));
    line.remove(TransferId{2}, &spots[2]);
    line.remove(TransferId{2}, &spots[2]);
    QCOMPARE(line.all("a").size(), 3);
    put(1, {"b", false, 0, 10}); // of another account: it leaves the line that it was in
    QCOMPARE(line.all("a"), (QList<TransferId>{{3}, {4}}));
    QCOMPARE(line.all("b"), (QList<TransferId>{{5}, {1}}));
    line.remove(TransferId{1}, &spots[1]);
    line.remove(TransferId{5}, &spots[5]);
    QCOMPARE(line.accounts(), QStringList{"a"});
    QVERIFY(line.heads("b", 9, 9).isEmpty());
}

void QueuePartsTest::blocksAreASortedSet_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("steps"); // how far apart keys are that follow each other; 0: anywhere
    QTest::addRow("growing") << 1 << 1;
    QTest::addRow("shrinking") << 2 << -1;
    QTest::addRow("anywhere") << 3 << 0;
}

// As std::set does, through thousands of insertions and removals: blocks are split, joined and dropped.
void QueuePartsTest::blocksAreASortedSet()
{
    QFETCH(int, seed);
    QFETCH(int, steps);
    std::mt19937 random(static_cast<unsigned>(seed));
    SortedBlocks<int> blocks;
    std::set<int> model;
    for (int i = 0; i < 5'000; ++i) {
        const int key = steps == 0 ? static_cast<int>(random() % 10'000) : i * steps;
        QCOMPARE(blocks.insert(key), model.insert(key).second);
    }
    const auto all = [&blocks] {
        std::vector<int> seen;
        blocks.visitAll([&seen](int key) {
            seen.push_back(key);
            return true;
        });
        return seen;
    };
    QVERIFY(all() == std::vector<int>(model.begin(), model.end()));
    for (int i = 0; i < 100; ++i) {
        const int from = static_cast<int>(random() % 10'000) * (steps < 0 ? -1 : 1);
        std::vector<int> seen;
        blocks.visitFrom(from, [&seen](int key) {
            seen.push_back(key);
            return seen.size() < 3;
        });
        std::vector<int> wanted;
        for (auto it = model.lower_bound(from); it != model.end() && wanted.size() < 3; ++it)
            wanted.push_back(*it);
        QVERIFY(seen == wanted);
    }
    std::vector<int> keys(model.begin(), model.end());
    std::shuffle(keys.begin(), keys.end(), random);
    for (size_t i = 0; i < keys.size(); ++i) {
        QVERIFY(blocks.erase(keys[i]));
        QVERIFY(!blocks.erase(keys[i]));
        model.erase(keys[i]);
        if (i % 500 == 0)
            QVERIFY(all() == std::vector<int>(model.begin(), model.end()));
    }
    QVERIFY(blocks.isEmpty());
}

void QueuePartsTest::shelfKeepsRowsByNumber()
{
    const auto rowOf = [](qint64 id, qint64 size) {
        TransferRow row;
        row.id = TransferId{id};
        row.size = size;
        return row;
    };
    RowShelf shelf;
    QVERIFY(!shelf.find(TransferId{1}));
    for (qint64 id : {5, 9, 2, 7})
        shelf.put(rowOf(id, id));
    const RowShelf::Row before = shelf.find(TransferId{7});
    shelf.put(rowOf(7, 70));
    QCOMPARE(before->size, 7); // who holds the old one still has it
    QCOMPARE(shelf.find(TransferId{7})->size, 70);
    shelf.remove({TransferId{5}, TransferId{6}});
    QList<qint64> ids;
    for (const RowShelf::Row& row : shelf.all())
        ids.append(row->id.value);
    QCOMPARE(ids, (QList<qint64>{2, 7, 9}));
    QVERIFY(!shelf.find(TransferId{5}));
    QVERIFY(!shelf.find(TransferId{99}));
}

void QueuePartsTest::seldomSharesAndReadsThrough()
{
    const Seldom<QString> nothing{QString()};
    QVERIFY(nothing.isEmpty());
    QCOMPARE(nothing.value(), QString());
    QCOMPARE(sizeof(nothing), sizeof(void*));
    const Seldom<QString> one(QStringLiteral("one"));
    const Seldom<QString> copy = one;
    QCOMPARE(&copy.value(), &one.value()); // shared
    const QString& read = copy;
    QCOMPARE(read, QStringLiteral("one"));
    QCOMPARE(copy.size(), 3);
    QVERIFY(one == Seldom<QString>(QStringLiteral("one"))); // equal, though not shared
    const auto alike = [] { return Seldom<QString>::alike(QString::fromLatin1("bucket")); };
    QCOMPARE(alike().value().constData(), alike().value().constData()); // one text for both
    QVERIFY(Seldom<QString>::alike({}).isEmpty());
    QVERIFY(!(one == nothing));
    QVERIFY(one == QStringLiteral("one"));
}

void QueuePartsTest::heldSourceIsTheSource_data()
{
    QTest::addColumn<QByteArray>("identity");
    for (const char* identity :
         {"", "2049:131077", "0:0", "18446744073709551615:18446744073709551615", "02049:7", "2049",
          "2049:", ":7", "volume 7 file 9", "2049:131077:9", "-1:7"})
        QTest::addRow("'%s'", identity) << QByteArray(identity);
}

void QueuePartsTest::heldSourceIsTheSource()
{
    QFETCH(QByteArray, identity);
    for (bool growing : {false, true}) {
        const SourceFingerprint source{123'456'789'012, 1'700'000'000'123'456'789, identity, growing};
        const SourceFingerprint held = HeldSource(source).full();
        QCOMPARE(held.size, source.size);
        QCOMPARE(held.modifiedNs, source.modifiedNs);
        QCOMPARE(held.identity, identity);
        QCOMPARE(held.growing, growing);
    }
    QCOMPARE(HeldSource().full().identity, QByteArray());
    QCOMPARE(HeldSource().full().size, -1);
    QVERIFY(sizeof(HeldSource) < sizeof(SourceFingerprint));
}

void QueuePartsTest::heldPlanIsThePlan_data()
{
    QTest::addColumn<PartPlan>("plan");
    QTest::addRow("regular") << regular(7);
    QTest::addRow("none") << PartPlan();
    QTest::addRow("irregular") << planOfLengths({{10, 5}, {20, 6}, {30, 7}});
    PartPlan direct = regular(1);
    direct.direct = true;
    QTest::addRow("direct") << direct;
    PartPlan open = regular(3);
    open.open = true;
    QTest::addRow("open") << open;
}

void QueuePartsTest::heldPlanIsThePlan()
{
    QFETCH(PartPlan, plan);
    const HeldPlan held(plan);
    QVERIFY(held.full() == plan);
    QCOMPARE(held.size(), plan.size);
    QCOMPARE(held.count(), plan.count);
    QCOMPARE(held.isOpen(), plan.open);
    QCOMPARE(held.isDirect(), plan.direct);
}

void QueuePartsTest::plansATransfer()
{
    QTemporaryDir dir;
    QFile file(dir.filePath("page"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("<!DOCTYPE html><html></html>") > 0);
    file.close();
    Account account;
    account.id = "id";
    account.endpoint = "https://s3.example.com";
    account.provider = "swift";
    AddRequest request;
    request.to = {"id", "bucket", "raw/"};
    SystemRandomness random;
    const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    const ScannedFile found{file.fileName(), "f/page", "f", fingerprintOf(file.fileName()).value()};
    const auto first = planTransfer(found, request, account, random, now);
    QVERIFY(first.ok());
    QCOMPARE(first->spec.key, "raw/f/page");
    QCOMPARE(first->spec.bucket, "bucket");
    QCOMPARE(first->spec.object.contentType, "text/html"); // by its content: the name does not tell
    QCOMPARE(first->spec.checksum, profileOf(account).checksum);
    QCOMPARE(first->group, "f");
    QCOMPARE(first->addedAt, now);
    QVERIFY(first->spec.plan.direct);
    QCOMPARE(first->state.token.size(), 32);
    QVERIFY(planTransfer(found, request, account, random, now)->state.token != first->state.token);
}

void QueuePartsTest::planTakesWhatIsAsked()
{
    Account account;
    account.id = "id";
    account.endpoint = "https://s3.example.com";
    AddRequest request;
    request.to = {"id", "bucket", "raw/"};
    request.object.contentType = "x/y";
    request.checksum = ChecksumMode::Sha256;
    request.keyOverride = "exactly this";
    request.partSize = 8 * MiB;
    request.ifExists = IfExists::Skip;
    SystemRandomness random;
    const ScannedFile found{"/nowhere/a.bin", "a.bin", {}, {100 * MiB, 1, "1:2"}};
    const auto transfer = planTransfer(found, request, account, random, {});
    QVERIFY(transfer.ok());
    QCOMPARE(transfer->spec.key, "exactly this");
    QCOMPARE(transfer->spec.object.contentType, "x/y");
    QCOMPARE(transfer->spec.checksum, ChecksumMode::Sha256);
    QCOMPARE(transfer->spec.ifExists, IfExists::Skip);
    QCOMPARE(transfer->spec.plan.partSize, 8 * MiB);
    account.endpoint.clear();
    QCOMPARE(planTransfer(found, request, account, random, {}).error().code, "endpoint-empty");
}

QTEST_GUILESS_MAIN(QueuePartsTest)
#include "tst_queueparts.moc"
