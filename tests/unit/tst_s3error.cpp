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

class S3ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void fullDocument();
    void otherShapes_data();
    void otherShapes();
    void failuresPassThrough();
    void errorInsideSuccess();
    void troubleInside_data();
    void troubleInside();
    void doubt_data();
    void doubt();
    void pages_data();
    void pages();
    void portals_data();
    void portals();
    void retryAfter_data();
    void retryAfter();
    void secretsAreRemoved();
    void longAndOddTexts();
};

// s3-reference §6.1, row by row.
void S3ErrorTest::table_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char* code, int status, ErrorKind kind) {
        QTest::addRow("%d %s", status, code) << QString::fromLatin1(code) << status << kind;
    };
    row("InternalError", 500, ErrorKind::Transient);
    row("InternalErrors", 500, ErrorKind::Transient);
    for (const char* code :
         {"ServiceUnavailable", "SlowDown", "SlowDownRead", "SlowDownWrite", "ServerBusy", "Throttling",
          "ThrottlingException", "RequestLimitExceeded", "BandwidthLimitExceeded"})
        row(code, 503, ErrorKind::Throttled);
    row("TooManyRequests", 429, ErrorKind::Throttled);
    for (const int status : {500, 502, 504, 509, 408, 499, 520})
        row("", status, ErrorKind::Transient);
    row("", 429, ErrorKind::Throttled);
    row("", 503, ErrorKind::Throttled);
    row("RequestTimeout", 400, ErrorKind::Transient);
    row("RequestTimeout", 503, ErrorKind::Transient);
    for (const char* code :
         {"IncompleteBody", "BadDigest", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch"})
        row(code, 400, ErrorKind::Transient);
    row("RequestTimeTooSkewed", 403, ErrorKind::Clock);
    for (const char* code : {"ExpiredToken", "TokenRefreshRequired", "InvalidToken"})
        row(code, 400, ErrorKind::SignIn);
    row("AuthorizationHeaderMalformed", 400, ErrorKind::Redirect);
    row("PermanentRedirect", 301, ErrorKind::Redirect);
    row("TemporaryRedirect", 307, ErrorKind::Redirect);
    row("IllegalLocationConstraintException", 400, ErrorKind::Redirect);
    row("", 301, ErrorKind::Redirect);
    row("", 307, ErrorKind::Redirect);
    for (const char* code :
         {"SignatureDoesNotMatch", "InvalidAccessKeyId", "NotSignedUp", "AccountProblem", "InvalidSecurity"})
        row(code, 403, ErrorKind::SignIn);
    row("Unauthorized", 401, ErrorKind::SignIn);
    row("", 401, ErrorKind::SignIn);
    for (const char* code : {"AccessDenied", "AllAccessDisabled", "UnauthorizedAccess", "InvalidObjectState",
                             "QuotaExceeded", "cap_exceeded", ""})
        row(code, 403, ErrorKind::Refused);
    for (const char* code : {"NoSuchBucket", "NoSuchUpload", "NoSuchKey", ""})
        row(code, 404, ErrorKind::NotFound);
    for (const char* code :
         {"InvalidPart", "InvalidPartOrder", "EntityTooSmall", "EntityTooLarge", "MaxMessageLengthExceeded",
          "InvalidArgument", "InvalidRequest", "MalformedXML", "KeyTooLongError", "MetadataTooLarge",
          "InvalidStorageClass", "InvalidDigest", "InvalidEncryptionAlgorithmError", "InvalidURI",
          "AccessControlListNotSupported", "InvalidBucketName", "TooManyBuckets", "SomethingNobodyKnows", ""})
        row(code, 400, ErrorKind::Refused);
    row("MissingContentLength", 411, ErrorKind::Refused);
    row("EntityTooLarge", 413, ErrorKind::Refused);
    row("PreconditionFailed", 412, ErrorKind::Conflict);
    row("InvalidRequest", 412, ErrorKind::Conflict); // Swift
    row("", 412, ErrorKind::Conflict);
    row("ConditionalRequestConflict", 409, ErrorKind::Conflict);
    row("BucketAlreadyExists", 409, ErrorKind::Conflict);
    row("BucketAlreadyOwnedByYou", 409, ErrorKind::Conflict);
    row("OperationAborted", 409, ErrorKind::Transient);
    row("NotImplemented", 501, ErrorKind::Refused);
    row("", 501, ErrorKind::Refused);
    row("MethodNotAllowed", 405, ErrorKind::Refused);
    row("XMinioStorageFull", 507, ErrorKind::Refused);
    row("", 507, ErrorKind::Refused);
    row("SomethingNobodyKnows", 500, ErrorKind::Transient);
    row("", 200, ErrorKind::Bug);
}

void S3ErrorTest::table()
{
    QFETCH(QString, code);
    QFETCH(int, status);
    QTEST(kindForCode(code, status), "kind");
    const Error error =
        errorFromReply(replyOf(status, code.isEmpty() ? QByteArray() : errorXml(code.toLatin1())));
    if (status >= 300)
        QTEST(error.kind, "kind");
    QCOMPARE(error.code, code);
    QCOMPARE(error.httpStatus, status);
}

void S3ErrorTest::fullDocument()
{
    const Error error = errorFromReply(
        replyOf(404,
                errorXml("NoSuchUpload", "<Message>The upload &lt;ID&gt; does\nnot exist</Message>"
                                         "<Resource>/bucket/key</Resource><RequestId>IN-BODY</RequestId>"
                                         "<HostId>h</HostId><Extra><Deep>x</Deep></Extra>"),
                {{"X-Amz-Request-Id", "IN-HEADER"}}));
    Error expected;
    expected.kind = ErrorKind::NotFound;
    expected.httpStatus = 404;
    expected.code = QStringLiteral("NoSuchUpload");
    expected.message = QStringLiteral("The upload <ID> does not exist");
    expected.requestId = QStringLiteral("IN-HEADER");
    expected.resource = QStringLiteral("/bucket/key");
    QCOMPARE(error, expected);
}

void S3ErrorTest::otherShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("requestId");
    const auto row = [](const char* name, const QByteArray& body, const char* code, const char* requestId) {
        QTest::newRow(name) << body << QString::fromLatin1(code) << QString::fromLatin1(requestId);
    };
    row("namespace and prefix",
        "<s3:Error "
        "xmlns:s3=\"http://s3.amazonaws.com/doc/2006-03-01/\"><s3:Code>NoSuchKey</s3:Code></s3:Error>",
        "NoSuchKey", "");
    row("blanks before", " \r\n\t" + errorXml("NoSuchKey"), "NoSuchKey", "");
    row("byte order mark", "\xEF\xBB\xBF" + errorXml("NoSuchKey"), "NoSuchKey", "");
    row("request id in the body", errorXml("NoSuchKey", "<RequestId>tx00</RequestId>"), "NoSuchKey", "tx00");
    row("sts",
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
        "<Code>ExpiredToken</Code><Message>m</Message></Error><RequestId>r-1</RequestId></ErrorResponse>",
        "ExpiredToken", "r-1");
    row("broken off after the code", "<Error><Code>NoSuchKey</Code><Mess", "NoSuchKey", "");
    row("broken off in the code", "<Error><Code>NoSuch", "", "");
    row("no code", "<Error><Message>m</Message></Error>", "", "");
    row("code is deeper", "<Error><Code><b>NoSuchKey</b></Code></Error>", "NoSuchKey", "");
    row("another root", "<Other><Code>NoSuchKey</Code></Other>", "", "");
    row("plain text", "404 page not found", "", "");
    row("json", "{\"code\":\"NoSuchKey\"}", "", "");
}

