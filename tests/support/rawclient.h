// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "s3/credentials.h"
#include "s3/signature.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QTcpSocket;

namespace partway {

// A request as a test wants it: right unless the test says otherwise.
struct RawRequest
{
    QByteArray method = "GET";
    QByteArray path; // decoded: "/sandbox/a b"
    Query query;
    HeaderList headers;
    QByteArray body;
    QByteArray payloadHash; // empty: the body's SHA-256
    qint64 clockAhead = 0;  // seconds
    bool isSigned = true;
    HeaderList unsignedHeaders; // added after signing
    bool withLength = true;     // Content-Length
};

struct RawReply
{
    bool answered = false; // false: the connection ended first
    int status = 0;
    HeaderList headers;
    QByteArray body;
    qint64 sent = 0; // bytes of the body that were written before the connection ended

    QByteArray text(const QByteArray& element) const; // of the first such XML element; empty when absent
    QByteArray code() const { return text("Code"); }
};

// A small blocking S3 client on a plain socket: signs with the core's signer and sends exactly what it is
// told, also what no decent client would. Keeps its connection. For tests.
class RawClient
{
public:
    RawClient(const QString& endpoint, Credentials credentials, QByteArray region = "us-east-1");
    ~RawClient();

    RawReply send(const RawRequest& request);
    RawReply sendBytes(const QByteArray& head, const QByteArray& body, bool isHead = false); // as they are
    QByteArray headOf(const RawRequest& request) const; // signed, ready for sendBytes()
    QByteArray presigned(const QByteArray& method, const QByteArray& path, const Query& query,
                         int expiresSeconds, qint64 clockAhead = 0) const; // a target
    void disconnect();
    bool isConnected(); // looks whether the server has closed

    Credentials credentials;
    QByteArray region;
    Origin origin;

private:
    bool connect();
    bool writeAll(const QByteArray& bytes, qint64* written);
    RawReply read(bool isHead, QByteArray buffer);
    bool readInto(QByteArray& buffer);
    QByteArray readChunks(QByteArray& buffer, bool* whole);

    std::unique_ptr<QTcpSocket> m_socket;
};

} // namespace partway
