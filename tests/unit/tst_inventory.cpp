// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/surveybench.h"

#include "s3/checksum.h"

#include <QRegularExpression>

#include <QtTest>

using namespace partway;

class InventoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsAcrossPages_data();
    void listsAcrossPages();
    void endlessPagesStop();
    void sumsPartsOfAllPages();
    void boundedParallel();
    void withoutParts();
    void everyBucket();
    void oneBucketsErrorDoesNotStopTheOthers();
    void signInErrorStops();
    void unsupportedListing_data();
    void unsupportedListing();
    void vanishedUploadIsLeftOut();
    void partsThatCannotBeListed();
    void transientErrorsAreRepeated();
    void transientErrorsGiveUp();
    void abortsAndLooks();
    void abortSurvivors_data();
    void abortSurvivors();
    void abortSparesAnObject_data();
    void abortSparesAnObject();
    void abortAnswers_data();
    void abortAnswers();
    void goneInventoryTellsNobody();
    void noBuckets();
};

namespace {

struct Aborted
{
    int ends = 0;
    std::optional<Error> error;
};

Aborted abortOne(ObjectStore& store, const UploadRef& upload)
{
    Aborted aborted;
    Inventory inventory(store, fast);
    inventory.abort(upload, [&](const Result<void>& end) {
        ++aborted.ends;
        if (!end)
            aborted.error = end.error();
    });
    if (aborted.ends > 0)
        qFatal("the abort ended inside its call");
    static_cast<void>(QTest::qWaitFor([&] { return aborted.ends > 0; }));
    QTest::qWait(5);
    return aborted;
}

} // namespace

void InventoryTest::listsAcrossPages_data()
{
    QTest::addColumn<int>("pageSize");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QStringList>("ids");
    const QStringList all{"1", "2", "3", "4", "5", "6", "7"};
    for (int size = 1; size <= 8; ++size)
        QTest::addRow("pages of %d", size) << size << QByteArray() << all;
    QTest::newRow("prefix") << 2 << QByteArray("b") << QStringList{"2", "3", "4", "5", "6"};
    QTest::newRow("nothing there") << 2 << QByteArray("x") << QStringList();
}

void InventoryTest::listsAcrossPages()
{
    QFETCH(int, pageSize);
    QFETCH(QByteArray, prefix);
    QFETCH(QStringList, ids);
    ListingStore store;
    store.pageSize = pageSize;
    // Several uploads of one key: a page that ends among them needs both markers.
    const QList<QByteArray> keys{"a", "b", "b", "b", "b", "b2", "c"};
    for (int i = 0; i < keys.size(); ++i)
        store.add(media, {.key = keys.at(i), .id = QString::number(i + 1)});
    const Listed listed = listAll(store, {.bucket = media, .prefix = prefix});
    QCOMPARE(listed.ids(), ids);
    QCOMPARE(listed.ends, 1);
    QVERIFY(!listed.error);
}

void InventoryTest::endlessPagesStop()
{
    ListingStore store;
    store.truncatedForEver = true;
    store.add(media, {.key = "a", .id = QStringLiteral("1")});
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.ends, 1);
    QVERIFY(store.log.count(QStringLiteral("listUploads media")) <= 2);
}

void InventoryTest::sumsPartsOfAllPages()
{
    ListingStore store;
    store.add(media,
              {.key = "a", .id = QStringLiteral("1"), .partSizes = {5 * GiB, 5 * GiB, 5 * GiB, 5 * GiB, 7}});
    store.add(media, {.key = "b", .id = QStringLiteral("2")});
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.uploads.size(), 2);
    QCOMPARE(listed.uploads.at(0).parts, 5);
    QCOMPARE(listed.uploads.at(0).bytesKept, 20 * GiB + 7);
    QCOMPARE(listed.uploads.at(0).bucket, media);
    QCOMPARE(listed.uploads.at(1).parts, 0);
    QCOMPARE(listed.uploads.at(1).bytesKept, 0);
}

void InventoryTest::boundedParallel()
{
    ListingStore store;
    store.pageSize = 1000;
    for (int i = 100; i < 140; ++i)
        store.add(media, {.key = "k", .id = QString::number(i), .partSizes = {1, 2, 3}});
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.uploads.size(), 40);
    for (const IncompleteUpload& upload : listed.uploads)
        QCOMPARE(upload.bytesKept, 6);
    QCOMPARE(listed.counted, 40);
    QCOMPARE(store.mostPartsCalls, SurveyPace().parts);
}

