// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/copyoperations.h"
#include "s3/objectdetails.h"
#include "s3/subresource.h"

#include <QTest>

using namespace partway;

namespace {

HttpReply replyOf(int status, const QByteArray& body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

const SourceObject source{QStringLiteral("from"), "a b/\xC3\xBC+~.bin", "\"e-1\"", {}};

CopyPartInput partInput(ByteRange range)
{
    return {source, range, {QStringLiteral("to"), "key", QStringLiteral("id/+")}, 7, ChecksumMode::Crc64Nvme};
}

const QByteArray partResult = "<CopyPartResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                              "<LastModified>2026-01-15T09:30:00.000Z</LastModified>"
                              "<ETag>&quot;25f9e794323b453885f5181f1b624d0b&quot;</ETag>"
                              "<ChecksumCRC64NVME>rosUhgp5mIg=</ChecksumCRC64NVME></CopyPartResult>";

} // namespace

// CopyObject, UploadPartCopy, ranges, and what a store tells of an object.
class CopyOperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheSource();
    void partOfARange();
    void partOfTheWhole();
    void objectReplacesWhatItCarries();
    void tagsAreTheSourcesUnlessOthersAreGiven();
    void partReply();
    void failures_data();
    void failures();
    void range();
    void rangeReplies_data();
    void rangeReplies();

    void attributes();
    void attributesWithoutParts();
    void storesThatTakeItForNone_data();
    void storesThatTakeItForNone();
    void tags();
    void deleting();
    void versions();
    void hostileVersions();
    void versioning();
};

void CopyOperationsTest::namesTheSource()
{
    CopyPartInput input = partInput({0, 100});
    QCOMPARE(copyPartRequest(input).headers.value("x-amz-copy-source"),
             QByteArray("/from/a%20b/%C3%BC%2B~.bin"));
    QCOMPARE(copyPartRequest(input).headers.value("x-amz-copy-source-if-match"), QByteArray("\"e-1\""));
    input.from.versionId = QStringLiteral("v/1+?");
    input.from.etag = "plain";
    QCOMPARE(copyPartRequest(input).headers.value("x-amz-copy-source"),
             QByteArray("/from/a%20b/%C3%BC%2B~.bin?versionId=v%2F1%2B%3F"));
    QCOMPARE(copyPartRequest(input).headers.value("x-amz-copy-source-if-match"), QByteArray("\"plain\""));
    input.from.etag.clear();
    QVERIFY(!copyPartRequest(input).headers.has("x-amz-copy-source-if-match"));
}

void CopyOperationsTest::partOfARange()
{
    const S3Request request = copyPartRequest(partInput({5 * GiB, 5 * GiB}));
    QCOMPARE(request.method, QByteArray("PUT"));
    QCOMPARE(request.bucket, QStringLiteral("to"));
    QCOMPARE(request.key, QByteArray("key"));
    QCOMPARE(canonicalQuery(request.query), QByteArray("partNumber=7&uploadId=id%2F%2B"));
    QCOMPARE(request.headers.value("x-amz-copy-source-range"), QByteArray("bytes=5368709120-10737418239"));
    QVERIFY(request.errorInSuccess);
    QVERIFY(request.repeatable);
    QVERIFY(request.stallTimeout > std::chrono::minutes(10)); // many stores are silent until it is done
}

void CopyOperationsTest::partOfTheWhole()
{
    QVERIFY(!copyPartRequest(partInput({})).headers.has("x-amz-copy-source-range"));
}

