// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/modeljournal.h"

#include "queue/journalcodec.h"

namespace partway {

namespace {

constexpr qint64 partsLateMs = 100;
constexpr int partsTogether = 4;
constexpr qint64 tryAgainMs = 3'000;

} // namespace

ModelJournal::StateRow ModelJournal::encoded(const UploadState& state)
{
    return {phaseName(state.phase), state.token, state.uploadId, stateMore(state)};
}

void ModelJournal::add(const UploadState& state, const Promise& promise)
{
    m_row = encoded(state);
    m_promise = promise;
}

UploadState ModelJournal::state() const
{
    UploadState state;
    state.phase = phaseFromName(m_row.phase);
    state.token = m_row.token;
    state.uploadId = m_row.uploadId;
    readStateMore(m_row.more, &state);
    for (auto part = m_parts.cbegin(); part != m_parts.cend(); ++part)
        (part->checked ? state.parts : state.unchecked)
            .insert(part.key(), StoredPart{unpackEtag(part->etag), part->md5, part->crc, part->adopted});
    return state;
}

void ModelJournal::saveState(const UploadState& state, Answer saved)
{
    flushParts();
    Job job;
    job.state = encoded(state);
    job.answer = std::move(saved);
    enqueue(std::move(job));
}

void ModelJournal::savePart(int number, const StoredPart& part)
{
    m_group.insert(number, {packEtag(part.etag), part.md5, part.crc, part.adopted});
    if (m_group.size() >= partsTogether) {
        flushParts();
    } else if (!m_groupTimed) {
        m_groupTimed = true;
        m_agenda.at(partsLateMs, [this, life = m_life] {
            if (life == m_life)
                flushParts();
        });
    }
}

void ModelJournal::flushParts()
{
    m_groupTimed = false;
    if (m_group.isEmpty())
        return;
    Job job;
    job.kind = Job::Kind::Parts;
    job.parts = std::exchange(m_group, {});
    enqueue(std::move(job));
}

void ModelJournal::forgetParts()
{
    m_group.clear(); // not yet written: never
    Job job;
    job.kind = Job::Kind::Forget;
    enqueue(std::move(job));
}

void ModelJournal::recheckParts(const Promise& promise, const QMap<int, StoredPart>& unchecked)
{
    m_group.clear();
    Job job;
    job.kind = Job::Kind::Recheck;
    job.promise = promise;
    for (auto part = unchecked.cbegin(); part != unchecked.cend(); ++part)
        job.parts.insert(part.key(), {packEtag(part->etag), part->md5, part->crc, part->adopted, false});
    enqueue(std::move(job));
}

void ModelJournal::savePromise(const Promise& promise)
{
    Job job;
    job.kind = Job::Kind::Promise;
    job.promise = promise;
    enqueue(std::move(job));
}

void ModelJournal::enqueue(Job job)
{
    m_waiting.append(std::move(job));
    if (std::exchange(m_draining, true))
        return;
    m_agenda.at(m_decisions.between("journal: writes after", 1, 15), [this, life = m_life] { drain(life); });
}

void ModelJournal::drain(int life)
{
    if (life != m_life)
        return;
    m_draining = false;
    if (diesNow && diesNow())
        return;
    const QList<Job> jobs = std::exchange(m_waiting, {});
    if (m_agenda.now() < m_failsUntil) {
        drainFailing(jobs, life);
        return;
    }
    for (const Job& job : jobs)
        write(job);
    for (const Job& job : jobs) {
        if (job.answer)
            m_agenda.at(0, [this, life, job] {
                if (life == m_life)
                    job.answer(true);
            });
    }
}

// What nobody waits for is kept, in its order; a state that comes after it fails too.
void ModelJournal::drainFailing(const QList<Job>& jobs, int life)
{
    QList<Job> kept;
    for (const Job& job : jobs) {
        if (!job.answer)
            kept.append(job);
        else
            m_agenda.at(0, [this, life, job] {
                if (life == m_life)
                    job.answer(false);
            });
    }
    m_waiting = kept + m_waiting;
    if (kept.isEmpty() || std::exchange(m_draining, true))
        return;
    m_agenda.at(tryAgainMs, [this, life] { drain(life); });
}

void ModelJournal::write(const Job& job)
{
    switch (job.kind) {
    case Job::Kind::State:
        m_row = job.state;
        break;
    case Job::Kind::Parts:
        m_parts.insert(job.parts);
        break;
    case Job::Kind::Forget:
        m_parts.clear();
        break;
    case Job::Kind::Promise:
        m_promise = job.promise;
        break;
    case Job::Kind::Recheck:
        m_promise = job.promise;
        m_parts = job.parts;
        break;
    }
}

void ModelJournal::writeTorn(const Job& job)
{
    if (job.kind != Job::Kind::Parts)
        return;
    for (auto part = job.parts.cbegin(); part != job.parts.cend(); ++part) {
        if (m_decisions.chance("journal: a row of a torn group is written", 0.5))
            m_parts.insert(part.key(), part.value());
    }
}

void ModelJournal::die()
{
    ++m_life;
    m_group.clear();
    m_groupTimed = false;
    m_draining = false;
    const QList<Job> jobs = std::exchange(m_waiting, {});
    if (jobs.isEmpty() || m_agenda.now() < m_failsUntil)
        return;
    const qint64 whole = m_decisions.between("journal: written when it dies", 0, jobs.size());
    for (qsizetype i = 0; i < whole; ++i)
        write(jobs.at(i));
    if (whole < jobs.size())
        writeTorn(jobs.at(whole));
}

bool ModelJournal::isIdle() const
{
    return m_waiting.isEmpty() && m_group.isEmpty();
}

} // namespace partway
