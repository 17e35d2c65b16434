// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/folderbook.h"
#include "models/foldertotals.h"
#include "models/transfermodel.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <vector>

namespace partway {

// The groups of the sidebar. Each row is in All and in one other, or in none (aborted, skipped).
enum class TransferGroup { All, Active, Waiting, Paused, Failed, Finished };
constexpr int transferGroupCount = 6;

bool isInGroup(const TransferRow& row, TransferGroup group);

// Beside TransferRole.
enum ListRole {
    LevelRole = PartCountRole + 1, // 1: a file below its folder's row; else 0
    FolderRole,                    // int of FolderLook
};
enum class FolderLook { None, Collapsed, Expanded };

// What the list shows: the rows of one group that match a text, sorted; the files of a dropped folder stand
// behind one row for all of them, which can be expanded. A flat table all the same: views of tables cost next
// to nothing at 100,000 rows, views of trees lay out each of them. Keeps an index of its own. A changed
// filter resets the model, a changed order moves persistent indexes along. GUI thread.
class TransferFilter final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit TransferFilter(TransferModel& source, QObject* parent = nullptr);

    void setGroup(TransferGroup group);
    void setHidden(const QSet<TransferId>& ids); // about to be removed
    void setText(const QString& text);           // in name, destination or state
    bool showsWholeQueue() const; // all rows in the order of the queue: places are places in it
    TransferGroup group() const { return m_group; }

    // column -1: the order of the queue. Volatile columns (progress, state, speed, time left) are sorted
    // again every two seconds, not with every change.
    void sort(int column, Qt::SortOrder order) override;

    bool isFolder(int row) const { return m_entries.at(row) < 0; }
    const TransferRow& transfer(int row) const; // not of a folder's row
    int rowOf(TransferId id) const;             // -1: not shown, also: in a folder that is collapsed
    int folderRowOf(TransferId id) const;       // of the folder that it is in; -1: in none that is shown
    void setExpanded(int row, bool expanded);   // of a folder
    bool isExpanded(int row) const { return isFolder(row) && folderAt(row).expanded; }

    const DroppedFolder& folder(int row) const { return m_book.at(~m_entries.at(row)); }
    const FolderTotals& totals(int row) const { return folderAt(row).totals; }
    // The transfers that a row stands for, in the order of the list: its own, or all of its folder that the
    // filter lets through. False from `see` ends it.
    void visit(int row, const std::function<bool(const TransferRow&)>& see) const;
    TransferId firstInQueue(int row) const; // of those the one that goes first

    // A row across resets: an id, or a folder as a negative number. -1 where it is not shown any more.
    qint64 keyAt(int row) const;
    int rowOfKey(qint64 key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void shownCountChanged(int count);

private:
    struct Folder
    {
        QList<int> members; // source rows that the filter lets through; in the list's order if expanded
        FolderTotals totals;
        int row = -1; // where it is shown
        bool expanded = false;
        mutable QByteArray strip; // made when it is painted
        mutable bool stripIsOld = true;
        mutable QElapsedTimer stripMade;
    };
    // A row of the list: a source row, or a folder as ~number.
    using Entry = int;

    Folder& folderAt(int row) { return m_folders[static_cast<size_t>(~m_entries.at(row))]; }
    const Folder& folderAt(int row) const { return m_folders[static_cast<size_t>(~m_entries.at(row))]; }
    Folder* folderOfSource(int sourceRow);
    int rowOfEntry(Entry entry) const;

    bool accepts(int sourceRow) const;
    void learn(int first, int last); // the folders of source rows
    void rebuild();                  // without announcing
    void refilter();
    void resort();
    void renumber(int from = 0);
    void flatten(const QList<Entry>& top);
    QList<Entry> topEntries() const;

    // transferorder.cpp
    void sortEntries(QList<Entry>& entries) const;
    QVariant sortValue(Entry entry) const;
    qint64 positionOf(Entry entry) const;

    void putRows(const QList<int>& sourceRows); // as a block at the end, and of folders that are expanded
    void appendTop(const QList<Entry>& entries);
    void appendMembers(Folder& folder, const QList<int>& sourceRows);
    void takeRows(const QList<int>& sourceRows);
    void sourceInserted(int first, int last);
    void sourceAboutToRemove(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanging(int sourceRow, const TransferRow& before, const TransferRow& after);
    void sourceChanged(const QModelIndex& first, const QModelIndex& last);
    void announceFolders();
    void orderTouched(int firstColumn, int lastColumn);

    // foldercells.cpp
    QVariant folderData(const Folder& folder, const DroppedFolder& what, TransferColumn column,
                        int role) const;
    QVariant folderSortValue(const Folder& folder, const DroppedFolder& what, TransferColumn column) const;
    QVariant folderText(const Folder& folder, const DroppedFolder& what, TransferColumn column) const;
    QVariant folderToolTip(const Folder& folder, const DroppedFolder& what, TransferColumn column) const;
    QByteArray stripOf(const Folder& folder) const;

    TransferModel& m_model;
    TransferGroup m_group = TransferGroup::All;
    QString m_text;
    QSet<TransferId> m_hidden;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QTimer m_resortTimer;
    FolderBook m_book;
    std::vector<Folder> m_folders; // by number
    QSet<int> m_touched;           // folders whose totals changed
    QList<Entry> m_entries;
    // By source row.
    QList<int> m_folderOf; // -1: a single file
    QList<int> m_rowOf;    // where it is shown; -1: nowhere
    QList<char> m_in;      // the filter lets it through
    int m_inCount = 0;
};

} // namespace partway
