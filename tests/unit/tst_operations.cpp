// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/objectheaders.h"
#include "s3/operations.h"

#include <QTest>

#include <algorithm>

using namespace partway;

namespace {

// The whole request as text, so that one comparison sees everything that is in it and nothing else.
QByteArray asText(const S3Request& request)
{
    QByteArray text = request.method + ' ' + request.bucket.toUtf8() + " [" + request.key + "] " +
                      canonicalQuery(request.query) + '\n';
    QByteArrayList headers;
    for (const auto& [name, value] : request.headers.all())
        headers.append(name.toLower() + ": " + value + '\n');
    std::sort(headers.begin(), headers.end());
    text += headers.join();
    if (!request.body.bytes.isEmpty())
        text += "body " + request.body.bytes + '\n';
    if (request.body.source) {
        text += "window " + QByteArray::number(request.body.window.offset) + '+' +
                QByteArray::number(request.body.window.length) + '\n';
    }
    if (!request.payloadHash.isEmpty())
        text += "hash " + request.payloadHash + '\n';
    if (!request.repeatable)
        text += "once\n";
    if (request.errorInSuccess)
        text += "error in success\n";
    return text;
}

class NoBytes final : public ByteSource
{
public:
    Result<qint64> readAt(qint64, char*, qint64) const override { return qint64(0); }
};

const QByteArray key = "a b/\xC3\xBC.bin";
const QString bucket = QStringLiteral("media-bkt");
const QString uploadId = QStringLiteral("VXBsb2FkIElE/x+y==");
const QByteArray xmlHead = "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";

HttpBody window()
{
    HttpBody body;
    body.source = std::make_shared<NoBytes>();
    body.window = {10, 20};
    return body;
}

Digests allDigests()
{
    return {QByteArray(16, '\1'), QByteArray(32, '\2'), QByteArray(8, '\3')};
}

} // namespace

class OperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createPlain();
    void createWithEverything();
    void createDeclaresChecksum_data();
    void createDeclaresChecksum();
    void metadataValues_data();
    void metadataValues();
    void metadataWordsAreShort();
    void headersCannotBeBroken();
    void part_data();
    void part();
    void completePlain();
    void completeFullObject();
    void completeComposite();
    void completeEscapes();
    void completeOfManyParts();
    void abort();
    void listParts();
    void listUploads();
    void put();
    void putConditionally();
    void head();
    void buckets();
    void createBucket();
    void listObjects();
};

void OperationsTest::createPlain()
{
    const S3Request request = createUploadRequest({bucket, key, {}, ChecksumMode::Md5});
    QCOMPARE(asText(request),
             "POST media-bkt [" + key + "] uploads=\ncontent-type: application/octet-stream\nonce\n");
}

void OperationsTest::createWithEverything()
{
    ObjectOptions object;
    object.contentType = "image/jpeg";
    object.cacheControl = "no-cache";
    object.contentDisposition = "attachment; filename=\"a.jpg\"";
    object.contentEncoding = "gzip";
    object.contentLanguage = "de";
    object.metadata = {{"Note", QStringLiteral("plain")}, {"name", QStringLiteral("ü b.bin")}};
    object.tags = {{QStringLiteral("a b"), QStringLiteral("1/2")}, {QStringLiteral("ü"), QString()}};
    object.storageClass = "STANDARD_IA";
    object.acl = "bucket-owner-full-control";
    object.encryption = "aws:kms";
    object.kmsKeyId = "alias/film";
    QCOMPARE(asText(createUploadRequest({bucket, key, object, ChecksumMode::None})),
             "POST media-bkt [" + key +
                 "] uploads=\n"
                 "cache-control: no-cache\n"
                 "content-disposition: attachment; filename=\"a.jpg\"\n"
                 "content-encoding: gzip\n"
                 "content-language: de\n"
                 "content-type: image/jpeg\n"
                 "x-amz-acl: bucket-owner-full-control\n"
                 "x-amz-meta-name: =?UTF-8?B?w7wgYi5iaW4=?=\n"
                 "x-amz-meta-note: plain\n"
                 "x-amz-server-side-encryption-aws-kms-key-id: alias/film\n"
                 "x-amz-server-side-encryption: aws:kms\n"
                 "x-amz-storage-class: STANDARD_IA\n"
                 "x-amz-tagging: a%20b=1%2F2&%C3%BC=\n"
                 "once\n");
}

