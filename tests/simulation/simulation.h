// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/retrypolicy.h"
#include "simulation/agenda.h"
#include "simulation/decisions.h"
#include "simulation/modeljournal.h"
#include "simulation/modelstore.h"
#include "upload/uploadmachine.h"

#include <QSet>
#include <QStringList>

#include <memory>

namespace partway {

// How a simulated life ended.
struct SimulationOutcome
{
    QString broken; // the invariant's name; empty: every one held
    QString what;   // what happened instead
    Phase end = Phase::Waiting;
    QStringList story;               // what happened, with times
    std::vector<Decisions::Id> made; // what chance decided
};

// One life of one transfer: the real upload machine and retry policy, and the journal's rules, against a
// model of a store, with a clock of its own, a network that delays, reorders, loses, repeats and cuts, a
// process that dies, a file that changes, other clients, and a person who does anything at any moment. After
// some time the faults cease; then it must come to an end, and the end must be true. In eight files:
//   simulation.cpp         the world and its clock      troubles.cpp         what happens to it
//   simulatedprocess.cpp   what UploadRunner does       simulatedbodies.cpp   … with parts and small files
//   growingsource.cpp      sources that grow            simulatedcopies.cpp   sources that are objects
//   simulatednetwork.cpp   the way there and back       invariants.cpp        what must hold
class Simulation
{
public:
    explicit Simulation(Decisions decisions);
    SimulationOutcome run();

private:
    using Work = std::function<UploadEvent()>; // what the store does when a request arrives, and its answer

    // One request on its way.
    struct Exchange
    {
        int part = 0; // 0: the control request
        qint64 bytes = 0;
        bool repeatable = true; // the network stack may send it twice by itself
        Work work;
    };
    struct Fault;

    // The world.
    void drawStore();
    void drawTransfer();
    void drawGrowth();
    PartPlan planFor(qint64 size) const;
    void tell(const QString& line);
    void violated(const char* invariant, const QString& what);
    bool calm() const { return m_agenda.now() >= m_calmAt; }
    bool chance(const char* what, double p) { return !calm() && m_decisions.chance(what, p); }
    void watch();
    bool isOver() const;
    UploadRef refTo(const QString& upload) const { return {m_spec.bucket, key(), upload}; }
    QByteArray key() const { return m_machine ? m_machine->key() : m_spec.key; }

    // Troubles.
    void planTroubles();
    void trouble(int kind, int index);
    void fileTrouble(int index);
    void rivalUpload(int index);
    void othersTouch();
    void ruleDeletes();
    void personPauses(int index);
    void personStartsOver();
    void personActs(const QString& says, const UploadEvent& event);
    void signOut(int index);
    void help();
    void helpAttention();

    // Sources that grow.
    bool isStream() const { return m_spec.source == SourceKind::Stream; }
    void writerWrites(qint64 bytes, int index);
    void writerCloses();
    void watchSource();
    void lookAtSource();
    void sourceEnded();
    void takeFinal();
    qint64 received() const;
    bool isAsPromised(int part) const;
    PartPlan openPlanFor(qint64 size) const;
    PartPlan planAnew() const;
    void personRepairs();
    void letGoOfStored();

    // Sources that are objects.
    void drawCopy();
    void promiseCopy(UploadSpec* spec) const;
    bool isSourceAs(const QByteArray& etag, qint64 size) const;
    bool copiesOnServer() const { return m_machine->spec().copy && !m_machine->state().throughHere; }
    std::optional<Error> cannotCopyNow(ByteRange range) const;
    void copyPart(const command::SendPart& command);
    void copyObject(const command::PutObject& command);
    bool sourceStays();

