// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/transport.h"

#include <QObject>

#include <deque>
#include <map>
#include <optional>

namespace partway {

// A transport without a network: keeps the requests and answers each with what the script says, from the
// event loop. No answer: the request stays open until it is cancelled.
class ScriptedTransport final : public Transport
{
public:
    using Script = std::function<std::optional<HttpReply>(const HttpRequest&)>;

    void setScript(Script script) { m_script = std::move(script); }
    void play(std::deque<HttpReply> replies);
    const QList<HttpRequest>& requests() const { return m_requests; }
    int drops() const { return m_drops; }

    CallId send(HttpRequest request, Done done, Progress progress) override;
    void cancel(CallId call) override;
    void dropConnections() override { ++m_drops; }

    static HttpReply reply(int status, const QByteArray& body = {},
                           const QList<QPair<QByteArray, QByteArray>>& headers = {});
    static HttpReply failure(ErrorKind kind, const QString& code);

private:
    void endLater(CallId call, HttpReply reply);

    QObject m_context;
    Script m_script;
    QList<HttpRequest> m_requests;
    std::map<CallId, Done> m_open;
    CallId m_lastId = 0;
    int m_drops = 0;
};

} // namespace partway
