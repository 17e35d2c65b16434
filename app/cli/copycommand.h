// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "copyoptions.h"
#include "objectpages.h"
#include "preparedrun.h"
#include "queue/copyplan.h"
#include "queuecommand.h"

#include <deque>

namespace partway {

// `copy`: looks at each source, and makes it a transfer of the queue like any other. The store copies by
// itself; through this computer only if that was said.
class CopyCommand final : public QueueCommand
{
    Q_OBJECT
public:
    CopyCommand(Workplace& workplace, Console& console, Account from, Account to, CopyOptions options);
    ~CopyCommand() override;

    void start() override;
    void interrupt() override;

private:
    void onOpened() override;
    void onClosed() override;
    void list();
    void lookAtNext();
    void looked(const CopyRequest& request, const Result<CopyFacts>& facts);
    CopyRequest requestFor(const QByteArray& key) const;
    void refuse(const QByteArray& key, const Error& error);
    void tellTagLoss(const QString& source, TagLoss loss) const;
    void tellPlan(const Transfer& transfer, TagLoss loss);
    void allPlanned();
    void endDryRun();

    const Account m_from;
    const Account m_to;
    const CopyOptions m_options;
    std::shared_ptr<ObjectStore> m_source;
    std::unique_ptr<ObjectPages> m_pages;
    std::unique_ptr<CopyLook> m_look;
    std::deque<QByteArray> m_keys; // still to be looked at
    QList<Transfer> m_transfers;
    QList<RefusedPath> m_refused;
    SystemRandomness m_random;
    std::unique_ptr<PreparedRun> m_run;
};

} // namespace partway
