// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferrun.h"

#include "receiptfile.h"

#include <algorithm>
#include <chrono>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr auto tickEvery = 250ms;
constexpr qint64 unreachablePatienceMs = 8'000; // a mistyped host is told from a slow one by then
constexpr qint64 certificatePatienceMs = 1'000; // time does not cure a certificate
constexpr qint64 pausePatienceMs = 20'000;

bool isCertificateTrouble(const Error& error)
{
    return error.code.startsWith(QLatin1String("tls"));
}

bool isWebPage(const Error& error)
{
    return error.code == QLatin1String("captive-portal");
}

bool isProxySignIn(const Error& error)
{
    return error.code == QLatin1String("proxy-sign-in");
}

// Any answer that a store would give.
bool showsStore(const TransferRow& before, const TransferRow& now)
{
    const bool answered = now.error && now.error->httpStatus > 0 && !isWebPage(*now.error);
    return answered || now.storedBytes > before.storedBytes || now.phase == Phase::Finished;
}

} // namespace

TransferRun::TransferRun(TransferQueue& queue, Report& report, Setup setup, QObject* parent)
    : QObject(parent), m_queue(queue), m_report(report), m_setup(std::move(setup))
{
    connect(&queue, &TransferQueue::changed, this, [this](const QList<TransferRow>& rows) {
        for (const TransferRow& row : rows)
            take(row);
    });
    connect(&queue, &TransferQueue::ended, this, &TransferRun::takeEnd);
    connect(&queue, &TransferQueue::removed, this, [this](const QList<TransferId>& ids) {
        for (TransferId id : ids)
            m_pending.remove(id);
        endWhenDone();
    });
    connect(&queue, &TransferQueue::journalTrouble, this,
            [this](const Error& error) { m_report.troubled(error); });
    connect(&m_clock, &QTimer::timeout, this, &TransferRun::tick);
    m_age.start();
    m_clock.start(tickEvery);
}

void TransferRun::follow(const TransferRow& row)
{
    if (m_rows.contains(row.id))
        return;
    m_rows.insert(row.id, row);
    m_pending.insert(row.id);
    m_bytes += row.size;
    m_stored += row.storedBytes;
    m_report.queued(row);
    if (m_interrupted)
        pauseWhere([&row](const TransferRow& other) { return other.id == row.id; });
    else if (isEnded(row.phase))
        takeEnd(row); // small ones may be done before they are followed
}

void TransferRun::noteRefused(const QList<RefusedPath>& paths)
{
    for (const RefusedPath& path : paths) {
        m_report.refused(path);
        if (!isOnlyLeftOut(path.error))
            ++m_summary.failed;
    }
}

void TransferRun::allKnown()
{
    m_allKnown = true;
    endWhenDone();
}

void TransferRun::interrupt()
{
    if (m_interrupted)
        return;
    m_interrupted = true;
    m_sinceInterrupt.start();
    m_report.interrupted();
    pauseWhere([](const TransferRow&) { return true; });
    endWhenDone();
}

void TransferRun::pauseWhere(const std::function<bool(const TransferRow&)>& wanted)
{
    QList<TransferId> ids;
    for (TransferId id : std::as_const(m_pending)) {
        if (wanted(m_rows.value(id)))
            ids.append(id);
    }
    m_pausing.unite(QSet<TransferId>(ids.cbegin(), ids.cend()));
    m_queue.pause(ids);
}

void TransferRun::take(const TransferRow& row)
{
    const auto known = m_rows.find(row.id);
    if (known == m_rows.end() || m_over)
        return;
    const TransferRow before = *known;
    *known = row;
    m_bytes += row.size - before.size;
    m_stored += row.storedBytes - before.storedBytes;
    if (isRunning(row.phase))
        m_active.insert(row.id);
    else
        m_active.remove(row.id);
    if (showsStore(before, row)) {
        m_reached.insert(row.accountId);
        m_unreached.remove(row.accountId);
    }
    m_report.changed(before, row);
    if (!m_pending.contains(row.id))
        return;
    if (m_pausing.contains(row.id) && row.phase == Phase::Paused)
        takeEnd(row);
    else
        watchHold(row);
}

void TransferRun::watchHold(const TransferRow& row)
{
    const bool stuck = row.hold == Hold::Network || row.hold == Hold::Backoff || row.hold == Hold::Portal ||
                       row.hold == Hold::Proxy;
    const bool transient = row.error && row.error->kind == ErrorKind::Transient;
    if (stuck && transient && !m_reached.contains(row.accountId) && !m_unreached.contains(row.accountId))
        m_unreached.insert(row.accountId, {.error = *row.error, .sinceMs = m_age.elapsed()});
}

