// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/networktransport.h"
#include "support/scriptedserver.h"

#include <memory>

namespace partway {

// How a request went, filled in as it goes.
struct AskOutcome
{
    int ends = 0;
    HttpReply reply;
    QList<qint64> progress;
    Transport::CallId id = 0;
    std::function<void()> atEnd;

    QString code() const { return reply.failure ? reply.failure->code : QString(); }
};
using OutcomePtr = std::shared_ptr<AskOutcome>;

HttpRequest request(const ScriptedServer& server, const QByteArray& method, const QByteArray& target,
                    const QByteArray& body = {});

// Sends without waiting; and waits for the end, ten seconds at most.
OutcomePtr start(Transport& transport, const HttpRequest& request);
bool waitFor(const OutcomePtr& outcome, std::chrono::milliseconds longest = std::chrono::seconds(10));
AskOutcome ask(Transport& transport, const HttpRequest& request);

std::unique_ptr<Transport> makeTransport(int managers = 1, RateLimit* limit = nullptr,
                                         const QString& caFile = {}, LargePieces pieces = LargePieces::Off);

// Bytes that tell their place, of any length. Fails on purpose from `failsAt` on, ends at `endsAt`.
class PatternSource final : public ByteSource
{
public:
    qint64 failsAt = -1;
    qint64 endsAt = -1;

    Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override;
    static QByteArray bytes(ByteRange window);
};

} // namespace partway
