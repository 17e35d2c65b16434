// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialdesk.h"

#include <QTimer>
#include <QtTest>

using namespace partway;

class CredentialDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void readsTheKeychainOnce();
    void keychainErrors_data();
    void keychainErrors();
    void emptySecretIsNoEntry();
    void failureIsNotRemembered();
    void sessionKeysWin();
    void sessionWithoutKeys();
    void environmentKeys();
    void environmentWithoutKeys_data();
    void environmentWithoutKeys();
    void forgetAsksAgain();
    void keysSetWhileReadingStay();
    void deskGoneWhileReading();
    void sessionStoreKeepsAndForgets();
    void companionNeedsNoKey();
    void temporaryKeysAreFetchedOnce();
    void programsWantLeave();
    void leaveIsAskedOnce();
    void forgettingEndsTheWait();
    void changedAccountIsAskedAnew();
};

namespace {

// Answers each read with the next line of its script.
class ScriptedStore final : public CredentialStore
{
public:
    void write(const QString&, const Secret&, std::function<void(Result<void>)> done) override
    {
        QTimer::singleShot(0, &m_context, [done] { done({}); });
    }
    void read(const QString& accountId, std::function<void(Result<Secret>)> done) override
    {
        reads.append(accountId);
        QVERIFY2(!script.isEmpty(), "more reads than the script has lines");
        QTimer::singleShot(0, &m_context, [done, answer = script.takeFirst()] { done(answer); });
    }
    void remove(const QString&, std::function<void(Result<void>)> done) override
    {
        QTimer::singleShot(0, &m_context, [done] { done({}); });
    }

    QList<Result<Secret>> script;
    QStringList reads;

private:
    QObject m_context;
};

Error signIn(const char* code)
{
    return Error{.kind = ErrorKind::SignIn, .code = QLatin1String(code)};
}

Account account(SecretSource source)
{
    Account account;
    account.id = QStringLiteral("a1");
    account.accessKeyId = "AKID";
    account.secretSource = source;
    return account;
}

// Asks and waits; also checks that the answer does not come from inside the call, and comes once.
struct Asked
{
    Asked(CredentialDesk& desk, const Account& account)
    {
        desk.credentials(account, [this](Result<Credentials> result) {
            ++ends;
            secret = result ? QString::fromUtf8(result->secretKey.reveal()) : QString();
            code = result ? QString() : result.error().code;
        });
        fromInside = ends > 0;
        static_cast<void>(QTest::qWaitFor([this] { return ends > 0; }));
        QTest::qWait(1);
    }
    int ends = 0;
    bool fromInside = false;
    QString secret;
    QString code;
};

#define COMPARE_ONE_END(asked)                                                                               \
    QVERIFY(!(asked).fromInside);                                                                            \
    QCOMPARE((asked).ends, 1)

} // namespace

void CredentialDeskTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    cleanup();
}

