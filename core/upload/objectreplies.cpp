// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/existingobject.h"
#include "upload/replykinds.h"
#include "upload/uploadflow.h"

namespace partway {

namespace {

constexpr int conditionTries = 3;

// "photo.jpg" → "photo (2).jpg" → "photo (3).jpg"
QByteArray nextName(const QByteArray& original, const QByteArray& last)
{
    const int slash = original.lastIndexOf('/');
    const int dot = original.lastIndexOf('.');
    const int cut = dot > slash + 1 ? dot : int(original.size());
    int number = 2;
    if (!last.isEmpty()) {
        const QByteArray digits = last.mid(cut + 2, last.size() - original.size() - 3);
        number = digits.toInt() + 1;
    }
    return original.left(cut) + " (" + QByteArray::number(number) + ")" + original.mid(cut);
}

} // namespace

void UploadFlow::takeOtherName()
{
    s.renamedKey = nextName(m.m_spec.key, s.renamedKey);
    note("renamed", QString::fromUtf8(s.renamedKey));
    save();
}

void UploadFlow::targetSeen(const ObjectInfo& info)
{
    const bool goesAway = m.m_spec.ifExists == IfExists::Skip || m.m_spec.ifExists == IfExists::Rename;
    if (goesAway && !s.uploadId.isEmpty()) { // found again, it belongs to this key: it goes first
        s.strays.append(s.uploadId);
        s.uploadId.clear();
        m.m_targetTaken = true;
        save();
        return;
    }
    const Error exists = objectExistsError(m.key(), {info.size, info.modified});
    switch (m.m_spec.ifExists) {
    case IfExists::Replace:
        m.m_targetFree = true;
        break;
    case IfExists::Skip:
        note("skipped");
        rest(Phase::Skipped);
        break;
    case IfExists::Rename:
        takeOtherName();
        break;
    case IfExists::Fail:
        fail(exists);
        break;
    case IfExists::Ask:
        if (s.renamedKey.isEmpty())
            attention(Attention::ObjectExists, exists);
        else
            takeOtherName(); // the person said "keep both": until a name is free
        break;
    }
}

void UploadFlow::lookFailed(const Error& error)
{
    if (cutting() || s.phase != Phase::Creating)
        return;
    if (error.kind == ErrorKind::NotFound && isCode(error, "NoSuchBucket"))
        fail(error);
    else if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused)
        m.m_targetFree = true; // free, or we may not look: the condition on Complete decides
    else
        restOn(error);
}

void UploadFlow::on(const event::ObjectPut& event)
{
    m.m_request = Request::None;
    succeeded();
    if (isOutdated())
        return; // the next one replaces it
    s.opaqueEtags = s.opaqueEtags || event.output.encryptedWithKms;
    if (!s.opaqueEtags && isAnotherMd5(event.output.etag, event.md5.toHex())) {
        Error differs; // other bytes than were hashed: the file was written to while it was sent
        differs.kind = ErrorKind::Transient;
        differs.httpStatus = 200;
        differs.code = QStringLiteral("etag-differs");
        m.m_askedBefore = true; // and they are an object of ours now
        s.parts.insert(1, StoredPart{event.output.etag, event.md5, event.crc, false});
        putFailed(differs);
        return;
    }
    s.parts.insert(1, StoredPart{event.output.etag, event.md5, event.crc, false});
    emitCommand(command::SavePart{1});
    FinishedObject object{
        event.output.etag, event.output.checksum, event.output.versionId, event.output.requestId, {}};
    object.proof.answer = true;
    object.proof.etag =
        !s.opaqueEtags && !event.md5.isEmpty() && bareEtag(event.output.etag) == event.md5.toHex();
    object.proof.checksum = !event.crc.isEmpty() && event.output.checksum == event.crc;
    s.finished = object;
    if (object.proof.etag || object.proof.checksum)
        finish(object.proof);
    else
        s.phase = Phase::Confirming;
    save();
}

void UploadFlow::putFailed(const Error& error)
{
    if (isOutdated())
        return;
    if (!isUndecided(error))
        s.completeAsked = m.m_askedBefore;
    save();
    if (cutting() || s.phase != Phase::Sending)
        return;
    if (isCode(error, "copy-unsupported") && !wantsCondition()) {
        s.completeAsked = m.m_askedBefore;
        cannotCopy(error);
    } else if (isCode(error, "copy-unsupported")) { // or only the condition is what it lacks
        m.m_conditionIgnored = true;
        s.completeAsked = m.m_askedBefore;
        note("condition-unsupported");
        save();
    } else if (isDamage(error) && ++m.m_damaged[1] <= 3)
        backOff(error);
    else if (isDamage(error))
        fail(error);
    else if (isConflict(error) || isUnsupported(error))
        completeRefused(error);
    else if (!restOn(error))
        fail(error);
}

