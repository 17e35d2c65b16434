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

QTEST_GUILESS_MAIN(CredentialDeskTest)
#include "tst_credentialdesk.moc"
