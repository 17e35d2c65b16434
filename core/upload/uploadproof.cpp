// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadproof.h"

namespace partway {

const QByteArray tokenMetadata = "partway-upload";

namespace {

QByteArray directEtag(const UploadState& state)
{
    const StoredPart part = state.parts.value(1);
    return part.md5.isEmpty() ? QByteArray() : part.md5.toHex();
}

QByteArray rawPartMd5(const StoredPart& part)
{
    if (!part.md5.isEmpty())
        return part.md5;
    const QByteArray bare = bareEtag(part.etag);
    return looksLikeMd5(bare) ? QByteArray::fromHex(bare) : QByteArray();
}

} // namespace

QByteArray expectedEtag(const UploadSpec& spec, const UploadState& state)
{
    if (state.opaqueEtags)
        return {};
    if (spec.plan.direct)
        return directEtag(state);
    QList<QByteArray> md5s;
    md5s.reserve(spec.plan.count);
    for (const StoredPart& part : state.parts) {
        const QByteArray md5 = rawPartMd5(part);
        if (md5.isEmpty())
            return {};
        md5s.append(md5);
    }
    return md5s.size() == spec.plan.count ? multipartEtag(md5s) : QByteArray();
}

QByteArray expectedChecksum(const UploadSpec& spec, const UploadState& state)
{
    if (spec.copy && (!spec.copy->checksum.isEmpty() || !state.throughHere))
        return spec.copy->checksum; // what the store says of the parts it copied proves nothing
    if (spec.compositeChecksum || !checksumIsFullObject(spec.checksum) ||
        state.parts.size() != spec.plan.count)
        return {};
    QByteArray sum;
    for (auto part = state.parts.cbegin(); part != state.parts.cend(); ++part) {
        if (part->crc.isEmpty())
            return {};
        const qint64 length = spec.plan.range(part.key()).length;
        sum = part == state.parts.cbegin() ? part->crc : Crc::combine(spec.checksum, sum, part->crc, length);
    }
    return sum;
}

bool isAnotherMd5(const QByteArray& etag, const QByteArray& ourHex)
{
    const QByteArray bare = bareEtag(etag);
    return looksLikeMd5(bare) && looksLikeMd5(ourHex) && bare != ourHex;
}

Judgement judgeObject(const UploadSpec& spec, const UploadState& state, const ObjectInfo& info)
{
    Judgement result;
    Proof& proof = result.proof;
    const bool answered = state.finished && state.finished->proof.answer;
    const QByteArray etag = bareEtag(info.etag);
    const QByteArray ourEtag = expectedEtag(spec, state);
    const QByteArray ourChecksum = expectedChecksum(spec, state);
    const bool fullObject = info.checksumType.isEmpty() || info.checksumType.toUpper() == "FULL_OBJECT";
    const bool comparable =
        !ourChecksum.isEmpty() && info.checksum.size() == ourChecksum.size() && fullObject;

    proof.answer = answered;
    proof.size = info.size == spec.plan.size;
    proof.token = !state.token.isEmpty() && info.metadata.value(tokenMetadata) == state.token.toLatin1();
    proof.etag = !ourEtag.isEmpty() && etag == ourEtag;
    proof.checksum = comparable && info.checksum == ourChecksum;

    const bool answeredThis = answered && !etag.isEmpty() && etag == bareEtag(state.finished->etag);
    // An object with our token may be an earlier version of the file, completed late.
    const bool byToken = proof.token && state.sourceChanges == 0;
    const bool known = byToken || proof.etag || proof.checksum || answeredThis;
    const bool otherBytes = spec.plan.direct && !info.encryptedWithKms && isAnotherMd5(info.etag, ourEtag);
    const bool wrong = (comparable && !proof.checksum) || !proof.size || otherBytes;
    if (known && !wrong)
        result.verdict = Verdict::Ours;
    else if (byToken || answeredThis)
        result.verdict = Verdict::Differs;
    return result;
}

} // namespace partway
