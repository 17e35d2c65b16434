// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"
#include "upload/openplan.h"

namespace partway {

namespace {

constexpr qint64 partSize = 1000;
constexpr int partsKept = 5; // of a stream, as the spool keeps them
constexpr qint64 lookEveryMs = 500;
constexpr qint64 settledMs = 2'000;

} // namespace

// A file that is still written, its header perhaps last; or a stream.
void Simulation::drawGrowth()
{
    if (m_decisions.chance("the file is still written", 0.25))
        m_spec.source = SourceKind::Followed;
    else if (m_decisions.chance("it is a stream", 0.15))
        m_spec.source = SourceKind::Stream;
    else
        return;
    m_written = true;
    qint64 left = m_decisions.chance("it stays empty", 0.05) ? 0 : m_file.size;
    m_file.size = m_decisions.chance("some is there", 0.5) ? left / 2 : 0;
    left -= m_file.size;
    const int writes = int(m_decisions.between("writes", 1, 6));
    const qint64 closes = m_decisions.between("closed after", 100, 20'000);
    for (int i = 1; i <= writes; ++i) {
        const qint64 bytes = i == writes ? left : left / 2;
        left -= bytes;
        m_agenda.at(closes * i / (writes + 1), [this, bytes, i] { writerWrites(bytes, i); });
    }
    m_agenda.at(closes, [this] { writerCloses(); });
}

void Simulation::writerWrites(qint64 bytes, int index)
{
    ++m_file.stamp;
    m_file.size += bytes;
    tell(QStringLiteral("the source has %1 bytes").arg(m_file.size));
    if (isStream() || m_file.size == 0 || !m_decisions.chance("it writes to what it wrote", 0.3, index))
        return;
    const qint64 block = m_decisions.between("writes again: where", 0, (m_file.size - 1) / partSize, index);
    ++m_file.rewritten[block];
    tell(QStringLiteral("  and block %1 is written again").arg(block));
}

void Simulation::writerCloses()
{
    ++m_file.stamp;
    if (!isStream() && m_file.size > 0 && m_decisions.chance("the header is written last", 0.6)) {
        ++m_file.rewritten[0];
        tell(QStringLiteral("the header is written"));
    }
    m_written = false;
    m_closedAt = m_agenda.now();
    if (m_decisions.chance("the person says so at once", 0.4))
        m_closedAt -= settledMs;
    tell(QStringLiteral("the source is closed with %1 bytes").arg(m_file.size));
}

// --- what the process sees ------------------------------------------------------------------------------

PartPlan Simulation::openPlanFor(qint64 size) const
{
    return grownPlan(PartPlan{0, partSize, 0, false, {}, true}, size);
}

PartPlan Simulation::planAnew() const
{
    if (m_spec.source == SourceKind::File)
        return planFor(m_file.size);
    return openPlanFor(isStream() ? 0 : m_file.size);
}

// Only so much of a stream is read as there is room for.
qint64 Simulation::received() const
{
    return isStream() ? qMin(m_file.size, (m_letGo.size() + partsKept) * partSize) : m_file.size;
}

bool Simulation::isAsPromised(int part) const
{
    if (isStream())
        return m_piped && !m_letGo.contains(part);
    if (const std::optional<CopySource>& copy = m_machine->spec().copy)
        return isSourceAs(copy->object.etag, m_machine->spec().plan.size);
    return m_promise.plan.open ? m_file.exists : m_file.isAs(m_promise.file);
}

void Simulation::letGoOfStored()
{
    if (!m_machine || !isStream() || m_machine->spec().plan.direct)
        return;
    const QMap<int, StoredPart>& parts = m_machine->state().parts;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        if (part.key() * partSize <= m_file.size)
            m_letGo.insert(part.key());
    }
}

void Simulation::watchSource()
{
    const bool works = m_machine && m_awake && m_machine->spec().plan.open && isRunning(m_machine->phase()) &&
                       m_machine->phase() != Phase::Aborting;
    if (!works || std::exchange(m_watches, true))
        return;
    m_agenda.at(isStream() ? lookEveryMs / 10 : lookEveryMs, [this, life = m_life] {
        if (life != m_life)
            return;
        lookAtSource();
        if (life != m_life)
            return;
        m_watches = false;
        watchSource();
    });
}

void Simulation::lookAtSource()
{
    const bool works = m_machine && m_machine->spec().plan.open && isRunning(m_machine->phase()) &&
                       m_machine->phase() != Phase::Aborting;
    if (!works)
        return;
    Error trouble = sourceTrouble();
    if (!m_file.exists || (isStream() && !m_piped)) {
        process(event::SourceTrouble{trouble});
        return;
    }
    if (!isStream() && m_file.size < m_machine->spec().plan.size) {
        trouble.code = QStringLiteral("file-truncated");
        process(event::SourceTrouble{trouble});
        return;
    }
    const qint64 seen = received();
    const bool all = seen == m_file.size;
    const bool closed = !m_written && (isStream() || m_agenda.now() - m_closedAt >= settledMs);
    process(event::SourceGrew{seen});
    if (m_machine && all && closed)
        sourceEnded();
}

void Simulation::sourceEnded()
{
    m_final = m_file;
    process(event::SourceClosed{planFor(m_file.size), closedPlan(m_machine->spec().plan, m_file.size)});
}

void Simulation::takeFinal()
{
    m_promise.plan = m_machine->spec().plan;
    if (!m_final || m_promise.plan.open)
        return;
    m_promise.file = *std::exchange(m_final, std::nullopt);
    m_promises.append(m_promise);
}

// As UploadRunner::repair(). A stream is piped in again.
void Simulation::personRepairs()
{
    if (m_machine->spec().plan.direct || m_machine->state().uploadId.isEmpty() || !m_file.exists) {
        personStartsOver();
        return;
    }
    tell(isStream() ? QStringLiteral("person: pipes it again") : QStringLiteral("person: check and repair"));
    m_piped = true;
    m_letGo.clear();
    m_final.reset();
    m_promise = Promise{m_file, planAnew()};
    m_promises.append(m_promise);
    m_answered = false;
    process(event::Repair{m_promise.plan});
}

} // namespace partway
