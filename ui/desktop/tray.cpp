// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/tray.h"

#include "format/numbers.h"
#include "paint/icons.h"
#include "widgets/statusline.h"

#include <QMenu>
#include <QPainter>

namespace partway {

namespace {

constexpr int iconSizes[]{16, 22, 32, 48, 64};

// The program's icon with a bar at its foot, and a mark in the corner where something needs a person: seen
// without colour, too.
QPixmap iconOf(int size, double share, bool trouble)
{
    QPixmap pixmap = applicationIcon().pixmap(QSize(size, size), 1.0);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (share >= 0) {
        const double height = size / 5.0;
        const QRectF bar(0, size - height, size, height);
        painter.fillRect(bar, QColor(20, 20, 20));
        painter.fillRect(bar.adjusted(1, 1, -1 - (size - 2) * (1 - share), -1), QColor(90, 220, 120));
    }
    if (trouble) {
        const double side = size / 2.4;
        const QRectF mark(size - side, 0, side, side);
        painter.setBrush(QColor(200, 40, 40));
        painter.setPen(QPen(Qt::white, size / 24.0));
        painter.drawEllipse(mark.adjusted(0.5, 0.5, -0.5, -0.5));
        QFont font = painter.font();
        font.setPixelSize(static_cast<int>(side * 0.8));
        font.setBold(true);
        painter.setFont(font);
        painter.drawText(mark, Qt::AlignCenter, QStringLiteral("!"));
    }
    return pixmap;
}

} // namespace

Tray::Tray(QObject* parent) : QObject(parent), m_menu(std::make_unique<QMenu>())
{
    connect(m_menu->addAction(tr("&Show Partway")), &QAction::triggered, this, &Tray::windowWanted);
    m_menu->addSeparator();
    m_pauseAll = m_menu->addAction(tr("&Pause all"));
    connect(m_pauseAll, &QAction::triggered, this, &Tray::pauseAllWanted);
    m_resumeAll = m_menu->addAction(tr("&Resume all"));
    connect(m_resumeAll, &QAction::triggered, this, &Tray::resumeAllWanted);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Quit")), &QAction::triggered, this, &Tray::quitWanted);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowWanted();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::windowWanted);
    setTotals({});
    paintIcon();
    m_icon.show();
}

Tray::~Tray() = default;

bool Tray::isAvailable()
{
    static bool there = false;
    there = there || QSystemTrayIcon::isSystemTrayAvailable();
    return there;
}

void Tray::setTotals(const QueueTotals& totals)
{
    QStringList lines{tr("Partway")};
    const QString counts = countsText(totals);
    if (!counts.isEmpty())
        lines.append(counts);
    if (totals.bytesPerSecond > 0)
        lines.append(formatSpeed(totals.bytesPerSecond));
    const QString left = leftText(totals);
    if (!left.isEmpty())
        lines.append(left);
    const QString tip = lines.join(u'\n');
    if (m_icon.toolTip() != tip)
        m_icon.setToolTip(tip);
    m_pauseAll->setEnabled(totals.active + totals.waiting > 0);
    m_resumeAll->setEnabled(totals.paused > 0);
    if (std::exchange(m_trouble, totals.failed > 0) != (totals.failed > 0))
        paintIcon();
}

void Tray::setProgress(double share)
{
    m_share = share;
    paintIcon();
}

void Tray::paintIcon()
{
    QIcon icon;
    for (int size : iconSizes)
        icon.addPixmap(iconOf(size, m_share, m_trouble));
    m_icon.setIcon(icon);
}

void Tray::show(const Notification& notification)
{
    m_icon.showMessage(notification.title, notification.text,
                       notification.trouble ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

} // namespace partway
