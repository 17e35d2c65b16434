// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/faultrule.h"

#include <mutex>
#include <random>
#include <vector>

namespace partway::sandbox {

struct FaultState
{
    int id = 0;
    QByteArray text;
    qint64 matched = 0; // requests it fits
    qint64 acted = 0;   // requests it hit
};

// The rules in force. Thread-safe.
class FaultBook
{
public:
    QList<int> add(const QList<FaultRule>& rules); // their numbers
    void replace(const QList<FaultRule>& rules);
    bool remove(int id);
    void clear();
    QList<FaultState> states() const;

    // What is to go wrong with this request; counts it as seen.
    FaultPlan planFor(const Request& request);

private:
    struct Entry
    {
        int id;
        FaultRule rule;
        std::mt19937 dice;
        qint64 matched = 0;
        qint64 acted = 0;
    };
    static bool acts(Entry& entry);
    int addOne(const FaultRule& rule);

    mutable std::mutex m_mutex; // guards all below
    std::vector<Entry> m_entries;
    int m_lastId = 0;
};

} // namespace partway::sandbox
