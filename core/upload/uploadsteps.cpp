// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/replykinds.h"
#include "upload/uploadflow.h"

namespace partway {

namespace {

Hold holdFor(const Error& error)
{
    if (error.kind == ErrorKind::Throttled)
        return Hold::Throttled;
    if (isCode(error, "captive-portal"))
        return Hold::Portal;
    if (isCode(error, "proxy-sign-in"))
        return Hold::Proxy;
    return error.httpStatus == 0 ? Hold::Network : Hold::Backoff;
}

} // namespace

void UploadFlow::fold(const UploadEvent& event)
{
    std::visit([this](const auto& e) { on(e); }, event);
}

void UploadFlow::on(const event::Start&)
{
    if (!isEnded(s.phase) && drained())
        enter();
    else if (s.phase == Phase::Paused)
        enter(); // the last requests are still being cut: each phase waits until they have ended
}

void UploadFlow::on(const event::Retry&)
{
    if (s.phase == Phase::Failed || s.phase == Phase::NeedsAttention || s.phase == Phase::Paused)
        enter();
}

void UploadFlow::on(const event::Pause&)
{
    const bool canPause = s.phase == Phase::Waiting || (isRunning(s.phase) && s.phase != Phase::Aborting);
    if (!canPause)
        return;
    rest(Phase::Paused);
    note("paused");
}

void UploadFlow::on(const event::Abort&)
{
    if (isEnded(s.phase) || s.phase == Phase::Aborting)
        return;
    wake();
    s.abortAsked = true;
    s.attention = Attention::None;
    s.error.reset();
    m.m_confirmed = false;
    m.m_lookedAgain = false;
    m.m_abortRounds = 0;
    rest(Phase::Aborting);
    note("abort-asked");
}

void UploadFlow::on(const event::Replace&)
{
    if (s.phase != Phase::NeedsAttention || s.attention != Attention::ObjectExists)
        return;
    s.replaceAllowed = true;
    note("replace-allowed");
    enter();
}

// An upload belongs to its key: one that was begun already is of no use for the other name.
void UploadFlow::on(const event::KeepBoth&)
{
    if (s.phase != Phase::NeedsAttention || s.attention != Attention::ObjectExists)
        return;
    if (!s.uploadId.isEmpty())
        s.strays.append(s.uploadId);
    forgetUpload();
    s.completeAsked = false;
    takeOtherName();
    enter();
}

void UploadFlow::on(const event::Skip&)
{
    if (s.phase != Phase::NeedsAttention || s.attention != Attention::ObjectExists)
        return;
    if (!s.uploadId.isEmpty() || !s.strays.isEmpty() || s.completeAsked || s.createAskedAtMs != 0) {
        on(event::Abort{}); // what was sent goes first
        return;
    }
    s.attention = Attention::None;
    s.error.reset();
    note("skipped");
    rest(Phase::Skipped);
}

// What is stored stays: the parts that are missing come another way.
void UploadFlow::on(const event::ThroughHere&)
{
    const bool works = m.m_awake && isRunning(s.phase);
    if (!m.m_spec.copy || works || isEnded(s.phase) || s.abortAsked || s.phase == Phase::Aborting)
        return;
    s.throughHere = true;
    note("copy-through-here");
    enter();
}

// Whether the bytes may pass through this computer a person decides: it may take days, and cost money.
void UploadFlow::cannotCopy(const Error& error)
{
    attention(Attention::CannotCopy, error);
}

// The old upload goes to the strays and is aborted before the next one is created.
void UploadFlow::on(const event::StartOver& event)
{
    if (isEnded(s.phase) || s.phase == Phase::Aborting)
        return;
    wake();
    forgetOldSource();
    rest(Phase::Creating);
    m.m_closing.reset();
    m.m_spec.plan = event.plan;
    if (event.copy)
        m.m_spec.copy = event.copy;
    if (!s.uploadId.isEmpty())
        s.strays.append(s.uploadId);
    forgetUpload();
    s.completeAsked = false;
    s.attention = Attention::None;
    s.error.reset();
    save();
    note("started-over");
}

// Nothing that is stored counts until the file as it is now has been compared with it. The source, the plan
// and "to be checked" are written at once, so that no crash leaves parts of two versions side by side.
void UploadFlow::on(const event::Repair& event)
{
    if (isEnded(s.phase) || s.phase == Phase::Aborting || s.abortAsked)
        return;
    if (m.m_spec.plan.direct || event.plan.direct || s.uploadId.isEmpty() || m.m_spec.copy) {
        on(event::StartOver{event.plan});
        return;
    }
    wake();
    forgetOldSource();
    rest(Phase::Reconciling);
    const PartPlan before = std::exchange(m.m_spec.plan, event.plan);
    distrustParts();
    s.unchecked.removeIf([&](const auto& part) {
        if (event.plan.open)
            return before.partSize != event.plan.partSize; // its bytes tell whether it is the same part
        return event.plan.indexOf(part.key()) < 0 || event.plan.range(part.key()) != before.range(part.key());
    });
    s.completeAsked = false;
    s.finished.reset();
    note("repairing", QString::number(s.unchecked.size()));
    enter();
}

void UploadFlow::distrustParts()
{
    for (auto part = s.parts.cbegin(); part != s.parts.cend(); ++part)
        s.unchecked.insert(part.key(), *part);
    s.parts.clear();
    emitCommand(command::RecheckParts{});
}

// A Complete or PutObject that is out may still be done; it makes the file as it was.
void UploadFlow::forgetOldSource()
{
    ++s.sourceChanges;
    m.m_outdated = m.m_flight;
    m.m_completeOutdated = m.m_request == Request::Complete || m.m_request == Request::Put;
    m.m_askedBefore = false;
    m.m_damaged.clear();
}

// The end of a Complete or PutObject from before forgetOldSource().
bool UploadFlow::isOutdated()
{
    return std::exchange(m.m_completeOutdated, false);
}

void UploadFlow::on(const event::Slots& event)
{
    m.m_slots = event.count;
}

void UploadFlow::on(const event::WaitOver&)
{
    m.m_waiting = false;
}

// What is on its way goes on; nobody's failure is counted.
void UploadFlow::on(const event::HoldOff& event)
{
    if (m.m_awake && isRunning(s.phase) && !m.m_waiting)
        waitOut(event.error, 0);
}

void UploadFlow::on(const event::SourceTrouble& event)
{
    const bool waits = s.phase == Phase::NeedsAttention || s.phase == Phase::Failed;
    if ((isRunning(s.phase) && s.phase != Phase::Aborting) || waits)
        sourceTrouble(event.error);
}

void UploadFlow::sourceTrouble(const Error& error)
{
    // Size and time say the same as before, but the bytes do not: then every part may be of other bytes.
    if (isCode(error, "stream-too-long")) {
        fail(error);
        return;
    }
    const bool secretly = isCode(error, "file-content-changed");
    const bool changed = secretly || isCode(error, "file-changed") || isCode(error, "source-shorter") ||
                         isCode(error, "file-truncated") || isCode(error, "file-outgrew-plan") ||
                         isCode(error, "copy-source-changed");
    // A small one became an object of ours all the same: our token proves nothing from now on.
    const bool madeOfOther = m.m_spec.plan.direct && error.maybeDone;
    if (madeOfOther || (secretly && !m.m_spec.plan.direct))
        forgetOldSource();
    if (secretly && !m.m_spec.plan.direct)
        distrustParts();
    attention(changed ? Attention::SourceChanged : Attention::SourceMissing, error);
}

// The one door from a rest (or from the journal after a crash) into work. Nothing is believed: an object that
// may have been completed is looked at first, an upload is listed before anything is sent.
void UploadFlow::enter()
{
    wake();
    s.attention = Attention::None;
    s.error.reset();
    s.handedOver = false;
    m.m_failures = 0;
    m.m_restarts = 0;
    m.m_abortedTwice = false; // a wait for parts that come late may have been cut short
    m.m_found.clear();
    m.m_listed.clear();
    m.m_confirmed = false;
    m.m_absent = false;
    m.m_proven.reset();
    m.m_lookedAgain = false;
    m.m_targetFree = false;
    m.m_targetTaken = false;
    m.m_doubt = Doubt::None;
    m.m_closing.reset(); // the source is looked at anew
    if (m.m_waiting)
        emitCommand(command::CancelAll{});
    m.m_waiting = false;
    const bool anyParts = !s.parts.isEmpty() || !s.unchecked.isEmpty();
    if (s.uploadId.isEmpty() && !s.completeAsked && !m.m_spec.plan.direct && anyParts)
        forgetUpload(); // a crash came between the two writes: parts belong to an upload that is gone
    if (s.abortAsked) {
        s.phase = Phase::Aborting;
    } else if (s.completeAsked) {
        s.phase = Phase::Confirming;
        m.m_doubt = Doubt::Lost;
    } else {
        s.phase = s.uploadId.isEmpty() ? Phase::Creating : Phase::Reconciling;
    }
    save();
}

// A process that was killed while it sent has cut its parts as well.
void UploadFlow::wake()
{
    if (!m.m_awake && s.phase == Phase::Sending)
        s.partsCutAtMs = m_nowMs;
    m.m_awake = true;
}

void UploadFlow::rest(Phase phase)
{
    if (!m.m_flight.isEmpty())
        s.partsCutAtMs = m_nowMs;
    s.phase = phase;
    m.m_hold = Hold::None;
    save();
    if (!drained() || m.m_waiting)
        emitCommand(command::CancelAll{});
    m.m_waiting = false;
}

void UploadFlow::fail(const Error& error)
{
    s.error = error;
    rest(Phase::Failed);
    note("failed", error.code);
}

void UploadFlow::attention(Attention what, const Error& error)
{
    s.error = error;
    s.attention = what;
    rest(Phase::NeedsAttention);
    note("needs-attention", attentionName(what));
}

// Kinds that mean the same whatever was asked. Cancelled is nobody's failure: whoever cut it has said what
// comes next.
bool UploadFlow::restOn(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return true;
    case ErrorKind::Transient:
    case ErrorKind::Throttled:
        backOff(error);
        return true;
    case ErrorKind::SignIn:
        attention(Attention::SignIn, error);
        return true;
    case ErrorKind::LocalFile:
        sourceTrouble(error);
        return true;
    case ErrorKind::Clock:
    case ErrorKind::Redirect:
    case ErrorKind::Bug:
        fail(error);
        return true;
    case ErrorKind::Refused:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
        return false;
    }
    return false;
}

