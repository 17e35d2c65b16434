// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sandboxbench.h"

#include <QUrl>

namespace partway {

bool SandboxBench::start(sandbox::Settings settings)
{
    stop();
    settings.root = m_folder.path();
    if (settings.port == 0)
        settings.port = m_port;
    m_sandbox = std::make_unique<sandbox::Sandbox>();
    const Result<void> started = m_sandbox->start(settings);
    if (!started) {
        qWarning("%s", qPrintable(started.error().message));
        return false;
    }
    m_port = quint16(QUrl(m_sandbox->endpoint()).port());
    Credentials credentials;
    credentials.accessKeyId = m_sandbox->settings().accessKey;
    credentials.secretKey = m_sandbox->settings().secretKey;
    m_client = std::make_unique<RawClient>(m_sandbox->endpoint(), credentials, m_sandbox->settings().region);
    return true;
}

RawReply SandboxBench::send(const QByteArray& method, const QByteArray& key, const Query& query,
                            const QByteArray& body, const HeaderList& headers)
{
    RawRequest request;
    request.method = method;
    request.path = "/sandbox" + (key.isEmpty() ? QByteArray() : '/' + key);
    request.query = query;
    request.body = body;
    request.headers = headers;
    return m_client->send(request);
}

QByteArray SandboxBench::createUpload(const QByteArray& key, const HeaderList& headers)
{
    return send("POST", key, {{"uploads", ""}}, {}, headers).text("UploadId");
}

RawReply SandboxBench::sendPart(const QByteArray& key, const QByteArray& uploadId, int number,
                                const QByteArray& body, const HeaderList& headers)
{
    return send("PUT", key, {{"partNumber", QByteArray::number(number)}, {"uploadId", uploadId}}, body,
                headers);
}

RawReply SandboxBench::complete(const QByteArray& key, const QByteArray& uploadId, const QByteArray& parts,
                                const HeaderList& headers)
{
    const QByteArray body = "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" +
                            parts + "</CompleteMultipartUpload>";
    return send("POST", key, {{"uploadId", uploadId}}, body, headers);
}

QByteArray SandboxBench::setFault(const QByteArray& rule)
{
    const auto rules = sandbox::parseFaultRules(rule);
    if (!rules)
        return rules.error().message.toUtf8();
    m_sandbox->services().faults.replace(*rules);
    return {};
}

QByteArray partElement(int number, const QByteArray& etag, const QByteArray& more)
{
    return "<Part><PartNumber>" + QByteArray::number(number) + "</PartNumber><ETag>" + etag + "</ETag>" +
           more + "</Part>";
}

HeaderList headers(std::initializer_list<std::pair<QByteArray, QByteArray>> fields)
{
    HeaderList list;
    for (const auto& [name, value] : fields)
        list.add(name, value);
    return list;
}

QByteArray referenceBytes()
{
    QByteArray bytes(6'291'459, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i % 251);
    return bytes;
}

} // namespace partway
