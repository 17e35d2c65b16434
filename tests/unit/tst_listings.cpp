// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/operations.h"

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

QByteArray partXml(const QByteArray& number, const QByteArray& size, const QByteArray& more = {})
{
    return "<Part><PartNumber>" + number +
           "</PartNumber><LastModified>2026-01-15T09:30:00.250Z</LastModified>"
           "<ETag>&quot;e" +
           number + "&quot;</ETag><Size>" + size + "</Size>" + more + "</Part>";
}

QByteArray partsXml(const QByteArray& inside)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListPartsResult "
           "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>b</Bucket><Key>k</Key>" +
           inside + "</ListPartsResult>";
}

QByteArray uploadXml(const QByteArray& key, const QByteArray& id)
{
    return "<Upload><Key>" + key + "</Key><UploadId>" + id + "</UploadId></Upload>";
}

QByteArray uploadsXml(const QByteArray& inside)
{
    return "<ListMultipartUploadsResult>" + inside + "</ListMultipartUploadsResult>";
}

QList<int> numbersOf(const ListPartsPage& page)
{
    QList<int> numbers;
    for (const ListedPart& part : page.parts)
        numbers.append(part.number);
    return numbers;
}

} // namespace

class ListingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfAws();
    void partsOfSwift();
    void partsOfOthers_data();
    void partsOfOthers();
    void partsInAnyOrder();
    void partPaging_data();
    void partPaging();
    void badParts_data();
    void badParts();
    void tenThousandParts();
    void uploadsOfAws();
    void uploadsOfMinio();
    void uploadsWithoutEncoding();
    void uploadPaging_data();
    void uploadPaging();
    void badUploads_data();
    void badUploads();
    void objects();
    void objectPaging();
    void badObjects_data();
    void badObjects();
    void buckets();
    void badBuckets();
};

void ListingsTest::partsOfAws()
{
    HttpReply reply = replyOf(
        200,
        partsXml(
            "<UploadId>U</UploadId><Initiator><ID>i</ID></Initiator><StorageClass>STANDARD_IA</StorageClass>"
            "<PartNumberMarker>0</PartNumberMarker><NextPartNumberMarker>2</NextPartNumberMarker>"
            "<MaxParts>2</MaxParts><IsTruncated>true</IsTruncated>" +
            partXml("1", "5242880", "<ChecksumCRC64NVME>bgp1IS1VSZg=</ChecksumCRC64NVME>") +
            partXml("2", "1048579")));
    reply.headers.set("x-amz-abort-date", "Fri, 23 Jan 2026 00:00:00 GMT");
    const Result<ListPartsPage> page = listPartsReply(reply);
    QVERIFY(page.ok());
    QCOMPARE(numbersOf(*page), (QList<int>{1, 2}));
    const ListedPart& first = page->parts.first();
    QCOMPARE(first.size, 5'242'880);
    QCOMPARE(first.etag, "\"e1\"");
    QCOMPARE(first.checksum.toBase64(), "bgp1IS1VSZg=");
    QCOMPARE(first.modified, QDateTime(QDate(2026, 1, 15), QTime(9, 30, 0, 250), Qt::UTC));
    QVERIFY(page->parts.last().checksum.isEmpty());
    QVERIFY(page->truncated);
    QCOMPARE(page->nextMarker, 2);
    QCOMPARE(page->storageClass, QStringLiteral("STANDARD_IA"));
    QCOMPARE(page->abortDate, QDateTime(QDate(2026, 1, 23), QTime(0, 0), Qt::UTC));
}

void ListingsTest::partsOfSwift()
{
    const Result<ListPartsPage> page = listPartsReply(replyOf(
        200, "<?xml version='1.0' encoding='UTF-8'?>\n<ListPartsResult "
             "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>b</Bucket><Key>k</Key>"
             "<PartNumberMarker>0</PartNumberMarker><NextPartNumberMarker>1</NextPartNumberMarker>"
             "<MaxParts>1000</MaxParts><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>"
             "<Part><PartNumber>1</PartNumber><LastModified>2026-01-15T09:30:00.000Z</LastModified>"
             "<ETag>\"4c28640dc8df1933aaea192100d50ae0\"</ETag><Size>5242880</Size></Part>"
             "</ListPartsResult>"));
    QVERIFY(page.ok());
    QCOMPARE(page->parts.size(), 1);
    QCOMPARE(page->parts.first().etag, "\"4c28640dc8df1933aaea192100d50ae0\"");
    QVERIFY(!page->truncated);
    QCOMPARE(page->nextMarker, 0);
}

