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

} // namespace

class ObjectRepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stored();
    void storedWithoutEtag();
    void conflict();
    void seen();
    void sizes_data();
    void sizes();
    void compositeChecksums();
    void headErrors_data();
    void headErrors();
    void bucketSeen();
    void bucketMade_data();
    void bucketMade();
};

void ObjectRepliesTest::stored()
{
    const Result<PutObjectOutput> output =
        putObjectReply(replyOf(200, {},
                               {{"etag", "\"e\""},
                                {"x-amz-version-id", "v1"},
                                {"x-amz-request-id", "R"},
                                {"x-amz-checksum-crc32c", "4waSgw=="},
                                {"x-amz-server-side-encryption", "aws:kms"}}),
                       ChecksumMode::Crc32c);
    QVERIFY(output.ok());
    QCOMPARE(output->etag, "\"e\"");
    QCOMPARE(output->versionId, QStringLiteral("v1"));
    QCOMPARE(output->requestId, QStringLiteral("R"));
    QCOMPARE(output->checksum.toHex(), "e3069283");
    QVERIFY(output->encryptedWithKms);
}

void ObjectRepliesTest::storedWithoutEtag()
{
    QCOMPARE(putObjectReply(replyOf(200), ChecksumMode::None).error().code, QStringLiteral("missing-etag"));
    const Result<PutObjectOutput> output = putObjectReply(replyOf(200, "<html>"), ChecksumMode::None);
    QVERIFY(!output.ok());
    QCOMPARE(output.error().code, QStringLiteral("captive-portal"));
    QCOMPARE(output.error().kind, ErrorKind::Transient);
    QVERIFY(output.error().maybeDone);
}

void ObjectRepliesTest::conflict()
{
    const Result<PutObjectOutput> output =
        putObjectReply(replyOf(412, "<Error><Code>PreconditionFailed</Code></Error>"), ChecksumMode::None);
    QVERIFY(!output.ok());
    QCOMPARE(output.error().kind, ErrorKind::Conflict);
}

void ObjectRepliesTest::seen()
{
    const Result<ObjectInfo> info =
        headObjectReply(replyOf(200, {},
                                {{"Content-Length", "5497558138880"},
                                 {"ETag", "\"d13ac2237c75183882d6f69383f39698-2\""},
                                 {"Last-Modified", "Thu, 15 Jan 2026 09:30:00 GMT"},
                                 {"Content-Type", "video/mp4"},
                                 {"X-Amz-Meta-Partway-Upload", "c0ffee"},
                                 {"x-amz-meta-note", "=?UTF-8?B?w7w=?="},
                                 {"x-amz-version-id", "v"},
                                 {"x-amz-checksum-crc64nvme", "w/CYHgRD0ck="},
                                 {"x-amz-checksum-type", "FULL_OBJECT"},
                                 {"x-amz-request-id", "R"}}),
                        ChecksumMode::Crc64Nvme);
    QVERIFY(info.ok());
    QCOMPARE(info->size, 5'497'558'138'880);
    QCOMPARE(info->etag, "\"d13ac2237c75183882d6f69383f39698-2\"");
    QCOMPARE(info->modified, QDateTime(QDate(2026, 1, 15), QTime(9, 30), Qt::UTC));
    QCOMPARE(info->contentType, "video/mp4");
    QCOMPARE(info->metadata,
             (QMap<QByteArray, QByteArray>{{"partway-upload", "c0ffee"}, {"note", "=?UTF-8?B?w7w=?="}}));
    QCOMPARE(info->versionId, QStringLiteral("v"));
    QCOMPARE(info->checksum.toBase64(), "w/CYHgRD0ck=");
    QCOMPARE(info->checksumType, "FULL_OBJECT");
    QCOMPARE(info->requestId, QStringLiteral("R"));
    QVERIFY(!info->encryptedWithKms);
}

void ObjectRepliesTest::sizes_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<qint64>("size");
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("absent") << QByteArray() << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("too large for a number") << QByteArray("9223372036854775808") << qint64(-1);
    QTest::newRow("words") << QByteArray("12 bytes") << qint64(-1);
}

