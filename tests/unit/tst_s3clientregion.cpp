// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3clientbench.h"

#include <QTest>

using namespace partway;

// Regions are learnt from replies, hosts never are (s3-reference §1.7).
class TestS3ClientRegion : public S3ClientBench
{
    Q_OBJECT

private Q_SLOTS:
    void learnsRegion_data();
    void learnsRegion();
    void redirectsOnce();
    void neverAnotherHost_data();
    void neverAnotherHost();
    void otherStoresStayWhereTheyAre();
    void bareHeadAsksTheBucket();
    void bareHeadWithoutAnswer();
    void createBucketIsNotRedirectedByConstraint();
    void regionAndClockInOneRequest();
};

void TestS3ClientRegion::learnsRegion_data()
{
    QTest::addColumn<HttpReply>("puzzle");
    QTest::addColumn<QByteArray>("method");
    const QList<QPair<QByteArray, QByteArray>> header{{"x-amz-bucket-region", "eu-west-1"}};
    const QByteArray element = "<Region>eu-west-1</Region>";

    QTest::newRow("301 header") << ScriptedTransport::reply(301, errorXml("PermanentRedirect"), header)
                                << QByteArray("PUT");
    QTest::newRow("301 endpoint") << ScriptedTransport::reply(
                                         301, errorXml("PermanentRedirect",
                                                       "<Endpoint>bkt.s3.eu-west-1.amazonaws.com</Endpoint>"))
                                  << QByteArray("GET");
    QTest::newRow("307") << ScriptedTransport::reply(
                                307, errorXml("TemporaryRedirect",
                                              "<Endpoint>bkt.s3-eu-west-1.amazonaws.com</Endpoint>"))
                         << QByteArray("PUT");
    QTest::newRow("400") << ScriptedTransport::reply(400, errorXml("AuthorizationHeaderMalformed", element))
                         << QByteArray("POST");
    QTest::newRow("constraint") << ScriptedTransport::reply(
                                       400, errorXml("IllegalLocationConstraintException"), header)
                                << QByteArray("PUT");
    QTest::newRow("HEAD 301") << ScriptedTransport::reply(301, {}, header) << QByteArray("HEAD");
    QTest::newRow("HEAD 400") << ScriptedTransport::reply(400, {}, header) << QByteArray("HEAD");
}

