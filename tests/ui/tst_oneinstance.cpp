// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "partway/oneinstance.h"
#include "partway/options.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace partway;

class OneInstanceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondHandsOver();
    void staleSocketIsNoInstance();
    void otherFoldersAreOthers();
    void deepFolders();
    void readOnlyFolderStillStarts();
    void rubbishIsNoHandover();
    void options_data();
    void options();
};

void OneInstanceTest::secondHandsOver()
{
    QTemporaryDir folder;
    OneInstance first(folder.path(), {});
    QSignalSpy isFirst(&first, &OneInstance::first);
    QSignalSpy received(&first, &OneInstance::received);
    first.start();
    QCOMPARE(isFirst.size(), 1);
    const Handover handover{.paths = {QStringLiteral("/tmp/a \"b\"\n.bin"), QStringLiteral("/tmp/写真")},
                            .to = QStringLiteral("s3://media/raw"),
                            .account = QStringLiteral("Work"),
                            .sandbox = true};
    OneInstance second(folder.path(), handover);
    QSignalSpy handedOver(&second, &OneInstance::handedOver);
    QSignalSpy alsoFirst(&second, &OneInstance::first);
    second.start();
    QTRY_COMPARE(handedOver.size(), 1);
    QVERIFY(alsoFirst.isEmpty());
    QCOMPARE(received.size(), 1);
    QVERIFY(received.first().first().value<Handover>() == handover);
}

void OneInstanceTest::staleSocketIsNoInstance()
{
    QTemporaryDir folder;
    QFile socket(folder.filePath(QStringLiteral("window.socket"))); // as a crash leaves it: nobody listens
    QVERIFY(socket.open(QIODevice::WriteOnly));
    socket.close();
    OneInstance first(folder.path(), {});
    QSignalSpy isFirst(&first, &OneInstance::first);
    first.start();
    QCOMPARE(isFirst.size(), 1);
    OneInstance second(folder.path(), {});
    QSignalSpy handedOver(&second, &OneInstance::handedOver);
    second.start();
    QTRY_COMPARE(handedOver.size(), 1);
}

void OneInstanceTest::otherFoldersAreOthers()
{
    QTemporaryDir one;
    QTemporaryDir two;
    OneInstance first(one.path(), {});
    OneInstance other(two.path(), {});
    QSignalSpy isFirst(&other, &OneInstance::first);
    first.start();
    other.start();
    QCOMPARE(isFirst.size(), 1);
}

void OneInstanceTest::deepFolders()
{
    QTemporaryDir folder;
    const QString deep = folder.filePath(QString(150, u'd'));
    QVERIFY(QDir().mkpath(deep));
    OneInstance first(deep, {});
    QSignalSpy received(&first, &OneInstance::received);
    first.start();
    OneInstance second(deep, {});
    second.start();
    QTRY_COMPARE(received.size(), 1);
}

void OneInstanceTest::readOnlyFolderStillStarts()
{
    OneInstance only(QStringLiteral("/proc/no-such-folder"), {});
    QSignalSpy isFirst(&only, &OneInstance::first);
    only.start();
    QCOMPARE(isFirst.size(), 1); // opening the journal says what is wrong
}

void OneInstanceTest::rubbishIsNoHandover()
{
    QVERIFY(!readHandover("").ok());
    QVERIFY(!readHandover("GET / HTTP/1.1\n").ok());
    QVERIFY(!readHandover("[1,2]\n").ok());
    QVERIFY(readHandover(writeHandover({})).ok());
}

void OneInstanceTest::options_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QStringList>("paths");
    const QString here = QDir::currentPath();
    QTest::newRow("nothing") << QStringList{} << true << QStringList{};
    QTest::newRow("paths") << QStringList{QStringLiteral("a.bin"), QStringLiteral("/x/../y")} << true
                           << QStringList{here + QStringLiteral("/a.bin"), QStringLiteral("/y")};
    QTest::newRow("to") << QStringList{QStringLiteral("--to"), QStringLiteral("s3://media/raw")} << true
                        << QStringList{};
    QTest::newRow("bad to") << QStringList{QStringLiteral("--to"), QStringLiteral("https://media")} << false
                            << QStringList{};
    QTest::newRow("unknown") << QStringList{QStringLiteral("--no-such-option")} << false << QStringList{};
    QTest::newRow("dashes") << QStringList{QStringLiteral("--"), QStringLiteral("--sandbox")} << true
                            << QStringList{here + QStringLiteral("/--sandbox")};
}

void OneInstanceTest::options()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, good);
    const Result<Options> read = readOptions(QStringList{QStringLiteral("partway")} + arguments);
    QCOMPARE(read.ok(), good);
    if (read) {
        QTEST(read->handover.paths, "paths");
        QVERIFY(!read->handover.sandbox);
    } else {
        QVERIFY(!read.error().message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(OneInstanceTest)
#include "tst_oneinstance.moc"
