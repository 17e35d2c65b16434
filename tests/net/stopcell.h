// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/clibench.h"

#include <QElapsedTimer>

namespace partway {

// One cell of the stop matrix, on a sandbox that it shares with others: its own file, key and journal. The
// steps are called in the order in which they stand here, with the sandbox's rules changed between them.
class StopCell
{
public:
    enum class At { Create, Part, Complete, Look, List, Abort }; // the request that is held
    enum class Stop { Pause, Abort, Kill, NetworkLoss, SignInEnds };
    enum class Outcome { NotDone, AnswerLost, Refused }; // … and how it ends

    StopCell(CliBench& bench, int number, At at, Stop stop, Outcome outcome);

    QByteArray preparingRules() const;
    void prepare(); // listing and aborting need an upload that was begun before
    bool isPrepared();
    QByteArray holdingRules() const;
    void begin();
    bool waitUntilHeld();
    QByteArray stoppedRules() const; // what is wrong with the store from the stop on
    void stop();
    void waitUntilStopped();
    void goOn();
    QString whatIsWrong(); // empty: it ended as it must

    QByteArray story() const; // what the programs said

private:
    std::unique_ptr<QProcess> launch(const QString& command, const QStringList& more = {});
    void end(std::unique_ptr<QProcess>& process);
    bool matched(const QByteArray& rule); // by a request
    QJsonObject row();
    bool wantsAbort() const { return m_stop == Stop::Abort || m_at == At::Abort; }
    int uploadsLeft() const;
    QString wrongEnd(const QJsonObject& row);
    QByteArray rule(const char* operation, const QByteArray& selector, const QByteArray& action) const;

    CliBench& m_bench;
    QString m_key, m_file, m_state;
    At m_at;
    Stop m_stop;
    Outcome m_outcome;
    std::unique_ptr<QProcess> m_process, m_other;
    QElapsedTimer m_held;
    QByteArray m_story;
};

} // namespace partway

Q_DECLARE_METATYPE(partway::StopCell::At)
Q_DECLARE_METATYPE(partway::StopCell::Stop)
