// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include <QEventLoop>
#include <QTimer>

namespace partway {

namespace {

char patternByte(qint64 offset)
{
    return char((offset * 2654435761ULL) >> 13);
}

} // namespace

HttpRequest request(const ScriptedServer& server, const QByteArray& method, const QByteArray& target,
                    const QByteArray& body)
{
    HttpRequest request;
    request.method = method;
    request.origin = server.origin();
    request.target = target;
    request.body.bytes = body;
    return request;
}

OutcomePtr start(Transport& transport, const HttpRequest& request)
{
    auto outcome = std::make_shared<AskOutcome>();
    outcome->id = transport.send(
        request,
        [outcome](HttpReply reply) {
            ++outcome->ends;
            outcome->reply = std::move(reply);
            if (outcome->atEnd)
                outcome->atEnd();
        },
        [outcome](qint64 sent) { outcome->progress.append(sent); });
    return outcome;
}

// An event loop of its own, since QTest::qWaitFor sleeps 10 ms in each turn: one piece of a body each.
bool waitFor(const OutcomePtr& outcome, std::chrono::milliseconds longest)
{
    QEventLoop loop;
    outcome->atEnd = [&loop] { loop.quit(); };
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    if (outcome->ends == 0)
        loop.exec();
    outcome->atEnd = {};
    return outcome->ends > 0;
}

AskOutcome ask(Transport& transport, const HttpRequest& request)
{
    const OutcomePtr outcome = start(transport, request);
    if (!waitFor(outcome)) {
        outcome->reply.failure.emplace();
        outcome->reply.failure->code = QStringLiteral("test-waited-too-long");
    }
    return *outcome;
}

std::unique_ptr<Transport> makeTransport(int managers, RateLimit* limit, const QString& caFile,
                                         LargePieces pieces)
{
    static const SystemClock clock;
    auto made = makeNetworkTransport({caFile, managers, limit, pieces}, clock);
    return made ? std::move(made).value() : nullptr;
}

Result<qint64> PatternSource::readAt(qint64 offset, char* data, qint64 max) const
{
    if (failsAt >= 0 && offset + max > failsAt) {
        Error error;
        error.kind = ErrorKind::LocalFile;
        error.code = QStringLiteral("test-disk-gone");
        return error;
    }
    const qint64 end = endsAt < 0 ? offset + max : std::min(endsAt, offset + max);
    for (qint64 at = offset; at < end; ++at)
        data[at - offset] = patternByte(at);
    return std::max<qint64>(0, end - offset);
}

QByteArray PatternSource::bytes(ByteRange window)
{
    QByteArray result(window.length, Qt::Uninitialized);
    (void)PatternSource().readAt(window.offset, result.data(), window.length).ok();
    return result;
}

} // namespace partway