void InventoryTest::withoutParts()
{
    ListingStore store;
    store.add(media, {.key = "a", .id = QStringLiteral("1"), .partSizes = {1}});
    const Listed listed = listAll(store, {.bucket = media, .withParts = false});
    QCOMPARE(listed.uploads.size(), 1);
    QCOMPARE(listed.uploads.first().parts, -1);
    QCOMPARE(store.mostPartsCalls, 0);
}

void InventoryTest::everyBucket()
{
    ListingStore store;
    store.add(QStringLiteral("one"), {.key = "a", .id = QStringLiteral("1")});
    store.addBucket(QStringLiteral("empty"));
    store.add(QStringLiteral("two"), {.key = "a", .id = QStringLiteral("2")});
    const Listed listed = listAll(store, {});
    QCOMPARE(listed.ids(), QStringList({"1", "2"}));
    QCOMPARE(listed.uploads.last().bucket, QStringLiteral("two"));

    store.fail(QStringLiteral("listBuckets"), failure(ErrorKind::Refused, 403, "AccessDenied"));
    const Listed denied = listAll(store, {});
    QCOMPARE(denied.error->code, QStringLiteral("AccessDenied"));
    QCOMPARE(denied.ends, 1);
}

void InventoryTest::oneBucketsErrorDoesNotStopTheOthers()
{
    ListingStore store;
    for (const char* bucket : {"b1", "b2", "b3"})
        store.add(QLatin1String(bucket), {.key = "a", .id = QLatin1String(bucket)});
    store.fail(QStringLiteral("listUploads b1"), failure(ErrorKind::Refused, 403, "AccessDenied"));
    store.fail(QStringLiteral("listUploads b2"), failure(ErrorKind::NotFound, 404, "NoSuchBucket"));
    const Listed listed = listAll(store, {});
    QCOMPARE(listed.ids(), QStringList{"b3"});
    QCOMPARE(listed.error->code, QStringLiteral("AccessDenied")); // the first
    QCOMPARE(listed.error->resource, QStringLiteral("b1"));
}

void InventoryTest::signInErrorStops()
{
    ListingStore store;
    for (const char* bucket : {"b1", "b2", "b3"})
        store.add(QLatin1String(bucket), {.key = "a", .id = QLatin1String(bucket)});
    store.fail(QStringLiteral("listUploads b1"), failure(ErrorKind::SignIn, 403, "InvalidAccessKeyId"));
    Inventory::Pace oneByOne = fast;
    oneByOne.survey.buckets = 1;
    const Listed listed = listAll(store, {}, oneByOne);
    QVERIFY(listed.uploads.isEmpty());
    QCOMPARE(listed.error->kind, ErrorKind::SignIn);
    QVERIFY(!store.log.contains(QStringLiteral("listUploads b2")));
}

void InventoryTest::unsupportedListing_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not implemented") << 501;
    QTest::newRow("method not allowed") << 405;
}

void InventoryTest::unsupportedListing()
{
    QFETCH(int, status);
    ListingStore store;
    store.addBucket(media);
    store.fail(QStringLiteral("listUploads media"), failure(ErrorKind::Bug, status, "Whatever"));
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.error->kind, ErrorKind::Refused);
    QCOMPARE(listed.error->code, QStringLiteral("listing-unsupported"));
    QCOMPARE(listed.error->httpStatus, status);
}

void InventoryTest::vanishedUploadIsLeftOut()
{
    ListingStore store;
    store.pageSize = 10;
    for (const char* id : {"1", "2", "3"})
        store.add(media, {.key = "a", .id = QLatin1String(id), .partSizes = {4}});
    store.fail(QStringLiteral("listParts 2"), failure(ErrorKind::NotFound, 404, "NoSuchUpload"));
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.ids(), QStringList({"1", "3"}));
    QVERIFY(!listed.error);
}

void InventoryTest::partsThatCannotBeListed()
{
    ListingStore store;
    store.add(media, {.key = "a", .id = QStringLiteral("1"), .partSizes = {4}});
    store.fail(QStringLiteral("listParts 1"), failure(ErrorKind::Refused, 403, "AccessDenied"));
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.uploads.size(), 1);
    QCOMPARE(listed.uploads.first().parts, -1);
    QCOMPARE(listed.uploads.first().bytesKept, -1);
    QVERIFY(!listed.error);
}

