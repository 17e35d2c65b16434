// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/endpoint.h"
#include "s3/providerreading.h"
#include "s3/providers.h"

#include <QFile>
#include <QTest>
#include <QUrl>

using namespace partway;

// resources/providers.json and its reader. That no figure changed is told by tst_limits.
class ProvidersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyIssueProviderIsThere();
    void isSound_data();
    void isSound();
    void variantsOfAws_data();
    void variantsOfAws();
    void hostsFindTheirProvider();
    void expressIsToldByItsHost();
    void automaticAddressingAgrees();
    void accessPointAlias();
    void facts();
    void reference_data();
    void reference();
    void whatIsGuessedIsNamed();
    void deadlinesAndPrices();
    void sizes_data();
    void sizes();
    void refuses_data();
    void refuses();
};

namespace {

QByteArray file()
{
    QFile json(QStringLiteral(":/data/providers.json"));
    return json.open(QIODevice::ReadOnly) ? json.readAll() : QByteArray();
}

} // namespace

void ProvidersTest::everyIssueProviderIsThere()
{
    for (const char* id : {"aws",     "aws-express", "storj",    "yandex", "r2",      "b2",     "wasabi",
                           "spaces",  "gcs",         "scaleway", "ovh",    "hetzner", "ibm",    "oracle",
                           "alibaba", "tencent",     "minio",    "ceph",   "swift",   "garage", "seaweedfs",
                           "s3rver",  "companion",   "sandbox",  "custom"})
        QCOMPARE(providerFacts(QString::fromLatin1(id)).id(), QString::fromLatin1(id));
    QCOMPARE(providerFacts(QStringLiteral("nobody")).id(), QStringLiteral("custom"));
}

void ProvidersTest::isSound_data()
{
    QTest::addColumn<QString>("id");
    for (const ProviderFacts& facts : knownProviders())
        QTest::newRow(qPrintable(facts.id())) << facts.id();
}

void ProvidersTest::isSound()
{
    QFETCH(QString, id);
    const ProviderFacts& facts = providerFacts(id);
    for (const char* fact :
         {"endpoint", "addressing", "limits", "checksums", "etags", "conditional", "cleanup"})
        QVERIFY2(facts.marks.contains(QLatin1String(fact)), fact);
    QString endpoint = providerEndpoint(facts, QString());
    endpoint.replace(QLatin1String("{account}"), QLatin1String("acc"));
    QVERIFY2(endpoint.isEmpty() || Endpoint::parse(endpoint).ok(), qPrintable(endpoint));
    QVERIFY(!endpoint.contains(u'{'));
    QVERIFY(facts.endpointExample.isEmpty() || Endpoint::parse(facts.endpointExample).ok());
    QVERIFY(facts.regions.isEmpty() || facts.regions.contains(facts.region));
    QVERIFY(facts.endpoint.contains(QLatin1String("{region}")) <= !facts.region.isEmpty());
    for (const QString& url : {facts.consoleUrl, facts.keysUrl})
        QVERIFY(url.isEmpty() || QUrl(url, QUrl::StrictMode).scheme() == QLatin1String("https"));
    const StoreLimits& limits = facts.profile.limits;
    QVERIFY(limits.maxPart == 0 || limits.minPart <= limits.maxPart);
    QVERIFY(limits.maxObject == 0 || limits.maxPart == 0 || limits.maxObject >= limits.maxPart);
    for (const ProviderQuirk& quirk : facts.quirks)
        QVERIFY(!quirk.id.contains(u' ') && quirk.note.endsWith(u'.'));
}

void ProvidersTest::variantsOfAws_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("host");
    QTest::newRow("plain") << ""
                           << "s3.eu-west-1.amazonaws.com";
    QTest::newRow("dualstack") << "dualstack"
                               << "s3.dualstack.eu-west-1.amazonaws.com";
    QTest::newRow("fips") << "fips"
                          << "s3-fips.eu-west-1.amazonaws.com";
    QTest::newRow("fips-dualstack") << "fips-dualstack"
                                    << "s3-fips.dualstack.eu-west-1.amazonaws.com";
    QTest::newRow("accelerate") << "accelerate"
                                << "s3-accelerate.amazonaws.com";
    QTest::newRow("accelerate-dualstack") << "accelerate-dualstack"
                                          << "s3-accelerate.dualstack.amazonaws.com";
    QTest::newRow("access-point-alias") << "access-point-alias"
                                        << "s3.eu-west-1.amazonaws.com";
}

