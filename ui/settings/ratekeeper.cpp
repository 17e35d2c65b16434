// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/ratekeeper.h"

namespace partway {

namespace {

constexpr int minute = 60'000;

} // namespace

RateKeeper::RateKeeper(PreferenceBook& book, TransferQueue& queue, LocalTime localTime, QObject* parent)
    : QObject(parent), m_book(book), m_queue(queue), m_localTime(std::move(localTime))
{
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, &RateKeeper::look);
    connect(&book, &PreferenceBook::changed, this, [this](const Preferences& before) {
        const Preferences& now = m_book.now();
        if (before.timetable != now.timetable || before.byTimetable != now.byTimetable)
            m_instead.reset();
        look();
    });
    look();
}

void RateKeeper::choose(qint64 bytesPerSecond)
{
    if (m_rule < 0) {
        m_book.change([bytesPerSecond](Preferences& now) { now.bytesPerSecond = bytesPerSecond; });
        return;
    }
    m_instead = bytesPerSecond;
    look();
}

void RateKeeper::look()
{
    const Preferences& wishes = m_book.now();
    const QList<RateRule> rules = wishes.byTimetable ? wishes.timetable : QList<RateRule>();
    const QDateTime now = m_localTime();
    const int rule = ruleAt(rules, now);
    const bool byTimetableBefore = byTimetable();
    if (rule != m_rule)
        m_instead.reset();
    m_rule = rule;
    const qint64 limit = m_instead.value_or(limitAt(rules, wishes.bytesPerSecond, now));
    if (!rules.isEmpty()) // at the next full minute, when a rule may begin or end
        m_minute.start(minute - now.time().msecsSinceStartOfDay() % minute);
    else
        m_minute.stop();
    if (limit == m_limit && byTimetable() == byTimetableBefore)
        return;
    m_limit = limit;
    m_queue.setRateLimit(limit);
    Q_EMIT limitChanged(limit, byTimetable());
}

} // namespace partway
