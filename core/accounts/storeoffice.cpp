// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/storeoffice.h"

namespace partway {

StoreOffice::StoreOffice(std::unique_ptr<StoreProvider> stores, QObject* parent)
    : QObject(parent), m_stores(std::move(stores))
{
    m_thread.setObjectName(QStringLiteral("partway-office"));
    m_here.moveToThread(&m_thread);
    m_thread.start();
}

StoreOffice::~StoreOffice()
{
    // After all that was posted before, so that residents are gone when the thread ends.
    post([this] {
        m_held.clear();
        m_thread.quit();
    });
    m_thread.wait();
    m_ended = true;
    m_stores.reset(); // with it the work that still waited for a store
}

void StoreOffice::run(const QString& accountId, Work work)
{
    m_known.insert(accountId);
    post([this, accountId, work = std::move(work)] { open(accountId, work); });
}

void StoreOffice::open(const QString& accountId, const Work& work)
{
    m_stores->open(accountId, work);
}

void StoreOffice::report(const QPointer<QObject>& receiver, std::function<void()> words)
{
    // Only the main thread may look whether it is still there.
    QMetaObject::invokeMethod(
        this,
        [receiver, words = std::move(words)] {
            if (receiver)
                words();
        },
        Qt::QueuedConnection);
}

void StoreOffice::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_here, std::move(work), Qt::QueuedConnection);
}

void StoreOffice::dismiss(std::function<void()> work)
{
    if (m_ended)
        work();
    else
        post(std::move(work));
}

int StoreOffice::hold(const Store& store)
{
    m_held.insert(++m_lastHeld, store);
    return m_lastHeld;
}

void StoreOffice::forget(const QString& accountId)
{
    post([this, accountId] { m_stores->forget(accountId); });
}

void StoreOffice::forgetAll()
{
    for (const QString& accountId : std::as_const(m_known))
        forget(accountId);
}

} // namespace partway