void ProvidersTest::variantsOfAws()
{
    QFETCH(QString, variant);
    QFETCH(QString, host);
    const QString text =
        providerEndpoint(providerFacts(QStringLiteral("aws")), QStringLiteral("eu-west-1"), variant);
    const Result<Endpoint> endpoint = Endpoint::parse(text);
    QVERIFY(endpoint.ok());
    QCOMPARE(endpoint->origin.host, host);
    QCOMPARE(providerForHost(host), QStringLiteral("aws"));
    const Address address = resolveAddress(*endpoint, Addressing::Auto, QStringLiteral("bkt"), "k");
    QCOMPARE(address.origin.host, QStringLiteral("bkt.") + host);
}

// It is a bucket's name to whoever asks, and a valid label of a host.
void ProvidersTest::accessPointAlias()
{
    const QString alias = QStringLiteral("films-ap-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias");
    const QString text = providerEndpoint(providerFacts(QStringLiteral("aws")), QStringLiteral("eu-west-1"),
                                          QStringLiteral("access-point-alias"));
    const Address address = resolveAddress(*Endpoint::parse(text), Addressing::Auto, alias, "a b.mov");
    QCOMPARE(address.origin.host, alias + QStringLiteral(".s3.eu-west-1.amazonaws.com"));
    QCOMPARE(providerForHost(address.origin.host), QStringLiteral("aws"));
}

void ProvidersTest::hostsFindTheirProvider()
{
    for (const ProviderFacts& facts : knownProviders()) {
        QString endpoint = providerEndpoint(facts, QString());
        if (endpoint.isEmpty())
            continue;
        endpoint.replace(QLatin1String("{account}"), QLatin1String("acc"));
        QCOMPARE(providerForHost(Endpoint::parse(endpoint)->origin.host), facts.id());
    }
}

void ProvidersTest::expressIsToldByItsHost()
{
    QCOMPARE(providerForHost(QStringLiteral("s3express-control.eu-west-1.amazonaws.com")),
             QStringLiteral("aws-express"));
    QCOMPARE(providerForHost(QStringLiteral("s3express-euw1-az1.eu-west-1.amazonaws.com")),
             QStringLiteral("aws-express"));
    QCOMPARE(providerForHost(QStringLiteral("s3express-x.example.com")), QStringLiteral("custom"));
    const StoreProfile express = storeProfile(QStringLiteral("aws-express"));
    QVERIFY(express.opaqueEtags && express.directoryBuckets);
    QVERIFY(express.checksum != ChecksumMode::Md5);
}

// Stores that want the bucket in the host get it there without being told.
void ProvidersTest::automaticAddressingAgrees()
{
    for (const ProviderFacts& facts : knownProviders()) {
        if (facts.endpoint.isEmpty() || facts.id() == QLatin1String("aws-express"))
            continue;
        QString text = providerEndpoint(facts, QString());
        text.replace(QLatin1String("{account}"), QLatin1String("acc"));
        const Address address =
            resolveAddress(*Endpoint::parse(text), Addressing::Auto, QStringLiteral("bkt"), "k");
        const bool inHost = address.origin.host.startsWith(QLatin1String("bkt."));
        const bool wanted =
            facts.addressing == AddressingStyle::Virtual || facts.addressing == AddressingStyle::VirtualOnly;
        QVERIFY2(inHost == wanted, qPrintable(facts.id()));
    }
}

void ProvidersTest::facts()
{
    const ProviderFacts& aws = providerFacts(QStringLiteral("aws"));
    QCOMPARE(aws.conditionalPut, Treatment::Honoured);
    QCOMPARE(aws.certainty("limits"), Certainty::Read);
    QVERIFY(aws.regions.contains(QLatin1String("eu-central-1")));
    QCOMPARE(providerFacts(QStringLiteral("oracle")).certainty("limits"), Certainty::Told);
    QCOMPARE(providerFacts(QStringLiteral("gcs")).conditionalComplete, Treatment::Refused);
    QCOMPARE(providerFacts(QStringLiteral("alibaba")).addressing, AddressingStyle::VirtualOnly);
    QCOMPARE(providerFacts(QStringLiteral("storj")).certainty("price"), Certainty::Guess);
}

