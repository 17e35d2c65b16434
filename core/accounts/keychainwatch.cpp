// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychainwatch.h"

#include <utility>

namespace partway {

KeychainWatch::KeychainWatch(std::unique_ptr<CredentialStore> store, std::chrono::milliseconds soon)
    : m_store(std::move(store))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        m_told = true;
        Q_EMIT waits();
    });
}

void KeychainWatch::write(const QString& accountId, const Secret& secret,
                          std::function<void(Result<void>)> done)
{
    begin();
    m_store->write(accountId, secret, [this, done = std::move(done)](const Result<void>& end) {
        ended();
        done(end);
    });
}

void KeychainWatch::read(const QString& accountId, std::function<void(Result<Secret>)> done)
{
    begin();
    m_store->read(accountId, [this, done = std::move(done)](const Result<Secret>& end) {
        ended();
        done(end);
    });
}

void KeychainWatch::remove(const QString& accountId, std::function<void(Result<void>)> done)
{
    begin();
    m_store->remove(accountId, [this, done = std::move(done)](const Result<void>& end) {
        ended();
        done(end);
    });
}

void KeychainWatch::begin()
{
    if (m_pending++ == 0)
        m_soon.start();
}

void KeychainWatch::ended()
{
    if (--m_pending > 0)
        return;
    m_soon.stop();
    if (std::exchange(m_told, false))
        Q_EMIT waitsOver();
}

} // namespace partway
