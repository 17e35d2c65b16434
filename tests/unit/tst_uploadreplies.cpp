// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/operations.h"

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
        reply.headers.add(name, value);
    return reply;
}

const QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const QByteArray internalError = "<Error><Code>InternalError</Code><Message>m</Message></Error>";
const QByteArray page = "<!DOCTYPE html><html><head><title>Log in</title></head></html>";

QByteArray completeXml(const QByteArray& inside)
{
    return "<CompleteMultipartUploadResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + inside +
           "</CompleteMultipartUploadResult>";
}

void addOutcomeColumns()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("maybeDone");
}

void outcome(const char* name, const HttpReply& reply, ErrorKind kind, const char* code, bool maybeDone)
{
    QTest::newRow(name) << reply << kind << QString::fromLatin1(code) << maybeDone;
}

} // namespace

Q_DECLARE_METATYPE(HttpReply)

class UploadRepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void created_data();
    void created();
    void createdHeaders();
    void createFailures_data();
    void createFailures();
    void partStored();
    void partFailures_data();
    void partFailures();
    void partChecksums_data();
    void partChecksums();
    void completed_data();
    void completed();
    void completedHeaders();
    void completeFailures_data();
    void completeFailures();
    void aborted_data();
    void aborted();
};

void UploadRepliesTest::created_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("AWS") << QByteArray(
        xml +
        "<InitiateMultipartUploadResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>b</Bucket>"
        "<Key>k</Key><UploadId>U.1_-</UploadId></InitiateMultipartUploadResult>");
    QTest::newRow("no namespace, no declaration") << QByteArray(
        "<InitiateMultipartUploadResult><UploadId>U.1_-</UploadId></InitiateMultipartUploadResult>");
    QTest::newRow("Swift") << QByteArray(
        "<?xml version='1.0' encoding='UTF-8'?>\n<InitiateMultipartUploadResult "
        "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>b</Bucket><Key>k</Key><UploadId>U.1_-</"
        "UploadId>"
        "</InitiateMultipartUploadResult>");
    QTest::newRow("prefix and strangers")
        << QByteArray("<a:InitiateMultipartUploadResult xmlns:a='u'><a:New><UploadId>no</UploadId></a:New>"
                      "<a:UploadId>U.1<!-- c -->_-</a:UploadId></a:InitiateMultipartUploadResult>");
    QTest::newRow("blanks before") << QByteArray(
        "  \n" + xml +
        "<InitiateMultipartUploadResult><UploadId>U.1_-</UploadId></InitiateMultipartUploadResult>\n ");
}

void UploadRepliesTest::created()
{
    QFETCH(QByteArray, body);
    const Result<CreateUploadOutput> output = createUploadReply(replyOf(200, body));
    QVERIFY(output.ok());
    QCOMPARE(output->uploadId, QStringLiteral("U.1_-"));
    QVERIFY(!output->encryptedWithKms && !output->abortDate.isValid());
}

void UploadRepliesTest::createdHeaders()
{
    const QByteArray body =
        "<InitiateMultipartUploadResult><UploadId>U</UploadId></InitiateMultipartUploadResult>";
    const Result<CreateUploadOutput> output =
        createUploadReply(replyOf(200, body,
                                  {{"X-Amz-Abort-Date", "Fri, 23 Jan 2026 00:00:00 GMT"},
                                   {"x-amz-abort-rule-id", "seven days"},
                                   {"x-amz-server-side-encryption", "aws:kms:dsse"}}));
    QVERIFY(output.ok());
    QCOMPARE(output->abortDate, QDateTime(QDate(2026, 1, 23), QTime(0, 0), Qt::UTC));
    QCOMPARE(output->abortRule, QStringLiteral("seven days"));
    QVERIFY(output->encryptedWithKms);
    QVERIFY(!createUploadReply(replyOf(200, body, {{"x-amz-server-side-encryption", "AES256"}}))
                 ->encryptedWithKms);
    QVERIFY(
        createUploadReply(replyOf(200, body, {{"x-amz-server-side-encryption-customer-algorithm", "AES256"}}))
            ->encryptedWithKms);
}

