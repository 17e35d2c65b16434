// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "buckets/buckettree.h"

#include <QSortFilterProxyModel>
#include <QTreeView>

namespace partway {

// What of the tree is shown: names with a text in them, and what leads there.
class BucketFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit BucketFilter(BucketTree& tree, QObject* parent = nullptr);
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    BucketTree& m_tree;
    QString m_text;
};

// The tree of buckets on the screen: opens, pages as it is scrolled, and takes files that are dropped on a
// folder.
class BucketView final : public QTreeView
{
    Q_OBJECT
public:
    BucketView(BucketTree& tree, BucketFilter& filter, QWidget* parent = nullptr);

    QModelIndex currentSource() const;   // of the tree
    QList<BucketRow> selected() const;   // objects, folders and buckets
    void open(const QModelIndex& place); // makes it the current row, opened

Q_SIGNALS:
    void chosen(); // another current row, or other rows are selected
    void filesDropped(const QStringList& paths, const QModelIndex& place);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void keyPressEvent(QKeyEvent* event) override;
    int sizeHintForColumn(int column) const override;

private:
    void pageWhereSeen();
    QModelIndex placeUnder(const QPoint& position) const;

    BucketTree& m_tree;
    BucketFilter& m_filter;
};

} // namespace partway
