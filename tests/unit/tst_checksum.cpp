// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/checksum.h"
#include "s3/hash.h"

#include <QTest>

#include <cstring>

using namespace partway;

namespace {

constexpr qint64 firstPart = 5'242'880; // of the two-part object of s3-reference §4.5
constexpr qint64 secondPart = 1'048'579;

QByteArray twoPartObject()
{
    static const QByteArray object = [] {
        QByteArray bytes(firstPart + secondPart, Qt::Uninitialized);
        char* out = bytes.data();
        for (qint64 i = 0; i < firstPart + secondPart; ++i)
            out[i] = char(i % 251);
        return bytes;
    }();
    return object;
}

QByteArray crcOf(ChecksumMode mode, const QByteArray& bytes)
{
    Crc crc(mode);
    crc.add(bytes.constData(), bytes.size());
    return crc.result();
}

// Bytes in memory that answer at most so many bytes a time, and can end early, fail or count their readers.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes, qint64 atMost = 1 << 30)
        : m_bytes(std::move(bytes)), m_atMost(atMost)
    {
    }

    Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override
    {
        ++reads;
        largestRead = std::max(largestRead, max);
        if (failAt >= 0 && offset >= failAt)
            return Error{ErrorKind::LocalFile, 0, QStringLiteral("file-unreadable"), {}, {}, {}, false, 0};
        if (stopAfter > 0 && reads >= stopAfter)
            *stop = true;
        const qint64 count = std::min({max, m_atMost, std::max<qint64>(0, m_bytes.size() - offset)});
        std::memcpy(data, m_bytes.constData() + offset, size_t(count));
        return count;
    }

    mutable int reads = 0;
    mutable qint64 largestRead = 0;
    qint64 failAt = -1;
    int stopAfter = 0;
    std::atomic<bool>* stop = nullptr;

private:
    QByteArray m_bytes;
    qint64 m_atMost;
};

constexpr DigestPlan everything{true, true, ChecksumMode::Crc64Nvme};

} // namespace

class ChecksumTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownCrcs_data();
    void knownCrcs();
    void crcInPieces_data();
    void crcInPieces();
    void combine_data();
    void combine();
    void combineNeutral_data() { combine_data(); }
    void combineNeutral();
    void combineRefusesWrongSizes();
    void twoParts_data();
    void twoParts();
    void hashes();
    void partMd5sAndEtag();
    void publishedMultipartEtag();
    void onlyWhatIsAsked();
    void windowOfASource();
    void emptyWindow();
    void readsArePieces();
    void shortSource();
    void failingSource();
    void stopFlag();
    void bareEtags_data();
    void bareEtags();
    void names_data();
    void names();
};

void ChecksumTest::knownCrcs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("crc32");
    QTest::addColumn<QByteArray>("crc32c");
    QTest::addColumn<QByteArray>("crc64");
    QByteArray rising;
    for (char c = 0; c < 32; ++c)
        rising += c;
    const auto row = [](const char* name, const QByteArray& bytes, const char* a, const char* b,
                        const char* c) {
        QTest::newRow(name) << bytes << QByteArray(a) << QByteArray(b) << QByteArray(c);
    };
    row("123456789", "123456789", "y/Q5Jg==", "4waSgw==", "rosUhgp5mIg=");
    row("empty", {}, "AAAAAA==", "AAAAAA==", "AAAAAAAAAAA=");
    row("32 zero bytes", QByteArray(32, '\0'), "GQpVrQ==", "ipE2qg==", "zzRzQ01Ozzs=");
    row("0..31", rising, "kSZ+ig==", "Rt15Tg==", "udnUqEksvX8=");
    row("a", "a", "6Le+Qw==", "wdBDMA==", "jC+ERbTL/Dw=");
    row("two parts", twoPartObject(), "auNVHA==", "l2roNg==", "w/CYHgRD0ck=");
}

void ChecksumTest::knownCrcs()
{
    QFETCH(QByteArray, bytes);
    QTEST(crcOf(ChecksumMode::Crc32, bytes).toBase64(), "crc32");
    QTEST(crcOf(ChecksumMode::Crc32c, bytes).toBase64(), "crc32c");
    QTEST(crcOf(ChecksumMode::Crc64Nvme, bytes).toBase64(), "crc64");
}