void CredentialDeskTest::cleanup()
{
    for (const char* name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"})
        qunsetenv(name);
}

void CredentialDeskTest::readsTheKeychainOnce()
{
    ScriptedStore store;
    store.script = {Secret("hidden")};
    CredentialDesk desk(store);
    for (int i = 0; i < 2; ++i) {
        const Asked asked(desk, account(SecretSource::Keychain));
        COMPARE_ONE_END(asked);
        QCOMPARE(asked.secret, QStringLiteral("hidden"));
    }
    QCOMPARE(store.reads, QStringList{QStringLiteral("a1")});
}

void CredentialDeskTest::keychainErrors_data()
{
    QTest::addColumn<QString>("code");
    for (const char* code :
         {"keychain-none", "keychain-no-entry", "keychain-locked", "keychain-timeout", "keychain-failed"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void CredentialDeskTest::keychainErrors()
{
    QFETCH(QString, code);
    ScriptedStore store;
    store.script = {signIn(code.toLatin1().constData())};
    CredentialDesk desk(store);
    const Asked asked(desk, account(SecretSource::Keychain));
    COMPARE_ONE_END(asked);
    QCOMPARE(asked.code, code);
}

void CredentialDeskTest::emptySecretIsNoEntry()
{
    ScriptedStore store;
    store.script = {Secret()};
    CredentialDesk desk(store);
    const Asked asked(desk, account(SecretSource::Keychain));
    COMPARE_ONE_END(asked);
    QCOMPARE(asked.code, QStringLiteral("keychain-no-entry"));
}

// A cancelled unlock looks like "no entry": the next try asks the keychain again.
void CredentialDeskTest::failureIsNotRemembered()
{
    ScriptedStore store;
    store.script = {signIn("keychain-no-entry"), Secret("hidden")};
    CredentialDesk desk(store);
    QCOMPARE(Asked(desk, account(SecretSource::Keychain)).code, QStringLiteral("keychain-no-entry"));
    QCOMPARE(Asked(desk, account(SecretSource::Keychain)).secret, QStringLiteral("hidden"));
}

void CredentialDeskTest::sessionKeysWin()
{
    ScriptedStore store;
    CredentialDesk desk(store);
    desk.setSessionKeys(QStringLiteral("a1"), {.accessKeyId = "AKID", .secretKey = Secret("typed")});
    for (SecretSource source : {SecretSource::Keychain, SecretSource::Session, SecretSource::Environment}) {
        const Asked asked(desk, account(source));
        COMPARE_ONE_END(asked);
        QCOMPARE(asked.secret, QStringLiteral("typed"));
    }
    QVERIFY(store.reads.isEmpty());
}

void CredentialDeskTest::sessionWithoutKeys()
{
    ScriptedStore store;
    CredentialDesk desk(store);
    const Asked asked(desk, account(SecretSource::Session));
    COMPARE_ONE_END(asked);
    QCOMPARE(asked.code, QStringLiteral("session-keys-missing"));
}

void CredentialDeskTest::environmentKeys()
{
    qputenv("AWS_ACCESS_KEY_ID", "AKID");
    qputenv("AWS_SECRET_ACCESS_KEY", "outside");
    ScriptedStore store;
    CredentialDesk desk(store);
    const Asked asked(desk, account(SecretSource::Environment));
    COMPARE_ONE_END(asked);
    QCOMPARE(asked.secret, QStringLiteral("outside"));
}

void CredentialDeskTest::environmentWithoutKeys_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("only the key id") << QByteArray("AWS_ACCESS_KEY_ID");
    QTest::newRow("only the secret") << QByteArray("AWS_SECRET_ACCESS_KEY");
}

void CredentialDeskTest::environmentWithoutKeys()
{
    QFETCH(QByteArray, set);
    if (!set.isEmpty())
        qputenv(set.constData(), "x");
    ScriptedStore store;
    CredentialDesk desk(store);
    const Asked asked(desk, account(SecretSource::Environment));
    COMPARE_ONE_END(asked);
    QCOMPARE(asked.code, QStringLiteral("environment-keys-missing"));
}

void CredentialDeskTest::forgetAsksAgain()
{
    ScriptedStore store;
    store.script = {Secret("old"), Secret("renewed")};
    CredentialDesk desk(store);
    QCOMPARE(Asked(desk, account(SecretSource::Keychain)).secret, QStringLiteral("old"));
    desk.forget(QStringLiteral("a1"));
    QCOMPARE(Asked(desk, account(SecretSource::Keychain)).secret, QStringLiteral("renewed"));
}

void CredentialDeskTest::keysSetWhileReadingStay()
{
    ScriptedStore store;
    store.script = {Secret("old")};
    CredentialDesk desk(store);
    int ends = 0;
    desk.credentials(account(SecretSource::Keychain), [&ends](const Result<Credentials>&) { ++ends; });
    desk.setSessionKeys(QStringLiteral("a1"), {.accessKeyId = "AKID", .secretKey = Secret("typed")});
    QTRY_COMPARE(ends, 1);
    QCOMPARE(Asked(desk, account(SecretSource::Keychain)).secret, QStringLiteral("typed"));
}

void CredentialDeskTest::deskGoneWhileReading()
{
    ScriptedStore store;
    store.script = {Secret("hidden")};
    int ends = 0;
    {
        CredentialDesk desk(store);
        desk.credentials(account(SecretSource::Keychain), [&ends](const Result<Credentials>&) { ++ends; });
    }
    QTRY_COMPARE(ends, 1);
}

void CredentialDeskTest::sessionStoreKeepsAndForgets()
{
    const std::unique_ptr<CredentialStore> store = makeSessionStore();
    QStringList log;
    const auto read = [&] {
        store->read(QStringLiteral("a1"), [&log](Result<Secret> secret) {
            log += secret ? QString::fromUtf8(secret->reveal()) : secret.error().code;
        });
    };
    read();
    store->write(QStringLiteral("a1"), Secret("kept"),
                 [&log](Result<void> end) { log += end ? "ok" : "no"; });
    read();
    store->remove(QStringLiteral("a1"), [&log](Result<void> end) { log += end ? "ok" : "no"; });
    read();
    QVERIFY(log.isEmpty()); // nothing ends inside its call
    QTRY_COMPARE(log, QStringList({"keychain-no-entry", "ok", "kept", "ok", "keychain-no-entry"}));
}

// A server that holds the keys: its header may be in the keychain, in the environment, or not wanted at all.
void CredentialDeskTest::companionNeedsNoKey()
{
    ScriptedStore store;
    CredentialDesk desk(store);
    Account companion = account(SecretSource::None);
    companion.provider = QStringLiteral("companion");
    companion.accessKeyId.clear();
    const auto header = [&desk, &companion] {
        QByteArray found = "nothing came";
        desk.credentials(companion, [&found](const Result<Credentials>& keys) {
            found = keys ? keys->secretKey.reveal() : keys.error().code.toLatin1();
        });
        [&found] { QTRY_VERIFY(found != "nothing came"); }();
        return found;
    };
    QCOMPARE(header(), QByteArray());
    companion.secretSource = SecretSource::Keychain;
    store.script = {Secret("Cookie: a=b")};
    QCOMPARE(header(), QByteArray("Cookie: a=b"));
    companion.secretSource = SecretSource::Environment;
    desk.forget(companion.id);
    QCOMPARE(header(), QByteArray());
    qputenv("PARTWAY_COMPANION_HEADER", "token");
    QCOMPARE(header(), QByteArray("token"));
    qunsetenv("PARTWAY_COMPANION_HEADER");
}

namespace {

// A program that notes each run in a file and gives keys that last so long.
Account program(const QString& log, int seconds)
{
    Account result = account(SecretSource::Process);
    const QString end = QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODate);
    result.process =
        QStringLiteral("sh -c 'echo run >> %1; echo \"{\\\"Version\\\":1,\\\"AccessKeyId\\\":\\\"K$$\\\","
                       "\\\"SecretAccessKey\\\":\\\"s\\\",\\\"SessionToken\\\":\\\"t\\\","
                       "\\\"Expiration\\\":\\\"%2\\\"}\"'")
            .arg(log, end);
    result.allowedProcess = result.process;
    return result;
}

qsizetype runs(const QString& log)
{
    QFile file(log);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
}

class Prompt final : public SignInPrompt
{
public:
    void askMfaCode(const QString&, const QString&, bool, std::function<void(std::optional<Secret>)>) override
    {
    }
    void showDeviceCode(const DeviceCode&, std::function<void()>) override {}
    void closeDeviceCode(const QString&) override {}
    void askProcess(const QString&, const QString&, std::function<void(bool)> answer) override
    {
        ++asked;
        answer(allows);
    }
    bool allows = true;
    int asked = 0;
};

} // namespace

void CredentialDeskTest::temporaryKeysAreFetchedOnce()
{
    QTemporaryDir folder;
    const QString log = folder.filePath("log");
    ScriptedStore store;
    CredentialDesk desk(store);
    const Account account = program(log, 3600);
    QList<Credentials> got;
    for (int i = 0; i < 3; ++i)
        desk.credentials(account,
                         [&](const Result<Credentials>& keys) { got.append(keys ? *keys : Credentials()); });
    QVERIFY(got.isEmpty());
    QTRY_COMPARE(got.size(), 3);
    QVERIFY(!got.first().isEmpty() && got.first().expiresAt.isValid());
    QCOMPARE(Asked(desk, account).secret, QStringLiteral("s"));
    QCOMPARE(runs(log), 1);
    // Two ask for newer ones than these; who asks for newer ones than others has them already.
    int ends = 0;
    for (int i = 0; i < 2; ++i)
        desk.renew(account, got.first(), [&](const Result<Credentials>& keys) { ends += keys.ok(); });
    QTRY_COMPARE(ends, 2);
    QCOMPARE(runs(log), 2);
    desk.renew(account, got.first(), [&](const Result<Credentials>& keys) { ends += keys.ok(); });
    QTRY_COMPARE(ends, 3);
    QCOMPARE(runs(log), 2);
}

void CredentialDeskTest::programsWantLeave()
{
    QTemporaryDir folder;
    ScriptedStore store;
    CredentialDesk desk(store);
    Account account = program(folder.filePath("log"), 3600);
    account.allowedProcess = QStringLiteral("another command");
    QCOMPARE(Asked(desk, account).code, QStringLiteral("process-not-allowed")); // nobody to ask
    Prompt prompt;
    prompt.allows = false;
    desk.setPrompt(&prompt);
    QCOMPARE(Asked(desk, account).code, QStringLiteral("process-not-allowed"));
    QCOMPARE(prompt.asked, 1);
    QCOMPARE(runs(folder.filePath("log")), 0);
}

void CredentialDeskTest::leaveIsAskedOnce()
{
    QTemporaryDir folder;
    ScriptedStore store;
    CredentialDesk desk(store);
    Prompt prompt;
    desk.setPrompt(&prompt);
    QString allowed;
    connect(&desk, &CredentialDesk::processAllowed, this,
            [&](const QString&, const QString& command) { allowed = command; });
    Account account = program(folder.filePath("log"), 3600);
    account.allowedProcess.clear();
    QCOMPARE(Asked(desk, account).secret, QStringLiteral("s"));
    QCOMPARE(allowed, account.process);
    account.allowedProcess = allowed;
    desk.forget(account.id);
    QCOMPARE(Asked(desk, account).secret, QStringLiteral("s"));
    QCOMPARE(prompt.asked, 1);
}

void CredentialDeskTest::forgettingEndsTheWait()
{
    QTemporaryDir folder;
    ScriptedStore store;
    CredentialDesk desk(store);
    Account account = program(folder.filePath("log"), 3600);
    account.process = account.allowedProcess = QStringLiteral("sleep 30");
    QString code;
    int ends = 0;
    desk.credentials(account, [&](const Result<Credentials>& keys) {
        ++ends;
        code = keys ? QString() : keys.error().code;
    });
    desk.forget(account.id);
    QCOMPARE(ends, 0);
    QTRY_COMPARE(ends, 1);
    QCOMPARE(code, QStringLiteral("sign-in-cancelled"));
}

void CredentialDeskTest::changedAccountIsAskedAnew()
{
    QTemporaryDir folder;
    const QString log = folder.filePath("log");
    ScriptedStore store;
    CredentialDesk desk(store);
    Account account = program(log, 3600);
    QCOMPARE(Asked(desk, account).secret, QStringLiteral("s"));
    account.name = QStringLiteral("Another name"); // says nothing about keys
    QCOMPARE(Asked(desk, account).secret, QStringLiteral("s"));
    QCOMPARE(runs(log), 1);
    account.region = QStringLiteral("eu-west-1");
    QCOMPARE(Asked(desk, account).secret, QStringLiteral("s"));
    QCOMPARE(runs(log), 2);
}

QTEST_GUILESS_MAIN(CredentialDeskTest)
#include "tst_credentialdesk.moc"
