// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadmachine.h"
#include "upload/uploadproof.h"

namespace partway {

// One turn of the machine: folds an event into its state, then asks "what next?" and collects the commands.
// Lives only inside UploadMachine::handle(). The transitions are in six files:
//   uploadsteps.cpp    what the person and the source do, and the steps that many share
//   sourceflow.cpp     sources that grow
//   uploadflow.cpp     what to do next, in each phase
//   uploadreplies.cpp  what the store answered about the upload and its parts
//   objectreplies.cpp  what it answered about the object
//   lingeringrecord.cpp  an upload that the store may keep when its object is made
class UploadFlow
{
public:
    UploadFlow(UploadMachine& machine, qint64 nowMs) : m(machine), s(machine.m_state), m_nowMs(nowMs) {}

    void fold(const UploadEvent& event);
    void proceed();
    UploadCommands take(); // in the order that is safe at every crash

private:
    using Request = UploadMachine::Request;
    using Doubt = UploadMachine::Doubt;

    // The person and the source.
    void on(const event::Start&);
    void on(const event::Pause&);
    void on(const event::Abort&);
    void on(const event::Retry&);
    void on(const event::Replace&);
    void on(const event::KeepBoth&);
    void on(const event::Skip&);
    void on(const event::ThroughHere&);
    void on(const event::StartOver& event);
    void on(const event::Repair& event);
    void on(const event::Follow& event);
    void on(const event::CloseSource&);
    void on(const event::SourceGrew& event);
    void on(const event::SourceClosed& event);
    void on(const event::Slots& event);
    void on(const event::WaitOver&);
    void on(const event::HoldOff& event);
    void on(const event::SourceTrouble& event);

    // The store.
    void on(const event::Created& event);
    void on(const event::UploadsFound& event);
    void on(const event::PartStored& event);
    void on(const event::PartsListed& event);
    void on(const event::Completed& event);
    void on(const event::ObjectPut& event);
    void on(const event::ObjectSeen& event);
    void on(const event::UploadAborted&);
    void on(const event::Failed& event);

    void partFailed(const event::Failed& event);
    void cannotCopy(const Error& error);
    void lookFailed(const Error& error);
    void createFailed(const Error& error);
    void findFailed(const Error& error);
    void lookIntoFailed(const Error& error);
    void foundJudged(bool isOurs);
    void findEnded();
    void listFailed(const Error& error);
    void putFailed(const Error& error);
    void completeFailed(const Error& error);
    void completeRefused(const Error& error);
    void recordNotCleared(const Error& error);
    void findRecordFailed(const Error& error);
    void confirmFailed(const Error& error);
    void abortFailed(const Error& error);
    void listStrayFailed(const Error& error);
    void targetSeen(const ObjectInfo& info);
    void takeOtherName();
    void objectJudged(const ObjectInfo& info);
    void objectIsOurs(const ObjectInfo& info, const Proof& proof);
    void objectIsNotThere();
    void objectIsNotOurs(const ObjectInfo& info);
    void objectInTheWay(const ObjectInfo& info);
    void objectCannotBeSeen();
    void backToWork();

    // What next, in each phase.
    void proceedCreating();
    void proceedFinding();
    void proceedReconciling();
    void proceedSending();
    void sendParts();
    void putObject();
    void proceedCompleting();
    void proceedConfirming();
    bool clearRecord(); // true when nothing can be left of the upload
    void recordGone();
    void proceedAborting();
    bool looksBeforeAbort();
    bool clearStrays(); // true when there are none left
    void strayGone();
    bool partsMayComeLate();
    void keepWhatMatches();
    void forgetDoubtedParts();

    // Steps shared by many transitions.
    void wake();            // the first thing it is told
    void enter();           // from a rest into the phase where work goes on
    void rest(Phase phase); // cut everything and stay there
    void fail(const Error& error);
    void attention(Attention what, const Error& error);
    void sourceTrouble(const Error& error);
    bool restOn(const Error& error); // the kinds that mean the same for every request: true if it was one
    void backOff(const Error& error);
    void waitOut(const Error& error, int attempt);
    bool looksAgain();
    void waitALittle();
    void succeeded();
    void vanished(const Error& error);
    void forgetUpload();
    void forgetOldSource(); // what is on its way is of the file as it was
    void distrustParts();
    bool canClose() const;
    void closeSource();
    void streamIsGone();
    bool isOutdated();
    void finish(const Proof& proof);
    void resent(qint64 bytes);

    bool drained() const { return m.m_flight.isEmpty() && m.m_request == Request::None; }
    QList<CompletedPart> wholeList() const; // of all parts; empty if there is a gap
    bool allStored() const { return s.parts.size() == m.m_spec.plan.count; }
    bool wantsCondition() const;
    bool cutting() const { return !isRunning(s.phase); }

    void request(Request what, UploadCommand command);
    void save() { emitCommand(command::SaveState{}); }
    void note(const char* code, const QString& detail = {});
    void emitCommand(UploadCommand command) { m_commands.append(std::move(command)); }

    UploadMachine& m;
    UploadState& s;
    qint64 m_nowMs;
    UploadCommands m_commands;
};

} // namespace partway
