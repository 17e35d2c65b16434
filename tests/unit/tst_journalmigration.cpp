// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/journalfolder.h"
#include "unit/journalsamples.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace partway;

namespace {

// What the first version wrote, word for word: a journal from then has to open for ever.
// NOLINTBEGIN(bugprone-suspicious-missing-comma): statements longer than a line.
const QStringList firstVersion{
    "CREATE TABLE transfer (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, size INTEGER NOT NULL, "
    "modified_ns INTEGER NOT NULL, identity BLOB, account TEXT NOT NULL, bucket TEXT NOT NULL, "
    "key BLOB NOT NULL, content_type TEXT NOT NULL, checksum TEXT NOT NULL, if_exists TEXT NOT NULL, "
    "plan_size INTEGER NOT NULL, part_size INTEGER NOT NULL, part_count INTEGER NOT NULL, "
    "direct INTEGER NOT NULL, spec_more TEXT NOT NULL, grp TEXT NOT NULL, position INTEGER NOT NULL, "
    "priority INTEGER NOT NULL, added INTEGER NOT NULL, ended INTEGER, phase TEXT NOT NULL, "
    "token TEXT NOT NULL, upload_id TEXT NOT NULL, state_more TEXT NOT NULL, "
    "wanted INTEGER NOT NULL DEFAULT 0, revision INTEGER NOT NULL)",
    "CREATE INDEX transfer_revision ON transfer (revision)",
    "CREATE INDEX transfer_upload ON transfer (upload_id) WHERE upload_id <> ''",
    "CREATE INDEX transfer_wanted ON transfer (id) WHERE wanted <> 0",
    "CREATE TABLE stray (upload_id TEXT NOT NULL, transfer INTEGER NOT NULL, "
    "PRIMARY KEY (upload_id, transfer)) WITHOUT ROWID",
    "CREATE TABLE part (transfer INTEGER NOT NULL, no INTEGER NOT NULL, etag, md5 BLOB, crc BLOB, "
    "adopted INTEGER NOT NULL, PRIMARY KEY (transfer, no)) WITHOUT ROWID",
    "CREATE TABLE history (id INTEGER PRIMARY KEY, transfer INTEGER NOT NULL, at INTEGER NOT NULL, "
    "code TEXT NOT NULL, detail TEXT NOT NULL)",
    "CREATE INDEX history_transfer ON history (transfer, id)",
    "CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO counter (name, value) VALUES ('revision', 7)",
    "INSERT INTO transfer (path, size, modified_ns, account, bucket, key, content_type, checksum, if_exists, "
    "plan_size, part_size, part_count, direct, spec_more, grp, position, priority, added, phase, token, "
    "upload_id, state_more, revision) VALUES ('/data/a', 100, 5, 'account-1', 'media', CAST('raw/a' AS "
    "BLOB), "
    "'', 'md5', 'replace', 100, 30, 4, 0, '', '', 1, 0, 1772000000000, 'sending', 'token', 'U1', '', 7)",
    "INSERT INTO part VALUES (1, 1, '\"a\"', x'', x'', 0), (1, 4, '\"d\"', x'', x'', 1)",
    "PRAGMA user_version = 1",
    "PRAGMA application_id = 1347909937", // 0x50577931
};
// NOLINTEND(bugprone-suspicious-missing-comma)

} // namespace

class JournalMigrationTest : public QObject, protected JournalFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstVersionOpens();
    void firstVersionTakesWhatIsNew();
    void firstVersionTakesCopies();
    void versionsThatNeverWereAreDamage_data();
    void versionsThatNeverWereAreDamage();

private:
    void run(const QStringList& statements);
    void followedFileIsKept(Journal& journal);
};

void JournalMigrationTest::init()
{
    QVERIFY(renewFolder());
    run(firstVersion);
}

void JournalMigrationTest::run(const QStringList& statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "old");
        database.setDatabaseName(path());
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const QString& sql : statements)
            QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase("old");
}

void JournalMigrationTest::versionsThatNeverWereAreDamage_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("below zero") << -6;
    QTest::newRow("none, with tables") << 0;
}

void JournalMigrationTest::versionsThatNeverWereAreDamage()
{
    QFETCH(int, version);
    run({QStringLiteral("PRAGMA user_version = %1").arg(version)});
    const auto opened = Journal::open(QFileInfo(path()).path());
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, "journal-corrupt");
    QVERIFY(QFile::exists(opened.error().resource)); // put aside, not lost
    QVERIFY(!QFile::exists(path()));
}