void UploadRepliesTest::createFailures_data()
{
    addOutcomeColumns();
    outcome("html", replyOf(200, page), ErrorKind::Transient, "captive-portal", true);
    outcome("another document", replyOf(200, "<ListBucketResult/>"), ErrorKind::Refused, "not-s3", true);
    outcome("json", replyOf(200, "{}"), ErrorKind::Refused, "not-s3", true);
    outcome("empty", replyOf(200), ErrorKind::Transient, "answer-truncated", true);
    outcome("broken off", replyOf(200, "<InitiateMultipartUploadResult><UploadId>U</UploadId>"),
            ErrorKind::Transient, "answer-truncated", true);
    outcome("no id", replyOf(200, "<InitiateMultipartUploadResult/>"), ErrorKind::Bug, "missing-upload-id",
            true);
    outcome("error inside", replyOf(200, internalError), ErrorKind::Transient, "InternalError", true);
    outcome("entities",
            replyOf(200,
                    "<!DOCTYPE a [<!ENTITY u \"U\">]><InitiateMultipartUploadResult><UploadId>&u;</UploadId>"
                    "</InitiateMultipartUploadResult>"),
            ErrorKind::Transient, "answer-truncated", true);
    outcome("long id",
            replyOf(200, "<InitiateMultipartUploadResult><UploadId>" + QByteArray(10'000'000, 'U') +
                             "</UploadId></InitiateMultipartUploadResult>"),
            ErrorKind::Bug, "answer-invalid", true);
    outcome("403", replyOf(403, "<Error><Code>AccessDenied</Code></Error>"), ErrorKind::Refused,
            "AccessDenied", false);
    outcome("500", replyOf(500), ErrorKind::Transient, "", true);
}

void UploadRepliesTest::createFailures()
{
    QFETCH(HttpReply, reply);
    const Result<CreateUploadOutput> output = createUploadReply(reply);
    QVERIFY(!output.ok());
    QTEST(output.error().code, "code");
    QTEST(output.error().kind, "kind");
    QTEST(output.error().maybeDone, "maybeDone");
    QCOMPARE(output.error().httpStatus, reply.status);
}

void UploadRepliesTest::partStored()
{
    const Result<SendPartOutput> output =
        sendPartReply(replyOf(200, {},
                              {{"ETag", "\"25F9e794323b453885f5181f1b624d0b\""},
                               {"X-Amz-Checksum-Crc64nvme", "rosUhgp5mIg="},
                               {"x-amz-request-id", "R1"}}),
                      ChecksumMode::Crc64Nvme);
    QVERIFY(output.ok());
    QCOMPARE(output->etag, "\"25F9e794323b453885f5181f1b624d0b\""); // verbatim
    QCOMPARE(output->checksum.toHex(), "ae8b14860a799888");
    QCOMPARE(output->requestId, QStringLiteral("R1"));
}

void UploadRepliesTest::partFailures_data()
{
    addOutcomeColumns();
    outcome("no etag", replyOf(200), ErrorKind::Transient, "missing-etag", true);
    outcome("empty etag", replyOf(200, {}, {{"ETag", "\"\""}}), ErrorKind::Transient, "missing-etag", true);
    outcome("portal", replyOf(200, page), ErrorKind::Transient, "captive-portal", true);
    outcome("portal without a page", replyOf(200, {}, {{"Content-Type", "text/html"}}), ErrorKind::Transient,
            "captive-portal", true);
    outcome("bad digest", replyOf(400, "<Error><Code>BadDigest</Code></Error>"), ErrorKind::Transient,
            "BadDigest", false);
    outcome("gone", replyOf(404, "<Error><Code>NoSuchUpload</Code></Error>"), ErrorKind::NotFound,
            "NoSuchUpload", false);
}

void UploadRepliesTest::partFailures()
{
    QFETCH(HttpReply, reply);
    const Result<SendPartOutput> output = sendPartReply(reply, ChecksumMode::Md5);
    QVERIFY(!output.ok());
    QTEST(output.error().code, "code");
    QTEST(output.error().kind, "kind");
    QTEST(output.error().maybeDone, "maybeDone");
}