void ChecksumTest::crcInPieces_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::newRow("crc32") << ChecksumMode::Crc32;
    QTest::newRow("crc32c") << ChecksumMode::Crc32c;
    QTest::newRow("crc64nvme") << ChecksumMode::Crc64Nvme;
}

// Every cut of a text, so that each length up to four slices, aligned or not, goes through the tables.
void ChecksumTest::crcInPieces()
{
    QFETCH(ChecksumMode, mode);
    const QByteArray bytes = twoPartObject().mid(100, 67);
    const QByteArray whole = crcOf(mode, bytes);
    for (int cut = 0; cut <= bytes.size(); ++cut) {
        Crc crc(mode);
        crc.add(bytes.constData(), cut);
        crc.add(bytes.constData() + cut, bytes.size() - cut);
        QCOMPARE(crc.result(), whole);
        QCOMPARE(
            Crc::combine(mode, crcOf(mode, bytes.left(cut)), crcOf(mode, bytes.mid(cut)), bytes.size() - cut),
            whole);
    }
}

void ChecksumTest::combine_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("crc32") << ChecksumMode::Crc32 << QByteArray("cbf53a1c") << QByteArray("9dbabf87")
                           << QByteArray("cbf43926");
    QTest::newRow("crc32c") << ChecksumMode::Crc32c << QByteArray("18d12335") << QByteArray("c27e5db2")
                            << QByteArray("e3069283");
    QTest::newRow("crc64nvme") << ChecksumMode::Crc64Nvme << QByteArray("166ae2b7ff62caf8")
                               << QByteArray("e0d6368f42d00737") << QByteArray("ae8b14860a799888");
}

void ChecksumTest::combine()
{
    QFETCH(ChecksumMode, mode);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, whole);
    QCOMPARE(crcOf(mode, "12345").toHex(), first);
    QCOMPARE(crcOf(mode, "6789").toHex(), second);
    QCOMPARE(Crc::combine(mode, QByteArray::fromHex(first), QByteArray::fromHex(second), 4).toHex(), whole);
}

void ChecksumTest::combineNeutral()
{
    QFETCH(ChecksumMode, mode);
    QFETCH(QByteArray, first);
    const QByteArray value = QByteArray::fromHex(first);
    const QByteArray nothing = crcOf(mode, {});
    QCOMPARE(Crc::combine(mode, value, nothing, 0), value);
    QCOMPARE(Crc::combine(mode, nothing, value, 5), value);
}

void ChecksumTest::combineRefusesWrongSizes()
{
    const QByteArray four(4, 'x');
    const QByteArray eight(8, 'x');
    QVERIFY(Crc::combine(ChecksumMode::Crc64Nvme, four, eight, 1).isEmpty());
    QVERIFY(Crc::combine(ChecksumMode::Crc32, four, eight, 1).isEmpty());
    QVERIFY(Crc::combine(ChecksumMode::Crc32c, four, four, -1).isEmpty());
    QVERIFY(Crc::combine(ChecksumMode::Sha256, four, four, 1).isEmpty());
}

void ChecksumTest::twoParts_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("full");
    QTest::addColumn<QByteArray>("composite"); // the algorithm over the parts' raw values
    const auto row = [](ChecksumMode mode, const char* a, const char* b, const char* full,
                        const char* composite) {
        QTest::newRow(checksumAlgorithm(mode).constData())
            << mode << QByteArray(a) << QByteArray(b) << QByteArray(full) << QByteArray(composite);
    };
    row(ChecksumMode::Crc32, "yIv8rA==", "nf/FHA==", "auNVHA==", "wsnkxg==");
    row(ChecksumMode::Crc32c, "CatQ4g==", "3rQxrg==", "l2roNg==", "vuDz3g==");
    row(ChecksumMode::Crc64Nvme, "bgp1IS1VSZg=", "AVKhGIPT/t4=", "w/CYHgRD0ck=", "");
}

void ChecksumTest::twoParts()
{
    QFETCH(ChecksumMode, mode);
    const QByteArray object = twoPartObject();
    const QByteArray one = crcOf(mode, object.left(firstPart));
    const QByteArray two = crcOf(mode, object.mid(firstPart));
    QTEST(one.toBase64(), "first");
    QTEST(two.toBase64(), "second");
    QTEST(Crc::combine(mode, one, two, secondPart).toBase64(), "full");
    QFETCH(QByteArray, composite);
    if (!composite.isEmpty())
        QCOMPARE(crcOf(mode, one + two).toBase64(), composite);
}

