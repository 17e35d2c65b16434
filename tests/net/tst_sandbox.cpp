// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sandboxbench.h"
#include "s3/hash.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace partway;

// The sandbox's operations, by requests signed with the core's signer over a plain socket. What other
// people's clients think of it: tests/stores/other-clients.sh.
class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_bench.start()); }

    void keepsAnObjectWithAllItCarries();
    void findsObjectsByOddKeys_data();
    void findsObjectsByOddKeys();
    void readsRanges_data();
    void readsRanges();
    void makesTheReferenceObject_data();
    void makesTheReferenceObject();
    void knowsTheChecksumNobodyAskedFor();
    void keepsEverythingOverARestart();
    void pagesParts();
    void pagesUploads();
    void pagesObjects();
    void copiesParts();
    void givesOpaqueEtags();

private:
    RawReply get(const QByteArray& key, const HeaderList& headers = {})
    {
        return m_bench.send("GET", key, {}, {}, headers);
    }

    SandboxBench m_bench;
};

void TestSandbox::keepsAnObjectWithAllItCarries()
{
    const QByteArray body = "hello part";
    const RawReply put = m_bench.send("PUT", "a/b.txt", {}, body,
                                      headers({{"Content-Type", "text/plain; charset=utf-8"},
                                               {"Cache-Control", "no-cache"},
                                               {"x-amz-meta-note", "two words"},
                                               {"x-amz-storage-class", "STANDARD_IA"},
                                               {"x-amz-tagging", "a=1&b=%C3%BC"}}));
    QCOMPARE(put.status, 200);
    const QByteArray md5 = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex();
    QCOMPARE(put.headers.value("etag"), '"' + md5 + '"');
    QVERIFY(!put.headers.value("x-amz-request-id").isEmpty());
    QVERIFY(put.headers.value("date").endsWith("GMT"));

    const RawReply head = m_bench.send("HEAD", "a/b.txt");
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length"), QByteArray("10"));
    QCOMPARE(head.headers.value("content-type"), QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(head.headers.value("cache-control"), QByteArray("no-cache"));
    QCOMPARE(head.headers.value("x-amz-meta-note"), QByteArray("two words"));
    QCOMPARE(head.headers.value("x-amz-storage-class"), QByteArray("STANDARD_IA"));
    QCOMPARE(head.headers.value("x-amz-tagging-count"), QByteArray("2"));
    QCOMPARE(get("a/b.txt").body, body);
    QCOMPARE(m_bench.send("GET", "a/b.txt", {{"tagging", ""}}).text("Value"), QByteArray("1"));

    QFile file(sandbox::Sandbox::fileOf(m_bench.root(), "sandbox", "a/b.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), body);

    QCOMPARE(m_bench.send("DELETE", "a/b.txt").status, 204);
    QCOMPARE(m_bench.send("HEAD", "a/b.txt").status, 404);
    QCOMPARE(get("a/b.txt").code(), QByteArray("NoSuchKey"));
    QVERIFY(!file.exists());
}

void TestSandbox::findsObjectsByOddKeys_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("space and plus") << QByteArray("a b+c (1).txt");
    QTest::newRow("unicode") << QByteArray("ü€😀.bin");
    QTest::newRow("percent") << QByteArray("100%25.txt");
    QTest::newRow("slashes") << QByteArray("a//b/");
    QTest::newRow("leading slash") << QByteArray("/lead");
    QTest::newRow("dots") << QByteArray("./a/../b");
    QTest::newRow("hidden") << QByteArray(".hidden");
    QTest::newRow("tilde") << QByteArray("~tilde~");
    QTest::newRow("control character") << QByteArray("tab\there");
    QTest::newRow("1024 bytes") << QByteArray(1024, 'k');
    QTest::newRow("1024 bytes, other end") << QByteArray(1023, 'k') + 'l';
}

void TestSandbox::findsObjectsByOddKeys()
{
    QFETCH(QByteArray, key);
    QCOMPARE(m_bench.send("PUT", key, {}, key).status, 200);
    QCOMPARE(get(key).body, key);
    const RawReply list =
        m_bench.send("GET", {}, {{"list-type", "2"}, {"encoding-type", "url"}, {"prefix", key}});
    QByteArray listed = list.text("Key").replace('+', ' ');
    QCOMPARE(QByteArray::fromPercentEncoding(listed), key);
}

void TestSandbox::readsRanges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("middle") << QByteArray("bytes=2-4") << 206 << QByteArray("234");
    QTest::newRow("from") << QByteArray("bytes=7-") << 206 << QByteArray("789");
    QTest::newRow("tail") << QByteArray("bytes=-2") << 206 << QByteArray("89");
    QTest::newRow("beyond the end") << QByteArray("bytes=8-99") << 206 << QByteArray("89");
    QTest::newRow("nonsense is ignored") << QByteArray("bytes=x") << 200 << QByteArray("0123456789");
    QTest::newRow("not there") << QByteArray("bytes=10-") << 416 << QByteArray();
}

void TestSandbox::readsRanges()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_bench.send("PUT", "ten", {}, "0123456789");
    const RawReply reply = get("ten", headers({{"Range", range}}));
    QCOMPARE(reply.status, status);
    if (status < 300)
        QCOMPARE(reply.body, body);
    else
        QCOMPARE(reply.code(), QByteArray("InvalidRange"));
}

