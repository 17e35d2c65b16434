// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is worked out about incomplete uploads: deadlines, prices, who may still be using one, filters.
#include "incomplete/deadline.h"
#include "incomplete/incompletefilter.h"
#include "incomplete/liveness.h"
#include "incomplete/pricetable.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace partway;

namespace {

using namespace std::chrono_literals;

QDateTime at(const char* text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate);
}

IncompleteUpload begunAt(const char* text, const QByteArray& key = "raw/a.mov")
{
    IncompleteUpload upload{.bucket = QStringLiteral("media")};
    upload.upload = {.key = key, .uploadId = QStringLiteral("u1"), .initiated = at(text)};
    upload.upload.initiator = QStringLiteral("backup-agent");
    upload.upload.owner = QStringLiteral("Ann");
    return upload;
}

CleanUpRule rule(int days, const QByteArray& prefix = {}, const char* id = "cleanup")
{
    return {.id = QLatin1String(id), .enabled = true, .prefix = prefix, .days = days};
}

} // namespace

class IncompleteFactsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsAtMidnight_data();
    void endsAtMidnight();
    void deadlines();
    void builtInPrices();
    void ownPricesWin();
    void damagedPrices();
    void liveness();
    void worthALook();
    void filters();
};

void IncompleteFactsTest::endsAtMidnight_data()
{
    QTest::addColumn<QString>("begun");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("end");
    QTest::newRow("in the day") << "2026-01-15T10:30:00Z" << 3
                                << "2026-01-19T00:00:00Z"; // AWS's own example's rule
    QTest::newRow("at midnight") << "2026-01-15T00:00:00Z" << 1 << "2026-01-16T00:00:00Z";
    QTest::newRow("another zone") << "2026-01-15T23:30:00-02:00" << 1 << "2026-01-18T00:00:00Z";
    QTest::newRow("leap day") << "2028-02-28T12:00:00Z" << 1 << "2028-03-01T00:00:00Z";
}

void IncompleteFactsTest::endsAtMidnight()
{
    QFETCH(QString, begun);
    QFETCH(int, days);
    QFETCH(QString, end);
    QCOMPARE(endByRule(QDateTime::fromString(begun, Qt::ISODate), days),
             QDateTime::fromString(end, Qt::ISODate));
}

void IncompleteFactsTest::deadlines()
{
    IncompleteUpload upload = begunAt("2026-01-15T10:00:00Z");
    using By = Deadline::By;
    QCOMPARE(deadlineOf(upload, {}, false, {}).by, By::Unknown);
    QCOMPARE(deadlineOf(upload, {}, true, {}).by, By::Nobody);

    Deadline found = deadlineOf(upload, {rule(30), rule(7, "raw/", "sooner"), rule(1, "else/")}, true, {});
    QCOMPARE(found.by, By::Rule);
    QCOMPARE(found.rule, QStringLiteral("sooner"));
    QCOMPARE(found.at, at("2026-01-23T00:00:00Z"));

    CleanUpRule off = rule(2);
    off.enabled = false;
    CleanUpRule tagged = rule(2);
    tagged.narrowed = true;
    QCOMPARE(deadlineOf(upload, {off, tagged}, true, {}).by, By::Nobody);

    // A store that ignores the rule, and has a habit of its own.
    found = deadlineOf(upload, {rule(7)}, true, storeHabits(QStringLiteral("wasabi")));
    QCOMPARE(found.by, By::Provider);
    QCOMPARE(found.at, at("2026-02-14T10:00:00Z"));
    QCOMPARE(deadlineOf(upload, {}, true, storeHabits(QStringLiteral("minio"))).at,
             at("2026-01-16T10:00:00Z"));
    // R2's seven days are a rule that may be changed: only where there is none.
    QCOMPARE(deadlineOf(upload, {}, true, storeHabits(QStringLiteral("r2"))).by, By::Provider);
    QCOMPARE(deadlineOf(upload, {rule(20)}, true, storeHabits(QStringLiteral("r2"))).by, By::Rule);
    QCOMPARE(deadlineOf(upload, {}, false, storeHabits(QStringLiteral("r2"))).by, By::Unknown);

    upload.abortDate = at("2026-01-20T00:00:00Z");
    upload.abortRule = QStringLiteral("theirs");
    found = deadlineOf(upload, {rule(1)}, true, {});
    QCOMPARE(found.by, By::Store);
    QCOMPARE(found.rule, QStringLiteral("theirs"));

    IncompleteUpload undated = begunAt("");
    QCOMPARE(deadlineOf(undated, {rule(1)}, true, {}).by, By::Unknown);
}

void IncompleteFactsTest::builtInPrices()
{
    const PriceTable prices = PriceTable::builtIn();
    QVERIFY(!prices.given().isEmpty());
    const std::optional<Cost> cost =
        prices.monthly(QStringLiteral("x"), QStringLiteral("aws"), QStringLiteral("STANDARD"), 1000 * GiB);
    QVERIFY(cost);
    QCOMPARE(cost->currency, QStringLiteral("USD"));
    QCOMPARE(cost->amount, 23.0);
    // Parts of what will be in an archive are not in it yet.
    QCOMPARE(prices.monthly({}, QStringLiteral("aws"), QStringLiteral("DEEP_ARCHIVE"), 1000 * GiB), cost);
    QVERIFY(!prices.monthly({}, QStringLiteral("custom"), QStringLiteral("STANDARD"), GiB));
    QVERIFY(!prices.monthly({}, QStringLiteral("aws"), QStringLiteral("NO_SUCH_CLASS"), GiB));
    QVERIFY(!prices.monthly({}, QStringLiteral("aws"), QStringLiteral("STANDARD"), -1)); // not known how much
}

