// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/integrity.h"

#include "support/sandbox/failure.h"

namespace partway::sandbox {
namespace {

void readPayloadHash(Integrity& integrity, const QByteArray& payloadHash)
{
    if (payloadHash == unsignedPayload)
        return;
    if (payloadHash == "STREAMING-UNSIGNED-PAYLOAD-TRAILER" ||
        payloadHash == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" ||
        payloadHash == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER") {
        integrity.awsChunked = true;
        return;
    }
    const QByteArray raw = QByteArray::fromHex(payloadHash);
    if (raw.size() != 32 || raw.toHex() != payloadHash)
        throw failure("InvalidArgument",
                      "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, "
                      "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a "
                      "valid sha256 value.");
    integrity.sha256 = raw;
}

void readMd5(Integrity& integrity, const Request& request)
{
    if (!request.headers.has("content-md5"))
        return;
    const QByteArray text = request.headers.value("content-md5");
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != 16)
        throw failure("InvalidDigest", "The Content-MD5 you specified was invalid");
    integrity.md5 = *decoded;
}

void readTrailer(Integrity& integrity, const Request& request)
{
    const QByteArray name = request.headers.value("x-amz-trailer");
    if (name.isEmpty())
        return;
    const std::optional<Checksum> announced = checksumFromHeader(name);
    if (!announced || integrity.checksum || !integrity.awsChunked)
        throw failure("InvalidRequest", "The value specified in the x-amz-trailer header is not supported");
    integrity.checksum = announced;
    integrity.inTrailer = true;
}

} // namespace

std::optional<std::pair<Checksum, QByteArray>> checksumHeader(const HeaderList& headers)
{
    std::optional<std::pair<Checksum, QByteArray>> found;
    for (const auto& [name, value] : headers.all()) {
        const std::optional<Checksum> checksum = checksumFromHeader(name);
        if (!checksum)
            continue;
        if (found)
            throw failure("InvalidRequest", "Expecting a single x-amz-checksum- header. Multiple checksum "
                                            "Types are not allowed.");
        found = {*checksum, value};
    }
    return found;
}

QByteArray checksumValue(Checksum checksum, const QByteArray& base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != checksumSize(checksum))
        throw failure("InvalidRequest", "Value for " + checksumHeaderName(checksum) + " header is invalid.");
    return *decoded;
}

Integrity integrityOf(const Request& request, const QByteArray& payloadHash, bool ofBody)
{
    Integrity integrity;
    readPayloadHash(integrity, payloadHash);
    readMd5(integrity, request);
    if (!ofBody)
        return integrity;
    if (const auto header = checksumHeader(request.headers)) {
        integrity.checksum = header->first;
        integrity.checksumValue = checksumValue(header->first, header->second);
    }
    readTrailer(integrity, request);
    const QByteArray promised = request.headers.value("x-amz-sdk-checksum-algorithm");
    if (!promised.isEmpty() && checksumFromName(promised) != integrity.checksum)
        throw failure("InvalidRequest",
                      "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or "
                      "x-amz-trailer headers were found.");
    return integrity;
}

void checkIntegrity(const Integrity& integrity, Digester& digester)
{
    if (integrity.sha256 && digester.sha256() != *integrity.sha256) {
        Failure mismatch = failure("XAmzContentSHA256Mismatch");
        mismatch.with("ClientComputedContentSHA256", integrity.sha256->toHex());
        mismatch.with("S3ComputedContentSHA256", digester.sha256().toHex());
        throw mismatch;
    }
    if (integrity.md5 && digester.md5() != *integrity.md5) {
        Failure mismatch =
            failure("BadDigest", "The Content-MD5 you specified did not match what we received.");
        mismatch.with("ExpectedDigest", integrity.md5->toBase64());
        mismatch.with("CalculatedDigest", digester.md5().toBase64());
        throw mismatch;
    }
    if (integrity.checksum && digester.value(*integrity.checksum) != integrity.checksumValue)
        throw failure("BadDigest", "The " + checksumName(*integrity.checksum) +
                                       " you specified did not match the calculated checksum.");
}

} // namespace partway::sandbox