// s3-reference §4.5: computed by independent tools.
void TestSandbox::makesTheReferenceObject_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("whole");
    const auto row = [](const char* algorithm, const char* type, const char* first, const char* second,
                        const char* whole) {
        QTest::addRow("%s %s", algorithm, type)
            << QByteArray(algorithm) << QByteArray(type) << QByteArray(first) << QByteArray(second)
            << QByteArray(whole);
    };
    row("CRC32", "FULL_OBJECT", "yIv8rA==", "nf/FHA==", "auNVHA==");
    row("CRC32", "COMPOSITE", "yIv8rA==", "nf/FHA==", "wsnkxg==-2");
    row("CRC32C", "FULL_OBJECT", "CatQ4g==", "3rQxrg==", "l2roNg==");
    row("CRC32C", "COMPOSITE", "CatQ4g==", "3rQxrg==", "vuDz3g==-2");
    row("CRC64NVME", "FULL_OBJECT", "bgp1IS1VSZg=", "AVKhGIPT/t4=", "w/CYHgRD0ck=");
    row("SHA1", "COMPOSITE",
        "RBkQhInzDJShS2Z85OUfzGKtixk=", "4FwNmxBan9So5U0i2C7eGr3YBfY=", "E8DtKbF9/9511u6SA9VqVIaFWM4=-2");
    row("SHA256", "COMPOSITE", "FrYy8Rz5UN2mfcTBhKP54Kof+kwYknu4l359qXyiW8o=",
        "SlLiPQw6yipwnnsXArEt+wHvS9DY0OCe6RYuGC95Ra8=", "Y9WtLf+8FmS4bcrHMi0XubecwbrMEL3gHfAphzaXVzw=-2");
}

void TestSandbox::makesTheReferenceObject()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, whole);
    const QByteArray bytes = referenceBytes();
    const QByteArray header = "x-amz-checksum-" + algorithm.toLower(), element = "Checksum" + algorithm;
    const QByteArray id = m_bench.createUpload(
        "two", headers({{"x-amz-checksum-algorithm", algorithm}, {"x-amz-checksum-type", type}}));
    const RawReply one =
        m_bench.sendPart("two", id, 1, bytes.left(referenceFirstPart), headers({{header, first}}));
    QCOMPARE(one.code(), QByteArray());
    QCOMPARE(one.headers.value("etag"), QByteArray("\"4c28640dc8df1933aaea192100d50ae0\""));
    QCOMPARE(one.headers.value(header), first);
    const RawReply two =
        m_bench.sendPart("two", id, 2, bytes.mid(referenceFirstPart), headers({{header, second}}));
    QCOMPARE(two.headers.value("etag"), QByteArray("\"5a8ec45c89f8a39adbf798f62e5d0dfa\""));
    QCOMPARE(m_bench.send("GET", "two", {{"uploadId", id}}).text(element), first);

    const auto given = [&](const QByteArray& value) {
        return '<' + element + '>' + value + "</" + element + '>';
    };
    const RawReply done = m_bench.complete(
        "two", id,
        partElement(1, "4c28640dc8df1933aaea192100d50ae0", given(first)) +
            partElement(2, "&quot;5a8ec45c89f8a39adbf798f62e5d0dfa&quot;", given(second)),
        headers({{header, whole}, {"x-amz-checksum-type", type}, {"x-amz-mp-object-size", "6291459"}}));
    QCOMPARE(done.code(), QByteArray());
    QCOMPARE(done.text("ETag"), QByteArray("\"d13ac2237c75183882d6f69383f39698-2\""));
    QCOMPARE(done.text(element), whole);
    const RawReply head = m_bench.send("HEAD", "two", {}, {}, headers({{"x-amz-checksum-mode", "ENABLED"}}));
    QCOMPARE(head.headers.value(header), whole);
    QCOMPARE(head.headers.value("x-amz-checksum-type"), type);
    QVERIFY(get("two").body == bytes);
    QCOMPARE(m_bench.send("GET", "two", {{"partNumber", "2"}}).body.size(), 1'048'579);
}

