// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/notifier.h"
#include "queue/transfer.h"

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QAction;
class QMenu;

namespace partway {

// The icon in the desktop's tray: how far everything is, and the few things one wants without the window.
class Tray final : public QObject
{
    Q_OBJECT
public:
    explicit Tray(QObject* parent = nullptr);
    ~Tray() override;

    // Asked for once it is there, not again: the question waits for the bus, and a tray that asks us
    // something at the same moment would wait for us.
    static bool isAvailable();
    void setTotals(const QueueTotals& totals);
    void setProgress(double share); // -1: no work
    void show(const Notification& notification);

Q_SIGNALS:
    void windowWanted();
    void pauseAllWanted();
    void resumeAllWanted();
    void quitWanted();

private:
    void paintIcon();

    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    QAction* m_pauseAll = nullptr;
    QAction* m_resumeAll = nullptr;
    double m_share = -1;
    bool m_trouble = false;
};

} // namespace partway