void UploadFlow::on(const event::Completed& event)
{
    const bool again = m.m_request == Request::CompleteAgain;
    m.m_request = Request::None;
    succeeded();
    if (isOutdated()) { // the upload has become an object of the file as it was: begin another
        if (isRunning(s.phase) && s.phase != Phase::Aborting)
            s.phase = Phase::Creating;
        forgetUpload();
        save();
        return;
    }
    const CompleteUploadOutput& output = event.output;
    FinishedObject object{output.etag, output.checksum, output.versionId, output.requestId, {}};
    object.proof.answer = true;
    s.finished = object;
    m.m_doubt = Doubt::None;
    m.m_recordSeen = false;
    if (again) { // it was made anew: look at it once more
        m.m_proven.reset();
        s.uploadId.clear();
    }
    s.phase = Phase::Confirming; // also when a pause or an abort came too late: the object is there
    s.error.reset();
    save();
}

void UploadFlow::completeFailed(const Error& error)
{
    if (isOutdated())
        return;
    const bool undecided = isUndecided(error) || isCode(error, "NoSuchUpload");
    if (!undecided && !isConflict(error))
        s.completeAsked = m.m_askedBefore;
    save();
    if (cutting() || s.phase != Phase::Completing)
        return;
    if (isCode(error, "NoSuchUpload") && m.m_confirmed) {
        vanished(error); // looked at before: gone for good, or nobody can tell
    } else if (isCode(error, "NoSuchUpload") || (error.maybeDone && error.kind != ErrorKind::Cancelled)) {
        m.m_doubt = Doubt::Lost;
        s.phase = Phase::Confirming;
        if (error.kind == ErrorKind::Transient || error.kind == ErrorKind::Throttled)
            backOff(error);
    } else if (isConflict(error) || isUnsupported(error)) {
        completeRefused(error);
    } else if (isCode(error, "InvalidPart") || isCode(error, "InvalidPartOrder")) {
        constexpr int mostRepairs = 3;
        if (++m.m_repairs > mostRepairs) {
            fail(error);
            return;
        }
        m.m_partsDoubted = true;
        note("parts-rejected");
        backToWork();
    } else if (!restOn(error)) {
        fail(error);
    }
}

// A condition was not met, or the store has none. Our own object may be what is in the way, so look first.
void UploadFlow::completeRefused(const Error& error)
{
    if (isUnsupported(error) && wantsCondition()) {
        m.m_conditionIgnored = true;
        s.completeAsked = false;
        note("condition-unsupported");
    } else if (isUnsupported(error)) {
        fail(error);
    } else if (isCode(error, "ConditionalRequestConflict") && m.m_profile.recordMayLinger &&
               m.m_askedBefore) {
        m.m_doubt = Doubt::Lost; // what is in the way may be made of this very upload
        s.phase = Phase::Confirming;
    } else if (isCode(error, "ConditionalRequestConflict") && !m.m_spec.plan.direct) {
        s.completeAsked = false;
        m.m_absent = false; // an earlier look says nothing any more
        s.strays.append(s.uploadId);
        vanished(error); // AWS: after 409 the upload is to be begun again
    } else {
        s.completeAsked = true;
        m.m_conditionRefused += isCode(error, "PreconditionFailed") ? 1 : conditionTries;
        m.m_doubt = Doubt::Conflict;
        s.error = error;
        s.phase = Phase::Confirming;
    }
    save();
}

void UploadFlow::on(const event::ObjectSeen& event)
{
    const Request asked = m.m_request;
    m.m_request = Request::None;
    if (asked == Request::Look) {
        succeeded();
        if (s.phase != Phase::Creating)
            return;
        // What is in the way may be our own: a request that was cut, and done after we had looked for it.
        if (judgeObject(m.m_spec, s, event.info).verdict == Verdict::Ours)
            objectJudged(event.info);
        else
            targetSeen(event.info);
        return;
    }
    if (s.phase != Phase::Confirming && s.phase != Phase::Aborting)
        return;
    objectJudged(event.info);
}

void UploadFlow::objectJudged(const ObjectInfo& info)
{
    const Judgement judgement = judgeObject(m.m_spec, s, info);
    if (judgement.verdict == Verdict::Ours && m.m_abortWorked) {
        // It came while its upload was aborted, and its parts may have gone with that.
        s.leftovers = true;
        m.m_confirmed = true;
        note("leftovers-unknown");
    } else if (judgement.verdict == Verdict::Ours) {
        objectIsOurs(info, judgement.proof);
    } else if (judgement.verdict == Verdict::Differs) {
        Error differs;
        differs.kind = ErrorKind::Refused;
        differs.code = QStringLiteral("object-differs");
        s.completeAsked = false;
        s.abortAsked = false;
        fail(differs);
    } else {
        // With our token, but made before or after the file was taken anew: nobody can tell, and it is there.
        s.leftovers = s.leftovers || judgement.proof.token;
        objectIsNotOurs(info);
    }
}

