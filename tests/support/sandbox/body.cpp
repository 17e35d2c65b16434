// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/body.h"

#include "support/sandbox/failure.h"

#include <algorithm>

namespace partway::sandbox {
namespace {

constexpr qint64 longestLine = 4096;

} // namespace

WireBody WireBody::chunked(Wire& wire, std::chrono::milliseconds patience)
{
    WireBody body(wire, 0, patience);
    body.m_chunked = body.m_moreChunks = true;
    return body;
}

// https://www.rfc-editor.org/rfc/rfc9112#section-7.1; a trailer is read and forgotten.
void WireBody::openChunk()
{
    const QByteArray line = m_wire.readUntil("\r\n", longestLine, m_patience);
    bool ok = false;
    const qsizetype extension = line.indexOf(';');
    m_left = line.left(extension < 0 ? line.size() : extension).trimmed().toLongLong(&ok, 16);
    if (!ok || m_left < 0)
        throw ConnectionLost();
    if (m_left > 0)
        return;
    m_moreChunks = false;
    for (QByteArray field = "-"; field != "\r\n";) {
        field = m_wire.readUntil("\r\n", longestLine, m_patience);
        if (field.isEmpty())
            throw ConnectionLost();
    }
}

void WireBody::closeChunk()
{
    if (m_chunked && m_left == 0 && m_wire.readUntil("\r\n", longestLine, m_patience) != "\r\n")
        throw ConnectionLost();
}

qint64 WireBody::read(char* data, qint64 max)
{
    if (atEnd())
        return 0;
    if (m_mustContinue) {
        m_mustContinue = false;
        if (!m_wire.write("HTTP/1.1 100 Continue\r\n\r\n"))
            throw ConnectionLost();
    }
    if (m_left == 0)
        openChunk();
    if (m_left == 0)
        return 0;
    max = std::min(max, m_left);
    if (m_cutAt) {
        if (m_received >= *m_cutAt)
            throw ConnectionLost();
        max = std::min(max, *m_cutAt - m_received);
    }
    const qint64 size = m_wire.read(data, max, m_patience);
    if (size < 0)
        throw ConnectionLost();
    if (size == 0)
        throw failure("RequestTimeout");
    m_left -= size;
    m_received += size;
    if (m_count)
        m_count(size);
    closeChunk();
    if (m_cutAt && m_received >= *m_cutAt)
        throw ConnectionLost();
    return size;
}

void WireBody::drain()
{
    char buffer[64 * 1024];
    while (read(buffer, sizeof buffer) > 0) {
    }
}

} // namespace partway::sandbox
