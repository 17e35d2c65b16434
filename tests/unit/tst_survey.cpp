// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a survey learns beside the list, of stores that list weakly, too; and the end of many.
#include "incomplete/abortrun.h"
#include "unit/surveybench.h"

using namespace partway;

class SurveyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportsBucketsAndTheirRules();
    void weakListings_data();
    void weakListings();
    void blindToPrefixes();
    void newestPart();
    void abortsManyButNotThoseInUse();
};

void SurveyTest::reportsBucketsAndTheirRules()
{
    ListingStore store;
    store.add(QStringLiteral("one"), {.key = "a", .id = QStringLiteral("1"), .partSizes = {3}});
    store.addBucket(QStringLiteral("two"));
    store.addBucket(QStringLiteral("three"));
    store.lifecycles[QStringLiteral("one")] = *withCleanUpRule({}, {.days = 5, .prefix = {}});
    store.fail(QStringLiteral("getLifecycle two"), failure(ErrorKind::Refused, 501, "lifecycle-unsupported"));
    store.fail(QStringLiteral("getLifecycle three"), failure(ErrorKind::Refused, 403, "AccessDenied"));
    const Listed listed = listAll(store, {.withRules = true});
    QCOMPARE(listed.buckets.size(), 3);
    QCOMPARE(listed.reports.size(), 3);
    QVERIFY(!listed.error);
    for (const BucketReport& report : listed.reports) {
        QCOMPARE(report.rulesKnown, report.bucket != QLatin1String("three"));
        QCOMPARE(report.rules.size(), report.bucket == QLatin1String("one") ? 1 : 0);
        QCOMPARE(report.notes.contains(QStringLiteral("rules-unsupported")),
                 report.bucket == QLatin1String("two"));
    }
    const Listed without = listAll(store, {});
    QVERIFY(!without.reports.first().rulesKnown);
    QCOMPARE(store.log.count(QStringLiteral("getLifecycle one")), 1);
}

// MinIO lists whole keys or everything; Storj folders.
void SurveyTest::weakListings_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QStringList>("notes");
    QTest::newRow("minio") << "minio" << QStringList{QStringLiteral("listing-cached")};
    QTest::newRow("storj") << "storj" << QStringList{QStringLiteral("listing-folders")};
    QTest::newRow("aws") << "aws" << QStringList();
}

void SurveyTest::weakListings()
{
    QFETCH(QString, provider);
    QFETCH(QStringList, notes);
    ListingStore store;
    store.setProvider(provider);
    store.add(media, {.key = "raw/a", .id = QStringLiteral("1")});
    store.add(media, {.key = "raw/b", .id = QStringLiteral("2")});
    store.add(media, {.key = "x", .id = QStringLiteral("3")});
    const Listed listed = listAll(store, {.bucket = media, .prefix = "raw/b"});
    QCOMPARE(listed.ids(), QStringList{QStringLiteral("2")});
    QCOMPARE(listed.reports.first().notes, notes);
}

void SurveyTest::blindToPrefixes()
{
    ListingStore store;
    store.setProvider(QStringLiteral("custom"));
    store.blindToPrefixes = true;
    store.add(media, {.key = "raw/a", .id = QStringLiteral("1")});
    const Listed listed = listAll(store, {.bucket = media, .prefix = "raw/"});
    QCOMPARE(listed.ids(), QStringList{QStringLiteral("1")});
    QCOMPARE(listed.reports.first().notes, QStringList{QStringLiteral("listing-whole")});
    QVERIFY(listAll(store, {.bucket = media, .prefix = "none/"}).reports.first().notes.isEmpty());
}

void SurveyTest::newestPart()
{
    ListingStore store;
    const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(-30);
    store.add(media, {.key = "a", .id = QStringLiteral("1"), .partSizes = {5, 9, 7}, .partTime = then});
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.uploads.first().newestPart, then);
    QCOMPARE(listed.uploads.first().partSize, 9);
}

void SurveyTest::abortsManyButNotThoseInUse()
{
    ListingStore store;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime old = now.addDays(-3);
    store.add(media, {.key = "a", .id = QStringLiteral("quiet"), .partSizes = {1, 1}, .partTime = old});
    store.add(media, {.key = "a", .id = QStringLiteral("busy"), .partSizes = {1}, .partTime = now});
    store.add(media, {.key = "a", .id = QStringLiteral("grown"), .partSizes = {1, 1}, .partTime = old});
    store.add(media, {.key = "a", .id = QStringLiteral("told"), .partSizes = {1}, .partTime = now});
    store.add(media, {.key = "a", .id = QStringLiteral("new"), .partSizes = {}, .partTime = old});
    store.add(media, {.key = "a", .id = QStringLiteral("denied"), .partSizes = {1}, .partTime = old});
    store.fail(QStringLiteral("abort denied"), failure(ErrorKind::Refused, 403, "AccessDenied"));
    const auto wish = [](const char* id, int seen, bool even = false) {
        return AbortWish{.upload = {.bucket = media, .key = "a", .uploadId = QLatin1String(id)},
                         .partsSeen = seen,
                         .look = true,
                         .evenInUse = even};
    };
    AbortWish justBegun = wish("new", 0);
    justBegun.begun = now.addSecs(-10);
    QMap<QString, QString> ends;
    int done = 0;
    AbortRun run(store, fast, 2);
    run.start(
        {wish("quiet", 2), wish("busy", 1), wish("grown", 1), wish("told", 1, true), wish("denied", 1),
         justBegun},
        [&](const AbortWish& ended, const Result<void>& result) {
            ends.insert(ended.upload.uploadId, result ? QString() : result.error().code);
        },
        [&] { ++done; });
    QVERIFY(ends.isEmpty());
    QTRY_COMPARE(done, 1);
    QCOMPARE(ends, (QMap<QString, QString>{{"quiet", {}},
                                           {"busy", "upload-in-use"},
                                           {"grown", "upload-in-use"},
                                           {"told", {}},
                                           {"new", "upload-in-use"},
                                           {"denied", "AccessDenied"}}));
    QCOMPARE(store.uploads(media).size(), 4);
}

QTEST_GUILESS_MAIN(SurveyTest)
#include "tst_survey.moc"
