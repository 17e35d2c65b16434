// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/wire.h"

#include <QSslSocket>

#include <algorithm>
#include <cstring>
#include <thread>

namespace partway::sandbox {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds slice = 100ms; // how soon a waiting connection notices that the server stops
constexpr qint64 readAhead = 1 << 20;

} // namespace

Wire::Wire(qintptr descriptor, const QSslConfiguration* tls, const std::atomic<bool>& stopping)
    : m_descriptor(descriptor), m_tls(tls), m_stopping(stopping)
{
}

bool Wire::open()
{
    if (!m_tls) {
        m_socket = std::make_unique<QTcpSocket>();
        if (!m_socket->setSocketDescriptor(m_descriptor))
            return false;
    } else {
        auto socket = std::make_unique<QSslSocket>();
        socket->setSslConfiguration(*m_tls);
        if (!socket->setSocketDescriptor(m_descriptor))
            return false;
        socket->startServerEncryption();
        if (!socket->waitForEncrypted(10'000))
            return false;
        m_socket = std::move(socket);
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(readAhead);
    return true;
}

bool Wire::waitForData(milliseconds patience, const std::function<bool()>& giveUp)
{
    const auto end = steady_clock::now() + patience;
    while (!hasBuffered()) {
        if (m_stopping || giveUp() || steady_clock::now() >= end)
            return false;
        if (m_socket->waitForReadyRead(int(slice.count())) || m_socket->bytesAvailable() > 0)
            continue;
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return false;
    }
    return true;
}

qint64 Wire::read(char* data, qint64 max, milliseconds patience)
{
    if (m_bytesPerSecond > 0)
        max = std::min(max, std::max<qint64>(1, m_bytesPerSecond / 20));
    if (!m_held.isEmpty()) {
        const qint64 size = std::min<qint64>(max, m_held.size());
        std::memcpy(data, m_held.constData(), size_t(size));
        m_held.remove(0, size);
        pace(size);
        return size;
    }
    const auto end = steady_clock::now() + patience;
    while (m_socket->bytesAvailable() == 0) {
        const auto left = std::chrono::duration_cast<milliseconds>(end - steady_clock::now());
        if (m_stopping)
            return -1;
        if (m_socket->waitForReadyRead(int(std::clamp(left, 0ms, slice).count())))
            continue;
        if (m_socket->bytesAvailable() > 0)
            break;
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return -1;
        if (steady_clock::now() >= end)
            return 0;
    }
    const qint64 size = m_socket->read(data, max);
    pace(size);
    return size;
}

QByteArray Wire::readUntil(const QByteArray& delimiter, qint64 limit, milliseconds patience)
{
    QByteArray text;
    char buffer[16 * 1024];
    while (text.size() <= limit) {
        const qint64 size = read(buffer, sizeof buffer, patience);
        if (size <= 0)
            return {};
        const qsizetype from = std::max<qsizetype>(0, text.size() - delimiter.size());
        text.append(buffer, size);
        const qsizetype at = text.indexOf(delimiter, from);
        if (at >= 0) {
            m_held.prepend(text.mid(at + delimiter.size()));
            text.truncate(at + delimiter.size());
            return text.size() <= limit ? text : QByteArray();
        }
    }
    return {};
}

bool Wire::write(const char* data, qint64 size)
{
    while (size > 0) {
        qint64 piece = std::min<qint64>(size, 256 * 1024);
        if (m_bytesPerSecond > 0)
            piece = std::min(piece, std::max<qint64>(1, m_bytesPerSecond / 20));
        if (m_socket->write(data, piece) != piece)
            return false;
        while (m_socket->bytesToWrite() > 0) {
            if (m_socket->waitForBytesWritten(int(slice.count())))
                continue;
            if (m_stopping || m_socket->state() != QAbstractSocket::ConnectedState)
                return false;
        }
        pace(piece);
        data += piece;
        size -= piece;
    }
    return true;
}

void Wire::setRate(qint64 bytesPerSecond)
{
    m_bytesPerSecond = bytesPerSecond;
    m_paceFrom = steady_clock::now();
    m_paced = 0;
    // A large kernel buffer would let the client believe that megabytes have gone through.
    if (bytesPerSecond > 0) {
        m_socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 64 * 1024);
        m_socket->setReadBufferSize(64 * 1024);
    } else {
        m_socket->setReadBufferSize(readAhead);
    }
}

void Wire::pace(qint64 moved)
{
    if (m_bytesPerSecond <= 0 || moved <= 0)
        return;
    m_paced += moved;
    const auto due = m_paceFrom + std::chrono::microseconds(m_paced * 1'000'000 / m_bytesPerSecond);
    const auto wait = std::chrono::duration_cast<milliseconds>(due - steady_clock::now());
    if (wait > 0ms)
        sleep(wait);
}

void Wire::cut()
{
    m_socket->abort();
}

void Wire::close()
{
    m_socket->disconnectFromHost();
    if (m_socket->state() != QAbstractSocket::UnconnectedState)
        m_socket->waitForDisconnected(1'000);
}

bool Wire::sleep(milliseconds duration) const
{
    const auto end = steady_clock::now() + duration;
    while (!m_stopping) {
        const auto left = end - steady_clock::now();
        if (left <= left.zero())
            return true;
        std::this_thread::sleep_for(std::min<steady_clock::duration>(left, slice));
    }
    return false;
}

} // namespace partway::sandbox
