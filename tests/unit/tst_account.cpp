// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"
#include "accounts/accountjson.h"

#include <QtTest>

using namespace partway;

class AccountTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesOfSecretSources();
    void checks_data();
    void checks();
    void profileTakesOverrides();
    void jsonKeepsEverything();
    void jsonRefusesWhatIsNotOurs_data();
    void jsonRefusesWhatIsNotOurs();
    void jsonSkipsAccountsWithoutId();
};

namespace {

Account workAccount()
{
    Account account;
    account.id = QStringLiteral("a1");
    account.name = QStringLiteral("Work");
    account.endpoint = QStringLiteral("https://s3.example.test:9000/storage");
    account.accessKeyId = "AKIDEXAMPLE";
    return account;
}

} // namespace

void AccountTest::namesOfSecretSources()
{
    for (SecretSource source : {SecretSource::Keychain, SecretSource::Session, SecretSource::Environment})
        QCOMPARE(secretSourceFromName(secretSourceName(source)), source);
    QCOMPARE(secretSourceFromName(QStringLiteral("a file")), SecretSource::Session);
}

void AccountTest::checks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("accessKey");
    QTest::addColumn<int>("source");
    QTest::addColumn<QString>("code");
    const int keychain = int(SecretSource::Keychain);
    const QString good = QStringLiteral("https://s3.example.test");
    QTest::newRow("good") << "Work" << good << QByteArray("AKID") << keychain << "";
    QTest::newRow("no name") << " " << good << QByteArray("AKID") << keychain << "account-name-empty";
    QTest::newRow("no endpoint") << "Work"
                                 << "" << QByteArray("AKID") << keychain << "endpoint-empty";
    QTest::newRow("ftp") << "Work"
                         << "ftp://host" << QByteArray("AKID") << keychain << "endpoint-scheme";
    QTest::newRow("no key") << "Work" << good << QByteArray() << keychain << "access-key-empty";
    QTest::newRow("key from outside")
        << "Work" << good << QByteArray() << int(SecretSource::Environment) << "";
}

void AccountTest::checks()
{
    QFETCH(QString, name);
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, accessKey);
    QFETCH(int, source);
    QFETCH(QString, code);
    Account account = workAccount();
    account.name = name;
    account.endpoint = endpoint;
    account.accessKeyId = accessKey;
    account.secretSource = SecretSource(source);
    const Result<void> checked = checkAccount(account);
    QCOMPARE(checked ? QString() : checked.error().code, code);
}

void AccountTest::profileTakesOverrides()
{
    Account account = workAccount();
    const StoreProfile plain = storeProfile(account.provider);
    QCOMPARE(profileOf(account).limits, plain.limits);
    QCOMPARE(profileOf(account).checksum, plain.checksum);
    account.maxParts = plain.limits.maxParts + 7;
    account.checksumChosen = true;
    account.checksum = ChecksumMode::Sha256;
    QCOMPARE(profileOf(account).limits.maxParts, plain.limits.maxParts + 7);
    QCOMPARE(profileOf(account).limits.maxPart, plain.limits.maxPart);
    QCOMPARE(profileOf(account).checksum, ChecksumMode::Sha256);
}

void AccountTest::jsonKeepsEverything()
{
    Account all = workAccount();
    all.provider = QStringLiteral("swift");
    all.region = QStringLiteral("eu-west-1");
    all.addressing = Addressing::Virtual;
    all.secretSource = SecretSource::Environment;
    all.caFile = QStringLiteral("/etc/ssl/own.pem");
    all.bucket = QStringLiteral("media");
    all.prefix = QStringLiteral("raw/2026/ü/");
    all.maxParts = 1000;
    all.checksumChosen = true;
    all.checksum = ChecksumMode::Crc32c;
    Account companion = workAccount();
    companion.id = QStringLiteral("c");
    companion.provider = QStringLiteral("companion");
    companion.secretSource = SecretSource::None;
    settleCompanion(&companion);
    QVERIFY(companion.accessKeyId.isEmpty() && checkAccount(companion));
    const QList<Account> accounts{workAccount(), all, companion};
    const Result<QList<Account>> back = accountsFromJson(accountsToJson(accounts));
    QVERIFY(back.ok());
    QCOMPARE(back->size(), 3);
    QVERIFY(*back == accounts);
}

void AccountTest::jsonRefusesWhatIsNotOurs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << "accounts-corrupt";
    QTest::newRow("cut off") << accountsToJson({workAccount()}).chopped(5) << "accounts-corrupt";
    QTest::newRow("a list") << QByteArray("[]") << "accounts-corrupt";
    QTest::newRow("another file") << QByteArray("{\"accounts\": 3}") << "accounts-corrupt";
    QTest::newRow("later version") << QByteArray("{\"accounts\": [], \"version\": 2}") << "accounts-newer";
}

void AccountTest::jsonRefusesWhatIsNotOurs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Result<QList<Account>> read = accountsFromJson(bytes);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().kind, ErrorKind::LocalFile);
}

void AccountTest::jsonSkipsAccountsWithoutId()
{
    const QByteArray bytes = R"({"version": 1, "accounts": [{"name": "x"}, 7, {"id": "b", "maxParts": -3}]})";
    const Result<QList<Account>> read = accountsFromJson(bytes);
    QVERIFY(read.ok());
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->first().id, QStringLiteral("b"));
    QCOMPARE(read->first().maxParts, 0);
    QCOMPARE(read->first().region, QStringLiteral("us-east-1"));
}

QTEST_GUILESS_MAIN(AccountTest)
#include "tst_account.moc"
