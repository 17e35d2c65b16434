// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connectionlife.h"

#include <algorithm>

namespace partway {

namespace {

constexpr int doubtful = 2;

bool isAbout(ConnectionLife::Time a, ConnectionLife::Time b)
{
    return std::max(a, b) - std::min(a, b) <= std::max(a, b) * 15 / 100;
}

} // namespace

void ConnectionLife::broke(Time age)
{
    if (m_life && isAbout(age, *m_life)) {
        m_life = std::min(age, *m_life);
        ++m_agreeing;
        return;
    }
    if (m_life && age < *m_life)
        m_needed = doubtful;
    m_life = age;
    m_agreeing = 1;
}

// A little longer than was thought is a better measure of the same; much longer says that there is no such
// life.
void ConnectionLife::lasted(Time age)
{
    if (!m_life || age <= *m_life)
        return;
    if (isAbout(age, *m_life))
        m_life = age;
    else
        forget();
}

void ConnectionLife::forget()
{
    m_life.reset();
    m_agreeing = 0;
}

} // namespace partway
