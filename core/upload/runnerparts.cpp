// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "upload/sourcehandle.h"
#include "upload/uploadrunner_p.h"

namespace partway {

// MD5 only where something is compared with it: the Md5 mode, or a listed part that may be the same bytes.
DigestPlan UploadRunner::Private::digestPlan(bool withMd5) const
{
    const ChecksumMode mode = machine.spec().checksum;
    DigestPlan plan;
    // What grows is compared once more later.
    plan.md5 = withMd5 || mode == ChecksumMode::Md5 || machine.spec().source != SourceKind::File;
    plan.sha256 = setup.store->needsPayloadHash() || mode == ChecksumMode::Sha256;
    plan.crc = checksumIsFullObject(mode) ? mode : ChecksumMode::None;
    return plan;
}

QByteArray UploadRunner::Private::partChecksum(const Digests& digests) const
{
    return machine.spec().checksum == ChecksumMode::Sha256 ? digests.sha256 : digests.crc;
}

void UploadRunner::Private::run(const command::SendPart& command)
{
    const int number = command.number;
    PartLive& state = live[number];
    state.state = PartState::Hashing;
    state.bytesSent = 0;
    ++state.attempts;
    jobs.insert(number, Job{command, 0, 0, {}, 0, 0, false});
    if (machine.spec().copy) {
        copyPart(number);
        return;
    }
    if (!source) {
        const Result<void> opened = openSource();
        if (!opened) {
            later([this, number, error = opened.error()] { partEnded(number, error); });
            return;
        }
    }
    const ByteRange window = machine.spec().plan.range(number);
    const bool compare = !command.recordedMd5.isEmpty() ||
                         (looksLikeMd5(bareEtag(command.listedEtag)) && !machine.state().opaqueEtags);
    jobs[number].digest =
        services.digests.digest(source, setup.promised, window, digestPlan(compare),
                                [this, number](const Result<Digests>& r) { hashed(number, r); });
}

void UploadRunner::Private::hashed(int number, const Result<Digests>& digests)
{
    Job& job = jobs[number];
    job.digest = 0;
    if (!digests) {
        partEnded(number, digests.error());
        return;
    }
    if (stopped || job.outdated) {
        partEnded(number, cancelled());
        return;
    }
    if (!setup.promised.growing && isSecretlyChanged(number, *digests)) {
        partEnded(number, sourceError("file-content-changed", setup.sourcePath));
        return;
    }
    job.digests = *digests;
    if (!isThere(job)) {
        send(number);
        return;
    }
    hashedOnce.remove(number);
    StoredPart part{job.command.listedEtag, job.digests.md5, partChecksum(job.digests), true};
    jobs.remove(number);
    live[number].state = PartState::Adopted;
    process(event::PartStored{number, part, 0});
    partIsStored(number);
}

// Bytes that were hashed before and are other ones now, though size and time are the same.
bool UploadRunner::Private::isSecretlyChanged(int number, const Digests& digests)
{
    const auto differ = [](const QByteArray& a, const QByteArray& b) {
        return !a.isEmpty() && !b.isEmpty() && a != b;
    };
    const Digests before = hashedOnce.value(number);
    hashedOnce.insert(number, digests);
    return differ(before.md5, digests.md5) || differ(before.sha256, digests.sha256) ||
           differ(before.crc, digests.crc);
}

// The store holds these very bytes under this number already: nothing needs to be sent. The digest that was
// recorded decides, else the checksum, else the ETag where it is one.
bool UploadRunner::Private::isThere(const Job& job) const
{
    const QByteArray etag = bareEtag(job.command.listedEtag);
    if (etag.isEmpty())
        return false;
    if (!job.command.recordedMd5.isEmpty())
        return job.command.recordedMd5 == job.digests.md5;
    const QByteArray checksum = partChecksum(job.digests);
    if (!checksum.isEmpty() && job.command.listedChecksum == checksum)
        return true;
    return !machine.state().opaqueEtags && !job.digests.md5.isEmpty() && etag == job.digests.md5.toHex();
}

void UploadRunner::Private::send(int number)
{
    Job& job = jobs[number];
    live[number].state = PartState::Sending;
    job.startedMs = services.clock.monotonic().count();
    SendPartInput input;
    input.bucket = bucket();
    input.key = key();
    input.uploadId = machine.state().uploadId;
    input.partNumber = number;
    const ByteRange range = machine.spec().plan.range(number);
    input.body = job.range ? HttpBody{{}, job.range->file, {0, range.length}} : HttpBody{{}, source, range};
    input.checksum = machine.spec().checksum;
    input.digests = job.digests;
    job.call = setup.store->sendPart(
        input, [this, number](const Result<SendPartOutput>& answer) { sent(number, answer); },
        [this, number](qint64 bytes) { partProgress(number, bytes); });
    announce();
}

// Absolute, and back to 0 when the network stack sends the body again: what had gone out then is spent.
void UploadRunner::Private::partProgress(int number, qint64 bytes)
{
    auto job = jobs.find(number);
    if (job == jobs.end())
        return;
    PartLive& state = live[number];
    if (bytes > job->counted) {
        onWire += bytes - job->counted;
        job->counted = bytes;
    } else if (bytes < state.bytesSent) {
        job->counted = bytes;
    }
    inFlight += bytes - state.bytesSent;
    state.bytesSent = bytes;
    const qint64 elapsed = services.clock.monotonic().count() - job->startedMs;
    state.bytesPerSecond = elapsed > 200 ? bytes * 1000 / elapsed : 0;
    announce();
}

void UploadRunner::Private::sent(int number, const Result<SendPartOutput>& answer)
{
    if (!answer) {
        partEnded(number, answer.error());
        return;
    }
    const Job job = jobs.value(number);
    if (const std::optional<Error> differs = partDiffers(job, *answer)) {
        partEnded(number, *differs);
        return;
    }
    if (job.outdated) {
        partEnded(number, cancelled());
        return;
    }
    if (const Result<void> same = isProven(job, *answer) ? Result<void>() : openSource(); !same) {
        partEnded(number, same.error()); // it changed while it was sent, and nobody else looked
        return;
    }
    hashedOnce.remove(number);
    const StoredPart part{answer->etag, job.digests.md5, partChecksum(job.digests), false};
    inFlight -= live[number].bytesSent;
    jobs.remove(number);
    live.remove(number);
    if (stopped)
        services.recorder.savePart(setup.id, number, part); // the process ends, but what is stored is stored
    process(event::PartStored{number, part, machine.spec().plan.range(number).length});
    partIsStored(number);
}

// The store's own word about what it holds: an MD5 that is not ours, or a checksum that is not ours, is
// damage.
std::optional<Error> UploadRunner::Private::partDiffers(const Job& job, const SendPartOutput& output) const
{
    const QByteArray etag = bareEtag(output.etag);
    const bool opaque = machine.state().opaqueEtags || output.encryptedWithKms;
    const bool comparable = !job.digests.md5.isEmpty() && looksLikeMd5(etag) && !opaque;
    const QByteArray checksum = partChecksum(job.digests);
    const bool etagDiffers = comparable && etag != job.digests.md5.toHex();
    const bool checksumDiffers =
        !checksum.isEmpty() && !output.checksum.isEmpty() && output.checksum != checksum;
    if (!etagDiffers && !checksumDiffers)
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::Transient;
    error.httpStatus = 200;
    error.code = QStringLiteral("etag-differs");
    error.requestId = output.requestId;
    return error;
}

// The store's own word that it holds what we hashed.
bool UploadRunner::Private::isProven(const Job& job, const SendPartOutput& output) const
{
    const QByteArray etag = bareEtag(output.etag);
    const bool byEtag = !machine.state().opaqueEtags && !job.digests.md5.isEmpty() && looksLikeMd5(etag);
    return byEtag || (!output.checksum.isEmpty() && output.checksum == partChecksum(job.digests));
}

void UploadRunner::Private::partEnded(int number, const Error& error)
{
    PartLive& state = live[number];
    const qint64 spent = state.bytesSent;
    inFlight -= spent;
    state.bytesSent = 0;
    state.bytesPerSecond = 0;
    jobs.remove(number);
    if (error.kind == ErrorKind::Cancelled) {
        live.remove(number);
    } else {
        state.state = isRetryable(error) ? PartState::Retrying : PartState::Failed;
        state.lastError = error;
        qCInfo(logUpload) << "transfer" << setup.id.value << "part" << number
                          << "failed:" << errorKindName(error.kind) << error.code << error.message;
    }
    process(event::Failed{error, number, spent});
}

// --- small files
// ---------------------------------------------------------------------------------------------------

void UploadRunner::Private::run(const command::PutObject& command)
{
    if (machine.spec().copy) {
        copyObject(command);
        return;
    }
    if (!source) {
        const Result<void> opened = openSource();
        if (!opened) {
            later([this, error = opened.error()] { controlFailed(error); });
            return;
        }
    }
    live[1].state = PartState::Hashing;
    ++live[1].attempts;
    putDigest = services.digests.digest(source, setup.promised, ByteRange{0, machine.spec().plan.size},
                                        digestPlan(true),
                                        [this, command](const Result<Digests>& r) { putHashed(command, r); });
}

void UploadRunner::Private::putHashed(const command::PutObject& command, const Result<Digests>& digests)
{
    putDigest = 0;
    if (!digests || stopped) {
        live.remove(1);
        controlFailed(digests ? cancelled() : digests.error());
        return;
    }
    live[1].state = PartState::Sending;
    putDigests = *digests;
    PutObjectInput input;
    input.bucket = bucket();
    input.key = key();
    input.object = objectWithToken();
    const ByteRange all{0, machine.spec().plan.size};
    input.body = putRange ? HttpBody{{}, putRange->file, all} : HttpBody{{}, source, all};
    input.checksum = machine.spec().checksum;
    input.digests = putDigests;
    input.condition = command.condition;
    jobs.insert(1, Job{{}, 0, 0, {}, 0, services.clock.monotonic().count(), false});
    control = setup.store->putObject(
        input, [this, command](const Result<PutObjectOutput>& answer) { putEnded(command, answer); },
        [this](qint64 bytes) { partProgress(1, bytes); });
    announce();
}

void UploadRunner::Private::putEnded(const command::PutObject& command, const Result<PutObjectOutput>& answer)
{
    control = 0;
    const qint64 spent = live.value(1).bytesSent;
    inFlight -= spent;
    live.remove(1);
    jobs.remove(1);
    putRange.reset();
    if (!answer && goesWithoutTags(answer.error())) {
        copyObject(command);
        return;
    }
    if (!answer) {
        process(event::Failed{answer.error(), 0, spent});
        return;
    }
    tagsEnded();
    process(event::ObjectPut{*answer, putDigests.md5, partChecksum(putDigests)});
}

} // namespace partway