void UploadFlow::backOff(const Error& error)
{
    if (m.m_waiting)
        return;
    ++m.m_failures;
    waitOut(error, m.m_failures);
}

void UploadFlow::waitOut(const Error& error, int attempt)
{
    m.m_waiting = true;
    m.m_hold = holdFor(error);
    s.error = error;
    emitCommand(command::Wait{attempt, error});
}

// A request that was cut or lost may still be done a moment later. True if another look is on its way.
bool UploadFlow::looksAgain()
{
    if (m.m_lookedAgain)
        return false;
    m.m_lookedAgain = true;
    Error later;
    later.kind = ErrorKind::Transient;
    later.code = QStringLiteral("looking-again");
    later.httpStatus = 200;
    later.retryAfterSeconds = 2;
    backOff(later);
    return m.m_waiting;
}

void UploadFlow::succeeded()
{
    m.m_failures = 0;
    if (m.m_waiting || cutting())
        return;
    m.m_hold = Hold::None;
    if (!s.leftovers)
        s.error.reset();
}

void UploadFlow::resent(qint64 bytes)
{
    if (bytes > 0)
        s.bytesResent += bytes;
}

void UploadFlow::note(const char* code, const QString& detail)
{
    emitCommand(command::Note{QString::fromLatin1(code), detail});
}

