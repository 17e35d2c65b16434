// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lifecycle configuration on the wire, and its change step by step.
#include "incomplete/lifecycleeditor.h"
#include "s3/lifecycleoperations.h"
#include "support/listingstore.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace partway;

namespace {

using namespace std::chrono_literals;

const QString media = QStringLiteral("media");
const QByteArray foreign =
    "<LifecycleConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Rule><ID>theirs</ID>"
    "<Filter><Prefix>logs/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>9</Days>"
    "</Expiration></Rule></LifecycleConfiguration>";

HttpReply reply(int status, const QByteArray& body, const QByteArray& type = "application/xml")
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers.set("Content-Type", type);
    return reply;
}

// Runs one call to its end.
template <typename T, typename Begin>
Result<T> wait(Begin begin)
{
    std::optional<Result<T>> end;
    begin([&end](const Result<T>& result) { end = result; });
    if (end)
        qFatal("it ended inside its call");
    if (!QTest::qWaitFor([&end] { return end.has_value(); }))
        return Error{.code = QStringLiteral("no end")};
    return *end;
}

} // namespace

class LifecycleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requests();
    void answers_data();
    void answers();
    void setsOurRule();
    void removesOurRule();
    void removesTheLastRule();
    void neverDeletesWithoutRules();
    void unsupported();
    void refusesAnOverlookedChange();
    void ignoredAndAltered();
    void fallsBackToCrc();
    void saysWhatIsCovered();
    void goneEditorTellsNobody();

private:
    Result<LifecyclePlan> plan(LifecycleEditor& editor, const CleanUpWish& wish)
    {
        return wait<LifecyclePlan>([&](const auto& done) { editor.planRule(media, wish, done); });
    }
    Result<QList<CleanUpRule>> apply(LifecycleEditor& editor, const LifecyclePlan& plan)
    {
        return wait<QList<CleanUpRule>>([&](const auto& done) { editor.apply(plan, done); });
    }
};

void LifecycleTest::requests()
{
    const S3Request get = getLifecycleRequest(media);
    QCOMPARE(get.method, QByteArray("GET"));
    QCOMPARE(get.query.size(), 1);
    QCOMPARE(get.query.first().name, QByteArray("lifecycle"));

    PutLifecycleInput input{
        .bucket = media, .document = foreign, .minimumObjectSize = "varies_by_storage_class"};
    const S3Request put = putLifecycleRequest(input);
    QCOMPARE(put.method, QByteArray("PUT"));
    QCOMPARE(put.headers.value("Content-MD5"),
             QCryptographicHash::hash(foreign, QCryptographicHash::Md5).toBase64());
    QCOMPARE(put.headers.value("x-amz-transition-default-minimum-object-size"),
             QByteArray("varies_by_storage_class"));
    QVERIFY(!put.headers.has("x-amz-sdk-checksum-algorithm"));
    QCOMPARE(put.payloadHash, QCryptographicHash::hash(foreign, QCryptographicHash::Sha256).toHex());
    input.checksum = ChecksumMode::Crc32;
    input.document = "123456789";
    const S3Request crc = putLifecycleRequest(input);
    QVERIFY(!crc.headers.has("Content-MD5"));
    QCOMPARE(crc.headers.value("x-amz-sdk-checksum-algorithm"), QByteArray("CRC32"));
    QCOMPARE(crc.headers.value("x-amz-checksum-crc32"), QByteArray("y/Q5Jg==")); // s3-reference §1.12, X2
}

