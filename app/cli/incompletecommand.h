// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "console.h"
#include "incomplete/inventory.h"
#include "incompleteoptions.h"
#include "workplace.h"

#include <memory>

namespace partway {

// `incomplete list` and `incomplete abort`: what unfinished uploads left on a store, ours or anyone's. Works
// on the main thread; there is no queue.
class IncompleteCommand final : public Command
{
    Q_OBJECT
public:
    IncompleteCommand(Workplace& workplace, Console& console, Account account, IncompleteOptions options,
                      bool aborting);
    ~IncompleteCommand() override;

    void start() override;

private:
    void list();
    bool isWanted(const IncompleteUpload& upload) const;
    void takeAll(const Result<void>& end);
    void print() const;
    void abortNext();
    void tell(const char* event, const IncompleteUpload& upload) const;
    void fail(const Error& error);

    Workplace& m_workplace;
    Console& m_console;
    const Account m_account;
    const IncompleteOptions m_options;
    const bool m_aborting;
    std::shared_ptr<ObjectStore> m_store;
    std::unique_ptr<Inventory> m_inventory; // goes before the store
    QList<IncompleteUpload> m_found;
    int m_aborted = 0;
    ExitCode m_worst = ExitCode::Done;
};

} // namespace partway
