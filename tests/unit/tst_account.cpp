// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"
#include "accounts/accountjson.h"
#include "accounts/uploaddefaults.h"

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
    void jsonReadsTheFormatBefore();
    void checksKeySources_data();
    void checksKeySources();
    void tagLines_data();
    void tagLines();
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
    for (SecretSource source :
         {SecretSource::Keychain, SecretSource::Session, SecretSource::Environment, SecretSource::None,
          SecretSource::Profile, SecretSource::Process, SecretSource::Role, SecretSource::Sso})
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
    Account role = workAccount();
    role.id = QStringLiteral("r");
    role.secretSource = SecretSource::Role;
    role.profile = QStringLiteral("base");
    role.process = role.allowedProcess = QStringLiteral("/usr/bin/keys --for \"me\"");
    role.role = {QStringLiteral("arn:aws:iam::123456789012:role/up/loader"),
                 SecretSource::Profile,
                 QStringLiteral("ext"),
                 QStringLiteral("name"),
                 QStringLiteral("arn:aws:iam::1:mfa/me"),
                 7200,
                 QStringLiteral("http://127.0.0.1:1")};
    role.sso = {QStringLiteral("https://d-1.awsapps.com/start"),
                QStringLiteral("eu-west-1"),
                QStringLiteral("123456789012"),
                QStringLiteral("Uploader"),
                QStringLiteral("corp"),
                true,
                QStringLiteral("http://127.0.0.1:2"),
                QStringLiteral("http://127.0.0.1:3")};
    role.proxy = {ProxyChoice::Kind::Url, QStringLiteral("http://proxy:3128"), QStringLiteral("me")};
    role.clientCertificateFile = QStringLiteral("/c.pem");
    role.clientKeyFile = QStringLiteral("/k.pem");
    role.connectTimeoutSeconds = 9;
    role.facts.testedAt = QDateTime({2026, 11, 26}, {21, 40, 5}, Qt::UTC);
    role.facts.region = QStringLiteral("eu-west-3");
    role.facts.addressing = Addressing::Path;
    role.facts.checksums = {{ChecksumMode::Crc32, Treatment::Wrong},
                            {ChecksumMode::Md5, Treatment::Honoured}};
    role.facts.conditionalPut = Treatment::Ignored;
    role.facts.conditionalComplete = Treatment::Refused;
    role.facts.listParts = role.facts.listUploads = role.facts.copyPart = Treatment::Honoured;
    Account noProxy = workAccount();
    noProxy.id = QStringLiteral("n");
    noProxy.proxy.kind = ProxyChoice::Kind::None;
    const QList<Account> accounts{workAccount(), all, companion, role, noProxy};
    const Result<QList<Account>> back = accountsFromJson(accountsToJson(accounts));
    QVERIFY(back.ok());
    QCOMPARE(back->size(), 5);
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
    QTest::newRow("later version") << QByteArray("{\"accounts\": [], \"version\": 3}") << "accounts-newer";
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

void AccountTest::jsonReadsTheFormatBefore()
{
    const QByteArray bytes = R"({"version": 1, "accounts": [{"id": "a", "name": "Old", "provider": "aws",
        "endpoint": "https://s3.eu-west-1.amazonaws.com", "region": "eu-west-1", "addressing": "path",
        "accessKeyId": "AKID", "secretSource": "keychain", "maxParts": 5, "checksum": "sha256"}]})";
    const Result<QList<Account>> read = accountsFromJson(bytes);
    QVERIFY(read.ok());
    Account old;
    old.id = QStringLiteral("a");
    old.name = QStringLiteral("Old");
    old.provider = QStringLiteral("aws");
    old.endpoint = QStringLiteral("https://s3.eu-west-1.amazonaws.com");
    old.region = QStringLiteral("eu-west-1");
    old.addressing = Addressing::Path;
    old.accessKeyId = "AKID";
    old.maxParts = 5;
    old.checksumChosen = true;
    old.checksum = ChecksumMode::Sha256;
    QVERIFY(read->value(0) == old);
    QVERIFY(accountsToJson(*read).contains("\"version\": 2"));
}

