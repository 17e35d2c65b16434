// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/counters.h"

#include "support/sandbox/operation.h"

#include <numeric>

namespace partway::sandbox {
namespace {

qint64 sum(const QMap<int, qint64>& parts)
{
    return std::accumulate(parts.cbegin(), parts.cend(), qint64(0));
}

QJsonObject numbers(const QMap<int, qint64>& values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(QString::number(it.key()), it.value());
    return object;
}

} // namespace

void Counters::countRequest(const Request& request)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[operationName(request.operation)];
}

void Counters::countAnswer(const Request& request, int status)
{
    const std::lock_guard lock(m_mutex);
    ++m_answers[operationName(request.operation)][status];
}

void Counters::countBytes(const Request& request, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_bytes[request.bucket + '/' + request.key][request.partNumber()] += bytes;
}

void Counters::reset()
{
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    m_answers.clear();
    m_bytes.clear();
}

qint64 Counters::requests(Operation operation) const
{
    const std::lock_guard lock(m_mutex);
    return m_requests.value(operationName(operation));
}

qint64 Counters::answers(Operation operation, int status) const
{
    const std::lock_guard lock(m_mutex);
    return m_answers.value(operationName(operation)).value(status);
}

qint64 Counters::bytes(const QByteArray& key, int part) const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes.value(key).value(part);
}

qint64 Counters::bytes(const QByteArray& key) const
{
    const std::lock_guard lock(m_mutex);
    return sum(m_bytes.value(key));
}

qint64 Counters::totalBytes() const
{
    const std::lock_guard lock(m_mutex);
    qint64 total = 0;
    for (const auto& parts : m_bytes)
        total += sum(parts);
    return total;
}

QJsonObject Counters::json() const
{
    const std::lock_guard lock(m_mutex);
    QJsonObject requests, answers, bytes;
    qint64 total = 0;
    for (auto it = m_requests.cbegin(); it != m_requests.cend(); ++it)
        requests.insert(QString::fromLatin1(it.key()), it.value());
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it)
        answers.insert(QString::fromLatin1(it.key()), numbers(it.value()));
    for (auto it = m_bytes.cbegin(); it != m_bytes.cend(); ++it) {
        bytes.insert(QString::fromUtf8(it.key()), numbers(it.value()));
        total += sum(it.value());
    }
    return {{QStringLiteral("requests"), requests},
            {QStringLiteral("answers"), answers},
            {QStringLiteral("bytes"), bytes},
            {QStringLiteral("totalBytes"), total}};
}

} // namespace partway::sandbox
