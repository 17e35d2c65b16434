// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/speedplot.h"

#include "base/byterange.h"
#include "format/numbers.h"
#include "paint/partcolors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace partway {

namespace {

constexpr int seconds = 600; // shown at once

QString orNothing(qint64 speed)
{
    return speed > 0 ? formatSpeed(speed) : SpeedPlot::tr("0 bytes/s");
}

} // namespace

qint64 plotTop(qint64 most)
{
    qint64 unit = KiB;
    for (;;) {
        for (qint64 step : {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
            if (step * unit >= most)
                return step * unit;
        }
        unit *= KiB;
    }
}

QString speedFactsText(const SpeedFacts& facts, qint64 limit)
{
    QStringList parts{SpeedPlot::tr("now %1").arg(orNothing(facts.now)),
                      SpeedPlot::tr("mean %1").arg(orNothing(facts.mean)),
                      SpeedPlot::tr("most %1").arg(orNothing(facts.most))};
    if (limit > 0)
        parts.append(SpeedPlot::tr("limit %1").arg(formatSpeed(limit)));
    if (facts.slowDowns > 0)
        parts.append(SpeedPlot::tr("slowed down by the server %n time(s)", nullptr, facts.slowDowns));
    return parts.join(QStringLiteral(" · "));
}

SpeedPlot::SpeedPlot(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Speed over the last ten minutes"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void SpeedPlot::setHistory(const SpeedHistory& history)
{
    m_history = history;
    const QList<SpeedSample>& samples = history.samples();
    setAccessibleDescription(speedFactsText(history.facts(), samples.isEmpty() ? 0 : samples.last().limit));
    update();
}

double SpeedPlot::xOf(qsizetype sample, const QRectF& field) const
{
    const auto age = static_cast<double>(m_history.samples().size() - 1 - sample);
    const double way = age * field.width() / seconds;
    return isRightToLeft() ? field.left() + way : field.right() - way;
}

void SpeedPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int line = fontMetrics().height();
    const int side = fontMetrics().horizontalAdvance(formatSpeed(500 * MiB)) + 10;
    QRectF field = QRectF(rect()).adjusted(side, line / 2.0 + 2, -10, -line - 6);
    if (isRightToLeft())
        field = QRectF(rect()).adjusted(10, line / 2.0 + 2, -side, -line - 6);
    qint64 most = 0;
    for (const SpeedSample& sample : m_history.samples())
        most = std::max({most, sample.bytesPerSecond, sample.limit});
    const qint64 top = plotTop(std::max(most, MiB));
    paintScale(painter, field, top);
    painter.setClipRect(field.adjusted(0, -2, 1, 1));
    paintHolds(painter, field);
    paintCurve(painter, field, top);
    paintLimit(painter, field, top);
}

void SpeedPlot::paintScale(QPainter& painter, const QRectF& field, qint64 top) const
{
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.18F);
    for (int quarter = 0; quarter <= 4; ++quarter) {
        const double y = field.bottom() - field.height() * quarter / 4;
        painter.setPen(faint);
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y));
        if (quarter % 2 == 1 || (quarter == 2 && field.height() < 60))
            continue;
        painter.setPen(palette().color(QPalette::Text));
        const double left = isRightToLeft() ? field.right() + 6 : 0;
        const double width = isRightToLeft() ? this->width() - left : field.left() - 6;
        painter.drawText(QRectF(left, y - 20, width, 40), Qt::AlignRight | Qt::AlignVCenter,
                         quarter == 0 ? QStringLiteral("0") : formatSpeed(top * quarter / 4));
    }
    painter.setPen(palette().color(QPalette::Text));
    const QRectF below(field.left(), field.bottom() + 3, field.width(), fontMetrics().height() + 2);
    painter.drawText(below, (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop,
                     tr("10 minutes ago"));
    painter.drawText(below, (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop, tr("now"));
}

void SpeedPlot::paintHolds(QPainter& painter, const QRectF& field) const
{
    const QList<SpeedSample>& samples = m_history.samples();
    const double second = field.width() / seconds;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        if (samples.at(i).hold == Hold::None)
            continue;
        const double x = xOf(i, field);
        const QRectF box(x - second / 2, field.top(), second + 0.5, field.height());
        const bool throttled = samples.at(i).hold == Hold::Throttled;
        const QColor color = partColor(throttled ? PartState::Retrying : PartState::Failed, palette());
        painter.fillRect(box, QBrush(color, throttled ? Qt::BDiagPattern : Qt::DiagCrossPattern));
    }
}

void SpeedPlot::paintCurve(QPainter& painter, const QRectF& field, qint64 top) const
{
    const QList<SpeedSample>& samples = m_history.samples();
    if (samples.isEmpty())
        return;
    const auto yOf = [&](qint64 speed) {
        return field.bottom() - field.height() * static_cast<double>(speed) / static_cast<double>(top);
    };
    QPolygonF curve;
    for (qsizetype i = 0; i < samples.size(); ++i)
        curve.append(QPointF(xOf(i, field), yOf(samples.at(i).bytesPerSecond)));
    QPolygonF area = curve;
    area.append(QPointF(curve.last().x(), field.bottom()));
    area.append(QPointF(curve.first().x(), field.bottom()));
    const QColor color = partColor(PartState::Stored, palette());
    QColor light = color;
    light.setAlphaF(0.25F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawPolygon(area);
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void SpeedPlot::paintLimit(QPainter& painter, const QRectF& field, qint64 top) const
{
    const QList<SpeedSample>& samples = m_history.samples();
    painter.setPen(QPen(palette().color(QPalette::Text), 1.5, Qt::DashLine));
    qsizetype from = 0;
    for (qsizetype i = 1; i <= samples.size(); ++i) {
        if (i < samples.size() && samples.at(i).limit == samples.at(from).limit)
            continue;
        const qint64 limit = samples.at(from).limit;
        const double y =
            field.bottom() - field.height() * static_cast<double>(limit) / static_cast<double>(top);
        if (limit > 0)
            painter.drawLine(QPointF(xOf(from, field), y), QPointF(xOf(i - 1, field), y));
        from = i;
    }
}

} // namespace partway
