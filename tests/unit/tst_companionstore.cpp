// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionstore.h"
#include "support/manualclock.h"
#include "support/scriptedtransport.h"

#include <QtTest>

using namespace partway;
using namespace std::chrono_literals;

class TestCompanionStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void signsTogetherAndSends();
    void serverWithoutBatch();
    void refusedAddressIsRenewedOnce();
    void oldAddressIsNotUsed();
    void secretStaysWithTheServer();
    void hidesTheAddressInErrors();
    void emptyChecksumIsNamed();
    void cancels();
    void redirectIsNotFollowed();
    void saysWhatItCannot();
    void abortedUploadIsGone();
    void completedOrGoneIsNotForever();

private:
    using PartEnd = std::shared_ptr<QList<Result<SendPartOutput>>>;
    PartEnd send(int number, ObjectStore::CallId* id = nullptr);
    template <typename T, typename Call>
    Result<T> get(Call call);
    HttpReply urlsFor(const HttpRequest& request);
    int asked(const QByteArray& method, const QByteArray& part) const;

    ManualClock m_clock;
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<ObjectStore> m_store;
    int m_urls = 0;
};

namespace {

const QByteArray silent = R"({"message":"Something went wrong","requestId":"r"})";

HttpReply stored()
{
    return ScriptedTransport::reply(200, {}, {{"ETag", "\"e\""}});
}

HttpReply refused(const QByteArray& code)
{
    return ScriptedTransport::reply(403, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
}

UploadRef ref()
{
    return {"b", "key", "u"};
}

} // namespace

void TestCompanionStore::init()
{
    m_store.reset();
    m_transport = std::make_unique<ScriptedTransport>();
    m_store =
        makeCompanionStore(*m_transport, *companionServer("https://c.test", Secret("Cookie: session=1")),
                           storeProfile("companion"), m_clock);
    m_urls = 0;
}

HttpReply TestCompanionStore::urlsFor(const HttpRequest& request)
{
    const auto url = [this](const QByteArray& part) {
        return "\"https://s3.test/b/key?X-Amz-Expires=100&X-Amz-Signature=s1gn" +
               QByteArray::number(++m_urls) + "&partNumber=" + part + '"';
    };
    if (!request.target.contains("/batch"))
        return ScriptedTransport::reply(
            200, "{\"expires\":100,\"url\":" + url(request.target.mid(17, request.target.indexOf('?') - 17)) +
                     '}');
    QByteArrayList urls;
    const QList<QByteArray> parts = request.target.mid(request.target.indexOf("Numbers=") + 8).split(',');
    for (const QByteArray& part : parts)
        urls.append('"' + part + "\":" + url(part));
    return ScriptedTransport::reply(200, "{\"presignedUrls\":{" + urls.join(',') + "}}");
}

TestCompanionStore::PartEnd TestCompanionStore::send(int number, ObjectStore::CallId* id)
{
    SendPartInput input;
    input.bucket = "b";
    input.key = "key";
    input.uploadId = "u";
    input.partNumber = number;
    input.body.bytes = "bytes of " + QByteArray::number(number);
    auto end = std::make_shared<QList<Result<SendPartOutput>>>();
    const ObjectStore::CallId call =
        m_store->sendPart(input, [end](const Result<SendPartOutput>& answer) { end->append(answer); }, {});
    if (id)
        *id = call;
    return end;
}

template <typename T, typename Call>
Result<T> TestCompanionStore::get(Call call)
{
    auto end = std::make_shared<QList<Result<T>>>();
    call([end](const Result<T>& answer) { end->append(answer); });
    if (!end->isEmpty() || !QTest::qWaitFor([&] { return !end->isEmpty(); }))
        qFatal("ended at once or never");
    return end->first();
}

int TestCompanionStore::asked(const QByteArray& method, const QByteArray& part) const
{
    int count = 0;
    for (const HttpRequest& request : m_transport->requests())
        count += request.method == method && request.target.contains(part) ? 1 : 0;
    return count;
}

void TestCompanionStore::signsTogetherAndSends()
{
    m_transport->setScript([this](const HttpRequest& request) -> std::optional<HttpReply> {
        return request.method == "PUT" ? stored() : urlsFor(request);
    });
    const QList<PartEnd> ends{send(1), send(2), send(7)};
    for (const PartEnd& end : ends)
        QTRY_VERIFY(end->size() == 1 && end->first());
    QCOMPARE(asked("GET", "/batch?key=key&partNumbers=1,2,7"), 1);
    QCOMPARE(m_transport->requests().size(), 4);
    for (const HttpRequest& request : m_transport->requests()) {
        if (request.method == "PUT")
            QVERIFY(request.body.bytes.endsWith(request.target.back())); // each to its own address
    }
    const PartEnd again = send(2); // is sent anew: its address was for once
    QTRY_COMPARE(again->size(), 1);
    QCOMPARE(asked("GET", "/s3/multipart/u/2?key=key"), 1);
}

void TestCompanionStore::serverWithoutBatch()
{
    m_transport->setScript([this](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.target.contains("/batch"))
            return ScriptedTransport::reply(404, R"({"message":"Not Found"})");
        return request.method == "PUT" ? stored() : urlsFor(request);
    });
    const QList<PartEnd> ends{send(1), send(2)};
    for (const PartEnd& end : ends)
        QTRY_VERIFY(end->size() == 1 && end->first());
    const QList<PartEnd> more{send(3), send(4)};
    for (const PartEnd& end : more)
        QTRY_VERIFY(end->size() == 1 && end->first());
    QCOMPARE(asked("GET", "/batch"), 1);
}

