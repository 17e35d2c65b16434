// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/attendant.h"

#include "format/numbers.h"
#include "format/transfertext.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace partway {

using namespace std::chrono_literals;

namespace {

constexpr auto gatherFor = 1500ms; // many small files end together
constexpr qsizetype mostTold = 50; // that can still be answered

bool isTrouble(const TransferRow& row)
{
    return row.phase == Phase::Failed || row.phase == Phase::NeedsAttention;
}

QString oneTrouble(const TransferRow& row)
{
    return row.phase == Phase::Failed ? Attendant::tr("%1 failed").arg(row.name())
                                      : Attendant::tr("%1 needs you").arg(row.name());
}

Notification troubleNews(const QList<TransferRow>& rows, qsizetype finished)
{
    Notification news;
    news.trouble = true;
    const int count = static_cast<int>(rows.size());
    news.title = count == 1 ? oneTrouble(rows.first())
                            : Attendant::tr("%n transfer(s) failed or need you", nullptr, count);
    news.text = stateSentence(rows.first());
    if (finished > 0)
        news.text += u' ' + Attendant::tr("%n more finished.", "transfers", static_cast<int>(finished));
    news.actions = {{QStringLiteral("default"), Attendant::tr("Show")},
                    {QStringLiteral("show"), Attendant::tr("Show")}};
    const bool canRetry = std::any_of(rows.begin(), rows.end(),
                                      [](const TransferRow& row) { return row.phase == Phase::Failed; });
    if (canRetry)
        news.actions.append({QStringLiteral("retry"), Attendant::tr("Retry")});
    return news;
}

Notification finishedNews(const QList<TransferRow>& rows)
{
    qint64 bytes = 0;
    for (const TransferRow& row : rows)
        bytes += row.size;
    Notification news;
    const int count = static_cast<int>(rows.size());
    news.title = count == 1 ? Attendant::tr("%1 is uploaded").arg(rows.first().name())
                            : Attendant::tr("%n file(s) are uploaded", nullptr, count);
    news.text = Attendant::tr("%1, complete and verified in %2", "size, bucket")
                    .arg(formatBytes(bytes), rows.first().bucket);
    news.actions = {{QStringLiteral("default"), Attendant::tr("Show")},
                    {QStringLiteral("show"), Attendant::tr("Show")}};
    return news;
}

} // namespace

std::optional<Notification> newsOf(const QList<TransferRow>& ended, const Preferences& wishes, bool inFront)
{
    if (inFront)
        return std::nullopt; // the person sees it
    QList<TransferRow> trouble;
    QList<TransferRow> finished;
    for (const TransferRow& row : ended) {
        if (isTrouble(row) && wishes.tellFailed)
            trouble.append(row);
        else if (row.phase == Phase::Finished && wishes.tellFinished)
            finished.append(row);
    }
    if (!trouble.isEmpty())
        return troubleNews(trouble, finished.size());
    if (!finished.isEmpty())
        return finishedNews(finished);
    return std::nullopt;
}

double WorkDone::share(const QueueTotals& totals)
{
    if (totals.active + totals.waiting == 0) {
        m_most = 0;
        return -1;
    }
    m_most = std::max(m_most, totals.bytesLeft);
    return m_most > 0 ? 1.0 - static_cast<double>(totals.bytesLeft) / static_cast<double>(m_most) : 0.0;
}

Attendant::Attendant(TransferQueue& queue, PreferenceBook& preferences, std::unique_ptr<Notifier> notifier,
                     std::function<bool()> inFront, QObject* parent)
    : QObject(parent), m_queue(queue), m_preferences(preferences), m_notifier(std::move(notifier)),
      m_inFront(std::move(inFront))
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherFor);
    connect(&m_gather, &QTimer::timeout, this, &Attendant::tellNews);
    connect(&queue, &TransferQueue::ended, this, &Attendant::ended);
    connect(&queue, &TransferQueue::totalsChanged, this, &Attendant::totalsChanged);
    connect(&preferences, &PreferenceBook::changed, this, [this] { totalsChanged(m_queue.totals()); });
    if (m_notifier)
        connect(m_notifier.get(), &Notifier::chosen, this, &Attendant::chosen);
}

void Attendant::ended(const TransferRow& row)
{
    m_finishedSome = m_finishedSome || row.phase == Phase::Finished || row.phase == Phase::Skipped;
    m_ended.append(row);
    if (!m_gather.isActive())
        m_gather.start();
}

void Attendant::tellNews()
{
    const QList<TransferRow> ended = std::exchange(m_ended, {});
    const std::optional<Notification> news = newsOf(ended, m_preferences.now(), m_inFront());
    if (!news)
        return;
    if (!m_notifier) {
        Q_EMIT notificationWanted(*news);
        return;
    }
    QList<TransferId> ids;
    for (const TransferRow& row : ended) {
        if (!news->trouble || isTrouble(row))
            ids.append(row.id);
    }
    const int number = m_notifier->show(*news);
    m_told.insert(number, ids);
    m_told.remove(number - static_cast<int>(mostTold));
}

void Attendant::chosen(int number, const QString& action)
{
    const QList<TransferId> ids = m_told.value(number);
    if (ids.isEmpty())
        return;
    if (action == QLatin1String("retry"))
        m_queue.retry(ids);
    else
        Q_EMIT showWanted(ids.first());
}

void Attendant::totalsChanged(const QueueTotals& totals)
{
    const bool sends = totals.active > 0;
    if (!sends || !m_preferences.now().keepAwake)
        m_awake.reset();
    else if (!m_awake)
        m_awake = keepAwake(tr("Files are being uploaded"));

    const double share = m_done.share(totals);
    const int percent = share < 0 ? -1 : static_cast<int>(std::floor(share * 100));
    if (std::exchange(m_percent, percent) != percent) {
        showLauncherProgress(share);
        Q_EMIT progressChanged(share);
    }
    const bool idle = totals.active + totals.waiting == 0;
    if (idle && totals.failed == 0 && totals.paused == 0 && std::exchange(m_finishedSome, false))
        Q_EMIT everythingDone();
}

} // namespace partway
