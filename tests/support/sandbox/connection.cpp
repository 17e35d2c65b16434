// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/connection.h"

#include "support/sandbox/control.h"
#include "support/sandbox/directorybucket.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/faultwork.h"
#include "support/sandbox/operation.h"
#include "support/sandbox/router.h"

#include <QRandomGenerator>

#include <cstdio>

namespace partway::sandbox {
namespace {

using namespace std::chrono_literals;

constexpr auto idlePatience = 60s;
constexpr auto headPatience = 20s;
constexpr qint64 longestHead = 32 * KiB;

QByteArray newRequestId()
{
    return QByteArray::number(QRandomGenerator::global()->generate64(), 16).toUpper().rightJustified(16, '0');
}

Answer answerOf(const Failure& failure, const Request& request, const QByteArray& requestId)
{
    Answer answer = Answer::xml(errorDocument(failure, request.path, requestId));
    answer.status = failure.status > 0 ? failure.status : statusOf(failure.code);
    for (const auto& [name, value] : failure.headers.all())
        answer.headers.set(name, value);
    return answer;
}

} // namespace

Connection::Connection(qintptr descriptor, std::optional<QSslConfiguration> tls, Services& services)
    : m_descriptor(descriptor), m_tls(std::move(tls)), m_services(services)
{
}

void Connection::run()
{
    Wire wire(m_descriptor, m_tls ? &*m_tls : nullptr, m_services.stopping);
    if (!wire.open())
        return;
    Next next = Next::Keep;
    while (next == Next::Keep) {
        try {
            next = serveOne(wire);
        } catch (const ConnectionLost&) {
            next = Next::Cut;
        } catch (const Failure&) {
            next =
                Next::Cut; // the rest of a body that stays away after its answer: nobody is left to be told
        }
    }
    if (next == Next::Cut)
        wire.cut();
    else
        wire.close();
}

Connection::Next Connection::serveOne(Wire& wire)
{
    const int generation = m_services.idleGeneration;
    if (!wire.waitForData(idlePatience, [&] { return m_services.idleGeneration != generation; }))
        return Next::Close;
    const QByteArray head = wire.readUntil("\r\n\r\n", longestHead, headPatience);
    if (head.isEmpty())
        return Next::Close;
    Request request;
    try {
        request = parseRequest(head);
        request.operation = operationOf(request);
    } catch (const Failure& failure) {
        const QByteArray id = newRequestId();
        Reply(wire, request, {}, id).send(answerOf(failure, request, id), false);
        return Next::Close;
    }
    if (isControl(request))
        return serveControl(wire, request);
    return serve(wire, request);
}

Connection::Next Connection::serveControl(Wire& wire, const Request& request)
{
    WireBody body(wire, std::max<qint64>(0, request.contentLength), m_services.bodyPatience);
    Reply(wire, request, {}, newRequestId()).send(control(request, body, m_services), request.keepAlive);
    return request.keepAlive && body.atEnd() ? Next::Keep : Next::Close;
}

Connection::Next Connection::serve(Wire& wire, const Request& request)
{
    m_services.counters.countRequest(request);
    const FaultPlan faults = m_services.faults.planFor(request);
    const QByteArray requestId = newRequestId();
    const auto patience = m_services.bodyPatience;
    WireBody body = request.chunked ? WireBody::chunked(wire, patience)
                                    : WireBody(wire, std::max<qint64>(0, request.contentLength), patience);
    body.onReceived([&](qint64 bytes) { m_services.counters.countBytes(request, bytes); });
    if (request.headers.value("expect").toLower() == "100-continue")
        body.holdForContinue();
    if (faults.cutBodyAt)
        body.cutAt(*faults.cutBodyAt);
    Reply reply(wire, request, faults, requestId);
    Answer answer;
    try {
        answer = work(wire, request, faults, body, reply);
    } catch (const Failure& failure) {
        answer = answerOf(failure, request, requestId);
    }
    m_services.counters.countAnswer(request, answer.status);
    note(request, answer.status);
    if (faults.cutAfter)
        throw ConnectionLost();
    const bool keep = request.keepAlive && !faults.close && !body.clientStillWaits();
    reply.send(answer, keep);
    return keep ? finish(wire, faults, body) : Next::Close;
}

Answer Connection::work(Wire& wire, const Request& request, const FaultPlan& faults, WireBody& body,
                        Reply& reply)
{
    wire.setRate(faults.bytesPerSecond);
    if (!wire.sleep(faults.delay) || faults.cutBefore)
        throw ConnectionLost();
    if (const auto instead = answerInstead(faults, body))
        return *instead;
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(faults.skew.count());
    const Access access = checkSignature(request, expectedKeys(request, m_services.keys, now), now);
    if (faults.denied)
        throw failure("AccessDenied");
    if (!faults.errorInside.isEmpty())
        return errorInside(faults, request, body);
    if (faults.vanish)
        deleteUpload(m_services.depot, request);
    Limits limits = m_services.limits;
    limits.deceptiveEtags = isDirectoryBucket(request.bucket);
    limits.md5Etags = limits.md5Etags && !limits.deceptiveEtags;
    Exchange exchange{request,
                      access,
                      body,
                      m_services.depot,
                      faults,
                      limits,
                      m_services.keys,
                      m_services.keys.region,
                      [&] { reply.alive(); },
                      nullptr};
    return route(exchange);
}

Connection::Next Connection::finish(Wire& wire, const FaultPlan& faults, WireBody& body)
{
    body.drain();
    wire.setRate(0);
    if (!faults.closeIdleAfter)
        return Next::Keep;
    wire.sleep(*faults.closeIdleAfter);
    return Next::Close;
}

void Connection::note(const Request& request, int status) const
{
    if (!m_services.log)
        return;
    const QByteArray part =
        request.partNumber() > 0 ? " part " + QByteArray::number(request.partNumber()) : "";
    const QByteArray line = operationName(request.operation) + ' ' + request.path + part + ' ' +
                            QByteArray::number(status) + '\n';
    std::fputs(line.constData(), stderr);
}

} // namespace partway::sandbox