void TestCompanionStore::refusedAddressIsRenewedOnce()
{
    int refusals = 1;
    m_transport->setScript([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.method != "PUT")
            return urlsFor(request);
        return refusals-- > 0 ? refused("AccessDenied") : stored();
    });
    const PartEnd end = send(1);
    QTRY_COMPARE(end->size(), 1);
    QVERIFY(end->first());
    QCOMPARE(asked("GET", "/u/1"), 2);
    QCOMPARE(asked("PUT", "s1gn1"), 1);
    QCOMPARE(asked("PUT", "s1gn2"), 1);

    refusals = 10;
    const PartEnd never = send(1);
    QTRY_COMPARE(never->size(), 1);
    QVERIFY(!never->first());
    QCOMPARE(never->first().error().kind, ErrorKind::Refused);
    QCOMPARE(never->first().error().code, "signed-url-refused");
    QCOMPARE(refusals, 8); // not asked for for ever
}

// A part that was lost on the way is sent to the same address again, unless that has grown old.
void TestCompanionStore::oldAddressIsNotUsed()
{
    bool lost = true;
    m_transport->setScript([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.method != "PUT")
            return urlsFor(request);
        return lost ? ScriptedTransport::failure(ErrorKind::Transient, "connection-lost") : stored();
    });
    for (const auto wait : {0s, 60s, 20s}) { // it holds for 100 s, and 25 are left for the way
        m_clock.advance(wait);
        const PartEnd end = send(1);
        QTRY_COMPARE(end->size(), 1);
        QCOMPARE(end->first().error().kind, ErrorKind::Transient);
    }
    QCOMPARE(asked("GET", "/u/1"), 2);
    QCOMPARE(asked("PUT", "s1gn1"), 2);
}

void TestCompanionStore::secretStaysWithTheServer()
{
    m_transport->setScript([this](const HttpRequest& request) -> std::optional<HttpReply> {
        return request.method == "PUT" ? stored() : urlsFor(request);
    });
    const PartEnd end = send(1);
    QTRY_COMPARE(end->size(), 1);
    for (const HttpRequest& request : m_transport->requests()) {
        if (request.method == "PUT")
            QVERIFY(request.headers.all().isEmpty());
        else
            QCOMPARE(request.headers.value("Cookie"), QByteArray("session=1"));
        QCOMPARE(request.origin.host, request.method == "PUT" ? "s3.test" : "c.test");
    }
}

void TestCompanionStore::hidesTheAddressInErrors()
{
    m_transport->setScript([this](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.method != "PUT")
            return urlsFor(request);
        HttpReply reply = ScriptedTransport::failure(ErrorKind::Refused, "path-cannot-be-sent");
        reply.failure->resource = QString::fromUtf8(request.target);
        return reply;
    });
    const PartEnd end = send(1);
    QTRY_COMPARE(end->size(), 1);
    QCOMPARE(end->first().error().resource, "key");

    // What the store answers is about the object, whatever it names.
    m_transport->setScript([this](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.method != "PUT")
            return urlsFor(request);
        return ScriptedTransport::reply(
            404, "<Error><Code>NoSuchBucket</Code><BucketName>real</BucketName></Error>");
    });
    const PartEnd answered = send(3);
    QTRY_COMPARE(answered->size(), 1);
    QCOMPARE(answered->first().error().resource, "key");

    // The server that is not there is no secret.
    m_transport->setScript([this](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.method != "PUT")
            return urlsFor(request);
        HttpReply reply = ScriptedTransport::failure(ErrorKind::Transient, "host-not-found");
        reply.failure->resource = request.origin.host;
        return reply;
    });
    const PartEnd lost = send(2);
    QTRY_COMPARE(lost->size(), 1);
    QCOMPARE(lost->first().error().resource, "s3.test");
}

void TestCompanionStore::emptyChecksumIsNamed()
{
    m_transport->setScript([](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.method == "PUT")
            return ScriptedTransport::reply(400, "<Error><Code>BadDigest</Code></Error>");
        return ScriptedTransport::reply(
            200, R"({"url":"https://s3.test/k?x-amz-checksum-crc32=AAAAAA%3D%3D&X-Amz-Expires=9"})");
    });
    const PartEnd end = send(1);
    QTRY_COMPARE(end->size(), 1);
    QCOMPARE(end->first().error().code, "companion-checksum");
    QCOMPARE(end->first().error().kind, ErrorKind::Refused);
}

