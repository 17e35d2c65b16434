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
    // running twice. So it does once a good deal of the body is gone: that a connection was lost under it is
    // for those to know who decide how many there are, and what is sent again is to be counted.
    BodyDevice(HttpBody body, bool rewindable, RateLimit* limit, Moved moved, Failed failed);

    // Nothing is handed out or told any more. The reply that reads from the device may outlive the call.
    void silence();

    // For large pieces (largepieces.h): from now on the place moves by advance() alone. `sent` is what went
    // out in all; the answer is the next piece, to be handed to the network at `sent`, or empty: then Qt's
    // own pull takes place. An echo that goes back is ignored.
    void useLargePieces() { m_pieces = true; }
    QByteArray advance(qint64 sent, qint64 most);
    qint64 place() const { return m_at; } // handed out without large pieces, sent with them

    qint64 handedOut() const { return m_handedOut; } // in all, rewinding does not take it back
    bool isRepeated() const { return m_repeated; }   // the request was begun before: that one may be done

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_body.size(); }
    bool seek(qint64 position) override;
    bool reset() override;

protected:
    qint64 readData(char* data, qint64 max) override;
    qint64 writeData(const char* data, qint64 max) override;

private:
    qint64 serve(char* data, qint64 max); // at the place; counts, and tells failures
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
    bool m_repeated = false;
    bool m_pieces = false;
    qint64 m_servedEnd = 0;  // up to here Qt has read by itself
    qint64 m_pushedAt = -1;  // here a piece was handed over that is not sent yet
    bool m_skipping = false; // Qt is about to read over what it did not read itself
};

} // namespace partway