// An upload that another program began carries what that program chose.
void ListingsTest::partsOfOthers_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<ChecksumMode>("checksum");
    QTest::addColumn<bool>("composite");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("none") << QByteArray() << ChecksumMode::None << false << false;
    QTest::newRow("CRC32") << QByteArray("<ChecksumAlgorithm>CRC32</ChecksumAlgorithm>"
                                         "<ChecksumType>COMPOSITE</ChecksumType>")
                           << ChecksumMode::Crc32 << true << false;
    QTest::newRow("CRC64NVME") << QByteArray("<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm>"
                                             "<ChecksumType>FULL_OBJECT</ChecksumType>")
                               << ChecksumMode::Crc64Nvme << false << false;
    QTest::newRow("SHA1") << QByteArray("<ChecksumAlgorithm>SHA1</ChecksumAlgorithm>") << ChecksumMode::None
                          << false << true;
}

void ListingsTest::partsOfOthers()
{
    QFETCH(const QByteArray, inside);
    const Result<ListPartsPage> page = listPartsReply(
        replyOf(200, partsXml(partXml("1", "5", "<ChecksumCRC32>y/Q5Jg==</ChecksumCRC32>") + inside)));
    QVERIFY(page.ok());
    QCOMPARE(page->parts.first().checksum.toBase64(), "y/Q5Jg==");
    if (!inside.isEmpty())
        QTEST(page->checksum, "checksum");
    QTEST(page->compositeChecksum, "composite");
    QTEST(page->checksumUnknown, "unknown");
}

void ListingsTest::partsInAnyOrder()
{
    const Result<ListPartsPage> page =
        listPartsReply(replyOf(200, partsXml(partXml("1", "1") + partXml("10", "1") + partXml("2", "1"))));
    QVERIFY(page.ok());
    QCOMPARE(numbersOf(*page), (QList<int>{1, 2, 10}));
}

void ListingsTest::partPaging_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<bool>("truncated");
    QTest::addColumn<int>("next");
    const QByteArray on = "<IsTruncated>true</IsTruncated>";
    const auto from = [](const QByteArray& n) {
        return QByteArray("<PartNumberMarker>" + n + "</PartNumberMarker>");
    };
    const auto to = [](const QByteArray& n) {
        return QByteArray("<NextPartNumberMarker>" + n + "</NextPartNumberMarker>");
    };
    QTest::newRow("marker") << QByteArray(on + from("3") + to("5") + partXml("4", "1") + partXml("5", "1"))
                            << true << 5;
    QTest::newRow("no marker: the last part") << QByteArray(on + partXml("4", "1")) << true << 4;
    QTest::newRow("no marker, no parts") << on << false << 0;
    QTest::newRow("marker without parts") << QByteArray(on + to("7")) << true << 7;
    QTest::newRow("marker behind the last part") << QByteArray(on + to("1") + partXml("4", "1")) << true << 4;
    QTest::newRow("standing still") << QByteArray(on + from("5") + to("5") + partXml("5", "1")) << false << 0;
    QTest::newRow("going back") << QByteArray(on + from("5") + to("4")) << false << 0;
    QTest::newRow("absurd marker") << QByteArray(on + to("99999999999999999999")) << false << 0;
    QTest::newRow("negative marker") << QByteArray(on + to("-3")) << false << 0;
    QTest::newRow("behind the last possible")
        << QByteArray(on + to("10000") + partXml("10000", "1")) << false << 0;
    QTest::newRow("not truncated") << QByteArray("<IsTruncated>false</IsTruncated>" + to("5") +
                                                 partXml("5", "1"))
                                   << false << 0;
    QTest::newRow("not said") << QByteArray(to("5") + partXml("5", "1")) << false << 0;
}

void ListingsTest::partPaging()
{
    QFETCH(QByteArray, inside);
    const Result<ListPartsPage> page = listPartsReply(replyOf(200, partsXml(inside)));
    QVERIFY(page.ok());
    QTEST(page->truncated, "truncated");
    QTEST(page->nextMarker, "next");
}