void LifecycleTest::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code"); // "rules", "none" or an error's
    const auto error = [](const char* code) {
        return QByteArray("<Error><Code>") + code + "</Code><Message>m</Message></Error>";
    };
    QTest::newRow("rules") << 200 << foreign << "rules";
    QTest::newRow("none") << 404 << error("NoSuchLifecycleConfiguration") << "none";
    QTest::newRow("a listing") << 200 << QByteArray("<ListBucketResult><Name>b</Name></ListBucketResult>")
                               << "lifecycle-unsupported"; // Swift
    QTest::newRow("not implemented") << 501 << error("NotImplemented") << "lifecycle-unsupported";
    QTest::newRow("method") << 405 << QByteArray() << "lifecycle-unsupported";
    QTest::newRow("code alone") << 400 << error("NotImplemented") << "lifecycle-unsupported";
    QTest::newRow("denied") << 403 << error("AccessDenied") << "AccessDenied";
    QTest::newRow("no bucket") << 404 << error("NoSuchBucket") << "NoSuchBucket";
    QTest::newRow("error in success") << 200 << error("InternalError") << "InternalError";
    QTest::newRow("breaks off") << 200 << foreign.left(60) << "answer-truncated";
    QTest::newRow("nothing") << 200 << QByteArray() << "answer-truncated";
}

void LifecycleTest::answers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const Result<LifecycleAnswer> answer = getLifecycleReply(reply(status, body));
    if (code == QLatin1String("rules") || code == QLatin1String("none")) {
        QVERIFY(answer);
        QCOMPARE(answer->exists, code == QLatin1String("rules"));
        QCOMPARE(answer->document, answer->exists ? body : QByteArray());
        return;
    }
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
}

void LifecycleTest::setsOurRule()
{
    ListingStore store;
    store.lifecycles[media] = foreign;
    LifecycleEditor editor(store, 1ms);
    const Result<LifecyclePlan> planned = plan(editor, {.days = 7, .prefix = {}});
    QVERIFY(planned);
    QVERIFY(!planned->changesNothing());
    QVERIFY(planned->difference().contains(
        QStringLiteral("+       <DaysAfterInitiation>7</DaysAfterInitiation>")));
    const QStringList difference = planned->difference();
    QVERIFY(std::none_of(difference.cbegin(), difference.cend(),
                         [](const QString& line) { return line.startsWith(u'-'); }));
    QVERIFY(!store.log.contains(QStringLiteral("putLifecycle media"))); // a plan writes nothing
    const Result<QList<CleanUpRule>> applied = apply(editor, *planned);
    QVERIFY(applied);
    QCOMPARE(applied->size(), 2);
    QCOMPARE(applied->last().days, 7);
    QVERIFY(store.log.contains(QStringLiteral("minimum varies_by_storage_class"))); // goes back as it came
    QVERIFY(plan(editor, {.days = 7, .prefix = {}})->changesNothing());
}

void LifecycleTest::removesOurRule()
{
    ListingStore store;
    store.lifecycles[media] = *withCleanUpRule(foreign, {.days = 7, .prefix = {}});
    LifecycleEditor editor(store, 1ms);
    const Result<LifecyclePlan> planned =
        wait<LifecyclePlan>([&](const auto& done) { editor.planRemoval(media, done); });
    QVERIFY(planned);
    const Result<QList<CleanUpRule>> applied = apply(editor, *planned);
    QVERIFY(applied);
    QCOMPARE(applied->size(), 1);
    QVERIFY(!store.log.contains(QStringLiteral("deleteLifecycle media")));
}

void LifecycleTest::removesTheLastRule()
{
    ListingStore store;
    store.lifecycles[media] = *withCleanUpRule({}, {.days = 7, .prefix = {}});
    LifecycleEditor editor(store, 1ms);
    const Result<LifecyclePlan> planned =
        wait<LifecyclePlan>([&](const auto& done) { editor.planRemoval(media, done); });
    QVERIFY(apply(editor, *planned));
    QVERIFY(!store.lifecycles.contains(media));
    QVERIFY(!store.log.contains(QStringLiteral("putLifecycle media")));
}

