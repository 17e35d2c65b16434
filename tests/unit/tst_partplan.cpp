// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/partplan.h"

#include <QTest>

using namespace partway;

namespace {

StoreLimits aws()
{
    return {};
}

StoreLimits b2() // s3-reference §3.2: decimal limits, no whole number of MiB
{
    StoreLimits limits;
    limits.minPart = 5'000'000;
    limits.maxPart = 5'000'000'000;
    limits.maxObject = 10'000'000'000'000;
    limits.maxSinglePut = 5'000'000'000;
    return limits;
}

StoreLimits thousandParts() // Swift, Scaleway, unknown servers
{
    StoreLimits limits;
    limits.maxParts = 1'000;
    limits.maxObject = 5 * TiB;
    return limits;
}

StoreLimits companion() // no single PUT: even an empty file is an upload of one part
{
    StoreLimits limits;
    limits.singlePut = false;
    return limits;
}

StoreLimits storj()
{
    StoreLimits limits;
    limits.maxPart = 0;
    limits.maxObject = 0;
    limits.defaultPart = 64 * MiB;
    return limits;
}

} // namespace

class PartPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void coversTheFile_data();
    void coversTheFile();
    void refuses_data();
    void refuses();
    void refusalNamesTheLimit();
    void ofLengths_data();
    void ofLengths();
    void numbersWithGaps();
    void recuts_data();
    void recuts();
    void coversNothingElse_data();
    void coversNothingElse();
};

using Lengths = QMap<int, qint64>;

Q_DECLARE_METATYPE(StoreLimits)
Q_DECLARE_METATYPE(PartPlan)

