// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace partway {

// How long large bodies take on a line, by those that went over it lately: on a connection that is open
// already, and on a new one, which has to be opened and to find out how fast it may be. Bodies that are on
// their way together are taken to share the line. A value.
class BodyTimes
{
public:
    using Time = std::chrono::milliseconds;

    void took(qint64 bytes, Time length, double together, bool fresh);
    // For a body beside so many others, rather too long than too short; nullopt: nothing is known.
    std::optional<Time> expected(qint64 bytes, int beside, bool fresh) const;
    std::optional<double> msPerByte() const; // of the whole line, on average

private:
    using Samples = std::deque<double>; // ms for a byte, if it had the line for itself
    Samples m_warm, m_fresh;
};

} // namespace partway
