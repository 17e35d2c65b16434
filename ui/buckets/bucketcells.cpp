// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What BucketTree shows: the answers to the view.
#include "buckets/buckettree_p.h"
#include "format/errortext.h"
#include "format/numbers.h"
#include "paint/icons.h"

#include <QFont>
#include <QLocale>

namespace partway {

QModelIndex BucketTree::index(int row, int column, const QModelIndex& parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return {};
    const Node* node = nodeAt(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || row >= int(node->children.size()))
        return {};
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex BucketTree::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeAt(child)->parent) : QModelIndex();
}

int BucketTree::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() && parent.column() != 0 ? 0 : int(nodeAt(parent)->children.size());
}

int BucketTree::columnCount(const QModelIndex&) const
{
    return m_show == Show::Places ? 1 : int(ColumnCount);
}

bool BucketTree::hasChildren(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return !m_root->children.empty();
    const Node* node = nodeAt(parent);
    return parent.column() == 0 && node->row.isPlace() &&
           (node->state == Listing::Unasked || !node->children.empty());
}

Qt::ItemFlags BucketTree::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Node* node = nodeAt(index);
    if (node->row.kind == BucketRowKind::Asking || node->row.kind == BucketRowKind::Empty)
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (node->row.isPlace())
        flags |= Qt::ItemIsDropEnabled;
    else
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QString BucketTree::nameText(const Node& node) const
{
    switch (node.row.kind) {
    case BucketRowKind::None:
        return {};
    case BucketRowKind::Bucket:
        return node.narrowedTo.isEmpty() ? node.row.bucket
                                         : tr("%1 (names that begin with “%2”)")
                                               .arg(node.row.bucket, QString::fromUtf8(node.narrowedTo));
    case BucketRowKind::Folder:
    case BucketRowKind::Object: {
        const QByteArray above = node.parent->row.key;
        QString name = QString::fromUtf8(node.row.key.mid(above.size()));
        if (node.row.kind == BucketRowKind::Folder && name.endsWith(u'/') && name.size() > 1)
            name.chop(1);
        return node.narrowedTo.isEmpty()
                   ? name
                   : tr("%1 (names that begin with “%2”)").arg(name, QString::fromUtf8(node.narrowedTo));
    }
    case BucketRowKind::More:
        return tr("Show more… (%1 so far)")
            .arg(QLocale().toString(qlonglong(node.parent->children.size() - 1)));
    case BucketRowKind::Asking:
        return tr("Asking the server…");
    case BucketRowKind::Failed:
        return tr("%1 Press Enter to try again.").arg(describeError(*node.row.error).sentence);
    case BucketRowKind::Empty:
        return node.parent->narrowedTo.isEmpty() ? tr("Nothing in here") : tr("No name begins so");
    }
    return {};
}

QVariant BucketTree::text(const Node& node, int column) const
{
    const bool object = node.row.kind == BucketRowKind::Object;
    switch (column) {
    case Name:
        return nameText(node);
    case Size:
        return object ? formatBytes(node.row.size) : QString();
    case Changed:
        return node.row.modified.isValid() ? formatWhen(node.row.modified, QDateTime::currentDateTimeUtc())
                                           : QString();
    case StorageClass:
        return node.row.storageClass;
    default:
        return {};
    }
}

QVariant BucketTree::toolTip(const Node& node) const
{
    if (node.row.error)
        return errorLine(*node.row.error);
    QString tip =
        node.row.bucket + (node.row.key.isEmpty() ? QString() : u'/' + QString::fromUtf8(node.row.key));
    if (node.row.kind == BucketRowKind::Object)
        tip += u'\n' + tr("%1 bytes").arg(QLocale().toString(node.row.size));
    if (node.row.modified.isValid())
        tip += u'\n' + QLocale().toString(node.row.modified.toLocalTime(), QLocale::LongFormat);
    return tip;
}

QVariant BucketTree::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeAt(index);
    const BucketRowKind kind = node.row.kind;
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        return toolTip(node);
    case Qt::DecorationRole:
        if (index.column() != Name)
            return {};
        if (kind == BucketRowKind::Bucket)
            return ownIcon(QStringLiteral("bucket"));
        if (kind == BucketRowKind::Folder)
            return ownIcon(QStringLiteral("folder"));
        return kind == BucketRowKind::Failed ? QVariant(ownIcon(QStringLiteral("warning"))) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::FontRole:
        if (node.isMark()) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == Name && kind == BucketRowKind::Object)
            return tr("%1, object, %2", "name, size").arg(nameText(node), formatBytes(node.row.size));
        if (index.column() == Name && kind == BucketRowKind::Folder)
            return tr("%1, folder", "name").arg(nameText(node));
        if (index.column() == Name && kind == BucketRowKind::Bucket)
            return tr("%1, bucket", "name").arg(nameText(node));
        return text(node, index.column());
    default:
        return {};
    }
}

QVariant BucketTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Size)
        return int(Qt::AlignRight | Qt::AlignVCenter); // as its numbers
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Size:
        return tr("Size");
    case Changed:
        return tr("Changed");
    case StorageClass:
        return tr("Storage class");
    default:
        return {};
    }
}

} // namespace partway
