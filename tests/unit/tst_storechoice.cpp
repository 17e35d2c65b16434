// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/storechoice.h"

#include <QtTest>

using namespace partway;

class StoreChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byName();
    void byEndpoint();
    void endpointOfTheEnvironment();
    void endpointWithoutKeys();
    void companionWithoutKeys();
    void withNothingSaid_data();
    void withNothingSaid();
    void wrong_data();
    void wrong();
    void remembers();
};

namespace {

Account named(const QString& id, const QString& name)
{
    Account account;
    account.id = id;
    account.name = name;
    account.endpoint = QStringLiteral("https://s3.example.test");
    account.accessKeyId = "AKID";
    return account;
}

EnvironmentSettings withKeys()
{
    EnvironmentSettings settings;
    settings.credentials.accessKeyId = "AKENV";
    settings.credentials.secretKey = Secret("hidden");
    return settings;
}

struct List
{
    QTemporaryDir folder;
    AccountList accounts{folder.path()};
};

} // namespace

void StoreChoiceTest::byName()
{
    List list;
    QVERIFY(list.accounts.put(named(QStringLiteral("a"), QStringLiteral("Work"))).ok());
    const auto account = chooseAccount({.account = QStringLiteral("work")}, {}, list.accounts);
    QVERIFY(!complaintOf(account));
    QCOMPARE(std::get<Account>(account).id, QStringLiteral("a"));
}

void StoreChoiceTest::byEndpoint()
{
    List list;
    const StoreChoice choice{.endpoint = QStringLiteral("http://127.0.0.1:9000/"),
                             .region = QStringLiteral("eu-west-1"),
                             .addressing = QStringLiteral("path"),
                             .caFile = QStringLiteral("ca.pem"),
                             .provider = QStringLiteral("swift")};
    const auto chosen = chooseAccount(choice, withKeys(), list.accounts);
    QVERIFY(!complaintOf(chosen));
    const Account& account = std::get<Account>(chosen);
    QCOMPARE(account.region, QStringLiteral("eu-west-1"));
    QCOMPARE(account.addressing, Addressing::Path);
    QCOMPARE(account.provider, QStringLiteral("swift"));
    QCOMPARE(account.accessKeyId, QByteArray("AKENV"));
    QVERIFY(QDir::isAbsolutePath(account.caFile)); // it is kept for another process in another folder
    QCOMPARE(account.secretSource, SecretSource::Environment);
}

void StoreChoiceTest::endpointOfTheEnvironment()
{
    List list;
    QVERIFY(list.accounts.put(named(QStringLiteral("a"), QStringLiteral("Work"))).ok());
    EnvironmentSettings environment = withKeys();
    environment.endpoint = QStringLiteral("http://127.0.0.1:9000");
    const auto chosen = chooseAccount({}, environment, list.accounts);
    QVERIFY(!complaintOf(chosen));
    QCOMPARE(std::get<Account>(chosen).endpoint, QStringLiteral("http://127.0.0.1:9000"));
}

void StoreChoiceTest::endpointWithoutKeys()
{
    List list;
    const auto chosen =
        chooseAccount({.endpoint = QStringLiteral("http://127.0.0.1:9000")}, {}, list.accounts);
    QVERIFY(complaintOf(chosen));
    QCOMPARE(complaintOf(chosen)->code, ExitCode::SignIn);
    QVERIFY(complaintOf(chosen)->sentence.contains(QLatin1String("AWS_SECRET_ACCESS_KEY")));
}

void StoreChoiceTest::companionWithoutKeys()
{
    List list;
    const StoreChoice choice{.endpoint = QStringLiteral("https://c.test/companion"),
                             .provider = QStringLiteral("companion")};
    const auto without = chooseAccount(choice, {}, list.accounts);
    QVERIFY(!complaintOf(without));
    const Account& account = std::get<Account>(without);
    QCOMPARE(account.bucket, QStringLiteral("companion")); // so that --to may be left out
    // Keys for other stores in the environment make it no other account.
    EnvironmentSettings environment = withKeys();
    environment.region = QStringLiteral("eu-west-1");
    QCOMPARE(std::get<Account>(chooseAccount(choice, environment, list.accounts)), account);
    const auto store = chooseAccount({.endpoint = choice.endpoint}, withKeys(), list.accounts);
    QVERIFY(std::get<Account>(store).id != account.id);
}

