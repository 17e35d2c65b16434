// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/networksecrets.h"
#include "net/clibench.h"
#include "support/proxydouble.h"
#include "support/signindouble.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QtTest>

using namespace partway;

// Keys that end during the upload: the real command line, the sandbox, and a double of STS and single
// sign-on. The keys last some seconds, the upload some more: several renewals, and no request that is
// refused.
class CliSignInTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void roleWithMfa();
    void wrongCodeIsAskedAgain();
    void noCodeWaitsAndGoesOn();
    void sessionTokenWithMfa();
    void programWhoseKeysEnd();
    void programThatFails_data();
    void programThatFails();
    void programThatCannotBeRead();
    void programOfAProfileWantsConsent();
    void singleSignOn();
    void signInsGoThroughTheProxy();
    void singleSignOnRefused();
    void profileOfTheEnvironment();
    void importsProfiles();
    void directoryBucketThroughSessions();
    void nothingSecretIsKept();

private:
    CliRun end(QProcess& process);
    CliRun run(const QStringList& arguments, const QProcessEnvironment& environment,
               const QByteArray& input = {});
    QStringList addAccount(const QStringList& more) const;
    QStringList slowUpload(const QString& account, qint64 size, const QByteArray& rate = "3M");
    QStringList uploadThroughRenewals(const QString& account);
    void tellRenewals(const char* how, int keysGiven) const;
    void writeFile(const QString& name, const QByteArray& content);
    QProcessEnvironment bare() const; // without keys, with a home of its own
    int refusals() const;
    QString printsKeys(int milliseconds) const;

    std::unique_ptr<CliBench> m_bench;
    std::unique_ptr<SignInDouble> m_double;
    std::chrono::steady_clock::time_point m_uploadBegan;
};

namespace {

const QString role = QStringLiteral("arn:aws:iam::123456789012:role/uploader");
const QString device = QStringLiteral("arn:aws:iam::123456789012:mfa/me");

// PARTWAY_KEY_SECONDS=60: as programs and services really do it; needs QTEST_FUNCTION_TIMEOUT=600000.
int keySeconds()
{
    return qMax(5, qEnvironmentVariableIntValue("PARTWAY_KEY_SECONDS"));
}

} // namespace

void CliSignInTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start(), qPrintable(m_bench->problem()));
    sandbox::Keys lasting;
    lasting.accessKey = m_bench->sandbox().value("ACCESS_KEY");
    lasting.secretKey = Secret(m_bench->sandbox().value("SECRET_KEY"));
    m_double = std::make_unique<SignInDouble>(lasting);
    m_double->lifetime = std::chrono::seconds(keySeconds());
}