void TestCompanionStore::cancels()
{
    m_transport->setScript([this](const HttpRequest& request) -> std::optional<HttpReply> {
        if (request.method != "PUT")
            return urlsFor(request);
        return std::nullopt; // never ends by itself
    });
    ObjectStore::CallId first = 0;
    ObjectStore::CallId second = 0;
    const PartEnd early = send(1, &first); // before its address was asked for
    m_store->cancel(first);
    m_store->cancel(first);
    QVERIFY(early->isEmpty());
    QTRY_COMPARE(early->size(), 1);
    const PartEnd late = send(2, &second);
    QTRY_COMPARE(asked("PUT", "s1gn"), 1);
    m_store->cancel(second);
    QTRY_COMPARE(late->size(), 1);
    for (const PartEnd& end : {early, late})
        QCOMPARE(end->first().error().kind, ErrorKind::Cancelled);
    const PartEnd open = send(3);
    QTRY_COMPARE(asked("PUT", "s1gn"), 2);
    m_store.reset(); // with a part on its way
    QTest::qWait(20);
    QVERIFY(open->isEmpty());
}

void TestCompanionStore::redirectIsNotFollowed()
{
    m_transport->setScript([](const HttpRequest&) -> std::optional<HttpReply> {
        return ScriptedTransport::reply(307, {}, {{"Location", "https://evil.test/"}});
    });
    const auto created = get<CreateUploadOutput>([&](auto answer) {
        m_store->createUpload({"b", "key", {}, ChecksumMode::Md5}, answer);
    });
    QCOMPARE(created.error().code, "companion-redirects");
    QCOMPARE(m_transport->requests().size(), 1);
}

void TestCompanionStore::saysWhatItCannot()
{
    m_transport->setScript([](const HttpRequest&) { return std::optional(stored()); });
    const auto look = get<ObjectInfo>([&](auto answer) { m_store->headObject({"b", "k", {}}, answer); });
    QCOMPARE(look.error().code, "companion-unsupported");
    const auto list = get<ListUploadsPage>([&](auto answer) { m_store->listUploads({}, answer); });
    QCOMPARE(list.error().kind, ErrorKind::Refused);
    CompleteUploadInput input{"b", "key", "u", {{1, "e", {}}}};
    input.condition = WriteCondition::IfNoneMatch;
    const auto done = get<CompleteUploadOutput>([&](auto answer) { m_store->completeUpload(input, answer); });
    QCOMPARE(done.error().code, "NotImplemented"); // the machine completes without the condition then
    ObjectOptions object;
    object.acl = "public-read";
    const auto created = get<CreateUploadOutput>([&](auto answer) {
        m_store->createUpload({"b", "key", object, ChecksumMode::Md5}, answer);
    });
    QCOMPARE(created.error().code, "companion-setting");
    QVERIFY(m_transport->requests().isEmpty());
    QVERIFY(!m_store->profile().listsUploads && !m_store->profile().looksAtObjects);
    QVERIFY(m_store->profile().listsParts && m_store->profile().aborts);
}

void TestCompanionStore::abortedUploadIsGone()
{
    bool there = true;
    m_transport->setScript([&](const HttpRequest& request) -> std::optional<HttpReply> {
        return request.method == "DELETE" && std::exchange(there, false)
                   ? ScriptedTransport::reply(200, "{}")
                   : ScriptedTransport::reply(500, silent);
    });
    const auto list = [&] {
        return get<ListPartsPage>([&](auto answer) { m_store->listParts({ref()}, answer); });
    };
    QCOMPARE(list().error().kind, ErrorKind::Transient);
    QVERIFY(get<void>([&](auto answer) { m_store->abortUpload(ref(), answer); }));
    QCOMPARE(list().error().code, "NoSuchUpload");
    QCOMPARE(list().error().kind, ErrorKind::NotFound);
    QVERIFY(get<void>([&](auto answer) { m_store->abortUpload(ref(), answer); })); // once more is no failure
}

void TestCompanionStore::completedOrGoneIsNotForever()
{
    m_transport->setScript(
        [](const HttpRequest&) { return std::optional(ScriptedTransport::reply(500, silent)); });
    const auto list = [&] {
        return get<ListPartsPage>([&](auto answer) { m_store->listParts({ref()}, answer); });
    };
    for (int i = 1; i < 6; ++i)
        QCOMPARE(list().error().kind, ErrorKind::Transient);
    QCOMPARE(list().error().kind, ErrorKind::Refused); // go on by our own records: the next part tells
    const CompleteUploadInput input{"b", "key", "u", {{1, "e", {}}}};
    const auto done = get<CompleteUploadOutput>([&](auto answer) { m_store->completeUpload(input, answer); });
    QVERIFY(done.error().maybeDone && done.error().kind == ErrorKind::Transient);
    for (int i = 1; i < 3; ++i)
        QCOMPARE(list().error().kind, ErrorKind::Transient);
    QCOMPARE(list().error().code, "NoSuchUpload"); // nothing can be sent any more to find out
}

QTEST_GUILESS_MAIN(TestCompanionStore)
#include "tst_companionstore.moc"