void OperationsTest::createDeclaresChecksum_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("none") << ChecksumMode::None << QByteArray() << QByteArray();
    QTest::newRow("md5") << ChecksumMode::Md5 << QByteArray() << QByteArray();
    QTest::newRow("crc32") << ChecksumMode::Crc32 << QByteArray("CRC32") << QByteArray("FULL_OBJECT");
    QTest::newRow("crc32c") << ChecksumMode::Crc32c << QByteArray("CRC32C") << QByteArray("FULL_OBJECT");
    QTest::newRow("crc64nvme") << ChecksumMode::Crc64Nvme << QByteArray("CRC64NVME")
                               << QByteArray("FULL_OBJECT");
    QTest::newRow("sha256") << ChecksumMode::Sha256 << QByteArray("SHA256") << QByteArray("COMPOSITE");
}

void OperationsTest::createDeclaresChecksum()
{
    QFETCH(ChecksumMode, mode);
    const S3Request request = createUploadRequest({bucket, key, {}, mode});
    QTEST(request.headers.value("x-amz-checksum-algorithm"), "algorithm");
    QTEST(request.headers.value("x-amz-checksum-type"), "type");
    QCOMPARE(request.headers.all().size(), mode == ChecksumMode::None || mode == ChecksumMode::Md5 ? 1 : 3);
}

void OperationsTest::metadataValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("ascii") << QStringLiteral("two   words ~") << QByteArray("two   words ~");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("umlaut") << QStringLiteral("ü b.bin") << QByteArray("=?UTF-8?B?w7wgYi5iaW4=?=");
    QTest::newRow("looks encoded") << QStringLiteral("=?x") << QByteArray("=?UTF-8?B?PT94?=");
    QTest::newRow("line break") << QStringLiteral("a\r\nb: c") << QByteArray("=?UTF-8?B?YQ0KYjogYw==?=");
    QTest::newRow("blanks around") << QStringLiteral(" a ") << QByteArray("=?UTF-8?B?IGEg?=");
}

void OperationsTest::metadataValues()
{
    QFETCH(QString, text);
    QTEST(metadataValue(text), "value");
}

void OperationsTest::metadataWordsAreShort()
{
    const QString text = QStringLiteral("x") + QStringLiteral("😀ü").repeated(50);
    const QByteArray value = metadataValue(text);
    QByteArray decoded;
    for (const QByteArray& word : value.split(' ')) {
        QVERIFY(word.size() <= 75);
        QVERIFY(word.startsWith("=?UTF-8?B?") && word.endsWith("?="));
        const QByteArray piece = QByteArray::fromBase64(word.mid(10, word.size() - 12));
        QCOMPARE(QString::fromUtf8(piece).toUtf8(), piece); // cut between characters
        decoded += piece;
    }
    QCOMPARE(decoded, text.toUtf8());
}

void OperationsTest::headersCannotBeBroken()
{
    ObjectOptions object;
    object.contentType = "text/plain\r\nx-amz-acl: public-read";
    object.metadata = {{"a\r\nx-amz-acl", QStringLiteral("b\nc")}};
    object.tags = {{QStringLiteral("t\n"), QStringLiteral("\r")}};
    const S3Request request = createUploadRequest({bucket, key, object, ChecksumMode::None});
    for (const auto& [name, value] : request.headers.all())
        QVERIFY(!(name + value).contains('\n') && !(name + value).contains('\r'));
    QVERIFY(request.headers.has("x-amz-meta-a--x-amz-acl"));
    QVERIFY(!request.headers.has("x-amz-acl"));
}

void OperationsTest::part_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::addColumn<QByteArray>("header");
    const QByteArray sha = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
    QTest::newRow("none") << ChecksumMode::None << QByteArray();
    QTest::newRow("md5") << ChecksumMode::Md5 << QByteArray("content-md5: AQEBAQEBAQEBAQEBAQEBAQ==\n");
    QTest::newRow("crc32") << ChecksumMode::Crc32 << QByteArray("x-amz-checksum-crc32: AwMDAwMDAwM=\n");
    QTest::newRow("crc32c") << ChecksumMode::Crc32c << QByteArray("x-amz-checksum-crc32c: AwMDAwMDAwM=\n");
    QTest::newRow("crc64nvme") << ChecksumMode::Crc64Nvme
                               << QByteArray("x-amz-checksum-crc64nvme: AwMDAwMDAwM=\n");
    QTest::newRow("sha256") << ChecksumMode::Sha256 << QByteArray("x-amz-checksum-sha256: " + sha + '\n');
}

