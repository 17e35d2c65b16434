// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that all phases share: into work and to rest, waiting, failing, beginning anew, finishing.
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
    m.m_recordSeen = false;
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
    waitALittle();
    return m.m_waiting;
}

void UploadFlow::waitALittle()
{
    Error later;
    later.kind = ErrorKind::Transient;
    later.code = QStringLiteral("looking-again");
    later.httpStatus = 200;
    later.retryAfterSeconds = 2;
    backOff(later);
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
