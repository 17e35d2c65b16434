// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/notifier.h"
#include "desktop/session.h"
#include "queue/transferqueue.h"
#include "settings/preferences.h"

#include <QTimer>

#include <functional>

namespace partway {

// What is told of rows that came to rest, all that ended at about the same time in one; empty: nothing. Pure.
std::optional<Notification> newsOf(const QList<TransferRow>& ended, const Preferences& wishes, bool inFront);

// How much of the work since the queue was last empty is done. A value.
class WorkDone
{
public:
    double share(const QueueTotals& totals); // 0 … 1; -1: there is no work

private:
    qint64 m_most = 0; // bytes that were left at the most
};

// Looks after the queue for whoever is not looking: tells of ends, keeps the computer awake, shows progress
// on the program's icon, and says when all is done. GUI thread.
class Attendant final : public QObject
{
    Q_OBJECT
public:
    // notifier: null: notificationWanted() is for another way to show it.
    Attendant(TransferQueue& queue, PreferenceBook& preferences, std::unique_ptr<Notifier> notifier,
              std::function<bool()> inFront, QObject* parent = nullptr);

Q_SIGNALS:
    void notificationWanted(const partway::Notification& notification);
    void showWanted(partway::TransferId id);
    void progressChanged(double share); // -1: no work
    void everythingDone();              // once each time

private:
    void ended(const TransferRow& row);
    void tellNews();
    void chosen(int number, const QString& action);
    void totalsChanged(const QueueTotals& totals);

    TransferQueue& m_queue;
    PreferenceBook& m_preferences;
    std::unique_ptr<Notifier> m_notifier;
    std::function<bool()> m_inFront;
    QList<TransferRow> m_ended; // not told yet
    QHash<int, QList<TransferId>> m_told;
    QTimer m_gather;
    std::unique_ptr<KeepAwake> m_awake;
    WorkDone m_done;
    int m_percent = -1;
    bool m_finishedSome = false; // since there was last nothing to do
};

} // namespace partway
