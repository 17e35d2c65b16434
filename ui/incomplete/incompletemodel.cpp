// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/incompletemodel.h"

#include <algorithm>

namespace partway {

namespace {

QString keyOf(const QString& bucket, const QByteArray& key)
{
    return bucket + u'\n' + QString::fromUtf8(key);
}

QString placeOf(const UploadRef& upload)
{
    return keyOf(upload.bucket, upload.key) + u'\n' + upload.uploadId;
}

} // namespace

IncompleteModel::IncompleteModel(QObject* parent)
    : QAbstractItemModel(parent), m_now(QDateTime::currentDateTimeUtc())
{
}

IncompleteModel::~IncompleteModel() = default;

void IncompleteModel::clear()
{
    beginResetModel();
    m_places.clear();
    m_copies.clear();
    m_byName.clear();
    m_buckets.clear();
    endResetModel();
}

void IncompleteModel::addBucket(const QString& bucket)
{
    if (m_byName.contains(bucket))
        return;
    const int row = int(m_buckets.size());
    beginInsertRows({}, row, row);
    m_buckets.push_back(std::make_unique<Bucket>());
    m_buckets.back()->name = bucket;
    m_byName.insert(bucket, m_buckets.back().get());
    endInsertRows();
}

void IncompleteModel::setReport(const BucketReport& report)
{
    addBucket(report.bucket);
    Bucket& bucket = *m_byName.value(report.bucket);
    bucket.report = report;
    bucket.done = true;
    tellSums(bucket);
}

BucketReport IncompleteModel::report(const QString& bucket) const
{
    const Bucket* known = m_byName.value(bucket);
    return known ? known->report : BucketReport();
}

void IncompleteModel::put(const QList<IncompleteEntry>& entries)
{
    QHash<QString, QList<IncompleteEntry>> fresh;
    QStringList order;
    for (const IncompleteEntry& entry : entries) {
        const auto known = m_places.constFind(placeOf(entry.upload.ref()));
        if (known != m_places.cend()) {
            replace(*known, entry);
            continue;
        }
        if (!fresh.contains(entry.upload.bucket))
            order.append(entry.upload.bucket);
        fresh[entry.upload.bucket].append(entry);
    }
    for (const QString& bucket : std::as_const(order)) {
        addBucket(bucket);
        append(*m_byName.value(bucket), fresh.value(bucket));
    }
    QSet<Bucket*> touched;
    for (const IncompleteEntry& entry : entries)
        touched.insert(m_byName.value(entry.upload.bucket));
    for (const Bucket* bucket : std::as_const(touched))
        tellSums(*bucket);
}

void IncompleteModel::append(Bucket& bucket, const QList<IncompleteEntry>& entries)
{
    const int first = int(bucket.rows.size());
    beginInsertRows(indexOfBucket(bucket.name), first, first + int(entries.size()) - 1);
    for (const IncompleteEntry& entry : entries) {
        m_places.insert(placeOf(entry.upload.ref()), {&bucket, int(bucket.rows.size())});
        ++m_copies[keyOf(bucket.name, entry.upload.upload.key)];
        bucket.rows.append({.entry = entry, .work = IncompleteWork::None, .words = {}});
        bucket.sums.add(entry);
    }
    endInsertRows();
}

void IncompleteModel::replace(const Place& place, const IncompleteEntry& entry)
{
    auto [bucket, row] = place;
    bucket->sums.add(bucket->rows.at(row).entry, -1);
    bucket->rows[row].entry = entry;
    bucket->sums.add(entry);
    const QModelIndex first = index(row, 0, indexOfBucket(bucket->name));
    Q_EMIT dataChanged(first, first.siblingAtColumn(incompleteColumnCount - 1));
}

void IncompleteModel::tellSums(const Bucket& bucket)
{
    const QModelIndex first = indexOfBucket(bucket.name);
    Q_EMIT dataChanged(first, first.siblingAtColumn(incompleteColumnCount - 1));
}

void IncompleteModel::remove(const QList<UploadRef>& uploads)
{
    QHash<Bucket*, QList<int>> rows;
    for (const UploadRef& upload : uploads) {
        if (const auto known = m_places.constFind(placeOf(upload)); known != m_places.cend())
            rows[known->first].append(known->second);
    }
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        Bucket& bucket = *it.key();
        QList<int>& list = it.value();
        std::sort(list.begin(), list.end(), std::greater<>());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        for (qsizetype i = 0; i < list.size();) { // rows that follow each other go together
            const int last = list.at(i);
            int first = last;
            while (++i < list.size() && list.at(i) == first - 1)
                first = list.at(i);
            beginRemoveRows(indexOfBucket(bucket.name), first, last);
            for (int row = first; row <= last; ++row) {
                const IncompleteEntry& entry = bucket.rows.at(row).entry;
                m_places.remove(placeOf(entry.upload.ref()));
                --m_copies[keyOf(bucket.name, entry.upload.upload.key)];
                bucket.sums.add(entry, -1);
            }
            bucket.rows.remove(first, last - first + 1);
            reindex(bucket, first);
            endRemoveRows();
        }
        tellSums(bucket);
    }
}