void TestSandbox::knowsTheChecksumNobodyAskedFor()
{
    const QByteArray bytes = referenceBytes();
    const QByteArray id = m_bench.createUpload("plain");
    m_bench.sendPart("plain", id, 1, bytes.left(referenceFirstPart));
    m_bench.sendPart("plain", id, 2, bytes.mid(referenceFirstPart));
    QVERIFY(!m_bench.send("GET", "plain", {{"uploadId", id}}).body.contains("Checksum"));
    m_bench.complete("plain", id,
                     partElement(1, "4c28640dc8df1933aaea192100d50ae0") +
                         partElement(2, "5a8ec45c89f8a39adbf798f62e5d0dfa"));
    const RawReply head =
        m_bench.send("HEAD", "plain", {}, {}, headers({{"x-amz-checksum-mode", "ENABLED"}}));
    QCOMPARE(head.headers.value("x-amz-checksum-crc64nvme"), QByteArray("w/CYHgRD0ck="));
    QVERIFY(!m_bench.send("HEAD", "plain").headers.has("x-amz-checksum-crc64nvme"));
}

void TestSandbox::keepsEverythingOverARestart()
{
    const QByteArray part(5 * MiB, 'p');
    const QByteArray id = m_bench.createUpload("half", headers({{"x-amz-meta-token", "t"}}));
    const QByteArray etag = m_bench.sendPart("half", id, 1, part).headers.value("etag");
    m_bench.send("PUT", "whole", {}, "object");
    QVERIFY(m_bench.start());
    QCOMPARE(get("whole").body, QByteArray("object"));
    const RawReply parts = m_bench.send("GET", "half", {{"uploadId", id}});
    QCOMPARE(parts.text("Size"), QByteArray::number(part.size()));
    QCOMPARE(parts.text("ETag"), etag);
    QCOMPARE(m_bench.sendPart("half", id, 2, "end").status, 200);
    const QByteArray last = QCryptographicHash::hash("end", QCryptographicHash::Md5).toHex();
    const RawReply done = m_bench.complete("half", id, partElement(1, etag) + partElement(2, last));
    QCOMPARE(done.code(), QByteArray());
    QVERIFY(get("half").body == part + "end");
    QCOMPARE(m_bench.send("HEAD", "half").headers.value("x-amz-meta-token"), QByteArray("t"));
    QVERIFY(QDir(m_bench.root() + QStringLiteral("/buckets/sandbox/uploads")).isEmpty());
    QCOMPARE(m_bench.complete("half", id, partElement(1, etag)).code(), QByteArray("NoSuchUpload"));
}

