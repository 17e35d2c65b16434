// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecommand.h"

#include "format/errortext.h"
#include "rowjson.h"
#include "storechoice.h"

#include <QTimer>

namespace partway {

void StoreCommand::start()
{
    if (const Result<void> remembered = rememberAccount(m_account, m_workplace.accounts()); !remembered) {
        fail(remembered.error());
        return;
    }
    m_workplace.stores().open(m_account.id, [this](const Result<std::shared_ptr<ObjectStore>>& store) {
        if (!store) {
            fail(store.error());
            return;
        }
        m_store = *store;
        opened();
    });
}

void StoreCommand::fail(const Error& error)
{
    m_console.complain(errorLine(error));
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
    finish(exitCodeFor(error));
}

void StoreCommand::finish(ExitCode code)
{
    QTimer::singleShot(0, this, [this, code] { Q_EMIT ended(code); });
}

} // namespace partway
