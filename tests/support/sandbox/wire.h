// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QTcpSocket>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace partway::sandbox {

// One accepted connection, plain or TLS, with blocking calls; lives in the thread that serves it.
class Wire
{
public:
    Wire(qintptr descriptor, const QSslConfiguration* tls, const std::atomic<bool>& stopping);

    bool open(); // takes the socket and shakes hands; false: nothing to serve

    // Waits for the first byte of a request; false: closed, nothing came, or giveUp() said so.
    bool waitForData(std::chrono::milliseconds patience, const std::function<bool()>& giveUp);
    // Reads what is there, at least one byte. 0: nothing came within the patience. -1: closed, or the
    // server is stopping.
    qint64 read(char* data, qint64 max, std::chrono::milliseconds patience);
    // Up to and with the delimiter; empty: closed, silent for too long, or longer than the limit.
    QByteArray readUntil(const QByteArray& delimiter, qint64 limit, std::chrono::milliseconds patience);
    bool hasBuffered() const { return !m_held.isEmpty() || m_socket->bytesAvailable() > 0; }

    bool write(const char* data, qint64 size); // all of it; false: closed
    bool write(const QByteArray& bytes) { return write(bytes.constData(), bytes.size()); }

    void setRate(qint64 bytesPerSecond);                  // both ways; 0: no limit
    void cut();                                           // at once, what is unsent is lost
    void close();                                         // after what was written
    bool sleep(std::chrono::milliseconds duration) const; // false: the server is stopping

private:
    void pace(qint64 moved);

    qintptr m_descriptor;
    const QSslConfiguration* m_tls;
    const std::atomic<bool>& m_stopping;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_held; // read beyond a delimiter
    qint64 m_bytesPerSecond = 0;
    std::chrono::steady_clock::time_point m_paceFrom;
    qint64 m_paced = 0;
};

} // namespace partway::sandbox