// Section 3.2 of the S3 reference, and what was looked up since.
void ProvidersTest::reference_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<AddressingStyle>("style");
    QTest::addColumn<Treatment>("put");
    QTest::addColumn<Treatment>("complete");
    QTest::addColumn<CleanUp>("cleanUp");
    using A = AddressingStyle;
    using T = Treatment;
    using C = CleanUp;
    const auto row = [](const char* id, const char* endpoint, A style, T put, T complete, C cleanUp) {
        QTest::newRow(id) << QString::fromLatin1(endpoint) << style << put << complete << cleanUp;
    };
    row("aws", "https://s3.REGION.amazonaws.com", A::Virtual, T::Honoured, T::Honoured, C::Rule);
    row("aws-express", "https://s3express-control.REGION.amazonaws.com", A::Virtual, T::Honoured, T::Honoured,
        C::Rule);
    row("storj", "https://gateway.storjshare.io", A::Both, T::Unknown, T::Unknown, C::None);
    row("yandex", "https://storage.yandexcloud.net", A::Both, T::Honoured, T::Unknown, C::Rule);
    row("r2", "https://{account}.r2.cloudflarestorage.com", A::Path, T::Honoured, T::Unknown, C::Fixed);
    row("b2", "https://s3.REGION.backblazeb2.com", A::Both, T::Unknown, T::Unknown, C::Rule);
    row("wasabi", "https://s3.REGION.wasabisys.com", A::Path, T::Unknown, T::Unknown, C::Fixed);
    row("spaces", "https://REGION.digitaloceanspaces.com", A::Both, T::Unknown, T::Unknown, C::Fixed);
    row("gcs", "https://storage.googleapis.com", A::Both, T::Unknown, T::Refused, C::Rule);
    row("scaleway", "https://s3.REGION.scw.cloud", A::Both, T::Honoured, T::Honoured, C::Rule);
    row("ovh", "https://s3.REGION.io.cloud.ovh.net", A::Both, T::Unknown, T::Unknown, C::Rule);
    row("hetzner", "https://REGION.your-objectstorage.com", A::Both, T::Unknown, T::Unknown, C::Rule);
    row("ibm", "https://s3.REGION.cloud-object-storage.appdomain.cloud", A::Both, T::Unknown, T::Unknown,
        C::Rule);
    row("oracle", "https://{account}.compat.objectstorage.REGION.oraclecloud.com", A::Path, T::Unknown,
        T::Unknown, C::Rule);
    row("alibaba", "https://s3.oss-REGION.aliyuncs.com", A::VirtualOnly, T::Ignored, T::Ignored, C::Rule);
    row("tencent", "https://cos.REGION.myqcloud.com", A::VirtualOnly, T::Ignored, T::Ignored, C::Rule);
    row("minio", "", A::Path, T::Honoured, T::Honoured, C::Fixed);
    row("ceph", "", A::Path, T::Honoured, T::Unknown, C::Rule);
    row("swift", "", A::Path, T::Refused, T::Honoured, C::None); // 2.30
    row("garage", "", A::Both, T::Ignored, T::Ignored, C::Rule);
    row("seaweedfs", "", A::Path, T::Honoured, T::Honoured, C::Rule);
    row("s3rver", "", A::Path, T::Ignored, T::Ignored, C::None);
    row("sandbox", "", A::Path, T::Honoured, T::Honoured, C::None);
    row("custom", "", A::Path, T::Unknown, T::Unknown, C::Unknown);
}

void ProvidersTest::reference()
{
    const ProviderFacts& facts = providerFacts(QLatin1String(QTest::currentDataTag()));
    QCOMPARE(facts.id(), QLatin1String(QTest::currentDataTag()));
    QTEST(providerEndpoint(facts, QStringLiteral("REGION")), "endpoint");
    QTEST(facts.addressing, "style");
    QTEST(facts.conditionalPut, "put");
    QTEST(facts.conditionalComplete, "complete");
    QTEST(facts.cleanUp, "cleanUp");
    QVERIFY(facts.profile.checksum == ChecksumMode::Md5 || facts.checksums.contains(facts.profile.checksum));
}

// Whoever adds a guess adds it here, whoever looks one up takes it out.
void ProvidersTest::whatIsGuessedIsNamed()
{
    const QStringList guesses{
        "alibaba: cleanup region",
        "aws-express: conditional limits links price",
        "aws: price",
        "b2: conditional price region",
        "companion: checksums cleanup",
        "custom: cleanup conditional",
        "gcs: price",
        "hetzner: checksums conditional limits links",
        "ibm: conditional",
        "oracle: checksums conditional links region",
        "ovh: checksums conditional links",
        "r2: price",
        "spaces: checksums conditional price",
        "storj: conditional links",
        "tencent: cleanup region",
        "wasabi: checksums conditional",
        "yandex: links",
    };
    QStringList found;
    for (const ProviderFacts& facts : knownProviders()) {
        QStringList names = facts.marks.keys(Certainty::Guess);
        names.sort();
        if (!names.isEmpty())
            found.append(facts.id() + QStringLiteral(": ") + names.join(u' '));
    }
    found.sort();
    QCOMPARE(found, guesses);
}

