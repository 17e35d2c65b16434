// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

#include "base/log.h"
#include "upload/receipt.h"

// Turns: who gets a runner, with how many slots, and what happens when it is done.

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr int headsLarge = 16; // more than ever begin at once
constexpr int headsSmall = 32;
constexpr int urgency = 10; // above any priority that can be set
constexpr auto readAgainAfter = 3s;

} // namespace

// Brings the line, the row and the schedule up to date after anything about an entry changed.
void QueueEngine::requeue(QueueEntry& entry)
{
    const HeldTransfer& transfer = entry.transfer;
    if (entry.canRun() && !m_closing) {
        const int priority = transfer.priority + (entry.urgent ? urgency : 0);
        m_line.put(transfer.id,
                   {transfer.accountId(), scheduledSize(transfer.plan.full()) < m_limits.smallFile, priority,
                    transfer.position},
                   &entry.spot);
        scheduleSoon();
    } else {
        m_line.remove(transfer.id, &entry.spot);
    }
    markDirty(entry);
}

void QueueEngine::scheduleSoon()
{
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &QueueEngine::schedule, Qt::QueuedConnection);
}

void QueueEngine::schedule()
{
    m_scheduled = false;
    if (m_closing || !m_open)
        return;
    const QSet<TransferId> active = m_active;
    for (TransferId id : active) {
        QueueEntry& entry = *find(id);
        if (!entry.runner || isRunning(entry.phase()) || !entry.runner->isQuiet())
            continue;
        if (entry.phase() == Phase::Paused && entry.runner->holdsStream())
            announce(entry); // what was read of the stream is only here: it stays until it goes on
        else
            settle(entry);
    }
    allot();
}

// Budgets are per endpoint: two accounts of one service share the line to it.
QString QueueEngine::endpointOf(const QString& accountId)
{
    const auto known = m_endpoints.constFind(accountId);
    if (known != m_endpoints.cend())
        return *known;
    const std::optional<Account> account = m_parts.account(accountId);
    const QString endpoint = account ? account->endpoint : accountId;
    m_endpoints.insert(accountId, endpoint);
    return endpoint;
}

SchedulerItem QueueEngine::itemOf(const QueueEntry& entry, const QString& endpoint) const
{
    const HeldTransfer& transfer = entry.transfer;
    SchedulerItem item;
    item.id = transfer.id;
    item.endpoint = endpoint;
    item.priority = transfer.priority + (entry.urgent ? urgency : 0);
    item.position = transfer.position;
    item.size = scheduledSize(entry.runner ? entry.runner->machine().spec().plan : transfer.plan.full());
    item.running = entry.stage != Stage::Idle;
    item.wantedSlots = entry.runner ? entry.runner->machine().wantedSlots() : 1;
    return item;
}

void QueueEngine::allot()
{
    QList<SchedulerItem> items;
    QSet<QString> busy;
    for (TransferId id : std::as_const(m_active)) {
        const QueueEntry& entry = *find(id);
        items.append(itemOf(entry, endpointOf(entry.transfer.accountId())));
        if (!restsOnSource(entry)) // who asks nothing finds nothing out for the others
            busy.insert(items.last().endpoint);
    }
    const QStringList accounts = m_line.accounts();
    for (const QString& account : accounts) {
        if (m_stores->state(account) != OpenStores::State::Open) {
            m_stores->open(account);
            continue;
        }
        if (m_paces[endpointOf(account)].isClosed() && busy.contains(endpointOf(account)))
            continue; // one that runs tries first
        m_paces[endpointOf(account)].open();
        const QList<TransferId> heads = m_line.heads(account, headsLarge, headsSmall);
        for (TransferId id : heads)
            items.append(itemOf(*find(id), endpointOf(account)));
    }
    QMap<QString, int> budgets;
    for (const SchedulerItem& item : std::as_const(items))
        budgets.insert(item.endpoint, m_budgets[item.endpoint].slotCount());
    const QMap<TransferId, int> slotCounts = allotSlots(items, budgets, m_limits);
    for (const SchedulerItem& item : std::as_const(items)) {
        QueueEntry& entry = *find(item.id);
        const int most = m_paces[item.endpoint].isClosed() ? 1 : maxSlotsPerEndpoint;
        const int count = std::min(most, slotCounts.value(item.id));
        entry.wantedSlots = item.wantedSlots;
        const bool news = std::exchange(entry.slotCount, count) != count;
        if (entry.stage == Stage::Idle && count > 0)
            turn(entry);
        else if (entry.runner && news)
            entry.runner->setSlots(count);
    }
}

