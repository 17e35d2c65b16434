// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/alike.h"

namespace partway {

// A text or list that is mostly empty, or that thousands of rows have alike: takes the room of a pointer
// then. Copies share it; reads as what it holds.
template <typename T>
class Seldom
{
public:
    Seldom() = default;
    Seldom(const T& value) : m_value(value.isEmpty() ? Boxed<T>() : Boxed<T>(value)) {}

    // Shares the room of an equal one that this thread made not long ago.
    static Seldom alike(const T& value)
    {
        thread_local Alike<T> known;
        Seldom made;
        if (!value.isEmpty())
            made.m_value = known.of(value);
        return made;
    }

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
