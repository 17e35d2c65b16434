// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

#include "upload/uploadproof.h"

namespace partway {

namespace {

constexpr int slotCount = 3;
constexpr qint64 partSize = 1000;

} // namespace

Simulation::Simulation(quint64 seed) : m_random(seed)
{
    m_token = m_random.hex(8);
    m_profile.provider = QStringLiteral("model");
    m_profile.listsParts = !m_random.chance(0.1);
    m_spec.bucket = QStringLiteral("bucket");
    m_spec.key = "key";
    m_spec.checksum = ChecksumMode::Md5;
    m_spec.ifExists = m_random.chance(0.2) ? IfExists::Ask : IfExists::Replace;
    const bool direct = m_random.chance(0.2);
    const int count = direct ? 1 : int(m_random.between(1, 12));
    m_spec.plan =
        PartPlan{qint64(count - 1) * partSize + m_random.between(1, partSize), partSize, count, direct};
    m_savedSpec = m_spec;
    m_saved.token = QString::fromLatin1(m_token);
    m_calmAt = m_now + m_random.between(1'000, 60'000);
    m_store.create("somebody-else", m_now - 3'600'000, false);
}

Simulation::Outcome Simulation::run()
{
    planTrouble();
    at(m_random.between(0, 10), [this] { live(); });
    at(0, [this] { watch(); });
    const qint64 deadline = m_calmAt + 3'600'000;
    while (!m_agenda.empty() && m_outcome.broken.isEmpty()) {
        const Later next = m_agenda.top();
        m_agenda.pop();
        m_now = next.ms;
        if (m_now > deadline) {
            violated(QStringLiteral("it never ends: %1")
                         .arg(m_machine ? phaseName(m_machine->phase()) : QStringLiteral("dead")));
            break;
        }
        next.action();
    }
    if (m_outcome.broken.isEmpty())
        checkEnd();
    return m_outcome;
}

void Simulation::at(qint64 delay, Action action)
{
    m_agenda.push(Later{m_now + delay, ++m_order, std::move(action)});
}

void Simulation::tell(const QString& line)
{
    m_outcome.story.append(QStringLiteral("%1 ms  %2").arg(m_now - 1'000'000, 8).arg(line));
}

void Simulation::violated(const QString& what)
{
    if (m_outcome.broken.isEmpty())
        m_outcome.broken = what;
    tell(QStringLiteral("BROKEN: ") + what);
}

void Simulation::planTrouble()
{
    const int troubles = int(m_random.between(0, 8));
    for (int i = 0; i < troubles; ++i)
        at(m_random.between(1, m_calmAt - m_now), [this] { trouble(); });
}

// What people, networks and other programs do.
void Simulation::trouble()
{
    const double what = m_random.unit();
    if (what < 0.25) {
        tell(QStringLiteral("the process dies"));
        die();
        at(m_random.between(1, 3'000), [this] { live(); });
    } else if (what < 0.45 && m_machine) {
        tell(QStringLiteral("person: pause"));
        ++m_spoiled;
        process(event::Pause{});
        at(m_random.between(1, 2'000), [this] {
            if (m_machine)
                process(event::Start{});
        });
    } else if (what < 0.55) {
        m_downUntil = m_now + m_random.between(100, 20'000);
        tell(QStringLiteral("the network is gone"));
    } else if (what < 0.62 && m_machine) {
        tell(QStringLiteral("person: abort"));
        process(event::Abort{});
    } else if (what < 0.72) {
        ++m_fileStamp;
        ++m_spoiled;
        if (m_random.chance(0.7))
            ++m_fileContent;
        tell(QStringLiteral("the file changes"));
    } else if (what < 0.80) {
        for (auto upload = m_store.uploads.begin(); upload != m_store.uploads.end(); ++upload) {
            if (upload->ours) {
                tell(QStringLiteral("a rule deletes ") + upload.key());
                m_store.uploads.erase(upload);
                break;
            }
        }
    } else if (what < 0.86) {
        tell(QStringLiteral("a second client writes the key"));
        m_othersObject = true;
        m_store.object = ModelStore::Object{"other", {7}, 5, "\"other\""};
    } else if (m_machine) {
        tell(QStringLiteral("person: resume"));
        process(event::Start{});
    }
}

// Once a second: somebody looks at the window. In the calm, they press what the row offers.
void Simulation::watch()
{
    if (m_machine && isEnded(m_machine->phase()) && m_machine->isQuiet() && m_todo.isEmpty() && !m_saving &&
        calm())
        return;
    if (calm())
        help();
    at(1'000, [this] { watch(); });
}

void Simulation::help()
{
    if (!m_machine) {
        live();
        return;
    }
    switch (m_machine->phase()) {
    case Phase::Waiting:
    case Phase::Paused:
        process(event::Start{});
        break;
    case Phase::Failed:
        process(event::Retry{});
        break;
    case Phase::NeedsAttention:
        if (m_machine->state().abortAsked || m_machine->state().attention == Attention::SignIn) {
            process(event::Retry{});
        } else if (m_machine->state().attention == Attention::ObjectExists) {
            ++m_spoiled; // a small file went out once for the refusal
            process(event::Replace{});
        } else {
            tell(QStringLiteral("person: start over"));
            ++m_startOvers;
            m_promisedStamp = m_fileStamp;
            m_promisedContent = m_fileContent;
            process(event::StartOver{m_spec.plan});
        }
        break;
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
    case Phase::Aborting:
        if (m_machine->isQuiet() && m_todo.isEmpty() && !m_saving)
            violated(QStringLiteral("it stands still in %1").arg(phaseName(m_machine->phase())));
        break;
    case Phase::Aborted:
    case Phase::Skipped:
    case Phase::Finished:
        break;
    }
}

Error Simulation::fileChanged() const
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QStringLiteral("file-changed");
    return error;
}

// An object that carries our token is the file as promised, whole, at every moment.
void Simulation::checkObject()
{
    if (!m_store.object || m_store.object->token != m_token)
        return;
    const ModelStore::Object& object = *m_store.object;
    bool whole = object.size == m_spec.plan.size && object.contents.size() == m_spec.plan.count;
    const Content version = whole ? object.contents.first() / 1000 : 0;
    for (int i = 0; whole && i < object.contents.size(); ++i)
        whole = object.contents.at(i) == version * 1000 + Content(i + 1);
    if (!whole)
        violated(QStringLiteral("an object of ours is not one version of the file"));
}

void Simulation::checkFinished()
{
    const bool there = m_store.object && m_store.object->token == m_token;
    if (!there && !m_othersObject)
        violated(QStringLiteral("finished, but our object is not there"));
    if (there && m_store.object->contents.first() / 1000 != m_promisedContent)
        violated(QStringLiteral("finished with another version than promised"));
}

void Simulation::checkEnd()
{
    m_outcome.end = m_machine->phase();
    bool others = false;
    for (auto upload = m_store.uploads.cbegin(); upload != m_store.uploads.cend(); ++upload) {
        others = others || !upload->ours;
        if (upload->ours && !m_machine->state().leftovers)
            violated(QStringLiteral("%1 is left on the store after %2")
                         .arg(upload.key(), phaseName(m_outcome.end)));
    }
    if (!others)
        violated(QStringLiteral("somebody else's upload is gone"));
    if (m_outcome.end == Phase::Aborted && m_store.object && m_store.object->token == m_token)
        violated(QStringLiteral("aborted, but our object is there"));
    // A group of parts that was not written yet is found again by listing; without listings it is sent again.
    const int spoilt = m_profile.listsParts ? slotCount : slotCount + m_spec.plan.count;
    const int bound =
        m_spec.plan.count * (1 + m_machine->state().restarts + m_startOvers) + m_spoiled * spoilt;
    if (m_sends > bound)
        violated(QStringLiteral("%1 parts were sent, at most %2 are right").arg(m_sends).arg(bound));
}

} // namespace partway
