// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networktransport.h"
#include "net/sandboxbench.h"
#include "s3/checksum.h"
#include "store/s3store.h"
#include "support/sandbox/sparsecopy.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace partway;

// Copies, versions and what is told of an object: as strict as S3, and through the real client.
class TestSandboxCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }

    void copiesParts();
    void refusesRanges_data();
    void refusesRanges();
    void pinsTheSource();
    void refusesOntoItself();
    void carriesOrReplaces();
    void copiesHolesCheaply();
    void readsRanges();
    void keepsVersions();
    void deletesVersions();
    void listsVersionsInPages();
    void tellsAttributes();
    void linksWithoutKeys();

private:
    template <typename T, typename Call>
    Result<T> ask(Call call);
    RawReply versioned()
    {
        return m_bench.send("PUT", {}, {{"versioning", ""}},
                            "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    }
    QByteArray etagOf(const QByteArray& key) { return m_bench.send("HEAD", key).headers.value("ETag"); }

    SystemClock m_clock;
    SandboxBench m_bench;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ObjectStore> m_store;
};

namespace {

const QString bucket = QStringLiteral("sandbox");

SourceObject sourceOf(const QByteArray& key, const QByteArray& etag = {}, const QString& version = {})
{
    return {bucket, key, etag, version};
}

} // namespace

void TestSandboxCopy::init()
{
    QVERIFY(m_bench.start());
    Result<std::unique_ptr<Transport>> transport = makeNetworkTransport({}, m_clock);
    m_transport = std::move(*transport);
    const Credentials keys = m_bench.client().credentials;
    const S3ClientOptions options{.endpoint = *Endpoint::parse(m_bench.sandbox().endpoint()),
                                  .addressing = Addressing::Path};
    auto client = std::make_unique<S3Client>(
        *m_transport, options, [keys]() -> Result<Credentials> { return keys; }, m_clock);
    m_store = makeS3Store(std::move(client), storeProfile(QStringLiteral("sandbox")));
}

template <typename T, typename Call>
Result<T> TestSandboxCopy::ask(Call call)
{
    std::optional<Result<T>> result;
    call([&result](const Result<T>& answer) { result = answer; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
        qFatal("no answer");
    return *result;
}

void TestSandboxCopy::copiesParts()
{
    const QByteArray bytes = referenceBytes();
    QCOMPARE(m_bench.send("PUT", "from/a b+ü", {}, bytes).status, 200);
    const QByteArray id = m_bench.createUpload("to", headers({{"x-amz-checksum-algorithm", "CRC64NVME"}}));
    const UploadRef upload{bucket, "to", QString::fromLatin1(id)};
    QByteArray list;
    for (const ByteRange range : {ByteRange{0, 5 * MiB}, ByteRange{5 * MiB, bytes.size() - 5 * MiB}}) {
        const int number = range.offset == 0 ? 1 : 2;
        const auto part = ask<CopyOutput>([&](auto answer) {
            m_store->copyPart({sourceOf("from/a b+ü", etagOf("from/a b+ü")), range, upload, number,
                               ChecksumMode::Crc64Nvme},
                              answer);
        });
        QVERIFY2(part, part ? "" : qPrintable(part.error().code));
        const Digests digests =
            digestOf(bytes.mid(range.offset, range.length), {.md5 = true, .crc = ChecksumMode::Crc64Nvme});
        QCOMPARE(bareEtag(part->etag), digests.md5.toHex());
        QCOMPARE(part->checksum, digests.crc);
        list += partElement(number, part->etag);
    }
    QCOMPARE(m_bench.complete("to", id, list).code(), QByteArray());
    QCOMPARE(m_bench.send("GET", "to").body, bytes);
}

void TestSandboxCopy::refusesRanges_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("small source") << QByteArray("small") << QByteArray("bytes=0-9")
                                  << QByteArray("InvalidRequest");
    QTest::newRow("beyond the end") << QByteArray("large") << QByteArray("bytes=0-6291459")
                                    << QByteArray("InvalidArgument");
    QTest::newRow("open") << QByteArray("large") << QByteArray("bytes=5-") << QByteArray("InvalidArgument");
    QTest::newRow("missing source") << QByteArray("none") << QByteArray("bytes=0-9")
                                    << QByteArray("NoSuchKey");
}

void TestSandboxCopy::refusesRanges()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, range);
    QFETCH(QByteArray, code);
    QCOMPARE(m_bench.send("PUT", "small", {}, "0123456789").status, 200);
    QCOMPARE(m_bench.send("PUT", "large", {}, referenceBytes()).status, 200);
    const QByteArray id = m_bench.createUpload("to");
    const RawReply reply = m_bench.sendPart(
        "to", id, 1, {},
        headers({{"x-amz-copy-source", "/sandbox/" + source}, {"x-amz-copy-source-range", range}}));
    QCOMPARE(reply.code(), code);
}