void ChecksumTest::hashes()
{
    QCOMPARE(hashOf(HashAlgorithm::Sha256, "123456789").toBase64(),
             "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=");
    QCOMPARE(hashOf(HashAlgorithm::Md5, {}).toBase64(), "1B2M2Y8AsgTpgAmY7PhCfg==");
    const QByteArray object = twoPartObject();
    const QByteArray one = hashOf(HashAlgorithm::Sha256, object.left(firstPart));
    const QByteArray two = hashOf(HashAlgorithm::Sha256, object.mid(firstPart));
    QCOMPARE(one.toBase64(), "FrYy8Rz5UN2mfcTBhKP54Kof+kwYknu4l359qXyiW8o=");
    QCOMPARE(two.toBase64(), "SlLiPQw6yipwnnsXArEt+wHvS9DY0OCe6RYuGC95Ra8=");
    QCOMPARE(hashOf(HashAlgorithm::Sha256, object).toBase64(),
             "h/hcuZpyqripjAjeGQiL7ZMZaO+QTbdvFxs0kZ5fPbI=");
    QCOMPARE(hashOf(HashAlgorithm::Sha256, one + two).toBase64(),
             "Y9WtLf+8FmS4bcrHMi0XubecwbrMEL3gHfAphzaXVzw=");
}

void ChecksumTest::partMd5sAndEtag()
{
    const QByteArray object = twoPartObject();
    const DigestPlan md5Only{true, false, ChecksumMode::None};
    const QByteArray one = digestOf(object.left(firstPart), md5Only).md5;
    const QByteArray two = digestOf(object.mid(firstPart), md5Only).md5;
    QCOMPARE(one.toHex(), "4c28640dc8df1933aaea192100d50ae0");
    QCOMPARE(two.toHex(), "5a8ec45c89f8a39adbf798f62e5d0dfa");
    QCOMPARE(digestOf(object, md5Only).md5.toHex(), "c1f09f187203d09ee80802362577ce07");
    QCOMPARE(multipartEtag({one, two}), "d13ac2237c75183882d6f69383f39698-2");
}

void ChecksumTest::publishedMultipartEtag()
{
    QCOMPARE(multipartEtag({QByteArray::fromHex("bce6bf66aeb76c7040fdd5f4eccb78e6"),
                            QByteArray::fromHex("8165449fc15bbf43d3b674595cbcc406")}),
             "f77dc0eecdebcd774a2a22cb393ad2ff-2");
}

void ChecksumTest::onlyWhatIsAsked()
{
    QCOMPARE(digestOf("x", DigestPlan{}), Digests{});
    const Digests md5 = digestOf("x", DigestPlan{true, false, ChecksumMode::Md5});
    QCOMPARE(md5.md5.size(), 16);
    QVERIFY(md5.sha256.isEmpty() && md5.crc.isEmpty());
    const Digests rest = digestOf("x", DigestPlan{false, true, ChecksumMode::Crc32});
    QVERIFY(rest.md5.isEmpty());
    QCOMPARE(rest.sha256.size(), 32);
    QCOMPARE(rest.crc.size(), 4);
}

void ChecksumTest::windowOfASource()
{
    const QByteArray object = twoPartObject();
    const MemorySource source(object, 1000); // short reads are normal
    const Result<Digests> digests = digestOf(source, {firstPart, secondPart}, everything);
    QVERIFY(digests.ok());
    QCOMPARE(*digests, digestOf(object.mid(firstPart), everything));
    QCOMPARE(digests->crc.toBase64(), "AVKhGIPT/t4=");
}

