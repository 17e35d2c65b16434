// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/transport.h"

#include <QList>
#include <QMutex>

#include <memory>
#include <optional>

namespace partway {

// A request that went wrong and what came back, with secrets removed: for people to read, and to send to
// whoever keeps the store. A plain value.
struct Exchange
{
    QDateTime at; // when it ended, UTC
    QByteArray method;
    QString url;
    HeaderList requestHeaders; // the values of unknown ones are removed
    qint64 requestBytes = 0;   // of the body
    int status = 0;            // 0: no answer
    QString failure;           // why there was none: a code and the system's words
    HeaderList replyHeaders;
    QByteArray replyBody; // its first KiB, if it is text
    QString requestId;    // what the store calls it
    QByteArray path;      // decoded, to find it again
};

// As it would look on the wire, line by line.
QString exchangeText(const Exchange& exchange);

// Pure. Takes the secrets out.
Exchange recordOf(const HttpRequest& request, const HttpReply& reply, const QDateTime& at);

// Keeps the last exchanges that went wrong, in memory only: what a store echoes is nobody's business later.
// Any thread.
class ExchangeLog
{
public:
    void note(Exchange exchange);
    // The newest one with that request id, else the newest one about that object.
    std::optional<Exchange> find(const QString& requestId, const QString& bucket,
                                 const QByteArray& key) const;
    // The newest one that ended in this error: with its request id, or, where the store gave none, at that
    // endpoint with its status or its failure.
    std::optional<Exchange> findFor(const Error& error, const QString& endpoint) const;

private:
    template <typename Fits>
    std::optional<Exchange> newest(const Fits& fits) const;
    std::optional<Exchange> named(const QString& requestId) const;

    mutable QMutex m_mutex;
    QList<Exchange> m_exchanges; // oldest first
};

// A transport that notes what goes wrong on another: every status from 400 on, every request without an
// answer but those that we cut, and the errors that S3 puts into a 200. The log outlives it.
std::unique_ptr<Transport> makeRecordingTransport(std::unique_ptr<Transport> transport, ExchangeLog& log,
                                                  const Clock& clock);

} // namespace partway
