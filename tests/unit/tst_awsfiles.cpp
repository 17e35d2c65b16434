// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/awsimport.h"
#include "accounts/ssocalls.h"

#include <QtTest>

using namespace partway;

// The AWS shared files as s3-reference §8 describes them: what they say, and what becomes of a profile.
class AwsFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads();
    void credentialsWin();
    void secretsAreNoValues();
    void hostile_data();
    void hostile();
    void words_data();
    void words();
    void recipes_data();
    void recipes();
    void roleOverProgram();
    void ssoSession();
    void environmentAsSource();
    void endpoints_data();
    void endpoints();
    void importCopiesNoKeys();
    void profileOfTheEnvironment();
};

namespace {

AwsFiles files(const QByteArray& config, const QByteArray& credentials = {})
{
    return readAwsFiles(Secret(config), Secret(credentials));
}

} // namespace

void AwsFilesTest::reads()
{
    const AwsFiles read =
        files("\xef\xbb\xbf# comment\r\n[default]\r\nRegion = eu-west-1 \r\n; other\r\n"
              "[profile \"two words\"]\ns3 =\n  addressing_style = path\n\t# inside\n"
              "  max_concurrent_requests=20\noutput = json\n[services here]\ns3 =\n"
              "  endpoint_url = http://127.0.0.1:9000\nsts =\n  endpoint_url = http://127.0.0.1:1\n"
              "[sso-session corp]\nsso_region = eu-west-1\n[plugins]\nx = y\n[ profile tight ]\na = b=c\n");
    QCOMPARE(read.profiles.keys(), (QStringList{"default", "tight", "two words"}));
    QCOMPARE(read.profiles["default"].value("region"), QStringLiteral("eu-west-1"));
    QCOMPARE(read.profiles["two words"].blockValue("s3", "addressing_style"), QStringLiteral("path"));
    QCOMPARE(read.profiles["two words"].blockValue("s3", "max_concurrent_requests"), QStringLiteral("20"));
    QCOMPARE(read.profiles["two words"].value("output"), QStringLiteral("json"));
    QCOMPARE(read.profiles["tight"].value("a"), QStringLiteral("b=c"));
    QCOMPARE(read.services["here"].blockValue("sts", "endpoint_url"), QStringLiteral("http://127.0.0.1:1"));
    QCOMPARE(read.ssoSessions["corp"].value("sso_region"), QStringLiteral("eu-west-1"));
}

void AwsFilesTest::credentialsWin()
{
    const AwsFiles read = files("[profile a]\naws_access_key_id = CONFIG\nregion = x\n",
                                "[a]\naws_access_key_id = CREDENTIALS\n[b c]\nk = v\n");
    QCOMPARE(read.profiles["a"].value("aws_access_key_id"), QStringLiteral("CREDENTIALS"));
    QCOMPARE(read.profiles["a"].value("region"), QStringLiteral("x"));
    QVERIFY(read.profiles.contains("b c"));
}

void AwsFilesTest::secretsAreNoValues()
{
    const AwsFiles read = files({}, "[a]\nAWS_Secret_Access_Key = hidden\naws_security_token = token\n");
    QVERIFY(!read.profiles["a"].values.values().contains("hidden"));
    QCOMPARE(read.profiles["a"].secrets["aws_secret_access_key"].reveal(), QByteArray("hidden"));
    QCOMPARE(read.profiles["a"].secrets["aws_session_token"].reveal(), QByteArray("token"));
    const AwsFiles nested = files("[profile a]\ns3 =\n  AWS_Session_Token = hidden\n  x = y\n", {});
    QCOMPARE(nested.profiles["a"].blocks["s3"].keys(), QStringList{"x"});
}