void LifecycleTest::neverDeletesWithoutRules()
{
    ListingStore store;
    store.addBucket(media);
    LifecycleEditor editor(store, 1ms);
    const Result<LifecyclePlan> planned =
        wait<LifecyclePlan>([&](const auto& done) { editor.planRemoval(media, done); });
    QVERIFY(planned->changesNothing());
    QVERIFY(apply(editor, *planned));
    QVERIFY(!store.log.contains(QStringLiteral("deleteLifecycle media")));
}

void LifecycleTest::unsupported()
{
    ListingStore store;
    const Error error{
        .kind = ErrorKind::Refused, .httpStatus = 200, .code = QStringLiteral("lifecycle-unsupported")};
    store.fail(QStringLiteral("getLifecycle media"), error, 10);
    LifecycleEditor editor(store, 1ms);
    QCOMPARE(plan(editor, {.days = 7, .prefix = {}}).error().code, QStringLiteral("lifecycle-unsupported"));
    // Also when it turns out only now, a plan from somewhere else changes nothing.
    LifecyclePlan removal{.bucket = media};
    removal.now.exists = true;
    QVERIFY(!apply(editor, removal));
    for (const QString& call : std::as_const(store.log))
        QVERIFY(call.startsWith(QLatin1String("getLifecycle")));
}

void LifecycleTest::refusesAnOverlookedChange()
{
    ListingStore store;
    store.lifecycles[media] = foreign;
    LifecycleEditor editor(store, 1ms);
    const Result<LifecyclePlan> planned = plan(editor, {.days = 7, .prefix = {}});
    QByteArray changed = foreign;
    store.lifecycles[media] = changed.replace("<Days>9<", "<Days>10<");
    const Result<QList<CleanUpRule>> applied = apply(editor, *planned);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, QStringLiteral("lifecycle-changed"));
    QCOMPARE(store.lifecycles.value(media), changed);
}

void LifecycleTest::ignoredAndAltered()
{
    ListingStore store;
    store.lifecycles[media] = foreign;
    LifecycleEditor editor(store, 1ms);
    const Result<LifecyclePlan> planned = plan(editor, {.days = 7, .prefix = {}});
    store.ignoresRules = true;
    QCOMPARE(apply(editor, *planned).error().code, QStringLiteral("lifecycle-ignored"));
    store.ignoresRules = false;
    store.altersRules = true;
    const Result<QList<CleanUpRule>> altered = apply(editor, *planned);
    QCOMPARE(altered.error().code, QStringLiteral("lifecycle-altered"));
    QVERIFY(altered.error().message.contains(QStringLiteral("+       <DaysAfterInitiation>30<")));
}

void LifecycleTest::fallsBackToCrc()
{
    ListingStore store;
    store.wantsCrc = true;
    store.addBucket(media);
    LifecycleEditor editor(store, 1ms);
    QVERIFY(apply(editor, *plan(editor, {.days = 7, .prefix = {}})));
    QCOMPARE(store.log.count(QStringLiteral("putLifecycle media")), 2);
}

void LifecycleTest::saysWhatIsCovered()
{
    ListingStore store;
    QByteArray others = *withCleanUpRule({}, {.days = 3, .prefix = {}});
    others.replace("partway-abort-incomplete", "cleanup");
    store.lifecycles[media] = others;
    LifecycleEditor editor(store, 1ms);
    const Result<LifecyclePlan> planned = plan(editor, {.days = 7, .prefix = "raw/"});
    QVERIFY(planned->covered);
    QCOMPARE(planned->covered->id, QStringLiteral("cleanup"));
    QVERIFY(!plan(editor, {.days = 2, .prefix = {}})->covered);
}

void LifecycleTest::goneEditorTellsNobody()
{
    ListingStore store;
    store.addBucket(media);
    auto editor = std::make_unique<LifecycleEditor>(store, 1ms);
    int ends = 0;
    editor->read(media, [&ends](const Result<LifecyclePlan>&) { ++ends; });
    editor.reset();
    QTest::qWait(20);
    QCOMPARE(ends, 0);
    QCOMPARE(store.cancelled, 1);
}

QTEST_GUILESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