void CopyOperationsTest::objectReplacesWhatItCarries()
{
    CopyObjectInput input;
    input.from = source;
    input.bucket = QStringLiteral("to");
    input.key = "key";
    input.object.contentType = "video/mp4";
    input.object.metadata.insert("partway-upload", QStringLiteral("token"));
    input.checksum = ChecksumMode::Crc64Nvme;
    const S3Request request = copyObjectRequest(input);
    QCOMPARE(request.headers.value("x-amz-metadata-directive"), QByteArray("REPLACE"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("video/mp4"));
    QCOMPARE(request.headers.value("x-amz-meta-partway-upload"), QByteArray("token"));
    QCOMPARE(request.headers.value("x-amz-checksum-algorithm"), QByteArray("CRC64NVME"));
    QVERIFY(request.query.isEmpty());
    QVERIFY(request.errorInSuccess && request.repeatable);
    input.condition = WriteCondition::IfNoneMatch;
    QCOMPARE(copyObjectRequest(input).headers.value("if-none-match"), QByteArray("*"));
    QVERIFY(!copyObjectRequest(input).repeatable);
}

void CopyOperationsTest::tagsAreTheSourcesUnlessOthersAreGiven()
{
    CopyObjectInput input;
    QVERIFY(!copyObjectRequest(input).headers.has("x-amz-tagging-directive"));
    input.ownTags = true;
    QCOMPARE(copyObjectRequest(input).headers.value("x-amz-tagging-directive"), QByteArray("REPLACE"));
    input.ownTags = false;
    input.object.tags.insert(QStringLiteral("a"), QStringLiteral("b c"));
    QCOMPARE(copyObjectRequest(input).headers.value("x-amz-tagging-directive"), QByteArray("REPLACE"));
    QCOMPARE(copyObjectRequest(input).headers.value("x-amz-tagging"), QByteArray("a=b%20c"));
}

void CopyOperationsTest::partReply()
{
    const auto output = copyPartReply(replyOf(200, partResult), ChecksumMode::Crc64Nvme);
    QVERIFY(output);
    QCOMPARE(output->etag, QByteArray("\"25f9e794323b453885f5181f1b624d0b\""));
    QCOMPARE(output->checksum.toBase64(), QByteArray("rosUhgp5mIg="));
    QCOMPARE(copyPartReply(replyOf(200, partResult), ChecksumMode::Md5)->checksum, QByteArray());
    QByteArray object = partResult;
    object.replace("CopyPartResult", "CopyObjectResult");
    QVERIFY(copyObjectReply(replyOf(200, object), ChecksumMode::None));
    QVERIFY(!copyPartReply(replyOf(200, object), ChecksumMode::None));
}

void CopyOperationsTest::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");

    const auto error = [](const QByteArray& code) {
        return "<?xml version=\"1.0\"?>\n\n   <Error><Code>" + code + "</Code><Message>m</Message></Error>";
    };
    const auto row = [](const char* name, int status, const QByteArray& body, ErrorKind kind,
                        const char* code) {
        QTest::newRow(name) << status << body << errorKindName(kind) << QString::fromLatin1(code);
    };
    row("slow down inside 200", 200, error("SlowDown"), ErrorKind::Throttled, "SlowDown");
    row("error inside 200", 200, error("InternalError"), ErrorKind::Transient, "InternalError");
    row("source changed", 412, error("PreconditionFailed"), ErrorKind::Conflict, "PreconditionFailed");
    row("source changed inside 200", 200, error("PreconditionFailed"), ErrorKind::Conflict,
        "PreconditionFailed");
    row("source gone", 404, error("NoSuchKey"), ErrorKind::NotFound, "NoSuchKey");
    row("cannot", 501, error("NotImplemented"), ErrorKind::Refused, "NotImplemented");
    row("no body", 200, "", ErrorKind::Transient, "answer-truncated");
    row("broken off", 200, partResult.left(60), ErrorKind::Transient, "answer-truncated");
    row("no ETag", 200, "<CopyPartResult><LastModified/></CopyPartResult>", ErrorKind::Transient,
        "missing-etag");
    row("another document", 200, "<ListPartsResult/>", ErrorKind::Refused, "not-s3");
    row("entities", 200,
        "<!DOCTYPE x [<!ENTITY e \"boo\">]><CopyPartResult><ETag>&e;</ETag></CopyPartResult>",
        ErrorKind::Transient, "answer-truncated");
}

