// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadflow.h"

namespace partway {

namespace {

bool isCode(const Error& error, const char* code)
{
    return error.code == QLatin1String(code);
}

// The request arrived whole and hurt: sending the same bytes again is right, but not for ever.
bool isDamage(const Error& error)
{
    return isCode(error, "BadDigest") || isCode(error, "IncompleteBody") ||
           isCode(error, "XAmzContentSHA256Mismatch") || isCode(error, "XAmzContentChecksumMismatch") ||
           isCode(error, "etag-differs");
}

// A store that lacks an operation says so in one of these ways.
bool isUnsupported(const Error& error)
{
    return error.httpStatus == 405 || error.httpStatus == 501 || isCode(error, "NotImplemented") ||
           isCode(error, "MethodNotAllowed");
}

// 412 is a condition that was not met, whatever the store calls it (Swift: InvalidRequest).
bool isConflict(const Error& error)
{
    return error.kind == ErrorKind::Conflict || error.httpStatus == 412;
}

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

void UploadFlow::on(const event::Created& event)
{
    m.m_request = Request::None;
    s.createAskedAtMs = 0;
    s.uploadId = event.output.uploadId;
    s.opaqueEtags = s.opaqueEtags || event.output.encryptedWithKms;
    succeeded();
    note("created", s.uploadId);
    if (s.phase == Phase::Creating)
        s.phase = Phase::Sending;
    save();
}

void UploadFlow::createFailed(const Error& error)
{
    if (!error.maybeDone)
        s.createAskedAtMs = 0;
    save();
    if (!cutting() && s.phase == Phase::Creating && !restOn(error))
        fail(error);
}

// Uploads of our key begun since the intent: the newest is ours to go on with, others are silent repeats of
// it.
void UploadFlow::on(const event::UploadsFound& event)
{
    m.m_request = Request::None;
    s.createAskedAtMs = 0;
    succeeded();
    QString newest;
    QDateTime begun;
    for (const ListedUpload& upload : event.uploads) {
        if (newest.isEmpty() || upload.initiated > begun) {
            newest = upload.uploadId;
            begun = upload.initiated;
        }
    }
    for (const ListedUpload& upload : event.uploads) {
        if (s.phase == Phase::Aborting || upload.uploadId != newest)
            s.strays.append(upload.uploadId);
    }
    if (s.phase != Phase::Aborting && !newest.isEmpty()) {
        s.uploadId = newest;
        note("adopted-upload", newest);
    }
    save();
}

void UploadFlow::findFailed(const Error& error)
{
    if (cutting())
        return;
    if (isUnsupported(error) || error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound) {
        s.createAskedAtMs = 0; // it cannot be looked for: say so rather than wait for ever
        s.leftovers = true;
        note("leftovers-unknown", error.code);
        save();
        return;
    }
    restOn(error);
}

void UploadFlow::on(const event::PartStored& event)
{
    m.m_flight.remove(event.number);
    resent(event.bytesSent - m.m_spec.plan.range(event.number).length);
    if (s.uploadId.isEmpty())
        return; // the upload was given up while this part was on its way
    s.parts.insert(event.number, event.part);
    emitCommand(command::SavePart{event.number});
    succeeded();
}

void UploadFlow::partFailed(const event::Failed& event)
{
    m.m_flight.remove(event.part);
    resent(event.bytesSent);
    if (s.phase != Phase::Sending)
        return;
    const Error& error = event.error;
    constexpr int damagedTries = 3;
    if (isDamage(error) && ++m.m_damaged[event.part] > damagedTries) {
        fail(error);
        return;
    }
    if (isDamage(error)) {
        note("part-damaged", QString::number(event.part));
        backOff(error);
        return;
    }
    if (restOn(error))
        return;
    if (isCode(error, "NoSuchUpload"))
        vanished(error);
    else if (error.kind == ErrorKind::Conflict)
        attention(Attention::ObjectExists, error);
    else
        fail(error);
}

void UploadFlow::on(const event::PartsListed& event)
{
    m.m_request = Request::None;
    succeeded();
    if (s.phase == Phase::Reconciling) {
        const int after = m.m_listed.isEmpty() ? 0 : m.m_listed.lastKey();
        for (const ListedPart& part : event.page.parts)
            m.m_listed.insert(part.number, part);
        const bool further = !m.m_listed.isEmpty() && m.m_listed.lastKey() > after;
        if (event.page.truncated && further)
            return;              // proceed() asks for the next page
        s.completeAsked = false; // the upload is there, so it was not completed
        keepWhatMatches();
        s.phase = Phase::Sending;
        save();
        return;
    }
    // A stray that still answers: parts that were on their way may have come late. Abort again.
    constexpr int rounds = 5;
    if (!s.strays.isEmpty() && ++m.m_abortRounds <= rounds) {
        Error late;
        late.kind = ErrorKind::Transient;
        late.code = QStringLiteral("abort-not-finished");
        late.httpStatus = 200;
        backOff(late);
    } else if (!s.strays.isEmpty()) {
        s.leftovers = true;
        note("leftovers", s.strays.first());
        strayGone();
    }
}

void UploadFlow::listFailed(const Error& error)
{
    if (cutting() || s.phase != Phase::Reconciling)
        return;
    if (isCode(error, "NoSuchUpload") || (error.kind == ErrorKind::NotFound && error.code.isEmpty())) {
        vanished(error);
    } else if (error.kind == ErrorKind::Refused) {
        note("listing-refused", error.code); // no right or no such operation: our own records are the truth
        m.m_listed.clear();
        s.phase = Phase::Sending;
        save();
    } else if (!restOn(error)) {
        fail(error);
    }
}

void UploadFlow::on(const event::UploadAborted&)
{
    m.m_request = Request::None;
    succeeded();
    if (s.strays.isEmpty())
        return;
    if (m.m_profile.listsParts)
        request(Request::ListStray, command::ListParts{s.strays.first(), 0});
    else
        strayGone();
}

void UploadFlow::listStrayFailed(const Error& error)
{
    if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused)
        strayGone(); // gone; or the store does not let us look, and said yes to the abort
    else if (!cutting())
        restOn(error);
}

void UploadFlow::abortFailed(const Error& error)
{
    if (isCode(error, "NoSuchUpload")) {
        strayGone();
        return;
    }
    if (cutting() || restOn(error))
        return;
    s.leftovers = true;
    s.error = error;
    note("abort-refused", s.strays.value(0));
    strayGone();
}

// --- the object
// --------------------------------------------------------------------------------------------------

void UploadFlow::targetSeen()
{
    Error exists;
    exists.kind = ErrorKind::Conflict;
    exists.code = QStringLiteral("object-exists");
    exists.resource = QString::fromUtf8(m.key());
    switch (m.m_spec.ifExists) {
    case IfExists::Replace:
        m.m_targetFree = true;
        break;
    case IfExists::Skip:
        note("skipped");
        rest(Phase::Skipped);
        break;
    case IfExists::Rename:
        s.renamedKey = nextName(m.m_spec.key, s.renamedKey);
        note("renamed", QString::fromUtf8(s.renamedKey));
        save();
        break;
    case IfExists::Fail:
        fail(exists);
        break;
    case IfExists::Ask:
        attention(Attention::ObjectExists, exists);
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
    s.opaqueEtags = s.opaqueEtags || event.output.encryptedWithKms;
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
    if (!error.maybeDone)
        s.completeAsked = false;
    save();
    if (cutting() || s.phase != Phase::Sending)
        return;
    if (isDamage(error) && ++m.m_damaged[1] <= 3)
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
    m.m_request = Request::None;
    succeeded();
    const CompleteUploadOutput& output = event.output;
    FinishedObject object{output.etag, output.checksum, output.versionId, output.requestId, {}};
    object.proof.answer = true;
    s.finished = object;
    m.m_doubt = Doubt::None;
    s.phase = Phase::Confirming; // also when a pause or an abort came too late: the object is there
    s.error.reset();
    save();
}

void UploadFlow::completeFailed(const Error& error)
{
    const bool undecided = error.maybeDone || error.httpStatus >= 500 || isCode(error, "NoSuchUpload");
    if (!undecided && !isConflict(error))
        s.completeAsked = false;
    save();
    if (cutting() || s.phase != Phase::Completing)
        return;
    if (isCode(error, "NoSuchUpload") && m.m_confirmed) {
        s.completeAsked = !m.m_absent; // looked at before: gone for good, or nobody can tell
        vanished(error);
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
    } else if (isCode(error, "ConditionalRequestConflict") && !m.m_spec.plan.direct) {
        s.completeAsked = false;
        s.strays.append(s.uploadId);
        vanished(error); // AWS: after 409 the upload is to be begun again
    } else {
        s.completeAsked = true;
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
        if (s.phase == Phase::Creating)
            targetSeen();
        return;
    }
    if (s.phase != Phase::Confirming && s.phase != Phase::Aborting)
        return;
    objectJudged(event.info);
}

void UploadFlow::objectJudged(const ObjectInfo& info)
{
    const Judgement judgement = judgeObject(m.m_spec, s, info);
    if (judgement.verdict == Verdict::Ours) {
        if (!s.finished)
            s.finished = FinishedObject{};
        s.finished->etag = info.etag;
        s.finished->versionId = info.versionId.isEmpty() ? s.finished->versionId : info.versionId;
        s.finished->checksum = info.checksum.isEmpty() ? s.finished->checksum : info.checksum;
        if (s.finished->requestId.isEmpty())
            s.finished->requestId = info.requestId;
        finish(judgement.proof);
    } else if (judgement.verdict == Verdict::Differs) {
        Error differs;
        differs.kind = ErrorKind::Refused;
        differs.code = QStringLiteral("object-differs");
        s.completeAsked = false;
        s.abortAsked = false;
        fail(differs);
    } else {
        objectIsNotOurs();
    }
}

void UploadFlow::objectIsNotOurs()
{
    m.m_confirmed = true;
    if (s.phase == Phase::Aborting)
        return;
    if (s.finished && s.finished->proof.answer) {
        Error replaced;
        replaced.kind = ErrorKind::Conflict;
        replaced.code = QStringLiteral("object-replaced");
        attention(Attention::OutcomeUnknown, replaced);
    } else if (m.m_doubt == Doubt::Conflict) {
        s.completeAsked = false;
        Error exists = s.error.value_or(Error{});
        exists.kind = ErrorKind::Conflict;
        exists.code = QStringLiteral("object-exists");
        if (m.m_spec.ifExists == IfExists::Ask)
            attention(Attention::ObjectExists, exists);
        else
            fail(exists);
    } else {
        backToWork();
    }
}

void UploadFlow::objectIsNotThere()
{
    if (s.phase == Phase::Aborting) {
        s.completeAsked = false;
        m.m_confirmed = true;
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
    if (m.m_doubt == Doubt::Conflict)
        m.m_conditionIgnored = true; // it refused "only if absent" although nothing is there
    s.completeAsked = false;
    m.m_confirmed = true;
    m.m_absent = true;
    backToWork();
}

// No right to look. With the store's own "done" that has to do; without it only the upload itself can tell.
void UploadFlow::objectCannotBeSeen()
{
    m.m_confirmed = true;
    if (s.phase == Phase::Aborting)
        return;
    if (s.finished && s.finished->proof.answer) {
        Proof proof = s.finished->proof;
        const QByteArray ours = expectedEtag(m.m_spec, s);
        proof.etag = !ours.isEmpty() && bareEtag(s.finished->etag) == ours;
        finish(proof);
        return;
    }
    backToWork();
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

void UploadFlow::on(const event::Failed& event)
{
    if (event.part != 0) {
        partFailed(event);
        return;
    }
    const Request asked = m.m_request;
    m.m_request = Request::None;
    if (asked == Request::Put)
        resent(event.bytesSent);
    switch (asked) {
    case Request::Look:
        return lookFailed(event.error);
    case Request::Create:
        return createFailed(event.error);
    case Request::Find:
        return findFailed(event.error);
    case Request::List:
        return listFailed(event.error);
    case Request::Put:
        return putFailed(event.error);
    case Request::Complete:
        return completeFailed(event.error);
    case Request::Confirm:
        return confirmFailed(event.error);
    case Request::AbortStray:
        return abortFailed(event.error);
    case Request::ListStray:
        return listStrayFailed(event.error);
    case Request::None:
        return;
    }
}

} // namespace partway
