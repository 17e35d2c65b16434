// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sandboxbench.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace partway;

// Each fault, and which requests a rule hits.
class TestSandboxFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bench.start()); }
    void init();

    void readsRules_data();
    void readsRules();
    void hitsTheRightRequests_data();
    void hitsTheRightRequests();
    void hitsAShareRepeatably();
    void answersInstead_data();
    void answersInstead();
    void cutsTheBody();
    void cutsBeforeAndAfter();
    void cutsTheAnswer();
    void closesWithTheAnswer();
    void hidesAnErrorInside();
    void tricklesBlanks();
    void spoilsEtags();
    void truncatesDocuments();
    void shiftsItsClock();
    void losesAnUpload();
    void storesAWrongByte();
    void waitsAndCrawls();
    void dropsIdleConnections();
    void isControlledOverHttp();
    void countsWhatComesIn();

private:
    RawReply put(const QByteArray& key, const QByteArray& body = "body")
    {
        return m_bench.send("PUT", key, {}, body);
    }
    bool isThere(const QByteArray& key) { return m_bench.send("HEAD", key).status == 200; }

    SandboxBench m_bench;
};

#define SET_FAULT(rule) QCOMPARE(m_bench.setFault(rule), QByteArray())

void TestSandboxFaults::init()
{
    m_bench.sandbox().services().faults.clear();
    m_bench.sandbox().services().counters.reset();
    m_bench.client().disconnect();
}

void TestSandboxFaults::readsRules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problem"); // empty: fine
    const auto row = [](const char* text, const char* problem) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(problem);
    };
    row("UploadPart part=3 times=1: cut-body=64k", "");
    row("*:delay=2s", "");
    row("* key=a%20b%3Ac* chance=0.5 seed=7 : status=503 empty retry-after=3", "");
    row("UploadPart|PutObject part=2-5 nth=2: etag=wrong", "");
    row("*", "a rule needs an action behind a colon");
    row("*: ", "a rule needs an action behind a colon");
    row("Upload: delay=1s", "no operation is called \"Upload\"");
    row("*: explode", "no action is called \"explode\"");
    row("* colour=red: delay=1s", "requests cannot be told by \"colour\"");
    row("* part=5-2: delay=1s", "\"5-2\" is no value for part");
    row("*: delay=soon", "\"soon\" is no value for delay");
    row("*: status=99", "\"99\" is no value for status");
    row("*: etag=maybe", "\"maybe\" is no value for etag");
    row("{\"operation\": \"PutObject\", \"nth\": 2, \"status\": 500, \"empty\": true}", "");
    row("[\"*: cut-before\", {\"cut-after\": true}]", "");
    row("{\"operation\": \"PutObject\"}", "a rule without an action does nothing");
    row("{broken", "unterminated object");
}

void TestSandboxFaults::readsRules()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problem);
    QCOMPARE(m_bench.setFault(text), problem);
}

void TestSandboxFaults::hitsTheRightRequests_data()
{
    QTest::addColumn<QByteArray>("which");
    QTest::addColumn<QByteArray>("hits"); // for parts 1…6 of "dir/a b", in order: x is hit
    const auto row = [](const char* which, const char* hits) {
        QTest::newRow(which) << QByteArray(which) << QByteArray(hits);
    };
    row("*", "xxxxxx");
    row("UploadPart", "xxxxxx");
    row("PutObject|UploadPart", "xxxxxx");
    row("PutObject", "......");
    row("UploadPart part=3", "..x...");
    row("UploadPart part=2-4", ".xxx..");
    row("UploadPart nth=3", "..xxxx");
    row("UploadPart times=2", "xx....");
    row("UploadPart nth=2 times=2", ".xx...");
    row("UploadPart part=3-6 nth=2 times=1", "...x..");
    row("UploadPart key=dir/*", "xxxxxx");
    row("UploadPart key=*a%20b", "xxxxxx");
    row("UploadPart key=di?/a?b", "xxxxxx");
    row("UploadPart key=other*", "......");
    row("UploadPart key=dir", "......");
    row("UploadPart with=Content-Length", "xxxxxx");
    row("UploadPart with=if-none-match", "......");
    row("* chance=0", "......");
}

