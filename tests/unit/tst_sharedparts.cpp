// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/redact.h"
#include "base/secret.h"
#include "http/ratelimit.h"
#include "s3/checksum.h"
#include "s3/signature.h"
#include "upload/sourcefile.h"

#include <QTemporaryFile>
#include <QtTest>

#include <thread>
#include <vector>

using namespace partway;

// What several threads use at once, without an event loop: runs under ThreadSanitizer (./dev test --tsan),
// where Qt's own queued signals could not be told from races.
class TestSharedParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hashesOneFileOnManyThreads();
    void stopsAHashFromOutside();
    void changesTheLimitWhileItIsUsed();
    void signsAndRedactsAnywhere();
    void copiesOfASecretDieOnTheirOwnThreads();

private:
    static void onThreads(int count, const std::function<void(int)>& work);
};

void TestSharedParts::onThreads(int count, const std::function<void(int)>& work)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([i, &work] { work(i); });
    for (std::thread& thread : threads)
        thread.join();
}

void TestSharedParts::hashesOneFileOnManyThreads()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const QByteArray bytes(3 * MiB + 17, 'x');
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.flush());
    const auto source = SourceFile::open(file.fileName());
    QVERIFY(source.ok());
    const DigestPlan plan{true, true, ChecksumMode::Crc64Nvme};
    const Digests expected = digestOf(bytes, plan);
    std::array<bool, 4> right{};
    onThreads(4, [&](int i) {
        const bool unchanged = (*source)->check((*source)->fingerprint()).ok();
        const Result<Digests> got = digestOf(**source, ByteRange{0, bytes.size()}, plan);
        right[size_t(i)] = unchanged && got.ok() && *got == expected;
    });
    for (bool one : right)
        QVERIFY(one);
}

void TestSharedParts::stopsAHashFromOutside()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(file.resize(4 * GiB)); // sparse: far more than is hashed before the stop
    const auto source = SourceFile::open(file.fileName());
    QVERIFY(source.ok());
    std::atomic<bool> stop{false};
    ErrorKind end = ErrorKind::Bug;
    std::thread hash([&] {
        const Result<Digests> got =
            digestOf(**source, ByteRange{0, 4 * GiB}, DigestPlan{true, false, ChecksumMode::None}, &stop);
        end = got.ok() ? ErrorKind::Bug : got.error().kind;
    });
    stop = true;
    hash.join();
    QCOMPARE(end, ErrorKind::Cancelled);
}

void TestSharedParts::changesTheLimitWhileItIsUsed()
{
    SystemClock clock;
    RateLimit limit(clock);
    std::atomic<bool> done{false};
    std::thread person([&] {
        for (int i = 1; i <= 2000; ++i)
            limit.setBytesPerSecond(i * 1000);
        done = true;
    });
    qint64 taken = 0;
    while (!done)
        taken += limit.take(1024);
    person.join();
    QVERIFY(taken >= 0);
    QCOMPARE(limit.bytesPerSecond(), 2'000'000);
}

void TestSharedParts::signsAndRedactsAnywhere()
{
    const Credentials keys{"AKIDEXAMPLE", Secret("secret"), {}, {}};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1768469400000, Qt::UTC);
    HeaderList headers;
    headers.set("host", "example.com");
    auto sign = [&] {
        return signCanonical("GET", "/", "", headers, emptyPayloadHash, keys,
                             SigningScope{"eu-central-1", "s3"}, at)
            .signature;
    };
    const QByteArray expected = sign();
    std::array<bool, 4> right{};
    onThreads(4, [&](int i) {
        bool same = true;
        for (int n = 0; n < 50; ++n)
            same = same && sign() == expected &&
                   !redact(QStringLiteral("Authorization: AWS4 secret")).contains(QLatin1String("secret"));
        right[size_t(i)] = same;
    });
    for (bool one : right)
        QVERIFY(one);
}

void TestSharedParts::copiesOfASecretDieOnTheirOwnThreads()
{
    const Secret secret(QByteArray("wJalrXUtnFEMI"));
    onThreads(4, [&](int) {
        for (int n = 0; n < 200; ++n) {
            Secret copy = secret;
            Secret moved = std::move(copy);
            QVERIFY(!moved.isEmpty());
        }
    });
    QCOMPARE(secret.reveal(), QByteArray("wJalrXUtnFEMI")); // the copies wiped themselves only
}

QTEST_GUILESS_MAIN(TestSharedParts)
#include "tst_sharedparts.moc"
