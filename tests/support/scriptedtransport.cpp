// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedtransport.h"

namespace partway {

void ScriptedTransport::play(std::deque<HttpReply> replies)
{
    m_script = [replies = std::move(replies)](const HttpRequest&) mutable -> std::optional<HttpReply> {
        if (replies.empty())
            return reply(599, "not in the script");
        HttpReply next = std::move(replies.front());
        replies.pop_front();
        return next;
    };
}

Transport::CallId ScriptedTransport::send(HttpRequest request, Done done, Progress progress)
{
    const CallId id = ++m_lastId;
    m_open.emplace(id, std::move(done));
    m_requests.append(request);
    if (std::optional<HttpReply> answer = m_script(request)) {
        if (progress && request.body.size() > 0)
            progress(request.body.size());
        answer->bytesSent = request.body.size();
        endLater(id, *std::move(answer));
    }
    return id;
}

void ScriptedTransport::cancel(CallId call)
{
    endLater(call, failure(ErrorKind::Cancelled, QStringLiteral("cancelled")));
}

void ScriptedTransport::endLater(CallId call, HttpReply reply)
{
    QMetaObject::invokeMethod(
        &m_context,
        [this, call, reply = std::move(reply)] {
            auto node = m_open.extract(call);
            if (!node.empty())
                node.mapped()(reply);
        },
        Qt::QueuedConnection);
}

HttpReply ScriptedTransport::reply(int status, const QByteArray& body,
                                   const QList<QPair<QByteArray, QByteArray>>& headers)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    for (const auto& [name, value] : headers)
        reply.headers.add(name, value);
    return reply;
}

HttpReply ScriptedTransport::failure(ErrorKind kind, const QString& code)
{
    HttpReply reply;
    reply.failure.emplace();
    reply.failure->kind = kind;
    reply.failure->code = code;
    return reply;
}

} // namespace partway