void ChecksumTest::emptyWindow()
{
    const MemorySource source({});
    const Result<Digests> digests = digestOf(source, {0, 0}, everything);
    QVERIFY(digests.ok());
    QCOMPARE(digests->sha256.toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QCOMPARE(digests->crc, QByteArray(8, '\0'));
    QCOMPARE(source.reads, 0);
}

void ChecksumTest::readsArePieces()
{
    const MemorySource source(twoPartObject());
    QVERIFY(digestOf(source, {0, firstPart + secondPart}, everything).ok());
    QCOMPARE(source.largestRead, 256 * KiB);
    QCOMPARE(source.reads, 25);
}

void ChecksumTest::shortSource()
{
    const MemorySource source("12345");
    const Result<Digests> digests = digestOf(source, {0, 6}, everything);
    QVERIFY(!digests.ok());
    QCOMPARE(digests.error().kind, ErrorKind::LocalFile);
    QCOMPARE(digests.error().code, QStringLiteral("source-shorter"));
}

void ChecksumTest::failingSource()
{
    MemorySource source(twoPartObject());
    source.failAt = 256 * KiB;
    const Result<Digests> digests = digestOf(source, {0, firstPart}, everything);
    QVERIFY(!digests.ok());
    QCOMPARE(digests.error().code, QStringLiteral("file-unreadable"));
}

void ChecksumTest::stopFlag()
{
    std::atomic<bool> stop{false};
    MemorySource source(twoPartObject());
    source.stop = &stop;
    source.stopAfter = 3;
    const Result<Digests> digests = digestOf(source, {0, firstPart}, everything, &stop);
    QVERIFY(!digests.ok());
    QCOMPARE(digests.error().kind, ErrorKind::Cancelled);
    QCOMPARE(source.reads, 3);
}

void ChecksumTest::bareEtags_data()
{
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<QByteArray>("bare");
    QTest::addColumn<bool>("md5");
    const auto row = [](const char* name, const char* etag, const char* bare, bool md5) {
        QTest::newRow(name) << QByteArray(etag) << QByteArray(bare) << md5;
    };
    row("quoted", "\"4c28640dc8df1933aaea192100d50ae0\"", "4c28640dc8df1933aaea192100d50ae0", true);
    row("upper case", "4C28640DC8DF1933AAEA192100D50AE0", "4c28640dc8df1933aaea192100d50ae0", true);
    row("weak", "W/\"4c28640dc8df1933aaea192100d50ae0\"", "4c28640dc8df1933aaea192100d50ae0", true);
    row("multipart", "\"D13AC2237C75183882D6F69383F39698-2\"", "d13ac2237c75183882d6f69383f39698-2", false);
    row("directory bucket", "\"dXp6YQ-Opaque\"", "dXp6YQ-Opaque", false);
    row("31 digits", "c28640dc8df1933aaea192100d50AE0", "c28640dc8df1933aaea192100d50AE0", false);
    row("33 digits", "4C28640DC8DF1933AAEA192100D50AE00", "4C28640DC8DF1933AAEA192100D50AE00", false);
    row("dash without count", "4C28640DC8DF1933AAEA192100D50AE0-", "4C28640DC8DF1933AAEA192100D50AE0-",
        false);
    row("one quote", "\"", "\"", false);
    row("empty", "", "", false);
    row("blanks around", " \"a\" ", "a", false);
}

void ChecksumTest::bareEtags()
{
    QFETCH(QByteArray, etag);
    QTEST(bareEtag(etag), "bare");
    QTEST(looksLikeMd5(bareEtag(etag)), "md5");
}

void ChecksumTest::names_data()
{
    QTest::addColumn<ChecksumMode>("mode");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<bool>("fullObject");
    const auto row = [](const char* name, ChecksumMode mode, const char* header, const char* algorithm,
                        const char* element, bool full) {
        QTest::newRow(name) << mode << QByteArray(header) << QByteArray(algorithm) << QByteArray(element)
                            << full;
    };
    row("none", ChecksumMode::None, "", "", "", false);
    row("md5", ChecksumMode::Md5, "", "", "", false);
    row("crc32", ChecksumMode::Crc32, "x-amz-checksum-crc32", "CRC32", "ChecksumCRC32", true);
    row("crc32c", ChecksumMode::Crc32c, "x-amz-checksum-crc32c", "CRC32C", "ChecksumCRC32C", true);
    row("crc64nvme", ChecksumMode::Crc64Nvme, "x-amz-checksum-crc64nvme", "CRC64NVME", "ChecksumCRC64NVME",
        true);
    row("sha256", ChecksumMode::Sha256, "x-amz-checksum-sha256", "SHA256", "ChecksumSHA256", false);
}

void ChecksumTest::names()
{
    QFETCH(ChecksumMode, mode);
    QTEST(checksumHeader(mode), "header");
    QTEST(checksumAlgorithm(mode), "algorithm");
    QTEST(checksumElement(mode), "element");
    QTEST(checksumIsFullObject(mode), "fullObject");
}

QTEST_GUILESS_MAIN(ChecksumTest)
#include "tst_checksum.moc"