void InventoryTest::transientErrorsAreRepeated()
{
    ListingStore store;
    store.add(media, {.key = "a", .id = QStringLiteral("1"), .partSizes = {4}});
    store.fail(QStringLiteral("listUploads media"), failure(ErrorKind::Transient, 500, "InternalError"), 2);
    store.fail(QStringLiteral("listParts 1"), failure(ErrorKind::Throttled, 503, "SlowDown"), 3);
    const Listed listed = listAll(store, {.bucket = media});
    QVERIFY(!listed.error);
    QCOMPARE(listed.uploads.size(), 1);
    QCOMPARE(listed.uploads.first().bytesKept, 4);
}

void InventoryTest::transientErrorsGiveUp()
{
    ListingStore store;
    store.addBucket(media);
    store.fail(QStringLiteral("listUploads media"), failure(ErrorKind::Transient, 500, "InternalError"), 100);
    const Listed listed = listAll(store, {.bucket = media});
    QCOMPARE(listed.error->code, QStringLiteral("InternalError"));
    QCOMPARE(listed.ends, 1);
    QCOMPARE(store.log.size(), 4);
}

void InventoryTest::abortsAndLooks()
{
    ListingStore store;
    store.add(media, {.key = "a", .id = QStringLiteral("1")});
    store.add(media, {.key = "a", .id = QStringLiteral("2")});
    const Aborted aborted = abortOne(store, {.bucket = media, .key = "a", .uploadId = QStringLiteral("1")});
    QCOMPARE(aborted.ends, 1);
    QVERIFY(!aborted.error);
    QCOMPARE(store.log, QStringList({"abort 1", "listParts 1"}));
    QCOMPARE(store.uploads(media).size(), 1);
    QCOMPARE(store.uploads(media).first().id, QStringLiteral("2"));
}

void InventoryTest::abortSurvivors_data()
{
    QTest::addColumn<int>("survives");
    QTest::addColumn<int>("aborts");
    QTest::addColumn<QString>("code");
    QTest::newRow("once") << 1 << 2 << "";
    QTest::newRow("five times") << 5 << 6 << "";
    QTest::newRow("for ever") << 1000 << 6 << "abort-incomplete";
}

void InventoryTest::abortSurvivors()
{
    QFETCH(int, survives);
    QFETCH(int, aborts);
    QFETCH(QString, code);
    ListingStore store;
    store.add(media, {.key = "a", .id = QStringLiteral("1"), .survives = survives});
    const Aborted aborted = abortOne(store, {.bucket = media, .key = "a", .uploadId = QStringLiteral("1")});
    QCOMPARE(aborted.ends, 1);
    QCOMPARE(aborted.error ? aborted.error->code : QString(), code);
    QCOMPARE(store.log.count(QStringLiteral("abort 1")), aborts);
    QCOMPARE(store.uploads(media).size(), code.isEmpty() ? 0 : 1);
}

// Where records of uploads may linger, an abort would take the parts from under the object.
void InventoryTest::abortSparesAnObject_data()
{
    QTest::addColumn<int>("madeOf"); // parts; 0: there is no object
    QTest::addColumn<QString>("failing");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("does");
    const auto row = [](const char* name, int parts, const char* failing, ErrorKind kind, const char* code,
                        const char* does) {
        QTest::newRow(name) << parts << QString::fromLatin1(failing) << int(kind) << QString::fromLatin1(code)
                            << QString::fromLatin1(does);
    };
    const auto fine = ErrorKind::Bug;
    row("no object", 0, "", fine, "", "abort 1");
    row("an object of these parts", 3, "", fine, "upload-finished", "complete 1");
    row("an object of more parts", 4, "", fine, "", "abort 1");
    row("an object sent in one piece", 1, "", fine, "", "abort 1");
    row("no right to look", 3, "head", ErrorKind::Refused, "", "abort 1");
    row("cannot look now", 3, "head", ErrorKind::SignIn, "told", "");
    row("no right to list", 3, "listParts 1", ErrorKind::Refused, "", "abort 1");
    row("cannot list now", 3, "listParts 1", ErrorKind::SignIn, "told", "");
    row("completed and gone meanwhile", 3, "complete 1", ErrorKind::NotFound, "upload-finished",
        "complete 1");
    row("cannot be completed again", 3, "complete 1", ErrorKind::Conflict, "told", "complete 1");
}

