// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadmachine.h"

namespace partway {

UploadMachine::UploadMachine(UploadSpec spec, StoreProfile profile, UploadState state)
    : m_spec(std::move(spec)), m_profile(std::move(profile)), m_state(std::move(state))
{
}

QByteArray UploadMachine::key() const
{
    return m_state.storeKey.isEmpty() ? wishedKey() : m_state.storeKey;
}

QByteArray UploadMachine::wishedKey() const
{
    return m_state.renamedKey.isEmpty() ? m_spec.key : m_state.renamedKey;
}

bool UploadMachine::isQuiet() const
{
    return m_flight.isEmpty() && m_request == Request::None && !m_waiting;
}

int UploadMachine::wantedSlots() const
{
    if (!isRunning(m_state.phase))
        return 0;
    if (m_state.phase != Phase::Sending || m_spec.plan.direct)
        return 1;
    return qMax(1, m_spec.plan.count - int(m_state.parts.size()));
}

qint64 UploadMachine::storedBytes() const
{
    if (m_state.phase == Phase::Finished)
        return m_spec.plan.size;
    if (m_state.parts.isEmpty())
        return 0;
    const PartPlan& plan = m_spec.plan;
    if (!plan.isRegular()) {
        qint64 bytes = 0;
        for (auto part = m_state.parts.cbegin(); part != m_state.parts.cend(); ++part)
            bytes += plan.range(part.key()).length;
        return bytes;
    }
    const qint64 full = qint64(m_state.parts.size()) * plan.partSize;
    const int last = plan.count;
    return m_state.parts.contains(last) ? full - plan.partSize + plan.range(last).length : full;
}

} // namespace partway