void TestSandbox::pagesParts()
{
    const QByteArray id = m_bench.createUpload("pages");
    for (const int number : {1, 2, 5, 7, 10'000})
        QCOMPARE(m_bench.sendPart("pages", id, number, "x").status, 200);
    QList<QByteArray> seen;
    QByteArray marker = "0";
    RawReply page;
    do {
        page = m_bench.send("GET", "pages",
                            {{"uploadId", id}, {"max-parts", "2"}, {"part-number-marker", marker}});
        const QByteArray mark = "<PartNumber>";
        for (qsizetype at = page.body.indexOf(mark); at >= 0; at = page.body.indexOf(mark, at + 1))
            seen.append(page.body.mid(at + mark.size(), page.body.indexOf('<', at + 1) - at - mark.size()));
        marker = page.text("NextPartNumberMarker");
    } while (page.text("IsTruncated") == "true");
    QCOMPARE(seen, (QList<QByteArray>{"1", "2", "5", "7", "10000"}));
    QCOMPARE(m_bench.send("DELETE", "pages", {{"uploadId", id}}).status, 204);
    QCOMPARE(m_bench.send("DELETE", "pages", {{"uploadId", id}}).code(), QByteArray("NoSuchUpload"));
}

void TestSandbox::pagesUploads()
{
    QList<QByteArray> ids;
    for (const char* key : {"u/a", "u/b c", "u/b c", "u/b c", "u/d/1", "u/d/2", "z"})
        ids.append(m_bench.createUpload(key));
    QList<QByteArray> seen;
    Query marker;
    RawReply page;
    do {
        page =
            m_bench.send("GET", {}, Query{{"uploads", ""}, {"prefix", "u/"}, {"max-uploads", "2"}} + marker);
        const QByteArray mark = "<UploadId>";
        for (qsizetype at = page.body.indexOf(mark); at >= 0; at = page.body.indexOf(mark, at + 1))
            seen.append(page.body.mid(at + mark.size(), page.body.indexOf('<', at + 1) - at - mark.size()));
        marker = {{"key-marker", page.text("NextKeyMarker")},
                  {"upload-id-marker", page.text("NextUploadIdMarker")}};
    } while (page.text("IsTruncated") == "true");
    QCOMPARE(seen, ids.mid(0, 6));

    const RawReply folded = m_bench.send("GET", {},
                                         {{"uploads", ""},
                                          {"prefix", "u/"},
                                          {"delimiter", "/"},
                                          {"encoding-type", "url"},
                                          {"key-marker", "u/b c"}});
    QVERIFY(folded.body.contains("<CommonPrefixes><Prefix>u/d/</Prefix></CommonPrefixes>"));
    QVERIFY(folded.body.contains("<KeyMarker>u/b+c</KeyMarker>"));
    QVERIFY(!folded.body.contains("<Upload>")); // the marker without an id skips all uploads of its key
}

void TestSandbox::pagesObjects()
{
    for (int i = 0; i < 25; ++i)
        m_bench.send("PUT", "page/" + QByteArray::number(i).rightJustified(3, '0'), {}, "x");
    int count = 0;
    Query token;
    RawReply page;
    do {
        page = m_bench.send("GET", {},
                            Query{{"list-type", "2"}, {"prefix", "page/"}, {"max-keys", "10"}} + token);
        count += page.body.count("<Key>");
        QCOMPARE(page.text("KeyCount").toInt(), page.body.count("<Key>"));
        token = {{"continuation-token", page.text("NextContinuationToken")}};
    } while (page.text("IsTruncated") == "true");
    QCOMPARE(count, 25);
    QCOMPARE(m_bench.send("GET", {}, {{"list-type", "2"}, {"max-keys", "0"}}).text("IsTruncated"),
             QByteArray("false"));
}

void TestSandbox::copiesParts()
{
    const QByteArray bytes = referenceBytes();
    m_bench.send("PUT", "source", {}, bytes);
    const QByteArray id = m_bench.createUpload("target");
    const auto copy = [&](int number, const QByteArray& range) {
        return m_bench.sendPart(
            "target", id, number, {},
            headers({{"x-amz-copy-source", "/sandbox/source"}, {"x-amz-copy-source-range", range}}));
    };
    const QByteArray one = copy(1, "bytes=0-5242879").text("ETag"),
                     two = copy(2, "bytes=5242880-6291458").text("ETag");
    QCOMPARE(m_bench.complete("target", id, partElement(1, one) + partElement(2, two)).status, 200);
    QVERIFY(get("target").body == bytes);
}

void TestSandbox::givesOpaqueEtags()
{
    sandbox::Settings settings;
    settings.limits.md5Etags = false;
    settings.limits.minPart = 1;
    QVERIFY(m_bench.start(settings));
    const QByteArray id = m_bench.createUpload("opaque");
    const QByteArray one = m_bench.sendPart("opaque", id, 1, "one").headers.value("etag");
    const QByteArray two = m_bench.sendPart("opaque", id, 2, "two").headers.value("etag");
    QCOMPARE(one.size(), 42); // with its quotes: not the length of an MD5
    QVERIFY(one != two);
    QCOMPARE(m_bench.complete("opaque", id, partElement(1, two) + partElement(2, two)).code(),
             QByteArray("InvalidPart"));
    QCOMPARE(m_bench.complete("opaque", id, partElement(1, one) + partElement(2, two)).code(), QByteArray());
    QCOMPARE(get("opaque").body, QByteArray("onetwo"));
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
