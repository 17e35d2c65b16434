// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/heldtransfer.h"

namespace partway {

// --- the source -----------------------------------------------------------------------------------------

HeldSource::HeldSource(const SourceFingerprint& source)
    : m_size(source.size), m_modifiedNs(source.modifiedNs), m_growing(source.growing ? 1 : 0)
{
    const qsizetype colon = source.identity.indexOf(':');
    m_device = source.identity.left(colon).toULongLong() & (~quint64{0} >> 1);
    m_inode = source.identity.mid(colon + 1).toULongLong();
    if (full().identity != source.identity)
        m_identity = source.identity;
}

SourceFingerprint HeldSource::full() const
{
    const bool isNumbers = m_identity.isEmpty() && (m_device | m_inode) != 0;
    const QByteArray identity =
        isNumbers ? QByteArray::number(m_device) + ':' + QByteArray::number(m_inode) : m_identity.value();
    return {m_size, m_modifiedNs, identity, m_growing != 0};
}

// --- the plan -------------------------------------------------------------------------------------------

HeldPlan::HeldPlan(const PartPlan& plan)
    : m_size(plan.size), m_partSize(plan.partSize), m_cuts(plan.cuts), m_count(plan.count),
      m_direct(plan.direct), m_open(plan.open)
{
}

PartPlan HeldPlan::full() const
{
    return {m_size, m_partSize, m_count, m_direct, m_cuts, m_open};
}

// --- all of it ------------------------------------------------------------------------------------------

HeldTransfer::HeldTransfer(const Transfer& transfer)
    : id(transfer.id), sourcePath(transfer.sourcePath), key(transfer.spec.key), source(transfer.source),
      plan(transfer.spec.plan), position(transfer.position), storedBytes(transfer.storedBytes),
      addedAt(transfer.addedAt), endedAt(transfer.endedAt), storedParts(transfer.storedParts),
      priority(transfer.priority), beingWritten(transfer.beingWritten),
      m_kind(kindOf(transfer.accountId, transfer.group, transfer.spec))
{
    setState(transfer.state);
}

Boxed<HeldTransfer::Kind> HeldTransfer::kindOf(const QString& accountId, const QString& group,
                                               const UploadSpec& spec)
{
    thread_local Alike<Kind> known;
    Kind kind{accountId, group, spec};
    kind.spec.key.clear();
    kind.spec.plan = {};
    return known.of(std::move(kind));
}

UploadSpec HeldTransfer::spec() const
{
    UploadSpec spec = m_kind->spec;
    spec.key = key;
    spec.plan = plan.full();
    return spec;
}

void HeldTransfer::setSpec(const UploadSpec& spec)
{
    key = spec.key;
    plan = HeldPlan(spec.plan);
    m_kind = kindOf(m_kind->accountId, m_kind->group, spec);
}

// The token tells rows apart that are alike in all else, and nobody asks a resting row for it.
void HeldTransfer::setState(const UploadState& state)
{
    thread_local Alike<UploadState> known;
    UploadState resting = state;
    resting.parts.clear();
    resting.unchecked.clear();
    resting.token.clear();
    const bool alike = resting.uploadId.isEmpty() && !resting.finished && !resting.error;
    m_state = alike ? known.of(std::move(resting)) : Boxed<UploadState>(std::move(resting));
}

} // namespace partway