// The double lives on this thread: it must be served while the process runs.
CliRun CliSignInTest::end(QProcess& process)
{
    static_cast<void>(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 600'000));
    return m_bench->wait(process, 1'000);
}

CliRun CliSignInTest::run(const QStringList& arguments, const QProcessEnvironment& environment,
                          const QByteArray& input)
{
    const std::unique_ptr<QProcess> process = m_bench->launch(arguments, environment);
    process->write(input);
    process->closeWriteChannel();
    return end(*process);
}

QProcessEnvironment CliSignInTest::bare() const
{
    QProcessEnvironment environment = m_bench->environment();
    environment.remove(QStringLiteral("AWS_ACCESS_KEY_ID"));
    environment.remove(QStringLiteral("AWS_SECRET_ACCESS_KEY"));
    environment.insert(QStringLiteral("HOME"), m_bench->path(QStringLiteral("home")));
    return environment;
}

QStringList CliSignInTest::addAccount(const QStringList& more) const
{
    return QStringList{"account",
                       "add",
                       "work",
                       "--state-dir",
                       m_bench->stateFolder(),
                       "--endpoint",
                       m_bench->sandbox().endpoint(),
                       "--provider",
                       "sandbox"} +
           more;
}

QStringList CliSignInTest::slowUpload(const QString& account, qint64 size, const QByteArray& rate)
{
    QStringList arguments{"upload", "--codes-stdin", "--state-dir", m_bench->stateFolder()};
    if (!account.isEmpty())
        arguments += {"--account", account};
    return arguments + QStringList{"--to",
                                   "s3://sandbox/",
                                   "--part-size",
                                   "5MiB",
                                   "--parallel", // one part after the other: each is signed when it begins
                                   "1",
                                   "--limit-rate",
                                   QString::fromLatin1(rate),
                                   m_bench->makeFile("film.bin", size)};
}

// Takes a little more than four times as long as keys last.
QStringList CliSignInTest::uploadThroughRenewals(const QString& account)
{
    constexpr qint64 size = 31 * MiB;
    m_uploadBegan = std::chrono::steady_clock::now();
    return slowUpload(account, size, QByteArray::number(size / (keySeconds() * 9 / 2)));
}

void CliSignInTest::tellRenewals(const char* how, int keysGiven) const
{
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_uploadBegan;
    qInfo("%s: keys last %d s, %.0f s, keys given %d times, %lld parts sent, %d requests refused", how,
          keySeconds(), took.count(), keysGiven, m_bench->sandbox().requests("UploadPart"), refusals());
}

void CliSignInTest::writeFile(const QString& name, const QByteArray& content)
{
    const QString path = m_bench->path(name);
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

// Requests that the store answered with a 4xx, but for looking whether the object is there.
int CliSignInTest::refusals() const
{
    const QJsonObject answers = m_bench->sandbox().counters().value(QLatin1String("answers")).toObject();
    int refused = 0;
    for (auto operation = answers.begin(); operation != answers.end(); ++operation) {
        const QJsonObject statuses = operation->toObject();
        for (auto status = statuses.begin(); status != statuses.end(); ++status) {
            const bool looks =
                operation.key() == QLatin1String("HeadObject") && status.key() == QLatin1String("404");
            if (status.key().toInt() >= 400 && !looks)
                refused += status->toInt();
        }
    }
    return refused;
}

QString CliSignInTest::printsKeys(int milliseconds) const
{
    return QStringLiteral("%1 --root '%2' --print-keys %3")
        .arg(QStringLiteral(PARTWAY_SANDBOX_PROGRAM), m_bench->path("store"))
        .arg(milliseconds);
}

void CliSignInTest::roleWithMfa()
{
    m_double->externalId = QStringLiteral("ext-1");
    QByteArray typed;
    for (int i = 0; i < 40; ++i) {
        const QString code = QString::number(100'000 + i);
        m_double->codes.insert(code);
        typed += code.toLatin1() + '\n';
    }
    VERIFY_CODE(run(addAccount({"--keys", "environment", "--role-arn", role, "--external-id", "ext-1",
                                "--mfa-serial", device, "--sts-endpoint", m_double->endpoint()}),
                    m_bench->environment()),
                0);
    const CliRun upload = run(uploadThroughRenewals("work"), m_bench->environment(), typed);
    VERIFY_CODE(upload, 0);
    QCOMPARE(m_bench->object("film.bin"), m_bench->contentOf(m_bench->path("film.bin")));
    tellRenewals("role with MFA", m_double->assumed);
    QVERIFY2(m_double->assumed >= 4, upload.story().constData()); // the first and three renewals
    QCOMPARE(refusals(), 0);
    QCOMPARE(m_double->complaints, QStringList());
    QVERIFY(upload.err.contains("Code of " + device.toUtf8()));
    // The keys last five seconds, the file takes twenty: said before the first part is there.
    QVERIFY2(upload.err.contains("This needs about"), upload.story().constData());
    QVERIFY(upload.err.contains("the sign-in of \xE2\x80\x9Cwork\xE2\x80\x9D ends now"));
}

void CliSignInTest::wrongCodeIsAskedAgain()
{
    m_double->lifetime = std::chrono::hours(1);
    m_double->codes = {QStringLiteral("222222"), QStringLiteral("333333")};
    VERIFY_CODE(run(addAccount({"--keys", "environment", "--role-arn", role, "--mfa-serial", device,
                                "--sts-endpoint", m_double->endpoint()}),
                    m_bench->environment()),
                0);
    const CliRun upload = run(slowUpload("work", MiB), m_bench->environment(), "111111\n222222\n");
    VERIFY_CODE(upload, 0);
    QVERIFY(upload.err.contains("not accepted"));
    QCOMPARE(m_double->assumed, 1);
}

void CliSignInTest::noCodeWaitsAndGoesOn()
{
    m_double->codes = {QStringLiteral("111111"), QStringLiteral("222222"), QStringLiteral("x")};
    VERIFY_CODE(run(addAccount({"--keys", "environment", "--role-arn", role, "--mfa-serial", device,
                                "--sts-endpoint", m_double->endpoint()}),
                    m_bench->environment()),
                0);
    // One code: enough for the first keys. Then the upload waits for a sign-in, with what is stored kept.
    const CliRun upload = run(slowUpload("work", 31 * MiB), m_bench->environment(), "111111\n");
    VERIFY_CODE(upload, 4);
    QVERIFY2(upload.err.contains("sign-in"), upload.story().constData());
    QVERIFY(m_bench->object("film.bin").isNull());
    m_double->lifetime = std::chrono::hours(1);
    m_bench->sandbox().resetCounters();
    const CliRun resume = run({"resume", "--codes-stdin", "--state-dir", m_bench->stateFolder()},
                              m_bench->environment(), "222222\n");
    VERIFY_CODE(resume, 0);
    QCOMPARE(m_bench->object("film.bin"), m_bench->contentOf(m_bench->path("film.bin")));
    QVERIFY(m_bench->sandbox().requests("UploadPart") < 7); // what was stored is not sent again
}

void CliSignInTest::sessionTokenWithMfa()
{
    m_double->lifetime = std::chrono::hours(1);
    m_double->codes = {QStringLiteral("111111"), QStringLiteral("x")};
    VERIFY_CODE(run(addAccount({"--keys", "environment", "--mfa-serial", device, "--sts-endpoint",
                                m_double->endpoint()}),
                    m_bench->environment()),
                0);
    VERIFY_CODE(run(slowUpload("work", MiB), m_bench->environment(), "111111\n"), 0);
    QCOMPARE(m_double->assumed, 1);
}

void CliSignInTest::programWhoseKeysEnd()
{
    const QString asked = m_bench->path("asked");
    const QString program =
        QStringLiteral("sh -c \"echo x >> '%1'; %2\"").arg(asked, printsKeys(keySeconds() * 1'000));
    VERIFY_CODE(run(addAccount({"--credential-process", program}), bare()), 0);
    const CliRun upload = run(uploadThroughRenewals("work"), bare());
    VERIFY_CODE(upload, 0);
    QCOMPARE(m_bench->object("film.bin"), m_bench->contentOf(m_bench->path("film.bin")));
    const int given = int(m_bench->contentOf(asked).count('x'));
    tellRenewals("program", given);
    QVERIFY2(given >= 4, upload.story().constData());
    QCOMPARE(refusals(), 0);
}

void CliSignInTest::programThatFails_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("not there") << "/nowhere/keys" << QByteArray("cannot be started");
    QTest::newRow("ends badly") << "sh -c 'echo the vault is sealed >&2; exit 3'"
                                << QByteArray("vault is sealed");
    QTest::newRow("no JSON") << "echo hello" << QByteArray("printed something else");
}

void CliSignInTest::programThatFails()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, sentence);
    VERIFY_CODE(run(addAccount({"--credential-process", program}), bare()), 0);
    const CliRun upload = run(slowUpload("work", MiB), bare());
    VERIFY_CODE(upload, 4);
    QVERIFY2(upload.err.contains(sentence), upload.story().constData());
}

// No account is made of a command that cannot be one.
void CliSignInTest::programThatCannotBeRead()
{
    const CliRun added = run(addAccount({"--credential-process", "keys 'of"}), bare());
    VERIFY_CODE(added, 2);
    QVERIFY2(added.err.contains("cannot be read"), added.story().constData());
}

void CliSignInTest::programOfAProfileWantsConsent()
{
    writeFile("home/.aws/config", "[profile vault]\nregion = us-east-1\ncredential_process = " +
                                      printsKeys(3'600'000).toUtf8() + "\n");
    VERIFY_CODE(run(addAccount({"--profile", "vault"}), bare()), 0);
    const CliRun refused = run(slowUpload("work", MiB), bare());
    VERIFY_CODE(refused, 4);
    QVERIFY2(refused.err.contains("was not allowed to run"), refused.story().constData());
    VERIFY_CODE(run({"account", "remove", "work", "--state-dir", m_bench->stateFolder()}, bare()), 0);
    VERIFY_CODE(run(addAccount({"--profile", "vault", "--allow-process"}), bare()), 0);
    VERIFY_CODE(run(slowUpload("work", MiB), bare()), 0);
    // Another command is not what was allowed.
    writeFile("home/.aws/config",
              "[profile vault]\ncredential_process = " + printsKeys(3'000'000).toUtf8() + "\n");
    VERIFY_CODE(run(slowUpload("work", 2 * MiB), bare()), 4);
}

void CliSignInTest::singleSignOn()
{
    VERIFY_CODE(
        run(addAccount({"--sso", "https://corp.example/start", "--sso-region", "eu-west-1", "--sso-account",
                        "123456789012", "--sso-role", "Uploader", "--sso-endpoint", m_double->endpoint()}),
            bare()),
        0);
    const CliRun upload = run(uploadThroughRenewals("work"), bare());
    VERIFY_CODE(upload, 0);
    QVERIFY2(upload.err.contains("enter the code ABCD-EFGH"), upload.story().constData());
    QCOMPARE(m_bench->object("film.bin"), m_bench->contentOf(m_bench->path("film.bin")));
    tellRenewals("single sign-on", m_double->assumed);
    QVERIFY(m_double->assumed >= 4);
    QCOMPARE(m_double->signOns, 1); // one sign-in for all of it
    QCOMPARE(refusals(), 0);
    QVERIFY(!QFile::exists(m_bench->path("home/.aws/sso/cache"))); // not without consent
}

// The token service is asked by way of the account's proxy, as the store is.
void CliSignInTest::signInsGoThroughTheProxy()
{
    m_double->lifetime = std::chrono::hours(1);
    ProxyDouble proxy(m_double->serverPort());
    Account account;
    account.id = QStringLiteral("proxied");
    account.name = QStringLiteral("proxied");
    account.endpoint = QStringLiteral("http://store.invalid");
    account.secretSource = SecretSource::Role;
    account.role.arn = role;
    account.role.from = SecretSource::Session;
    account.role.stsEndpoint = QStringLiteral("http://sts.invalid:8080");
    account.accessKeyId = m_bench->sandbox().value("ACCESS_KEY");
    account.proxy = {ProxyChoice::Kind::Url, QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()),
                     QStringLiteral("me")};
    proxy.wanted = "me:pass word";
    const std::unique_ptr<CredentialStore> keychain = makeSessionStore();
    CredentialDesk desk(*keychain);
    routeSignIns(desk);
    desk.setSessionKeys(account.id, {.accessKeyId = account.accessKeyId,
                                     .secretKey = Secret(m_bench->sandbox().value("SECRET_KEY"))});
    setSessionNetwork(desk, account, {.proxyPassword = Secret("pass word"), .clientKeyPassword = {}});
    std::optional<Result<Credentials>> keys;
    desk.credentials(account, [&](const Result<Credentials>& end) { keys = end; });
    QTRY_VERIFY_WITH_TIMEOUT(keys.has_value(), 20'000);
    // The double leads tunnels only, and plain http needs none: that it was asked is what counts here.
    QVERIFY(!keys->ok());
    QCOMPARE(keys->error().code, QStringLiteral("proxy-sign-in"));
    QVERIFY(proxy.refusals() > 0);
    QVERIFY(!desk.signInEnds(account).isValid());
}

void CliSignInTest::singleSignOnRefused()
{
    m_double->refuses = true;
    VERIFY_CODE(
        run(addAccount({"--sso", "https://corp.example/start", "--sso-region", "eu-west-1", "--sso-account",
                        "123456789012", "--sso-role", "Uploader", "--sso-endpoint", m_double->endpoint()}),
            bare()),
        0);
    const CliRun upload = run(slowUpload("work", MiB), bare());
    VERIFY_CODE(upload, 4);
    QVERIFY2(upload.err.contains("refused in the browser"), upload.story().constData());
}

void CliSignInTest::profileOfTheEnvironment()
{
    writeFile("home/.aws/config",
              "[profile film]\nregion = us-east-1\nservices = here\n[services here]\ns3 =\n"
              "  endpoint_url = " +
                  m_bench->sandbox().endpoint().toUtf8() + "\n");
    writeFile("home/.aws/credentials",
              "[film]\naws_access_key_id = " + m_bench->sandbox().value("ACCESS_KEY") +
                  "\naws_secret_access_key = " + m_bench->sandbox().value("SECRET_KEY") + "\n");
    QProcessEnvironment environment = bare();
    environment.insert(QStringLiteral("AWS_PROFILE"), QStringLiteral("film"));
    VERIFY_CODE(run(slowUpload({}, MiB), environment), 0);
    QCOMPARE(m_bench->object("film.bin").size(), MiB);
    environment.insert(QStringLiteral("AWS_PROFILE"), QStringLiteral("nobody"));
    const CliRun missing =
        run(slowUpload({}, 2 * MiB) + QStringList{"--endpoint", m_bench->sandbox().endpoint()}, environment);
    VERIFY_CODE(missing, 4);
    QVERIFY2(missing.err.contains("nobody"), missing.story().constData());
}

void CliSignInTest::importsProfiles()
{
    writeFile("home/.aws/config",
              "[default]\nregion = eu-west-1\n[profile film]\nendpoint_url = " +
                  m_bench->sandbox().endpoint().toUtf8() +
                  "\nregion = us-east-1\n[profile lost]\nsource_profile = lost\nrole_arn = " + role.toUtf8() +
                  "\n");
    writeFile("home/.aws/credentials",
              "[film]\naws_access_key_id = " + m_bench->sandbox().value("ACCESS_KEY") +
                  "\naws_secret_access_key = " + m_bench->sandbox().value("SECRET_KEY") + "\n");
    const QStringList import{"account", "import-aws", "--state-dir", m_bench->stateFolder()};
    const CliRun preview = run(import + QStringList{"--dry-run"}, bare());
    VERIFY_CODE(preview, 0);
    QVERIFY2(preview.out.contains("film") && preview.out.contains("leads back to itself"),
             preview.story().constData());
    QVERIFY(!QFile::exists(m_bench->stateFolder() + "/accounts.json"));
    const CliRun imported = run(import + QStringList{"--json"}, bare());
    VERIFY_CODE(imported, 0);
    QVERIFY(imported.isPureJson());
    QCOMPARE(imported.events("account-added").size(), 1);
    VERIFY_CODE(run(slowUpload("film", MiB), bare()), 0);
    const CliRun show = run({"account", "show", "film", "--state-dir", m_bench->stateFolder()}, bare());
    VERIFY_CODE(show, 0);
    QVERIFY2(show.out.contains("profile film"), show.story().constData());
    VERIFY_CODE(run({"account", "rename", "film", "cinema", "--state-dir", m_bench->stateFolder()}, bare()),
                0);
    const CliRun exported =
        run({"account", "export", "cinema", "--state-dir", m_bench->stateFolder()}, bare());
    VERIFY_CODE(exported, 0);
    QCOMPARE(QJsonDocument::fromJson(exported.out).object().value("accounts").toArray().size(), 1);
    QCOMPARE(run({"account", "rename", "film", "x", "--state-dir", m_bench->stateFolder()}, bare()).code, 2);
}

void CliSignInTest::directoryBucketThroughSessions()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->start({"--bucket", "fast--euw1-az1--x-s3", "--session-ms", "3000"}));
    const QStringList upload =
        QStringList{"upload"} + m_bench->store() +
        QStringList{
            "--provider", "sandbox",      "--to", "s3://fast--euw1-az1--x-s3/raw/",       "--part-size",
            "5MiB",       "--limit-rate", "4M",   m_bench->makeFile("film.bin", 41 * MiB)};
    const CliRun sent = run(upload, m_bench->environment());
    VERIFY_CODE(sent, 0);
    QCOMPARE(m_bench->object("raw/film.bin"), m_bench->contentOf(m_bench->path("film.bin")));
    QVERIFY2(m_bench->sandbox().requests("CreateSession") >= 3, sent.story().constData());
    QCOMPARE(refusals(), 0);
    QVERIFY(sent.out.contains("proven: "));
    const CliRun listed = run(QStringList{"incomplete", "list", "s3://fast--euw1-az1--x-s3/raw/fi"} +
                                  m_bench->store() + QStringList{"--provider", "sandbox"},
                              m_bench->environment());
    VERIFY_CODE(listed, 0);
}

// Whatever was done above: neither keys nor tokens are in any file of the state folder, in the most talkative
// log, or among the arguments.
void CliSignInTest::nothingSecretIsKept()
{
    QProcessEnvironment environment = bare();
    environment.insert(QStringLiteral("PARTWAY_LOG"), QStringLiteral("debug"));
    VERIFY_CODE(
        run(addAccount({"--sso", "https://corp.example/start", "--sso-region", "eu-west-1", "--sso-account",
                        "123456789012", "--sso-role", "Uploader", "--sso-endpoint", m_double->endpoint()}),
            environment),
        0);
    const CliRun upload = run(slowUpload("work", 6 * MiB), environment);
    VERIFY_CODE(upload, 0);
    const QByteArrayList secrets{"temporary.",    "access-token-", "client-secret",
                                 "refresh-token", "device-code",   m_bench->sandbox().value("SECRET_KEY")};
    QDirIterator files(m_bench->stateFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        const QByteArray content = m_bench->contentOf(files.next());
        ++looked;
        for (const QByteArray& secret : secrets)
            QVERIFY2(!content.contains(secret),
                     qPrintable(files.filePath() + u' ' + QString::fromLatin1(secret)));
    }
    QVERIFY(looked >= 2);
    for (const QByteArray& secret : secrets)
        QVERIFY2(!upload.all().contains(secret), secret.constData());
}

QTEST_GUILESS_MAIN(CliSignInTest)
#include "tst_clisignin.moc"
