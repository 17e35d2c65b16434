// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountlist.h"

#include <QtTest>

using namespace partway;

class AccountListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void missingFileIsEmpty();
    void putReplacesById();
    void removeKeepsTheOthers();
    void twoProcessesMerge();
    void corruptFileIsKeptAside();
    void corruptFileDoesNotStopAChange();
    void newerFileIsLeftAlone();
    void folderThatIsAFile();
    void findsByNameWithoutCase();
    void idsDiffer();
};

namespace {

Account named(const char* id, const char* name)
{
    Account account;
    account.id = QLatin1String(id);
    account.name = QLatin1String(name);
    account.endpoint = QStringLiteral("https://s3.example.test");
    account.accessKeyId = "AKID";
    return account;
}

QString fileOf(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("accounts.json"));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void AccountListTest::missingFileIsEmpty()
{
    const QTemporaryDir folder;
    AccountList list(folder.path());
    QVERIFY(list.load().ok());
    QVERIFY(list.all().isEmpty());
    QVERIFY(!QFile::exists(fileOf(folder)));
}

void AccountListTest::putReplacesById()
{
    const QTemporaryDir folder;
    AccountList list(folder.filePath(QStringLiteral("not/there/yet")));
    QVERIFY(list.put(named("a", "First")).ok());
    QVERIFY(list.put(named("b", "Second")).ok());
    QVERIFY(list.put(named("a", "Renamed")).ok());
    QCOMPARE(list.all().size(), 2);

    AccountList again(folder.filePath(QStringLiteral("not/there/yet")));
    QVERIFY(again.load().ok());
    QVERIFY(again.all() == list.all());
    QCOMPARE(again.byId(QStringLiteral("a"))->name, QStringLiteral("Renamed"));
}

void AccountListTest::removeKeepsTheOthers()
{
    const QTemporaryDir folder;
    AccountList list(folder.path());
    QVERIFY(list.put(named("a", "First")).ok());
    QVERIFY(list.put(named("b", "Second")).ok());
    QVERIFY(list.remove(QStringLiteral("a")).ok());
    QVERIFY(list.remove(QStringLiteral("unknown")).ok());
    QCOMPARE(list.all().size(), 1);
    QVERIFY(!list.byId(QStringLiteral("a")));
    QVERIFY(list.byId(QStringLiteral("b")));
}

void AccountListTest::twoProcessesMerge()
{
    const QTemporaryDir folder;
    AccountList window(folder.path());
    AccountList commandLine(folder.path());
    QVERIFY(window.load().ok());
    QVERIFY(commandLine.load().ok());
    QVERIFY(window.put(named("a", "Of the window")).ok());
    QVERIFY(commandLine.put(named("b", "Of the command line")).ok());
    QCOMPARE(commandLine.all().size(), 2);
    QVERIFY(window.put(named("c", "Third")).ok());
    QCOMPARE(window.all().size(), 3);
    QVERIFY(commandLine.remove(QStringLiteral("a")).ok());
    QCOMPARE(commandLine.all().size(), 2);
}

void AccountListTest::corruptFileIsKeptAside()
{
    const QTemporaryDir folder;
    write(fileOf(folder), "{ not json");
    AccountList list(folder.path());
    const Result<void> loaded = list.load();
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, QStringLiteral("accounts-corrupt"));
    QVERIFY(list.all().isEmpty());
    QCOMPARE(contentOf(fileOf(folder) + QStringLiteral(".bad")), QByteArray("{ not json"));
    QVERIFY(list.load().ok()); // said once
    QVERIFY(list.put(named("a", "First")).ok());
}

void AccountListTest::corruptFileDoesNotStopAChange()
{
    const QTemporaryDir folder;
    AccountList list(folder.path());
    QVERIFY(list.put(named("a", "First")).ok());
    write(fileOf(folder), "damaged");
    QVERIFY(list.put(named("b", "Second")).ok());
    QCOMPARE(list.all().size(), 2);
    QCOMPARE(contentOf(fileOf(folder) + QStringLiteral(".bad")), QByteArray("damaged"));
}

void AccountListTest::newerFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const QByteArray newer = "{\"version\": 99, \"accounts\": []}";
    write(fileOf(folder), newer);
    AccountList list(folder.path());
    QCOMPARE(list.load().error().code, QStringLiteral("accounts-newer"));
    QCOMPARE(list.put(named("a", "First")).error().code, QStringLiteral("accounts-newer"));
    QCOMPARE(contentOf(fileOf(folder)), newer);
}

void AccountListTest::folderThatIsAFile()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("file")), "x");
    AccountList list(folder.filePath(QStringLiteral("file")));
    const Result<void> put = list.put(named("a", "First"));
    QVERIFY(!put.ok());
    QCOMPARE(put.error().code, QStringLiteral("accounts-not-saved"));
    QVERIFY(list.all().isEmpty());
}

void AccountListTest::findsByNameWithoutCase()
{
    const QTemporaryDir folder;
    AccountList list(folder.path());
    QVERIFY(list.put(named("a", "Work account")).ok());
    QCOMPARE(list.byName(QStringLiteral("WORK Account"))->id, QStringLiteral("a"));
    QVERIFY(!list.byName(QStringLiteral("Work")));
}

void AccountListTest::idsDiffer()
{
    QSet<QString> ids;
    for (int i = 0; i < 100; ++i)
        ids.insert(newAccountId());
    QCOMPARE(ids.size(), 100);
    QVERIFY(!ids.contains(QString()));
}

QTEST_GUILESS_MAIN(AccountListTest)
#include "tst_accountlist.moc"
