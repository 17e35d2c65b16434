// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/s3client.h"
#include "support/manualclock.h"
#include "support/scriptedtransport.h"

#include <QObject>

#include <memory>

namespace partway {

// An S3Client on a scripted transport and a clock that stands at 2026-01-02 03:04:05. A base for tests.
class S3ClientBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    struct Outcome
    {
        int ends = 0;
        HttpReply reply;
    };
    using OutcomePtr = std::shared_ptr<Outcome>;

    S3Client& client(const QString& endpoint, const QString& region = QStringLiteral("us-east-1"));
    HttpReply dated(HttpReply reply, qint64 aheadSeconds) const;
    OutcomePtr start(const S3Request& request, S3Client::CallId* id = nullptr);
    HttpReply ask(const S3Request& request);

    ManualClock m_clock;
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<S3Client> m_client;
    Result<Credentials> m_credentials = Credentials{"AKID", Secret("secret"), {}, {}};
    int m_asked = 0;
};

S3Request objectRequest(const QByteArray& method, const QByteArray& body = {});
QByteArray errorXml(const QByteArray& code, const QByteArray& more = {});
QString regionSigned(const HttpRequest& request);

} // namespace partway