void AccountTest::checksKeySources_data()
{
    QTest::addColumn<Account>("account");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* code, auto change) {
        Account account = workAccount();
        account.accessKeyId.clear();
        change(account);
        QTest::newRow(name) << account << QString::fromLatin1(code);
    };
    row("profile", "", [](Account& a) {
        a.secretSource = SecretSource::Profile;
        a.profile = QStringLiteral("work");
    });
    row("profile without a name", "profile-name-empty",
        [](Account& a) { a.secretSource = SecretSource::Profile; });
    row("process", "", [](Account& a) {
        a.secretSource = SecretSource::Process;
        a.process = QStringLiteral("keys");
    });
    row("process without a command", "process-empty",
        [](Account& a) { a.secretSource = SecretSource::Process; });
    const auto role = [](Account& a, const char* arn) {
        a.secretSource = SecretSource::Role;
        a.accessKeyId = "AKID";
        a.role.arn = QLatin1String(arn);
    };
    row("role", "", [&](Account& a) { role(a, "arn:aws-cn:iam::123456789012:role/x"); });
    row("not a role", "role-arn-invalid", [&](Account& a) { role(a, "arn:aws:iam::123456789012:user/x"); });
    row("neither role nor MFA", "role-arn-invalid", [&](Account& a) { role(a, ""); });
    row("MFA alone", "", [&](Account& a) {
        role(a, "");
        a.role.mfaSerial = QStringLiteral("arn:aws:iam::1:mfa/me");
    });
    row("role for a minute", "role-duration", [&](Account& a) {
        role(a, "arn:aws:iam::123456789012:role/x");
        a.role.durationSeconds = 60;
    });
    row("role without a key", "access-key-empty", [&](Account& a) {
        role(a, "arn:aws:iam::123456789012:role/x");
        a.accessKeyId.clear();
    });
    row("role by a profile without name", "profile-name-empty", [&](Account& a) {
        role(a, "arn:aws:iam::123456789012:role/x");
        a.role.from = SecretSource::Profile;
    });
    row("sso without a role", "sso-incomplete", [](Account& a) {
        a.secretSource = SecretSource::Sso;
        a.sso.startUrl = QStringLiteral("https://x.awsapps.com/start");
    });
}

void AccountTest::checksKeySources()
{
    QFETCH(Account, account);
    QFETCH(QString, code);
    const Result<void> checked = checkAccount(account);
    QCOMPARE(checked ? QString() : checked.error().code, code);
}

void AccountTest::tagLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // empty: it is good
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << ""
                             << "" << 0;
    QTest::newRow("two") << "team=film\n\n  day = 1=2 \n"
                         << "" << 2;
    QTest::newRow("without a value") << "archived="
                                     << "" << 1;
    QTest::newRow("no sign") << "team"
                             << "tag-line" << -1;
    QTest::newRow("no name") << " = film"
                             << "tag-line" << -1;
    QTest::newRow("twice") << "a=1\na=2"
                           << "tag-twice" << -1;
    QTest::newRow("eleven") << "a=\nb=\nc=\nd=\ne=\nf=\ng=\nh=\ni=\nj=\nk="
                            << "tags-too-many" << -1;
}

void AccountTest::tagLines()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QMap<QString, QString> tags{{"left", "over"}};
    const Result<void> read = readTagLines(text, &tags);
    QCOMPARE(read ? QString() : read.error().code, code);
    if (read)
        QTEST(int(tags.size()), "count");
    if (tags.contains("day"))
        QCOMPARE(tags.value("day"), QString("1=2"));
}

QTEST_GUILESS_MAIN(AccountTest)
#include "tst_account.moc"
