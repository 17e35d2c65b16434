// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/intake.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/sparsecopy.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <tuple>

namespace partway::sandbox {
namespace {

constexpr qint64 pieceSize = 256 * KiB;
constexpr qint64 longestDocument = 4 * MiB;
constexpr qint64 largestPut = 5 * GiB;

bool isZero(const char* data, qint64 size)
{
    return size > 0 && data[0] == 0 && std::memcmp(data, data + 1, size_t(size - 1)) == 0;
}

// A file that is written from the start to the end, with holes where there are only zeros.
class SparseFile
{
public:
    explicit SparseFile(const QString& path) : m_file(path)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
            fail();
    }
    void add(const char* data, qint64 size)
    {
        if (!isZero(data, size)) {
            if (!m_file.seek(m_size) || m_file.write(data, size) != size)
                fail();
        }
        m_size += size;
    }
    void finish()
    {
        if (m_file.size() < m_size && !m_file.resize(m_size))
            fail();
    }

private:
    [[noreturn]] void fail()
    {
        throw failure("InternalError", "The sandbox cannot write: " + m_file.errorString().toUtf8());
    }
    QFile m_file;
    qint64 m_size = 0;
};

qint64 pump(ByteStream& stream, Digester& digester, SparseFile& file, bool corrupt)
{
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    qint64 total = 0;
    while (const qint64 size = stream.read(buffer.data(), buffer.size())) {
        if (corrupt && total == 0)
            buffer[0] = char(buffer[0] ^ 1);
        digester.add(buffer.constData(), size);
        file.add(buffer.constData(), size);
        total += size;
    }
    file.finish();
    return total;
}

// Everything between the wire and the payload.
class Payload
{
public:
    Payload(Exchange& exchange, const Integrity& integrity)
    {
        if (!integrity.awsChunked) {
            m_stream = &exchange.body;
            return;
        }
        const bool trailer = exchange.access.payloadHash.endsWith("-TRAILER");
        m_chunked = std::make_unique<AwsChunkedBody>(
            exchange.body, payloadLength(exchange.request, integrity), exchange.access.signing, trailer);
        m_stream = m_chunked.get();
    }
    ByteStream& stream() { return *m_stream; }

    // What the trailer says, once the payload was read to the end.
    Integrity completed(Integrity integrity) const
    {
        if (!integrity.inTrailer)
            return integrity;
        const QByteArray name = checksumHeaderName(*integrity.checksum);
        if (!m_chunked->trailer().has(name))
            throw failure("MalformedTrailerError");
        integrity.checksumValue = checksumValue(*integrity.checksum, m_chunked->trailer().value(name));
        return integrity;
    }

private:
    std::unique_ptr<AwsChunkedBody> m_chunked;
    ByteStream* m_stream = nullptr;
};

// Longer than an MD5, so that nobody takes it for one; or of its length, so that the careless do.
QByteArray etagOf(Digester& digester, const Limits& limits)
{
    if (limits.md5Etags)
        return digester.md5().toHex();
    quint32 random[5];
    QRandomGenerator::global()->fillRange(random);
    const QByteArray bytes(reinterpret_cast<const char*>(random), sizeof random);
    return bytes.left(limits.deceptiveEtags ? 16 : 20).toHex();
}

QByteArray etagOf(Digester& digester, bool md5Etags)
{
    Limits limits;
    limits.md5Etags = md5Etags;
    return etagOf(digester, limits);
}

void wantFor(Digester& digester, const Integrity& integrity)
{
    if (integrity.sha256)
        digester.wantSha256();
    if (integrity.md5)
        digester.wantMd5();
    if (integrity.checksum)
        digester.want(*integrity.checksum);
}

} // namespace

qint64 payloadLength(const Request& request, const Integrity& integrity)
{
    // Chunks on the way are only for aws-chunked bodies, which say their length in another header.
    if (!integrity.awsChunked && (request.chunked || request.contentLength < 0))
        throw failure("MissingContentLength");
    qint64 length = request.contentLength;
    if (integrity.awsChunked) {
        bool ok = false;
        length = request.headers.value("x-amz-decoded-content-length").toLongLong(&ok);
        if (!ok || length < 0)
            throw failure("MissingContentLength");
    }
    if (length > largestPut) {
        Failure large = failure("EntityTooLarge");
        large.with("ProposedSize", QByteArray::number(length));
        large.with("MaxSizeAllowed", QByteArray::number(largestPut));
        throw large;
    }
    return length;
}