void UploadRepliesTest::partChecksums_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("raw");
    const auto row = [](const char* name, ChecksumMode mode, const char* header, const char* value,
                        const char* raw) {
        QTest::newRow(name) << mode << QByteArray(header) << QByteArray(value) << QByteArray(raw);
    };
    row("crc32", ChecksumMode::Crc32, "x-amz-checksum-crc32", "y/Q5Jg==", "cbf43926");
    row("other algorithm", ChecksumMode::Crc32, "x-amz-checksum-crc32c", "4waSgw==", "");
    row("wrong length", ChecksumMode::Crc32, "x-amz-checksum-crc32", "rosUhgp5mIg=", "");
    row("no base64", ChecksumMode::Crc32, "x-amz-checksum-crc32", "y/Q5J!==", "");
    row("composite", ChecksumMode::Crc32, "x-amz-checksum-crc32", "y/Q5Jg==-2", "");
    row("mode without header", ChecksumMode::Md5, "x-amz-checksum-crc32", "y/Q5Jg==", "");
    row("none", ChecksumMode::None, "", "y/Q5Jg==", "");
}

void UploadRepliesTest::partChecksums()
{
    QFETCH(ChecksumMode, mode);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    const Result<SendPartOutput> output =
        sendPartReply(replyOf(200, {}, {{"ETag", "e"}, {header, value}}), mode);
    QVERIFY(output.ok());
    QTEST(output->checksum.toHex(), "raw");
}

void UploadRepliesTest::completed_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray inside = "<Location>http://b/k</Location><Bucket>b</Bucket><Key>k</Key>"
                              "<ETag>&quot;d13ac2237c75183882d6f69383f39698-2&quot;</ETag>"
                              "<ChecksumCRC64NVME>w/CYHgRD0ck=</ChecksumCRC64NVME>"
                              "<ChecksumType>FULL_OBJECT</ChecksumType>";
    QTest::newRow("AWS") << QByteArray(xml + completeXml(inside));
    QTest::newRow("kept alive after the declaration")
        << QByteArray(xml + QByteArray(3000, ' ') + completeXml(inside));
    QTest::newRow("kept alive before it")
        << QByteArray(QByteArray(" \r\n").repeated(200) + xml + completeXml(inside));
    QTest::newRow("raw quotes") << QByteArray(xml + completeXml(inside).replace("&quot;", "\""));
}

void UploadRepliesTest::completed()
{
    QFETCH(QByteArray, body);
    const Result<CompleteUploadOutput> output =
        completeUploadReply(replyOf(200, body), ChecksumMode::Crc64Nvme);
    QVERIFY(output.ok());
    QCOMPARE(output->etag, "\"d13ac2237c75183882d6f69383f39698-2\"");
    QCOMPARE(output->checksum.toBase64(), "w/CYHgRD0ck=");
    QCOMPARE(output->location, QStringLiteral("http://b/k"));
}

void UploadRepliesTest::completedHeaders()
{
    const Result<CompleteUploadOutput> output = completeUploadReply(
        replyOf(200,
                completeXml("<ETag>e-1</ETag><ChecksumSHA256>"
                            "Y9WtLf+8FmS4bcrHMi0XubecwbrMEL3gHfAphzaXVzw=-2</ChecksumSHA256>"),
                {{"x-amz-version-id", "v7"}, {"x-amz-request-id", "R"}}),
        ChecksumMode::Sha256);
    QVERIFY(output.ok());
    QCOMPARE(output->versionId, QStringLiteral("v7"));
    QCOMPARE(output->requestId, QStringLiteral("R"));
    QCOMPARE(output->checksum.size(), 32);
    // A composite CRC says nothing about the CRC of the whole.
    QVERIFY(completeUploadReply(
                replyOf(200, completeXml("<ETag>e-1</ETag><ChecksumCRC32>wsnkxg==-2</ChecksumCRC32>")),
                ChecksumMode::Crc32)
                ->checksum.isEmpty());
}

