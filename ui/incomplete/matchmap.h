// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/adoption.h"

#include <QAbstractScrollArea>

namespace partway {

// The parts of a file as cells in the colour and pattern of how they compare with what is stored: matching,
// different, missing, uncheckable; with a legend that counts them. Keys move the current cell.
class MatchMap final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit MatchMap(QWidget* parent = nullptr);

    void setAdoption(const Adoption& adoption);
    void clear();

    static QString words(PartMatch match);
    // A square as the map paints it.
    static void paintCell(QPainter& painter, const QRectF& box, PartMatch match, const QPalette& palette);

    QSize sizeHint() const override { return {520, 180}; }

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void layoutCells();
    QRect cellRect(int index) const;
    int cellAt(const QPoint& position) const;
    QString sentence(int index) const;
    void choose(int index);

    QList<QPair<int, PartMatch>> m_parts; // number, match
    PartPlan m_plan;
    int m_current = -1;
    int m_cell = 16; // edge, with the gap
    int m_columns = 1;
};

} // namespace partway
