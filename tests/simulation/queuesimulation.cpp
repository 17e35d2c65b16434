// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/queuesimulation.h"

#include "base/byterange.h"

#include <algorithm>

namespace partway {

namespace {

constexpr int headsLarge = 16; // as QueueEngine looks at them
constexpr int headsSmall = 32;
constexpr qint64 partSize = 8 * MiB;
constexpr qint64 bytesPerMs = 4 * 1024; // of one connection

} // namespace

QueueSimulation::QueueSimulation(Decisions decisions) : m_decisions(std::move(decisions))
{
    m_calmAt = m_agenda.now() + m_decisions.between("calm after", 1'000, 120'000);
    if (m_decisions.chance("a limit of parts at once", 0.2))
        m_limits.parallel = int(m_decisions.between("parts at once", 1, 12));
    const int count = int(m_decisions.between("transfers", 1, 40));
    for (int i = 1; i <= count; ++i)
        addTransfer(i);
    m_outcome.transfers = count;
}

void QueueSimulation::addTransfer(int number)
{
    Transfer t;
    t.endpoint =
        m_decisions.chance("the other endpoint", 0.3, number) ? QStringLiteral("b") : QStringLiteral("a");
    t.size = m_decisions.chance("small", 0.6, number)
                 ? m_decisions.between("small size", 1, MiB - 1, number)
                 : partSize * m_decisions.between("parts", 1, 60, number);
    t.partsLeft = int((t.size + partSize - 1) / partSize);
    t.priority = int(m_decisions.between("priority", 0, 2, number)) - 1;
    t.position = number;
    const TransferId id{number};
    m_transfers.emplace(id, t);
    m_agenda.at(m_decisions.between("added after", 0, 20'000, number), [this, id] { wait(id); });
}

void QueueSimulation::tell(const QString& line)
{
    m_outcome.story.append(
        QStringLiteral("%1 s  %2").arg(double(m_agenda.now() - 1'000'000) / 1'000.0, 9, 'f', 3).arg(line));
}

void QueueSimulation::violated(const char* invariant, const QString& what)
{
    if (m_outcome.broken.isEmpty())
        m_outcome.broken = QString::fromLatin1(invariant);
    tell(QStringLiteral("BROKEN: %1: %2").arg(QString::fromLatin1(invariant), what));
}

void QueueSimulation::wait(TransferId id)
{
    const auto found = m_transfers.find(id);
    if (found == m_transfers.end() || found->second.running || found->second.paused)
        return;
    Transfer& t = found->second;
    t.waitsSince = m_agenda.now();
    m_line.put(id, {t.endpoint, isSmall(t), t.priority, t.position}, &m_spots[id]);
    if (!std::exchange(m_scheduled, true))
        m_agenda.at(0, [this] { schedule(); });
}

QList<SchedulerItem> QueueSimulation::items() const
{
    QList<SchedulerItem> items;
    const auto add = [&](TransferId id) {
        const Transfer& t = m_transfers.at(id);
        items.append({id, t.endpoint, t.priority, t.position, t.size, t.running ? wanted(t) : 1, t.running});
    };
    for (const auto& [id, transfer] : m_transfers) {
        if (transfer.running)
            add(id);
    }
    for (const QString& account : m_line.accounts()) {
        for (TransferId id : m_line.heads(account, headsLarge, headsSmall))
            add(id);
    }
    return items;
}

void QueueSimulation::schedule()
{
    m_scheduled = false;
    const QList<SchedulerItem> all = items();
    QMap<QString, int> budgets;
    for (const SchedulerItem& item : all)
        budgets.insert(item.endpoint, m_budgets[item.endpoint].slotCount());
    const Allotted given = allotSlots(all, budgets, m_limits);
    checkTurn(all, given);
    for (const SchedulerItem& item : all) {
        Transfer& t = m_transfers.at(item.id);
        t.slots_ = given.value(item.id);
        if (!t.running && t.slots_ > 0) {
            t.running = true;
            m_line.remove(item.id, &m_spots[item.id]);
            tell(QStringLiteral("transfer %1 begins").arg(item.id.value));
        }
        send(item.id);
    }
}

void QueueSimulation::send(TransferId id)
{
    Transfer& t = m_transfers.at(id);
    while (t.running && !t.backsOff && t.inFlight < t.slots_ && t.inFlight < t.partsLeft) {
        ++t.inFlight;
        const qint64 bytes = std::min(t.size, partSize);
        const qint64 takes = bytes / bytesPerMs + m_decisions.between("latency", 20, 300);
        m_agenda.at(takes, [this, id, turn = t.turn, bytes] { partEnds(id, turn, bytes); });
    }
}

void QueueSimulation::partEnds(TransferId id, int turn, qint64 bytes)
{
    const auto found = m_transfers.find(id);
    if (found == m_transfers.end() || found->second.turn != turn)
        return;
    Transfer& t = found->second;
    --t.inFlight;
    if (!calm() && m_decisions.chance("slow down", 0.03)) {
        slowedDown(id);
        return;
    }
    ConnectionBudget& budget = m_budgets[t.endpoint];
    budget.partDone(bytes, now());
    if (budget.slotCount() < 1 || budget.slotCount() > maxSlotsPerEndpoint)
        violated("budget in bounds", QString::number(budget.slotCount()));
    if (--t.partsLeft == 0) {
        tell(QStringLiteral("transfer %1 ends").arg(id.value));
        m_transfers.erase(found);
    }
    schedule();
}

void QueueSimulation::slowedDown(TransferId id)
{
    Transfer& t = m_transfers.at(id);
    ConnectionBudget& budget = m_budgets[t.endpoint];
    const int before = budget.slotCount();
    budget.throttled(now());
    ConnectionBudget again = budget;
    again.throttled(now());
    if (budget.slotCount() > before || again.slotCount() != budget.slotCount())
        violated("budget falls once", QStringLiteral("%1, then %2").arg(before).arg(budget.slotCount()));
    tell(QStringLiteral("slow down: %1 connections").arg(budget.slotCount()));
    t.backsOff = true;
    m_agenda.at(m_decisions.between("backs off for", 100, 5'000), [this, id, turn = t.turn] {
        const auto found = m_transfers.find(id);
        if (found == m_transfers.end() || found->second.turn != turn)
            return;
        found->second.backsOff = false;
        schedule();
    });
    schedule();
}

void QueueSimulation::planTroubles()
{
    for (int i = 0; i < 20; ++i) {
        if (m_decisions.chance("trouble", 0.5, i))
            m_agenda.at(m_decisions.between("trouble: when", 1, m_calmAt - m_agenda.now(), i),
                        [this, i] { trouble(i); });
    }
}

// The person pauses one for a while, or changes its priority or place.
void QueueSimulation::trouble(int index)
{
    const TransferId id{m_decisions.between("trouble: whose", 1, m_outcome.transfers, index)};
    const auto found = m_transfers.find(id);
    if (found == m_transfers.end())
        return;
    Transfer& t = found->second;
    if (m_decisions.chance("trouble: pause", 0.5, index)) {
        if (t.paused)
            return;
        tell(QStringLiteral("person: pause %1").arg(id.value));
        t.paused = true;
        t.running = t.backsOff = false;
        t.inFlight = t.slots_ = 0;
        ++t.turn;
        m_line.remove(id, &m_spots[id]);
        m_agenda.at(m_decisions.between("paused for", 1, 30'000, index), [this, id] {
            if (const auto there = m_transfers.find(id); there != m_transfers.end())
                there->second.paused = false;
            wait(id);
        });
    } else {
        t.priority = int(m_decisions.between("trouble: priority", 0, 2, index)) - 1;
        t.position = m_decisions.between("trouble: position", 1, 40, index);
        tell(QStringLiteral("person: %1 to priority %2").arg(id.value).arg(t.priority));
        const bool waits = m_line.all(t.endpoint).contains(id);
        if (waits)
            m_line.put(id, {t.endpoint, isSmall(t), t.priority, t.position}, &m_spots[id]);
    }
    schedule();
}

void QueueSimulation::checkTurn(const QList<SchedulerItem>& items, const Allotted& given)
{
    for (const SchedulerItem& item : items) {
        if (item.running && given.value(item.id) < 1)
            violated("what runs goes on",
                     QStringLiteral("transfer %1 lost its last slot").arg(item.id.value));
    }
    checkEndpoint(QStringLiteral("a"), items, given);
    checkEndpoint(QStringLiteral("b"), items, given);
}

void QueueSimulation::checkEndpoint(const QString& endpoint, const QList<SchedulerItem>& items,
                                    const Allotted& given)
{
    const int budget = m_limits.parallel > 0 ? m_limits.parallel : m_budgets[endpoint].slotCount();
    int sum = 0, running = 0, waiting = 0, smallWaiting = 0, smallRunning = 0;
    bool unmet = false;
    for (const SchedulerItem& item : items) {
        if (item.endpoint != endpoint)
            continue;
        const int slotCount = given.value(item.id);
        const bool small = item.size < m_limits.smallFile;
        sum += slotCount;
        running += item.running ? 1 : 0;
        waiting += slotCount == 0 ? 1 : 0;
        smallWaiting += small && slotCount == 0 ? 1 : 0;
        smallRunning += small && slotCount > 0 ? 1 : 0;
        unmet = unmet || (!small && slotCount > 0 && slotCount < item.wantedSlots);
        for (const SchedulerItem& other : items) {
            const bool equal = other.endpoint == endpoint && (other.size < m_limits.smallFile) == small;
            const bool first = other.priority > item.priority ||
                               (other.priority == item.priority && other.position < item.position);
            if (equal && first && !item.running && slotCount > 0 && given.value(other.id) == 0)
                violated(
                    "in order",
                    QStringLiteral("transfer %1 begins before %2").arg(item.id.value).arg(other.id.value));
            if (equal && !small && other.priority > item.priority && slotCount > 1 &&
                given.value(other.id) > 0 && given.value(other.id) < other.wantedSlots)
                violated("in order", QStringLiteral("transfer %1 has slots that %2 wants")
                                         .arg(item.id.value)
                                         .arg(other.id.value));
        }
    }
    // A small one runs beside a large one even where there is one connection.
    if (sum > qMax(qMax(budget, 2), running + 1))
        violated("within the budget", QStringLiteral("%1 slots of %2").arg(sum).arg(budget));
    if (waiting > 0 && sum == 0)
        violated("never stands still", QStringLiteral("%1 wait and nothing runs").arg(waiting));
    if (smallWaiting > 0 && smallRunning == 0)
        violated("small ones do not starve", QStringLiteral("%1 wait").arg(smallWaiting));
    if (sum < budget && (unmet || smallWaiting > 0))
        violated("nothing lies idle", QStringLiteral("%1 slots of %2").arg(sum).arg(budget));
}

// In a long calm on a line that carries more with every connection the budget climbs to the top again.
void QueueSimulation::checkClimbs()
{
    for (auto& [endpoint, budget] : m_budgets) {
        auto at = now() + std::chrono::minutes(2);
        const auto end = at + std::chrono::minutes(10);
        while (at < end) {
            at += std::chrono::milliseconds(MiB / (bytesPerMs * budget.slotCount()) + 1);
            budget.partDone(MiB, at);
        }
        if (budget.slotCount() < maxSlotsPerEndpoint)
            violated("budget climbs again", QStringLiteral("%1 after ten minutes").arg(budget.slotCount()));
    }
}

QueueOutcome QueueSimulation::run()
{
    planTroubles();
    const qint64 deadline = m_calmAt + 3 * 3'600'000;
    while (!m_agenda.isEmpty() && m_outcome.broken.isEmpty() && m_agenda.now() < deadline)
        m_agenda.step();
    if (m_outcome.broken.isEmpty() && !m_transfers.empty())
        violated("it ends", QStringLiteral("%1 transfers never end").arg(m_transfers.size()));
    if (m_outcome.broken.isEmpty())
        checkClimbs();
    m_outcome.made = m_decisions.made();
    return m_outcome;
}

} // namespace partway