void CopyOperationsTest::failures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    const auto output = copyPartReply(replyOf(status, body), ChecksumMode::Crc64Nvme);
    QVERIFY(!output);
    QCOMPARE(output.error().code, code);
    QCOMPARE(errorKindName(output.error().kind), kind);
}

void CopyOperationsTest::range()
{
    const S3Request request = readRangeRequest({source, {100, 50}});
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.headers.value("range"), QByteArray("bytes=100-149"));
    QCOMPARE(request.headers.value("if-match"), QByteArray("\"e-1\""));
    QVERIFY(request.maxReplyBytes < MiB); // a store that ignores the range is cut soon
}

void CopyOperationsTest::rangeReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");

    QTest::newRow("good") << 206 << QByteArray("bytes 0-3/10") << QByteArray("abcd") << QString();
    QTest::newRow("of unknown size") << 206 << QByteArray("bytes 0-3/*") << QByteArray("abcd") << QString();
    QTest::newRow("all of a small object") << 200 << QByteArray() << QByteArray("abcd") << QString();
    const QString differs = QStringLiteral("range-differs");
    QTest::newRow("another range") << 206 << QByteArray("bytes 4-7/10") << QByteArray("efgh") << differs;
    QTest::newRow("too short") << 206 << QByteArray("bytes 0-3/10") << QByteArray("abc") << differs;
    QTest::newRow("more") << 200 << QByteArray() << QByteArray("abcdefgh") << differs;
    QTest::newRow("no range said") << 206 << QByteArray() << QByteArray("abcd") << differs;
    QTest::newRow("changed") << 412 << QByteArray()
                             << QByteArray("<Error><Code>PreconditionFailed</Code></Error>")
                             << QStringLiteral("PreconditionFailed");
}

void CopyOperationsTest::rangeReplies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentRange);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    HttpReply reply = replyOf(status, body);
    if (!contentRange.isEmpty())
        reply.headers.set("Content-Range", contentRange);
    const auto bytes = readRangeReply(reply, {0, 4});
    QCOMPARE(bytes ? QString() : bytes.error().code, code);
    if (bytes)
        QCOMPARE(*bytes, QByteArray("abcd"));
}

void CopyOperationsTest::attributes()
{
    const S3Request request = objectAttributesRequest({QStringLiteral("b"), "k", QStringLiteral("v1"), 5});
    QCOMPARE(canonicalQuery(request.query), QByteArray("attributes=&versionId=v1"));
    QCOMPARE(request.headers.value("x-amz-object-attributes"),
             QByteArray("ETag,Checksum,ObjectParts,StorageClass,ObjectSize"));
    QCOMPARE(request.headers.value("x-amz-part-number-marker"), QByteArray("5"));
    QVERIFY(request.maxReplyBytes <= MiB);

    const auto attributes = objectAttributesReply(replyOf(
        200, "<GetObjectAttributesResponse><ETag>d13ac2237c75183882d6f69383f39698-2</ETag><Checksum>"
             "<ChecksumCRC32>wsnkxg==-2</ChecksumCRC32><ChecksumType>COMPOSITE</ChecksumType></Checksum>"
             "<ObjectParts><IsTruncated>true</IsTruncated><NextPartNumberMarker>1</NextPartNumberMarker>"
             "<PartsCount>2</PartsCount><Part><ChecksumCRC32>yIv8rA==</ChecksumCRC32><PartNumber>1"
             "</PartNumber><Size>5242880</Size></Part></ObjectParts><StorageClass>STANDARD</StorageClass>"
             "<ObjectSize>6291459</ObjectSize></GetObjectAttributesResponse>"));
    QVERIFY(attributes);
    QCOMPARE(attributes->etag, QByteArray("d13ac2237c75183882d6f69383f39698-2"));
    QCOMPARE(attributes->size, 6291459);
    QCOMPARE(attributes->checksumName, QByteArray("CRC32"));
    QCOMPARE(attributes->checksum, QByteArray("wsnkxg==-2"));
    QCOMPARE(attributes->checksumType, QByteArray("COMPOSITE"));
    QCOMPARE(attributes->partCount, 2);
    QCOMPARE(attributes->parts.size(), 1);
    QCOMPARE(attributes->parts.first().size, 5242880);
    QVERIFY(attributes->truncated);
    QCOMPARE(attributes->nextMarker, 1);
}

