// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "http/ratelimit.h"

#include <QIODevice>
#include <QTimer>

#include <functional>

namespace partway {

// A request's body as QNetworkAccessManager wants it: an unbuffered device with random access that reads its
// window by pread. It never blocks: while the rate limit holds it back, a read gives nothing and readyRead
// follows. A source that fails or ends early is told through `failed`, once, from the event loop, and the
// device gives nothing more, so that no short body is ever passed off as the whole.
class BodyDevice final : public QIODevice
{
public:
    using Failed = std::function<void(Error)>;
    using Moved = std::function<void()>; // bytes were handed out, or held back by the limit

    // rewindable = false: seeking fails once reading began, also for an empty body. QNetworkAccessManager
    // rewinds the body before it sends a request a second time, so this is what keeps such a request from
    // running twice.
    BodyDevice(HttpBody body, bool rewindable, RateLimit* limit, Moved moved, Failed failed);

    // Nothing is handed out or told any more. The reply that reads from the device may outlive the call.
    void silence();

    qint64 handedOut() const { return m_handedOut; } // in all, rewinding does not take it back

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_body.size(); }
    bool seek(qint64 position) override;
    bool reset() override;

protected:
    qint64 readData(char* data, qint64 max) override;
    qint64 writeData(const char* data, qint64 max) override;

private:
    Result<qint64> readFrom(qint64 position, char* data, qint64 max) const;
    void holdBack();
    void fail(const Error& error);

    HttpBody m_body;
    bool m_rewindable;
    RateLimit* m_limit;
    Moved m_moved;
    Failed m_failed;
    QTimer m_wake;
    qint64 m_at = 0;
    qint64 m_handedOut = 0;
    bool m_broken = false;
};

} // namespace partway
