// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/retrypolicy.h"
#include "store/objectstore.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace partway {

// Asks a store and asks again when time can cure the error (s3-reference §6.1: these requests change nothing,
// or nothing more, by being repeated). Destroying it cancels what is out; nobody is told then.
class StoreCalls final : public std::enable_shared_from_this<StoreCalls>
{
public:
    StoreCalls(ObjectStore& store, std::chrono::milliseconds retryPause)
        : m_store(store), m_retryPause(retryPause)
    {
    }
    ~StoreCalls()
    {
        for (ObjectStore::CallId call : std::as_const(m_out))
            m_store.cancel(call);
    }

    ObjectStore& store() { return m_store; }

    template <typename T>
    using Answer = ObjectStore::Answer<T>;
    template <typename T>
    using Begin = std::function<ObjectStore::CallId(Answer<T>)>;

    template <typename T>
    void ask(const Begin<T>& begin, const Answer<T>& end, int attempt = 1)
    {
        const auto call = std::make_shared<ObjectStore::CallId>(0);
        *call = begin([weak = weak_from_this(), call, begin, end, attempt](Result<T> result) {
            const auto self = weak.lock();
            if (!self)
                return;
            self->m_out.remove(*call);
            if (!result && isRetryable(result.error()) && attempt < tries) {
                self->after(
                    self->m_retryPause * (1 << (attempt - 1)),
                    [self = self.get(), begin, end, attempt] { self->ask<T>(begin, end, attempt + 1); });
                return;
            }
            end(std::move(result));
        });
        m_out.insert(*call);
    }

    void after(std::chrono::milliseconds pause, std::function<void()> work)
    {
        QTimer::singleShot(pause, &m_timers, std::move(work));
    }

private:
    static constexpr int tries = 4;

    ObjectStore& m_store;
    std::chrono::milliseconds m_retryPause;
    QSet<ObjectStore::CallId> m_out;
    QObject m_timers;
};

// 405 and 501: the store does not know the operation at all.
inline bool isUnsupported(const Error& error)
{
    return error.httpStatus == 405 || error.httpStatus == 501;
}

} // namespace partway