    // The process: what UploadRunner does, on the model's clock.
    void live();
    void die();
    void dieFor(const QString& why);
    void reload();
    void remember();
    void process(const UploadEvent& event);
    void runTodo();
    void saveState();
    void cancelAll();
    void run(const command::SaveState&) {}
    void run(const command::CancelAll&) {}
    void run(const command::SavePart& command);
    void run(const command::ForgetParts&);
    void run(const command::RecheckParts&);
    void run(const command::SavePlan&);
    void run(const command::LookAtTarget&);
    void run(const command::Create& command);
    void run(const command::FindUploads&);
    void run(const command::SendPart& command);
    void run(const command::PutObject& command);
    void run(const command::ListParts& command);
    void run(const command::Complete& command);
    void run(const command::Confirm&);
    void run(const command::AbortUpload& command);
    void run(const command::Wait& command);
    void run(const command::Note& command);
    void hashed(qint64 request, const command::SendPart& command);
    void sendBody(int number, const StoredPart& digests, Content promised);
    void putBody(const command::PutObject& command);
    ArrivingBody bodyOf(ByteRange range, Content promised) const;
    Error sourceTrouble() const;

    // The network.
    void ask(Exchange exchange);
    Fault drawFault(const Exchange& exchange);
    void deliver(qint64 request, const Exchange& exchange, const Fault& fault);
    void arrive(qint64 request, const Exchange& exchange, const Fault& fault, int life);
    void arriveUnheard(const Exchange& exchange, const ModelFile& read);
    qint64 open(int part);
    void end(qint64 request, const UploadEvent& event);
    void letGoOfLost();
    void endLater(qint64 request, qint64 delay, const UploadEvent& event);
    void failLater(qint64 request, int part, qint64 delay, const Error& error, qint64 sent = 0);

    // Invariants.
    bool isOurs(const ModelStore::Object& object) const { return object.token.startsWith(m_token); }
    bool isPromised(const ModelStore::Object& object, const Promise& promise) const;
    void wrote(const QByteArray& key);
    bool isUnchecked() const;
    bool replacesAnothers(const QByteArray& key) const;
    void checkReplaced(const QByteArray& key, bool allowed);
    void checkIntent(bool written, const char* what);
    void checkSend(const command::SendPart& command, Content content);
    void checkStranger(const QString& upload);
    void checkRow();
    void checkFinished();
    void checkEnd();

    Decisions m_decisions;
    RetryPolicy m_policy;
    Agenda m_agenda;
    ModelJournal m_journal;
    qint64 m_calmAt = 0;
    qint64 m_downUntil = 0;
    bool m_signedOut = false;
    SimulationOutcome m_outcome;

    ModelStore m_store;
    StoreProfile m_profile;
    UploadSpec m_spec;
    QByteArray m_token;
    bool m_othersTouched = false; // another client wrote or deleted the object after us
    bool m_objectFromStart = false;
    qint64 m_directBelow = 0;

    ModelFile m_file;
    Promise m_promise;         // what the process believes
    QList<Promise> m_promises; // all there ever were

    // Of a source that is an object.
    bool m_copies = true; // the store can
    bool m_pins = true;   // … and only while it is still the one that was promised

    // Of a source that grows.
    bool m_written = false;           // somebody writes to it still
    qint64 m_closedAt = 0;            // … until then
    bool m_watches = false;           // a look at it is due
    std::optional<ModelFile> m_final; // as it ended, until the plan is fixed
    bool m_piped = true;              // this process reads the stream
    QSet<int> m_letGo;                // parts of it that are not here any more

    std::unique_ptr<UploadMachine> m_machine; // null: the process is dead
    QList<UploadCommand> m_todo;
    bool m_saving = false;
    bool m_awake = false; // it was told to do something
    int m_slots = 3;
    int m_life = 0; // answers to an earlier life are not heard
    qint64 m_lastRequest = 0;
    QMap<qint64, int> m_open; // request → part (0: control)
    qint64 m_wait = 0;        // the wait that counts; others were dropped

    // What the process was told that it must not forget: parts stored, parts listed.
    QSet<QPair<QString, int>> m_stored;
    QMap<int, QByteArray> m_storedEtags;
    QMap<int, QByteArray> m_storedMd5s; // of the bytes that it was told of; a repeat may have brought others
    QMap<int, ListedPart> m_listed;
    QString m_listedUpload;
    bool m_listedWhole = false;
    QSet<int> m_wrote;       // stamps of the promises that became an object
    bool m_answered = false; // the store said that the object is made
};

} // namespace partway
