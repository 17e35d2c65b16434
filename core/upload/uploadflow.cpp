// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadflow.h"

#include <utility>

namespace partway {

namespace {

// The journal's commands go before requests, in the one order that is safe at every crash: a part that is
// forgotten is never counted for a new upload, and nothing is asked of the store before it is written down.
// Cutting comes first of all: it must not wait for a slow disk.
int rank(const UploadCommand& command)
{
    if (std::holds_alternative<command::CancelAll>(command))
        return 0;
    if (std::holds_alternative<command::ForgetParts>(command) ||
        std::holds_alternative<command::RecheckParts>(command) ||
        std::holds_alternative<command::SavePlan>(command))
        return 1;
    if (std::holds_alternative<command::SavePart>(command))
        return 2;
    if (std::holds_alternative<command::SaveState>(command))
        return 3;
    return 4;
}

} // namespace

UploadCommands UploadMachine::handle(const UploadEvent& event, qint64 nowMs)
{
    UploadFlow flow(*this, nowMs);
    flow.fold(event);
    flow.proceed();
    return flow.take();
}

// Every SaveState writes the state as it is at the end of this turn, so one is enough.
UploadCommands UploadFlow::take()
{
    UploadCommands ordered;
    for (int wanted = 0; wanted <= 4; ++wanted) {
        bool saved = false;
        for (const UploadCommand& command : m_commands) {
            if (rank(command) != wanted || saved)
                continue;
            ordered.append(command);
            saved = wanted == 3;
        }
    }
    return ordered;
}

// "What next?" Asks for at most one control request, and for parts as the slots allow.
void UploadFlow::proceed()
{
    if (!m.m_awake || m.m_waiting || m.m_request != Request::None)
        return;
    if (canClose())
        closeSource();
    const Phase before = s.phase;
    switch (s.phase) {
    case Phase::Creating:
        proceedCreating();
        break;
    case Phase::Reconciling:
        proceedReconciling();
        break;
    case Phase::Sending:
        proceedSending();
        break;
    case Phase::Completing:
        proceedCompleting();
        break;
    case Phase::Confirming:
        proceedConfirming();
        break;
    case Phase::Aborting:
        proceedAborting();
        break;
    case Phase::Waiting:
    case Phase::Paused:
    case Phase::NeedsAttention:
    case Phase::Aborted:
    case Phase::Skipped:
    case Phase::Finished:
    case Phase::Failed:
        break;
    }
    if (s.phase != before)
        proceed();
}

void UploadFlow::proceedCreating()
{
    if (!drained() || !clearStrays())
        return;
    if (s.createAskedAtMs != 0) {
        proceedFinding();
        return;
    }
    if (std::exchange(m.m_targetTaken, false)) {
        targetSeen({});
        if (s.phase != Phase::Creating)
            return;
    }
    if (wantsCondition() && !m.m_targetFree) {
        request(Request::Look, command::LookAtTarget{});
        return;
    }
    if (m.m_spec.plan.direct) {
        s.phase = Phase::Sending;
        return;
    }
    if (!s.uploadId.isEmpty()) {
        s.phase = Phase::Reconciling;
        return;
    }
    if (m.m_spec.plan.open && m.m_spec.plan.count == 0)
        return; // until there is a part to send, or the source turns out to be a small one
    s.createAskedAtMs = m_nowMs;
    save();
    m.m_lookedAgain = false; // the look after this one is another's
    request(Request::Create, command::Create{});
}

// Key and time only say that an upload may be ours. One that holds parts is not: we never knew its id, so we
// never sent it any.
void UploadFlow::proceedFinding()
{
    if (m.m_found.isEmpty())
        request(Request::Find, command::FindUploads{});
    else
        request(Request::LookInto, command::ListParts{m.m_found.first(), 0});
}

void UploadFlow::proceedReconciling()
{
    if (!drained())
        return;
    if (!m.m_profile.listsParts) {
        forgetDoubtedParts();
        s.phase = Phase::Sending; // the journal is the truth where the store cannot list
        save();
        return;
    }
    const int after = m.m_listed.isEmpty() ? 0 : m.m_listed.lastKey();
    request(Request::List, command::ListParts{s.uploadId, after});
}

void UploadFlow::proceedSending()
{
    if (m.m_spec.plan.direct) {
        putObject();
        return;
    }
    if (m.m_spec.plan.open || !allStored()) {
        sendParts();
        return;
    }
    if (!m.m_flight.isEmpty())
        return;
    s.phase = Phase::Completing;
}

void UploadFlow::sendParts()
{
    if (m.m_closing)
        return; // what is on its way ends first
    const PartPlan& plan = m.m_spec.plan;
    for (int index = 0; index < plan.count && m.m_flight.size() < m.m_slots; ++index) {
        const int number = plan.numberAt(index);
        if (s.parts.contains(number) || m.m_flight.contains(number))
            continue;
        m.m_flight.insert(number);
        const ListedPart listed = m.m_listed.take(number);
        if (const auto old = s.unchecked.constFind(number); old != s.unchecked.cend())
            emitCommand(command::SendPart{number, old->etag, old->crc, old->md5});
        else
            emitCommand(command::SendPart{number, listed.etag, listed.checksum, {}});
    }
}

void UploadFlow::putObject()
{
    if (!drained() || m.m_slots < 1)
        return;
    m.m_askedBefore = s.completeAsked;
    s.completeAsked = true;
    save();
    const auto condition = wantsCondition() ? WriteCondition::IfNoneMatch : WriteCondition::None;
    request(Request::Put, command::PutObject{condition});
}

// The list comes from our own records and has exactly the parts of the plan, which cover the file; a gap is
// our bug, never a shorter object.
QList<CompletedPart> UploadFlow::wholeList() const
{
    const PartPlan& plan = m.m_spec.plan;
    QList<CompletedPart> list;
    list.reserve(plan.count);
    for (auto part = s.parts.cbegin(); part != s.parts.cend(); ++part) {
        if (part.key() != plan.numberAt(static_cast<int>(list.size())))
            break;
        list.append(CompletedPart{part.key(), part->etag, part->crc});
    }
    const bool whole = list.size() == plan.count && s.parts.size() == list.size() && plan.covers();
    return whole ? list : QList<CompletedPart>();
}

void UploadFlow::proceedCompleting()
{
    if (!drained())
        return;
    const QList<CompletedPart> list = wholeList();
    if (list.isEmpty()) {
        Error bug;
        bug.code = QStringLiteral("part-list-gap");
        fail(bug);
        return;
    }
    m.m_askedBefore = s.completeAsked;
    s.completeAsked = true;
    save();
    const auto condition = wantsCondition() ? WriteCondition::IfNoneMatch : WriteCondition::None;
    m.m_completeSettled = false;
    request(Request::Complete, command::Complete{list, expectedChecksum(m.m_spec, s), condition});
}

void UploadFlow::proceedConfirming()
{
    if (!drained())
        return;
    if (!m.m_proven)
        request(Request::Confirm, command::Confirm{});
    else if (clearRecord() && clearStrays())
        finish(*m.m_proven);
}

// Cut and await what is on its way; an upload that may have been created is looked for; every upload of ours
// is aborted until the store says that it is gone. Only then, when no Complete can come late any more, an
// object that may have been completed is looked at.
void UploadFlow::proceedAborting()
{
    if (!drained())
        return;
    if (s.createAskedAtMs != 0) {
        proceedFinding();
        return;
    }
    if (!s.uploadId.isEmpty()) {
        if (looksBeforeAbort())
            return;
        s.strays.append(s.uploadId);
        s.uploadId.clear();
        save();
    }
    if (!clearStrays())
        return;
    if (s.completeAsked && !m.m_confirmed) {
        request(Request::Confirm, command::Confirm{});
        return;
    }
    s.parts.clear();
    s.unchecked.clear();
    s.completeAsked = false;
    emitCommand(command::ForgetParts{});
    note(s.leftovers ? "aborted-leftovers" : "aborted");
    rest(Phase::Aborted);
}

// The store does not take the parts as we recorded them, and nobody can list what it has: they are sent
// again.
void UploadFlow::forgetDoubtedParts()
{
    if (!std::exchange(m.m_partsDoubted, false))
        return;
    note("parts-dropped", QString::number(s.parts.size()));
    s.parts.clear();
    emitCommand(command::ForgetParts{});
}

// A Complete whose answer was not heard may be at work still, and there are stores where an abort would then
// take the parts from under the object: Swift drops its record of the upload only after it has made the
// object.
bool UploadFlow::clearStrays()
{
    if (s.strays.isEmpty())
        return true;
    if (s.completeAsked && !std::exchange(m.m_completeSettled, true)) {
        waitALittle();
        return false;
    }
    request(Request::AbortStray, command::AbortUpload{s.strays.first()});
    return false;
}

void UploadFlow::strayGone()
{
    if (!s.strays.isEmpty())
        s.strays.removeFirst();
    m.m_abortRounds = 0;
    m.m_abortedTwice = false;
    save();
}

namespace {

// Of an open plan more parts may be stored than are known to be full so far, and the last one of a stream
// that ended before. Whether it is that part its bytes tell.
bool fits(const PartPlan& plan, const ListedPart& listed)
{
    if (plan.open)
        return listed.number >= 1 && listed.size <= plan.partSize;
    return plan.indexOf(listed.number) >= 0 && listed.size == plan.range(listed.number).length;
}

} // namespace

// A listed part is kept only if its size and its ETag (or checksum) equal what we recorded. One that we have
// no record of is only a hint: the file's own bytes decide, when its turn comes.
void UploadFlow::keepWhatMatches()
{
    const PartPlan& plan = m.m_spec.plan;
    QMap<int, ListedPart> unknown;
    QMap<int, StoredPart> kept, unchecked;
    for (const ListedPart& listed : std::as_const(m.m_listed)) {
        if (!fits(plan, listed))
            continue;
        const auto ours = s.parts.constFind(listed.number);
        if (ours != s.parts.constEnd() && bareEtag(ours->etag) == bareEtag(listed.etag))
            kept.insert(listed.number, *ours);
        else if (const auto old = s.unchecked.constFind(listed.number);
                 old != s.unchecked.cend() && bareEtag(old->etag) == bareEtag(listed.etag))
            unchecked.insert(listed.number, *old);
        else
            unknown.insert(listed.number, listed);
    }
    const int dropped = int(s.parts.size() - kept.size());
    // The upload is there, so it was not completed; but one that shows nothing of what we sent may be a
    // memory.
    const bool mayBeDone = m.m_profile.recordMayLinger || (kept.isEmpty() && dropped > 0);
    s.completeAsked = s.completeAsked && mayBeDone;
    if (dropped > 0) {
        note("parts-dropped", QString::number(dropped));
        emitCommand(command::ForgetParts{});
        for (auto part = kept.cbegin(); part != kept.cend(); ++part)
            emitCommand(command::SavePart{part.key()});
        s.parts = kept;
    }
    s.unchecked = unchecked;
    m.m_listed = unknown;
    note("reconciled", QString::number(kept.size()));
}

} // namespace partway
