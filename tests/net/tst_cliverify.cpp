// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QDir>
#include <QtTest>

using namespace partway;

// `partway-cli verify` after a real upload: the file, the object, and what became of them.
class CliVerifyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fileAndObjectAreTheReceipts();
    void changedFileIsNoticed();
    void missingFileLeavesTheObject();
    void replacedObjectIsNoticed();
    void removedObjectIsNoticed();
    void offlineAsksNobody();
    void wrongUse();

private:
    CliRun verify(const QStringList& more = {})
    {
        return m_bench.run(QStringList{"verify", m_receipt} + m_bench.store() + more);
    }
    CliRun upload(const QString& file)
    {
        return m_bench.run(m_bench.uploadTo("v") + QStringList{"--part-size", "5MiB", file});
    }

    CliBench m_bench;
    QString m_file;
    QString m_receipt;
};

void CliVerifyTest::initTestCase()
{
    QVERIFY2(m_bench.start(), qPrintable(m_bench.problem()));
    m_file = m_bench.makeFile("clip.bin", 11 * MiB + 3);
    const CliRun run = upload(m_file);
    QVERIFY2(run.code == 0, run.story().constData());
    m_receipt = m_bench.stateFolder() + "/receipts/1-clip.bin.json";
    QVERIFY(QFile::exists(m_receipt));
}

void CliVerifyTest::fileAndObjectAreTheReceipts()
{
    const CliRun run = verify();
    QVERIFY2(run.code == 0, run.story().constData());
    QVERIFY(run.out.contains("is the file of the receipt (3 of 3 parts equal)"));
    QVERIFY(run.out.contains("is the object of the receipt (equal: size, ETag"));
    const CliRun json = verify({"--json"});
    QVERIFY(json.isPureJson());
    const QJsonObject verified = json.events("verified").value(0);
    QVERIFY(verified.value("file").toObject().value("same").toBool());
    QVERIFY(verified.value("object").toObject().value("same").toBool());
}

void CliVerifyTest::changedFileIsNoticed()
{
    const QString copy = m_bench.path("copy.bin");
    QVERIFY(QFile::copy(m_file, copy));
    QVERIFY2(verify({copy}).code == 0, "the same bytes under another name");
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(6 * MiB) && file.write("x") == 1);
    file.close();
    const CliRun run = verify({copy});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.contains("differs in 1 of 3 parts: 2"), run.story().constData());
}

void CliVerifyTest::missingFileLeavesTheObject()
{
    QVERIFY(QFile::rename(m_file, m_file + ".away"));
    const CliRun run = verify();
    QVERIFY(QFile::rename(m_file + ".away", m_file));
    QVERIFY2(run.code == 0, run.story().constData());
    QVERIFY(run.err.contains("is not here"));
    QCOMPARE(verify({m_bench.path("nowhere")}).code, 1); // named, so it has to be there
}

void CliVerifyTest::replacedObjectIsNoticed()
{
    QVERIFY(QDir(m_bench.path("")).mkdir("other"));
    const QString other = m_bench.makeFile("other/clip.bin", 12 * MiB);
    QVERIFY2(upload(other).code == 0, "another file under the same key");
    const CliRun run = verify();
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.contains("is another object (different: size"), run.story().constData());
    QVERIFY(run.out.contains("is the file of the receipt"));
}

void CliVerifyTest::removedObjectIsNoticed()
{
    QVERIFY(QFile::remove(m_bench.objectFile("v/clip.bin")));
    const CliRun run = verify();
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("v/clip.bin"), run.story().constData());
}

void CliVerifyTest::offlineAsksNobody()
{
    const int before = m_bench.sandbox().requests("HeadObject");
    const CliRun run = verify({"--offline"});
    QVERIFY2(run.code == 0, run.story().constData());
    QVERIFY(!run.out.contains("object "));
    QCOMPARE(m_bench.sandbox().requests("HeadObject"), before);
}

void CliVerifyTest::wrongUse()
{
    QCOMPARE(m_bench.run(QStringList{"verify"} + m_bench.store()).code, 2);
    QCOMPARE(m_bench.run(QStringList{"verify", m_file} + m_bench.store()).code, 1);
    QCOMPARE(m_bench.run(QStringList{"verify", m_bench.path("no")} + m_bench.store()).code, 1);
}

QTEST_GUILESS_MAIN(CliVerifyTest)
#include "tst_cliverify.moc"