void IncompleteFactsTest::ownPricesWin()
{
    QTemporaryDir folder;
    PriceTable prices = PriceTable::builtIn();
    prices.setOwn({{.store = QStringLiteral("aws"), .currency = QStringLiteral("EUR"), .perUnit = 0.01},
                   {.store = QStringLiteral("account-1"), .currency = QStringLiteral("CHF"), .perUnit = 2}});
    QVERIFY(prices.save(folder.path()));
    const Result<PriceTable> read = PriceTable::load(folder.path());
    QVERIFY(read);
    QCOMPARE(read->own(), prices.own());
    QCOMPARE(read->given(), PriceTable::builtIn().given());
    QCOMPARE(read->monthly(QStringLiteral("account-1"), QStringLiteral("aws"), QStringLiteral("STANDARD"),
                           3'000'000'000),
             std::optional(Cost{.amount = 6, .currency = QStringLiteral("CHF")}));
    QCOMPARE(read->monthly(QStringLiteral("another"), QStringLiteral("aws"), QStringLiteral("STANDARD"),
                           1'000'000'000)
                 ->currency,
             QStringLiteral("EUR"));
}

void IncompleteFactsTest::damagedPrices()
{
    QTemporaryDir folder;
    QVERIFY(PriceTable::load(folder.path())); // none: the built-in ones
    QFile file(folder.filePath(QStringLiteral("prices.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    const Result<PriceTable> read = PriceTable::load(folder.path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("prices-unreadable"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"prices":[{"store":"aws","price":-1},{"store":"","price":1},{"store":"a","price":"x"},7]})");
    file.close();
    QVERIFY(PriceTable::load(folder.path())->own().isEmpty());
}

void IncompleteFactsTest::liveness()
{
    const QDateTime now = at("2026-01-15T10:00:00Z");
    PartsTally tally{.parts = 5, .bytes = 5, .newest = now.addSecs(-20)};
    tally.recent = {now.addSecs(-20), now.addSecs(-59), now.addSecs(-61), now.addSecs(-300), now.addSecs(5)};
    QCOMPARE(livenessOf(tally, -1, now).partsLastMinute, 3);
    QCOMPARE(livenessOf(tally, -1, now).grownBy, 0);
    QVERIFY(livenessOf(tally, -1, now).isInUse());
    tally.recent = {now.addSecs(-300)};
    QVERIFY(!livenessOf(tally, 5, now).isInUse());
    QCOMPARE(livenessOf(tally, 3, now).grownBy, 2); // times or not, there are more than before
    QVERIFY(livenessOf(tally, 3, now).isInUse());
    QVERIFY(!livenessOf(tally, 7, now).isInUse());
    QVERIFY(!livenessOf({}, -1, now).isInUse());
    QVERIFY(livenessOf({}, -1, now, now.addSecs(-59)).isInUse()); // its first part may be on its way
    QVERIFY(!livenessOf({}, -1, now, now.addSecs(-61)).isInUse());
}

void IncompleteFactsTest::worthALook()
{
    const QDateTime now = at("2026-01-15T10:00:00Z");
    QVERIFY(mayBeInUse(now.addDays(-9), now.addSecs(-60), now));
    QVERIFY(mayBeInUse(now.addSecs(-60), {}, now));
    QVERIFY(mayBeInUse({}, {}, now));
    QVERIFY(!mayBeInUse(now.addDays(-9), now.addDays(-8), now));
    QVERIFY(!mayBeInUse(now.addDays(-9), {}, now));
}

void IncompleteFactsTest::filters()
{
    const QDateTime now = at("2026-01-15T10:00:00Z");
    IncompleteUpload upload = begunAt("2026-01-10T10:00:00Z");
    upload.bytesKept = 100;
    const auto takes = [&](const IncompleteFilter& filter) { return filter.takes(upload, now); };
    QVERIFY(takes({}));
    QVERIFY(IncompleteFilter{}.isEmpty());
    QVERIFY(takes({.olderThan = 120h}));
    QVERIFY(!takes({.olderThan = 121h}));
    QVERIFY(takes({.largerThan = 99}));
    QVERIFY(!takes({.largerThan = 100}));
    QVERIFY(takes({.prefix = "raw/"}));
    QVERIFY(!takes({.prefix = "raw/b"}));
    QVERIFY(takes({.initiator = QStringLiteral("BACKUP")}));
    QVERIFY(takes({.initiator = QStringLiteral("ann")})); // its owner
    QVERIFY(!takes({.initiator = QStringLiteral("bob")}));
    QVERIFY(takes({.uploadId = QStringLiteral("u1")}));
    QVERIFY(!takes({.uploadId = QStringLiteral("u")}));
    upload.upload.initiated = now.addSecs(1); // Swift rounds up: of age 0
    QVERIFY(takes({.olderThan = 0s}));
    QVERIFY(!takes({.olderThan = 1s}));
    upload.upload.initiated = {}; // who does not say when it began is not old …
    upload.bytesKept = -1;        // … and not large
    QVERIFY(!takes({.olderThan = 0s}));
    QVERIFY(!takes({.largerThan = 0}));
}

QTEST_GUILESS_MAIN(IncompleteFactsTest)
#include "tst_incompletefacts.moc"
