// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/environment.h"

#include <QtTest>

using namespace partway;

class EnvironmentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSet();
    void prefers_data();
    void prefers();
    void readsKeys();
    void accountIsTheSameForTheSameCommand();
    void accountDiffers_data();
    void accountDiffers();
    void accountCarriesSettings();
};

namespace {

QProcessEnvironment environmentOf(const QStringList& lines)
{
    QProcessEnvironment environment;
    for (const QString& line : lines)
        environment.insert(line.section(QLatin1Char('='), 0, 0), line.section(QLatin1Char('='), 1));
    return environment;
}

EnvironmentSettings settingsFor(const QByteArray& key)
{
    EnvironmentSettings settings;
    settings.credentials.accessKeyId = key;
    return settings;
}

} // namespace

void EnvironmentTest::nothingSet()
{
    const EnvironmentSettings settings = readEnvironment(QProcessEnvironment());
    QVERIFY(settings.credentials.isEmpty());
    QVERIFY(settings.region.isEmpty());
    QVERIFY(settings.endpoint.isEmpty());
    QVERIFY(settings.caFile.isEmpty());
}

void EnvironmentTest::prefers_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("default region") << QStringList{"AWS_DEFAULT_REGION=eu-west-1"} << "eu-west-1"
                                    << "";
    QTest::newRow("region first") << QStringList{"AWS_DEFAULT_REGION=a", "AWS_REGION=b"} << "b"
                                  << "";
    QTest::newRow("empty counts as unset") << QStringList{"AWS_DEFAULT_REGION=a", "AWS_REGION="} << "a"
                                           << "";
    QTest::newRow("endpoint") << QStringList{"AWS_ENDPOINT_URL=http://a"} << ""
                              << "http://a";
    QTest::newRow("endpoint of s3 first")
        << QStringList{"AWS_ENDPOINT_URL=http://a", "AWS_ENDPOINT_URL_S3=http://b"} << ""
        << "http://b";
}

void EnvironmentTest::prefers()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, region);
    QFETCH(QString, endpoint);
    const EnvironmentSettings settings = readEnvironment(environmentOf(lines));
    QCOMPARE(settings.region, region);
    QCOMPARE(settings.endpoint, endpoint);
}

void EnvironmentTest::readsKeys()
{
    EnvironmentSettings settings = readEnvironment(
        environmentOf({"AWS_ACCESS_KEY_ID=AKID", "AWS_SECRET_ACCESS_KEY=s3cr3t/+=", "AWS_SECURITY_TOKEN=old",
                       "AWS_CREDENTIAL_EXPIRATION=2026-08-01T12:00:00Z", "AWS_CA_BUNDLE=/ca.pem"}));
    QVERIFY(!settings.credentials.isEmpty());
    QCOMPARE(settings.credentials.accessKeyId, QByteArray("AKID"));
    QCOMPARE(settings.credentials.secretKey.reveal(), QByteArray("s3cr3t/+="));
    QCOMPARE(settings.credentials.sessionToken.reveal(), QByteArray("old"));
    QCOMPARE(settings.credentials.expiresAt, QDateTime({2026, 8, 1}, {12, 0}, Qt::UTC));
    QCOMPARE(settings.caFile, QStringLiteral("/ca.pem"));

    settings = readEnvironment(environmentOf({"AWS_SECURITY_TOKEN=old", "AWS_SESSION_TOKEN=fresh"}));
    QCOMPARE(settings.credentials.sessionToken.reveal(), QByteArray("fresh"));
    QVERIFY(settings.credentials.isEmpty());
}

void EnvironmentTest::accountIsTheSameForTheSameCommand()
{
    const auto make = [](const QString& endpoint) {
        return environmentAccount(endpoint, QStringLiteral("r1"), Addressing::Path, settingsFor("AKID"));
    };
    const Account account = make(QStringLiteral("https://s3.example.test"));
    QVERIFY(account == make(QStringLiteral("https://s3.example.test")));
    QVERIFY(account == make(QStringLiteral("https://s3.example.test/")));
    QVERIFY(account.id.startsWith(QLatin1String("env-")));
    QVERIFY(!account.id.contains(QLatin1String("AKID")));
    QVERIFY(checkAccount(account).ok());
}

void EnvironmentTest::accountDiffers_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("endpoint") << "http://s3.example.test"
                              << "r1" << QByteArray("AKID");
    QTest::newRow("region") << "https://s3.example.test"
                            << "r2" << QByteArray("AKID");
    QTest::newRow("key") << "https://s3.example.test"
                         << "r1" << QByteArray("OTHER");
}

void EnvironmentTest::accountDiffers()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, region);
    QFETCH(QByteArray, key);
    const Account account = environmentAccount(QStringLiteral("https://s3.example.test"),
                                               QStringLiteral("r1"), Addressing::Auto, settingsFor("AKID"));
    QVERIFY(account.id != environmentAccount(endpoint, region, Addressing::Auto, settingsFor(key)).id);
}

void EnvironmentTest::accountCarriesSettings()
{
    EnvironmentSettings settings = settingsFor("AKID");
    settings.region = QStringLiteral("eu-west-1");
    settings.caFile = QStringLiteral("/ca.pem");
    const Account account =
        environmentAccount(QStringLiteral("http://127.0.0.1:9000"), QString(), Addressing::Path, settings);
    QCOMPARE(account.region, QStringLiteral("eu-west-1"));
    QCOMPARE(account.caFile, QStringLiteral("/ca.pem"));
    QCOMPARE(account.addressing, Addressing::Path);
    QCOMPARE(account.secretSource, SecretSource::Environment);
    QCOMPARE(account.accessKeyId, QByteArray("AKID"));
    QCOMPARE(account.name, QStringLiteral("127.0.0.1:9000"));
}

QTEST_GUILESS_MAIN(EnvironmentTest)
#include "tst_environment.moc"
