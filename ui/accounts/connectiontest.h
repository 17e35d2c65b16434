// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "doctor/visit.h"

#include <QObject>
#include <QThread>

namespace partway {

class Doctor;

// One examination of a store on a thread of its own, so that nothing here waits for the network. GUI thread.
class ConnectionTest final : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTest(const Visit& visit, QObject* parent = nullptr);
    ~ConnectionTest() override; // ends at once; what was made on the store may stay: see finishAlone()

    void start();
    void cancel(); // cleans up and ends; the second time: ends at once
    bool isRunning() const { return m_running; }

    // Whoever wanted to know is going: cleans up in the background and deletes itself.
    void finishAlone();

Q_SIGNALS:
    void begun(const QString& scratchKey);
    void found(const partway::Finding& finding);
    void ended(const QList<partway::Finding>& findings, bool cancelled); // once

private:
    void examine(); // on the thread
    void stop();

    const Visit m_visit;
    SystemClock m_clock;
    QThread m_thread;
    QObject m_there;            // lives on the thread
    Doctor* m_doctor = nullptr; // on the thread; belongs to m_there
    bool m_running = false;
};

} // namespace partway