void InventoryTest::abortSparesAnObject()
{
    QFETCH(int, madeOf);
    QFETCH(QString, failing);
    QFETCH(int, kind);
    QFETCH(QString, code);
    QFETCH(QString, does);
    ListingStore store;
    store.add(media, {.key = "a", .id = QStringLiteral("1"), .partSizes = {5, 5, 2}});
    QList<QByteArray> md5s;
    for (int number = 1; number <= madeOf; ++number)
        md5s.append(QByteArray::fromHex(ListingStore::etagOfPart(number).mid(1, 32)));
    const QByteArray inOne = ListingStore::etagOfPart(1);
    store.makeObject(madeOf == 0 ? QByteArray() : madeOf == 1 ? inOne : '"' + multipartEtag(md5s) + '"');
    if (!failing.isEmpty())
        store.fail(failing, failure(ErrorKind(kind), 400, "told"));
    const Aborted aborted = abortOne(store, {.bucket = media, .key = "a", .uploadId = QStringLiteral("1")});
    QCOMPARE(aborted.ends, 1);
    QCOMPARE(aborted.error ? aborted.error->code : QString(), code);
    const QStringList done = store.log.filter(QRegularExpression(QStringLiteral("^(abort|complete)")));
    QCOMPARE(done, does.isEmpty() ? QStringList() : QStringList(does));
}

void InventoryTest::abortAnswers_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* call, ErrorKind kind, int status, const char* answer,
                        const char* code) {
        QTest::newRow(name) << QString::fromLatin1(call) << int(kind) << status << QString::fromLatin1(answer)
                            << QString::fromLatin1(code);
    };
    row("already gone", "abort 1", ErrorKind::NotFound, 404, "NoSuchUpload", "");
    row("no such bucket", "abort 1", ErrorKind::NotFound, 404, "NoSuchBucket", "NoSuchBucket");
    row("unsupported", "abort 1", ErrorKind::Refused, 501, "NotImplemented", "abort-unsupported");
    row("not allowed at all", "abort 1", ErrorKind::Refused, 405, "MethodNotAllowed", "abort-unsupported");
    row("denied", "abort 1", ErrorKind::Refused, 403, "AccessDenied", "AccessDenied");
    row("sign-in", "abort 1", ErrorKind::SignIn, 403, "InvalidAccessKeyId", "InvalidAccessKeyId");
    row("trouble once", "abort 1", ErrorKind::Transient, 500, "InternalError", "");
    row("cannot look: denied", "listParts 1", ErrorKind::Refused, 403, "AccessDenied", "");
    row("cannot look: unsupported", "listParts 1", ErrorKind::Bug, 501, "NotImplemented", "");
    row("cannot look: keys", "listParts 1", ErrorKind::SignIn, 400, "ExpiredToken", "ExpiredToken");
}

void InventoryTest::abortAnswers()
{
    QFETCH(QString, call);
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(QString, answer);
    QFETCH(QString, code);
    ListingStore store;
    store.add(media, {.key = "a", .id = QStringLiteral("1")});
    store.fail(call, failure(ErrorKind(kind), status, answer.toLatin1().constData()));
    const Aborted aborted = abortOne(store, {.bucket = media, .key = "a", .uploadId = QStringLiteral("1")});
    QCOMPARE(aborted.ends, 1);
    QCOMPARE(aborted.error ? aborted.error->code : QString(), code);
}

void InventoryTest::goneInventoryTellsNobody()
{
    ListingStore store;
    for (int i = 1; i < 9; ++i)
        store.add(media, {.key = "a", .id = QString::number(i), .partSizes = {1}});
    store.pageSize = 4;
    Listed listed;
    auto inventory = std::make_unique<Inventory>(store, fast);
    SurveyTold told = tellTo(listed);
    told.found = [&](const QList<IncompleteUpload>&) { // it goes while it hands out a block
        ++listed.blocks;
        inventory.reset();
    };
    inventory->survey({.bucket = media}, told);
    QTRY_COMPARE(listed.blocks, 1);
    QTest::qWait(30);
    QCOMPARE(listed.blocks, 1);
    QCOMPARE(listed.counted, 0);
    QCOMPARE(listed.ends, 0);
    QVERIFY(store.cancelled > 0);
}

void InventoryTest::noBuckets()
{
    ListingStore store;
    const Listed listed = listAll(store, {});
    QCOMPARE(listed.ends, 1);
    QVERIFY(!listed.error);
}

QTEST_GUILESS_MAIN(InventoryTest)
#include "tst_inventory.moc"
