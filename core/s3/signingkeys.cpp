// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/signingkeys.h"

#include <QPointer>

namespace partway {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds tooShort{3'000}; // a request may be on its way for so long

// A session lasts five minutes and cannot be extended: the next one is fetched a minute ahead, and it is used
// up to three seconds before its end; shorter ones in proportion.
constexpr int advanceOf = 5;
constexpr int restOf = 100;

bool areSame(const Credentials& a, const Credentials& b)
{
    return a.accessKeyId == b.accessKeyId && a.sessionToken.reveal() == b.sessionToken.reveal();
}

} // namespace

SigningKeys::SigningKeys(Now now, Renew renew, AskSession askSession, std::function<QDateTime()> serverTime)
    : m_now(std::move(now)), m_renew(std::move(renew)), m_askSession(std::move(askSession)),
      m_serverTime(std::move(serverTime))
{
}

bool SigningKeys::lasts(const Credentials& keys, milliseconds longerThan) const
{
    return !keys.expiresAt.isValid() || m_serverTime().addMSecs(longerThan.count()) < keys.expiresAt;
}

std::optional<Result<Credentials>> SigningKeys::atHand(const QString& sessionBucket)
{
    if (sessionBucket.isEmpty()) {
        Result<Credentials> keys = m_now();
        const bool over = keys && (!lasts(*keys, tooShort) || (!m_over.isEmpty() && areSame(*keys, m_over)));
        if (m_renew && over)
            return std::nullopt;
        return keys;
    }
    Session& session = m_sessions[sessionBucket];
    if (session.keys.isEmpty() || !lasts(session.keys, session.lifetime / restOf))
        return std::nullopt;
    if (!session.asking && !lasts(session.keys, session.lifetime / advanceOf))
        ask(sessionBucket); // while the old one still does
    return session.keys;
}

void SigningKeys::fetch(const QString& sessionBucket, Ready ready)
{
    if (sessionBucket.isEmpty()) {
        const Result<Credentials> old = m_now();
        m_renew(old ? *old : Credentials(), std::move(ready));
        return;
    }
    Session& session = m_sessions[sessionBucket];
    session.waiting.append(std::move(ready));
    if (!session.asking)
        ask(sessionBucket);
}

void SigningKeys::ask(const QString& bucket)
{
    m_sessions[bucket].asking = true;
    m_askSession(bucket, [self = QPointer(this), bucket](const Result<Credentials>& keys) {
        if (self)
            self->sessionCame(bucket, keys);
    });
}

// A session that could not be renewed ahead of its end is asked for again by whoever needs it.
void SigningKeys::sessionCame(const QString& bucket, const Result<Credentials>& keys)
{
    Session& session = m_sessions[bucket];
    session.asking = false;
    if (keys) {
        session.keys = *keys;
        session.lifetime = milliseconds(qMax<qint64>(0, m_serverTime().msecsTo(keys->expiresAt)));
    }
    const QList<Ready> waiting = std::exchange(session.waiting, {});
    const QPointer<SigningKeys> alive(this);
    for (const Ready& ready : waiting) {
        if (alive)
            ready(keys);
    }
}

bool SigningKeys::ended(const QString& sessionBucket, const Credentials& keys)
{
    if (sessionBucket.isEmpty()) {
        if (!m_renew || keys.sessionToken.isEmpty())
            return false;
        m_over = keys;
        return true;
    }
    Session& session = m_sessions[sessionBucket];
    if (session.keys.accessKeyId == keys.accessKeyId)
        session.keys = {};
    return true;
}

} // namespace partway
