// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/signinwatch.h"

#include "queue/speedmeter.h"

#include <QSettings>

#include <algorithm>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr auto soon = 100ms; // rows arrive in blocks
constexpr auto often = 3s;

} // namespace

std::optional<SignInForecast> forecastSignIn(qint64 bytesLeft, qint64 bytesPerSecond, const QDateTime& ends,
                                             const QDateTime& now)
{
    const qint64 needs = secondsLeft(bytesLeft, bytesPerSecond);
    if (needs <= 0 || !ends.isValid())
        return std::nullopt;
    const qint64 lasts = std::max<qint64>(0, now.secsTo(ends));
    return needs > lasts ? std::optional(SignInForecast{needs, lasts}) : std::nullopt;
}

SignInWatch::SignInWatch(Setup setup, QObject* parent) : QObject(parent), m_setup(std::move(setup))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SignInWatch::check);
    connect(&m_setup.queue, &TransferQueue::added, this, [this] { m_timer.start(soon); });
    connect(&m_setup.queue, &TransferQueue::totalsChanged, this, [this] {
        if (!m_timer.isActive())
            m_timer.start(often);
    });
}

void SignInWatch::setRateLimit(qint64 bytesPerSecond)
{
    m_limit = bytesPerSecond;
    m_timer.start(soon);
}

// Rows are looked at only where there is a sign-in that ends: there may be very many.
void SignInWatch::check()
{
    const QList<Account> accounts = m_setup.accounts();
    QHash<QString, Load> loads;
    bool counted = false;
    for (const Account& account : accounts) {
        const QDateTime ends = m_setup.desk.signInEnds(account);
        if (!ends.isValid())
            continue;
        const QList<TransferRow> rows = counted ? QList<TransferRow>() : m_setup.queue.rows();
        counted = true;
        for (const TransferRow& row : rows) {
            if (row.elsewhere || !(row.queued || isRunning(row.phase)))
                continue;
            Load& load = loads[row.accountId];
            load.bytesLeft += std::max<qint64>(0, row.size - row.storedBytes);
            load.bytesPerSecond += row.bytesPerSecond;
        }
        checkOne(account, ends, loads.value(account.id));
    }
}

void SignInWatch::checkOne(const Account& account, const QDateTime& ends, const Load& load)
{
    const qint64 speed = speedOf(account.id, load.bytesPerSecond);
    const auto forecast = forecastSignIn(load.bytesLeft, speed, ends, m_setup.clock.now());
    if (!forecast || m_told.value(account.id) == ends)
        return;
    m_told.insert(account.id, ends);
    Q_EMIT outlasts(account.id, forecast->needsSeconds, forecast->lastsSeconds);
}

// Half what was known, half what is measured: one slow moment does not count for the whole.
qint64 SignInWatch::speedOf(const QString& accountId, qint64 measured)
{
    QSettings known(m_setup.stateFolder + QStringLiteral("/speeds.ini"), QSettings::IniFormat);
    const QString key = QStringLiteral("bytesPerSecond/") + accountId;
    qint64 speed = known.value(key).toLongLong();
    if (measured > 0) {
        speed = speed > 0 ? (speed + measured) / 2 : measured;
        known.setValue(key, speed);
    }
    if (m_limit > 0)
        return speed > 0 ? std::min(speed, m_limit) : m_limit;
    return speed;
}

} // namespace partway
