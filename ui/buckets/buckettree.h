// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"

#include <QAbstractItemModel>
#include <QDateTime>

#include <memory>
#include <vector>

namespace partway {

// What a row of the tree stands for.
enum class BucketRowKind {
    None,
    Bucket,
    Folder, // a common prefix
    Object,
    More,   // the listing goes on: activate() asks for the next page
    Asking, // the store has not answered yet
    Failed, // it could not be listed: activate() asks again
    Empty,  // there is nothing in it
};

// One row as the page sees it. A plain value.
struct BucketRow
{
    BucketRowKind kind = BucketRowKind::None;
    QString bucket;
    QByteArray key; // of a folder: the prefix, with its slash; of a bucket: empty
    qint64 size = 0;
    QDateTime modified;
    QString storageClass;
    QByteArray etag;
    std::optional<Error> error;

    bool isPlace() const { return kind == BucketRowKind::Bucket || kind == BucketRowKind::Folder; }
};

// The buckets of one account and what is in them, asked for as they are opened, a page of 1,000 at a time: a
// folder of any size costs what is shown of it. A QAbstractItemModel for a QTreeView; GUI thread.
class BucketTree final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Changed, StorageClass, ColumnCount };
    enum class Show { Everything, Places }; // Places: no objects, to choose a destination

    BucketTree(StoreOffice& office, Show show, QObject* parent = nullptr);
    ~BucketTree() override;

    // Asks for its buckets. usualBucket: shown also where the keys may not list buckets; may be empty.
    void setAccount(const QString& accountId, const QString& usualBucket);
    QString accountId() const { return m_accountId; }
    bool isAsking() const;
    std::optional<Error> error() const; // why the buckets are not known

    BucketRow row(const QModelIndex& index) const;
    QModelIndex placeOf(const QModelIndex& index) const; // itself, or the folder or bucket it lies in
    void activate(const QModelIndex& index);             // More and Failed; anything else is left alone
    void refresh(const QModelIndex& place);              // asks anew; invalid: for the buckets
    void addBucket(const QString& name);                 // that no listing shows
    void forgetObject(const QString& bucket, const QByteArray& key); // it was deleted
    // Lists only names that begin so, below the place; empty: all again.
    void narrow(const QModelIndex& place, const QByteArray& beginning);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void bucketsChanged(); // asked for, known, or failed
    void placeListed(const QModelIndex& place);

private:
    struct Node;
    Node* nodeAt(const QModelIndex& index) const;
    QModelIndex indexOf(const Node* node, int column = 0) const;
    void askBuckets();
    void takeBuckets(const Result<QList<ListedBucket>>& buckets);
    void ask(Node* node);
    void take(quint64 nodeId, const Result<ListObjectsPage>& page);
    void appendPage(Node* node, const ListObjectsPage& page);
    void append(Node* node, std::vector<std::unique_ptr<Node>> rows);
    void removeRow(Node* node, int row);
    void clear(Node* node);
    void setMark(Node* node, BucketRowKind kind, const std::optional<Error>& error = {});
    Node* find(quint64 id) const { return m_byId.value(id); }
    std::unique_ptr<Node> make(Node* parent, const BucketRow& row);
    void forget(const Node& node);
    QString nameText(const Node& node) const;
    QVariant text(const Node& node, int column) const;
    QVariant toolTip(const Node& node) const;

    StoreOffice& m_office;
    const Show m_show;
    QString m_accountId;
    QString m_usualBucket;
    QHash<quint64, Node*> m_byId; // answers may come for rows that are gone
    quint64 m_lastId = 0;
    std::unique_ptr<Node> m_root;
    quint64 m_generation = 0; // of the account
};

} // namespace partway
