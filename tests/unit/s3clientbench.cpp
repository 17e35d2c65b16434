// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3clientbench.h"

#include <QTest>

namespace partway {

void S3ClientBench::init()
{
    m_clock = ManualClock();
    m_transport = std::make_unique<ScriptedTransport>();
    m_credentials = Credentials{"AKID", Secret("secret"), {}, {}};
    m_asked = 0;
}

void S3ClientBench::cleanup()
{
    m_client.reset();
    m_transport.reset();
}

S3Client& S3ClientBench::client(const QString& endpoint, const QString& region)
{
    S3ClientOptions options;
    options.endpoint = *Endpoint::parse(endpoint);
    options.region = region;
    m_client = std::make_unique<S3Client>(
        *m_transport, options,
        [this] {
            ++m_asked;
            return m_credentials;
        },
        m_clock);
    return *m_client;
}

HttpReply S3ClientBench::dated(HttpReply reply, qint64 aheadSeconds) const
{
    reply.receivedAt = m_clock.now();
    reply.headers.set("Date", QLocale::c()
                                  .toString(m_clock.now().addSecs(aheadSeconds),
                                            QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                                  .toLatin1());
    return reply;
}

S3ClientBench::OutcomePtr S3ClientBench::start(const S3Request& request, S3Client::CallId* id)
{
    auto outcome = std::make_shared<Outcome>();
    const auto call = m_client->send(request, [outcome](HttpReply reply) {
        ++outcome->ends;
        outcome->reply = std::move(reply);
    });
    if (id)
        *id = call;
    return outcome;
}

HttpReply S3ClientBench::ask(const S3Request& request)
{
    const OutcomePtr outcome = start(request);
    if (outcome->ends != 0)
        qFatal("ended from inside send()");
    if (!QTest::qWaitFor([&] { return outcome->ends > 0; }))
        qFatal("no end");
    return outcome->reply;
}

S3Request objectRequest(const QByteArray& method, const QByteArray& body)
{
    S3Request request;
    request.method = method;
    request.bucket = QStringLiteral("bkt");
    request.key = "key";
    request.body.bytes = body;
    return request;
}

QByteArray errorXml(const QByteArray& code, const QByteArray& more)
{
    return "<Error><Code>" + code + "</Code><Message>m</Message>" + more + "</Error>";
}

QString regionSigned(const HttpRequest& request)
{
    return QString::fromLatin1(request.headers.value("Authorization").split('/').value(2));
}

} // namespace partway