void AwsFilesTest::hostile_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no section") << QByteArray("region = x\n  a = b\n");
    QTest::newRow("open bracket") << QByteArray("[profile a\nregion = x\n[\n]\n[]\n");
    QTest::newRow("open quote") << QByteArray("[profile \"a]\nregion = x\n");
    QTest::newRow("three words") << QByteArray("[profile a b]\nregion = x\n");
    QTest::newRow("no key") << QByteArray("[profile a]\n = x\n=\n==\n");
    QTest::newRow("block of nothing") << QByteArray("[profile a]\n  x = y\ns3 =\nregion = e\n  z = 1\n");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe[profile a]\x00\nregion\x00=\xff\n", 27);
    QTest::newRow("one long line") << QByteArray("[profile a]\nregion = ") + QByteArray(3'000'000, 'x');
    QTest::newRow("many sections") << QByteArray("[profile a]\nx=y\n").repeated(60'000);
    QTest::newRow("lone returns") << QByteArray("[profile a]\rregion = x\r\r\r");
}

void AwsFilesTest::hostile()
{
    QFETCH(QByteArray, config);
    const AwsFiles read = files(config, config);
    const QList<ImportableProfile> all = importableProfiles(read, {});
    QVERIFY(all.size() == read.profiles.size());
    for (const ImportableProfile& profile : all)
        QVERIFY(profile.problem.has_value()); // none of them gives keys
}

void AwsFilesTest::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("closed");
    QTest::newRow("plain") << " a  b " << QStringList{"a", "b"} << true;
    QTest::newRow("quotes") << "a 'b c' \"d 'e'\" f\"g\"h" << QStringList{"a", "b c", "d 'e'", "fgh"} << true;
    QTest::newRow("empty word") << "a '' b" << QStringList{"a", "", "b"} << true;
    QTest::newRow("no shell") << "a; rm $HOME `b` | c > d"
                              << QStringList{"a;", "rm", "$HOME", "`b`", "|", "c", ">", "d"} << true;
    QTest::newRow("open") << "a 'b" << QStringList{"a"} << false;
    QTest::newRow("nothing") << "  " << QStringList{} << true;
}

void AwsFilesTest::words()
{
    QFETCH(QString, text);
    QFETCH(bool, closed);
    QStringList words;
    QCOMPARE(splitWords(text, &words), closed);
    if (closed)
        QTEST(words, "words");
}

void AwsFilesTest::recipes_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("word"); // or the error's code
    const QByteArray keys = "aws_access_key_id = A\naws_secret_access_key = s\n";
    const QByteArray role = "role_arn = arn:aws:iam::1:role/r\n";
    const auto row = [](const char* name, const QByteArray& body, const char* word) {
        QTest::newRow(name) << "[profile p]\n" + body << QString::fromLatin1(word);
    };
    row("keys", keys, "keys");
    row("temporary keys", keys + "aws_session_token = t\n", "temporary keys");
    row("half a pair", "aws_access_key_id = A\n", "profile-empty");
    row("program", "credential_process = x\n", "program");
    row("keys before the program", keys + "credential_process = x\n", "keys");
    row("role", role + "source_profile = q\n[profile q]\n" + keys, "role");
    row("role over role",
        role + "source_profile = q\n[profile q]\n" + role + "source_profile = r\n[profile r]\n" + keys,
        "role");
    row("its own source", role + keys + "source_profile = p\n", "role");
    row("its own source without keys", role + "source_profile = p\n", "profile-loop");
    row("a ring", role + "source_profile = q\n[profile q]\n" + role + "source_profile = p\n", "profile-loop");
    row("source that is not there", role + "source_profile = q\n", "profile-missing");
    row("no source", role, "profile-source");
    row("two sources", role + "source_profile = q\ncredential_source = Environment\n", "profile-source");
    row("a machine's", role + "credential_source = Ec2InstanceMetadata\n", "profile-instance");
    row("environment without keys", role + "credential_source = Environment\n", "environment-keys-missing");
    row("web identity", role + "web_identity_token_file = /t\n", "web-identity");
    row("browser login", "login_session = x\n", "profile-login");
    row("sso, legacy", "sso_start_url = https://x\nsso_region = e\nsso_account_id = 1\nsso_role_name = r\n",
        "sso");
    row("sso, half", "sso_start_url = https://x\nsso_region = e\nsso_account_id = 1\n", "sso-incomplete");
    row("sso, no session", "sso_session = corp\nsso_account_id = 1\nsso_role_name = r\n",
        "profile-sso-session");
    row("nothing", "region = e\n", "profile-empty");
}

