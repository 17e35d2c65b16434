// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/journal.h"
#include "queue/sqlconnection.h"

namespace partway {

// Journal over one SQLite connection. See journalschema.cpp for the tables.
class SqliteJournal final : public Journal
{
public:
    explicit SqliteJournal(std::unique_ptr<SqlConnection> connection);

    Result<QList<TransferId>> add(const QList<Transfer>& transfers) override;
    Result<qint64> read(qint64 since, const TakeRows& take) override;
    Result<QList<TransferId>> ids() override;
    Result<std::optional<Transfer>> loadOne(TransferId id) override;
    Result<QMap<int, StoredPart>> loadParts(TransferId id) override;
    Result<void> saveState(TransferId id, const UploadState& state, const QDateTime& endedAt) override;
    Result<std::optional<UploadState>>
    changeState(TransferId id, const std::function<bool(UploadState&)>& edit, const QDateTime& now) override;
    Result<void> saveSource(TransferId id, const SourceFingerprint& source, const UploadSpec& spec) override;
    Result<void> recheckParts(TransferId id, const SourceFingerprint& source, const UploadSpec& spec,
                              const QMap<int, StoredPart>& unchecked) override;
    Result<void> saveOrder(TransferId id, qint64 position, int priority) override;
    Result<void> saveParts(TransferId id, const QMap<int, StoredPart>& parts) override;
    Result<void> forgetParts(TransferId id) override;
    Result<void> remove(const QList<TransferId>& ids) override;
    Result<void> note(TransferId id, const HistoryLine& line) override;
    Result<QList<HistoryLine>> history(TransferId id) override;
    Result<void> together(Durable durable, const std::function<Result<void>()>& calls) override;
    Result<bool> isOthersUpload(TransferId id, const QString& uploadId) override;
    Result<void> setWanted(TransferId id, Wanted wanted) override;
    Result<QMap<TransferId, Wanted>> takeWanted(const QList<TransferId>& mine) override;
    bool changedByOthers() override;

private:
    Result<void> insert(const Transfer& transfer);
    Result<void> update(const char* sql, QVariantList values); // revision and id are the last two values
    Result<void> touch(TransferId id);
    Result<void> insertParts(TransferId id, const QMap<int, StoredPart>& parts, bool checked);
    Result<void> readParts(TransferId id, bool checked, QMap<int, StoredPart>* parts);
    Result<std::optional<Transfer>> loadRow(TransferId id); // without parts
    Result<void> atOneMoment(const std::function<Result<void>()>& reads);
    Result<qint64> readRows(const QList<qint64>& ids, const TakeRows& take);
    Result<void> readNumbers(TransferId id, QList<int>* numbers);
    Result<qint64> revision(); // of the running transaction
    Result<void> setDurable(Durable durable);

    std::unique_ptr<SqlConnection> m_connection;
    bool m_inTransaction = false;
    qint64 m_revision = 0; // 0: the running transaction has none yet
    Durable m_durable = Durable::Full;
    qint64 m_seenVersion = -1;
};

} // namespace partway