void StoreChoiceTest::withNothingSaid_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QString>("chosen"); // empty: a complaint
    QTest::newRow("none") << QStringList() << "";
    QTest::newRow("one") << QStringList{"a"} << "a";
    QTest::newRow("two") << QStringList{"a", "b"} << "";
    QTest::newRow("one from the environment") << QStringList{"env-1"} << "env-1";
    QTest::newRow("one beside one from the environment") << QStringList{"env-1", "a"} << "a";
    QTest::newRow("two from the environment") << QStringList{"env-1", "env-2"} << "";
}

void StoreChoiceTest::withNothingSaid()
{
    QFETCH(QStringList, ids);
    QFETCH(QString, chosen);
    List list;
    for (const QString& id : ids)
        QVERIFY(list.accounts.put(named(id, QStringLiteral("Name ") + id)).ok());
    const auto account = chooseAccount({}, withKeys(), list.accounts);
    QCOMPARE(complaintOf(account) != nullptr, chosen.isEmpty());
    if (!complaintOf(account))
        QCOMPARE(std::get<Account>(account).id, chosen);
    else
        QCOMPARE(complaintOf(account)->code, ExitCode::WrongUse);
}

void StoreChoiceTest::wrong_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("addressing");
    QTest::addColumn<QString>("provider");
    QTest::newRow("unknown provider") << ""
                                      << "http://127.0.0.1"
                                      << ""
                                      << ""
                                      << "nobodys";
    QTest::newRow("unknown account") << "Home"
                                     << ""
                                     << ""
                                     << ""
                                     << "";
    QTest::newRow("both") << "Work"
                          << "http://127.0.0.1"
                          << ""
                          << ""
                          << "";
    QTest::newRow("no endpoint") << ""
                                 << "::::"
                                 << ""
                                 << ""
                                 << "";
    QTest::newRow("scheme") << ""
                            << "ftp://127.0.0.1"
                            << ""
                            << ""
                            << "";
    QTest::newRow("addressing") << ""
                                << "http://127.0.0.1"
                                << ""
                                << "sideways"
                                << "";
    QTest::newRow("region alone") << ""
                                  << ""
                                  << "eu-west-1"
                                  << ""
                                  << "";
}

void StoreChoiceTest::wrong()
{
    QFETCH(QString, account);
    QFETCH(QString, endpoint);
    QFETCH(QString, region);
    QFETCH(QString, addressing);
    QFETCH(QString, provider);
    List list;
    QVERIFY(list.accounts.put(named(QStringLiteral("a"), QStringLiteral("Work"))).ok());
    const StoreChoice choice{.account = account,
                             .endpoint = endpoint,
                             .region = region,
                             .addressing = addressing,
                             .provider = provider};
    const auto chosen = chooseAccount(choice, withKeys(), list.accounts);
    QVERIFY(complaintOf(chosen));
    QCOMPARE(complaintOf(chosen)->code, ExitCode::WrongUse);
    QVERIFY(complaintOf(chosen)->sentence.endsWith(QLatin1Char('.')));
}

void StoreChoiceTest::remembers()
{
    List list;
    const Account account =
        environmentAccount(QStringLiteral("http://127.0.0.1:9000"), QString(), Addressing::Auto, withKeys());
    QVERIFY(rememberAccount(account, list.accounts).ok());
    QVERIFY(rememberAccount(account, list.accounts).ok());
    QVERIFY(rememberAccount(named(QStringLiteral("a"), QStringLiteral("Work")), list.accounts).ok());
    QCOMPARE(list.accounts.all().size(), 1);
    QFile file(list.folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("AKENV"));
    QVERIFY(!content.contains("hidden"));
}

QTEST_GUILESS_MAIN(StoreChoiceTest)
#include "tst_storechoice.moc"
