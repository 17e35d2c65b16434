// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "incomplete/inventory.h"

#include <QObject>

namespace partway {

// Fresh looks at the parts of some uploads, in the office. Main thread.
class LookDesk final : public QObject
{
    Q_OBJECT
public:
    explicit LookDesk(StoreOffice& office, QObject* parent = nullptr) : QObject(parent), m_office(office) {}

    void start(const QString& accountId, const QList<IncompleteUpload>& uploads);
    void stop() { m_agent.reset(); }

Q_SIGNALS:
    void looked(const partway::IncompleteUpload& before, const partway::PartsTally& now,
                const partway::Liveness& liveness);
    void failed(const partway::IncompleteUpload& before, const partway::Error& error);
    void ended(); // all have been looked at

private:
    struct Agent
    {
        StoreOffice::Store store;
        std::unique_ptr<Inventory> inventory; // goes before the store
    };
    void take(const IncompleteUpload& before, const Result<PartsTally>& now, qint64 clockOffset);

    StoreOffice& m_office;
    std::shared_ptr<Agent> m_agent;
    int m_out = 0;
};

} // namespace partway
