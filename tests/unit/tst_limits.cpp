// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/limits.h"

#include <QTest>

using namespace partway;

class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profiles_data();
    void profiles();
    void unknownProvidersAreGeneric();
    void wholeObjectOfAws();
    void littleStores();
    void hosts_data();
    void hosts();
    void modeNames();
};

void LimitsTest::profiles_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<qint64>("minPart");
    QTest::addColumn<qint64>("maxPart");
    QTest::addColumn<int>("maxParts");
    QTest::addColumn<qint64>("maxObject");
    QTest::addColumn<ChecksumMode>("checksum");
    const auto row = [](const char* provider, qint64 minPart, qint64 maxPart, int maxParts, qint64 maxObject,
                        ChecksumMode checksum = ChecksumMode::Md5) {
        QTest::newRow(provider) << QString::fromLatin1(provider) << minPart << maxPart << maxParts
                                << maxObject << checksum;
    };
    constexpr qint64 fiveGB = 5'000'000'000;
    constexpr qint64 TB = 1'000'000'000'000;
    row("aws", 5'242'880, 5 * GiB, 10'000, 53'687'091'200'000, ChecksumMode::Crc64Nvme);
    row("storj", 5 * MiB, 0, 10'000, 0);
    row("yandex", 5 * MiB, fiveGB, 10'000, 5 * TB);
    row("minio", 5 * MiB, 5 * TiB, 10'000, 50 * TiB);
    row("ceph", 5 * MiB, 5 * GiB, 10'000, 0);
    row("r2", 5 * MiB, 5 * GiB - 5 * MiB, 10'000, 5 * TiB - 5 * GiB);
    row("b2", 5'000'000, fiveGB, 10'000, 10 * TB);
    row("wasabi", 5 * MiB, fiveGB, 10'000, 5 * TB);
    row("spaces", 5 * MiB, fiveGB, 10'000, 5 * TB);
    row("gcs", 5 * MiB, 5 * GiB, 10'000, 5 * TiB);
    row("scaleway", 5 * MiB, fiveGB, 1'000, 5 * TB);
    row("ovh", 5 * MiB, 5 * GiB, 10'000, 48 * TiB);
    row("hetzner", 5 * MiB, 5 * GiB, 10'000, 0);
    row("ibm", 5 * MiB, fiveGB, 10'000, 10 * TB);
    row("oracle", 10 * MiB, 50 * GiB, 10'000, 10 * TiB);
    row("alibaba", 100 * KiB, fiveGB, 10'000, 48'800'000'000'000);
    row("tencent", 1 * MiB, fiveGB, 10'000, 48'820'000'000'000);
    row("swift", 5 * MiB, 5 * GiB, 1'000, 0);
    row("garage", 0, 0, 10'000, 0);
    row("seaweedfs", 5 * MiB, 0, 10'000, 0);
    row("s3rver", 0, 0, 10'000, 0);
    row("sandbox", 5 * MiB, 5 * GiB, 10'000, 53'687'091'200'000, ChecksumMode::Crc64Nvme);
    row("custom", 5 * MiB, 5 * GiB, 1'000, 0);
}

void LimitsTest::profiles()
{
    QFETCH(QString, provider);
    const StoreProfile profile = storeProfile(provider);
    QCOMPARE(profile.provider, provider);
    QTEST(profile.limits.minPart, "minPart");
    QTEST(profile.limits.maxPart, "maxPart");
    QTEST(profile.limits.maxParts, "maxParts");
    QTEST(profile.limits.maxObject, "maxObject");
    QTEST(profile.checksum, "checksum");
    QCOMPARE(profile.limits.defaultPart, provider == QLatin1String("storj") ? 64 * MiB : 16 * MiB);
    QVERIFY(profile.limits.defaultPart >= profile.limits.minPart);
    QVERIFY(profile.limits.maxKeyBytes >= 850 && profile.limits.maxKeyBytes <= 1024);
}

void LimitsTest::unknownProvidersAreGeneric()
{
    for (const char* name : {"", "AWS", "something else"}) {
        const StoreProfile profile = storeProfile(QString::fromLatin1(name));
        QCOMPARE(profile.provider, QStringLiteral("custom"));
        QCOMPARE(profile.limits.maxParts, 1'000);
    }
}

void LimitsTest::wholeObjectOfAws()
{
    QCOMPARE(storeProfile(QStringLiteral("aws")).limits, StoreLimits{}); // the defaults are those of AWS
}

void LimitsTest::littleStores()
{
    const StoreProfile little = storeProfile(QStringLiteral("s3rver"));
    QVERIFY(!little.listsUploads && !little.listsParts && !little.aborts);
    const StoreProfile whole = storeProfile(QStringLiteral("swift"));
    QVERIFY(whole.listsUploads && whole.listsParts && whole.aborts);
    for (const char* provider : {"aws-express", "r2", "b2", "swift", "garage", "s3rver"})
        QVERIFY2(!storeProfile(QLatin1String(provider)).objectTags, provider);
    for (const char* provider : {"aws", "minio", "sandbox", "custom"})
        QVERIFY2(storeProfile(QLatin1String(provider)).objectTags, provider);
}

void LimitsTest::hosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("provider");
    const auto row = [](const char* host, const char* provider) {
        QTest::newRow(host) << QString::fromLatin1(host) << QString::fromLatin1(provider);
    };
    row("s3.eu-west-1.amazonaws.com", "aws");
    row("amazonaws.com", "aws");
    row("S3.CN-NORTH-1.amazonaws.com.cn", "aws");
    row("gateway.storjshare.io", "storj");
    row("storage.yandexcloud.net", "yandex");
    row("0123.r2.cloudflarestorage.com", "r2");
    row("0123.eu.r2.cloudflarestorage.com", "r2");
    row("s3.us-west-004.backblazeb2.com", "b2");
    row("s3.wasabisys.com", "wasabi");
    row("fra1.digitaloceanspaces.com", "spaces");
    row("storage.googleapis.com", "gcs");
    row("s3.fr-par.scw.cloud", "scaleway");
    row("s3.gra.io.cloud.ovh.net", "ovh");
    row("fsn1.your-objectstorage.com", "hetzner");
    row("s3.eu-de.cloud-object-storage.appdomain.cloud", "ibm");
    row("ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com", "oracle");
    row("oss-cn-hangzhou.aliyuncs.com", "alibaba");
    row("cos.ap-guangzhou.myqcloud.com", "tencent");
    row("127.0.0.1", "custom");
    row("evilamazonaws.com", "custom");
    row("amazonaws.com.example", "custom");
    row("", "custom");
}

void LimitsTest::hosts()
{
    QFETCH(QString, host);
    QTEST(providerForHost(host), "provider");
}

void LimitsTest::modeNames()
{
    for (const ChecksumMode mode : {ChecksumMode::None, ChecksumMode::Md5, ChecksumMode::Crc32,
                                    ChecksumMode::Crc32c, ChecksumMode::Crc64Nvme, ChecksumMode::Sha256}) {
        ChecksumMode back = ChecksumMode::None;
        QVERIFY(checksumModeFromName(checksumModeName(mode), &back));
        QCOMPARE(back, mode);
    }
    ChecksumMode mode = ChecksumMode::Sha256;
    QVERIFY(!checksumModeFromName(QStringLiteral("crc16"), &mode));
    QCOMPARE(mode, ChecksumMode::Sha256);
    QVERIFY(checksumModeFromName(QStringLiteral("CRC64NVME"), &mode));
    QCOMPARE(mode, ChecksumMode::Crc64Nvme);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
