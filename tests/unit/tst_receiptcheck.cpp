// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/checksum.h"
#include "upload/receipt.h"
#include "upload/receiptcheck.h"
#include "upload/uploadproof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace partway;

namespace {

constexpr qint64 partSize = 1000;

class Bytes final : public ByteSource
{
public:
    explicit Bytes(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override
    {
        const QByteArray piece = m_bytes.mid(offset, max);
        std::copy(piece.begin(), piece.end(), data);
        return qint64(piece.size());
    }

private:
    QByteArray m_bytes;
};

QByteArray content()
{
    QByteArray bytes(2500, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 7 + i / 256);
    return bytes;
}

// A receipt as a finished upload of content() leaves it.
ReceiptInput finished(ChecksumMode mode)
{
    ReceiptInput input;
    input.sourcePath = QStringLiteral("/films/day1.mov");
    input.source.size = content().size();
    input.endpoint = QStringLiteral("https://s3.example.com");
    input.account = QStringLiteral("work");
    input.spec.bucket = QStringLiteral("media");
    input.spec.key = "raw/day1.mov";
    input.spec.checksum = mode;
    input.spec.plan = PartPlan{content().size(), partSize, 3, false};
    input.state.token = QStringLiteral("0123456789abcdef");
    for (int number = 1; number <= 3; ++number) {
        const ByteRange range = input.spec.plan.range(number);
        const Digests digests =
            digestOf(content().mid(range.offset, range.length), {.md5 = true, .crc = mode});
        input.state.parts.insert(number, {'"' + digests.md5.toHex() + '"', digests.md5, digests.crc, false});
    }
    input.state.finished = FinishedObject{};
    input.state.finished->etag = '"' + expectedEtag(input.spec, input.state) + '"';
    input.state.finished->checksum = expectedChecksum(input.spec, input.state);
    return input;
}

QByteArray json(const QJsonObject& receipt)
{
    return QJsonDocument(receipt).toJson();
}

QByteArray goodReceipt()
{
    return json(makeReceipt(finished(ChecksumMode::Crc64Nvme)));
}

FileCheck checked(const Receipt& receipt, const QByteArray& bytes)
{
    const std::atomic<bool> stop{false};
    const Result<FileCheck> check = checkFile(receipt, Bytes(bytes), bytes.size(), stop, [](qint64) {});
    return check ? *check : FileCheck{};
}

ObjectInfo objectOf(const Receipt& receipt)
{
    ObjectInfo info;
    info.size = receipt.size;
    info.etag = '"' + receipt.etag + '"';
    info.checksum = receipt.checksum;
    info.metadata.insert(tokenMetadata, receipt.token);
    return info;
}

} // namespace

class TestReceiptCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasWrittenIsRead();
    void hostileReceipts_data();
    void hostileReceipts();
    void sameFile_data();
    void sameFile();
    void changedPartIsNamed();
    void withoutDigestsNothingIsSaid();
    void otherObjects_data();
    void otherObjects();
};

void TestReceiptCheck::whatWasWrittenIsRead()
{
    const Result<Receipt> receipt = parseReceipt(goodReceipt());
    QVERIFY(receipt.ok());
    QCOMPARE(receipt->size, content().size());
    QCOMPARE(receipt->key, QByteArray("raw/day1.mov"));
    QCOMPARE(receipt->mode, ChecksumMode::Crc64Nvme);
    QCOMPARE(receipt->token, QByteArray("0123456789abcdef"));
    QCOMPARE(receipt->parts.size(), 3);
    QCOMPARE(receipt->parts.last().range, (ByteRange{2000, 500}));
}

