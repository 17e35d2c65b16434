// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The source is an object: the store copies by itself, or its bytes pass through this computer.
#include "s3/express.h"
#include "upload/replykinds.h"
#include "upload/uploadrunner_p.h"

namespace partway {

namespace {

Error sourceTroubleOf(const Error& error, const char* code)
{
    Error trouble = error;
    trouble.kind = ErrorKind::LocalFile; // what is read from, wherever it is
    trouble.message = error.code + QStringLiteral(": ") + error.message;
    trouble.code = QString::fromLatin1(code);
    trouble.maybeDone = false;
    trouble.httpStatus = 0; // it is not about the request
    return trouble;
}

bool isMissingObject(const Error& error)
{
    return isCode(error, "NoSuchKey") || isCode(error, "NoSuchVersion") ||
           (error.kind == ErrorKind::NotFound && error.code.isEmpty());
}

// It cannot copy at all, or not what another's keys can read.
bool cannotCopy(const Error& error, bool otherAccount)
{
    const bool denied = error.httpStatus == 403 && error.kind == ErrorKind::Refused;
    return isUnsupported(error) || isCode(error, "operation-unsupported") ||
           isCode(error, "companion-unsupported") || isCode(error, "not-s3") || (denied && otherAccount);
}

} // namespace

QString copySourceText(const SourceObject& object)
{
    return QStringLiteral("s3://") + object.bucket + u'/' + QString::fromUtf8(object.key);
}

// A copy request went wrong: at the source, at the destination, or because the store has no such thing.
Error UploadRunner::Private::copyTrouble(const Error& error) const
{
    const CopySource& source = *machine.spec().copy;
    Error trouble = error;
    if (isConflict(error) || error.httpStatus == 416) // it has become shorter than the part's range
        trouble = sourceTroubleOf(error, "copy-source-changed");
    else if (isMissingObject(error))
        trouble = sourceTroubleOf(error, "copy-source-missing");
    else if (cannotCopy(error, source.accountId != setup.accountId))
        trouble = Error{.kind = ErrorKind::Refused,
                        .httpStatus = error.httpStatus,
                        .code = QStringLiteral("copy-unsupported"),
                        .message = error.code + QStringLiteral(": ") + error.message,
                        .requestId = error.requestId};
    else
        return trouble;
    trouble.resource = copySourceText(source.object);
    return trouble;
}

// A request to the source's own store went wrong.
Error UploadRunner::Private::readTrouble(const Error& error) const
{
    Error trouble = error;
    if (isConflict(error))
        trouble = sourceTroubleOf(error, "copy-source-changed");
    else if (error.kind == ErrorKind::NotFound)
        trouble = sourceTroubleOf(error, "copy-source-missing");
    else if (error.kind == ErrorKind::Refused || error.kind == ErrorKind::SignIn ||
             isCode(error, "range-differs") || isCode(error, "reply-too-long"))
        trouble = sourceTroubleOf(error, "copy-source-unreadable");
    else
        return trouble;
    trouble.resource = copySourceText(machine.spec().copy->object);
    return trouble;
}

// --- parts ---------------------------------------------------------------------------------------------

void UploadRunner::Private::copyPart(int number)
{
    if (!copiesOnServer()) {
        fetchPart(number);
        return;
    }
    Job& job = jobs[number];
    live[number].state = PartState::Sending;
    job.startedMs = services.clock.monotonic().count();
    CopyPartInput input;
    input.from = machine.spec().copy->object;
    job.pinned = !unpinned && !input.from.etag.isEmpty();
    if (!job.pinned)
        input.from.etag.clear();
    const PartPlan& plan = machine.spec().plan;
    input.range = plan.count == 1 ? ByteRange{} : plan.range(number);
    input.upload = UploadRef{bucket(), key(), machine.state().uploadId};
    input.partNumber = number;
    input.checksum = machine.spec().checksum;
    job.call = setup.store->copyPart(
        input, [this, number](const Result<CopyOutput>& answer) { partCopied(number, answer); });
    announce();
}

void UploadRunner::Private::partCopied(int number, const Result<CopyOutput>& answer)
{
    if (!answer && jobs.value(number).pinned && !stopped && !jobs.value(number).outdated &&
        machine.phase() == Phase::Sending) {
        if (isUnsupported(answer.error())) {
            doWithoutCondition();
            copyPart(number);
            return;
        }
        if (isConflict(answer.error())) {
            doubtPart(number);
            return;
        }
    }
    if (!answer) {
        partEnded(number, copyTrouble(answer.error()));
        return;
    }
    if (jobs.value(number).outdated) {
        partEnded(number, cancelled());
        return;
    }
    const StoredPart part{answer->etag, {}, answer->checksum, false};
    jobs.remove(number);
    live.remove(number);
    if (stopped)
        services.recorder.savePart(setup.id, number, part);
    process(event::PartStored{number, part, machine.spec().plan.range(number).length});
}

// Some stores copy, but know no conditions of it, or compare with an ETag that they do not show (Swift, of an
// object that was made of parts). Then the source is looked at before the parts become an object.
void UploadRunner::Private::doWithoutCondition()
{
    if (std::exchange(unpinned, true))
        return;
    services.recorder.note(setup.id, QStringLiteral("copy-unpinned"), {});
}

// The store says that the source is another one now: is it? One look answers for all parts that ask.
void UploadRunner::Private::doubtPart(int number)
{
    jobs[number].call = 0;
    doubted.append(number);
    if (unpinned) {
        doubtsEnded({});
        return;
    }
    if (sourceLook != 0)
        return;
    lookAtSource([this](const Result<ObjectInfo>& info) {
        if (info)
            doWithoutCondition();
        doubtsEnded(info ? std::nullopt : std::optional(readTrouble(info.error())));
    });
}

void UploadRunner::Private::doubtsEnded(const std::optional<Error>& error)
{
    const QList<int> parts = std::exchange(doubted, {});
    for (const int number : parts) {
        const bool goesOn = !stopped && !jobs.value(number).outdated && machine.phase() == Phase::Sending;
        if (error || !goesOn)
            partEnded(number, error.value_or(cancelled()));
        else
            copyPart(number);
    }
}

void UploadRunner::Private::fetchPart(int number)
{
    Job& job = jobs[number];
    live[number].state = PartState::Hashing;
    job.fetch = std::make_shared<RangeFetch>(setup.sourceStore, setup.spoolFolder);
    const ReadRangeInput input{machine.spec().copy->object, machine.spec().plan.range(number)};
    job.fetch->start(input, [this, number](const Result<std::shared_ptr<FetchedRange>>& range) {
        // Not destroyed from inside its own answer.
        later([fetch = jobs[number].fetch] {});
        jobs[number].fetch.reset();
        partFetched(number, range);
    });
    announce();
}

void UploadRunner::Private::partFetched(int number, const Result<std::shared_ptr<FetchedRange>>& range)
{
    if (!range) {
        partEnded(number, readTrouble(range.error()));
        return;
    }
    Job& job = jobs[number];
    if (stopped || job.outdated) {
        partEnded(number, cancelled());
        return;
    }
    job.range = *range;
    const ByteRange window{0, machine.spec().plan.range(number).length};
    const bool compare = looksLikeMd5(bareEtag(job.command.listedEtag)) && !machine.state().opaqueEtags;
    job.digest =
        services.digests.digest(job.range->file, job.range->file->fingerprint(), window, digestPlan(compare),
                                [this, number](const Result<Digests>& r) { hashed(number, r); });
}

// --- small objects --------------------------------------------------------------------------------------

void UploadRunner::Private::copyObject(const command::PutObject& command)
{
    ++live[1].attempts;
    if (!copiesOnServer()) {
        fetchObject(command);
        return;
    }
    live[1].state = PartState::Sending;
    const CopySource& source = *machine.spec().copy;
    CopyObjectInput input;
    input.from = source.object;
    const bool pinned = !unpinned && !input.from.etag.isEmpty();
    if (!pinned)
        input.from.etag.clear();
    input.bucket = bucket();
    input.key = key();
    input.object = objectWithToken();
    input.ownTags = source.ownTags || tags == Tags::Emptied;
    input.checksum = machine.spec().checksum;
    input.condition = command.condition;
    input.size = machine.spec().plan.size;
    control = setup.store->copyObject(input, [this, command, pinned](const Result<CopyOutput>& answer) {
        objectCopied(command, pinned, answer);
    });
    announce();
}

void UploadRunner::Private::objectCopied(const command::PutObject& command, bool pinned,
                                         const Result<CopyOutput>& answer)
{
    control = 0;
    live.remove(1);
    if (!answer && goesWithoutTags(answer.error())) {
        copyObject(command);
        return;
    }
    if (answer) {
        tagsEnded();
        const CopySource& source = *machine.spec().copy;
        const QByteArray etag = bareEtag(source.object.etag);
        const bool comparable = looksLikeMd5(etag) && !source.opaqueEtag && !answer->encryptedWithKms;
        const PutObjectOutput output{answer->etag, answer->checksum, answer->versionId, answer->requestId,
                                     answer->encryptedWithKms};
        const event::ObjectPut put{output, comparable ? QByteArray::fromHex(etag) : QByteArray(),
                                   source.checksum};
        const bool proven = (comparable && bareEtag(output.etag) == etag) ||
                            (!put.crc.isEmpty() && output.checksum == put.crc);
        if (pinned || proven)
            process(put);
        else
            vouchForCopy(put);
        return;
    }
    const Error error = answer.error();
    const bool refusedByCondition = isConflict(error) || isUnsupported(error);
    if (refusedByCondition && pinned && !stopped)
        copyAgainUnpinned(command);
    else if (isConflict(error) && command.condition == WriteCondition::IfNoneMatch)
        process(event::Failed{error, 0, 0}); // the destination's
    else
        process(event::Failed{copyTrouble(error), 0, 0});
}

// A store without conditions has copied what was there: was that what was promised? Else the object is of
// another source, with our token.
void UploadRunner::Private::vouchForCopy(const event::ObjectPut& put)
{
    lookAtSource([this, put](const Result<ObjectInfo>& info) {
        if (info) {
            process(put);
            return;
        }
        Error trouble = readTrouble(info.error());
        trouble.maybeDone = true;
        process(event::Failed{trouble, 0, 0});
    });
}

// Which of two conditions was not met, or whether the store has such conditions at all, the source itself
// tells.
void UploadRunner::Private::copyAgainUnpinned(const command::PutObject& command)
{
    lookAtSource([this, command](const Result<ObjectInfo>& info) {
        if (!info) {
            process(event::Failed{readTrouble(info.error()), 0, 0});
            return;
        }
        if (stopped || machine.phase() != Phase::Sending) {
            process(event::Failed{cancelled(), 0, 0});
            return;
        }
        doWithoutCondition();
        copyObject(command);
    });
}

void UploadRunner::Private::fetchObject(const command::PutObject& command)
{
    live[1].state = PartState::Hashing;
    putFetch = std::make_shared<RangeFetch>(setup.sourceStore, setup.spoolFolder);
    const ReadRangeInput input{machine.spec().copy->object, {0, machine.spec().plan.size}};
    putFetch->start(input, [this, command](const Result<std::shared_ptr<FetchedRange>>& range) {
        later([fetch = std::exchange(putFetch, nullptr)] {});
        if (!range || stopped) {
            live.remove(1);
            controlFailed(range ? cancelled() : readTrouble(range.error()));
            return;
        }
        putRange = *range;
        putDigest = services.digests.digest(
            putRange->file, putRange->file->fingerprint(), {0, machine.spec().plan.size}, digestPlan(true),
            [this, command](const Result<Digests>& r) { putHashed(command, r); });
    });
    announce();
}

// --- the source itself ----------------------------------------------------------------------------------

// As it is now; an Error "PreconditionFailed" (Conflict) if it is not the one that was promised.
void UploadRunner::Private::lookAtSource(std::function<void(Result<ObjectInfo>)> then)
{
    const CopySource source = *machine.spec().copy;
    const HeadObjectInput input{source.object.bucket, source.object.key, machine.spec().checksum,
                                source.object.versionId};
    sourceLook = setup.sourceStore->headObject(input, [this, source, then](const Result<ObjectInfo>& info) {
        sourceLook = 0;
        const bool same = info && bareEtag(info->etag) == bareEtag(source.object.etag) &&
                          info->size == machine.spec().plan.size;
        if (!info || same)
            return then(info);
        Error changed;
        changed.kind = ErrorKind::Conflict;
        changed.code = QStringLiteral("PreconditionFailed");
        changed.httpStatus = 412;
        then(changed);
    });
}

// Not every store minds "only if it is still this one": before the parts become an object, its source must
// still be what it was.
void UploadRunner::Private::completeCopy(const command::Complete& command)
{
    lookAtSource([this, command](const Result<ObjectInfo>& info) {
        if (stopped || (info && machine.phase() != Phase::Completing))
            return controlFailed(cancelled());
        if (!info)
            return controlFailed(readTrouble(info.error()));
        complete(command);
    });
}

// A new promise for the source as it is now.
void UploadRunner::Private::startCopyOver()
{
    if (sourceLook != 0)
        return;
    CopySource source = *machine.spec().copy;
    const HeadObjectInput input{source.object.bucket, source.object.key, machine.spec().checksum, {}};
    sourceLook = setup.sourceStore->headObject(input, [this, source](const Result<ObjectInfo>& info) mutable {
        sourceLook = 0;
        if (stopped)
            return;
        if (!info) {
            process(event::SourceTrouble{readTrouble(info.error())});
            return;
        }
        const PartPlan& before = machine.spec().plan;
        PlanWishes wishes;
        wishes.partSize = before.direct ? 0 : before.partSize;
        const StoreLimits& limits = setup.store->profile().limits;
        Result<PartPlan> plan = planParts(info->size, limits, wishes);
        if (!plan)
            plan = planParts(info->size, limits);
        if (!plan) {
            process(event::SourceTrouble{plan.error()});
            return;
        }
        source.object.etag = info->etag;
        source.object.versionId = info->versionId;
        source.checksum = checksumIsFullObject(machine.spec().checksum) ? info->checksum : QByteArray();
        source.opaqueEtag = info->encryptedWithKms ||
                            profileForBucket(setup.sourceStore->profile(), source.object.bucket).opaqueEtags;
        promise({info->size, info->modified.toMSecsSinceEpoch() * 1'000'000, {}});
        process(event::StartOver{*plan, source});
        services.recorder.saveSource(setup.id, setup.promised, machine.spec());
    });
}

} // namespace partway