// --- one transfer's turn --------------------------------------------------------------------------------

// Locked first, then read: whatever another process did to it until now is seen.
void QueueEngine::turn(QueueEntry& entry)
{
    if (entry.transfer.copy() && !sourceStoreOf(entry))
        return; // its turn comes again once that store has been opened
    const TransferId id = entry.transfer.id;
    std::unique_ptr<DriverLock> lock = DriverLock::tryLock(m_parts.stateFolder, id);
    if (!lock) {
        entry.elsewhere = true;
        m_elsewhere.insert(id);
        requeue(entry);
        return;
    }
    entry.turn = std::make_unique<QueueEntry::Turn>();
    entry.turn->lock = std::move(lock);
    entry.stage = Stage::Loading;
    m_active.insert(id);
    requeue(entry);
    m_journal->loadOne(id, [this, id](const Result<std::optional<Transfer>>& result) { loaded(id, result); });
}

void QueueEngine::loaded(TransferId id, const Result<std::optional<Transfer>>& result)
{
    QueueEntry* entry = find(id);
    if (!entry || m_closing)
        return;
    if (!result) {
        Q_EMIT journalTrouble(result.error());
        QTimer::singleShot(readAgainAfter, this, [this, id] {
            if (QueueEntry* waiting = find(id))
                letGo(*waiting);
        });
        return;
    }
    if (!*result) {
        entry->turn.reset();
        erase(id);
        return;
    }
    run(*entry, **result);
}

void QueueEngine::run(QueueEntry& entry, const Transfer& transfer)
{
    const std::shared_ptr<ObjectStore> store = m_stores->store(transfer.accountId);
    const bool wanted = entry.queued && !isEnded(transfer.state.phase);
    const UploadState& state = transfer.state;
    const std::optional<CopySource>& copy = transfer.spec.copy;
    entry.transfer = HeldTransfer(transfer);
    const bool sourceGone = copy && !m_stores->store(copy->accountId);
    if (!wanted || !store || sourceGone) {
        entry.queued = wanted;
        letGo(entry);
        // Paused while it was being read.
        if (!wanted && !isEnded(state.phase) && state.phase != Phase::Aborting)
            pauseOne(entry);
        return;
    }
    const TransferId id = entry.transfer.id;
    UploadRunner::Setup setup{id, transfer.sourcePath, transfer.source, transfer.spec, state, store};
    setup.accountId = transfer.accountId;
    if (copy) {
        setup.sourceStore = m_stores->store(copy->accountId);
        setup.spoolFolder = m_parts.stateFolder + QStringLiteral("/spool");
    }
    UploadRunner::Services services{*this, m_parts.clock, m_random, *m_digests, {}};
    services.openStream = m_parts.openStream;
    services.waitRule = [this](TransferId who, int attempt, const Error& error) {
        return waitAfter(who, attempt, error);
    };
    entry.runner = std::make_unique<UploadRunner>(std::move(setup), std::move(services),
                                                  [this, id] { runnerChanged(id); });
    entry.turn->storeUsed = store.get();
    entry.stage = Stage::Running;
    entry.queued = false;
    entry.urgent = false;
    entry.hold = Hold::None;
    entry.awaitsKeys = m_awaited.contains(entry.transfer.accountId());
    entry.told = Phase::Waiting;
    entry.runner->setSlots(std::max<int>(1, entry.slotCount));
    tellRunner(entry);
    requeue(entry);
}

// What was asked may make no sense any more: then it just goes on.
void QueueEngine::tellRunner(QueueEntry& entry)
{
    UploadRunner& runner = *entry.runner;
    const UploadState& state = runner.machine().state();
    const bool rests = state.phase == Phase::Failed || state.phase == Phase::NeedsAttention;
    switch (std::exchange(entry.ask, Ask::Start)) {
    case Ask::Start:
        runner.start();
        return;
    case Ask::Retry:
        rests ? runner.retry() : runner.start();
        return;
    case Ask::Replace:
        state.attention == Attention::ObjectExists ? runner.replace() : runner.start();
        return;
    case Ask::KeepBoth:
        state.attention == Attention::ObjectExists ? runner.keepBoth() : runner.start();
        return;
    case Ask::Skip:
        state.attention == Attention::ObjectExists ? runner.skip() : runner.start();
        return;
    case Ask::ThroughHere:
        state.phase == Phase::Aborting ? runner.start() : runner.throughHere();
        return;
    case Ask::StartOver:
        runner.startOver();
        return;
    case Ask::Repair:
        runner.repair();
        return;
    case Ask::Follow:
        runner.follow();
        return;
    case Ask::Abort:
        state.phase == Phase::Aborting ? runner.start() : runner.abort();
        return;
    }
}

