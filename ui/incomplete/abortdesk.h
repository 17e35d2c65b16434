// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "incomplete/abortbook.h"
#include "incomplete/abortrun.h"

#include <QObject>
#include <QTimer>

#include <algorithm>

namespace partway {

// Aborts what a person chose: ten seconds in which it can be taken back, then some at a time with a result
// for each; what failed is kept on disk and tried again later, also after a restart. Main thread.
class AbortDesk final : public QObject
{
    Q_OBJECT
public:
    AbortDesk(StoreOffice& office, const QString& stateFolder, QObject* parent = nullptr);
    ~AbortDesk() override;

    static constexpr int graceSeconds = 10;

    // Added to those that still wait; the ten seconds begin anew.
    void add(const QString& accountId, const QList<AbortWish>& wishes);
    QList<AbortWish> undo(); // those that were waiting, which stay
    void sendNow();          // without waiting for the rest of the time
    int waiting() const { return int(m_waiting.size()); }
    int running() const { return m_running; }
    int secondsLeft() const { return m_secondsLeft; }

    // What failed earlier: how many, and again by itself when their time has come, or at once.
    int left() const { return std::max(0, int(m_book.all().size()) - m_running); }
    bool isLeft(const QString& accountId, const UploadRef& upload) const;
    void retryLeft(bool all);
    void dropLeft(); // nobody wants them gone any more

    // For tests: how long a second is.
    void setTick(std::chrono::milliseconds tick) { m_tick.setInterval(tick); }

Q_SIGNALS:
    void waitingChanged(); // how many, or the seconds
    void begun(const QString& accountId, const partway::UploadRef& upload);
    void ended(const QString& accountId, const partway::UploadRef& upload,
               const partway::Result<void>& result);
    void allEnded(int aborted, int failed, int inUse, int finished); // of what was asked last
    void trouble(const partway::Error& error);                       // of the file that remembers
    void leftChanged();

private:
    struct Agent;
    void send();
    void run(const QString& accountId, const QList<AbortWish>& wishes);
    void intend(const QString& accountId, const QList<AbortWish>& wishes);
    void take(const QString& accountId, const UploadRef& upload, const Result<void>& result);
    void finishOne();
    void remember();

    StoreOffice& m_office;
    AbortBook m_book;
    QTimer m_tick;
    QTimer m_retry;
    QTimer m_write; // what ended is written together
    QString m_account;
    QList<AbortWish> m_waiting;
    int m_secondsLeft = 0;
    int m_running = 0;
    int m_aborted = 0, m_failed = 0, m_inUse = 0, m_finished = 0;
    QList<LeftAbort> m_gone, m_stuck;
    QList<std::shared_ptr<Agent>> m_agents;
};

} // namespace partway
