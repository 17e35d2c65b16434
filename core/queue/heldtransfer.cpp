// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/heldtransfer.h"

namespace partway {

HeldTransfer::HeldTransfer(const Transfer& transfer)
    : id(transfer.id), sourcePath(transfer.sourcePath), accountId(transfer.accountId),
      source(transfer.source), key(transfer.spec.key), plan(transfer.spec.plan), position(transfer.position),
      storedBytes(transfer.storedBytes), addedAt(transfer.addedAt), endedAt(transfer.endedAt),
      storedParts(transfer.storedParts), priority(transfer.priority), beingWritten(transfer.beingWritten),
      m_kind(kindOf(transfer.group, transfer.spec))
{
    setState(transfer.state);
}

std::shared_ptr<const HeldTransfer::Kind> HeldTransfer::kindOf(const QString& group, const UploadSpec& spec)
{
    thread_local Alike<Kind> known;
    Kind kind{group, spec};
    kind.spec.key.clear();
    kind.spec.plan = {};
    return known.of(std::move(kind));
}

UploadSpec HeldTransfer::spec() const
{
    UploadSpec spec = m_kind->spec;
    spec.key = key;
    spec.plan = plan;
    return spec;
}

void HeldTransfer::setSpec(const UploadSpec& spec)
{
    key = spec.key;
    plan = spec.plan;
    m_kind = kindOf(m_kind->group, spec);
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
    m_state = alike ? known.of(std::move(resting)) : std::make_shared<const UploadState>(std::move(resting));
}

} // namespace partway
