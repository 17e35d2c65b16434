// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialdesk.h"

#include <QtTest>

using namespace partway;

// The real keychain of this session. PARTWAY_TEST_KEYRING says which one it is: "unlocked" (then secrets are
// written, read and removed), "locked" (nobody answers its prompt) or "none". Not set: nothing is touched, a
// person's own keyring least of all.
class KeychainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesReadsRemoves();
    void keepsAwkwardSecrets_data();
    void keepsAwkwardSecrets();
    void readsWhatIsNotThere();
    void removesWhatIsNotThere();
    void manyAtOnce();
    void deskReadsIt();
    void lockedEndsByItself();
    void noneIsSaid();

private:
    QString write(const QString& id, const QByteArray& secret);
    QString read(const QString& id, QByteArray* secret = nullptr);
    QString remove(const QString& id);

    QByteArray m_keyring = qgetenv("PARTWAY_TEST_KEYRING");
    std::unique_ptr<CredentialStore> m_store = makeKeychainStore(std::chrono::seconds(5));
    const QString m_id =
        QStringLiteral("partway-test-") + QString::number(QCoreApplication::applicationPid());
};

#define ONLY_WITH(keyring)                                                                                   \
    if (m_keyring != (keyring))                                                                              \
    QSKIP("for a keyring that is " keyring)

void KeychainTest::initTestCase()
{
    if (m_keyring.isEmpty())
        QSKIP("PARTWAY_TEST_KEYRING is not set: no keyring is touched");
}

// The code of the end: empty when it went well.
QString KeychainTest::write(const QString& id, const QByteArray& secret)
{
    std::optional<QString> code;
    m_store->write(id, Secret(secret), [&](Result<void> end) { code = end ? QString() : end.error().code; });
    if (code)
        return QStringLiteral("ended inside the call");
    static_cast<void>(QTest::qWaitFor([&] { return code.has_value(); }, 10'000));
    return code.value_or(QStringLiteral("never ended"));
}

QString KeychainTest::read(const QString& id, QByteArray* secret)
{
    std::optional<QString> code;
    m_store->read(id, [&](Result<Secret> end) {
        if (end && secret)
            *secret = end->reveal();
        code = end ? QString() : end.error().code;
    });
    if (code)
        return QStringLiteral("ended inside the call");
    static_cast<void>(QTest::qWaitFor([&] { return code.has_value(); }, 10'000));
    return code.value_or(QStringLiteral("never ended"));
}

QString KeychainTest::remove(const QString& id)
{
    std::optional<QString> code;
    m_store->remove(id, [&](Result<void> end) { code = end ? QString() : end.error().code; });
    if (code)
        return QStringLiteral("ended inside the call");
    static_cast<void>(QTest::qWaitFor([&] { return code.has_value(); }, 10'000));
    return code.value_or(QStringLiteral("never ended"));
}

void KeychainTest::writesReadsRemoves()
{
    ONLY_WITH("unlocked");
    QByteArray secret;
    QCOMPARE(write(m_id, "first"), QString());
    QCOMPARE(read(m_id, &secret), QString());
    QCOMPARE(secret, QByteArray("first"));
    QCOMPARE(write(m_id, "second"), QString());
    QCOMPARE(read(m_id, &secret), QString());
    QCOMPARE(secret, QByteArray("second"));
    QCOMPARE(remove(m_id), QString());
    QCOMPARE(read(m_id), QStringLiteral("keychain-no-entry"));
}

void KeychainTest::keepsAwkwardSecrets_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("slashes") << QByteArray("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY+=");
    QTest::newRow("letters") << QByteArray("gr\xc3\xbc\xc3\x9f\x65");
    QTest::newRow("blank ends") << QByteArray(" x ");
    QTest::newRow("long") << QByteArray(4000, 'k');
}

void KeychainTest::keepsAwkwardSecrets()
{
    ONLY_WITH("unlocked");
    QFETCH(QByteArray, secret);
    QByteArray back;
    QCOMPARE(write(m_id, secret), QString());
    QCOMPARE(read(m_id, &back), QString());
    QCOMPARE(back, secret);
    QCOMPARE(remove(m_id), QString());
}

void KeychainTest::readsWhatIsNotThere()
{
    ONLY_WITH("unlocked");
    QCOMPARE(read(m_id + QStringLiteral("-never")), QStringLiteral("keychain-no-entry"));
}

void KeychainTest::removesWhatIsNotThere()
{
    ONLY_WITH("unlocked");
    QCOMPARE(remove(m_id + QStringLiteral("-never")), QString());
}

void KeychainTest::manyAtOnce()
{
    ONLY_WITH("unlocked");
    QCOMPARE(write(m_id, "shared"), QString());
    int ends = 0;
    int good = 0;
    for (int i = 0; i < 20; ++i) {
        m_store->read(m_id, [&](Result<Secret> end) {
            ++ends;
            good += end && end->reveal() == "shared";
        });
    }
    QTRY_COMPARE(ends, 20);
    QCOMPARE(good, 20);
    QCOMPARE(remove(m_id), QString());
}

void KeychainTest::deskReadsIt()
{
    ONLY_WITH("unlocked");
    QCOMPARE(write(m_id, "of the desk"), QString());
    CredentialDesk desk(*m_store);
    Account account;
    account.id = m_id;
    account.accessKeyId = "AKID";
    std::optional<Result<Credentials>> keys;
    desk.credentials(account, [&](Result<Credentials> end) { keys = end; });
    QTRY_VERIFY(keys.has_value());
    QVERIFY(keys->ok());
    QCOMPARE((*keys)->secretKey.reveal(), QByteArray("of the desk"));
    QCOMPARE(remove(m_id), QString());
}

void KeychainTest::lockedEndsByItself()
{
    ONLY_WITH("locked");
    // What is not there can be told without unlocking.
    QCOMPARE(read(m_id), QStringLiteral("keychain-no-entry"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(write(m_id, "x"), QStringLiteral("keychain-timeout"));
    QVERIFY(timer.elapsed() >= 4'900);
    // The one before still holds the platform's library; the next one ends by itself, too.
    QCOMPARE(read(m_id), QStringLiteral("keychain-timeout"));
}

void KeychainTest::noneIsSaid()
{
    ONLY_WITH("none");
    QCOMPARE(read(m_id), QStringLiteral("keychain-none"));
    QCOMPARE(write(m_id, "x"), QStringLiteral("keychain-none"));
    QCOMPARE(remove(m_id), QStringLiteral("keychain-none"));
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
