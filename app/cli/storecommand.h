// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "console.h"
#include "workplace.h"

#include <memory>

namespace partway {

// A command that asks one store and needs no queue. Main thread.
class StoreCommand : public Command
{
    Q_OBJECT
public:
    StoreCommand(Workplace& workplace, Console& console, Account account)
        : m_workplace(workplace), m_console(console), m_account(std::move(account))
    {
    }

    void start() override; // opens the store, then opened()

protected:
    virtual void opened() = 0;

    Workplace& workplace() const { return m_workplace; }
    Console& console() const { return m_console; }
    const Account& account() const { return m_account; }
    const std::shared_ptr<ObjectStore>& store() const { return m_store; }
    void fail(const Error& error); // says it and ends
    void finish(ExitCode code);    // not from inside an answer of the store

private:
    Workplace& m_workplace;
    Console& m_console;
    const Account m_account;
    std::shared_ptr<ObjectStore> m_store;
};

} // namespace partway
