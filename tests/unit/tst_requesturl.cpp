// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requesturl.h"

#include <QTest>

using namespace partway;

// The rows of s3-reference §1.11: what the network stack would send as it is, and what it would change.
class TestRequestUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendable_data();
    void sendable();
    void refused_data();
    void refused();
    void badOrigins_data();
    void badOrigins();
    void dotAndOneCharacter();
};

namespace {

const Origin origin{QStringLiteral("http"), QStringLiteral("127.0.0.1"), 9000};

} // namespace

void TestRequestUrl::sendable_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* target : {"/",
                               "/b/k",
                               "/b/a//b",
                               "/b/a+b",
                               "/b/a%2Bb",
                               "/b/%28x%29",
                               "/b/100%25",
                               "/b/%5C%7C%23%3F",
                               "/b/%C3%A4",
                               "/b/%C3%28",
                               "/b/.git/x",
                               "/b/..v/x",
                               "/b/.../x",
                               "/b/x.v",
                               "/b/x/.v",
                               "/b//lead/x",
                               "/b/k/",
                               "/b/%00",
                               "/b/k?uploads=",
                               "/b/k?partNumber=1&uploadId=a%2Fb%3D%3D",
                               "/b?prefix=a%20b%2B&x=~",
                               "/b/%20",
                               "/b/a%3Ab",
                               "/b/%F0%9F%90%99"})
        QTest::newRow(QByteArray(target).toPercentEncoding("/%?=&+").constData()) << QByteArray(target);
}

void TestRequestUrl::sendable()
{
    QFETCH(QByteArray, target);
    const Result<QUrl> url = urlForTarget(origin, target);
    QVERIFY2(url.ok(), qPrintable(url ? QString() : url.error().code));
    QCOMPARE(url->host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(url->port(), 9000);
}

void TestRequestUrl::refused_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* target :
         {"/bkt/./a/../b/./c//", "/b/./x", "/b/../x", "/bkt/%2E/a/%2E%2E/b", "/b/..", "/b/.", "//lead/x", "",
          "b/k", "/b/k#f", "/b/%zz", "/b/%32%45", "/b/a b", "/b/\xC3\xA4", "/b/k\r\nX-Evil: 1",
          "//evil.example/b", "@evil.example/b", "/b?x=%7E"})
        QTest::newRow(QByteArray(target).toPercentEncoding("/%?=&+").constData()) << QByteArray(target);
}

void TestRequestUrl::refused()
{
    QFETCH(QByteArray, target);
    const Result<QUrl> url = urlForTarget(origin, target);
    QVERIFY(!url.ok());
    QCOMPARE(url.error().kind, ErrorKind::Refused);
    QCOMPARE(url.error().code, QStringLiteral("path-cannot-be-sent"));
    QVERIFY(!url.error().maybeDone);
}

// Which version of Qt drops a folder of a dot and one character is Qt's business; that it is never sent
// wrongly is ours.
void TestRequestUrl::dotAndOneCharacter()
{
    const QByteArray target = "/b/.v/c";
    const Result<QUrl> url = urlForTarget(origin, target);
    const QByteArray sent = QUrl::fromEncoded("http://127.0.0.1:9000" + target)
                                .adjusted(QUrl::NormalizePathSegments)
                                .path(QUrl::FullyEncoded)
                                .toLatin1();
    QCOMPARE(url.ok(), sent == target);
}

void TestRequestUrl::badOrigins_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("host");
    QTest::newRow("no host") << "http"
                             << "";
    QTest::newRow("blank") << "http"
                           << "a b";
    QTest::newRow("ftp") << "ftp"
                         << "a";
    QTest::newRow("no scheme") << ""
                               << "a";
    QTest::newRow("user") << "http"
                          << "u@h";
    QTest::newRow("path") << "http"
                          << "h/p";
    QTest::newRow("query") << "http"
                           << "h?p";
    QTest::newRow("line") << "http"
                          << "h\r\nX: 1";
}

void TestRequestUrl::badOrigins()
{
    QFETCH(QString, scheme);
    QFETCH(QString, host);
    const Result<QUrl> url = urlForTarget({scheme, host, 0}, "/b/k");
    QVERIFY(!url.ok());
    QCOMPARE(url.error().code, QStringLiteral("endpoint-invalid"));
}

QTEST_GUILESS_MAIN(TestRequestUrl)
#include "tst_requesturl.moc"