void IncompleteModel::reindex(Bucket& bucket, int from)
{
    for (int row = from; row < bucket.rows.size(); ++row)
        m_places.insert(placeOf(bucket.rows.at(row).entry.upload.ref()), {&bucket, row});
}

void IncompleteModel::setWork(const UploadRef& upload, IncompleteWork work, const QString& words)
{
    const auto known = m_places.constFind(placeOf(upload));
    if (known == m_places.cend())
        return;
    Row& row = known->first->rows[known->second];
    row.work = work;
    row.words = words;
    const QModelIndex first = indexOf(upload);
    Q_EMIT dataChanged(first, first.siblingAtColumn(incompleteColumnCount - 1));
}

void IncompleteModel::setNow(const QDateTime& now)
{
    m_now = now;
    for (const std::unique_ptr<Bucket>& bucket : m_buckets) {
        if (bucket->rows.isEmpty())
            continue;
        const QModelIndex parent = indexOfBucket(bucket->name);
        Q_EMIT dataChanged(index(0, 0, parent),
                           index(int(bucket->rows.size()) - 1, incompleteColumnCount - 1, parent),
                           {Qt::DisplayRole});
    }
}

// --- the tree -------------------------------------------------------------------------------------------

int IncompleteModel::numberOf(const Bucket* bucket) const
{
    const auto place = std::find_if(m_buckets.begin(), m_buckets.end(),
                                    [bucket](const auto& known) { return known.get() == bucket; });
    return int(place - m_buckets.begin());
}

QModelIndex IncompleteModel::indexOfBucket(const QString& bucket) const
{
    const Bucket* known = m_byName.value(bucket);
    return known ? createIndex(numberOf(known), 0) : QModelIndex();
}

QModelIndex IncompleteModel::indexOf(const UploadRef& upload) const
{
    const auto known = m_places.constFind(placeOf(upload));
    return known == m_places.cend() ? QModelIndex() : createIndex(known->second, 0, known->first);
}

QModelIndex IncompleteModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, m_buckets.at(size_t(parent.row())).get())
                            : createIndex(row, column);
}

QModelIndex IncompleteModel::parent(const QModelIndex& index) const
{
    const auto* bucket = static_cast<const Bucket*>(index.internalPointer());
    return index.isValid() && bucket ? createIndex(numberOf(bucket), 0) : QModelIndex();
}

int IncompleteModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_buckets.size());
    const bool isBucket = !parent.internalPointer() && parent.column() == 0;
    return isBucket ? int(m_buckets.at(size_t(parent.row()))->rows.size()) : 0;
}

int IncompleteModel::columnCount(const QModelIndex&) const
{
    return incompleteColumnCount;
}

const IncompleteModel::Row* IncompleteModel::rowAt(const QModelIndex& index) const
{
    const auto* bucket = static_cast<const Bucket*>(index.internalPointer());
    return index.isValid() && bucket ? &bucket->rows.at(index.row()) : nullptr;
}

IncompleteModel::Bucket* IncompleteModel::bucketAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    auto* bucket = static_cast<Bucket*>(index.internalPointer());
    return bucket ? bucket : m_buckets.at(size_t(index.row())).get();
}

std::optional<IncompleteEntry> IncompleteModel::entry(const QModelIndex& index) const
{
    const Row* row = rowAt(index);
    return row ? std::optional(row->entry) : std::nullopt;
}

IncompleteWork IncompleteModel::work(const QModelIndex& index) const
{
    const Row* row = rowAt(index);
    return row ? row->work : IncompleteWork::None;
}

QString IncompleteModel::bucketOf(const QModelIndex& index) const
{
    const Bucket* bucket = bucketAt(index);
    return bucket ? bucket->name : QString();
}

int IncompleteModel::copies(const UploadRef& upload) const
{
    return m_copies.value(keyOf(upload.bucket, upload.key));
}

QList<IncompleteEntry> IncompleteModel::all() const
{
    QList<IncompleteEntry> entries;
    for (const std::unique_ptr<Bucket>& bucket : m_buckets) {
        for (const Row& row : bucket->rows)
            entries.append(row.entry);
    }
    return entries;
}

} // namespace partway
