// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transferfilter.h"

#include <QTableView>

class QSettings;

namespace partway {

// The list of transfers: rows of one height, strips in the progress column. Keeps the selection by transfer
// when the filter resets the model.
class TransferView final : public QTableView
{
    Q_OBJECT
public:
    explicit TransferView(TransferFilter& filter, QWidget* parent = nullptr);

    QList<TransferRow> selected() const; // in the order shown
    std::optional<TransferId> current() const;
    void select(TransferId id);

    void saveState(QSettings& settings) const;
    void restoreState(const QSettings& settings);

Q_SIGNALS:
    void selectionChangedTo(const QList<partway::TransferId>& ids);
    void dropWanted(const QList<int>& rows, int target); // in front of row target; only of the whole queue
    void menuWanted(const QPoint& globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void startDrag(Qt::DropActions supported) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void setUpHeader();
    void showHeaderMenu(const QPoint& position);
    int dropRow(const QPoint& position) const;
    void showDropRow(int row);
    void rememberSelection();
    void restoreSelection();

    TransferFilter& m_filter;
    QList<TransferId> m_kept;
    TransferId m_keptCurrent;
    bool m_resetting = false;
    int m_dropRow = -1; // the line is drawn above it; -1: nothing is dragged
};

} // namespace partway
