// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include "s3/checksum.h"
#include "store/s3store.h"

#include <QTemporaryFile>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;
using After = ScriptedAnswer::After;

// Store, client and transport together on loopback: what reaches the wire and what comes back.
class TestS3Store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsOnce();
    void createLosesItsAnswer();
    void sendsPartOverHttp();
    void partWithoutHashOverHttp();
    void sendsPartOverTls();
    void completesOnce();
    void ignoredConditionsAreNotSent();
    void errorInsideSuccess();
    void pageInsteadOfStore();
    void errorsSayWhatTheyAreAbout();
    void skewedClockIsCured();
    void wrongRegionIsCured();
    void cancels();
    void abortsAnUnknownUpload();
    void noHost();

private:
    template <typename T>
    struct Answered
    {
        int ends = 0;
        std::optional<Result<T>> result;
    };

    void serve(std::optional<TestCertificate> tls = {}, IgnoredConditions ignored = {});
    template <typename T, typename Call>
    std::shared_ptr<Answered<T>> begin(Call call);
    template <typename T, typename Call>
    Result<T> get(Call call);

    SystemClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QTemporaryFile> m_authority;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ObjectStore> m_store;
};

namespace {

const QString bucket = QStringLiteral("bkt");
const QByteArray created = "<InitiateMultipartUploadResult><Bucket>bkt</Bucket><Key>dir/key</Key>"
                           "<UploadId>u-1</UploadId></InitiateMultipartUploadResult>";

CreateUploadInput createInput()
{
    CreateUploadInput input;
    input.bucket = bucket;
    input.key = "dir/key";
    return input;
}

SendPartInput partInput(ByteRange window)
{
    SendPartInput input;
    input.bucket = bucket;
    input.key = "dir/key";
    input.uploadId = QStringLiteral("u-1");
    input.partNumber = 3;
    input.body.source = std::make_shared<PatternSource>();
    input.body.window = window;
    return input;
}

CompleteUploadInput completeInput()
{
    CompleteUploadInput input;
    input.bucket = bucket;
    input.key = "dir/key";
    input.uploadId = QStringLiteral("u-1");
    input.parts = {{1, "\"e1\"", {}}};
    return input;
}

QByteArray errorXml(const QByteArray& code, const QByteArray& more = {})
{
    return "<Error><Code>" + code + "</Code><Message>m</Message>" + more + "</Error>";
}

} // namespace

void TestS3Store::serve(std::optional<TestCertificate> tls, IgnoredConditions ignored)
{
    m_store.reset();
    m_transport.reset();
    m_authority = std::make_unique<QTemporaryFile>();
    if (tls && (!m_authority->open() || m_authority->write(tls->authorityPem) < 0 || !m_authority->flush()))
        qFatal("no file");
    m_server = std::make_unique<ScriptedServer>(tls);
    m_transport = makeTransport(1, nullptr, tls ? m_authority->fileName() : QString());
    S3ClientOptions options;
    options.endpoint.origin = m_server->origin();
    auto client = std::make_unique<S3Client>(
        *m_transport, options,
        [] {
            return Result<Credentials>(Credentials{"AKID", Secret("very-secret"), {}, {}});
        },
        m_clock);
    m_store = makeS3Store(std::move(client), storeProfile(QStringLiteral("custom")), ignored);
}

template <typename T, typename Call>
std::shared_ptr<TestS3Store::Answered<T>> TestS3Store::begin(Call call)
{
    auto answered = std::make_shared<Answered<T>>();
    call([answered](const Result<T>& result) {
        ++answered->ends;
        answered->result = result;
    });
    return answered;
}