void TestSandboxFaults::hitsTheRightRequests()
{
    QFETCH(QByteArray, which);
    QFETCH(QByteArray, hits);
    const QByteArray id = m_bench.createUpload("dir/a b");
    SET_FAULT(which + ": status=500");
    QByteArray seen;
    for (int part = 1; part <= 6; ++part)
        seen += m_bench.sendPart("dir/a b", id, part, "x").status == 500 ? 'x' : '.';
    QCOMPARE(seen, hits);
}

void TestSandboxFaults::hitsAShareRepeatably()
{
    QList<QByteArray> runs;
    for (const char* seed : {"1", "1", "2"}) {
        SET_FAULT(QByteArray("HeadObject chance=0.5 seed=") + seed + ": status=500");
        QByteArray run;
        for (int i = 0; i < 40; ++i)
            run += m_bench.send("HEAD", "none").status == 500 ? 'x' : '.';
        runs.append(run);
    }
    QCOMPARE(runs[0], runs[1]);
    QVERIFY(runs[0] != runs[2]);
    QVERIFY(runs[0].count('x') > 8 && runs[0].count('x') < 32);
}

void TestSandboxFaults::answersInstead_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("500") << QByteArray("status=500") << 500 << QByteArray("InternalError");
    QTest::newRow("503") << QByteArray("status=503 retry-after=7") << 503 << QByteArray("SlowDown");
    QTest::newRow("429") << QByteArray("status=429") << 429 << QByteArray("TooManyRequests");
    QTest::newRow("named") << QByteArray("status=503 code=ServiceUnavailable late") << 503
                           << QByteArray("ServiceUnavailable");
    QTest::newRow("empty") << QByteArray("status=503 empty") << 503 << QByteArray();
    QTest::newRow("expired") << QByteArray("expired-token") << 400 << QByteArray("ExpiredToken");
    QTest::newRow("page") << QByteArray("html") << 200 << QByteArray();
    QTest::newRow("bad gateway") << QByteArray("html=502") << 502 << QByteArray();
}

void TestSandboxFaults::answersInstead()
{
    QFETCH(QByteArray, action);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    SET_FAULT("PutObject times=1: " + action);
    const RawReply reply = put("instead", QByteArray(3 * MiB, 'x'));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.body.contains("<html>"), action.startsWith("html"));
    QCOMPARE(reply.body.isEmpty(), action.contains("empty"));
    QCOMPARE(reply.headers.value("retry-after"),
             action.contains("retry-after") ? QByteArray("7") : QByteArray());
    QVERIFY(!isThere("instead")); // on the same connection: the rest of the body was taken
}

void TestSandboxFaults::cutsTheBody()
{
    SET_FAULT("PutObject times=1: cut-body=1M");
    const RawReply reply = put("cut", QByteArray(64 * MiB, 'x'));
    QVERIFY(!reply.answered);
    QVERIFY(reply.sent < 64 * MiB);
    QCOMPARE(m_bench.sandbox().services().counters.bytes("sandbox/cut", 0), MiB);
    QVERIFY(!isThere("cut"));
}

void TestSandboxFaults::cutsBeforeAndAfter()
{
    SET_FAULT("PutObject|AbortMultipartUpload|CreateMultipartUpload times=1: cut-before");
    QVERIFY(!put("before").answered);
    QVERIFY(!isThere("before"));
    SET_FAULT("PutObject: cut-after");
    QVERIFY(!put("after").answered);
    QVERIFY(isThere("after"));
    SET_FAULT("CreateMultipartUpload: cut-after");
    QVERIFY(m_bench.createUpload("lost").isEmpty());
    const QByteArray id = m_bench.send("GET", {}, {{"uploads", ""}, {"prefix", "lost"}}).text("UploadId");
    QVERIFY(!id.isEmpty());
    SET_FAULT("AbortMultipartUpload: cut-after");
    QVERIFY(!m_bench.send("DELETE", "lost", {{"uploadId", id}}).answered);
    QVERIFY(m_bench.send("GET", {}, {{"uploads", ""}, {"prefix", "lost"}}).text("UploadId").isEmpty());
}

void TestSandboxFaults::cutsTheAnswer()
{
    put("answer", QByteArray(MiB, 'x'));
    SET_FAULT("GetObject: cut-answer=1000");
    const RawReply reply = m_bench.send("GET", "answer");
    QVERIFY(!reply.answered);
    QCOMPARE(reply.body.size(), 1000);
    QCOMPARE(reply.headers.value("content-length"), QByteArray::number(MiB));
}

