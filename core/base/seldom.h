// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boxed.h"

namespace partway {

// A text or list that is mostly empty: takes the room of a pointer then. Copies share it; reads as what it
// holds.
template <typename T>
class Seldom
{
public:
    Seldom() = default;
    Seldom(const T& value) : m_value(value.isEmpty() ? Boxed<T>() : Boxed<T>(value)) {}

    const T& value() const
    {
        static const T none;
        return m_value ? *m_value : none;
    }
    operator const T&() const { return value(); }
    bool isEmpty() const { return !m_value; }
    qsizetype size() const { return value().size(); }

    bool operator==(const Seldom&) const = default;
    bool operator==(const T& other) const { return value() == other; }

private:
    Boxed<T> m_value;
};

} // namespace partway
