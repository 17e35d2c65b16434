// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transferfilter.h"

#include <QTableView>

#include <functional>

class QSettings;

namespace partway {

// The list of transfers: rows of one height, strips in the progress column, folders that are expanded by
// their arrow, a double click, Return, or the arrow keys. Keeps the selection by transfer and folder when the
// filter resets the model.
class TransferView final : public QTableView
{
    Q_OBJECT
public:
    explicit TransferView(TransferFilter& filter, QWidget* parent = nullptr);

    // What is selected: each transfer once, those of a selected folder, too. False from `see` ends it.
    void visitSelected(const std::function<bool(const TransferRow&)>& see) const;
    QList<TransferId> selectedIds() const;
    QList<int> selectedRows() const;        // of the list, ascending; a folder is one
    std::optional<TransferId> only() const; // the one transfer that is selected by its own row
    std::optional<int> onlyFolder() const;  // the row of the one folder that is
    void select(TransferId id);             // or the folder that it is in

    void saveState(QSettings& settings) const;
    void restoreState(const QSettings& settings);

Q_SIGNALS:
    void selectionMoved();
    void dropWanted(const QList<int>& rows, int target); // in front of row target; only of the whole queue
    void menuWanted(const QPoint& globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void startDrag(Qt::DropActions supported) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void setUpHeader();
    void fitColumns();
    int giveWay(QList<int>& widths, int lastVisual, bool comfortably) const;
    void noteWidths(int resized);
    void showHeaderMenu(const QPoint& position);
    int dropRow(const QPoint& position) const;
    void showDropRow(int row);
    bool isOnArrow(const QPoint& position) const;
    void toggle(int row);
    bool fold(Qt::Key key); // what an arrow key means in a list of folders; false: nothing
    void rememberSelection();
    void restoreSelection();

    TransferFilter& m_filter;
    QList<int> m_wishes;     // widths as the person has them where there is room
    bool m_isWished = false; // they are a person's, not the usual ones
    bool m_fitting = false;
    QList<qint64> m_kept; // keys of rows
    qint64 m_keptCurrent = 0;
    bool m_resetting = false;
    int m_dropRow = -1; // the line is drawn above it; -1: nothing is dragged
};

} // namespace partway