void AwsFilesTest::recipes()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, word);
    const Result<KeyRecipe> recipe = recipeOfProfile("p", files(config), {});
    QCOMPARE(recipe ? recipeWord(*recipe) : recipe.error().code, word);
    QVERIFY(recipe || recipe.error().kind == ErrorKind::SignIn);
}

void AwsFilesTest::roleOverProgram()
{
    const Result<KeyRecipe> recipe = recipeOfProfile(
        "p",
        files("[profile p]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = q\nmfa_serial = "
              "m\nexternal_id = e\n"
              "role_session_name = n\nduration_seconds = 1800\nregion = eu-west-3\nservices = s\n"
              "[profile q]\ncredential_process = give keys\n[services s]\nsts =\n  endpoint_url = "
              "http://127.0.0.1:5\n"),
        {});
    QVERIFY(recipe.ok());
    const RoleChoice wanted{"arn:aws:iam::1:role/r", SecretSource::Keychain, "e", "n", "m", 1800,
                            "http://127.0.0.1:5"};
    QVERIFY(recipe->role == wanted);
    QCOMPARE(recipe->region, QStringLiteral("eu-west-3"));
    QCOMPARE(recipe->processInside(), QStringLiteral("give keys"));
    QVERIFY(!recipe->isLasting());
}

void AwsFilesTest::ssoSession()
{
    const Result<KeyRecipe> recipe = recipeOfProfile(
        "p",
        files("[profile p]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Up\n"
              "[sso-session corp]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = eu-west-1\n"),
        {});
    QVERIFY(recipe.ok());
    QCOMPARE(recipe->sso.sessionName, QStringLiteral("corp"));
    QCOMPARE(recipe->sso.startUrl, QStringLiteral("https://d-1.awsapps.com/start"));
    // The name of AWS's own token file.
    QCOMPARE(ssoCacheName(recipe->sso), QStringLiteral("ee0bfd2552fbd840c02cc48b6e823320543c450f.json"));
}

void AwsFilesTest::environmentAsSource()
{
    QProcessEnvironment environment;
    environment.insert("AWS_ACCESS_KEY_ID", "ENV");
    environment.insert("AWS_SECRET_ACCESS_KEY", "s");
    const Result<KeyRecipe> recipe = recipeOfProfile(
        "p", files("[profile p]\nrole_arn = arn:aws:iam::1:role/r\ncredential_source = environment\n"),
        environment);
    QVERIFY(recipe.ok());
    QCOMPARE(recipe->base->keys.accessKeyId, QByteArray("ENV"));
}

