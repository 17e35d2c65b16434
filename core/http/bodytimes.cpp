// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/bodytimes.h"

#include <algorithm>
#include <numeric>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr size_t remembered = 6;
constexpr double caution = 1.1;
constexpr auto opening = 1s; // of a connection, while none was seen

} // namespace

void BodyTimes::took(qint64 bytes, Time length, double together, bool fresh)
{
    if (bytes <= 0 || together < 1)
        return;
    Samples& samples = fresh ? m_fresh : m_warm;
    samples.push_back(static_cast<double>(length.count()) / (static_cast<double>(bytes) * together));
    if (samples.size() > remembered)
        samples.pop_front();
}

std::optional<BodyTimes::Time> BodyTimes::expected(qint64 bytes, int beside, bool fresh) const
{
    const bool unlike = (fresh ? m_fresh : m_warm).empty();
    const Samples& samples = unlike ? (fresh ? m_warm : m_fresh) : (fresh ? m_fresh : m_warm);
    if (samples.empty())
        return std::nullopt;
    const double slowest = *std::max_element(samples.begin(), samples.end());
    const double length = slowest * static_cast<double>(bytes) * (beside + 1) * caution;
    return Time(static_cast<qint64>(length)) + (unlike && fresh ? Time(opening) : Time(0));
}

std::optional<double> BodyTimes::msPerByte() const
{
    const size_t count = m_warm.size() + m_fresh.size();
    if (count == 0)
        return std::nullopt;
    const double sum = std::accumulate(m_warm.begin(), m_warm.end(), 0.0) +
                       std::accumulate(m_fresh.begin(), m_fresh.end(), 0.0);
    return sum / static_cast<double>(count);
}

} // namespace partway
