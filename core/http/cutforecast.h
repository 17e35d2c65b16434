// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/bodytimes.h"
#include "http/connectionlife.h"
#include "http/cutrhythm.h"

namespace partway {

// Foresees when a host's connections will be cut, so that no large body is begun that would be cut on its
// way and go over the line twice. It knows two kinds of bad line: one where each connection lives only so
// long, and one where all are cut every so often; both are tried, and each goes when it is wrong. What was
// learnt counts for some minutes, then one body is risked to see whether it is still so. A value; the
// transport feeds it and asks it. Times are monotonic.
class CutForecast
{
public:
    using Time = std::chrono::milliseconds;

    struct Break
    {
        std::optional<Time> age; // of the connection; nullopt: nobody knows
        Time atMost{0};          // but not more than this
    };
    struct Done
    {
        qint64 bytes = 0;
        Time length{0};
        double together = 1;     // bodies on their way at once, on average
        std::optional<Time> age; // of the connection, now
        bool fresh = false;      // it was opened for this body
    };
    void broke(const Break& what, Time at); // a connection that carried a request was lost
    void lostBody(const Done& what);        // so far it had come
    void done(const Done& what, Time at);   // a large body went through

    // What became of a connection that lay idle over an expected cut.
    enum class Idle { Died, Outlived, Unseen };
    void waited(Idle connection, Time at);

    // Breaks were seen lately: each connection is to be known by itself.
    bool isWatchful() const;
    // Large bodies that may be on their way at once. While nothing is known of a line they become more one by
    // one; on a bad one as many as are through in half of the time that a connection has.
    int atOnce(qint64 bytes) const;

    struct Advice
    {
        enum class What { Begin, BeginFresh, Wait } what = What::Begin; // BeginFresh: on a new connection
        Time until{0};                                                  // of Wait
    };
    // For a large body: connection = age of the idle one it could use; nullopt: it gets a new one.
    Advice advise(qint64 bytes, std::optional<Time> connection, int beside, Time at) const;

private:
    bool isTrusted(Time at) const { return at - m_evidenceAt < m_trust; }
    bool fitsLife(Time age, Time length) const;
    void evidence(Time at);

    ConnectionLife m_life;
    CutRhythm m_rhythm;
    BodyTimes m_times;
    std::optional<Time> m_atMost; // a bound on the life, until it is known
    Time m_breakAt{0};
    Time m_evidenceAt{0};
    Time m_trust{0};
    int m_done = 0;
};

} // namespace partway
