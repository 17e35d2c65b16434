// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/bodydevice.h"

#include "http/networkfailure.h"

#include <algorithm>
#include <cstring>

namespace partway {

namespace {

// More than the kernel takes from a connection that was dead already.
constexpr qint64 repeatedSilently = MiB;

} // namespace

BodyDevice::BodyDevice(HttpBody body, bool rewindable, RateLimit* limit, Moved moved, Failed failed)
    : m_body(std::move(body)), m_rewindable(rewindable), m_limit(limit), m_moved(std::move(moved)),
      m_failed(std::move(failed))
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        m_moved();
        Q_EMIT readyRead();
    });
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void BodyDevice::silence()
{
    m_broken = true;
    m_wake.stop();
    m_moved = [] {};
    m_failed = [](const Error&) {};
}

bool BodyDevice::seek(qint64 position)
{
    if (position == m_at && position == pos() && m_pushedAt < 0)
        return true; // QIODevice makes sure of its place before it reads
    if (!m_rewindable || m_handedOut > repeatedSilently || position < 0 || position > size() ||
        !QIODevice::seek(position))
        return false;
    m_repeated = m_repeated || position < m_at;
    m_at = position;
    m_servedEnd = position;
    m_pushedAt = -1;
    m_skipping = false;
    return true;
}

bool BodyDevice::reset()
{
    return m_rewindable && seek(0);
}

qint64 BodyDevice::readData(char* data, qint64 max)
{
    if (std::exchange(m_skipping, false))
        return -1; // ends Qt's attempt to read byte by byte over a piece that it did not read itself
    if (m_pieces && m_at == m_pushedAt)
        return 0; // this place is on its way already
    const qint64 got = serve(data, max);
    if (m_pieces)
        m_servedEnd = m_at + got;
    else
        m_at += got;
    return got;
}

QByteArray BodyDevice::advance(qint64 sent, qint64 most)
{
    if (m_broken || sent <= m_at)
        return {};
    m_at = sent;
    m_skipping = sent > m_servedEnd;
    QByteArray piece(std::min(most, size() - m_at),
                     Qt::Uninitialized); // never one that was handed over before
    if (piece.isEmpty() || (m_limit && m_limit->active()))
        return {};
    piece.truncate(serve(piece.data(), piece.size()));
    if (!piece.isEmpty())
        m_pushedAt = m_at;
    return piece;
}

qint64 BodyDevice::serve(char* data, qint64 max)
{
    const qint64 wanted = std::min(max, size() - m_at);
    if (m_broken || wanted <= 0)
        return 0;
    const qint64 granted = m_limit ? m_limit->take(wanted) : wanted;
    if (granted == 0) {
        holdBack();
        return 0;
    }
    const Result<qint64> got = readFrom(m_at, data, granted);
    if (!got) {
        fail(got.error());
        return 0;
    }
    if (*got == 0) {
        fail(requestError(ErrorKind::LocalFile, QStringLiteral("source-shorter")));
        return 0;
    }
    m_handedOut += *got;
    m_moved();
    return *got;
}

qint64 BodyDevice::writeData(const char*, qint64)
{
    return -1;
}

Result<qint64> BodyDevice::readFrom(qint64 position, char* data, qint64 max) const
{
    if (m_body.source)
        return m_body.source->readAt(m_body.window.offset + position, data, max);
    std::memcpy(data, m_body.bytes.constData() + position, size_t(max));
    return max;
}

void BodyDevice::holdBack()
{
    m_moved();
    if (!m_wake.isActive())
        m_wake.start(m_limit->pause());
}

void BodyDevice::fail(const Error& error)
{
    m_broken = true;
    QMetaObject::invokeMethod(
        this, [this, error] { m_failed(error); }, Qt::QueuedConnection);
}

} // namespace partway