template <typename T, typename Call>
Result<T> TestS3Store::get(Call call)
{
    const auto answered = begin<T>(call);
    if (answered->ends != 0 || !QTest::qWaitFor([&] { return answered->ends > 0; }, 10'000))
        qFatal("ended at once or never");
    return *answered->result;
}

void TestS3Store::createsOnce()
{
    serve();
    m_server->play({ScriptedAnswer::http(200, created)});
    const auto output =
        get<CreateUploadOutput>([&](auto answer) { m_store->createUpload(createInput(), answer); });
    QVERIFY2(output.ok(), qPrintable(output ? QString() : output.error().code));
    QCOMPARE(output->uploadId, QStringLiteral("u-1"));
    const SeenRequest seen = m_server->requests().at(0);
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/bkt/dir/key?uploads="));
    QCOMPARE(seen.body, QByteArray());
    QCOMPARE(seen.headers.value("Content-Type"), QByteArray("application/octet-stream"));
    QVERIFY(seen.headers.value("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=AKID/"));
}

// The reused connection closes before the answer: one upload at most, and the caller knows that there may be
// one.
void TestS3Store::createLosesItsAnswer()
{
    serve();
    m_server->play(
        {ScriptedAnswer::http(200), ScriptedAnswer::end(After::Close), ScriptedAnswer::http(200, created)});
    (void)get<BucketInfo>([&](auto answer) { m_store->headBucket(bucket, answer); });
    const auto output =
        get<CreateUploadOutput>([&](auto answer) { m_store->createUpload(createInput(), answer); });
    QVERIFY(!output.ok());
    QCOMPARE(output.error().kind, ErrorKind::Transient);
    QVERIFY(output.error().maybeDone);
    QTest::qWait(50);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestS3Store::sendsPartOverHttp()
{
    serve();
    QVERIFY(m_store->needsPayloadHash());
    m_server->play({ScriptedAnswer::http(200, {}, {"ETag: \"e3\""})});
    SendPartInput input = partInput({1'000, 300'000});
    DigestPlan plan;
    plan.sha256 = true;
    input.digests = *digestOf(*input.body.source, input.body.window, plan);
    QList<qint64> progress;
    const auto output = get<SendPartOutput>(
        [&](auto answer) { m_store->sendPart(input, answer, [&](qint64 sent) { progress.append(sent); }); });
    QVERIFY(output.ok());
    QCOMPARE(output->etag, QByteArray("\"e3\""));
    QCOMPARE(progress.last(), 300'000);
    const SeenRequest seen = m_server->requests().at(0);
    QCOMPARE(seen.target, QByteArray("/bkt/dir/key?partNumber=3&uploadId=u-1"));
    QCOMPARE(seen.headers.value("x-amz-content-sha256"), input.digests.sha256.toHex());
    QVERIFY(seen.body == PatternSource::bytes({1'000, 300'000}));
}

void TestS3Store::partWithoutHashOverHttp()
{
    serve();
    const auto output = get<SendPartOutput>([&](auto answer) {
        m_store->sendPart(partInput({0, 100}), answer, {});
    });
    QCOMPARE(output.error().kind, ErrorKind::Bug);
    QCOMPARE(m_server->connections(), 0);
}

void TestS3Store::sendsPartOverTls()
{
    serve(makeTestCertificate({"127.0.0.1"}));
    QVERIFY(!m_store->needsPayloadHash());
    m_server->play({ScriptedAnswer::http(200, {}, {"ETag: \"e3\""})});
    const auto output = get<SendPartOutput>([&](auto answer) {
        m_store->sendPart(partInput({5, 100'000}), answer, {});
    });
    QVERIFY2(output.ok(), qPrintable(output ? QString() : output.error().code));
    QCOMPARE(m_server->requests().at(0).headers.value("x-amz-content-sha256"),
             QByteArray("UNSIGNED-PAYLOAD"));
}

void TestS3Store::completesOnce()
{
    serve();
    m_server->play({ScriptedAnswer::end(After::Reset), ScriptedAnswer::http(200)});
    const auto output =
        get<CompleteUploadOutput>([&](auto answer) { m_store->completeUpload(completeInput(), answer); });
    QVERIFY(!output.ok());
    QVERIFY(output.error().maybeDone);
    QTest::qWait(50);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().at(0).headers.value("Content-Type"), QByteArray("application/xml"));
}

// The store would answer "done" and replace what is there.
void TestS3Store::ignoredConditionsAreNotSent()
{
    serve({}, {.put = false, .complete = true});
    m_server->play({ScriptedAnswer::http(500)});
    CompleteUploadInput input = completeInput();
    input.condition = WriteCondition::IfNoneMatch;
    const auto refused =
        get<CompleteUploadOutput>([&](auto answer) { m_store->completeUpload(input, answer); });
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, QStringLiteral("NotImplemented"));
    QCOMPARE(m_server->requests().size(), 0);
    // Without the condition it goes out as always.
    const auto sent =
        get<CompleteUploadOutput>([&](auto answer) { m_store->completeUpload(completeInput(), answer); });
    QVERIFY(!sent.ok());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestS3Store::errorInsideSuccess()
{
    serve();
    m_server->play({ScriptedAnswer::http(200, "  \n" + errorXml("InternalError"))});
    const auto output =
        get<CompleteUploadOutput>([&](auto answer) { m_store->completeUpload(completeInput(), answer); });
    QVERIFY(!output.ok());
    QCOMPARE(output.error().code, QStringLiteral("InternalError"));
    QCOMPARE(output.error().kind, ErrorKind::Transient);
}

void TestS3Store::pageInsteadOfStore()
{
    serve();
    const ScriptedAnswer page = ScriptedAnswer::http(200, "<!DOCTYPE html><html><title>Router</title></html>",
                                                     {"Content-Type: text/html"});
    m_server->setScript([page](const SeenRequest&) { return page; });
    const auto created =
        get<CreateUploadOutput>([&](auto answer) { m_store->createUpload(createInput(), answer); });
    QCOMPARE(created.error().code, QStringLiteral("captive-portal"));
    const auto buckets = get<QList<ListedBucket>>([&](auto answer) { m_store->listBuckets(answer); });
    QCOMPARE(buckets.error().code, QStringLiteral("captive-portal"));
}

void TestS3Store::errorsSayWhatTheyAreAbout()
{
    serve();
    m_server->play({ScriptedAnswer::http(404, errorXml("NoSuchBucket"), {"x-amz-request-id: R9"}),
                    ScriptedAnswer::http(404)});
    const auto output =
        get<CreateUploadOutput>([&](auto answer) { m_store->createUpload(createInput(), answer); });
    QCOMPARE(output.error().kind, ErrorKind::NotFound);
    QCOMPARE(output.error().requestId, QStringLiteral("R9"));
    QCOMPARE(output.error().resource, QStringLiteral("bkt/dir/key"));
    const auto head = get<BucketInfo>([&](auto answer) { m_store->headBucket(bucket, answer); });
    QCOMPARE(head.error().kind, ErrorKind::NotFound);
    QCOMPARE(head.error().resource, bucket);

    // What nobody answered is about the server.
    m_server->setScript([](const SeenRequest&) { return ScriptedAnswer::end(ScriptedAnswer::After::Reset); });
    const auto lost = get<BucketInfo>([&](auto answer) { m_store->headBucket(bucket, answer); });
    QCOMPARE(lost.error().kind, ErrorKind::Transient);
    QCOMPARE(lost.error().resource, m_server->origin().host);
}

void TestS3Store::skewedClockIsCured()
{
    serve();
    const QByteArray date = QLocale::c()
                                .toString(QDateTime::currentDateTimeUtc().addSecs(7'200),
                                          QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                                .toLatin1();
    m_server->play({ScriptedAnswer::http(403, errorXml("RequestTimeTooSkewed"), {"Date: " + date + " GMT"}),
                    ScriptedAnswer::http(200, created)});
    const auto output =
        get<CreateUploadOutput>([&](auto answer) { m_store->createUpload(createInput(), answer); });
    QVERIFY(output.ok());
    const auto signedAt = [&](int i) {
        return QDateTime::fromString(
            QString::fromLatin1(m_server->requests().at(i).headers.value("x-amz-date")),
            QStringLiteral("yyyyMMddThhmmssZ"));
    };
    QVERIFY(qAbs(signedAt(0).secsTo(signedAt(1)) - 7'200) < 10);
}

void TestS3Store::wrongRegionIsCured()
{
    serve();
    m_server->play(
        {ScriptedAnswer::http(400, errorXml("AuthorizationHeaderMalformed", "<Region>garage</Region>")),
         ScriptedAnswer::http(200, {}, {"ETag: \"e3\""})});
    SendPartInput input = partInput({7, 50'000});
    input.digests.sha256 = QByteArray(32, 'h');
    const auto output = get<SendPartOutput>([&](auto answer) { m_store->sendPart(input, answer, {}); });
    QVERIFY(output.ok());
    QVERIFY(m_server->requests().at(1).headers.value("Authorization").contains("/garage/s3/aws4_request"));
    QVERIFY(m_server->requests().at(1).body == PatternSource::bytes({7, 50'000}));
}

void TestS3Store::cancels()
{
    serve();
    m_server->play({ScriptedAnswer::silence()});
    ObjectStore::CallId id = 0;
    const auto answered =
        begin<CreateUploadOutput>([&](auto answer) { id = m_store->createUpload(createInput(), answer); });
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_store->cancel(id);
    QCOMPARE(answered->ends, 0);
    QTRY_COMPARE(answered->ends, 1);
    QCOMPARE(answered->result->error().kind, ErrorKind::Cancelled);
    QVERIFY(answered->result->error().maybeDone);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestS3Store::abortsAnUnknownUpload()
{
    serve();
    m_server->play({ScriptedAnswer::http(204), ScriptedAnswer::http(404, errorXml("NoSuchUpload"))});
    const UploadRef upload{bucket, "dir/key", QStringLiteral("u-1")};
    QVERIFY(get<void>([&](auto answer) { m_store->abortUpload(upload, answer); }).ok());
    QVERIFY(get<void>([&](auto answer) { m_store->abortUpload(upload, answer); }).ok());
    QCOMPARE(m_server->requests().at(0).method, QByteArray("DELETE"));
}

void TestS3Store::noHost()
{
    serve();
    m_server->close();
    const auto output =
        get<CreateUploadOutput>([&](auto answer) { m_store->createUpload(createInput(), answer); });
    QCOMPARE(output.error().code, QStringLiteral("refused"));
    QCOMPARE(output.error().kind, ErrorKind::Transient);
    QVERIFY(!output.error().maybeDone);
}

QTEST_GUILESS_MAIN(TestS3Store)
#include "tst_s3store.moc"
