// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tree and how it grows. What is shown of a row is in bucketcells.cpp.
#include "buckets/buckettree.h"

#include "buckets/buckettree_p.h"

#include <algorithm>

namespace partway {

BucketTree::BucketTree(StoreOffice& office, Show show, QObject* parent)
    : QAbstractItemModel(parent), m_office(office), m_show(show), m_root(make(nullptr, {}))
{
}

BucketTree::~BucketTree() = default;

std::unique_ptr<BucketTree::Node> BucketTree::make(Node* parent, const BucketRow& row)
{
    auto node = std::make_unique<Node>();
    node->id = ++m_lastId;
    node->parent = parent;
    node->row = row;
    m_byId.insert(node->id, node.get());
    return node;
}

void BucketTree::forget(const Node& node)
{
    for (const auto& child : node.children)
        forget(*child);
    m_byId.remove(node.id);
}

BucketTree::Node* BucketTree::nodeAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex BucketTree::indexOf(const Node* node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->place, column, node);
}

BucketRow BucketTree::row(const QModelIndex& index) const
{
    return index.isValid() ? nodeAt(index)->row : BucketRow{};
}

QModelIndex BucketTree::placeOf(const QModelIndex& index) const
{
    QModelIndex place = index.siblingAtColumn(0);
    while (place.isValid() && !row(place).isPlace())
        place = place.parent();
    return place;
}

// --- buckets -------------------------------------------------------------------------------------------

void BucketTree::setAccount(const QString& accountId, const QString& usualBucket)
{
    m_accountId = accountId;
    m_usualBucket = usualBucket;
    askBuckets();
}

void BucketTree::askBuckets()
{
    beginResetModel();
    forget(*m_root);
    m_root = make(nullptr, {});
    m_root->state = m_accountId.isEmpty() ? Listing::Known : Listing::Asking;
    endResetModel();
    const quint64 generation = ++m_generation;
    Q_EMIT bucketsChanged();
    if (m_accountId.isEmpty())
        return;
    m_office.ask<QList<ListedBucket>>(
        m_accountId, this,
        [](ObjectStore& store, auto answer) { return store.listBuckets(std::move(answer)); },
        [this, generation](const Result<QList<ListedBucket>>& buckets) {
            if (generation == m_generation)
                takeBuckets(buckets);
        });
}

// Many keys may use one bucket and list none: the one that is known stands there all the same.
void BucketTree::takeBuckets(const Result<QList<ListedBucket>>& buckets)
{
    m_root->state = buckets ? Listing::Known : Listing::Failed;
    m_root->row.error = buckets ? std::nullopt : std::optional(buckets.error());
    QStringList names;
    std::vector<std::unique_ptr<Node>> rows;
    for (const ListedBucket& bucket : buckets ? *buckets : QList<ListedBucket>{}) {
        names.append(bucket.name);
        BucketRow row;
        row.kind = BucketRowKind::Bucket;
        row.bucket = bucket.name;
        row.modified = bucket.created;
        rows.push_back(make(m_root.get(), row));
    }
    append(m_root.get(), std::move(rows));
    if (!m_usualBucket.isEmpty() && !names.contains(m_usualBucket))
        addBucket(m_usualBucket);
    Q_EMIT bucketsChanged();
}

void BucketTree::addBucket(const QString& name)
{
    for (const auto& child : m_root->children) {
        if (child->row.bucket == name)
            return;
    }
    BucketRow row;
    row.kind = BucketRowKind::Bucket;
    row.bucket = name;
    // Among the others, which stores list by name.
    auto& all = m_root->children;
    const auto before = std::find_if(all.begin(), all.end(), [&name](const auto& child) {
        return child->isMark() || child->row.bucket > name;
    });
    const int place = int(before - all.begin());
    beginInsertRows({}, place, place);
    all.insert(before, make(m_root.get(), row));
    for (size_t index = size_t(place); index < all.size(); ++index)
        all[index]->place = int(index);
    endInsertRows();
    Q_EMIT bucketsChanged();
}

bool BucketTree::isAsking() const
{
    return m_root->state == Listing::Asking;
}

std::optional<Error> BucketTree::error() const
{
    return m_root->row.error;
}

// --- what is in them -----------------------------------------------------------------------------------

bool BucketTree::canFetchMore(const QModelIndex& parent) const
{
    return parent.isValid() && parent.column() == 0 && nodeAt(parent)->row.isPlace() &&
           nodeAt(parent)->state == Listing::Unasked;
}

// A view may ask in the middle of hearing of other rows: none come before it is done with that.
void BucketTree::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    Node* node = nodeAt(parent);
    node->state = Listing::Asking;
    const auto later = [this, id = node->id, asked = node->asked] {
        Node* node = find(id);
        if (node && node->asked == asked)
            ask(node);
    };
    QMetaObject::invokeMethod(this, later, Qt::QueuedConnection);
}

