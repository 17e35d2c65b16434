// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byterange.h"
#include "queue/journalschema.h"
#include "queue/sqlitejournal.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace partway {

namespace {

constexpr int sqliteCantOpen = 14;

QString journalFile(const QString& folder)
{
    return folder + QStringLiteral("/journal.sqlite");
}

// quick_check reads the whole file: a second for a large one. There load() reads every page of the rows
// anyway and says so when one is broken.
Result<void> checkPages(SqlConnection& connection, const QString& file)
{
    if (QFileInfo(file).size() > 32 * MiB)
        return {};
    const Result<QVariant> answer = connection.value("PRAGMA quick_check(1)");
    if (!answer.ok())
        return answer.error();
    // "NULL value in …" is about a value, not a page, and SQLite 3.40 says it of tables that are well.
    const QString text = answer->toString();
    if (text == QLatin1String("ok") || text.contains(QLatin1String(" value in ")))
        return {};
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QStringLiteral("journal-corrupt");
    error.message = text;
    return error;
}

// BEGIN IMMEDIATE takes the write lock: a journal that cannot be written is found now, not at the first part.
Result<void> checkWritable(SqlConnection& connection)
{
    if (const Result<void> begun = connection.run("BEGIN IMMEDIATE"); !begun.ok())
        return begun;
    const Result<void> written =
        connection.run("UPDATE counter SET value = value + 1 WHERE name = 'revision'");
    const Result<void> ended = connection.run(written.ok() ? "COMMIT" : "ROLLBACK");
    return written.ok() ? ended : written;
}

// Changing the mode needs the file for itself for an instant and does not wait for it, unlike all the rest:
// two processes that open a fresh journal at once meet here.
Result<void> useLog(SqlConnection& connection)
{
    Result<void> set = connection.run("PRAGMA journal_mode = WAL");
    for (int attempt = 0; attempt < 100 && !set.ok() && set.error().code == QLatin1String("journal-failed");
         ++attempt) {
        QThread::msleep(20);
        set = connection.run("PRAGMA journal_mode = WAL");
    }
    return set;
}

Result<void> prepare(SqlConnection& connection, const QString& file)
{
    if (const Result<void> opened = connection.open(); !opened.ok())
        return opened;
    if (const Result<void> migrated = migrateJournal(connection); !migrated.ok())
        return migrated;
    if (const Result<void> set = useLog(connection); !set.ok())
        return set;
    if (const Result<void> set = connection.run("PRAGMA synchronous = FULL"); !set.ok())
        return set;
    if (const Result<void> checked = checkPages(connection, file); !checked.ok())
        return checked;
    return checkWritable(connection);
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const QString& folder)
{
    if (!QDir().mkpath(folder))
        return journalError(sqliteCantOpen, QStringLiteral("the folder cannot be made"), folder);
    const QString file = journalFile(folder);
    auto connection = std::make_unique<SqlConnection>(file);
    const Result<void> ready = prepare(*connection, file);
    if (ready.ok()) {
        auto journal = std::make_unique<SqliteJournal>(std::move(connection));
        (void)journal->changedByOthers(); // from here on
        return std::unique_ptr<Journal>(std::move(journal));
    }
    connection.reset();
    Error error = ready.error();
    error.resource = file;
    if (error.code == QLatin1String("journal-corrupt")) {
        if (const QString aside = moveJournalAside(folder); !aside.isEmpty())
            error.resource = aside;
    }
    return error;
}

QString moveJournalAside(const QString& folder)
{
    const QString file = journalFile(folder);
    const QString date = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString aside = file + QStringLiteral(".bad-") + date;
    for (int i = 2; QFile::exists(aside); ++i)
        aside = file + QStringLiteral(".bad-%1-%2").arg(date).arg(i);
    if (!QFile::rename(file, aside))
        return {};
    // Without these a new journal would take over the old one's log.
    for (const char* suffix : {"-wal", "-shm"})
        QFile::rename(file + QLatin1String(suffix), aside + QLatin1String(suffix));
    return aside;
}

} // namespace partway
