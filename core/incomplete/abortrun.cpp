// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/abortrun.h"

#include <QTimer>

namespace partway {

AbortRun::AbortRun(ObjectStore& store, Inventory::Pace pace, int together)
    : m_store(store), m_together(together), m_inventory(store, pace)
{
}

AbortRun::~AbortRun() = default;

void AbortRun::start(const QList<AbortWish>& wishes, Ended ended, std::function<void()> done)
{
    m_waiting.append(wishes);
    m_ended = std::move(ended);
    m_done = std::move(done);
    QTimer::singleShot(0, [this, alive = std::weak_ptr<int>(m_alive)] {
        if (!alive.expired())
            more();
    });
}

void AbortRun::more()
{
    while (m_running < m_together && !m_waiting.isEmpty())
        begin(m_waiting.dequeue());
    if (m_running == 0) {
        if (const auto done = std::exchange(m_done, {}))
            done();
    }
}

void AbortRun::begin(const AbortWish& wish)
{
    ++m_running;
    if (!wish.look || wish.evenInUse) {
        abort(wish);
        return;
    }
    m_inventory.look(wish.upload, [this, wish](const Result<PartsTally>& tally) {
        if (!tally) { // the abort will tell what is the matter
            abort(wish);
            return;
        }
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_store.clockOffsetSeconds());
        const Liveness liveness = livenessOf(*tally, wish.partsSeen, now, wish.begun);
        if (!liveness.isInUse()) {
            abort(wish);
            return;
        }
        Error error{.kind = ErrorKind::Conflict, .code = QStringLiteral("upload-in-use")};
        error.message = QStringLiteral("%1/%2/%3")
                            .arg(liveness.partsLastMinute)
                            .arg(liveness.grownBy)
                            .arg(liveness.begunJustNow ? 1 : 0);
        error.resource = QString::fromUtf8(wish.upload.key);
        end(wish, error);
    });
}

void AbortRun::abort(const AbortWish& wish)
{
    m_inventory.abort(wish.upload, [this, wish](const Result<void>& result) { end(wish, result); });
}

void AbortRun::end(const AbortWish& wish, const Result<void>& result)
{
    --m_running;
    const std::weak_ptr<int> alive = m_alive;
    m_ended(wish, result);
    if (!alive.expired())
        more();
}

} // namespace partway
