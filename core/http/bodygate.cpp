// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/bodygate.h"

#include "base/log.h"
#include "http/networkcall.h"

namespace partway {

namespace {

constexpr qint64 large = MiB; // what is lost of smaller ones is not worth any wait

} // namespace

bool BodyGate::isLarge(qint64 bodySize)
{
    return bodySize >= large;
}

BodyGate::Pass BodyGate::admit(const QByteArray& name, qint64 bodySize)
{
    Host& host = m_hosts[name];
    if (!m_firstOpened)
        m_firstOpened = m_clock.monotonic();
    if (isLarge(bodySize))
        return admitBody(host, name, bodySize);
    Pass pass;
    pass.seat = m_watchful ? m_managers.takeAlone(name) : m_managers.take(name);
    return pass;
}

BodyGate::Pass BodyGate::admitBody(Host& host, const QByteArray& name, qint64 size)
{
    Pass pass;
    if (host.bodies >= host.forecast.atOnce(size))
        return pass;
    pass.large = true;
    pass.beside = host.bodies;
    pass.seat = m_watchful ? m_managers.takeAlone(name) : m_managers.take(name);
    if (pass.seat == 0)
        return pass;
    const std::optional<Time> age = ageOf(pass.seat, name);
    pass.idle = age.has_value();
    if (m_watchful) {
        const CutForecast::Advice advice = host.forecast.advise(size, age, host.bodies, m_clock.monotonic());
        if (advice.what == CutForecast::Advice::What::Wait) {
            m_managers.giveBack(pass.seat, name);
            qCDebug(logHttp) << "a body waits for an expected cut, ms:"
                             << (advice.until - m_clock.monotonic()).count();
            m_nextTry = std::min(m_nextTry.value_or(advice.until), advice.until);
            host.waited = true;
            return {};
        }
        if (advice.what == CutForecast::Advice::What::BeginFresh) {
            qCDebug(logHttp) << "a new connection for a body, instead of one of ms:" << age->count();
            m_managers.giveBack(pass.seat, name);
            m_managers.retire(pass.seat);
            pass.seat = m_managers.takeAlone(name);
            pass.idle = false;
        }
    }
    pass.afterWait = std::exchange(host.waited, false);
    if (pass.afterWait && !pass.idle)
        host.forecast.waited(CutForecast::Idle::Unseen, m_clock.monotonic());
    ++host.bodies;
    return pass;
}

void BodyGate::ended(const Pass& pass, const QByteArray& name, const NetworkCall& call,
                     const HttpReply& reply)
{
    Host& host = m_hosts[name];
    if (call.openedAt())
        m_managers.noteOpened(pass.seat, name, call.openedAt());
    learn(host, pass, name, call, reply.answered());
    if (!reply.answered())
        m_managers.noteOpened(pass.seat, name, std::nullopt);
    if (pass.large)
        --host.bodies;
    bool watchful = false;
    for (const Host& each : std::as_const(m_hosts))
        watchful = watchful || each.forecast.isWatchful();
    if (watchful && !m_watchful)
        m_managers.renew(); // from now on each connection is known
    m_watchful = watchful;
}

void BodyGate::learn(Host& host, const Pass& pass, const QByteArray& name, const NetworkCall& call,
                     bool answered)
{
    const Time now = m_clock.monotonic();
    if (pass.afterWait && pass.idle)
        host.forecast.waited(call.openedAt() ? CutForecast::Idle::Died : CutForecast::Idle::Outlived, now);
    CutForecast::Done done;
    done.bytes = call.bodySize();
    done.length = now - call.startedAt();
    done.together = (pass.beside + 1 + host.bodies) / 2.0;
    done.age = ageOf(pass.seat, name);
    done.fresh = call.openedAt().has_value();
    if (answered && pass.large)
        host.forecast.done(done, now);
    if (!call.lostConnection())
        return;
    const CutForecast::Break lost = breakOf(pass, name, call);
    qCDebug(logHttp) << "a connection was lost, of ms:" << lost.age.value_or(Time(-1)).count()
                     << "body bytes:" << call.bytesSent();
    done.bytes = call.bytesSent();
    if (pass.large && isLarge(done.bytes))
        host.forecast.lostBody(done);
    host.forecast.broke(lost, now);
}

CutForecast::Break BodyGate::breakOf(const Pass& pass, const QByteArray& name, const NetworkCall& call) const
{
    CutForecast::Break lost;
    const Time now = m_clock.monotonic();
    lost.age = call.openedAt() ? std::optional(now - *call.openedAt()) : ageOf(pass.seat, name);
    lost.atMost = now - m_firstOpened.value_or(now);
    return lost;
}

std::optional<BodyGate::Time> BodyGate::ageOf(ManagerPool::Seat seat, const QByteArray& host) const
{
    const std::optional<Time> opened = m_managers.openedAt(seat, host);
    return opened ? std::optional(m_clock.monotonic() - *opened) : std::nullopt;
}

std::optional<BodyGate::Time> BodyGate::waitForNextTry()
{
    const std::optional<Time> at = std::exchange(m_nextTry, std::nullopt);
    return at ? std::optional(std::max(Time(0), *at - m_clock.monotonic())) : std::nullopt;
}

void BodyGate::connectionsDropped()
{
    m_firstOpened.reset();
}

} // namespace partway