void OperationsTest::part()
{
    QFETCH(ChecksumMode, mode);
    QFETCH(QByteArray, header);
    const QByteArray line = "PUT media-bkt [" + key + "] partNumber=7&uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D\n";
    QCOMPARE(asText(sendPartRequest({bucket, key, uploadId, 7, window(), mode, allDigests()})),
             line + header + "window 10+20\nhash " + QByteArray("02").repeated(32) + '\n');
    QCOMPARE(asText(sendPartRequest({bucket, key, uploadId, 7, window(), mode, {}})),
             line + "window 10+20\n");
}

void OperationsTest::completePlain()
{
    CompleteUploadInput input;
    input.bucket = bucket;
    input.key = key;
    input.uploadId = uploadId;
    input.parts = {{1, "\"25f9e794323b453885f5181f1b624d0b\"", {}}};
    input.objectSize = 9;
    input.checksum = ChecksumMode::Md5;
    const S3Request request = completeUploadRequest(input);
    const QByteArray body =
        xmlHead + "<Part><PartNumber>1</PartNumber><ETag>\"25f9e794323b453885f5181f1b624d0b\"</ETag></Part>"
                  "</CompleteMultipartUpload>";
    QCOMPARE(body.size(), 185); // the body of signing vector V4
    QCOMPARE(asText(request),
             "POST media-bkt [" + key +
                 "] uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D\ncontent-type: application/xml\nbody " + body +
                 "\nonce\nerror in success\n");
    QVERIFY(request.stallTimeout >= std::chrono::minutes(2));
}

void OperationsTest::completeFullObject()
{
    CompleteUploadInput input;
    input.bucket = bucket;
    input.key = "k";
    input.uploadId = QStringLiteral("U");
    input.parts = {{1, "\"a\"", QByteArray(8, '\1')}, {2, "b", {}}};
    input.objectSize = 5'000'000'000'000;
    input.checksum = ChecksumMode::Crc64Nvme;
    input.objectChecksum = QByteArray::fromHex("ae8b14860a799888");
    input.condition = WriteCondition::IfNoneMatch;
    QCOMPARE(asText(completeUploadRequest(input)),
             "POST media-bkt [k] uploadId=U\n"
             "content-type: application/xml\n"
             "if-none-match: *\n"
             "x-amz-checksum-crc64nvme: rosUhgp5mIg=\n"
             "x-amz-checksum-type: FULL_OBJECT\n"
             "x-amz-mp-object-size: 5000000000000\n"
             "body " +
                 xmlHead +
                 "<Part><PartNumber>1</PartNumber><ETag>\"a\"</ETag><ChecksumCRC64NVME>AQEBAQEBAQE="
                 "</ChecksumCRC64NVME></Part><Part><PartNumber>2</PartNumber><ETag>b</ETag></Part>"
                 "</CompleteMultipartUpload>\nonce\nerror in success\n");
}

void OperationsTest::completeComposite()
{
    CompleteUploadInput input;
    input.bucket = bucket;
    input.key = "k";
    input.uploadId = QStringLiteral("U");
    input.parts = {{1, "a", QByteArray(32, '\2')}};
    input.objectSize = 1;
    input.checksum = ChecksumMode::Sha256;
    input.objectChecksum = QByteArray(32, '\3');
    QCOMPARE(asText(completeUploadRequest(input)),
             "POST media-bkt [k] uploadId=U\ncontent-type: application/xml\nbody " + xmlHead +
                 "<Part><PartNumber>1</PartNumber><ETag>a</ETag><ChecksumSHA256>"
                 "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=</ChecksumSHA256></Part>"
                 "</CompleteMultipartUpload>\nonce\nerror in success\n");
}

void OperationsTest::completeEscapes()
{
    CompleteUploadInput input;
    input.parts = {{1, "\"<a>&\r\n\"", {}}};
    QVERIFY(completeUploadRequest(input).body.bytes.contains("<ETag>\"&lt;a&gt;&amp;&#xD;&#xA;\"</ETag>"));
}

