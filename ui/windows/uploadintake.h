// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"
#include "settings/preferences.h"

#include <QElapsedTimer>
#include <QObject>

class QMimeData;
class QWidget;

namespace partway {

class DestinationBox;
class NoticeBar;
class TicketDesk;

// How files get into the queue: chosen in a dialog, dropped, pasted, or named by another process. Says what
// could not be taken.
class UploadIntake final : public QObject
{
    Q_OBJECT
public:
    UploadIntake(TransferQueue& queue, const PreferenceBook& preferences, DestinationBox& destination,
                 NoticeBar& notice, TicketDesk& tickets, QWidget& window);

    void chooseFiles();
    void chooseFolder();
    void paste();
    bool take(const QMimeData& data); // false: nothing that could be taken was in it

    // to unset: the destination box decides.
    void addPaths(const QStringList& paths, const std::optional<Destination>& to = {});

private:
    void addRefused(const QList<RefusedPath>& refused);
    void addEnded(int request, int taken);
    void showRefused();
    void showAdding(int rows);
    void followOne(TransferId id);
    void offerToFollow(const QList<TransferRow>& rows);
    QStringList withoutTickets(const QStringList& paths);

    TransferQueue& m_queue;
    const PreferenceBook& m_preferences;
    DestinationBox& m_destination;
    NoticeBar& m_notice;
    TicketDesk& m_tickets;
    QWidget& m_window;
    QList<int> m_running;         // requests that are still scanning
    QList<RefusedPath> m_refused; // since the notice was last opened
    QElapsedTimer m_since;
    int m_rows = 0;
    bool m_progressShown = false;
    QString m_lastFolder;
};

} // namespace partway