void S3ErrorTest::otherShapes()
{
    QFETCH(QByteArray, body);
    const Error error = errorFromReply(replyOf(404, body));
    QTEST(error.code, "code");
    QTEST(error.requestId, "requestId");
    const Error head = errorFromReply(replyOf(404, {}, {{"x-minio-error-code", "NoSuchBucket"}}));
    QCOMPARE(head.code, QStringLiteral("NoSuchBucket"));
}

void S3ErrorTest::failuresPassThrough()
{
    HttpReply reply;
    Error failure;
    failure.kind = ErrorKind::Transient;
    failure.code = QStringLiteral("stalled");
    failure.maybeDone = true;
    reply.failure = failure;
    QCOMPARE(errorFromReply(reply), failure);
}

// Complete sends its status before it knows: what comes then counts as a 500.
void S3ErrorTest::errorInsideSuccess()
{
    const Error known = errorFromReply(replyOf(200, errorXml("InternalError")));
    QCOMPARE(known.kind, ErrorKind::Transient);
    QCOMPARE(known.httpStatus, 200);
    QVERIFY(known.maybeDone);
    QCOMPARE(errorFromReply(replyOf(200, errorXml("NobodyKnows"))).kind, ErrorKind::Transient);
    QCOMPARE(errorFromReply(replyOf(200, errorXml("InvalidPart"))).kind, ErrorKind::Refused);
}

