// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/journalfolder.h"
#include "unit/journalsamples.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace partway;

class JournalFileTest : public QObject, protected JournalFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void survivesAKill();
    void corruptFileIsPutAside_data();
    void corruptFileIsPutAside();
    void newerIsRefused();
    void foreignFileIsNotTouched();
    void readOnlyFolder();
    void folderCannotBeMade();
    void twoConnections();
    void wishesAreTakenOnce();
    void openedTwiceAtOnce();
};

void JournalFileTest::init()
{
    QVERIFY(renewFolder());
}

// What a killed process leaves are the files as they are at that moment, the log not yet folded in.
void JournalFileTest::survivesAKill()
{
    const auto journal = open();
    const TransferId id = journal->add({makeTransfer("a")})->first();
    QVERIFY(journal->saveParts(id, {{1, makePart(1)}, {2, makePart(2)}}).ok());
    UploadState state;
    state.phase = Phase::Sending;
    state.uploadId = "upload-1";
    QVERIFY(journal->saveState(id, state, {}).ok());
    QTemporaryDir copy;
    for (const char* name : {"journal.sqlite", "journal.sqlite-wal"})
        QVERIFY(QFile::copy(path(name), copy.filePath(QString(name))));
    auto after = Journal::open(copy.path());
    QVERIFY(after.ok());
    const Transfer read = **after.value()->loadOne(id);
    QCOMPARE(read.state.uploadId, "upload-1");
    QCOMPARE(read.state.parts.size(), 2);
}

void JournalFileTest::corruptFileIsPutAside_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("not a database") << "garbage";
    QTest::newRow("pages overwritten") << "pages";
    QTest::newRow("cut short") << "short";
}

void JournalFileTest::corruptFileIsPutAside()
{
    QFETCH(QString, damage);
    {
        const auto journal = open();
        QList<Transfer> many;
        for (int i = 0; i < 2'000; ++i)
            many.append(makeTransfer(QString::number(i)));
        QVERIFY(journal->add(many).ok());
    }
    QFile file(path());
    const qint64 size = file.size();
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (damage == "garbage")
        QVERIFY(file.write(QByteArray(4096, 'x')) == 4096);
    else if (damage == "pages")
        QVERIFY(file.seek(size / 2 / 4096 * 4096) && file.write(QByteArray(40'960, 'x')) == 40'960);
    else
        QVERIFY(file.resize(size / 2));
    file.close();
    const auto broken = Journal::open(m_dir->path());
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().kind, ErrorKind::LocalFile);
    QCOMPARE(broken.error().code, "journal-corrupt");
    QVERIFY(!QFile::exists(path()));
    QVERIFY(QFile::exists(broken.error().resource));
    QVERIFY(broken.error().resource.startsWith(path() + ".bad-"));
    QVERIFY(open()->load()->rows.isEmpty());
}

void JournalFileTest::newerIsRefused()
{
    open()->add({makeTransfer("a")}).ok();
    rawValue("PRAGMA user_version = 99");
    const auto newer = Journal::open(m_dir->path());
    QVERIFY(!newer.ok());
    QCOMPARE(newer.error().code, "journal-newer");
    QVERIFY(QFile::exists(path()));
    QCOMPARE(rawValue("SELECT count(*) FROM transfer"), QVariant(1));
}

void JournalFileTest::foreignFileIsNotTouched()
{
    rawValue("CREATE TABLE theirs (a)");
    const auto foreign = Journal::open(m_dir->path());
    QVERIFY(!foreign.ok());
    QCOMPARE(foreign.error().code, "journal-corrupt");
    QVERIFY(QFile::exists(foreign.error().resource));
    QVERIFY(foreign.error().resource != path());
}

void JournalFileTest::readOnlyFolder()
{
#ifdef Q_OS_UNIX
    {
        open();
    }
    const QStringList names{".", "journal.sqlite"};
    for (const QString& name : names)
        QVERIFY(QFile::setPermissions(path(name), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup |
                                                      QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther));
    // Root writes anywhere: be somebody else for a moment.
    const bool root = ::geteuid() == 0;
    if (root)
        QCOMPARE(::seteuid(65'534), 0);
    const auto journal = Journal::open(m_dir->path());
    const auto below = Journal::open(path("below"));
    if (root)
        QCOMPARE(::seteuid(0), 0);
    QVERIFY(QFile::setPermissions(path("."), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!journal.ok());
    QCOMPARE(journal.error().code, "journal-read-only");
    QVERIFY(!below.ok());
    QCOMPARE(below.error().code, "journal-read-only");
    QVERIFY(QFile::exists(path()));
#else
    QSKIP("permissions are another matter here");
#endif
}

void JournalFileTest::folderCannotBeMade()
{
    QFile file(path("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto journal = Journal::open(path("file/state"));
    QVERIFY(!journal.ok());
    QCOMPARE(journal.error().kind, ErrorKind::LocalFile);
    QVERIFY(journal.error().code.startsWith("journal-"));
}

void JournalFileTest::twoConnections()
{
    const auto mine = open();
    const auto theirs = open();
    (void)mine->changedByOthers(); // opening wrote, too
    QVERIFY(!mine->changedByOthers());
    const auto ids = *mine->add({makeTransfer("a"), makeTransfer("b")});
    QVERIFY(!mine->changedByOthers()); // our own writes do not count
    QVERIFY(theirs->changedByOthers());
    QVERIFY(!theirs->changedByOthers());
    const auto first = *theirs->load();
    QCOMPARE(first.rows.size(), 2);
    QVERIFY(theirs->load(first.revision)->rows.isEmpty());

    QVERIFY(mine->saveParts(ids.at(1), {{1, makePart(1)}}).ok());
    const auto second = *theirs->load(first.revision);
    QCOMPARE(second.rows.size(), 1);
    QCOMPARE(second.rows.first().id, ids.at(1));
    QCOMPARE(second.rows.first().storedBytes, 30);
    QVERIFY(second.revision > first.revision);

    QVERIFY(theirs->saveState(ids.at(0), makeState(), {}).ok());
    QVERIFY(mine->changedByOthers());
    QCOMPARE((*mine->loadOne(ids.at(0)))->state.phase, Phase::NeedsAttention);
}

void JournalFileTest::wishesAreTakenOnce()
{
    const auto mine = open();
    const auto theirs = open();
    const auto ids = *mine->add({makeTransfer("a"), makeTransfer("b"), makeTransfer("c")});
    QVERIFY(theirs->setWanted(ids.at(0), Wanted::Pause).ok());
    QVERIFY(theirs->setWanted(ids.at(1), Wanted::Abort).ok());
    QVERIFY(theirs->setWanted(ids.at(2), Wanted::Abort).ok());
    const QMap<TransferId, Wanted> expected{{ids.at(0), Wanted::Pause}, {ids.at(1), Wanted::Abort}};
    QCOMPARE(*mine->takeWanted({ids.at(0), ids.at(1)}), expected);
    QVERIFY(mine->takeWanted({ids.at(0), ids.at(1)})->isEmpty());
    QCOMPARE(mine->takeWanted(ids)->size(), 1);
}

void JournalFileTest::openedTwiceAtOnce()
{
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            const auto journal = Journal::open(m_dir->path());
            if (!journal.ok())
                qWarning("%s: %s", qPrintable(journal.error().code), qPrintable(journal.error().message));
            else if (journal.value()->add({makeTransfer("a")}).ok())
                ++good;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(good.load(), 4);
    QCOMPARE(open()->load()->rows.size(), 4);
}

QTEST_GUILESS_MAIN(JournalFileTest)
#include "tst_journalfile.moc"