void ListingsTest::badParts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, int status, const QByteArray& body, ErrorKind kind,
                        const char* code) {
        QTest::newRow(name) << status << body << kind << QString::fromLatin1(code);
    };
    const auto invalid = [&row](const char* name, const QByteArray& inside) {
        row(name, 200, partsXml(inside), ErrorKind::Bug, "answer-invalid");
    };
    invalid("number 0", partXml("0", "1"));
    invalid("number 10001", partXml("10001", "1"));
    invalid("negative number", partXml("-1", "1"));
    invalid("absurd number", partXml("18446744073709551617", "1"));
    invalid("no number", "<Part><Size>1</Size></Part>");
    invalid("negative size", partXml("1", "-1"));
    invalid("size beyond reason", partXml("1", "9223372036854775807"));
    invalid("size that is none", partXml("1", "0x10"));
    invalid("no size", "<Part><PartNumber>1</PartNumber></Part>");
    invalid("the same number twice", partXml("3", "1") + partXml("1", "1") + partXml("3", "2"));
    invalid("long text", partXml("1", "1", "<ETag>" + QByteArray(10'000'000, 'e') + "</ETag>"));
    row("broken off", 200, partsXml(partXml("1", "1")).chopped(3), ErrorKind::Transient, "answer-truncated");
    row("broken off in a part", 200, partsXml(partXml("1", "1")).chopped(40), ErrorKind::Transient,
        "answer-truncated");
    row("deep", 200, partsXml(QByteArray("<Part>").repeated(50'000)), ErrorKind::Transient,
        "answer-truncated");
    row("entities", 200, "<!DOCTYPE a [<!ENTITY n \"1\">]>" + partsXml(partXml("&n;", "1")),
        ErrorKind::Transient, "answer-truncated");
    row("empty", 200, {}, ErrorKind::Transient, "answer-truncated");
    row("the bucket's listing", 200, "<ListBucketResult></ListBucketResult>", ErrorKind::Refused, "not-s3");
    row("html", 200, "<html><body>Hi</body></html>", ErrorKind::Transient, "captive-portal");
    row("the object itself", 200, QByteArray(1000, '\7'), ErrorKind::Refused, "not-s3");
    row("error in the 200", 200, "<Error><Code>InternalError</Code></Error>", ErrorKind::Transient,
        "InternalError");
    row("gone", 404, "<Error><Code>NoSuchUpload</Code></Error>", ErrorKind::NotFound, "NoSuchUpload");
    row("s3rver", 405, "<Error><Code>MethodNotAllowed</Code></Error>", ErrorKind::Refused,
        "MethodNotAllowed");
}

void ListingsTest::badParts()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Result<ListPartsPage> page = listPartsReply(replyOf(status, body));
    QVERIFY(!page.ok());
    QTEST(page.error().code, "code");
    QTEST(page.error().kind, "kind");
}