void ObjectRepliesTest::sizes()
{
    QFETCH(QByteArray, length);
    const Result<ObjectInfo> info =
        headObjectReply(replyOf(200, {}, {{"Content-Length", length}}), ChecksumMode::None);
    QVERIFY(info.ok());
    QTEST(info->size, "size");
}

// A composite value cannot be compared with the CRC of the whole; a composite SHA-256 is all there is.
void ObjectRepliesTest::compositeChecksums()
{
    const HttpReply reply =
        replyOf(200, {},
                {{"x-amz-checksum-crc32", "wsnkxg==-2"},
                 {"x-amz-checksum-sha256", "Y9WtLf+8FmS4bcrHMi0XubecwbrMEL3gHfAphzaXVzw=-2"},
                 {"x-amz-checksum-type", "COMPOSITE"}});
    QVERIFY(headObjectReply(reply, ChecksumMode::Crc32)->checksum.isEmpty());
    QCOMPARE(headObjectReply(reply, ChecksumMode::Sha256)->checksum.toBase64(),
             "Y9WtLf+8FmS4bcrHMi0XubecwbrMEL3gHfAphzaXVzw=");
    QCOMPARE(headObjectReply(reply, ChecksumMode::Sha256)->checksumType, "COMPOSITE");
}

void ObjectRepliesTest::headErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("301") << 301 << ErrorKind::Redirect;
    QTest::newRow("400") << 400 << ErrorKind::Refused;
    QTest::newRow("401") << 401 << ErrorKind::SignIn;
    QTest::newRow("403") << 403 << ErrorKind::Refused;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("405") << 405 << ErrorKind::Refused;
    QTest::newRow("412") << 412 << ErrorKind::Conflict;
    QTest::newRow("500") << 500 << ErrorKind::Transient;
    QTest::newRow("503") << 503 << ErrorKind::Throttled;
}

void ObjectRepliesTest::headErrors()
{
    QFETCH(int, status);
    // The headers of an error page, as servers send them to a HEAD as well.
    const HttpReply reply = replyOf(status, {}, {{"Content-Type", "text/html"}, {"Content-Length", "512"}});
    const Result<ObjectInfo> object = headObjectReply(reply, ChecksumMode::None);
    QVERIFY(!object.ok());
    QTEST(object.error().kind, "kind");
    QCOMPARE(object.error().httpStatus, status);
    QCOMPARE(object.error().code, QString());
    QTEST(headBucketReply(reply).error().kind, "kind");
}

void ObjectRepliesTest::bucketSeen()
{
    QCOMPARE(headBucketReply(replyOf(200, {}, {{"x-amz-bucket-region", "eu-west-1"}}))->region,
             QStringLiteral("eu-west-1"));
    QCOMPARE(headBucketReply(replyOf(200))->region, QString());
}

void ObjectRepliesTest::bucketMade_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("200") << 200 << QByteArray() << true << ErrorKind::Bug;
    QTest::newRow("taken") << 409 << QByteArray("BucketAlreadyExists") << false << ErrorKind::Conflict;
    QTest::newRow("ours") << 409 << QByteArray("BucketAlreadyOwnedByYou") << false << ErrorKind::Conflict;
    QTest::newRow("bad name") << 400 << QByteArray("InvalidBucketName") << false << ErrorKind::Refused;
    QTest::newRow("bad region") << 400 << QByteArray("IllegalLocationConstraintException") << false
                                << ErrorKind::Refused;
}

void ObjectRepliesTest::bucketMade()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(bool, ok);
    const QByteArray body = code.isEmpty() ? QByteArray() : "<Error><Code>" + code + "</Code></Error>";
    const Result<void> result = createBucketReply(replyOf(status, body));
    QCOMPARE(result.ok(), ok);
    if (!ok)
        QTEST(result.error().kind, "kind");
}

QTEST_GUILESS_MAIN(ObjectRepliesTest)
#include "tst_objectreplies.moc"