void AwsFilesTest::endpoints_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("endpoint");
    const QByteArray services = "services = s\n[services s]\ns3 =\n  endpoint_url = https://service.test\n";
    const auto row = [](const char* name, const QByteArray& body, const char* variable,
                        const char* endpoint) {
        QTest::newRow(name) << "[profile p]\n" + body << QString::fromLatin1(variable)
                            << QString::fromLatin1(endpoint);
    };
    row("AWS", "region = eu-west-1\n", "", "https://s3.eu-west-1.amazonaws.com");
    row("no region", "output = json\n", "", "https://s3.us-east-1.amazonaws.com");
    row("China", "region = cn-north-1\n", "", "https://s3.cn-north-1.amazonaws.com.cn");
    row("dual stack", "region = eu-west-1\nuse_dualstack_endpoint = true\n", "",
        "https://s3.dualstack.eu-west-1.amazonaws.com");
    row("FIPS", "region = us-east-1\nuse_fips_endpoint = TRUE\n", "",
        "https://s3-fips.us-east-1.amazonaws.com");
    row("accelerated", "s3 =\n  use_accelerate_endpoint = true\n", "", "https://s3-accelerate.amazonaws.com");
    row("profile", "endpoint_url = https://profile.test\n", "", "https://profile.test");
    row("services before the profile", "endpoint_url = https://profile.test\n" + services, "",
        "https://service.test");
    row("variable before all", services, "https://variable.test", "https://variable.test");
    row("ignored",
        "ignore_configured_endpoint_urls = true\nendpoint_url = https://profile.test\nregion = eu-west-1\n",
        "https://variable.test", "https://s3.eu-west-1.amazonaws.com");
}

void AwsFilesTest::endpoints()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, variable);
    QProcessEnvironment environment;
    if (!variable.isEmpty())
        environment.insert("AWS_ENDPOINT_URL_S3", variable);
    const Result<Account> account = accountOfProfile("p", files(config), environment);
    QVERIFY(account.ok());
    QTEST(account->endpoint, "endpoint");
}

void AwsFilesTest::importCopiesNoKeys()
{
    const AwsFiles read = files("[profile a]\nregion = eu-west-1\ns3 =\n  addressing_style = path\n[profile "
                                "b]\ncredential_process = x y\n",
                                "[a]\naws_access_key_id = A\naws_secret_access_key = hidden\n");
    const QList<ImportableProfile> all = importableProfiles(read, {});
    QCOMPARE(all.size(), 2);
    const Account& first = all.first().account;
    QCOMPARE(first.secretSource, SecretSource::Profile);
    QVERIFY(first.accessKeyId.isEmpty());
    QCOMPARE(first.addressing, Addressing::Path);
    QCOMPARE(first.provider, QStringLiteral("aws"));
    QVERIFY(checkAccount(first).ok() && all.first().hasLastingKeys);
    QCOMPARE(all.last().process, QStringLiteral("x y"));
    QVERIFY(!all.last().hasLastingKeys && all.last().account.allowedProcess.isEmpty());
    Account own = first;
    const Credentials keys = takeKeysOf(&own, read, {});
    QCOMPARE(keys.secretKey.reveal(), QByteArray("hidden"));
    QCOMPARE(own.secretSource, SecretSource::Keychain);
    QCOMPARE(own.accessKeyId, QByteArray("A"));
    Account program = all.last().account;
    QVERIFY(takeKeysOf(&program, read, {}).isEmpty());
    QCOMPARE(program.secretSource, SecretSource::Profile);
}

void AwsFilesTest::profileOfTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert("AWS_DEFAULT_PROFILE", "other");
    environment.insert("AWS_PROFILE", "p");
    EnvironmentSettings settings = readEnvironment(environment);
    QCOMPARE(settings.profile, QStringLiteral("p"));
    completeFromProfile(&settings, files("[profile p]\nregion = eu-west-1\n"), environment);
    QCOMPARE(settings.endpoint, QStringLiteral("https://s3.eu-west-1.amazonaws.com"));
    const Account account = environmentAccount(settings.endpoint, {}, Addressing::Auto, settings);
    QCOMPARE(account.secretSource, SecretSource::Profile);
    QCOMPARE(account.profile, QStringLiteral("p"));
    settings.profile = QStringLiteral("q");
    QVERIFY(environmentAccount(settings.endpoint, {}, Addressing::Auto, settings).id != account.id);
    settings.credentials = {"A", Secret("s"), {}, {}};
    QCOMPARE(environmentAccount(settings.endpoint, {}, Addressing::Auto, settings).secretSource,
             SecretSource::Environment);
}

QTEST_GUILESS_MAIN(AwsFilesTest)
#include "tst_awsfiles.moc"
