// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QAbstractScrollArea>

namespace partway {

// Every part of a transfer as a cell, up to 10,000, as large as the space allows. Paints only what is in
// sight. Arrow keys, Home, End and Page keys move the current cell, which tool tip and description tell of.
class PartMap final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PartMap(QWidget* parent = nullptr);

    void setParts(const QList<PartRow>& parts, bool finished);
    int currentPart() const { return m_current; } // 0-based; -1: none
    void setCurrentPart(int index);
    QRect cellRect(int index) const; // in the viewport

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index); // by mouse or key

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int partAt(const QPoint& position) const; // -1: none
    int rowCount() const;
    void layoutCells();
    void choose(int index);
    void describe();
    int indexForKey(int key) const;

    QList<PartRow> m_parts;
    bool m_finished = false;
    int m_current = -1;
    int m_cell = 16; // edge, with the gap
    int m_columns = 1;
};

} // namespace partway