void ListingsTest::tenThousandParts()
{
    QByteArray inside;
    for (int number = 1; number <= 10'000; ++number)
        inside += partXml(QByteArray::number(number), "562949953421312");
    const Result<ListPartsPage> page = listPartsReply(replyOf(200, partsXml(inside)));
    QVERIFY(page.ok());
    QCOMPARE(page->parts.size(), 10'000);
    qint64 sum = 0;
    for (const ListedPart& part : page->parts)
        sum += part.size;
    QCOMPARE(sum, 5'629'499'534'213'120'000); // no overflow, whatever is listed
}

void ListingsTest::uploadsOfAws()
{
    const Result<ListUploadsPage> page = listUploadsReply(replyOf(
        200,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListMultipartUploadsResult "
        "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>b</Bucket><KeyMarker/><UploadIdMarker/>"
        "<NextKeyMarker>a+b%2F%2B%C3%BC</NextKeyMarker><NextUploadIdMarker>U/x+y==</NextUploadIdMarker>"
        "<EncodingType>url</EncodingType><MaxUploads>1</MaxUploads><IsTruncated>true</IsTruncated>"
        "<Upload><Key>a+b%2F%2B%C3%BC</Key><UploadId>U/x+y==</UploadId><Initiator><ID>arn:x</ID>"
        "<DisplayName>Ann</DisplayName></Initiator><Owner><ID>o</ID></Owner><StorageClass>STANDARD</"
        "StorageClass>"
        "<Initiated>2026-01-15T09:30:00.000Z</Initiated></Upload>"
        "<CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes></ListMultipartUploadsResult>"));
    QVERIFY(page.ok());
    QCOMPARE(page->uploads.size(), 1);
    const ListedUpload& upload = page->uploads.first();
    QCOMPARE(upload.key, "a b/+\xC3\xBC");
    QCOMPARE(upload.uploadId, QStringLiteral("U/x+y==")); // ids are never encoded
    QCOMPARE(upload.initiated, QDateTime(QDate(2026, 1, 15), QTime(9, 30), Qt::UTC));
    QCOMPARE(upload.initiator, QStringLiteral("Ann"));
    QCOMPARE(upload.storageClass, QStringLiteral("STANDARD"));
    QVERIFY(page->truncated);
    QCOMPARE(page->nextKeyMarker, "a b/+\xC3\xBC");
    QCOMPARE(page->nextUploadIdMarker, QStringLiteral("U/x+y=="));
}

// MinIO leaves / and * as they are and writes ~ as %7E; its initiator has only an ID here.
void ListingsTest::uploadsOfMinio()
{
    const Result<ListUploadsPage> page = listUploadsReply(replyOf(
        200, uploadsXml("<EncodingType>url</EncodingType><IsTruncated>false</IsTruncated><Upload>"
                        "<Key>d/*%7Ex</Key><UploadId>U</UploadId><Initiator><ID>02d6</ID><DisplayName/>"
                        "</Initiator><Initiated>2026-01-15T09:30:00Z</Initiated></Upload>")));
    QVERIFY(page.ok());
    QCOMPARE(page->uploads.first().key, "d/*~x");
    QCOMPARE(page->uploads.first().initiator, QStringLiteral("02d6"));
    QVERIFY(page->uploads.first().initiated.isValid());
    QVERIFY(!page->truncated);
}

void ListingsTest::uploadsWithoutEncoding()
{
    const Result<ListUploadsPage> page =
        listUploadsReply(replyOf(200, uploadsXml(uploadXml("a+b%20", "U") + uploadXml(" &amp; ", "V"))));
    QVERIFY(page.ok());
    QCOMPARE(page->uploads.at(0).key, "a+b%20");
    QCOMPARE(page->uploads.at(1).key, " & ");
    QVERIFY(!page->uploads.at(0).initiated.isValid());
}

void ListingsTest::uploadPaging_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<bool>("truncated");
    QTest::addColumn<QByteArray>("key");
    const QByteArray on = "<IsTruncated>true</IsTruncated>";
    const QByteArray next = "<NextKeyMarker>k</NextKeyMarker><NextUploadIdMarker>U</NextUploadIdMarker>";
    QTest::newRow("both markers") << QByteArray(on + next) << true << QByteArray("k");
    QTest::newRow("no upload id marker (Storj)")
        << QByteArray(on + "<NextKeyMarker>k</NextKeyMarker>") << true << QByteArray("k");
    QTest::newRow("no markers") << on << false << QByteArray();
    QTest::newRow("only an upload id")
        << QByteArray(on + "<NextUploadIdMarker>U</NextUploadIdMarker>") << false << QByteArray();
    QTest::newRow("standing still")
        << QByteArray(on + "<KeyMarker>k</KeyMarker><UploadIdMarker>U</UploadIdMarker>" + next) << false
        << QByteArray();
    QTest::newRow("same key, another upload")
        << QByteArray(on + "<KeyMarker>k</KeyMarker><UploadIdMarker>T</UploadIdMarker>" + next) << true
        << QByteArray("k");
    QTest::newRow("not truncated") << next << false << QByteArray();
}

void ListingsTest::uploadPaging()
{
    QFETCH(QByteArray, inside);
    const Result<ListUploadsPage> page = listUploadsReply(replyOf(200, uploadsXml(inside)));
    QVERIFY(page.ok());
    QTEST(page->truncated, "truncated");
    QTEST(page->nextKeyMarker, "key");
    QVERIFY(page->truncated || page->nextUploadIdMarker.isEmpty());
}

void ListingsTest::badUploads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& body, ErrorKind kind, const char* code) {
        QTest::newRow(name) << body << kind << QString::fromLatin1(code);
    };
    row("no key", uploadsXml(uploadXml("", "U")), ErrorKind::Bug, "answer-invalid");
    row("no id", uploadsXml(uploadXml("k", "")), ErrorKind::Bug, "answer-invalid");
    row("long key", uploadsXml(uploadXml(QByteArray(100'000, 'k'), "U")), ErrorKind::Bug, "answer-invalid");
    row("broken off", uploadsXml(uploadXml("k", "U")).chopped(1), ErrorKind::Transient, "answer-truncated");
    row("a listing of objects", "<ListBucketResult/>", ErrorKind::Refused, "not-s3");
    row("plain text", "It works!", ErrorKind::Refused, "not-s3");
}

void ListingsTest::badUploads()
{
    QFETCH(QByteArray, body);
    const Result<ListUploadsPage> page = listUploadsReply(replyOf(200, body));
    QVERIFY(!page.ok());
    QTEST(page.error().code, "code");
    QTEST(page.error().kind, "kind");
}

void ListingsTest::objects()
{
    const Result<ListObjectsPage> page = listObjectsReply(replyOf(
        200,
        "<ListBucketResult "
        "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>b</Name><Prefix>a+b%2F</Prefix>"
        "<KeyCount>2</KeyCount><MaxKeys>2</MaxKeys><EncodingType>url</EncodingType><IsTruncated>true</"
        "IsTruncated>"
        "<NextContinuationToken>t+/%20=</NextContinuationToken>"
        "<Contents><Key>a+b%2Fc%2Bd</Key><LastModified>2026-01-15T09:30:00.000Z</LastModified>"
        "<ETag>&quot;e&quot;</ETag><Size>5497558138880</Size><StorageClass>STANDARD</StorageClass></Contents>"
        "<CommonPrefixes><Prefix>a+b%2Ff%2F</Prefix></CommonPrefixes></ListBucketResult>"));
    QVERIFY(page.ok());
    QCOMPARE(page->objects.size(), 1);
    QCOMPARE(page->objects.first().key, "a b/c+d");
    QCOMPARE(page->objects.first().size, 5'497'558'138'880);
    QCOMPARE(page->objects.first().etag, "\"e\"");
    QVERIFY(page->objects.first().modified.isValid());
    QCOMPARE(page->prefixes, QList<QByteArray>{"a b/f/"});
    QVERIFY(page->truncated);
    QCOMPARE(page->nextToken, "t+/%20="); // not decoded
}

void ListingsTest::objectPaging()
{
    const auto pageOf = [](const QByteArray& inside) {
        return *listObjectsReply(replyOf(200, "<ListBucketResult>" + inside + "</ListBucketResult>"));
    };
    QVERIFY(!pageOf("<IsTruncated>true</IsTruncated>").truncated);
    QVERIFY(pageOf("<NextContinuationToken>t</NextContinuationToken>").nextToken.isEmpty());
}

void ListingsTest::badObjects_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("negative size") << QByteArray("<Contents><Key>k</Key><Size>-1</Size></Contents>");
    QTest::newRow("absurd size") << QByteArray(
        "<Contents><Key>k</Key><Size>9223372036854775808</Size></Contents>");
    QTest::newRow("no size") << QByteArray("<Contents><Key>k</Key></Contents>");
    QTest::newRow("no key") << QByteArray("<Contents><Size>1</Size></Contents>");
}

void ListingsTest::badObjects()
{
    QFETCH(QByteArray, inside);
    const Result<ListObjectsPage> page =
        listObjectsReply(replyOf(200, "<ListBucketResult>" + inside + "</ListBucketResult>"));
    QVERIFY(!page.ok());
    QCOMPARE(page.error().code, QStringLiteral("answer-invalid"));
}

void ListingsTest::buckets()
{
    const Result<QList<ListedBucket>> buckets = listBucketsReply(
        replyOf(200, "<ListAllMyBucketsResult "
                     "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>o</ID></Owner><Buckets>"
                     "<Bucket><Name>one</Name><CreationDate>2026-01-15T09:30:00.000Z</CreationDate></Bucket>"
                     "<Bucket><Name>two</Name><BucketRegion>eu-west-1</BucketRegion></Bucket></Buckets>"
                     "<ContinuationToken/></ListAllMyBucketsResult>"));
    QVERIFY(buckets.ok());
    QCOMPARE(buckets->size(), 2);
    QCOMPARE(buckets->at(0).name, QStringLiteral("one"));
    QVERIFY(buckets->at(0).created.isValid());
    QCOMPARE(buckets->at(1).region, QStringLiteral("eu-west-1"));
    QVERIFY(listBucketsReply(replyOf(200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"))
                ->isEmpty());
}

void ListingsTest::badBuckets()
{
    QCOMPARE(listBucketsReply(replyOf(200, "<html></html>")).error().code, QStringLiteral("captive-portal"));
    QCOMPARE(listBucketsReply(replyOf(200, "<ListAllMyBucketsResult><Buckets>")).error().code,
             QStringLiteral("answer-truncated"));
    QCOMPARE(listBucketsReply(replyOf(403, {})).error().kind, ErrorKind::Refused);
}

QTEST_GUILESS_MAIN(ListingsTest)
#include "tst_listings.moc"