void TransferRun::takeEnd(const TransferRow& row)
{
    // Another process paused a stream: what was read of it is only here, and goes on from here.
    const bool holds = row.source == SourceKind::Stream && row.openEnd && row.phase == Phase::Paused;
    if (holds && !m_interrupted && !m_pausing.contains(row.id)) {
        m_report.held(row);
        return;
    }
    if (!m_pending.remove(row.id))
        return;
    take(row);
    m_active.remove(row.id);
    countEnd(row);
    if (row.phase == Phase::Finished) {
        m_finished.append(row);
        tellFinished(false);
    } else {
        m_report.ended(row);
    }
    endWhenDone();
}

// The engine writes receipts beside its work: one may come a moment after its transfer has ended.
void TransferRun::tellFinished(bool all)
{
    QList<TransferRow> late;
    for (const TransferRow& row : std::as_const(m_finished)) {
        if (all || !findReceipt(m_setup.stateFolder, row).path.isEmpty())
            m_report.ended(row);
        else
            late.append(row);
    }
    m_finished = late;
}

void TransferRun::tellRest()
{
    tellFinished(true);
}

void TransferRun::countEnd(const TransferRow& row)
{
    switch (row.phase) {
    case Phase::Finished:
        ++m_summary.finished;
        m_summary.bytes += row.size;
        break;
    case Phase::Skipped:
        ++m_summary.skipped;
        break;
    case Phase::Paused:
    case Phase::Waiting:
        ++m_summary.paused;
        break;
    case Phase::NeedsAttention:
    case Phase::Failed:
        if (row.attention == Attention::SignIn || (row.error && isSignIn(*row.error)))
            m_signedOut.insert(row.accountId);
        if (row.attention == Attention::SignIn)
            ++m_summary.paused; // it waits for keys, and has failed in nothing
        else
            ++m_summary.failed;
        break;
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
    case Phase::Aborting:
    case Phase::Aborted:
        ++m_summary.failed;
        break;
    }
}

void TransferRun::tick()
{
    if (m_over)
        return;
    tellFinished(false);
    m_report.progress(picture());
    if (m_interrupted && m_sinceInterrupt.elapsed() > pausePatienceMs) {
        m_allKnown = true;
        m_pending.clear(); // closing the queue cuts what is left, and keeps its state
        endWhenDone();
        return;
    }
    giveUpWhereHopeless();
}

void TransferRun::giveUpWhereHopeless()
{
    QStringList accounts;
    for (auto entry = m_unreached.begin(); entry != m_unreached.end(); ++entry) {
        const bool certificate = isCertificateTrouble(entry->error);
        const bool settings = certificate || isProxySignIn(entry->error);
        const qint64 patience = settings ? certificatePatienceMs : unreachablePatienceMs;
        const bool patient = m_setup.patient && !certificate;
        if (entry->gaveUp || patient || m_age.elapsed() - entry->sinceMs < patience)
            continue;
        entry->gaveUp = true;
        m_hopeless = m_hopeless || settings || isWebPage(entry->error);
        m_report.troubled(entry->error);
        accounts.append(entry.key());
    }
    if (!accounts.isEmpty())
        pauseWhere([&accounts](const TransferRow& row) { return accounts.contains(row.accountId); });
}

void TransferRun::endWhenDone()
{
    if (m_over || !m_allKnown || !m_pending.isEmpty())
        return;
    m_over = true;
    m_clock.stop();
    m_summary.code = exitCode();
    Q_EMIT ended(m_summary);
}

ExitCode TransferRun::exitCode() const
{
    if (m_interrupted)
        return ExitCode::Paused;
    if (!m_signedOut.isEmpty())
        return ExitCode::SignIn;
    if (m_hopeless || m_summary.failed > 0)
        return ExitCode::Failed;
    return m_summary.paused > 0 ? ExitCode::Paused : ExitCode::Done;
}

RunPicture TransferRun::picture() const
{
    RunPicture picture;
    for (TransferId id : m_active) {
        picture.active.append(m_rows.value(id));
        picture.bytesPerSecond += picture.active.last().bytesPerSecond;
    }
    std::sort(picture.active.begin(), picture.active.end(),
              [](const TransferRow& a, const TransferRow& b) { return a.id < b.id; });
    picture.files = int(m_rows.size());
    picture.filesDone = int(m_rows.size() - m_pending.size());
    picture.bytes = m_bytes;
    picture.storedBytes = m_stored;
    if (picture.bytesPerSecond > 0)
        picture.secondsLeft = (m_bytes - m_stored) / picture.bytesPerSecond;
    return picture;
}

} // namespace partway
