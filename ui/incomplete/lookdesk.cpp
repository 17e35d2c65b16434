// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/lookdesk.h"

namespace partway {

void LookDesk::start(const QString& accountId, const QList<IncompleteUpload>& uploads)
{
    m_agent = m_office.resident<Agent>();
    m_out = int(uploads.size());
    const std::weak_ptr<Agent> weak = m_agent;
    const QPointer<QObject> self(this);
    // In the office only copies are used: the desk may be gone.
    const auto tell = [office = &m_office, desk = this, self,
                       weak](const IncompleteUpload& before, const Result<PartsTally>& now, qint64 offset) {
        office->report(self, [desk, weak, before, now, offset] {
            if (desk->m_agent && desk->m_agent == weak.lock())
                desk->take(before, now, offset);
        });
    };
    m_office.run(accountId, [weak, uploads, tell](const Result<StoreOffice::Store>& store) {
        const std::shared_ptr<Agent> here = weak.lock();
        if (!here)
            return;
        if (!store) {
            for (const IncompleteUpload& upload : uploads)
                tell(upload, store.error(), 0);
            return;
        }
        here->store = *store;
        here->inventory = std::make_unique<Inventory>(*here->store);
        for (const IncompleteUpload& upload : uploads) {
            here->inventory->look(upload.ref(),
                                  [tell, upload, at = here.get()](const Result<PartsTally>& now) {
                                      tell(upload, now, at->store->clockOffsetSeconds());
                                  });
        }
    });
}

void LookDesk::take(const IncompleteUpload& before, const Result<PartsTally>& now, qint64 clockOffset)
{
    if (now) {
        const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(clockOffset);
        Q_EMIT looked(before, *now, livenessOf(*now, before.parts, time, before.upload.initiated));
    } else {
        Q_EMIT failed(before, now.error());
    }
    if (--m_out == 0)
        Q_EMIT ended();
}

} // namespace partway