void CopyOperationsTest::attributesWithoutParts()
{
    const auto plain = objectAttributesReply(replyOf(
        200, "<GetObjectAttributesResponse><ObjectSize>1</ObjectSize></GetObjectAttributesResponse>"));
    QVERIFY(plain);
    QCOMPARE(plain->partCount, 0);
    QVERIFY(plain->checksum.isEmpty());
    // A listing that goes in circles would be asked for without end.
    const auto circle = objectAttributesReply(
        replyOf(200, "<GetObjectAttributesResponse><ObjectParts><IsTruncated>true</IsTruncated></ObjectParts>"
                     "</GetObjectAttributesResponse>"));
    QVERIFY(circle);
    QVERIFY(!circle->truncated);
    const auto negative = objectAttributesReply(replyOf(
        200, "<GetObjectAttributesResponse><ObjectParts><Part><PartNumber>1</PartNumber><Size>-5</Size>"
             "</Part></ObjectParts></GetObjectAttributesResponse>"));
    QCOMPARE(negative.error().code, QStringLiteral("answer-invalid"));
}

void CopyOperationsTest::storesThatTakeItForNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("the object itself") << QByteArray("\x89PNG not xml at all");
    QTest::newRow("an empty object") << QByteArray();
    QTest::newRow("an object that is XML") << QByteArray("<svg><path/></svg>");
    QTest::newRow("an object that begins like XML") << QByteArray("<svg><pa");
    QTest::newRow("a listing") << QByteArray("<ListBucketResult><Name>b</Name></ListBucketResult>");
}

void CopyOperationsTest::storesThatTakeItForNone()
{
    QFETCH(QByteArray, body);
    const QString unsupported = QStringLiteral("operation-unsupported");
    for (const Error& error :
         {objectAttributesReply(replyOf(200, body)).error(), objectTagsReply(replyOf(200, body)).error(),
          listVersionsReply(replyOf(200, body)).error(), bucketVersioningReply(replyOf(200, body)).error()}) {
        QCOMPARE(error.code, unsupported);
        QCOMPARE(error.kind, ErrorKind::Refused);
    }
    Error tooLong;
    tooLong.code = QStringLiteral("reply-too-long");
    QCOMPARE(subresourceFailure(tooLong).code, unsupported);
    QCOMPARE(subresourceFailure(tooLong).kind, ErrorKind::Refused);
    tooLong.code = QStringLiteral("stalled");
    QCOMPARE(subresourceFailure(tooLong).code, QStringLiteral("stalled"));
}

void CopyOperationsTest::tags()
{
    const auto tags = objectTagsReply(replyOf(
        200, "<Tagging><TagSet><Tag><Key>a</Key><Value>1 &amp; 2</Value></Tag><Tag><Key>b</Key><Value/>"
             "</Tag></TagSet></Tagging>"));
    QVERIFY(tags);
    QCOMPARE(tags->value(QStringLiteral("a")), QStringLiteral("1 & 2"));
    QCOMPARE(tags->size(), 2);
    QVERIFY(objectTagsReply(replyOf(404, "<Error><Code>NoSuchTagSet</Code></Error>"))->isEmpty());
    QVERIFY(!objectTagsReply(replyOf(403, "<Error><Code>AccessDenied</Code></Error>")));
}

