// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace partway {

constexpr int maxSlotsPerEndpoint = 12; // two managers of six connections

// The connection budget of one endpoint: climbs one by one while goodput climbs by more than 5 %, goes back
// to the best and looks again a minute later when it does not, halves when the store asks to slow down, and
// gives up one connection when one is lost or stalls, half of them if nothing arrives between or if they are
// lost together more than once (s3-reference §9). A value; feed it what happened, with the time.
class ConnectionBudget
{
public:
    int slotCount() const { return m_slots; }
    void partDone(qint64 bytes, std::chrono::milliseconds at);
    void throttled(std::chrono::milliseconds at);
    void stalled(std::chrono::milliseconds at); // a request was cut on its way, or stood still

private:
    void fallTo(int slots, std::chrono::milliseconds at, std::chrono::milliseconds calm);
    void judge(double goodput, std::chrono::milliseconds at);
    void startWindow(std::chrono::milliseconds at);

    int m_slots = 4;
    int m_best = 4;           // slots that gave m_lastGoodput
    double m_lastGoodput = 0; // bytes per ms; 0: nothing to compare with
    bool m_measuring = false;
    qint64 m_windowBytes = 0;
    int m_windowParts = 0;
    int m_partsSinceFall = 0;
    bool m_mayHalve = false; // the last fall was for a loss soon after another: were more lost with it?
    std::chrono::milliseconds m_windowStart{0};
    std::chrono::milliseconds m_stalledAt{-3'600'000};
    std::chrono::milliseconds m_stallCalm{0};
    std::chrono::milliseconds m_calmUntil{0}; // no climbing before
    std::chrono::milliseconds m_deafUntil{0}; // one slow-down is said by every connection at once: heard once
};

} // namespace partway
