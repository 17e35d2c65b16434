// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadmachine.h"

#include "upload/openplan.h"

namespace partway {

UploadMachine::UploadMachine(UploadSpec spec, StoreProfile profile, UploadState state)
    : m_spec(std::move(spec)), m_profile(std::move(profile)), m_state(std::move(state))
{
    // How far an open plan had come is not written down: what is stored tells.
    if (m_spec.plan.open && !m_state.parts.isEmpty())
        m_spec.plan = grownPlan(m_spec.plan, m_state.parts.lastKey() * m_spec.plan.partSize);
}

QByteArray UploadMachine::key() const
{
    return objectPlace(m_spec, m_state).key;
}

QByteArray UploadMachine::wishedKey() const
{
    return partway::wishedKey(m_spec, m_state);
}

void UploadMachine::loseTags()
{
    m_spec.object.tags.clear();
    m_spec.copy->tagsLost = true;
}

bool UploadMachine::renewIntent(qint64 nowMs)
{
    constexpr qint64 freshMs = 5'000;
    if (m_state.createAskedAtMs == 0 || nowMs - m_state.createAskedAtMs < freshMs)
        return false;
    m_state.createAskedAtMs = nowMs;
    return true;
}

bool UploadMachine::isQuiet() const
{
    return m_flight.isEmpty() && m_request == Request::None && !m_waiting;
}

int UploadMachine::wantedSlots() const
{
    if (!isRunning(m_state.phase))
        return 0;
    if (waitsForSource())
        return 0;
    if (m_state.phase != Phase::Sending || m_spec.plan.direct)
        return 1;
    return qMax(1, m_spec.plan.count - int(m_state.parts.size()));
}

bool UploadMachine::waitsForSource() const
{
    if (!m_spec.plan.open || m_closing || !m_awake || !isQuiet())
        return false;
    if (m_state.phase == Phase::Creating)
        return m_state.uploadId.isEmpty() && m_spec.plan.count == 0;
    return m_state.phase == Phase::Sending && m_state.parts.size() >= m_spec.plan.count;
}

qint64 UploadMachine::storedBytes() const
{
    if (m_state.phase == Phase::Finished)
        return m_spec.plan.size;
    const PartPlan& plan = m_spec.plan;
    const auto bytesOf = [&plan](const QMap<int, StoredPart>& parts) {
        const qint64 full = qint64(parts.size()) * plan.partSize;
        const int last = plan.count;
        return parts.contains(last) ? full - plan.partSize + plan.range(last).length : full;
    };
    // What was sent of a followed file is on the store also while it is compared once more.
    if (m_spec.source == SourceKind::Followed && plan.isRegular())
        return bytesOf(m_state.parts) + bytesOf(m_state.unchecked);
    if (plan.isRegular())
        return bytesOf(m_state.parts);
    qint64 bytes = 0;
    for (auto part = m_state.parts.cbegin(); part != m_state.parts.cend(); ++part)
        bytes += plan.range(part.key()).length;
    return bytes;
}

} // namespace partway
