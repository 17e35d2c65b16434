// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuecommand.h"

#include "format/errortext.h"
#include "format/transfertext.h"
#include "jsonreport.h"
#include "queue/ticketuse.h"
#include "rowjson.h"
#include "textreport.h"

#include <QTimer>

namespace partway {

QueueCommand::QueueCommand(Workplace& workplace, Console& console)
    : m_workplace(workplace), m_console(console)
{
}

QueueCommand::~QueueCommand() = default;

void QueueCommand::openQueue(const std::optional<Account>& another)
{
    m_queue = m_workplace.makeQueue(another);
    watchSignIns(another);
    connect(m_queue.get(), &TransferQueue::opened, this, [this] {
        m_open = true;
        onOpened();
    });
    connect(m_queue.get(), &TransferQueue::openFailed, this, [this](const Error& error) { fail(error); });
    m_queue->open();
}

void QueueCommand::watchSignIns(const std::optional<Account>& another)
{
    const auto accounts = [this, another] {
        QList<Account> all = m_workplace.accounts().all();
        if (another && !m_workplace.accounts().byId(another->id))
            all.append(*another);
        return all;
    };
    m_watch = std::make_unique<SignInWatch>(SignInWatch::Setup{.queue = *m_queue,
                                                               .desk = m_workplace.desk(),
                                                               .clock = m_workplace.clock(),
                                                               .accounts = accounts,
                                                               .stateFolder = m_workplace.folders().state});
    connect(m_watch.get(), &SignInWatch::outlasts, this,
            [this, accounts](const QString& accountId, qint64 needs, qint64 lasts) {
                QString name;
                for (const Account& account : accounts())
                    name = account.id == accountId ? account.name : name;
                m_console.note(signInEndsText(name, needs, lasts));
                m_console.event({{QStringLiteral("event"), QStringLiteral("sign-in-ends")},
                                 {QStringLiteral("account"), name},
                                 {QStringLiteral("needsSeconds"), needs},
                                 {QStringLiteral("lastsSeconds"), lasts}});
            });
}

void QueueCommand::setRateLimit(qint64 bytesPerSecond)
{
    m_queue->setRateLimit(bytesPerSecond);
    m_watch->setRateLimit(bytesPerSecond);
}

std::unique_ptr<Report> QueueCommand::makeReport()
{
    const QString& folder = m_workplace.folders().state;
    if (m_console.isJson())
        return std::make_unique<JsonReport>(m_console, folder);
    return std::make_unique<TextReport>(m_console, folder);
}

void QueueCommand::fail(const Error& error)
{
    m_console.complain(errorLine(error));
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
    finish(exitCodeFor(error));
}

void QueueCommand::finish(ExitCode code)
{
    if (m_finishing)
        return;
    m_finishing = true;
    if (!m_open) {
        QTimer::singleShot(0, this, [this, code] { Q_EMIT ended(code); });
        return;
    }
    const QStringList done = doneTickets(m_workplace.accounts().all(), *m_queue, m_workplace.clock().now());
    for (const QString& ticket : done) {
        if (const Result<void> removed = m_workplace.accounts().remove(ticket); !removed)
            m_console.complain(errorLine(removed.error()));
    }
    connect(m_queue.get(), &TransferQueue::closed, this, [this, code] {
        onClosed();
        Q_EMIT ended(code);
    });
    m_queue->close();
}

} // namespace partway
