// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/journal.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <memory>

namespace partway {

// A folder with a journal in it, new for every test function: call renewFolder() in init().
class JournalFolder
{
protected:
    bool renewFolder()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        return m_dir->isValid();
    }

    QString path(const QString& name = QStringLiteral("journal.sqlite")) const
    {
        return m_dir->filePath(name);
    }

    std::unique_ptr<Journal> open() const
    {
        auto journal = Journal::open(m_dir->path());
        if (!journal.ok())
            qFatal("%s: %s", qPrintable(journal.error().code), qPrintable(journal.error().message));
        return std::move(journal.value());
    }

    // Looks at (or changes) the file behind the journal's back.
    QVariant rawValue(const QString& sql) const
    {
        QVariant value;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "raw");
            database.setDatabaseName(path());
            if (!database.open())
                qFatal("cannot open");
            QSqlQuery query(database);
            if (query.exec(sql) && query.next())
                value = query.value(0);
        }
        QSqlDatabase::removeDatabase("raw");
        return value;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace partway