// Swift 2.30: Complete on a busy machine. It is the server's trouble, and passes.
void S3ErrorTest::troubleInside_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("maybeDone");
    const QByteArray part = "/b%2Bsegments/in%20box/k.bin/NzhhMGUy/7: ";
    const auto parts = [&part](const QByteArray& said) {
        return "<Message>" + part + said + "\n" + part + said + "</Message><Status>400 Bad Request</Status>";
    };
    QTest::newRow("a part: unavailable")
        << 400 << parts("503 Service Unavailable") << ErrorKind::Throttled << false;
    QTest::newRow("a part: broken") << 400 << parts("500 Internal Error") << ErrorKind::Transient << false;
    QTest::newRow("a part: timeout") << 400 << parts("408 Request Timeout") << ErrorKind::Transient << false;
    QTest::newRow("a part of a long key, late")
        << 200 << "<Message>/" + QByteArray(5000, 'x') + "/1: 503 Service Unavailable</Message>"
        << ErrorKind::Throttled << true;
    QTest::newRow("a part: forbidden") << 400 << parts("403 Forbidden") << ErrorKind::Refused << false;
    QTest::newRow("the object") << 503 << QByteArray("<Status>503 Service Unavailable</Status>")
                                << ErrorKind::Throttled << true;
    QTest::newRow("the object, late")
        << 200 << QByteArray("<Status>503 Service Unavailable</Status>") << ErrorKind::Throttled << true;
    QTest::newRow("a condition, late")
        << 200 << QByteArray("<Status>412 Precondition Failed</Status>") << ErrorKind::Conflict << false;
    QTest::newRow("a status of another store") << 500 << QByteArray() << ErrorKind::Transient << true;
    QTest::newRow("a number in words")
        << 400 << QByteArray("<Message>Not 3: 503 Service</Message>") << ErrorKind::Refused << false;
    QTest::newRow("no number") << 400 << QByteArray("<Status>none</Status>") << ErrorKind::Refused << false;
    QTest::newRow("late, and of the request") << 200 << QByteArray() << ErrorKind::Refused << false;
}

void S3ErrorTest::troubleInside()
{
    QFETCH(int, status);
    QFETCH(QByteArray, rest);
    const Error error = errorFromReply(replyOf(status, errorXml("InvalidRequest", rest)));
    QTEST(error.kind, "kind");
    QTEST(error.maybeDone, "maybeDone");
    QCOMPARE(error.code, QStringLiteral("InvalidRequest"));
}

void S3ErrorTest::doubt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("maybeDone");
    QTest::newRow("500") << 500 << QByteArray() << true;
    QTest::newRow("500 InternalError") << 500 << errorXml("InternalError") << true;
    QTest::newRow("502") << 502 << QByteArray("<html>") << true;
    QTest::newRow("503 bare") << 503 << QByteArray() << true;
    QTest::newRow("503 ServiceUnavailable") << 503 << errorXml("ServiceUnavailable") << true;
    QTest::newRow("503 SlowDown") << 503 << errorXml("SlowDown") << false;
    QTest::newRow("504") << 504 << QByteArray() << true;
    QTest::newRow("501") << 501 << QByteArray() << false;
    QTest::newRow("507") << 507 << errorXml("XMinioStorageFull") << false;
    QTest::newRow("400 RequestTimeout") << 400 << errorXml("RequestTimeout") << false;
    QTest::newRow("404") << 404 << errorXml("NoSuchUpload") << false;
    QTest::newRow("429") << 429 << QByteArray() << false;
}

void S3ErrorTest::doubt()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(errorFromReply(replyOf(status, body)).maybeDone, "maybeDone");
}

void S3ErrorTest::pages_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    const QByteArray page = "<!DOCTYPE html>\n<html><head><title>Welcome &amp;\n more</title></head></html>";
    QTest::newRow("captive portal") << 200 << page << ErrorKind::Transient
                                    << QStringLiteral("captive-portal");
    QTest::newRow("network sign-in") << 511 << page << ErrorKind::Transient
                                     << QStringLiteral("captive-portal");
    QTest::newRow("404 page") << 404 << page << ErrorKind::Refused << QStringLiteral("not-s3");
    QTest::newRow("403 page, upper case")
        << 403 << QByteArray("<HTML>no") << ErrorKind::Refused << QStringLiteral("not-s3");
    QTest::newRow("xhtml") << 403 << QByteArray("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html/>")
                           << ErrorKind::Refused << QStringLiteral("not-s3");
    QTest::newRow("proxy: too large") << 413 << page << ErrorKind::Refused << QString();
    QTest::newRow("proxy: too many") << 429 << page << ErrorKind::Throttled << QString();
    QTest::newRow("proxy: bad gateway") << 502 << page << ErrorKind::Transient << QString();
    QTest::newRow("proxy: unavailable") << 503 << page << ErrorKind::Throttled << QString();
    QTest::newRow("redirect page") << 302 << page << ErrorKind::Redirect << QString();
    QTest::newRow("error document that mentions html")
        << 403 << errorXml("AccessDenied", "<Message>&lt;html</Message>") << ErrorKind::Refused
        << QStringLiteral("AccessDenied");
}

