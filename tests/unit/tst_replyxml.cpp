// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/errordocument.h"
#include "s3/s3error.h"

#include <QTest>

using namespace partway;

namespace {

HttpReply replyOf(int status, const QByteArray& body = {},
                  const QList<QPair<QByteArray, QByteArray>>& headers = {})
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    for (const auto& [name, value] : headers)
        reply.headers.set(name, value);
    reply.receivedAt = QDateTime(QDate(2026, 1, 15), QTime(9, 30), Qt::UTC);
    return reply;
}

QByteArray errorXml(const QByteArray& code, const QByteArray& rest = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code>" + rest + "</Error>";
}

} // namespace

class ReplyXmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regions_data();
    void regions();
    void rootNames_data();
    void rootNames();
    void hostile_data();
    void hostile();
};

void ReplyXmlTest::regions_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("region");
    const auto row = [](const char* name, const char* header, const QByteArray& body, const char* region) {
        QTest::newRow(name) << QByteArray(header) << body << QString::fromLatin1(region);
    };
    const QByteArray malformed = errorXml("AuthorizationHeaderMalformed", "<Region>eu-west-1</Region>");
    const auto redirect = [](const QByteArray& host) {
        return errorXml("PermanentRedirect", "<Endpoint>" + host + "</Endpoint>");
    };
    row("header", "eu-central-1", {}, "eu-central-1");
    row("header before body", "eu-central-1", malformed, "eu-central-1");
    row("body", "", malformed, "eu-west-1");
    row("other names", "", errorXml("AuthorizationHeaderMalformed", "<Region>RegionOne</Region>"),
        "RegionOne");
    row("endpoint", "", redirect("bucket.s3.eu-west-1.amazonaws.com"), "eu-west-1");
    row("endpoint, dual stack", "", redirect("bucket.s3.dualstack.eu-west-1.amazonaws.com"), "eu-west-1");
    row("endpoint, old form", "", redirect("bucket.s3-eu-west-1.amazonaws.com"), "eu-west-1");
    row("endpoint, China", "", redirect("s3.cn-north-1.amazonaws.com.cn"), "cn-north-1");
    row("endpoint without region", "", redirect("bucket.s3.amazonaws.com"), "");
    row("accelerate", "", redirect("bucket.s3-accelerate.amazonaws.com"), "");
    row("endpoint of another store", "", redirect("store.example.com"), "");
    row("a region that is none", "", errorXml("AuthorizationHeaderMalformed", "<Region>a/b c</Region>"), "");
    row("a header that is none", "a/../b", malformed, "eu-west-1");
    row("nothing", "", errorXml("AccessDenied"), "");
}

void ReplyXmlTest::regions()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QTEST(regionFromReply(replyOf(400, body, {{"x-amz-bucket-region", header}})), "region");
}

void ReplyXmlTest::rootNames_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("root");
    const auto row = [](const char* name, const QByteArray& body, const char* root) {
        QTest::newRow(name) << body << QString::fromLatin1(root);
    };
    row("plain", "<A><B/></A>", "A");
    row("declared", "<?xml version='1.0'?>\n<!-- c --><x:A xmlns:x='u'/>\n", "A");
    row("blanks first", "\n\n   <?xml version='1.0'?><A/>", "A");
    row("unfinished", "<A><B></A>", "");
    row("cut off", "<A><B/>", "");
    row("two roots", "<A/><B/>", "");
    row("empty", "", "");
    row("blanks", " \n ", "");
    row("text", "ok", "");
    row("invalid utf-8", "<A>\xFF\xFE\xFD</A>", "");
    row("control character", "<A>&#x1;</A>", "");
}

void ReplyXmlTest::rootNames()
{
    QFETCH(QByteArray, body);
    QTEST(xmlRootName(body), "root");
}

void ReplyXmlTest::hostile_data()
{
    QTest::addColumn<QByteArray>("body");
    QByteArray laughs = "<!DOCTYPE e [<!ENTITY a \"lol\">";
    for (char c = 'b'; c < 'k'; ++c)
        laughs += QByteArray("<!ENTITY ") + c + " \"" +
                  QByteArray("&" + QByteArray(1, char(c - 1)) + ";").repeated(10) + "\">";
    QTest::newRow("laughs") << QByteArray(laughs + "]><Error><Code>&j;</Code></Error>");
    QByteArray parameters = "<!DOCTYPE e [<!ENTITY % a \"<!-- x -->\">";
    for (char c = 'b'; c < 'k'; ++c)
        parameters += QByteArray("<!ENTITY % ") + c + " \"" +
                      QByteArray("&#37;" + QByteArray(1, char(c - 1)) + ";").repeated(10) + "\">";
    QTest::newRow("laughs by parameter") << QByteArray(parameters + "%j;]><Error><Code>C</Code></Error>");
    QTest::newRow("one harmless entity")
        << QByteArray("<!DOCTYPE Error [<!ENTITY a \"NoSuchKey\">]><Error><Code>&a;</Code></Error>");
    QTest::newRow("external entity") << QByteArray(
        "<!DOCTYPE Error [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Error><Code>&a;</Code></Error>");
    QTest::newRow("undeclared entity") << QByteArray("<Error><Code>&nbsp;</Code></Error>");
    QTest::newRow("deep") << QByteArray(QByteArray("<Error>").repeated(200'000) + "<Code>x</Code>");
    QTest::newRow("long text") << QByteArray("<Error><Code>" + QByteArray(10'000'000, 'x') +
                                             "</Code></Error>");
    QTest::newRow("too long") << QByteArray("<Error><Code>x</Code>" + QByteArray(34'000'000, ' ') +
                                            "</Error>");
    QTest::newRow("long name") << QByteArray("<" + QByteArray(10'000'000, 'x') + "/>");
}

// Nothing is read from such a reply; it is judged by its status, in no time.
void ReplyXmlTest::hostile()
{
    QFETCH(QByteArray, body);
    QCOMPARE(errorFromReply(replyOf(404, body)).code, QString());
    QCOMPARE(errorFromReply(replyOf(404, body)).kind, ErrorKind::NotFound);
    QCOMPARE(regionFromReply(replyOf(404, body)), QString());
}

QTEST_GUILESS_MAIN(ReplyXmlTest)
#include "tst_replyxml.moc"
