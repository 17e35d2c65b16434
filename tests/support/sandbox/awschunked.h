// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "support/sandbox/body.h"
#include "support/sandbox/checksums.h"

#include <QByteArray>

namespace partway::sandbox {

// What the signatures of chunks are made with; empty key: chunks are not signed.
struct ChunkSigning
{
    QByteArray key;       // the derived signing key
    QByteArray date;      // 20260115T093000Z
    QByteArray scope;     // 20260115/us-east-1/s3/aws4_request
    QByteArray signature; // of the request: the first chunk's predecessor
};

// Takes the framing "aws-chunked" off a body and checks the signature of each chunk and of the trailer.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and …-trailers.html
class AwsChunkedBody : public ByteStream
{
public:
    AwsChunkedBody(ByteStream& framed, qint64 decodedLength, ChunkSigning signing, bool withTrailer);

    qint64 read(char* data, qint64 max) override;
    const HeaderList& trailer() const { return m_trailer; } // complete once read() gave 0

private:
    bool fill();
    QByteArray line();
    void openChunk();
    void checkChunk();
    void closeChunk();
    void endBody();
    void readTrailer();
    QByteArray signatureOf(const QByteArray& kind, const QByteArray& hashes) const;
    void check(const QByteArray& given, const QByteArray& expected);

    ByteStream& m_framed;
    qint64 m_decodedLeft;
    ChunkSigning m_signing;
    bool m_withTrailer;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_chunkLeft = -1; // -1: a chunk's line comes next
    QByteArray m_chunkSignature;
    std::unique_ptr<Digester> m_chunkHash;
    HeaderList m_trailer;
    bool m_ended = false;
};

} // namespace partway::sandbox