void S3ErrorTest::pages()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = errorFromReply(replyOf(status, body));
    QTEST(error.kind, "kind");
    QTEST(error.code, "code");
    if (error.code == QLatin1String("not-s3") && body.contains("title"))
        QCOMPARE(error.message, QStringLiteral("Welcome &amp; more"));
    const Error byType =
        errorFromReply(replyOf(404, "hello", {{"content-type", "text/html; charset=utf-8"}}));
    QCOMPARE(byType.code, QStringLiteral("not-s3"));
}

void S3ErrorTest::portals_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("portal");
    const auto row = [](const char* name, const HttpReply& reply, bool portal) {
        QTest::newRow(name) << reply << portal;
    };
    const QList<QPair<QByteArray, QByteArray>> login{{"Location", "http://login.hotel/"}},
        html{{"Content-Type", "text/html"}};
    const QByteArray page = "<html><title>Sign in</title></html>";
    row("page", replyOf(200, page), true);
    row("page by its type", replyOf(200, "Sign in", html), true);
    row("no body, but a page's type", replyOf(200, {}, html), true);
    row("head of a page that is an object", replyOf(200, {}, html + decltype(html){{"ETag", "\"e\""}}),
        false);
    row("a store's head", replyOf(200, {}, html + decltype(html){{"x-amz-request-id", "R"}}), false);
    row("redirect", replyOf(302, {}, login), true);
    row("redirect with a page", replyOf(307, page, login), true);
    row("see other", replyOf(303, {}, login), true);
    row("a store's redirect", replyOf(307, errorXml("TemporaryRedirect"), login), false);
    row("a store's redirect of a head",
        replyOf(307, {}, login + decltype(login){{"x-amz-bucket-region", "eu-west-1"}}), false);
    row("moved for good", replyOf(301, page, login), false);
    row("redirect to nowhere", replyOf(302), false);
    row("511", replyOf(511), true);
    row("404 page", replyOf(404, page), false);
    row("403 page", replyOf(403, page), false);
    row("nothing", replyOf(200), false);
    row("document", replyOf(200, "<ListBucketResult/>"), false);
}

void S3ErrorTest::portals()
{
    QFETCH(HttpReply, reply);
    QTEST(isPortal(reply), "portal");
    const Error error = errorFromReply(reply);
    QCOMPARE(error.code == QLatin1String("captive-portal"), isPortal(reply));
    if (isPortal(reply))
        QCOMPARE(error.kind, ErrorKind::Transient); // it waits, and nothing fails
}

void S3ErrorTest::retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("absent") << QByteArray() << 0;
    QTest::newRow("seconds") << QByteArray("7") << 7;
    QTest::newRow("date") << QByteArray("Thu, 15 Jan 2026 09:31:30 GMT") << 90;
    QTest::newRow("past date") << QByteArray("Thu, 15 Jan 2026 09:00:00 GMT") << 0;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("absurd") << QByteArray("99999999999") << 86400;
    QTest::newRow("words") << QByteArray("soon") << 0;
}

void S3ErrorTest::retryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    QCOMPARE(errorFromReply(replyOf(503, {}, {{"Retry-After", value}})).retryAfterSeconds, seconds);
}

void S3ErrorTest::secretsAreRemoved()
{
    const Error error = errorFromReply(replyOf(
        403, errorXml("SignatureDoesNotMatch",
                      "<Message>Authorization: AWS4-HMAC-SHA256 Credential=AKIA/x, Signature=beef</Message>"
                      "<StringToSign>AWS4-HMAC-SHA256 s3cret</StringToSign>"
                      "<Resource>/k?X-Amz-Signature=beef&amp;a=b</Resource>")));
    const QString everything = error.message + error.resource + error.code + error.requestId;
    QVERIFY(!everything.contains(QLatin1String("beef")));
    QVERIFY(!everything.contains(QLatin1String("s3cret")));
    QVERIFY(!everything.contains(QLatin1String("AKIA")));
    QCOMPARE(error.code, QStringLiteral("SignatureDoesNotMatch"));
}

void S3ErrorTest::longAndOddTexts()
{
    const Error error =
        errorFromReply(replyOf(400,
                               errorXml(QByteArray(5000, 'c'), "<Message>a&#x9;b\xE2\x80\xAE"
                                                               "c&#xA;" +
                                                                   QByteArray(50'000, 'm') + "</Message>"),
                               {{"x-amz-request-id", QByteArray(5000, 'r')}}));
    QCOMPARE(error.code.size(), 100);
    QVERIFY(error.message.size() <= 2000);
    QVERIFY(error.message.startsWith(QLatin1String("a b c")));
    QCOMPARE(error.requestId.size(), 200);
}

QTEST_GUILESS_MAIN(S3ErrorTest)
#include "tst_s3error.moc"
