// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/awschunked.h"

#include "support/sandbox/failure.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <cstring>

namespace partway::sandbox {
namespace {

constexpr qsizetype longestLine = 8 * 1024;

QByteArray hexSha256(const QByteArray& bytes)
{
    return sha256Of(bytes).toHex();
}

} // namespace

AwsChunkedBody::AwsChunkedBody(ByteStream& framed, qint64 decodedLength, ChunkSigning signing,
                               bool withTrailer)
    : m_framed(framed), m_decodedLeft(decodedLength), m_signing(std::move(signing)),
      m_withTrailer(withTrailer)
{
}

bool AwsChunkedBody::fill()
{
    if (m_at < m_buffer.size())
        return true;
    m_buffer.resize(256 * 1024);
    const qint64 size = m_framed.read(m_buffer.data(), m_buffer.size());
    m_buffer.truncate(size);
    m_at = 0;
    return size > 0;
}

QByteArray AwsChunkedBody::line()
{
    QByteArray text;
    while (text.size() < longestLine) {
        if (!fill())
            throw failure("IncompleteBody", "The request body terminated unexpectedly");
        const char c = m_buffer[m_at++];
        if (c != '\n') {
            text += c;
            continue;
        }
        if (!text.endsWith('\r'))
            break;
        text.chop(1);
        return text;
    }
    throw failure("InvalidRequest", "The framing of the aws-chunked body is malformed.");
}

qint64 AwsChunkedBody::read(char* data, qint64 max)
{
    if (m_ended)
        return 0;
    if (m_chunkLeft < 0)
        openChunk();
    if (m_ended)
        return 0;
    if (!fill())
        throw failure("IncompleteBody", "The request body terminated unexpectedly");
    const qint64 size = std::min({max, m_chunkLeft, qint64(m_buffer.size() - m_at)});
    std::memcpy(data, m_buffer.constData() + m_at, size_t(size));
    m_at += size;
    m_chunkLeft -= size;
    m_decodedLeft -= size;
    if (m_chunkHash)
        m_chunkHash->add(data, size);
    if (m_chunkLeft == 0)
        closeChunk();
    return size;
}

void AwsChunkedBody::openChunk()
{
    const QByteArray head = line();
    const qsizetype semicolon = head.indexOf(';');
    bool ok = false;
    m_chunkLeft = head.left(semicolon < 0 ? head.size() : semicolon).toLongLong(&ok, 16);
    if (!ok || m_chunkLeft < 0 || m_chunkLeft > m_decodedLeft)
        throw failure("InvalidRequest", "A chunk of the aws-chunked body has an impossible size.");
    m_chunkSignature.clear();
    if (!m_signing.key.isEmpty()) {
        const QByteArray mark = "chunk-signature=";
        const qsizetype at = head.indexOf(mark);
        if (at < 0)
            throw failure("SignatureDoesNotMatch", "A chunk carries no signature.");
        m_chunkSignature = head.mid(at + mark.size());
        m_chunkHash = std::make_unique<Digester>();
        m_chunkHash->wantSha256();
    }
    if (m_chunkLeft == 0)
        endBody();
}

void AwsChunkedBody::checkChunk()
{
    if (!m_chunkHash)
        return;
    const QByteArray hashes = hexSha256({}) + '\n' + m_chunkHash->sha256().toHex();
    check(m_chunkSignature, signatureOf("AWS4-HMAC-SHA256-PAYLOAD", hashes));
    m_chunkHash.reset();
}

void AwsChunkedBody::closeChunk()
{
    checkChunk();
    m_chunkLeft = -1;
    if (!line().isEmpty())
        throw failure("InvalidRequest", "A chunk is longer than its size.");
}

void AwsChunkedBody::endBody()
{
    if (m_decodedLeft != 0)
        throw failure("IncompleteBody", "The body is shorter than x-amz-decoded-content-length.");
    checkChunk();
    readTrailer();
    m_ended = true;
}

void AwsChunkedBody::readTrailer()
{
    QByteArray canonical;
    for (QByteArray text = line(); !text.isEmpty(); text = line()) {
        const qsizetype colon = text.indexOf(':');
        if (colon <= 0)
            throw failure("MalformedTrailerError");
        const QByteArray name = text.left(colon).trimmed().toLower();
        const QByteArray value = text.mid(colon + 1).trimmed();
        m_trailer.add(name, value);
        if (name != "x-amz-trailer-signature")
            canonical += name + ':' + value + '\n';
    }
    if (m_withTrailer && !m_signing.key.isEmpty())
        check(m_trailer.value("x-amz-trailer-signature"),
              signatureOf("AWS4-HMAC-SHA256-TRAILER", hexSha256(canonical)));
}

QByteArray AwsChunkedBody::signatureOf(const QByteArray& kind, const QByteArray& hashes) const
{
    const QByteArray toSign =
        kind + '\n' + m_signing.date + '\n' + m_signing.scope + '\n' + m_signing.signature + '\n' + hashes;
    return QMessageAuthenticationCode::hash(toSign, m_signing.key, QCryptographicHash::Sha256).toHex();
}

void AwsChunkedBody::check(const QByteArray& given, const QByteArray& expected)
{
    if (given != expected)
        throw failure("SignatureDoesNotMatch");
    m_signing.signature = expected;
}

} // namespace partway::sandbox