void QueueEngine::runnerChanged(TransferId id)
{
    QueueEntry* entry = find(id);
    if (!entry || !entry->runner || m_closing)
        return;
    markDirty(*entry);
    const UploadMachine& machine = entry->runner->machine();
    const Hold before = std::exchange(entry->hold, machine.hold());
    if (before != Hold::None && entry->hold == Hold::None && isRunning(machine.phase()))
        endpointWorked(*entry);
    noticeScout(*entry);
    const int slotsAllowed = m_budgets[endpointOf(entry->transfer.accountId())].slotCount();
    const bool rests = !isRunning(machine.phase());
    if (rests || machine.wantedSlots() != entry->wantedSlots || slotsAllowed != entry->turn->budgetSeen)
        scheduleSoon();
    entry->turn->budgetSeen = slotsAllowed;
}

// The runner has come to rest and is let go; what it knew is kept.
void QueueEngine::settle(QueueEntry& entry)
{
    const UploadRunner& runner = *entry.runner;
    const UploadMachine& machine = runner.machine();
    HeldTransfer& transfer = entry.transfer;
    const UploadState state = machine.state();
    transfer.setSpec(machine.spec());
    transfer.source = HeldSource(runner.promised());
    transfer.storedBytes = machine.storedBytes();
    transfer.storedParts = static_cast<int>(state.parts.size());
    transfer.setState(state);
    const TransferRow last = rowOf(entry, m_parts.clock.monotonic());
    entry.strip = last.strip;
    m_wireBefore += runner.bytesOnWire();
    if (state.phase == Phase::Finished) {
        endpointWorked(entry);
        writeReceiptFor(transfer, state);
        if (transfer.plan.isDirect())
            m_budgets[endpointOf(transfer.accountId())].partDone(transfer.plan.size(),
                                                                 m_parts.clock.monotonic());
    }
    const bool signIn = state.phase == Phase::NeedsAttention && state.attention == Attention::SignIn;
    const bool again = signIn && keysAreOld(entry);
    letGo(entry);
    if (again) {
        askFor(entry, Ask::Retry);
        return;
    }
    announce(entry);
    if (signIn && state.error)
        m_stores->fail(transfer.accountId(), *state.error); // the others need not find out one by one
}

void QueueEngine::letGo(QueueEntry& entry)
{
    if (entry.runner && m_watched.id == entry.transfer.id)
        m_watched.parts = entry.runner->machine().state().parts; // the last ones came after the last look
    entry.runner.reset();
    entry.turn.reset();
    entry.stage = Stage::Idle;
    entry.slotCount = 0;
    m_active.remove(entry.transfer.id);
    requeue(entry);
    if (const QString ticket = m_tickets.take(entry.transfer.id); !ticket.isEmpty())
        giveTicket(entry.transfer.id, ticket);
    scheduleSoon();
}

void QueueEngine::writeReceiptFor(const HeldTransfer& transfer, const UploadState& state)
{
    const std::optional<Account> account = m_parts.account(transfer.accountId());
    ReceiptInput input;
    input.sourcePath = transfer.sourcePath;
    input.source = transfer.source.full();
    input.spec = transfer.spec();
    input.state = state;
    input.endpoint = account ? account->endpoint : QString();
    input.account = account ? account->name : QString();
    input.addedAt = transfer.addedAt;
    input.finishedAt = transfer.endedAt;
    const QString folder = m_parts.stateFolder + QStringLiteral("/receipts");
    m_pool.start([input, folder, id = transfer.id.value] {
        const Result<QString> written = writeReceipt(folder, id, makeReceipt(input));
        if (!written)
            qCWarning(logQueue) << "no receipt for transfer" << id << written.error().code;
    });
}

} // namespace partway
