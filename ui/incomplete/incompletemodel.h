// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteentry.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace partway {

enum class IncompleteColumn {
    Name,
    Started,
    Age,
    Initiator,
    Owner,
    StorageClass,
    Parts,
    Kept,
    NewestPart,
    Cost,
    Deadline,
    State
};
constexpr int incompleteColumnCount = 12;

// What is being done with a row here.
enum class IncompleteWork { None, Waiting, Aborting, Failed };

// Incomplete uploads as a tree: buckets with their sums, and their uploads. GUI thread.
class IncompleteModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, KeyRole, IsBucketRole, CopiesRole };

    explicit IncompleteModel(QObject* parent = nullptr);
    ~IncompleteModel() override;

    void clear();
    void addBucket(const QString& bucket);
    void setReport(const BucketReport& report);
    void put(const QList<IncompleteEntry>& entries); // adds, or replaces what is there
    void remove(const QList<UploadRef>& uploads);
    void setWork(const UploadRef& upload, IncompleteWork work, const QString& words = {});
    void setNow(const QDateTime& now); // ages and deadlines are told from here

    std::optional<IncompleteEntry> entry(const QModelIndex& index) const; // nothing for a bucket
    IncompleteWork work(const QModelIndex& index) const;
    QString bucketOf(const QModelIndex& index) const;
    BucketReport report(const QString& bucket) const;
    int copies(const UploadRef& upload) const; // uploads of this key
    QList<IncompleteEntry> all() const;
    int uploadCount() const { return int(m_places.size()); }
    QModelIndex indexOf(const UploadRef& upload) const;
    QModelIndex indexOfBucket(const QString& bucket) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        IncompleteEntry entry;
        IncompleteWork work = IncompleteWork::None;
        QString words;
    };
    struct Bucket
    {
        QString name;
        BucketReport report;
        bool done = false;
        QList<Row> rows;
        IncompleteSums sums;
    };
    using Place = QPair<Bucket*, int>;

    const Row* rowAt(const QModelIndex& index) const;
    Bucket* bucketAt(const QModelIndex& index) const; // of a bucket or of its upload
    int numberOf(const Bucket* bucket) const;
    void append(Bucket& bucket, const QList<IncompleteEntry>& entries);
    void replace(const Place& place, const IncompleteEntry& entry);
    void tellSums(const Bucket& bucket);
    void reindex(Bucket& bucket, int from);
    QVariant bucketText(const Bucket& bucket, IncompleteColumn column) const;
    QVariant rowText(const Row& row, IncompleteColumn column) const;
    QVariant bucketSort(const Bucket& bucket, IncompleteColumn column) const;
    QVariant rowSort(const Row& row, IncompleteColumn column) const;
    QString stateText(const Row& row) const;
    QString toolTip(const QModelIndex& index) const;
    QString spoken(const QModelIndex& index) const;

    std::vector<std::unique_ptr<Bucket>> m_buckets;
    QHash<QString, Bucket*> m_byName;
    QHash<QString, Place> m_places; // by bucket, key and id
    QHash<QString, int> m_copies;   // uploads by bucket and key
    QDateTime m_now;
};

QString incompleteColumnTitle(IncompleteColumn column);

} // namespace partway