void OperationsTest::completeOfManyParts()
{
    CompleteUploadInput input;
    input.checksum = ChecksumMode::Crc64Nvme;
    for (int number = 1; number <= 10'000; ++number)
        input.parts.append({number, '"' + QByteArray(32, 'a') + '"', QByteArray(8, '\1')});
    const S3Request request = completeUploadRequest(input);
    QVERIFY(request.body.bytes.size() > 1'000'000);
    QVERIFY(request.body.bytes.size() < 2 * MiB); // Swift takes no more
    QVERIFY(request.stallTimeout >= std::chrono::minutes(15));
}

void OperationsTest::abort()
{
    QCOMPARE(asText(abortUploadRequest({bucket, key, uploadId})),
             "DELETE media-bkt [" + key + "] uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D\n");
}

void OperationsTest::listParts()
{
    QCOMPARE(asText(listPartsRequest({{bucket, key, uploadId}, 0, 1000})),
             "GET media-bkt [" + key + "] max-parts=1000&uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D\n");
    QCOMPARE(asText(listPartsRequest({{bucket, "k", QStringLiteral("U")}, 7, 2})),
             "GET media-bkt [k] max-parts=2&part-number-marker=7&uploadId=U\n");
}

void OperationsTest::listUploads()
{
    QCOMPARE(asText(listUploadsRequest({bucket, {}, {}, {}, 1000})),
             "GET media-bkt [] encoding-type=url&max-uploads=1000&uploads=\n");
    QCOMPARE(asText(listUploadsRequest({bucket, "a b/+", "a b/x&y", uploadId, 99'999})),
             "GET media-bkt [] encoding-type=url&key-marker=a%20b%2Fx%26y&max-uploads=1000&prefix=a%20b%2F%2B"
             "&upload-id-marker=VXBsb2FkIElE%2Fx%2By%3D%3D&uploads=\n");
    QCOMPARE(asText(listUploadsRequest({bucket, {}, {}, uploadId, 0})),
             "GET media-bkt [] encoding-type=url&max-uploads=1&uploads=\n");
}

void OperationsTest::put()
{
    PutObjectInput input;
    input.bucket = bucket;
    input.key = key;
    input.object.contentType = "text/plain";
    input.body.bytes = "hello";
    input.checksum = ChecksumMode::Md5;
    input.digests = allDigests();
    QCOMPARE(asText(putObjectRequest(input)),
             "PUT media-bkt [" + key +
                 "] \ncontent-md5: AQEBAQEBAQEBAQEBAQEBAQ==\ncontent-type: text/plain\nbody hello\nhash " +
                 QByteArray("02").repeated(32) + '\n');
}

void OperationsTest::putConditionally()
{
    PutObjectInput input;
    input.bucket = bucket;
    input.key = "k";
    input.body = window();
    input.checksum = ChecksumMode::Crc64Nvme;
    input.digests.crc = QByteArray::fromHex("ae8b14860a799888");
    input.condition = WriteCondition::IfNoneMatch;
    QCOMPARE(asText(putObjectRequest(input)),
             "PUT media-bkt [k] \ncontent-type: application/octet-stream\nif-none-match: *\n"
             "x-amz-checksum-crc64nvme: rosUhgp5mIg=\nwindow 10+20\nonce\n");
}

void OperationsTest::head()
{
    QCOMPARE(asText(headObjectRequest({bucket, "k", ChecksumMode::Md5})), "HEAD media-bkt [k] \n");
    QCOMPARE(asText(headObjectRequest({bucket, "k", ChecksumMode::Crc64Nvme})),
             "HEAD media-bkt [k] \nx-amz-checksum-mode: ENABLED\n");
}

void OperationsTest::buckets()
{
    QCOMPARE(asText(headBucketRequest(bucket)), "HEAD media-bkt [] \n");
    QCOMPARE(asText(listBucketsRequest()), "GET  [] \n");
}

void OperationsTest::createBucket()
{
    QCOMPARE(asText(createBucketRequest(bucket, QStringLiteral("us-east-1"))), "PUT media-bkt [] \nonce\n");
    QCOMPARE(asText(createBucketRequest(bucket, {})), "PUT media-bkt [] \nonce\n");
    QCOMPARE(asText(createBucketRequest(bucket, QStringLiteral("eu-<1>"))),
             "PUT media-bkt [] \ncontent-type: application/xml\nbody <CreateBucketConfiguration "
             "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>eu-&lt;1&gt;"
             "</LocationConstraint></CreateBucketConfiguration>\nonce\n");
}

void OperationsTest::listObjects()
{
    QCOMPARE(asText(listObjectsRequest({bucket, {}, {}, {}, 5000})),
             "GET media-bkt [] encoding-type=url&list-type=2&max-keys=1000\n");
    QCOMPARE(asText(listObjectsRequest({bucket, "a b/", "/", "t+/=", 1})),
             "GET media-bkt [] "
             "continuation-token=t%2B%2F%3D&delimiter=%2F&encoding-type=url&list-type=2&max-keys=1"
             "&prefix=a%20b%2F\n");
}

QTEST_GUILESS_MAIN(OperationsTest)
#include "tst_operations.moc"