void UploadFlow::objectIsOurs(const ObjectInfo& info, const Proof& proof)
{
    if (!s.finished)
        s.finished = FinishedObject{};
    s.finished->etag = info.etag;
    s.finished->versionId = info.versionId.isEmpty() ? s.finished->versionId : info.versionId;
    s.finished->checksum = info.checksum.isEmpty() ? s.finished->checksum : info.checksum;
    if (s.finished->requestId.isEmpty())
        s.finished->requestId = info.requestId;
    m.m_proven = proof;
    s.phase = Phase::Confirming;
    // Without the store's answer nobody knows which upload became the object: ours may still be there beside
    // it, or be its own, which clearRecord() finds out.
    if (!proof.answer && !s.uploadId.isEmpty() && m.m_profile.aborts && !m.m_profile.recordMayLinger) {
        s.strays.append(s.uploadId);
        s.uploadId.clear();
    }
    save();
}

void UploadFlow::objectIsNotOurs(const ObjectInfo& info)
{
    if (s.phase == Phase::Aborting) {
        m.m_confirmed = !(m.m_spec.plan.direct && looksAgain());
        return;
    }
    m.m_confirmed = true;
    m.m_absent = false;
    if (s.finished && s.finished->proof.answer) {
        Error replaced;
        replaced.kind = ErrorKind::Conflict;
        replaced.code = QStringLiteral("object-replaced");
        attention(Attention::OutcomeUnknown, replaced);
    } else if (m.m_doubt == Doubt::Conflict) {
        objectInTheWay(info);
    } else {
        backToWork();
    }
}

// Somebody was faster. What was chosen for this case is done as if the object had been there from the start:
// an upload belongs to its key, so another name needs another one.
void UploadFlow::objectInTheWay(const ObjectInfo& info)
{
    s.completeAsked = false;
    Error exists = objectExistsError(m.key(), {info.size, info.modified});
    exists.httpStatus = s.error ? s.error->httpStatus : 0;
    exists.requestId = s.error ? s.error->requestId : QString();
    if (m.m_spec.ifExists == IfExists::Ask) {
        attention(Attention::ObjectExists, exists);
    } else if (m.m_spec.ifExists == IfExists::Skip || m.m_spec.ifExists == IfExists::Rename) {
        if (!s.uploadId.isEmpty())
            s.strays.append(s.uploadId);
        forgetUpload();
        s.error.reset();
        m.m_targetTaken = true;
        s.phase = Phase::Creating;
        save();
    } else {
        fail(exists);
    }
}

void UploadFlow::objectIsNotThere()
{
    if (s.phase == Phase::Aborting) {
        m.m_confirmed = !(m.m_spec.plan.direct && looksAgain()); // a PutObject that was cut may come late
        return;
    }
    if (s.finished && s.finished->proof.answer) {
        Error late; // the store said it is done; a listing may lag behind
        late.kind = ErrorKind::Transient;
        late.code = QStringLiteral("object-not-visible");
        late.httpStatus = 404;
        constexpr int looks = 6;
        if (m.m_failures < looks)
            backOff(late);
        else
            attention(Attention::OutcomeUnknown, late);
        return;
    }
    // It refused "only if absent" although nothing is there: it knows no conditions. But one that says so in
    // the right words may have held an object that somebody has removed since then: that one is asked again.
    if (m.m_doubt == Doubt::Conflict && m.m_conditionRefused >= conditionTries)
        m.m_conditionIgnored = true;
    // Until the upload itself is seen, a Complete may still be done late: an abort has to know of it.
    s.completeAsked = !m.m_spec.plan.direct;
    m.m_confirmed = true;
    m.m_absent = true;
    backToWork();
}

// No right to look. With the store's own "done" that has to do; without it only the upload itself can tell.
void UploadFlow::objectCannotBeSeen()
{
    m.m_confirmed = true;
    if (s.finished && s.finished->proof.answer) {
        Proof proof = s.finished->proof;
        const QByteArray ours = expectedEtag(m.m_spec, s);
        proof.etag = !ours.isEmpty() && bareEtag(s.finished->etag) == ours;
        finish(proof);
        return;
    }
    if (s.phase == Phase::Aborting) {
        s.leftovers = true; // the object may have been made all the same
        note("leftovers-unknown");
        return;
    }
    if (m.m_doubt != Doubt::Conflict)
        backToWork();
    else if (!m.m_askedBefore)
        objectInTheWay({});
    else
        attention(Attention::OutcomeUnknown, Error(s.error.value_or(Error{}))); // ours, or somebody else's
}

// There is no finished object: ask the upload what it holds, or send the small file again.
void UploadFlow::backToWork()
{
    m.m_listed.clear();
    s.phase = m.m_spec.plan.direct ? Phase::Sending : Phase::Reconciling;
    save();
}

void UploadFlow::confirmFailed(const Error& error)
{
    if (s.phase != Phase::Confirming && s.phase != Phase::Aborting)
        return;
    if (error.kind == ErrorKind::NotFound)
        objectIsNotThere();
    else if (error.kind == ErrorKind::Refused || error.kind == ErrorKind::Conflict)
        objectCannotBeSeen();
    else
        restOn(error);
}

} // namespace partway
