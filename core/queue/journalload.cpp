// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journalcodec.h"
#include "queue/sqlitejournal.h"
#include "upload/openplan.h"

#include <QSet>

#include <algorithm>

// The reading half of SqliteJournal.

namespace partway {

namespace {

// Columns in this order in every query below.
#define TRANSFER_COLUMNS                                                                                     \
    "id, path, size, modified_ns, identity, account, bucket, key, content_type, checksum, "                  \
    "if_exists, "                                                                                            \
    "plan_size, part_size, part_count, direct, plan_parts, spec_more, copy, grp, position, priority, "       \
    "added, ended, phase, "                                                                                  \
    "token, upload_id, state_more, source_kind, plan_open, revision"
enum Column {
    Id,
    Path,
    Size,
    ModifiedNs,
    Identity,
    AccountId,
    Bucket,
    Key,
    ContentType,
    Checksum,
    IfExistsRule,
    PlanSize,
    PartSize,
    PartCount,
    Direct,
    PlanParts,
    SpecMore,
    Copy,
    Group,
    Position,
    Priority,
    Added,
    Ended,
    PhaseText,
    Token,
    UploadId,
    StateMore,
    Kind,
    PlanOpen,
    Revision,
    // Only where PART_SUMS stand behind them.
    PartsStored,
    PartLast
};
#define PART_SUMS                                                                                            \
    "(SELECT count(*) FROM part WHERE transfer = transfer.id AND checked), "                                 \
    "(SELECT no FROM part WHERE transfer = transfer.id AND checked ORDER BY no DESC LIMIT 1)"

constexpr qsizetype firstBlock = 250; // more than any window shows
constexpr qsizetype laterBlocks = 2'000;

// Thousands of rows name the same few accounts, buckets and folders: they share one string.
class SharedTexts
{
public:
    QString of(const QString& text) { return *m_texts.insert(text); }

private:
    QSet<QString> m_texts;
};

struct PartSum
{
    int count = 0;
    int last = 0;       // greatest number
    QList<int> numbers; // all of them, only for plans that are not regular
};

QDateTime time(const QVariant& value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

UploadSpec readSpec(const QSqlQuery& row, SharedTexts* texts)
{
    UploadSpec spec;
    spec.bucket = texts->of(row.value(Bucket).toString());
    spec.key = row.value(Key).toByteArray();
    spec.object.contentType = row.value(ContentType).toString().toLatin1();
    (void)checksumModeFromName(row.value(Checksum).toString(), &spec.checksum);
    (void)ifExistsFromName(row.value(IfExistsRule).toString(), &spec.ifExists);
    spec.plan = {row.value(PlanSize).toLongLong(), row.value(PartSize).toLongLong(),
                 row.value(PartCount).toInt(), row.value(Direct).toBool()};
    readPlanParts(row.value(PlanParts).toString(), &spec.plan);
    spec.plan.open = row.value(PlanOpen).toBool();
    spec.source = sourceKindFromName(row.value(Kind).toString());
    readSpecMore(row.value(SpecMore).toString(), &spec);
    spec.copy = readCopyText(row.value(Copy).toString());
    return spec;
}

Transfer readTransfer(const QSqlQuery& row, SharedTexts* texts)
{
    Transfer transfer;
    transfer.id = TransferId{row.value(Id).toLongLong()};
    transfer.sourcePath = row.value(Path).toString();
    transfer.source = {row.value(Size).toLongLong(), row.value(ModifiedNs).toLongLong(),
                       row.value(Identity).toByteArray()};
    transfer.accountId = texts->of(row.value(AccountId).toString());
    transfer.spec = readSpec(row, texts);
    transfer.source.growing = transfer.spec.plan.open;
    transfer.group = texts->of(row.value(Group).toString());
    transfer.position = row.value(Position).toLongLong();
    transfer.priority = row.value(Priority).toInt();
    transfer.addedAt = time(row.value(Added));
    transfer.endedAt = time(row.value(Ended));
    transfer.state.phase = phaseFromName(row.value(PhaseText).toString());
    transfer.state.token = row.value(Token).toString();
    transfer.state.uploadId = row.value(UploadId).toString();
    readStateMore(row.value(StateMore).toString(), &transfer.state);
    return transfer;
}

// In a regular plan the count of parts and whether the last is among them give the bytes.
void setSums(Transfer* transfer, const PartSum& sum)
{
    // How far an open plan had come is not written down: what is stored tells.
    if (transfer->spec.plan.open)
        transfer->spec.plan = grownPlan(transfer->spec.plan, sum.last * transfer->spec.plan.partSize);
    const PartPlan& plan = transfer->spec.plan;
    transfer->storedParts = sum.count;
    if (!plan.isRegular()) {
        transfer->storedBytes = 0;
        for (const int number : sum.numbers)
            transfer->storedBytes += plan.range(number).length;
        return;
    }
    transfer->storedBytes = sum.count * plan.partSize;
    if (sum.last > 0 && sum.last == plan.count)
        transfer->storedBytes -= plan.partSize - plan.range(plan.count).length;
}

QString jsonList(const QList<qint64>& numbers)
{
    QString list = QStringLiteral("[");
    for (const qint64 number : numbers)
        list += QString::number(number) + u',';
    return list.replace(list.size() - 1, 1, u']');
}

StoredPart readPart(const QSqlQuery& row)
{
    return {unpackEtag(row.value(1)), row.value(2).toByteArray(), row.value(3).toByteArray(),
            row.value(4).toBool()};
}

} // namespace

Result<JournalRows> Journal::load(qint64 since)
{
    JournalRows all;
    const Result<qint64> revision = read(since, [&all](QList<Transfer> rows) {
        all.rows.append(std::move(rows));
        return true;
    });
    if (!revision.ok())
        return revision.error();
    all.revision = *revision;
    return all;
}

// What is read in it is of one moment, whatever others write meanwhile. Keeps nobody from writing.
Result<void> SqliteJournal::atOneMoment(const std::function<Result<void>()>& reads)
{
    if (m_inTransaction)
        return reads();
    if (const Result<void> begun = m_connection->run("BEGIN"); !begun.ok())
        return begun;
    m_inTransaction = true;
    const Result<void> done = reads();
    m_inTransaction = false;
    const Result<void> ended = m_connection->run("COMMIT");
    return done.ok() ? ended : done;
}

// Numbers first, which are few bytes, and then row by row: sorting whole rows would mean reading all of them
// before the first is known.
Result<qint64> SqliteJournal::read(qint64 since, const TakeRows& take)
{
    Result<qint64> revision = since;
    const Result<void> read = atOneMoment([&]() -> Result<void> {
        QList<qint64> ids;
        const Result<void> listed =
            m_connection->each("SELECT id FROM transfer WHERE revision > ? ORDER BY position, id", {since},
                               [&ids](const QSqlQuery& row) { ids.append(row.value(0).toLongLong()); });
        if (!listed.ok())
            return listed;
        const Result<qint64> greatest = readRows(ids, take);
        if (!greatest.ok())
            return greatest.error();
        revision = std::max(since, *greatest);
        return {};
    });
    if (!read.ok())
        return read.error();
    return revision;
}

// A statement for each block: starting one costs more than reading a row.
Result<qint64> SqliteJournal::readRows(const QList<qint64>& ids, const TakeRows& take)
{
    qint64 greatest = 0;
    SharedTexts texts;
    for (qsizetype from = 0, size = firstBlock; from < ids.size(); from += size, size = laterBlocks) {
        QList<Transfer> block;
        QList<PartSum> sums;
        Result<void> read = m_connection->each(
            "SELECT " TRANSFER_COLUMNS ", " PART_SUMS " FROM "
            "(SELECT key AS seat, value AS asked FROM json_each(?)) CROSS JOIN transfer "
            "ON transfer.id = asked ORDER BY seat",
            {jsonList(ids.mid(from, size))}, [&](const QSqlQuery& row) {
                block.append(readTransfer(row, &texts));
                sums.append({row.value(PartsStored).toInt(), row.value(PartLast).toInt(), {}});
                greatest = std::max(greatest, row.value(Revision).toLongLong());
            });
        for (qsizetype at = 0; read.ok() && at < block.size(); ++at) {
            if (!block.at(at).spec.plan.isRegular() && sums.at(at).count > 0)
                read = readNumbers(block.at(at).id, &sums[at].numbers);
            setSums(&block[at], sums.at(at));
        }
        if (!read.ok())
            return read.error();
        if (!take(std::move(block)))
            break;
    }
    return greatest;
}

Result<void> SqliteJournal::readNumbers(TransferId id, QList<int>* numbers)
{
    return m_connection->each("SELECT no FROM part WHERE transfer = ? AND checked", {id.value},
                              [numbers](const QSqlQuery& row) { numbers->append(row.value(0).toInt()); });
}

Result<QList<TransferId>> SqliteJournal::ids()
{
    QList<TransferId> ids;
    const Result<void> read = m_connection->each("SELECT id FROM transfer", {}, [&ids](const QSqlQuery& row) {
        ids.append(TransferId{row.value(0).toLongLong()});
    });
    if (!read.ok())
        return read.error();
    return ids;
}

Result<std::optional<Transfer>> SqliteJournal::loadRow(TransferId id)
{
    std::optional<Transfer> found;
    SharedTexts texts;
    const Result<void> read =
        m_connection->each("SELECT " TRANSFER_COLUMNS " FROM transfer WHERE id = ?", {id.value},
                           [&](const QSqlQuery& row) { found = readTransfer(row, &texts); });
    if (!read.ok())
        return read.error();
    return found;
}

Result<std::optional<Transfer>> SqliteJournal::loadOne(TransferId id)
{
    Result<std::optional<Transfer>> row = loadRow(id);
    if (!row.ok() || !*row)
        return row;
    Transfer& found = **row;
    Result<QMap<int, StoredPart>> parts = loadParts(id);
    if (!parts.ok())
        return parts.error();
    found.state.parts = std::move(*parts);
    if (const Result<void> read = readParts(id, false, &found.state.unchecked); !read.ok())
        return read.error();
    if (!found.state.parts.isEmpty())
        setSums(&found, {static_cast<int>(found.state.parts.size()), found.state.parts.lastKey(),
                         found.state.parts.keys()});
    return row;
}

Result<QMap<int, StoredPart>> SqliteJournal::loadParts(TransferId id)
{
    QMap<int, StoredPart> parts;
    if (const Result<void> read = readParts(id, true, &parts); !read.ok())
        return read.error();
    return parts;
}

Result<void> SqliteJournal::readParts(TransferId id, bool checked, QMap<int, StoredPart>* parts)
{
    return m_connection->each(
        "SELECT no, etag, md5, crc, adopted FROM part WHERE transfer = ? AND checked = ? ORDER BY no",
        {id.value, checked},
        [parts](const QSqlQuery& row) { parts->insert(parts->cend(), row.value(0).toInt(), readPart(row)); });
}

Result<QList<HistoryLine>> SqliteJournal::history(TransferId id)
{
    QList<HistoryLine> lines;
    const Result<void> read = m_connection->each(
        "SELECT at, code, detail FROM history WHERE transfer = ? ORDER BY id", {id.value},
        [&lines](const QSqlQuery& row) {
            lines.append({time(row.value(0)), row.value(1).toString(), row.value(2).toString()});
        });
    if (!read.ok())
        return read.error();
    return lines;
}

Result<bool> SqliteJournal::isOthersUpload(TransferId id, const QString& uploadId)
{
    const Result<QVariant> found = m_connection->value(
        "SELECT EXISTS (SELECT 1 FROM transfer WHERE upload_id <> '' AND upload_id = ? AND id <> ?) "
        "OR EXISTS (SELECT 1 FROM stray WHERE upload_id = ? AND transfer <> ?)",
        {uploadId, id.value, uploadId, id.value});
    if (!found.ok())
        return found.error();
    return found->toBool();
}

} // namespace partway
