// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSharedData>

#include <optional>
#include <utility>

namespace partway {

// An optional value that takes the room of a pointer where it is absent: for what one row in a thousand has,
// or thousands have alike. What is in it never changes, so that copies share it, on any thread. Equal is what
// holds equal things. Reads like std::optional.
template <typename T>
class Boxed
{
public:
    Boxed() = default;
    Boxed(std::nullopt_t) {}
    Boxed(T value) : m_box(new Box(std::move(value))) {}
    Boxed(const std::optional<T>& value) : m_box(value ? new Box(*value) : nullptr) {}

    bool has_value() const { return m_box.constData() != nullptr; }
    explicit operator bool() const { return has_value(); }
    const T& operator*() const { return m_box->value; }
    const T* operator->() const { return &m_box->value; }
    void reset() { m_box.reset(); }

    bool operator==(const Boxed& other) const
    {
        return m_box == other.m_box || (has_value() && other.has_value() && **this == *other);
    }

private:
    struct Box : QSharedData
    {
        explicit Box(T given) : value(std::move(given)) {}
        T value;
    };
    QExplicitlySharedDataPointer<const Box> m_box;
};

} // namespace partway
