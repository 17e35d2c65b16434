// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawclient.h"
#include "support/sandbox/sandbox.h"

#include <QTemporaryDir>

#include <memory>

namespace partway {

// A sandbox in this process and a client for it, with the steps that many tests share.
class SandboxBench
{
public:
    bool start(sandbox::Settings settings = {}); // on the same folder and port when started again
    void stop() { m_sandbox.reset(); }

    sandbox::Sandbox& sandbox() { return *m_sandbox; }
    RawClient& client() { return *m_client; }
    QString root() const { return m_folder.path(); }

    RawReply send(const QByteArray& method, const QByteArray& key, const Query& query = {},
                  const QByteArray& body = {}, const HeaderList& headers = {});
    QByteArray createUpload(const QByteArray& key, const HeaderList& headers = {}); // the upload id
    RawReply sendPart(const QByteArray& key, const QByteArray& uploadId, int number, const QByteArray& body,
                      const HeaderList& headers = {});
    RawReply complete(const QByteArray& key, const QByteArray& uploadId, const QByteArray& parts,
                      const HeaderList& headers = {});
    QByteArray setFault(const QByteArray& rule); // replaces all; the problem, empty when fine

private:
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<RawClient> m_client;
    quint16 m_port = 0;
};

// <Part>…</Part> of a Complete document; more: further elements.
QByteArray partElement(int number, const QByteArray& etag, const QByteArray& more = {});

HeaderList headers(std::initializer_list<std::pair<QByteArray, QByteArray>> fields);

// s3-reference §4.5: byte i is i mod 251; the first 5 MiB and the rest.
QByteArray referenceBytes();
inline constexpr qint64 referenceFirstPart = 5 * MiB;

} // namespace partway