void TestSandboxFaults::closesWithTheAnswer()
{
    SET_FAULT("PutObject: status=503 close");
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/closed";
    const RawReply reply = m_bench.client().sendBytes(m_bench.client().headOf(request), {});
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
}

void TestSandboxFaults::hidesAnErrorInside()
{
    const QByteArray id = m_bench.createUpload("inside");
    const QByteArray etag = m_bench.sendPart("inside", id, 1, "x").headers.value("etag");
    SET_FAULT("CompleteMultipartUpload times=1: error=InternalError");
    const RawReply reply = m_bench.complete("inside", id, partElement(1, etag));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.code(), QByteArray("InternalError"));
    QVERIFY(!isThere("inside"));
    QCOMPARE(m_bench.complete("inside", id, partElement(1, etag)).code(), QByteArray());
}

void TestSandboxFaults::tricklesBlanks()
{
    const QByteArray id = m_bench.createUpload("blanks");
    const QByteArray etag = m_bench.sendPart("blanks", id, 1, "x").headers.value("etag");
    SET_FAULT("CompleteMultipartUpload: blanks=700ms");
    QElapsedTimer timer;
    timer.start();
    const RawReply reply = m_bench.complete("blanks", id, partElement(1, etag));
    QVERIFY(timer.elapsed() >= 700);
    QCOMPARE(reply.status, 200);
    QVERIFY2(reply.body.contains("?>\n   ") && reply.body.contains(" <CompleteMultipartUploadResult"),
             reply.body.constData());
    QCOMPARE(reply.body.count("<?xml"), 1);
}

void TestSandboxFaults::spoilsEtags()
{
    const QByteArray id = m_bench.createUpload("etags");
    const QByteArray right = m_bench.sendPart("etags", id, 1, "x").headers.value("etag");
    SET_FAULT("*: etag=wrong");
    const QByteArray wrong = m_bench.sendPart("etags", id, 1, "x").headers.value("etag");
    QCOMPARE(wrong.size(), right.size());
    QVERIFY(wrong != right);
    QCOMPARE(m_bench.complete("etags", id, partElement(1, wrong)).code(), QByteArray("InvalidPart"));
    SET_FAULT("*: etag=none");
    QVERIFY(!m_bench.sendPart("etags", id, 1, "x").headers.has("etag"));
    const RawReply done = m_bench.complete("etags", id, partElement(1, right));
    QCOMPARE(done.code(), QByteArray());
    QVERIFY(!done.body.contains("ETag"));
    m_bench.setFault("");
    QVERIFY(m_bench.send("HEAD", "etags").headers.value("etag").endsWith("-1\""));
}

void TestSandboxFaults::truncatesDocuments()
{
    SET_FAULT("ListObjects: truncate");
    const RawReply half = m_bench.send("GET", {});
    QVERIFY(half.answered); // the HTTP is right
    QVERIFY(!half.body.contains("</ListBucketResult>"));
    SET_FAULT("ListObjects: truncate=40");
    QCOMPARE(m_bench.send("GET", {}).body.size(), 40);
}

void TestSandboxFaults::shiftsItsClock()
{
    SET_FAULT("*: skew=30m");
    const RawReply reply = put("skew");
    QCOMPARE(reply.code(), QByteArray("RequestTimeTooSkewed"));
    QVERIFY(!reply.text("ServerTime").isEmpty());
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/skew";
    request.clockAhead = 1800;
    QCOMPARE(m_bench.client().send(request).status, 200);
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(reply.headers.value("date")),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(date) - 1800) < 60);
}

void TestSandboxFaults::losesAnUpload()
{
    const QByteArray id = m_bench.createUpload("vanishes");
    m_bench.sendPart("vanishes", id, 1, "x");
    SET_FAULT("UploadPart part=2: vanish");
    QCOMPARE(m_bench.sendPart("vanishes", id, 2, "x").code(), QByteArray("NoSuchUpload"));
    QCOMPARE(m_bench.send("GET", "vanishes", {{"uploadId", id}}).code(), QByteArray("NoSuchUpload"));
}

void TestSandboxFaults::storesAWrongByte()
{
    SET_FAULT("PutObject: corrupt");
    const RawReply reply =
        m_bench.send("PUT", "damaged", {}, "body", headers({{"x-amz-checksum-crc32", "AAAAAA=="}}));
    QCOMPARE(reply.status, 200);
    QCOMPARE(m_bench.send("GET", "damaged").body, QByteArray("cody"));
    QVERIFY(reply.headers.value("etag") != "\"841a2d689ad86bd1611447453c22c6fc\""); // MD5 of "body"
}