void PartPlanTest::plans_data()
{
    QTest::addColumn<StoreLimits>("limits");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("wish");
    QTest::addColumn<qint64>("partSize");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("direct");
    const auto row = [](const char* name, const StoreLimits& limits, qint64 size, qint64 wish,
                        qint64 partSize, int count, bool direct) {
        QTest::newRow(name) << limits << size << wish << partSize << count << direct;
    };
    row("no bytes", aws(), 0, 0, 0, 1, true);
    row("no bytes, with a wish", aws(), 0, 8 * MiB, 0, 1, true);
    row("no bytes, no single put", companion(), 0, 0, 8 * MiB, 1, false);
    row("one byte, no single put", companion(), 1, 0, 8 * MiB, 1, false);
    row("one byte", aws(), 1, 0, 1, 1, true);
    row("at the direct limit", aws(), 16 * MiB, 0, 16 * MiB, 1, true);
    row("one byte above it", aws(), 16 * MiB + 1, 0, 8 * MiB, 3, false);
    row("small file, part wished", aws(), 12 * MiB, 5 * MiB, 5 * MiB, 3, false);
    row("wish as large as the file", aws(), 12 * MiB, 12 * MiB, 12 * MiB, 1, true);
    row("wish larger than the file", aws(), 100 * MiB, 200 * MiB, 200 * MiB, 1, false);
    row("just under 2 GiB", aws(), 2048 * MiB - 1, 0, 8 * MiB, 256, false);
    row("2 GiB", aws(), 2048 * MiB, 0, 16 * MiB, 128, false);
    row("2 GiB and a byte", aws(), 2048 * MiB + 1, 0, 16 * MiB, 129, false);
    row("10,000 parts of 16 MiB", aws(), 160'000 * MiB, 0, 16 * MiB, 10'000, false);
    row("one byte more grows the part", aws(), 160'000 * MiB + 1, 0, 17 * MiB, 9'412, false);
    row("wish too small for the file grows", aws(), 100 * GiB, 5 * MiB, 11 * MiB, 9'310, false);
    row("wish is rounded up to a MiB", aws(), 100 * MiB, 5 * MiB + 1, 6 * MiB, 17, false);
    row("48.8 TiB", aws(), 10'000 * (5 * GiB), 0, 5 * GiB, 10'000, false);
    row("b2: its own least part", b2(), 100 * MiB, 5'000'000, 5 * MiB, 20, false);
    row("b2: greatest part stays", b2(), 10'000'000'000'000, 5'000'000'000, 5'000'000'000, 2'000, false);
    row("b2: greatest object", b2(), 10'000'000'000'000, 0, 954 * MiB, 9'997, false);
    row("1,000 parts: grows early", thousandParts(), 16'000 * MiB + 1, 0, 17 * MiB, 942, false);
    row("1,000 parts: greatest object", thousandParts(), 1'000 * (5 * GiB), 0, 5 * GiB, 1'000, false);
    row("storj: its default, small file", storj(), 100 * MiB, 0, 64 * MiB, 2, false);
    row("storj: no limits but the count", storj(), 100 * TiB, 0, 10'486 * MiB, 10'000, false);
}

void PartPlanTest::plans()
{
    QFETCH(StoreLimits, limits);
    QFETCH(qint64, size);
    QFETCH(qint64, wish);
    const Result<PartPlan> plan = planParts(size, limits, {.partSize = wish});
    QVERIFY(plan.ok());
    QCOMPARE(plan->size, size);
    QTEST(plan->partSize, "partSize");
    QTEST(plan->count, "count");
    QTEST(plan->direct, "direct");
}

void PartPlanTest::coversTheFile_data()
{
    QTest::addColumn<StoreLimits>("limits");
    QTest::addColumn<qint64>("size");
    const QList<qint64> sizes{
        0,         1,           5'000'000, 5 * MiB,           16 * MiB + 1, 256 * MiB,
        1'000'003, 5 * GiB + 1, GiB - 1,   160'000 * MiB + 1, 4 * TiB + 7,  5'000'000'000'000 - 1};
    const QList<QPair<QString, StoreLimits>> stores{
        {"aws", aws()}, {"b2", b2()}, {"thousand", thousandParts()}, {"storj", storj()}};
    for (const auto& [name, limits] : stores) {
        for (qint64 size : sizes)
            QTest::addRow("%s %lld", qPrintable(name), static_cast<long long>(size)) << limits << size;
    }
}

// Rule 2 of the upload machine: parts 1 … count cover exactly [0, size), all of one size but the last.
void PartPlanTest::coversTheFile()
{
    QFETCH(StoreLimits, limits);
    QFETCH(qint64, size);
    const Result<PartPlan> plan = planParts(size, limits, {.directBelow = 0});
    QVERIFY(plan.ok());
    QVERIFY(plan->count >= 1 && plan->count <= limits.maxParts);
    qint64 at = 0;
    for (int number = 1; number <= plan->count; ++number) {
        const ByteRange range = plan->range(number);
        QCOMPARE(range.offset, at);
        if (number < plan->count)
            QVERIFY(range.length == plan->partSize && range.length >= limits.minPart);
        QVERIFY(range.length > 0 || size == 0);
        QVERIFY(limits.maxPart == 0 || range.length <= limits.maxPart);
        at = range.end();
    }
    QCOMPARE(at, size);
}

void PartPlanTest::refuses_data()
{
    QTest::addColumn<StoreLimits>("limits");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("wish");
    QTest::addColumn<QString>("code");
    QTest::newRow("above 48.8 TiB") << aws() << 10'000 * (5 * GiB) + 1 << 0LL << "file-too-large";
    QTest::newRow("above b2's object") << b2() << 10'000'000'000'001LL << 0LL << "file-too-large";
    QTest::newRow("above 1,000 parts") << thousandParts() << 1'000 * (5 * GiB) + 1 << 0LL << "file-too-large";
    QTest::newRow("wish below the least") << aws() << 100 * MiB << 5 * MiB - 1 << "part-size-too-small";
    QTest::newRow("wish below b2's least") << b2() << 100 * MiB << 4'999'999LL << "part-size-too-small";
    QTest::newRow("negative wish") << aws() << 100 * MiB << -1LL << "part-size-too-small";
    QTest::newRow("wish above the most") << aws() << 100 * GiB << 5 * GiB + 1 << "part-size-too-large";
}

void PartPlanTest::refuses()
{
    QFETCH(StoreLimits, limits);
    QFETCH(qint64, size);
    QFETCH(qint64, wish);
    const Result<PartPlan> plan = planParts(size, limits, {.partSize = wish});
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().kind, ErrorKind::Refused);
    QTEST(plan.error().code, "code");
}

void PartPlanTest::refusalNamesTheLimit()
{
    const Result<PartPlan> plan = planParts(6 * TiB, thousandParts());
    QVERIFY(!plan.ok());
    QVERIFY(plan.error().message.contains(QString::number(1'000 * (5 * GiB))));
}

void PartPlanTest::ofLengths_data()
{
    QTest::addColumn<Lengths>("lengths");
    QTest::addColumn<bool>("regular");
    QTest::addColumn<qint64>("partSize");
    QTest::newRow("ours") << Lengths{{1, 8}, {2, 8}, {3, 5}} << true << 8LL;
    QTest::newRow("all alike") << Lengths{{1, 8}, {2, 8}} << true << 8LL;
    QTest::newRow("one") << Lengths{{1, 3}} << true << 3LL;
    QTest::newRow("one, empty") << Lengths{{1, 0}} << true << 0LL;
    QTest::newRow("one, of another number") << Lengths{{7, 3}} << false << 3LL;
    QTest::newRow("larger last") << Lengths{{1, 8}, {2, 8}, {3, 9}} << false << 8LL;
    QTest::newRow("number left out") << Lengths{{1, 8}, {3, 8}} << false << 8LL;
    QTest::newRow("smaller in the middle") << Lengths{{1, 8}, {2, 5}, {3, 8}, {4, 8}} << false << 8LL;
    QTest::newRow("growing") << Lengths{{1, 5}, {2, 6}, {3, 7}} << false << 7LL;
}

void PartPlanTest::ofLengths()
{
    QFETCH(Lengths, lengths);
    const PartPlan plan = planOfLengths(lengths);
    QTEST(plan.isRegular(), "regular");
    QTEST(plan.partSize, "partSize");
    QVERIFY(plan.covers());
    QCOMPARE(plan.count, lengths.size());
    qint64 offset = 0;
    int index = 0;
    for (auto part = lengths.cbegin(); part != lengths.cend(); ++part, ++index) {
        QCOMPARE(plan.numberAt(index), part.key());
        QCOMPARE(plan.indexOf(part.key()), index);
        QCOMPARE(plan.range(part.key()), (ByteRange{offset, part.value()}));
        offset += part.value();
    }
    QCOMPARE(plan.size, offset);
    QCOMPARE(plan.lastNumber(), lengths.lastKey());
}

void PartPlanTest::numbersWithGaps()
{
    const PartPlan plan = planOfLengths({{10, 100}, {20, 50}, {9'999, 7}});
    for (const int none : {-1, 0, 1, 11, 10'000}) {
        QCOMPARE(plan.indexOf(none), -1);
        QCOMPARE(plan.range(none), ByteRange{});
    }
    QCOMPARE(plan.numberAt(-1), 0);
    QCOMPARE(plan.numberAt(3), 0);
}

void PartPlanTest::recuts_data()
{
    QTest::addColumn<Lengths>("before");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<Lengths>("after"); // empty: refused
    const Lengths ours{{1, 8}, {2, 8}, {3, 5}};
    QTest::newRow("same") << ours << 21LL << ours;
    QTest::newRow("grown a little") << ours << 23LL << Lengths{{1, 8}, {2, 8}, {3, 7}};
    QTest::newRow("grown") << ours << 25LL << Lengths{{1, 8}, {2, 8}, {3, 8}, {4, 1}};
    QTest::newRow("shrunk") << ours << 16LL << Lengths{{1, 8}, {2, 8}};
    QTest::newRow("shrunk below a part") << ours << 3LL << Lengths{{1, 3}};
    QTest::newRow("emptied") << ours << 0LL << Lengths{};
    const Lengths gaps{{10, 8}, {20, 9}, {30, 8}, {40, 2}};
    QTest::newRow("gaps, same") << gaps << 27LL << gaps;
    QTest::newRow("gaps, grown") << gaps << 42LL
                                 << Lengths{{10, 8}, {20, 9}, {30, 8}, {40, 8}, {41, 8}, {42, 1}};
    QTest::newRow("gaps, shrunk") << gaps << 10LL << Lengths{{10, 8}, {20, 2}};
    QTest::newRow("larger last part")
        << Lengths{{1, 8}, {2, 8}, {3, 20}} << 40LL << Lengths{{1, 8}, {2, 8}, {3, 20}, {4, 4}};
    QTest::newRow("no number left") << Lengths{{1, 8}, {10'000, 9}} << 30LL << Lengths{};
    QTest::newRow("too many parts") << ours << 8LL * 10'000 + 1 << Lengths{};
}

void PartPlanTest::recuts()
{
    QFETCH(const Lengths, before);
    QFETCH(const qint64, size);
    QFETCH(const Lengths, after);
    const Result<PartPlan> plan = recutPlan(planOfLengths(before), size, aws());
    QCOMPARE(plan.ok(), !after.isEmpty());
    if (!plan)
        return;
    QVERIFY(plan->covers());
    Lengths really;
    for (int index = 0; index < plan->count; ++index)
        really.insert(plan->numberAt(index), plan->range(plan->numberAt(index)).length);
    QCOMPARE(really, after);
    QCOMPARE(plan->size, size);
}

void PartPlanTest::coversNothingElse_data()
{
    QTest::addColumn<PartPlan>("plan");
    QTest::newRow("nothing") << PartPlan{};
    QTest::newRow("too short") << PartPlan{12, 5, 2, false};
    QTest::newRow("one part too many") << PartPlan{10, 5, 3, false};
    QTest::newRow("empty part") << PartPlan{10, 5, 2, false, {{1, 0}, {2, 10}}};
    QTest::newRow("hole at the start") << PartPlan{10, 5, 2, false, {{1, 1}, {2, 5}}};
    QTest::newRow("backwards") << PartPlan{10, 5, 3, false, {{1, 0}, {2, 7}, {3, 5}}};
    QTest::newRow("twice the number") << PartPlan{10, 5, 2, false, {{1, 0}, {1, 5}}};
    QTest::newRow("another count") << PartPlan{10, 5, 3, false, {{1, 0}, {2, 5}}};
}

void PartPlanTest::coversNothingElse()
{
    QFETCH(PartPlan, plan);
    QVERIFY(!plan.covers());
}

QTEST_GUILESS_MAIN(PartPlanTest)
#include "tst_partplan.moc"
