// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

#include <QTest>

using namespace partway;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersIgnoreCase();
    void setReplacesAll();
    void hostHeader_data();
    void hostHeader();
    void bodySize();
};

void TestMessage::headersIgnoreCase()
{
    HeaderList headers;
    headers.add("ETag", "\"a\"");
    QVERIFY(headers.has("etag"));
    QCOMPARE(headers.value("ETAG"), QByteArray("\"a\""));
    QVERIFY(!headers.has("e-tag"));
    QCOMPARE(headers.value("e-tag"), QByteArray());
}

void TestMessage::setReplacesAll()
{
    HeaderList headers;
    headers.add("x-a", "1");
    headers.add("X-B", "2");
    headers.add("X-A", "3");
    QCOMPARE(headers.value("x-a"), QByteArray("1"));
    headers.set("x-A", "4");
    QCOMPARE(headers.all().size(), 2);
    QCOMPARE(headers.all().at(0).first, QByteArray("X-B"));
    QCOMPARE(headers.value("x-a"), QByteArray("4"));
}

void TestMessage::hostHeader_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("https") << "https"
                           << "s3.example.org" << 0 << QByteArray("s3.example.org");
    QTest::newRow("https 443") << "https"
                               << "s3.example.org" << 443 << QByteArray("s3.example.org");
    QTest::newRow("https 80") << "https"
                              << "s3.example.org" << 80 << QByteArray("s3.example.org:80");
    QTest::newRow("http 80") << "http"
                             << "s3.example.org" << 80 << QByteArray("s3.example.org");
    QTest::newRow("http 9000") << "http"
                               << "127.0.0.1" << 9000 << QByteArray("127.0.0.1:9000");
    QTest::newRow("IPv6") << "http"
                          << "::1" << 0 << QByteArray("[::1]");
    QTest::newRow("IPv6 port") << "https"
                               << "fe80::1" << 8443 << QByteArray("[fe80::1]:8443");
    QTest::newRow("umlaut") << "https" << QStringLiteral("b\u00fccher.example") << 0
                            << QByteArray("xn--bcher-kva.example");
}

void TestMessage::hostHeader()
{
    QFETCH(QString, scheme);
    QFETCH(QString, host);
    QFETCH(int, port);
    QTEST(Origin({scheme, host, port}).hostHeader(), "expected");
}

void TestMessage::bodySize()
{
    class NoSource : public ByteSource
    {
        Result<qint64> readAt(qint64, char*, qint64) const override { return qint64(0); }
    };
    HttpBody body;
    QCOMPARE(body.size(), 0);
    body.bytes = "abc";
    QCOMPARE(body.size(), 3);
    body.source = std::make_shared<NoSource>();
    body.window = {10, 5 * GiB};
    QCOMPARE(body.size(), 5 * GiB);
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