void BucketTree::ask(Node* node)
{
    node->state = Listing::Asking;
    setMark(node, BucketRowKind::Asking);
    ListObjectsInput input;
    input.bucket = node->row.bucket;
    input.prefix = node->row.key + node->narrowedTo;
    input.delimiter = "/";
    input.continuationToken = node->nextToken;
    const quint64 id = node->id;
    const quint64 asked = ++node->asked;
    m_office.ask<ListObjectsPage>(
        m_accountId, this,
        [input](ObjectStore& store, auto answer) { return store.listObjects(input, std::move(answer)); },
        [this, id, asked](const Result<ListObjectsPage>& page) {
            const Node* node = find(id);
            if (node && node->asked == asked) // not asked anew meanwhile
                take(id, page);
        });
}

void BucketTree::take(quint64 nodeId, const Result<ListObjectsPage>& page)
{
    Node* node = find(nodeId);
    setMark(node, BucketRowKind::None);
    if (!page) {
        node->state = Listing::Failed;
        setMark(node, BucketRowKind::Failed, page.error());
    } else {
        node->state = Listing::Known;
        // A store that names the same place again would be asked for ever.
        const bool further = page->truncated && page->nextToken != node->nextToken;
        node->nextToken = further ? page->nextToken : QByteArray();
        appendPage(node, *page);
        if (further)
            setMark(node, BucketRowKind::More);
        else if (node->children.empty())
            setMark(node, BucketRowKind::Empty);
    }
    Q_EMIT placeListed(indexOf(node));
}

void BucketTree::appendPage(Node* node, const ListObjectsPage& page)
{
    std::vector<std::unique_ptr<Node>> rows;
    rows.reserve(size_t(page.prefixes.size() + page.objects.size()));
    for (const QByteArray& prefix : page.prefixes) {
        BucketRow row;
        row.kind = BucketRowKind::Folder;
        row.bucket = node->row.bucket;
        row.key = prefix;
        rows.push_back(make(node, row));
    }
    for (const ListedObject& object : page.objects) {
        if (object.key == node->row.key || m_show == Show::Places)
            continue; // the object that stands for the folder itself
        BucketRow row;
        row.kind = BucketRowKind::Object;
        row.bucket = node->row.bucket;
        row.key = object.key;
        row.size = object.size;
        row.modified = object.modified;
        row.storageClass = object.storageClass;
        row.etag = object.etag;
        rows.push_back(make(node, row));
    }
    append(node, std::move(rows));
}

void BucketTree::append(Node* node, std::vector<std::unique_ptr<Node>> rows)
{
    if (rows.empty())
        return;
    const int first = int(node->children.size());
    beginInsertRows(indexOf(node), first, first + int(rows.size()) - 1);
    for (auto& row : rows) {
        row->place = int(node->children.size());
        node->children.push_back(std::move(row));
    }
    endInsertRows();
}

void BucketTree::removeRow(Node* node, int row)
{
    beginRemoveRows(indexOf(node), row, row);
    forget(*node->children[size_t(row)]);
    node->children.erase(node->children.begin() + row);
    for (size_t at = size_t(row); at < node->children.size(); ++at)
        node->children[at]->place = int(at);
    endRemoveRows();
}

void BucketTree::clear(Node* node)
{
    if (node->children.empty())
        return;
    beginRemoveRows(indexOf(node), 0, int(node->children.size()) - 1);
    for (const auto& child : node->children)
        forget(*child);
    node->children.clear();
    endRemoveRows();
}

// The one row at the end that says how the listing stands; None: there is none.
void BucketTree::setMark(Node* node, BucketRowKind kind, const std::optional<Error>& error)
{
    if (!node->children.empty() && node->children.back()->isMark())
        removeRow(node, int(node->children.size()) - 1);
    if (kind == BucketRowKind::None)
        return;
    BucketRow row;
    row.kind = kind;
    row.bucket = node->row.bucket;
    row.key = node->row.key;
    row.error = error;
    std::vector<std::unique_ptr<Node>> rows;
    rows.push_back(make(node, row));
    append(node, std::move(rows));
}

void BucketTree::activate(const QModelIndex& index)
{
    const BucketRowKind kind = row(index).kind;
    if (kind == BucketRowKind::More || kind == BucketRowKind::Failed)
        ask(nodeAt(index)->parent);
}

void BucketTree::refresh(const QModelIndex& place)
{
    if (!place.isValid()) {
        askBuckets();
        return;
    }
    Node* node = nodeAt(place);
    if (!node->row.isPlace())
        return;
    clear(node);
    node->nextToken.clear();
    ask(node);
}

void BucketTree::narrow(const QModelIndex& place, const QByteArray& beginning)
{
    Node* node = nodeAt(place);
    if (!node->row.isPlace() || node->narrowedTo == beginning)
        return;
    node->narrowedTo = beginning;
    Q_EMIT dataChanged(place, place);
    refresh(place);
}

void BucketTree::forgetObject(const QString& bucket, const QByteArray& key)
{
    for (Node* node : std::as_const(m_byId)) {
        if (node->row.kind == BucketRowKind::Object && node->row.bucket == bucket && node->row.key == key) {
            removeRow(node->parent, node->place);
            return;
        }
    }
}

} // namespace partway
