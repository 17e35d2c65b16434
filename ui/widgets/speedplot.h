// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/speedhistory.h"

#include <QWidget>

namespace partway {

// Speed over the last minutes, newest at the end of the line: the limit as a dashed line, hatched where the
// server asked to slow down or the network was gone.
class SpeedPlot final : public QWidget
{
    Q_OBJECT
public:
    explicit SpeedPlot(QWidget* parent = nullptr);

    void setHistory(const SpeedHistory& history);
    QSize sizeHint() const override { return {400, 160}; }
    QSize minimumSizeHint() const override { return {120, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintHolds(QPainter& painter, const QRectF& field) const;
    void paintCurve(QPainter& painter, const QRectF& field, qint64 top) const;
    void paintLimit(QPainter& painter, const QRectF& field, qint64 top) const;
    void paintScale(QPainter& painter, const QRectF& field, qint64 top) const;
    double xOf(qsizetype sample, const QRectF& field) const;

    SpeedHistory m_history;
};

QString speedFactsText(const SpeedFacts& facts, qint64 limit);
qint64 plotTop(qint64 most); // the end of the scale: 1, 2 or 5 of its unit

} // namespace partway
