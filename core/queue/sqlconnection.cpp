// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/sqlconnection.h"

#include "base/byterange.h"

#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <atomic>

namespace partway {

namespace {

// Primary result codes, sqlite.org/rescode.html; the lower eight bits of an extended one.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};

bool isFull(const QString& folder)
{
    const QStorageInfo storage(folder);
    return storage.isValid() && storage.bytesAvailable() < 64 * KiB;
}

bool canWrite(const QString& folder)
{
    return QTemporaryFile(folder + QStringLiteral("/.probe-XXXXXX")).open();
}

QString codeFor(int sqliteCode, const QString& folder)
{
    switch (sqliteCode & 0xff) {
    case Corrupt:
    case NotADatabase:
        return QStringLiteral("journal-corrupt");
    case Full:
        return QStringLiteral("disk-full");
    case ReadOnly:
        return QStringLiteral("journal-read-only");
    case Busy:
    case Locked:
        return QStringLiteral("journal-failed");
    case IoError:
    case CantOpen:
    default:
        break;
    }
    if (isFull(folder))
        return QStringLiteral("disk-full");
    return canWrite(folder) ? QStringLiteral("journal-failed") : QStringLiteral("journal-read-only");
}

// A null text or array is an empty one to us, but NULL to SQLite.
QVariant notNull(const QVariant& value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

QString uniqueName()
{
    static std::atomic<int> next{1};
    return QStringLiteral("partway-journal-%1").arg(next++);
}

} // namespace

Error journalError(int sqliteCode, const QString& text, const QString& folder)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = codeFor(sqliteCode, folder);
    error.message = text;
    error.resource = folder;
    return error;
}

SqlConnection::SqlConnection(QString file) : m_file(std::move(file)), m_name(uniqueName())
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
}

SqlConnection::~SqlConnection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase(); // the last handle must be gone before its name is removed
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqlConnection::open()
{
    if (m_database.open())
        return {};
    const QSqlError error = m_database.lastError();
    return journalError(error.nativeErrorCode().toInt(), error.databaseText(), QFileInfo(m_file).path());
}

Result<QSqlQuery*> SqlConnection::executed(const char* sql, const QVariantList& values)
{
    auto found = m_prepared.find(std::string_view(sql));
    bool ok = true;
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        ok = query.prepare(QString::fromLatin1(sql));
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    for (qsizetype i = 0; ok && i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), notNull(values.at(i)));
    if (ok && query.exec())
        return &query;
    const QSqlError error = query.lastError();
    m_prepared.erase(found);
    return journalError(error.nativeErrorCode().toInt(), error.databaseText(), QFileInfo(m_file).path());
}

Result<void> SqlConnection::run(const char* sql, const QVariantList& values)
{
    return each(sql, values, {});
}

Result<void> SqlConnection::each(const char* sql, const QVariantList& values,
                                 const std::function<void(const QSqlQuery&)>& row)
{
    const Result<QSqlQuery*> query = executed(sql, values);
    if (!query.ok())
        return query.error();
    while (row && query.value()->next())
        row(*query.value());
    const QSqlError error = query.value()->lastError();
    if (!row)
        m_lastInsertId = query.value()->lastInsertId().toLongLong();
    query.value()->finish();
    if (error.type() != QSqlError::NoError)
        return journalError(error.nativeErrorCode().toInt(), error.databaseText(), QFileInfo(m_file).path());
    return {};
}

Result<QVariant> SqlConnection::value(const char* sql, const QVariantList& values)
{
    QVariant found;
    const Result<void> done = each(sql, values, [&found](const QSqlQuery& row) {
        if (!found.isValid())
            found = row.value(0);
    });
    if (!done.ok())
        return done.error();
    return found;
}

} // namespace partway