void TestReceiptCheck::hostileReceipts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QString unreadable = QStringLiteral("receipt-unreadable");
    QTest::newRow("nothing") << QByteArray() << unreadable;
    QTest::newRow("not json") << QByteArray("<html>") << unreadable;
    QTest::newRow("an array") << QByteArray("[1,2]") << unreadable;
    QTest::newRow("something else") << QByteArray("{\"partway\": \"ticket\"}") << unreadable;
    QTest::newRow("deep") << QByteArray(200'000, '[') << unreadable;
    QTest::newRow("cut") << goodReceipt().chopped(40) << unreadable;
    QTest::newRow("newer") << goodReceipt().replace("\"version\": 1", "\"version\": 2")
                           << QStringLiteral("receipt-newer");
    QTest::newRow("gap") << goodReceipt().replace("\"offset\": 1000", "\"offset\": 1001") << unreadable;
    QTest::newRow("huge part") << goodReceipt().replace("\"size\": 500", "\"size\": 9223372036854775807")
                               << unreadable;
    QTest::newRow("negative size") << goodReceipt().replace("\"size\": 2500", "\"size\": -1") << unreadable;
    const QByteArray md5 = finished(ChecksumMode::Md5).state.parts.value(2).md5.toHex();
    QTest::newRow("changed digest") << QByteArray(goodReceipt().replace("\"md5\": \"" + md5,
                                                                        "\"md5\": \"00" + md5.mid(2)))
                                    << QStringLiteral("receipt-contradicts-itself");
    const QByteArray crc = finished(ChecksumMode::Crc64Nvme).state.finished->checksum.toBase64();
    QTest::newRow("changed checksum")
        << goodReceipt().replace(crc, "AAAAAAAAAAA=") << QStringLiteral("receipt-contradicts-itself");
}

void TestReceiptCheck::hostileReceipts()
{
    QFETCH(QByteArray, bytes);
    const Result<Receipt> receipt = parseReceipt(bytes);
    QVERIFY(!receipt.ok());
    QTEST(receipt.error().code, "code");
}

void TestReceiptCheck::sameFile_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::newRow("md5") << ChecksumMode::Md5;
    QTest::newRow("crc32") << ChecksumMode::Crc32;
    QTest::newRow("crc64nvme") << ChecksumMode::Crc64Nvme;
}

void TestReceiptCheck::sameFile()
{
    QFETCH(ChecksumMode, mode);
    const Result<Receipt> receipt = parseReceipt(json(makeReceipt(finished(mode))));
    QVERIFY(receipt.ok());
    const FileCheck check = checked(*receipt, content());
    QVERIFY(check.same());
    QCOMPARE(check.equal, 3);
    QVERIFY(!checked(*receipt, content() + 'x').sizeEquals);
}

void TestReceiptCheck::changedPartIsNamed()
{
    const Result<Receipt> receipt = parseReceipt(goodReceipt());
    QByteArray changed = content();
    changed[1500] = char(changed[1500] + 1);
    const FileCheck check = checked(*receipt, changed);
    QCOMPARE(check.different, QList<int>{2});
    QVERIFY(!check.same());
}

void TestReceiptCheck::withoutDigestsNothingIsSaid()
{
    ReceiptInput input = finished(ChecksumMode::None);
    for (StoredPart& part : input.state.parts)
        part.md5.clear();
    const Result<Receipt> receipt = parseReceipt(json(makeReceipt(input)));
    QVERIFY(receipt.ok());
    const FileCheck check = checked(*receipt, content());
    QCOMPARE(check.uncheckable, 3);
    QVERIFY(!check.same());
}

void TestReceiptCheck::otherObjects_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("proven");
    QTest::addColumn<bool>("contradicts");
    QTest::newRow("the object") << QString() << true << false;
    QTest::newRow("no token") << QStringLiteral("no token") << true << false;
    QTest::newRow("other size") << QStringLiteral("size") << false << true;
    QTest::newRow("other etag") << QStringLiteral("etag") << false << true;
    QTest::newRow("other checksum") << QStringLiteral("checksum") << false << true;
    QTest::newRow("other token") << QStringLiteral("token") << false << true;
    QTest::newRow("only the size") << QStringLiteral("bare") << false << false;
}

void TestReceiptCheck::otherObjects()
{
    QFETCH(QString, what);
    const Result<Receipt> receipt = parseReceipt(goodReceipt());
    ObjectInfo info = objectOf(*receipt);
    if (what == "size")
        ++info.size;
    if (what == "etag")
        info.etag = "\"0123\"";
    if (what == "checksum")
        info.checksum[0] = char(info.checksum[0] ^ 1);
    if (what == "token")
        info.metadata[tokenMetadata] = "another";
    if (what.startsWith("no token") || what == "bare")
        info.metadata.clear();
    if (what == "bare") {
        info.etag.clear();
        info.checksum.clear();
    }
    const ObjectCheck check = compareObject(*receipt, info);
    QTEST(check.proven(), "proven");
    QTEST(check.contradicts(), "contradicts");
}

QTEST_GUILESS_MAIN(TestReceiptCheck)
#include "tst_receiptcheck.moc"
