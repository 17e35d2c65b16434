// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <map>

namespace partway {

// One connection to an SQLite file under a name of its own, closed and taken off Qt's list when it goes.
// Keeps each statement prepared. Statements are literals (they are found again by their text). One thread.
class SqlConnection
{
public:
    explicit SqlConnection(QString file);
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    Result<void> open();
    Result<void> run(const char* sql, const QVariantList& values = {});
    Result<void> each(const char* sql, const QVariantList& values,
                      const std::function<void(const QSqlQuery&)>& row);
    Result<QVariant> value(const char* sql, const QVariantList& values = {}); // first column of the first row
    qint64 lastInsertId() const { return m_lastInsertId; }

private:
    Result<QSqlQuery*> executed(const char* sql, const QVariantList& values);

    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
    std::map<std::string, QSqlQuery, std::less<>> m_prepared;
    qint64 m_lastInsertId = 0;
};

// What SQLite's result code means to a person: see Journal for the codes. `folder` tells a full disk from a
// broken one where SQLite only says "I/O error".
Error journalError(int sqliteCode, const QString& text, const QString& folder);

} // namespace partway
