// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statusline.h"

#include "base/byterange.h"
#include "format/numbers.h"
#include "paint/partcolors.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

namespace partway {

namespace {

constexpr int dotSize = 10;
constexpr qint64 usualLimits[]{1 * MiB, 2 * MiB, 5 * MiB, 10 * MiB, 25 * MiB, 50 * MiB, 100 * MiB};

// Offline is a ring, not only another colour.
QPixmap dot(bool online, const QWidget& widget)
{
    const qreal scale = widget.devicePixelRatioF();
    QPixmap pixmap(QSize(dotSize, dotSize) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color =
        online ? finishedColor(widget.palette()) : partColor(PartState::Failed, widget.palette());
    painter.setPen(QPen(color, 2));
    painter.setBrush(online ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(1.5, 1.5, dotSize - 3, dotSize - 3));
    return pixmap;
}

} // namespace

QString leftText(const QueueTotals& totals)
{
    if (totals.bytesLeft <= 0)
        return {};
    if (totals.secondsLeft >= 0)
        return StatusLine::tr("%1 left, about %2", "bytes, duration")
            .arg(formatBytes(totals.bytesLeft), formatDuration(totals.secondsLeft));
    return StatusLine::tr("%1 left", "bytes").arg(formatBytes(totals.bytesLeft));
}

QString countsText(const QueueTotals& totals)
{
    QStringList parts;
    if (totals.active > 0)
        parts.append(StatusLine::tr("%n active", "transfers", totals.active));
    if (totals.waiting > 0)
        parts.append(StatusLine::tr("%n waiting", "transfers", totals.waiting));
    if (totals.paused > 0)
        parts.append(StatusLine::tr("%n paused", "transfers", totals.paused));
    if (totals.failed > 0)
        parts.append(StatusLine::tr("%n failed", "transfers", totals.failed));
    if (parts.isEmpty() && totals.all > 0)
        return StatusLine::tr("Nothing to do");
    return parts.join(StatusLine::tr(", ", "between counts"));
}

StatusLine::StatusLine(QStatusBar& bar) : QObject(&bar), m_window(&bar)
{
    bar.setSizeGripEnabled(false);
    bar.setContentsMargins(4, 0, 8, 0);
    m_speed = new QToolButton(&bar);
    m_speed->setAutoRaise(true);
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_speed->setToolTip(tr("Speed of all transfers; press to limit it"));
    auto* menu = new QMenu(tr("Speed limit"), m_speed);
    m_speed->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillLimitMenu(*menu); });
    m_left = new QLabel(&bar);
    m_counts = new QLabel(&bar);
    m_dot = new QLabel(&bar);
    m_online = new QLabel(&bar);
    bar.addWidget(m_speed);
    bar.addWidget(m_left);
    bar.addPermanentWidget(m_counts);
    bar.addPermanentWidget(m_dot);
    bar.addPermanentWidget(m_online);
    setTotals({});
}

void StatusLine::showSpeed()
{
    const QString speed =
        m_totals.bytesPerSecond > 0 ? formatSpeed(m_totals.bytesPerSecond) : tr("0 bytes/s");
    const QString limit = formatSpeed(m_limit);
    QString text = tr("↑ %1 (limit off)", "speed").arg(speed);
    if (m_limit > 0 && m_byTimetable)
        text = tr("↑ %1 (limit %2 by timetable)", "speed, limit").arg(speed, limit);
    else if (m_limit > 0)
        text = tr("↑ %1 (limit %2)", "speed, limit").arg(speed, limit);
    // From right to left, too, the number stands before its unit.
    m_speed->setText(m_window->isRightToLeft() ? QChar(0x2068) + text + QChar(0x2069) : text);
    m_speed->setAccessibleName(m_limit > 0 ? tr("Speed %1, limit %2").arg(speed, limit)
                                           : tr("Speed %1, no limit").arg(speed));
}

void StatusLine::setTotals(const QueueTotals& totals)
{
    m_totals = totals;
    showSpeed();
    m_left->setText(leftText(totals));
    m_counts->setText(countsText(totals));
    m_dot->setPixmap(dot(totals.online, *m_window));
    m_online->setText(totals.online ? tr("online") : tr("offline"));
}

void StatusLine::setRateLimit(qint64 bytesPerSecond, bool byTimetable)
{
    m_limit = bytesPerSecond;
    m_byTimetable = byTimetable;
    showSpeed();
}

void StatusLine::addLimit(QMenu& menu, qint64 limit)
{
    QAction* action = menu.addAction(limit > 0 ? formatSpeed(limit) : tr("&No limit"));
    action->setCheckable(true);
    action->setChecked(limit == m_limit);
    m_limits->addAction(action);
    connect(action, &QAction::triggered, this, [this, limit] { Q_EMIT rateLimitChosen(limit); });
}

void StatusLine::fillLimitMenu(QMenu& menu)
{
    menu.clear();
    delete m_limits;
    m_limits = new QActionGroup(this); // one of them: shown as such
    addLimit(menu, 0);
    menu.addSeparator();
    QList<qint64> limits(std::begin(usualLimits), std::end(usualLimits));
    if (m_limit > 0 && !limits.contains(m_limit))
        limits.append(m_limit);
    std::sort(limits.begin(), limits.end());
    for (qint64 limit : std::as_const(limits))
        addLimit(menu, limit);
    menu.addSeparator();
    connect(menu.addAction(tr("&Other…")), &QAction::triggered, this, &StatusLine::askLimit);
}

void StatusLine::askLimit()
{
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(tr("Speed limit"));
    dialog->setLabelText(tr("At most so many MiB in a second:"));
    dialog->setDoubleRange(0.1, 100'000);
    dialog->setDoubleDecimals(1);
    dialog->setDoubleValue(m_limit > 0 ? static_cast<double>(m_limit) / MiB : 10);
    connect(dialog, &QInputDialog::doubleValueSelected, this,
            [this](double value) { Q_EMIT rateLimitChosen(static_cast<qint64>(value * MiB)); });
    dialog->open();
}

} // namespace partway