void TestS3ClientRegion::learnsRegion()
{
    QFETCH(HttpReply, puzzle);
    QFETCH(QByteArray, method);
    client(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    m_transport->play({puzzle, ScriptedTransport::reply(200), ScriptedTransport::reply(200)});
    S3Request request = objectRequest(method, "body");
    request.repeatable = method != "POST";
    QCOMPARE(ask(request).status, 200);
    QCOMPARE(m_transport->requests().size(), 2);
    const HttpRequest first = m_transport->requests().at(0);
    const HttpRequest second = m_transport->requests().at(1);
    QCOMPARE(first.origin.host, QStringLiteral("bkt.s3.us-east-1.amazonaws.com"));
    QCOMPARE(regionSigned(first), QStringLiteral("us-east-1"));
    QCOMPARE(second.origin.host, QStringLiteral("bkt.s3.eu-west-1.amazonaws.com"));
    QCOMPARE(second.headers.value("host"), QByteArray("bkt.s3.eu-west-1.amazonaws.com"));
    QCOMPARE(regionSigned(second), QStringLiteral("eu-west-1"));
    QCOMPARE(second.body.bytes, QByteArray("body"));
    QCOMPARE(second.repeatable, request.repeatable);
    QVERIFY(first.headers.value("Authorization") != second.headers.value("Authorization"));

    QCOMPARE(m_client->regionOf(QStringLiteral("bkt")), QStringLiteral("eu-west-1"));
    QCOMPARE(m_client->regionOf(QStringLiteral("another")), QStringLiteral("us-east-1"));
    ask(objectRequest("GET")); // remembered
    QCOMPARE(m_transport->requests().last().origin.host, QStringLiteral("bkt.s3.eu-west-1.amazonaws.com"));
}

void TestS3ClientRegion::redirectsOnce()
{
    client(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    int turn = 0;
    m_transport->setScript([&](const HttpRequest&) {
        return ScriptedTransport::reply(301, {},
                                        {{"x-amz-bucket-region", ++turn % 2 ? "eu-west-1" : "eu-west-2"}});
    });
    QCOMPARE(ask(objectRequest("GET")).status, 301);
    QCOMPARE(m_transport->requests().size(), 2);
}

void TestS3ClientRegion::neverAnotherHost_data()
{
    QTest::addColumn<HttpReply>("puzzle");
    QTest::newRow("Location") << ScriptedTransport::reply(307, {},
                                                          {{"Location", "https://evil.example/bkt/key"}});
    QTest::newRow("Endpoint") << ScriptedTransport::reply(
        301, errorXml("PermanentRedirect", "<Endpoint>evil.example</Endpoint>"));
    QTest::newRow("region with a host")
        << ScriptedTransport::reply(301, {}, {{"x-amz-bucket-region", "evil.example/"}});
    QTest::newRow("dotted region") << ScriptedTransport::reply(301, {},
                                                               {{"x-amz-bucket-region", "evil.example"}});
    QTest::newRow("region in the body") << ScriptedTransport::reply(
        400, errorXml("AuthorizationHeaderMalformed", "<Region>x@evil.example:80</Region>"));
}

void TestS3ClientRegion::neverAnotherHost()
{
    QFETCH(HttpReply, puzzle);
    client(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    m_transport->setScript([&](const HttpRequest&) { return puzzle; });
    ask(objectRequest("PUT", "x"));
    for (const HttpRequest& request : m_transport->requests())
        QVERIFY2(request.origin.host.endsWith(QStringLiteral(".amazonaws.com")),
                 qPrintable(request.origin.host));
}

void TestS3ClientRegion::otherStoresStayWhereTheyAre()
{
    client(QStringLiteral("https://store.example/base"));
    m_transport->play(
        {ScriptedTransport::reply(400, errorXml("AuthorizationHeaderMalformed", "<Region>garage</Region>")),
         ScriptedTransport::reply(200)});
    QCOMPARE(ask(objectRequest("GET")).status, 200);
    QCOMPARE(m_transport->requests().at(1).origin, m_transport->requests().at(0).origin);
    QCOMPARE(m_transport->requests().at(1).target, QByteArray("/base/bkt/key"));
    QCOMPARE(regionSigned(m_transport->requests().at(1)), QStringLiteral("garage"));
}

void TestS3ClientRegion::bareHeadAsksTheBucket()
{
    client(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    m_transport->play({ScriptedTransport::reply(400),
                       ScriptedTransport::reply(301, {}, {{"x-amz-bucket-region", "eu-west-1"}}),
                       ScriptedTransport::reply(200)});
    QCOMPARE(ask(objectRequest("HEAD")).status, 200);
    const HttpRequest probe = m_transport->requests().value(1);
    QCOMPARE(probe.method, QByteArray("HEAD"));
    QCOMPARE(probe.target, QByteArray("/"));
    QCOMPARE(probe.origin.host, QStringLiteral("bkt.s3.us-east-1.amazonaws.com"));
    QCOMPARE(m_transport->requests().value(2).target, QByteArray("/key"));
    QCOMPARE(regionSigned(m_transport->requests().value(2)), QStringLiteral("eu-west-1"));
}

void TestS3ClientRegion::bareHeadWithoutAnswer()
{
    client(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    m_transport->play({ScriptedTransport::reply(400), ScriptedTransport::failure(ErrorKind::Transient, {})});
    const HttpReply reply = ask(objectRequest("HEAD"));
    QVERIFY(reply.answered());
    QCOMPARE(reply.status, 400);
    QCOMPARE(m_transport->requests().size(), 2);
}

void TestS3ClientRegion::createBucketIsNotRedirectedByConstraint()
{
    client(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    m_transport->play({ScriptedTransport::reply(400, errorXml("IllegalLocationConstraintException"),
                                                {{"x-amz-bucket-region", "eu-west-1"}})});
    S3Request create = objectRequest("PUT", "<CreateBucketConfiguration/>");
    create.key.clear();
    QCOMPARE(ask(create).status, 400);
    QCOMPARE(m_transport->requests().size(), 1);
}

void TestS3ClientRegion::regionAndClockInOneRequest()
{
    client(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    m_transport->play({dated(ScriptedTransport::reply(403, errorXml("RequestTimeTooSkewed")), 7200),
                       ScriptedTransport::reply(301, {}, {{"x-amz-bucket-region", "eu-west-1"}}),
                       ScriptedTransport::reply(200)});
    QCOMPARE(ask(objectRequest("GET")).status, 200);
    const HttpRequest last = m_transport->requests().last();
    QCOMPARE(regionSigned(last), QStringLiteral("eu-west-1"));
    QCOMPARE(last.headers.value("x-amz-date"), QByteArray("20260102T050405Z"));
}

QTEST_GUILESS_MAIN(TestS3ClientRegion)
#include "tst_s3clientregion.moc"
