// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/wire.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace partway::sandbox {

// A stream of bytes to be read once.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    // Up to max bytes; 0: the end. Throws Failure or ConnectionLost.
    virtual qint64 read(char* data, qint64 max) = 0;
};

// The body as it comes over the wire: exactly Content-Length bytes, or the chunks of Transfer-Encoding.
class WireBody : public ByteStream
{
public:
    // patience: with a client that sends nothing; then S3 answers RequestTimeout.
    WireBody(Wire& wire, qint64 length, std::chrono::milliseconds patience)
        : m_wire(wire), m_patience(patience), m_left(length)
    {
    }
    static WireBody chunked(Wire& wire, std::chrono::milliseconds patience);

    // The client waits for a word before it sends ("Expect: 100-continue"); it is given with the first read.
    void holdForContinue() { m_mustContinue = true; }
    bool clientStillWaits() const { return m_mustContinue; }
    // Cuts the connection when that many bytes have come.
    void cutAt(qint64 bytes) { m_cutAt = bytes; }
    void onReceived(std::function<void(qint64)> count) { m_count = std::move(count); }

    qint64 read(char* data, qint64 max) override;
    bool atEnd() const { return m_left == 0 && !m_moreChunks; }
    void drain(); // reads and forgets the rest; throws as read() does

private:
    void openChunk();
    void closeChunk();

    Wire& m_wire;
    std::chrono::milliseconds m_patience;
    qint64 m_left; // of the body, or of the chunk
    bool m_chunked = false;
    bool m_moreChunks = false;
    qint64 m_received = 0;
    bool m_mustContinue = false;
    std::optional<qint64> m_cutAt;
    std::function<void(qint64)> m_count;
};

} // namespace partway::sandbox