namespace {

// Digests of so many zeros, computed once: copies of sparse objects ask for the same again and again.
Taken takenZeros(qint64 length, Checksum keep, bool md5)
{
    static std::mutex mutex;
    static std::map<std::tuple<qint64, Checksum, bool>, Taken> known;
    const std::lock_guard lock(mutex);
    Taken& taken = known[{length, keep, md5}];
    if (taken.kept.isEmpty()) {
        const QByteArray zeros(pieceSize, '\0');
        Digester digester;
        if (md5)
            digester.wantMd5();
        digester.want(keep);
        for (qint64 left = length; left > 0; left -= pieceSize)
            digester.add(zeros.constData(), std::min(left, pieceSize));
        taken = {length, md5 ? digester.md5().toHex() : QByteArray(), digester.value(keep), {}, {}};
    }
    return taken;
}

Taken digestsOf(QFile& from, ByteRange window, Checksum keep, bool md5Etags)
{
    Digester digester;
    if (md5Etags)
        digester.wantMd5();
    digester.want(keep);
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    if (!from.seek(window.offset))
        throw failure("InternalError", "The sandbox cannot read a file.");
    for (qint64 left = window.length; left > 0;) {
        const qint64 size = from.read(buffer.data(), std::min<qint64>(left, buffer.size()));
        if (size <= 0)
            throw failure("InternalError", "The sandbox cannot read a file.");
        digester.add(buffer.constData(), size);
        left -= size;
    }
    return {window.length, etagOf(digester, md5Etags), digester.value(keep), {}, {}};
}

} // namespace

Taken takeCopy(QFile& from, ByteRange window, const QString& path, Checksum keep, bool md5Etags)
{
    QFile to(path);
    if (!to.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        throw failure("InternalError", "The sandbox cannot write: " + to.errorString().toUtf8());
    copySparsely(from, window, to, 0, [] {});
    if (to.size() < window.length && !to.resize(window.length))
        throw failure("InternalError", "The sandbox cannot write: " + to.errorString().toUtf8());
    if (!isHole(from, window))
        return digestsOf(from, window, keep, md5Etags);
    Taken taken = takenZeros(window.length, keep, md5Etags);
    if (taken.etag.isEmpty()) {
        Digester none;
        taken.etag = etagOf(none, false);
    }
    return taken;
}

Taken takeBody(Exchange& exchange, const Integrity& integrity, const QString& path, Checksum keep)
{
    const qint64 expected = payloadLength(exchange.request, integrity);
    Digester digester;
    wantFor(digester, integrity);
    if (exchange.limits.md5Etags)
        digester.wantMd5();
    digester.want(keep);
    Payload payload(exchange, integrity);
    SparseFile file(path);
    Taken taken;
    taken.size = pump(payload.stream(), digester, file, exchange.faults.corrupt);
    if (taken.size != expected)
        throw failure("IncompleteBody");
    const Integrity complete = payload.completed(integrity);
    if (!exchange.faults.corrupt)
        checkIntegrity(complete, digester);
    taken.etag = etagOf(digester, exchange.limits);
    taken.kept = digester.value(keep);
    taken.named = complete.checksum;
    taken.namedValue = complete.checksumValue;
    return taken;
}

QByteArray takeDocument(Exchange& exchange, bool checksumIsOfBody)
{
    const Request& request = exchange.request;
    const Integrity integrity = integrityOf(request, exchange.access.payloadHash, checksumIsOfBody);
    if (request.chunked && !integrity.awsChunked)
        throw failure("MissingContentLength");
    if (request.contentLength > longestDocument)
        throw failure("MaxMessageLengthExceeded");
    Digester digester;
    wantFor(digester, integrity);
    Payload payload(exchange, integrity);
    QByteArray document;
    char buffer[16 * 1024];
    while (const qint64 size = payload.stream().read(buffer, sizeof buffer)) {
        digester.add(buffer, size);
        document.append(buffer, size);
        if (document.size() > longestDocument)
            throw failure("MaxMessageLengthExceeded");
    }
    checkIntegrity(payload.completed(integrity), digester);
    return document;
}

} // namespace partway::sandbox