void CopyOperationsTest::deleting()
{
    const S3Request request = deleteObjectRequest({QStringLiteral("b"), "k/", QStringLiteral("v 1")});
    QCOMPARE(request.method, QByteArray("DELETE"));
    QCOMPARE(request.key, QByteArray("k/"));
    QCOMPARE(canonicalQuery(request.query), QByteArray("versionId=v%201"));
    HttpReply reply = replyOf(204, {});
    reply.headers.set("x-amz-delete-marker", "true");
    reply.headers.set("x-amz-version-id", "m1");
    QVERIFY(deleteObjectReply(reply)->madeMarker);
    QCOMPARE(deleteObjectReply(reply)->versionId, QStringLiteral("m1"));
    QVERIFY(deleteObjectReply(replyOf(404, "<Error><Code>NoSuchKey</Code></Error>")));
    QVERIFY(!deleteObjectReply(replyOf(404, "<Error><Code>NoSuchBucket</Code></Error>")));
    QVERIFY(!deleteObjectReply(replyOf(403, "<Error><Code>AccessDenied</Code></Error>")));
    HttpReply portal = replyOf(200, "<html><title>Sign in</title></html>");
    portal.headers.set("Content-Type", "text/html");
    QCOMPARE(deleteObjectReply(portal).error().code, QStringLiteral("captive-portal"));
}

void CopyOperationsTest::versions()
{
    const S3Request request =
        listVersionsRequest({QStringLiteral("b"), "p/", "p/k", QStringLiteral("v+1"), 5000});
    QCOMPARE(canonicalQuery(request.query), QByteArray("encoding-type=url&key-marker=p%2Fk&max-keys=1000&"
                                                       "prefix=p%2F&version-id-marker=v%2B1&versions="));
    // A version marker means nothing without its key.
    QVERIFY(!canonicalQuery(listVersionsRequest({QStringLiteral("b"), {}, {}, QStringLiteral("v"), 1}).query)
                 .contains("marker"));
    const auto page = listVersionsReply(replyOf(
        200, "<ListVersionsResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>"
             "<NextKeyMarker>a+b</NextKeyMarker><NextVersionIdMarker>v0</NextVersionIdMarker>"
             "<DeleteMarker><Key>a+b</Key><VersionId>v2</VersionId><IsLatest>true</IsLatest>"
             "<LastModified>2026-01-15T09:30:00.000Z</LastModified></DeleteMarker>"
             "<Version><Key>a+b</Key><VersionId>v1</VersionId><IsLatest>false</IsLatest><ETag>\"x\"</ETag>"
             "<Size>12</Size><StorageClass>STANDARD</StorageClass></Version></ListVersionsResult>"));
    QVERIFY(page);
    QCOMPARE(page->versions.size(), 2);
    QVERIFY(page->versions.at(0).deleteMarker && page->versions.at(0).latest);
    QCOMPARE(page->versions.at(1).key, QByteArray("a b"));
    QCOMPARE(page->versions.at(1).size, 12);
    QVERIFY(page->truncated);
    QCOMPARE(page->nextKeyMarker, QByteArray("a b"));
    QCOMPARE(page->nextVersionIdMarker, QStringLiteral("v0"));
}

void CopyOperationsTest::hostileVersions()
{
    const auto of = [](const QByteArray& inside) {
        return listVersionsReply(replyOf(200, "<ListVersionsResult>" + inside + "</ListVersionsResult>"));
    };
    QCOMPARE(of("<Version><Key>k</Key></Version>").error().code, QStringLiteral("answer-invalid"));
    QCOMPARE(of("<Version><Key>k</Key><Size>99999999999999999999</Size></Version>").error().code,
             QStringLiteral("answer-invalid"));
    QCOMPARE(of("<Version><Size>1</Size></Version>").error().code, QStringLiteral("answer-invalid"));
    QVERIFY(!of("<IsTruncated>true</IsTruncated>")->truncated);
}

void CopyOperationsTest::versioning()
{
    const auto of = [](const QByteArray& inside) {
        return *bucketVersioningReply(
            replyOf(200, "<VersioningConfiguration>" + inside + "</VersioningConfiguration>"));
    };
    QCOMPARE(of(""), Versioning::Off);
    QCOMPARE(of("<Status>Enabled</Status><MfaDelete>Disabled</MfaDelete>"), Versioning::Enabled);
    QCOMPARE(of("<Status>Suspended</Status>"), Versioning::Suspended);
}

QTEST_GUILESS_MAIN(CopyOperationsTest)
#include "tst_copyoperations.moc"
