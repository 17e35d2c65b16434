// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/request.h"

#include <QJsonObject>
#include <QMap>

#include <mutex>

namespace partway::sandbox {

// What came in, for tests that measure bytes sent twice. Thread-safe.
class Counters
{
public:
    void countRequest(const Request& request);
    void countAnswer(const Request& request, int status);
    void countBytes(const Request& request, qint64 bytes); // of a body, as they come
    void reset();

    qint64 requests(Operation operation) const;
    qint64 answers(Operation operation, int status) const;
    qint64 bytes(const QByteArray& key, int part) const; // part 0: PutObject
    qint64 bytes(const QByteArray& key) const;           // all parts
    qint64 totalBytes() const;
    QJsonObject json() const;

private:
    mutable std::mutex m_mutex; // guards all below
    QMap<QByteArray, qint64> m_requests;
    QMap<QByteArray, QMap<int, qint64>> m_answers;
    QMap<QByteArray, QMap<int, qint64>> m_bytes; // by "bucket/key", then by part
};

} // namespace partway::sandbox