void TestSandboxFaults::waitsAndCrawls()
{
    QElapsedTimer timer;
    timer.start();
    SET_FAULT("PutObject: delay=300ms");
    QCOMPARE(put("late").status, 200);
    QVERIFY(timer.elapsed() >= 300);
    SET_FAULT("PutObject: rate=1M");
    timer.restart();
    QCOMPARE(put("slow", QByteArray(MiB, 'x')).status, 200);
    QVERIFY2(timer.elapsed() >= 700, QByteArray::number(timer.elapsed()).constData());
}

void TestSandboxFaults::dropsIdleConnections()
{
    QCOMPARE(put("idle").status, 200);
    QVERIFY(m_bench.client().isConnected());
    SET_FAULT("PutObject: close-idle");
    QCOMPARE(put("idle").status, 200);
    QTRY_VERIFY(!m_bench.client().isConnected());
    m_bench.setFault("");
    QCOMPARE(put("idle").status, 200);
    // A connection is idle only a moment after its answer has left, so the wish is repeated until it is
    // heard.
    const auto dropped = [this] {
        RawClient control(m_bench.sandbox().endpoint(), {});
        control.sendBytes("DELETE /_sandbox/connections HTTP/1.1\r\nHost: x\r\n\r\n", {});
        return QTest::qWaitFor([this] { return !m_bench.client().isConnected(); }, 200);
    };
    QTRY_VERIFY(dropped());
}

void TestSandboxFaults::isControlledOverHttp()
{
    RawClient control(m_bench.sandbox().endpoint(), {});
    const auto ask = [&](const QByteArray& method, const QByteArray& place, const QByteArray& body = {}) {
        return control.sendBytes(method + " /_sandbox" + place + " HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                                     QByteArray::number(body.size()) + "\r\n\r\n",
                                 body);
    };
    QCOMPARE(ask("PUT", "/faults", "PutObject times=1: status=500\nHeadObject: delay=1ms\n").status, 200);
    QCOMPARE(ask("POST", "/faults", "{\"operation\": \"PutObject\", \"key\": \"only this\", \"status\": 503}")
                 .status,
             200);
    QCOMPARE(put("any").status, 500);
    QCOMPARE(put("any").status, 200);
    QCOMPARE(put("only this").status, 503);
    const QJsonArray rules = QJsonDocument::fromJson(ask("GET", "/faults").body).array();
    QCOMPARE(rules.size(), 3);
    QCOMPARE(rules[0].toObject()[u"matched"].toInt(), 3);
    QCOMPARE(rules[0].toObject()[u"acted"].toInt(), 1);
    QCOMPARE(ask("DELETE", "/faults/" + QByteArray::number(rules[2].toObject()[u"id"].toInt())).status, 200);
    QCOMPARE(put("only this").status, 200);
    QCOMPARE(ask("DELETE", "/faults/999").status, 404);
    QCOMPARE(ask("DELETE", "/faults").body.trimmed(), QByteArray("[\n]"));
    QCOMPARE(ask("PUT", "/faults", "*: explode").status, 400);
    QCOMPARE(ask("GET", "/nothing").status, 404);
}

void TestSandboxFaults::countsWhatComesIn()
{
    const sandbox::Counters& counters = m_bench.sandbox().services().counters;
    const QByteArray id = m_bench.createUpload("counted");
    SET_FAULT("UploadPart part=2 times=1: cut-body=100");
    m_bench.sendPart("counted", id, 1, QByteArray(1000, 'x'));
    m_bench.sendPart("counted", id, 2, QByteArray(1000, 'x'));
    m_bench.sendPart("counted", id, 2, QByteArray(1000, 'x'));
    QCOMPARE(counters.bytes("sandbox/counted", 1), 1000);
    QCOMPARE(counters.bytes("sandbox/counted", 2), 1100);
    QCOMPARE(counters.bytes("sandbox/counted"), 2100);
    QCOMPARE(counters.requests(sandbox::Operation::UploadPart), 3);
    QCOMPARE(counters.answers(sandbox::Operation::UploadPart, 200), 2);
    QCOMPARE(counters.json()[u"requests"].toObject()[u"CreateMultipartUpload"].toInt(), 1);
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