void UploadFlow::request(Request what, UploadCommand command)
{
    m.m_request = what;
    emitCommand(std::move(command));
}

bool UploadFlow::wantsCondition() const
{
    return m.m_spec.ifExists != IfExists::Replace && !s.replaceAllowed && !m.m_conditionIgnored;
}

// The store has lost the upload, or somebody removed it: begin anew, and say so. If it may have been
// completed, only a person can tell what happened to it.
void UploadFlow::vanished(const Error& error)
{
    if (s.completeAsked && !m.m_absent) {
        attention(Attention::OutcomeUnknown, error);
        return;
    }
    if (m.m_absent && !m.m_lookedAgain) { // a late Complete may have come between the two looks
        m.m_lookedAgain = true;
        s.completeAsked = true;
        s.phase = Phase::Confirming;
        return;
    }
    constexpr int mostRestarts = 3;
    if (++m.m_restarts > mostRestarts) {
        fail(error);
        return;
    }
    ++s.restarts;
    s.completeAsked = false;
    resent(m.storedBytes());
    const bool sentOnce =
        m.m_spec.source == SourceKind::Stream && !(s.parts.isEmpty() && s.unchecked.isEmpty());
    note("restarted-vanished", s.uploadId);
    rest(Phase::Creating);
    forgetUpload();
    save();
    if (sentOnce)
        streamIsGone();
}

void UploadFlow::forgetUpload()
{
    s.uploadId.clear();
    s.parts.clear();
    s.unchecked.clear();
    s.finished.reset();
    m.m_listed.clear();
    m.m_targetFree = false;
    emitCommand(command::ForgetParts{});
}

void UploadFlow::finish(const Proof& proof)
{
    if (!s.finished)
        s.finished = FinishedObject{};
    s.finished->proof = proof;
    if (s.finished->checksum.isEmpty())
        s.finished->checksum = expectedChecksum(m.m_spec, s);
    s.error.reset();
    s.createAskedAtMs = 0;
    if (s.abortAsked)
        note("finished-before-abort");
    else
        note(m.m_spec.copy ? "finished-copy" : proof.isOnlyAnswer() ? "finished-unseen" : "finished");
    s.abortAsked = false;
    rest(Phase::Finished);
}

} // namespace partway
