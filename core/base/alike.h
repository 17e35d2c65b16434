// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boxed.h"

#include <algorithm>
#include <vector>

namespace partway {

// Values of which thousands of rows have the same few: equal ones become one. Remembers the last handful.
template <typename T>
class Alike
{
public:
    Boxed<T> of(T value)
    {
        const auto same = std::find_if(m_known.begin(), m_known.end(),
                                       [&value](const Boxed<T>& known) { return *known == value; });
        if (same != m_known.end())
            return *same;
        if (m_known.size() >= remembered)
            m_known.erase(m_known.begin());
        m_known.push_back(Boxed<T>(std::move(value)));
        return m_known.back();
    }

private:
    static constexpr size_t remembered = 16;
    std::vector<Boxed<T>> m_known; // oldest first
};

} // namespace partway