void TestSandboxCopy::pinsTheSource()
{
    m_bench.send("PUT", "from", {}, "first");
    const QByteArray first = etagOf("from");
    m_bench.send("PUT", "from", {}, "other");
    const QByteArray id = m_bench.createUpload("to");
    const UploadRef upload{bucket, "to", QString::fromLatin1(id)};
    const auto part = ask<CopyOutput>([&](auto answer) {
        m_store->copyPart({sourceOf("from", first), {}, upload, 1, ChecksumMode::None}, answer);
    });
    QCOMPARE(part.error().kind, ErrorKind::Conflict);
    CopyObjectInput input{.from = sourceOf("from", first), .bucket = bucket, .key = "to"};
    QCOMPARE(ask<CopyOutput>([&](auto answer) { m_store->copyObject(input, answer); }).error().httpStatus,
             412);
    input.from.etag = etagOf("from");
    QVERIFY(ask<CopyOutput>([&](auto answer) { m_store->copyObject(input, answer); }));
    input.condition = WriteCondition::IfNoneMatch;
    QCOMPARE(ask<CopyOutput>([&](auto answer) { m_store->copyObject(input, answer); }).error().httpStatus,
             412);
}

void TestSandboxCopy::refusesOntoItself()
{
    m_bench.send("PUT", "k", {}, "bytes");
    const auto copy = [&](const HeaderList& more) {
        HeaderList all = more;
        all.set("x-amz-copy-source", "/sandbox/k");
        return m_bench.send("PUT", "k", {}, {}, all).code();
    };
    QCOMPARE(copy({}), QByteArray("InvalidRequest"));
    QCOMPARE(copy(headers({{"x-amz-metadata-directive", "REPLACE"}})), QByteArray());
    QCOMPARE(copy(headers({{"x-amz-metadata-directive", "KEEP"}})), QByteArray("InvalidArgument"));
}

void TestSandboxCopy::carriesOrReplaces()
{
    m_bench.send("PUT", "from", {}, "bytes",
                 headers({{"x-amz-meta-a", "1"}, {"x-amz-tagging", "t=old"}, {"Content-Type", "text/css"}}));
    CopyObjectInput input{.from = sourceOf("from"), .bucket = bucket, .key = "to"};
    input.object.metadata.insert("b", QStringLiteral("2"));
    QVERIFY(ask<CopyOutput>([&](auto answer) { m_store->copyObject(input, answer); }));
    const RawReply made = m_bench.send("HEAD", "to");
    QVERIFY(!made.headers.has("x-amz-meta-a"));
    QCOMPARE(made.headers.value("x-amz-meta-b"), QByteArray("2"));
    const auto tags = [&] {
        return *ask<QMap<QString, QString>>(
            [&](auto answer) { m_store->objectTags(bucket, "to", {}, answer); });
    };
    QCOMPARE(tags().value(QStringLiteral("t")), QStringLiteral("old"));
    input.ownTags = true;
    QVERIFY(ask<CopyOutput>([&](auto answer) { m_store->copyObject(input, answer); }));
    QVERIFY(tags().isEmpty());
}

