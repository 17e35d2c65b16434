// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journalschema.h"

#include <QList>

namespace partway {

namespace {

constexpr int applicationId = 0x50577931; // "PWy1", so that file(1) and we know the file

// Migration n brings version n to n + 1. A published step is never edited; add another.
using Step = QList<const char*>;

// Times are UTC ms. `more` columns hold what has no column of its own (journalcodec). `revision` rises with
// every change, so that another process reads only what changed.
const Step& firstStep()
{
    static const Step step{
        "CREATE TABLE transfer (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, size INTEGER NOT "
        "NULL, "
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
        "INSERT INTO counter (name, value) VALUES ('revision', 0)",
    };
    return step;
}

// Uploads that another program began are cut in its way: the lengths of their parts (journalcodec).
const Step& irregularPlansStep()
{
    static const Step step{"ALTER TABLE transfer ADD COLUMN plan_parts TEXT NOT NULL DEFAULT ''"};
    return step;
}

// Parts that were recorded for an earlier state of the file: to be compared before they count.
const Step& uncheckedPartsStep()
{
    static const Step step{"ALTER TABLE part ADD COLUMN checked INTEGER NOT NULL DEFAULT 1"};
    return step;
}

// Sources that grow: how they are read, and whether their end is known.
const Step& growingSourcesStep()
{
    static const Step step{"ALTER TABLE transfer ADD COLUMN source_kind TEXT NOT NULL DEFAULT 'file'",
                           "ALTER TABLE transfer ADD COLUMN plan_open INTEGER NOT NULL DEFAULT 0"};
    return step;
}

// Transfers whose source is an object: which one, as JSON (journalcodec). Empty: a file.
const Step& copiesStep()
{
    static const Step step{"ALTER TABLE transfer ADD COLUMN copy TEXT NOT NULL DEFAULT ''"};
    return step;
}

const QList<Step>& steps()
{
    static const QList<Step> all{firstStep(), irregularPlansStep(), uncheckedPartsStep(),
                                 growingSourcesStep(), copiesStep()};
    return all;
}

Error schemaError(const char* code, const QString& message)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QString::fromLatin1(code);
    error.message = message;
    return error;
}

Result<int> versionOf(SqlConnection& connection)
{
    const Result<QVariant> version = connection.value("PRAGMA user_version");
    if (!version.ok())
        return version.error();
    const Result<QVariant> owner = connection.value("PRAGMA application_id");
    if (!owner.ok())
        return owner.error();
    const Result<QVariant> tables = connection.value("SELECT count(*) FROM sqlite_master");
    if (!tables.ok())
        return tables.error();
    if (tables->toInt() > 0 && owner->toInt() != applicationId)
        return schemaError("journal-corrupt", QStringLiteral("the file belongs to another program"));
    if (version->toInt() > journalVersion)
        return schemaError("journal-newer", QStringLiteral("version %1").arg(version->toInt()));
    // Every version there has been is a number of steps done; tables come with the first.
    if (version->toInt() < 0 || (version->toInt() == 0 && tables->toInt() > 0))
        return schemaError("journal-corrupt", QStringLiteral("version %1").arg(version->toInt()));
    return version->toInt();
}

Result<void> runSteps(SqlConnection& connection, int from)
{
    if (from == journalVersion)
        return {};
    for (qsizetype step = from; step < steps().size(); ++step) {
        for (const char* sql : steps().at(step)) {
            if (const Result<void> done = connection.run(sql); !done.ok())
                return done;
        }
    }
    // PRAGMA takes no bound values.
    static const QByteArray version = "PRAGMA user_version = " + QByteArray::number(journalVersion);
    static const QByteArray owner = "PRAGMA application_id = " + QByteArray::number(applicationId);
    if (const Result<void> done = connection.run(version.constData()); !done.ok())
        return done;
    return connection.run(owner.constData());
}

} // namespace

Result<void> migrateJournal(SqlConnection& connection)
{
    // Looked at and changed under one lock: of two processes that open a fresh journal at once the second
    // waits here and finds it done.
    if (const Result<void> begun = connection.run("BEGIN IMMEDIATE"); !begun.ok())
        return begun;
    const Result<int> version = versionOf(connection);
    const Result<void> done = version.ok() ? runSteps(connection, *version) : Result<void>(version.error());
    const Result<void> ended = connection.run(done.ok() ? "COMMIT" : "ROLLBACK");
    return done.ok() ? ended : done;
}

} // namespace partway
