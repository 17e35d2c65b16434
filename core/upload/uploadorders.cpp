// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person, the queue or the file asks of an upload, in each phase. What follows from it is in
// uploadsteps.cpp.
#include "upload/replykinds.h"
#include "upload/uploadflow.h"

namespace partway {

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
    m.m_recordSeen = false;
    m.m_seenBeforeAbort = m.m_abortWorked = false;
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
    m.m_completeOutdated = m.m_request == Request::Complete || m.m_request == Request::CompleteAgain ||
                           m.m_request == Request::Put;
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

} // namespace partway