void JournalMigrationTest::firstVersionOpens()
{
    for (int round = 0; round < 2; ++round) {
        const auto journal = open();
        const auto rows = journal->load();
        QVERIFY(rows.ok());
        QCOMPARE(rows->rows.size(), 1);
        const Transfer& row = rows->rows.first();
        QCOMPARE(row.spec.plan, (PartPlan{100, 30, 4, false}));
        QCOMPARE(row.spec.source, SourceKind::File);
        QVERIFY(!row.source.growing);
        QCOMPARE(row.state.uploadId, "U1");
        QCOMPARE(row.storedBytes, 40);
        QCOMPARE((*journal->loadOne(row.id))->state.parts.keys(), (QList<int>{1, 4}));
    }
}

// What is stored of an open plan tells how far it had come.
void JournalMigrationTest::followedFileIsKept(Journal& journal)
{
    Transfer followed = makeTransfer("c", 0);
    followed.source.growing = true;
    followed.spec.source = SourceKind::Followed;
    followed.spec.followIdleSeconds = 7;
    followed.spec.plan = PartPlan{0, 10, 0, false, {}, true};
    const auto ids = journal.add({followed});
    QVERIFY(ids.ok());
    const TransferId id = ids->first();
    QVERIFY(journal.saveParts(id, {{1, {"a", {}, {}, false}}, {3, {"c", {}, {}, false}}}).ok());
    const Transfer read = **journal.loadOne(id);
    QCOMPARE(read.spec.plan, (PartPlan{30, 10, 3, false, {}, true}));
    QCOMPARE(read.spec.source, SourceKind::Followed);
    QCOMPARE(read.spec.followIdleSeconds, 7);
    QVERIFY(read.source.growing);
    QCOMPARE(read.storedBytes, 20);

    UploadSpec closed = read.spec;
    closed.plan = PartPlan{34, 10, 4, false};
    QVERIFY(journal.recheckParts(id, {34, 6, {}}, closed, read.state.parts).ok());
    const Transfer now = **journal.loadOne(id);
    QCOMPARE(now.spec.plan, closed.plan);
    QVERIFY(!now.source.growing);
    QCOMPARE(now.state.unchecked.keys(), (QList<int>{1, 3}));
    QCOMPARE(now.storedBytes, 0);
}

void JournalMigrationTest::firstVersionTakesWhatIsNew()
{
    Transfer adopted = makeTransfer("b", 23);
    adopted.spec.plan = planOfLengths({{10, 8}, {20, 8}, {30, 7}});
    const auto journal = open();
    const auto ids = journal->add({adopted});
    QVERIFY(ids.ok());
    QCOMPARE((*journal->loadOne(ids->first()))->spec.plan, adopted.spec.plan);
    QCOMPARE(journal->load()->rows.size(), 2);

    const TransferId old{1}; // its parts count until the file is found changed
    UploadSpec spec = (*journal->loadOne(old))->spec;
    QVERIFY(journal->recheckParts(old, {100, 6, {}}, spec, {{4, {"d", {}, {}, true}}}).ok());
    const Transfer read = **journal->loadOne(old);
    QVERIFY(read.state.parts.isEmpty());
    QCOMPARE(read.state.unchecked.keys(), QList<int>{4});
    followedFileIsKept(*journal);
}

void JournalMigrationTest::firstVersionTakesCopies()
{
    const auto journal = open();
    QVERIFY(!journal->load()->rows.first().spec.copy); // what was there is a file
    const Transfer copy = makeCopy("c");
    const auto ids = journal->add({copy});
    QVERIFY(ids.ok());
    Transfer read = **journal->loadOne(ids->first());
    QCOMPARE(read.sourcePath, copy.sourcePath);
    QVERIFY(read.spec.copy == copy.spec.copy);

    UploadSpec spec = read.spec; // started over: the source as it is now
    spec.copy->object.etag = "\"f\"";
    spec.copy->object.versionId.clear();
    QVERIFY(journal->saveSource(ids->first(), read.source, spec).ok());
    read = **journal->loadOne(ids->first());
    QVERIFY(read.spec.copy == spec.copy);
}

QTEST_GUILESS_MAIN(JournalMigrationTest)
#include "tst_journalmigration.moc"