// Twenty GiB of zeros: no block of them is written, and no byte is read twice.
void TestSandboxCopy::copiesHolesCheaply()
{
    sandbox::Settings settings;
    settings.limits.md5Etags = false;
    m_store.reset();
    QVERIFY(m_bench.start(settings));
    m_bench.send("PUT", "from", {}, "x");
    QFile file(m_bench.sandbox().services().depot.bucket("sandbox")->fileOf("from"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(20 * GiB));
    file.close();
    // The record says one byte; a part of the file behind it is copied as it is.
    const QString target = m_bench.root() + QStringLiteral("/copy");
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QFile to(target);
    QVERIFY(to.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    sandbox::copySparsely(file, {0, 20 * GiB}, to, 0, [] {});
    QVERIFY(to.size() <= MiB);
    QVERIFY(sandbox::isHole(file, {GiB, 5 * GiB}));
    QVERIFY(!sandbox::isHole(file, {0, GiB}));
}

void TestSandboxCopy::readsRanges()
{
    const QByteArray bytes = referenceBytes();
    m_bench.send("PUT", "from", {}, bytes);
    const QByteArray etag = etagOf("from");
    const auto read = [&](ByteRange range, const QByteArray& as) {
        return ask<QByteArray>([&](auto answer) {
            m_store->readRange({sourceOf("from", as), range}, answer);
        });
    };
    QCOMPARE(*read({100, MiB}, etag), bytes.mid(100, MiB));
    QCOMPARE(*read({0, bytes.size()}, etag), bytes);
    QCOMPARE(read({100, MiB}, "\"other\"").error().kind, ErrorKind::Conflict);
}

void TestSandboxCopy::keepsVersions()
{
    m_bench.send("PUT", "k", {}, "before"); // its version is "null"
    QCOMPARE(versioned().status, 200);
    QCOMPARE(*ask<Versioning>([&](auto answer) { m_store->bucketVersioning(bucket, answer); }),
             Versioning::Enabled);
    const QByteArray second = m_bench.send("PUT", "k", {}, "second").headers.value("x-amz-version-id");
    const QByteArray third = m_bench.send("PUT", "k", {}, "third").headers.value("x-amz-version-id");
    QVERIFY(!second.isEmpty() && second != third);
    QCOMPARE(m_bench.send("GET", "k").body, QByteArray("third"));
    QCOMPARE(m_bench.send("GET", "k", {{"versionId", second}}).body, QByteArray("second"));
    QCOMPARE(m_bench.send("GET", "k", {{"versionId", "null"}}).body, QByteArray("before"));
    QCOMPARE(m_bench.send("GET", "k", {{"versionId", "nope"}}).code(), QByteArray("NoSuchVersion"));
    QVERIFY(m_bench.start()); // another run knows them as well
    QCOMPARE(m_bench.send("GET", "k", {{"versionId", second}}).body, QByteArray("second"));
    const auto info = ask<ObjectInfo>([&](auto answer) {
        m_store->headObject({bucket, "k", ChecksumMode::None, QString::fromLatin1(second)}, answer);
    });
    QCOMPARE(info->size, 6);
    QCOMPARE(info->versionId, QString::fromLatin1(second));
    // A version stays what it is, so it can be copied although the key has moved on.
    CopyObjectInput input{.from = sourceOf("k", info->etag, info->versionId), .bucket = bucket, .key = "old"};
    QVERIFY(ask<CopyOutput>([&](auto answer) { m_store->copyObject(input, answer); }));
    QCOMPARE(m_bench.send("GET", "old").body, QByteArray("second"));
}

void TestSandboxCopy::deletesVersions()
{
    versioned();
    const QByteArray first = m_bench.send("PUT", "gone", {}, "first").headers.value("x-amz-version-id");
    m_bench.send("PUT", "gone", {}, "second");
    const auto remove = [&](const QString& version) {
        return *ask<DeleteObjectOutput>([&](auto answer) {
            m_store->deleteObject({bucket, "gone", version}, answer);
        });
    };
    const DeleteObjectOutput hidden = remove({});
    QVERIFY(hidden.madeMarker);
    QCOMPARE(m_bench.send("GET", "gone").code(), QByteArray("NoSuchKey"));
    QCOMPARE(m_bench.send("GET", "gone", {{"versionId", first}}).body, QByteArray("first"));
    remove(hidden.versionId); // the marker goes, and what it hid is back
    QCOMPARE(m_bench.send("GET", "gone").body, QByteArray("second"));
    remove(QString::fromLatin1(m_bench.send("HEAD", "gone").headers.value("x-amz-version-id")));
    QCOMPARE(m_bench.send("GET", "gone").body, QByteArray("first"));
    remove(QString::fromLatin1(first));
    QCOMPARE(m_bench.send("GET", "gone").code(), QByteArray("NoSuchKey"));
    QVERIFY(m_bench.sandbox().services().depot.bucket("sandbox")->versions("gone").isEmpty());
}

void TestSandboxCopy::listsVersionsInPages()
{
    versioned();
    for (const char* key : {"list/a", "list/a", "list/b+c", "list/b+c", "list/b+c", "list/d"})
        m_bench.send("PUT", key, {}, key);
    m_bench.send("DELETE", "list/d");
    QStringList seen;
    ListVersionsInput input{bucket, "list/", {}, {}, 2};
    while (true) {
        const auto page = ask<ListVersionsPage>([&](auto answer) { m_store->listVersions(input, answer); });
        QVERIFY(page);
        for (const ListedVersion& version : page->versions)
            seen.append(QString::fromUtf8(version.key.mid(5)) +
                        (version.latest ? QStringLiteral("*") : QString()) +
                        (version.deleteMarker ? QStringLiteral("-") : QString()));
        if (!page->truncated)
            break;
        input.keyMarker = page->nextKeyMarker;
        input.versionIdMarker = page->nextVersionIdMarker;
    }
    QCOMPARE(seen.join(u' '), QStringLiteral("a* a b+c* b+c b+c d*- d"));
}

void TestSandboxCopy::tellsAttributes()
{
    const QByteArray bytes = referenceBytes();
    const QByteArray id = m_bench.createUpload(
        "k", headers({{"x-amz-checksum-algorithm", "CRC32"}, {"x-amz-checksum-type", "COMPOSITE"}}));
    const auto send = [&](int number, const QByteArray& body, const char* crc) {
        const RawReply reply =
            m_bench.sendPart("k", id, number, body, headers({{"x-amz-checksum-crc32", crc}}));
        return partElement(number, reply.headers.value("ETag"),
                           QByteArray("<ChecksumCRC32>") + crc + "</ChecksumCRC32>");
    };
    const QByteArray list =
        send(1, bytes.left(5 * MiB), "yIv8rA==") + send(2, bytes.mid(5 * MiB), "nf/FHA==");
    QCOMPARE(m_bench.complete("k", id, list).code(), QByteArray());
    const auto attributes = ask<ObjectAttributes>([&](auto answer) {
        m_store->objectAttributes({bucket, "k", {}, 0}, answer);
    });
    QVERIFY2(attributes, attributes ? "" : qPrintable(attributes.error().code));
    QCOMPARE(attributes->checksum, QByteArray("wsnkxg==-2"));
    QCOMPARE(attributes->parts.size(), 2);
    QCOMPARE(attributes->parts.at(1).checksum, QByteArray("nf/FHA=="));
    QCOMPARE(attributes->size, bytes.size());
}

// Whoever has the link reads the object, and nothing else.
void TestSandboxCopy::linksWithoutKeys()
{
    m_bench.send("PUT", "a b+ü", {}, "by link");
    const Result<QByteArray> link = m_store->presignedLink(bucket, "a b+ü", {}, 60);
    QVERIFY(link);
    const QUrl url = QUrl::fromEncoded(*link, QUrl::StrictMode);
    const auto get = [&](const QByteArray& target) {
        return m_bench.client().sendBytes(
            "GET " + target + " HTTP/1.1\r\nHost: " + m_bench.client().origin.hostHeader() + "\r\n\r\n", {});
    };
    const QByteArray target = link->mid(link->indexOf('/', 8));
    QCOMPARE(get(target).body, QByteArray("by link"));
    QByteArray other = target;
    QCOMPARE(get(other.replace("/a%20b", "/a%20c")).code(), QByteArray("SignatureDoesNotMatch"));
    QVERIFY(url.isValid());
}

QTEST_GUILESS_MAIN(TestSandboxCopy)
#include "tst_sandboxcopy.moc"