void UploadRepliesTest::completeFailures_data()
{
    addOutcomeColumns();
    outcome("error in the 200", replyOf(200, xml + QByteArray(500, ' ') + internalError),
            ErrorKind::Transient, "InternalError", true);
    outcome("unknown error in the 200", replyOf(200, "<Error><Code>Odd</Code></Error>"), ErrorKind::Transient,
            "Odd", true);
    outcome("invalid part in the 200", replyOf(200, "<Error><Code>InvalidPart</Code></Error>"),
            ErrorKind::Refused, "InvalidPart", false);
    outcome("empty", replyOf(200), ErrorKind::Transient, "answer-truncated", true);
    outcome("only blanks", replyOf(200, xml + "    "), ErrorKind::Transient, "answer-truncated", true);
    outcome("broken off in the root", replyOf(200, xml + "<CompleteMultipartUpl"), ErrorKind::Transient,
            "answer-truncated", true);
    outcome("broken off after the etag", replyOf(200, completeXml("<ETag>e-1</ETag>").chopped(5)),
            ErrorKind::Transient, "answer-truncated", true);
    outcome("rubbish behind", replyOf(200, completeXml("<ETag>e-1</ETag>") + "<x/>"), ErrorKind::Transient,
            "answer-truncated", true);
    outcome("no etag", replyOf(200, completeXml("<Key>k</Key>")), ErrorKind::Transient, "missing-etag", true);
    outcome("empty etag", replyOf(200, completeXml("<ETag>&quot;&quot;</ETag>")), ErrorKind::Transient,
            "missing-etag", true);
    outcome("html", replyOf(200, page), ErrorKind::Transient, "captive-portal", true);
    outcome("another document", replyOf(200, "<ListBucketResult/>"), ErrorKind::Transient, "not-s3", true);
    outcome("entities", replyOf(200, "<!DOCTYPE a [<!ENTITY e \"e-1\">]>" + completeXml("<ETag>&e;</ETag>")),
            ErrorKind::Transient, "answer-truncated", true);
    outcome("deep", replyOf(200, completeXml(QByteArray("<a>").repeated(100'000))), ErrorKind::Transient,
            "answer-truncated", true);
    outcome("gone", replyOf(404, "<Error><Code>NoSuchUpload</Code></Error>"), ErrorKind::NotFound,
            "NoSuchUpload", false);
    outcome("Swift's 412", replyOf(412, "<Error><Code>InvalidRequest</Code></Error>"), ErrorKind::Conflict,
            "InvalidRequest", false);
    outcome("504", replyOf(504, page), ErrorKind::Transient, "", true);
}

void UploadRepliesTest::completeFailures()
{
    QFETCH(HttpReply, reply);
    const Result<CompleteUploadOutput> output = completeUploadReply(reply, ChecksumMode::Crc64Nvme);
    QVERIFY(!output.ok());
    QTEST(output.error().code, "code");
    QTEST(output.error().kind, "kind");
    QTEST(output.error().maybeDone, "maybeDone");
}

void UploadRepliesTest::aborted_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("ok");
    QTest::newRow("204") << replyOf(204) << true;
    QTest::newRow("200") << replyOf(200) << true;
    QTest::newRow("gone already") << replyOf(404, "<Error><Code>NoSuchUpload</Code></Error>") << true;
    QTest::newRow("no bucket") << replyOf(404, "<Error><Code>NoSuchBucket</Code></Error>") << false;
    QTest::newRow("404 of who knows what") << replyOf(404) << false;
    QTest::newRow("404 page") << replyOf(404, page) << false;
    QTest::newRow("405") << replyOf(405) << false;
    QTest::newRow("NoSuchUpload with 500")
        << replyOf(500, "<Error><Code>NoSuchUpload</Code></Error>") << false;
    HttpReply lost;
    lost.failure = Error{};
    QTest::newRow("no answer") << lost << false;
}

void UploadRepliesTest::aborted()
{
    QFETCH(HttpReply, reply);
    QTEST(abortUploadReply(reply).ok(), "ok");
}

QTEST_GUILESS_MAIN(UploadRepliesTest)
#include "tst_uploadreplies.moc"