void ProvidersTest::deadlinesAndPrices()
{
    QCOMPARE(providerFacts(QStringLiteral("r2")).cleanUpDays, 7);
    QCOMPARE(providerFacts(QStringLiteral("wasabi")).cleanUpDays, 30);
    QCOMPARE(providerFacts(QStringLiteral("minio")).cleanUpDays, 1);
    QCOMPARE(providerFacts(QStringLiteral("storj")).cleanUp, CleanUp::None);
    QCOMPARE(providerFacts(QStringLiteral("aws")).cleanUp, CleanUp::Rule);
    QVERIFY(!monthlyCost(providerFacts(QStringLiteral("custom")), GiB));
    QVERIFY(!monthlyCost(providerFacts(QStringLiteral("storj")), GiB));
    const std::optional<double> aws = monthlyCost(providerFacts(QStringLiteral("aws")), 2'000'000'000);
    QVERIFY(aws && qFuzzyCompare(*aws, 0.046));
}

void ProvidersTest::sizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("MiB") << "5 MiB" << 5 * MiB;
    QTest::newRow("GB") << "5 GB" << qint64(5'000'000'000);
    QTest::newRow("none") << "" << qint64(-1);
    QTest::newRow("no unit") << "5" << qint64(-1);
    QTest::newRow("fraction") << "1.5 GiB" << qint64(-1);
    QTest::newRow("zero") << "0 GiB" << qint64(-1);
    QTest::newRow("too large") << "9999999 TiB" << qint64(-1);
    QTest::newRow("other unit") << "5 gib" << qint64(-1);
}

void ProvidersTest::sizes()
{
    QFETCH(QString, text);
    QTEST(bytesFromText(text), "bytes");
}

void ProvidersTest::refuses_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replace");
    QTest::addColumn<QString>("about");
    const auto row = [](const char* name, const char* find, const char* replace, const char* about) {
        QTest::newRow(name) << QByteArray(find) << QByteArray(replace) << QString::fromLatin1(about);
    };
    row("no JSON", "{", "", "");
    row("later version", "\"version\": 1", "\"version\": 2", "version");
    row("fact without mark", "\"addressing\": {\"mark\": \"V\", ", "\"addressing\": {", "mark");
    row("unknown mark", "\"mark\": \"D\"", "\"mark\": \"X\"", "mark");
    row("unknown field", "\"quirks\"", "\"quirrks\"", "quirrks");
    row("size without unit", "\"minPart\": \"5 MiB\"", "\"minPart\": \"5\"", "minPart");
    row("too many parts", "\"maxParts\": 1000,", "\"maxParts\": 100000,", "maxParts");
    row("unknown style", "\"style\": \"virtual\"", "\"style\": \"sideways\"", "style");
    row("unknown checksum", "\"use\": \"crc64nvme\"", "\"use\": \"crc65\"", "crc65");
    row("checksum that it does not check", "\"use\": \"crc64nvme\"", "\"use\": \"none\"", "use");
    row("twice", "\"id\": \"storj\"", "\"id\": \"aws\"", "twice");
    row("days without a deadline", "\"kind\": \"fixed\", \"days\": 7", "\"kind\": \"rule\", \"days\": 7",
        "days");
    row("dear", "0.023", "23", "usdPerGBMonth");
    row("other first", "\"id\": \"custom\"", "\"id\": \"costum\"", "custom");
}

void ProvidersTest::refuses()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replace);
    QFETCH(QString, about);
    QByteArray json = file();
    QVERIFY(readProviders(json).ok());
    const qsizetype at = json.indexOf(find);
    QVERIFY(at >= 0);
    json.replace(at, find.size(), replace);
    const Result<QList<ProviderFacts>> read = readProviders(json);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, QStringLiteral("providers-invalid"));
    QVERIFY2(read.error().message.contains(about), qPrintable(read.error().message));
}

QTEST_GUILESS_MAIN(ProvidersTest)
#include "tst_providers.moc"
