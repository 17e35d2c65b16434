// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

#include <array>

namespace partway {

namespace {

enum Trouble : int {
    Dies,
    Pauses,
    NetworkGoes,
    Aborts,
    FileChanges,
    RuleDeletes,
    RivalWrites,
    RivalUploads,
    RivalDeletes,
    Starts,
    Retries,
    StartsOver,
    Replaces,
    SignsOut,
    JournalFails,
    SlotsChange,
};

// How often each of them comes.
constexpr std::array<int, 16> weights{20, 14, 10, 4, 12, 5, 3, 5, 2, 5, 4, 4, 2, 6, 4, 4};

int troubleAt(qint64 place)
{
    int kind = 0;
    while (place >= weights[size_t(kind)])
        place -= weights[size_t(kind++)];
    return kind;
}

} // namespace

void Simulation::planTroubles()
{
    constexpr int most = 12;
    int all = 0;
    for (int weight : weights)
        all += weight;
    for (int i = 0; i < most; ++i) {
        if (!m_decisions.chance("trouble", 0.35, i))
            continue;
        const int kind = troubleAt(m_decisions.between("trouble: which", 0, all - 1, i));
        // Half of them come early, when there is most to be disturbed.
        const qint64 latest =
            m_decisions.chance("trouble: early", 0.5, i) ? 4'000 : m_calmAt - m_agenda.now();
        m_agenda.at(m_decisions.between("trouble: when", 1, latest, i),
                    [this, kind, i] { trouble(kind, i); });
    }
}

void Simulation::trouble(int kind, int index)
{
    switch (Trouble(kind)) {
    case Dies:
        return dieFor(QStringLiteral("the process dies"));
    case Pauses:
        return personPauses(index);
    case NetworkGoes:
        m_downUntil = m_agenda.now() + m_decisions.between("network: away for", 100, 20'000, index);
        return tell(QStringLiteral("the network is gone"));
    case Aborts:
        return personActs(QStringLiteral("abort"), event::Abort{});
    case FileChanges:
        return fileTrouble(index);
    case RuleDeletes:
        return ruleDeletes();
    case RivalWrites:
        othersTouch();
        m_store.objects.insert(key(), ModelStore::Object{"other", {7}, 5, "\"other\"", {}});
        return tell(QStringLiteral("a second client writes the object"));
    case RivalUploads:
        return rivalUpload(index);
    case RivalDeletes:
        othersTouch();
        m_store.objects.remove(key());
        return tell(QStringLiteral("a second client deletes the object"));
    case Starts:
        return personActs(QStringLiteral("resume"), event::Start{});
    case Retries:
        return personActs(QStringLiteral("retry"), event::Retry{});
    case StartsOver:
        return personStartsOver();
    case Replaces:
        return personActs(QStringLiteral("replace"), event::Replace{});
    case SignsOut:
        return signOut(index);
    case JournalFails:
        m_journal.failUntil(m_agenda.now() + m_decisions.between("journal: fails for", 100, 15'000, index));
        return tell(QStringLiteral("the disk is full: the journal cannot be written"));
    case SlotsChange:
        m_slots = int(m_decisions.between("slots", 1, 6, index));
        return process(event::Slots{m_slots});
    }
}

void Simulation::othersTouch()
{
    m_othersTouched = true;
    m_objectFromStart = false;
}

void Simulation::fileTrouble(int index)
{
    if (!m_file.exists || isStream())
        return;
    const qint64 kind = m_decisions.between("file: which", 0, 4, index);
    const qint64 by = m_decisions.between("file: by", 1, 2'500, index);
    if (kind == 4) {
        m_file.exists = false;
        m_agenda.at(by * 2, [this] {
            m_file.exists = true;
            tell(QStringLiteral("the file is back"));
        });
        return tell(QStringLiteral("the file vanishes"));
    }
    ++m_file.stamp;
    switch (kind) {
    case 0:
        return tell(QStringLiteral("the file is touched"));
    case 1:
        m_file.size += by;
        return tell(QStringLiteral("the file grows by %1").arg(by));
    case 2:
        m_file.size = qMax<qint64>(0, m_file.size - by);
        return tell(QStringLiteral("the file shrinks to %1").arg(m_file.size));
    default:
        ++m_file.version;
        return tell(QStringLiteral("the file gets other content"));
    }
}

// A rule of the bucket: old uploads are removed, whoever began them.
void Simulation::ruleDeletes()
{
    for (auto upload = m_store.uploads.begin(); upload != m_store.uploads.end(); ++upload) {
        if (upload->ours && upload->goneMs == 0) {
            tell(QStringLiteral("a rule deletes ") + upload.key());
            m_store.remove(upload.key(), m_agenda.now(), false);
            return;
        }
    }
}

// A second client with an upload of its own on our key; it has a part as soon as it can be seen.
void Simulation::rivalUpload(int index)
{
    const auto made = m_store.create(key(), "rival", m_agenda.now(), false);
    const QString id = made->uploadId;
    m_store.uploads[id].parts.insert(1, ModelStore::Part{7, 5, "\"rival\"", 0});
    tell(QStringLiteral("a second client begins %1").arg(id));
    const qint64 length = m_decisions.between("rival: works for", 100, 20'000, index);
    m_agenda.at(length, [this, id] {
        if (!m_store.isThere(id))
            return;
        tell(QStringLiteral("a second client completes %1").arg(id));
        othersTouch();
        m_store.objects.insert(m_store.uploads[id].key, ModelStore::Object{"rival", {7}, 5, "\"rival\"", {}});
        m_store.remove(id, m_agenda.now(), false);
    });
}

void Simulation::personPauses(int index)
{
    personActs(QStringLiteral("pause"), event::Pause{});
    m_agenda.at(m_decisions.between("paused for", 1, 2'000, index),
                [this] { personActs(QStringLiteral("resume"), event::Start{}); });
}

void Simulation::personActs(const QString& says, const UploadEvent& event)
{
    if (!m_machine)
        return;
    tell(QStringLiteral("person: ") + says);
    reload();
    process(event);
}

// As UploadRunner::startOver(): the machine first, then what is promised from now on.
void Simulation::personStartsOver()
{
    const bool offered =
        m_machine && (m_machine->phase() == Phase::Failed || m_machine->phase() == Phase::NeedsAttention);
    if (!offered)
        return;
    tell(QStringLiteral("person: start over"));
    reload();
    if (!m_file.exists) {
        process(event::SourceTrouble{sourceTrouble()});
        return;
    }
    m_piped = true;
    m_letGo.clear();
    m_final.reset();
    m_promise = Promise{m_file, planAnew()};
    m_promises.append(m_promise);
    m_answered = false;
    m_wrote.clear();
    UploadSpec spec = m_machine->spec();
    promiseCopy(&spec);
    process(event::StartOver{m_promise.plan, spec.copy});
    m_promise.copy = m_machine->spec().copy; // as the runner has it written
    m_journal.savePromise(m_promise);
}

void Simulation::signOut(int index)
{
    tell(QStringLiteral("the session expires"));
    m_signedOut = true;
    m_agenda.at(m_decisions.between("signed out for", 100, 20'000, index), [this] {
        if (!std::exchange(m_signedOut, false))
            return;
        tell(QStringLiteral("person: signs in"));
        const bool waits = m_machine && m_machine->state().attention == Attention::SignIn;
        if (waits)
            personActs(QStringLiteral("retry"), event::Retry{});
    });
}

// In the calm: what the row offers is pressed.
void Simulation::help()
{
    m_signedOut = false;
    m_file.exists = true;
    if (!m_machine) {
        live();
        return;
    }
    switch (m_machine->phase()) {
    case Phase::Waiting:
    case Phase::Paused:
        personActs(QStringLiteral("resume"), event::Start{});
        break;
    case Phase::Failed:
        if (isStream() && !m_piped)
            personRepairs();
        else if (m_spec.ifExists == IfExists::Fail && m_machine->state().error->kind == ErrorKind::Conflict)
            personActs(QStringLiteral("abort"), event::Abort{});
        else
            personActs(QStringLiteral("retry"), event::Retry{});
        break;
    case Phase::NeedsAttention:
        helpAttention();
        break;
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
    case Phase::Aborting:
    case Phase::Aborted:
    case Phase::Skipped:
    case Phase::Finished:
        break;
    }
}

void Simulation::helpAttention()
{
    const UploadState& state = m_machine->state();
    if (state.abortAsked || state.attention == Attention::SignIn)
        personActs(QStringLiteral("retry"), event::Retry{});
    else if (state.attention == Attention::CannotCopy)
        personActs(QStringLiteral("through here"), event::ThroughHere{});
    else if (state.attention == Attention::ObjectExists)
        personActs(QStringLiteral("replace"), event::Replace{});
    else if (state.attention == Attention::SourceMissing && !isStream() && isAsPromised(0))
        personActs(QStringLiteral("retry"), event::Retry{});
    else if (m_spec.source != SourceKind::File && state.attention != Attention::OutcomeUnknown)
        personRepairs();
    else
        personStartsOver();
}

} // namespace partway
