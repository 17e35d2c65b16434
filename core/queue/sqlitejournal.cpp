// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/sqlitejournal.h"

#include "queue/journalcodec.h"

namespace partway {

namespace {

constexpr int historyCap = 500;

QVariant timeValue(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

} // namespace

SqliteJournal::SqliteJournal(std::unique_ptr<SqlConnection> connection) : m_connection(std::move(connection))
{
}

// The pragma has no effect inside a transaction, so it comes before BEGIN.
Result<void> SqliteJournal::setDurable(Durable durable)
{
    if (durable == m_durable)
        return {};
    const Result<void> done = m_connection->run(durable == Durable::Full ? "PRAGMA synchronous = FULL"
                                                                         : "PRAGMA synchronous = NORMAL");
    if (done.ok())
        m_durable = durable;
    return done;
}

Result<void> SqliteJournal::together(Durable durable, const std::function<Result<void>()>& calls)
{
    if (m_inTransaction)
        return calls();
    if (const Result<void> set = setDurable(durable); !set.ok())
        return set;
    if (const Result<void> begun = m_connection->run("BEGIN IMMEDIATE"); !begun.ok())
        return begun;
    m_inTransaction = true;
    m_revision = 0;
    Result<void> done = calls();
    if (done.ok())
        done = m_connection->run("COMMIT");
    if (!done.ok())
        (void)m_connection->run("ROLLBACK"); // SQLite may have rolled back by itself: the first error counts
    m_inTransaction = false;
    return done;
}

Result<qint64> SqliteJournal::revision()
{
    if (m_revision > 0)
        return m_revision;
    const Result<void> raised =
        m_connection->run("UPDATE counter SET value = value + 1 WHERE name = 'revision'");
    if (!raised.ok())
        return raised.error();
    const Result<QVariant> value = m_connection->value("SELECT value FROM counter WHERE name = 'revision'");
    if (!value.ok())
        return value.error();
    m_revision = value->toLongLong();
    return m_revision;
}

Result<void> SqliteJournal::update(const char* sql, QVariantList values)
{
    const Result<qint64> now = revision();
    if (!now.ok())
        return now.error();
    values.insert(values.size() - 1, *now);
    return m_connection->run(sql, values);
}

Result<void> SqliteJournal::touch(TransferId id)
{
    return update("UPDATE transfer SET revision = ? WHERE id = ?", {id.value});
}

Result<QList<TransferId>> SqliteJournal::add(const QList<Transfer>& transfers)
{
    QList<TransferId> ids;
    const Result<void> done = together(Durable::Full, [&]() -> Result<void> {
        for (const Transfer& transfer : transfers) {
            if (const Result<void> inserted = insert(transfer); !inserted.ok())
                return inserted;
            const TransferId id{m_connection->lastInsertId()};
            ids.append(id);
            for (const bool checked : {true, false}) {
                const auto& parts = checked ? transfer.state.parts : transfer.state.unchecked;
                if (const Result<void> saved = insertParts(id, parts, checked); !saved.ok())
                    return saved;
            }
        }
        // Numbers rise for ever, so a row's own number puts it last.
        return m_connection->run("UPDATE transfer SET position = id WHERE position = 0 AND revision = ?",
                                 {m_revision});
    });
    if (!done.ok())
        return done.error();
    return ids;
}

Result<void> SqliteJournal::insert(const Transfer& transfer)
{
    const Result<qint64> now = revision();
    if (!now.ok())
        return now.error();
    const UploadSpec& spec = transfer.spec;
    const UploadState& state = transfer.state;
    return m_connection->run(
        "INSERT INTO transfer (path, size, modified_ns, identity, account, bucket, key, content_type, "
        "checksum, "
        "if_exists, plan_size, part_size, part_count, direct, plan_parts, spec_more, copy, grp, "
        "position, "
        "priority, added, "
        "ended, "
        "phase, token, upload_id, state_more, source_kind, plan_open, revision) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {transfer.sourcePath,
         transfer.source.size,
         transfer.source.modifiedNs,
         transfer.source.identity,
         transfer.accountId,
         spec.bucket,
         spec.key,
         QString::fromLatin1(spec.object.contentType),
         checksumModeName(spec.checksum),
         ifExistsName(spec.ifExists),
         spec.plan.size,
         spec.plan.partSize,
         spec.plan.count,
         spec.plan.direct,
         planParts(spec.plan),
         specMore(spec),
         copyText(spec.copy),
         transfer.group,
         transfer.position,
         transfer.priority,
         transfer.addedAt.toMSecsSinceEpoch(),
         timeValue(transfer.endedAt),
         phaseName(state.phase),
         state.token,
         state.uploadId,
         stateMore(state),
         sourceKindName(spec.source),
         spec.plan.open,
         *now});
}

Result<void> SqliteJournal::saveState(TransferId id, const UploadState& state, const QDateTime& endedAt)
{
    return together(Durable::Full, [&]() -> Result<void> {
        const Result<void> saved = update("UPDATE transfer SET phase = ?, token = ?, upload_id = ?, "
                                          "state_more = ?, ended = ?, revision = ? "
                                          "WHERE id = ?",
                                          {phaseName(state.phase), state.token, state.uploadId,
                                           stateMore(state), timeValue(endedAt), id.value});
        if (!saved.ok())
            return saved;
        if (const Result<void> gone = m_connection->run("DELETE FROM stray WHERE transfer = ?", {id.value});
            !gone.ok())
            return gone;
        for (const QString& stray : state.strays) {
            const Result<void> kept = m_connection->run(
                "INSERT OR IGNORE INTO stray (transfer, upload_id) VALUES (?, ?)", {id.value, stray});
            if (!kept.ok())
                return kept;
        }
        return {};
    });
}

Result<std::optional<UploadState>>
SqliteJournal::changeState(TransferId id, const std::function<bool(UploadState&)>& edit, const QDateTime& now)
{
    std::optional<UploadState> state;
    const Result<void> done = together(Durable::Full, [&]() -> Result<void> {
        const Result<std::optional<Transfer>> row = loadRow(id);
        if (!row.ok())
            return row.error();
        if (!*row)
            return {};
        state = (*row)->state;
        if (!edit(*state))
            return {};
        return saveState(id, *state, isEnded(state->phase) ? now : QDateTime());
    });
    if (!done.ok())
        return done.error();
    return state;
}

Result<void> SqliteJournal::saveSource(TransferId id, const SourceFingerprint& source, const UploadSpec& spec)
{
    return together(Durable::Full, [&] {
        return update("UPDATE transfer SET size = ?, modified_ns = ?, identity = ?, bucket = ?, key = ?, "
                      "content_type = ?, "
                      "checksum = ?, if_exists = ?, plan_size = ?, part_size = ?, part_count = ?, direct = "
                      "?, plan_parts = ?, spec_more = ?, copy = ?, source_kind = ?, plan_open = ?, "
                      "revision = ? WHERE id = ?",
                      {source.size, source.modifiedNs, source.identity, spec.bucket, spec.key,
                       QString::fromLatin1(spec.object.contentType), checksumModeName(spec.checksum),
                       ifExistsName(spec.ifExists), spec.plan.size, spec.plan.partSize, spec.plan.count,
                       spec.plan.direct, planParts(spec.plan), specMore(spec), copyText(spec.copy),
                       sourceKindName(spec.source), spec.plan.open, id.value});
    });
}

Result<void> SqliteJournal::saveOrder(TransferId id, qint64 position, int priority)
{
    return together(Durable::Normal, [&] {
        return update("UPDATE transfer SET position = ?, priority = ?, revision = ? WHERE id = ?",
                      {position, priority, id.value});
    });
}

Result<void> SqliteJournal::saveParts(TransferId id, const QMap<int, StoredPart>& parts)
{
    return together(Durable::Normal, [&]() -> Result<void> {
        if (const Result<void> saved = insertParts(id, parts, true); !saved.ok())
            return saved;
        return touch(id);
    });
}

Result<void> SqliteJournal::insertParts(TransferId id, const QMap<int, StoredPart>& parts, bool checked)
{
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        const Result<void> saved = m_connection->run(
            "INSERT OR REPLACE INTO part (transfer, no, etag, md5, crc, adopted, checked) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            {id.value, part.key(), packEtag(part->etag), part->md5, part->crc, part->adopted, checked});
        if (!saved.ok())
            return saved;
    }
    return {};
}

Result<void> SqliteJournal::recheckParts(TransferId id, const SourceFingerprint& source,
                                         const UploadSpec& spec, const QMap<int, StoredPart>& unchecked)
{
    return together(Durable::Full, [&]() -> Result<void> {
        if (const Result<void> saved = saveSource(id, source, spec); !saved.ok())
            return saved;
        if (const Result<void> gone = forgetParts(id); !gone.ok())
            return gone;
        return insertParts(id, unchecked, false);
    });
}

Result<void> SqliteJournal::forgetParts(TransferId id)
{
    return together(Durable::Normal, [&]() -> Result<void> {
        if (const Result<void> gone = m_connection->run("DELETE FROM part WHERE transfer = ?", {id.value});
            !gone.ok())
            return gone;
        return touch(id);
    });
}

Result<void> SqliteJournal::remove(const QList<TransferId>& ids)
{
    return together(Durable::Normal, [&]() -> Result<void> {
        for (TransferId id : ids) {
            for (const char* sql :
                 {"DELETE FROM part WHERE transfer = ?", "DELETE FROM history WHERE transfer = ?",
                  "DELETE FROM stray WHERE transfer = ?", "DELETE FROM transfer WHERE id = ?"}) {
                if (const Result<void> gone = m_connection->run(sql, {id.value}); !gone.ok())
                    return gone;
            }
        }
        return {};
    });
}

Result<void> SqliteJournal::note(TransferId id, const HistoryLine& line)
{
    return together(Durable::Normal, [&]() -> Result<void> {
        const Result<void> added =
            m_connection->run("INSERT INTO history (transfer, at, code, detail) VALUES (?, ?, ?, ?)",
                              {id.value, line.at.toMSecsSinceEpoch(), line.code, line.detail});
        if (!added.ok())
            return added;
        return m_connection->run("DELETE FROM history WHERE transfer = ? AND id <= (SELECT id FROM history "
                                 "WHERE transfer = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
                                 {id.value, id.value, historyCap});
    });
}

Result<void> SqliteJournal::setWanted(TransferId id, Wanted wanted)
{
    return together(Durable::Normal, [&] {
        return m_connection->run("UPDATE transfer SET wanted = ? WHERE id = ?",
                                 {static_cast<int>(wanted), id.value});
    });
}

Result<QMap<TransferId, Wanted>> SqliteJournal::takeWanted(const QList<TransferId>& mine)
{
    QMap<TransferId, Wanted> wanted;
    const Result<void> read = m_connection->each(
        "SELECT id, wanted FROM transfer WHERE wanted <> 0", {}, [&](const QSqlQuery& row) {
            const TransferId id{row.value(0).toLongLong()};
            if (mine.contains(id))
                wanted.insert(id, static_cast<Wanted>(row.value(1).toInt()));
        });
    if (!read.ok())
        return read.error();
    for (auto wish = wanted.cbegin(); wish != wanted.cend(); ++wish) {
        if (const Result<void> cleared = setWanted(wish.key(), Wanted::Nothing); !cleared.ok())
            return cleared.error();
    }
    return wanted;
}

bool SqliteJournal::changedByOthers()
{
    const Result<QVariant> version = m_connection->value("PRAGMA data_version");
    if (!version.ok())
        return false;
    const bool first = m_seenVersion < 0;
    const bool changed = version->toLongLong() != m_seenVersion;
    m_seenVersion = version->toLongLong();
    return changed && !first;
}

} // namespace partway
