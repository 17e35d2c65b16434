// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace partway {

// How regularly whatever is connected is cut, however old it is (a line that is dropped every so often),
// learnt from the moments at which connections broke. Two cuts are believed to have a period; what happens to
// a connection that lies idle at the next moment tells for nothing whether that is so. A value.
class CutRhythm
{
public:
    using Time = std::chrono::milliseconds;

    void cut(Time at);   // several within a moment are one
    void idleDied();     // an idle connection was dead after the expected moment
    void idleOutlived(); // … or was not
    void unseen();       // the moment passed, and nothing can be told
    void forget();

    std::optional<Time> period() const { return m_period; }
    // The nearest expected cut whose surroundings are not over yet.
    std::optional<Time> next(Time at) const;
    bool isDueWithin(Time from, Time to) const;
    Time slack() const; // so much sooner or later it may come

private:
    void consider(Time interval, Time at);

    std::optional<Time> m_last, m_period;
    Time m_first{0};
    qint64 m_periods = 0; // from the first cut to the last one
    int m_agreeing = 0;   // times the period was right
    int m_misses = 0;     // in a row
    int m_unseen = 0;     // in a row
};

} // namespace partway
