// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

namespace partway {

namespace {

constexpr qint64 partSize = 1000;

} // namespace

Simulation::Simulation(Decisions decisions)
    : m_decisions(std::move(decisions)), m_journal(m_agenda, m_decisions), m_token(m_decisions.hex(8))
{
    m_calmAt = m_agenda.now() + m_decisions.between("calm after", 1'000, 60'000);
    drawStore();
    drawTransfer();
    m_journal.diesNow = [this] {
        if (!m_machine || !chance("dies at a journal write", 0.01))
            return false;
        dieFor(QStringLiteral("the process dies at a journal write"));
        return true;
    };
}

void Simulation::drawStore()
{
    StoreTraits& traits = m_store.traits;
    m_profile.provider = QStringLiteral("model");
    if (m_decisions.chance("store: cannot list", 0.06)) {
        m_profile.listsParts = false;
        m_profile.listsUploads = false;
    }
    traits.mayListParts = !m_decisions.chance("store: no right to list parts", 0.06);
    traits.mayListUploads = !m_decisions.chance("store: no right to list uploads", 0.06);
    traits.mayHead = !m_decisions.chance("store: no right to look", 0.06);
    traits.mayAbort = !m_decisions.chance("store: no right to abort", 0.04);
    traits.opaqueEtags = m_decisions.chance("store: encrypts", 0.15);
    if (m_decisions.chance("store: ignores conditions", 0.15))
        traits.conditions = StoreTraits::Conditions::Ignored;
    else if (m_decisions.chance("store: has no conditions", 0.10))
        traits.conditions = StoreTraits::Conditions::Unsupported;
    if (m_decisions.chance("store: listings lag", 0.15))
        traits.listingLagMs = m_decisions.between("store: lag", 100, 1'500);
    if (m_decisions.chance("store: late parts", 0.30))
        traits.latePartsForMs = 2'000;
    traits.recordsLinger = m_decisions.chance("store: records linger", 0.15);
    m_profile.recordMayLinger = traits.recordsLinger || m_decisions.chance("store: records may linger", 0.10);
}

void Simulation::drawTransfer()
{
    m_spec.bucket = QStringLiteral("bucket");
    m_spec.key = "dir/file.bin";
    constexpr ChecksumMode modes[]{ChecksumMode::Md5, ChecksumMode::Crc64Nvme, ChecksumMode::None};
    constexpr IfExists policies[]{IfExists::Replace, IfExists::Replace, IfExists::Replace, IfExists::Ask,
                                  IfExists::Skip,    IfExists::Rename,  IfExists::Fail};
    m_spec.checksum = modes[m_decisions.between("checksum", 0, 2)];
    m_store.crcMode = m_spec.checksum == ChecksumMode::Crc64Nvme;
    m_spec.ifExists = policies[m_decisions.between("if it exists", 0, 6)];
    m_directBelow = m_decisions.chance("small files go direct", 0.4) ? 2 * partSize : 0;
    const bool small = m_directBelow > 0 && m_decisions.chance("a small file", 0.5);
    m_file.size = m_decisions.between("size", 1, small ? m_directBelow : 12 * partSize);
    drawGrowth();
    drawCopy();
    m_promise = Promise{m_file, planAnew()};
    m_promises.append(m_promise);
    m_spec.plan = m_promise.plan;
    promiseCopy(&m_spec);
    m_promise.copy = m_spec.copy;
    UploadState state;
    state.token = QString::fromLatin1(m_token);
    m_journal.add(state, m_promise);
    (void)m_store.create(m_spec.key, "somebody-else", m_agenda.now() - 3'600'000, false);
    if (m_decisions.chance("an object is there", 0.15)) {
        m_objectFromStart = true;
        m_store.objects.insert(m_spec.key, ModelStore::Object{"other", {7}, 5, "\"other\"", {}});
    }
}

PartPlan Simulation::planFor(qint64 size) const
{
    if (size <= m_directBelow || size == 0)
        return PartPlan{size, size, 1, true};
    return PartPlan{size, partSize, int((size + partSize - 1) / partSize), false};
}

SimulationOutcome Simulation::run()
{
    planTroubles();
    m_agenda.at(0, [this] { live(); });
    m_agenda.at(0, [this] { watch(); });
    const qint64 deadline = m_calmAt + 900'000;
    while (!m_agenda.isEmpty() && m_outcome.broken.isEmpty()) {
        m_agenda.step();
        if (m_agenda.now() > deadline)
            violated("it ends", QStringLiteral("after a quarter of an hour of calm it is still %1")
                                    .arg(m_machine ? phaseName(m_machine->phase()) : QString()));
    }
    if (m_outcome.broken.isEmpty())
        checkEnd();
    m_outcome.made = m_decisions.made();
    return m_outcome;
}

void Simulation::tell(const QString& line)
{
    const double seconds = double(m_agenda.now() - 1'000'000) / 1'000.0;
    m_outcome.story.append(QStringLiteral("%1 s  %2").arg(seconds, 9, 'f', 3).arg(line));
}

void Simulation::violated(const char* invariant, const QString& what)
{
    if (m_outcome.broken.isEmpty()) {
        m_outcome.broken = QString::fromLatin1(invariant);
        m_outcome.what = what;
    }
    tell(QStringLiteral("BROKEN: %1: %2").arg(QString::fromLatin1(invariant), what));
}

bool Simulation::isOver() const
{
    return calm() && m_machine && isEnded(m_machine->phase()) && m_machine->isQuiet() && m_todo.isEmpty() &&
           !m_saving && m_journal.isIdle();
}

// Once a second: somebody looks at the window. In the calm, they press what the row offers.
void Simulation::watch()
{
    if (isOver())
        return;
    if (calm())
        help();
    m_agenda.at(1'000, [this] { watch(); });
}

} // namespace partway
