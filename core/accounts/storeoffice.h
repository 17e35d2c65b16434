// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeprovider.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>

namespace partway {

// Lets the main thread ask stores outside the transfer queue: one worker thread with stores of its own. All
// is called on the main thread but report() and what is said to run on the office's. What a page starts here
// it need not wait for: when the page is gone nobody is told, when the office goes what is out is cut.
//
//     office.ask<BucketInfo>(accountId, this,
//         [name](ObjectStore& store, auto answer) { return store.headBucket(name, std::move(answer)); },
//         [this](const Result<BucketInfo>& info) { show(info); });
class StoreOffice final : public QObject
{
    Q_OBJECT
public:
    using Store = std::shared_ptr<ObjectStore>;
    using Work = std::function<void(const Result<Store>&)>;
    template <typename T>
    using Question = std::function<ObjectStore::CallId(ObjectStore&, ObjectStore::Answer<T>)>;

    // `stores` is made for this office alone; it is opened and asked on the office's thread.
    explicit StoreOffice(std::unique_ptr<StoreProvider> stores, QObject* parent = nullptr);
    ~StoreOffice() override;

    // Opens the account's store and runs `work` with it, or with why it cannot be opened, once and on the
    // office's thread. Work that is still waiting when the office goes is dropped. Whoever keeps the store
    // keeps it in a resident: a store that is held by its own answers would never close.
    void run(const QString& accountId, Work work);

    // One question to a store; `end` runs on the main thread, once, unless the receiver is gone. Errors are
    // the store's and those of opening it.
    template <typename T>
    void ask(const QString& accountId, QObject* receiver, Question<T> begin,
             std::function<void(Result<T>)> end);

    // From the office's thread: runs `words` on the main thread, unless the receiver is gone by then.
    void report(const QPointer<QObject>& receiver, std::function<void()> words);

    // Something that lives on the office's thread for as long as the main thread holds it: made empty here,
    // used and destroyed there. Let go of all before the office goes.
    template <typename T>
    std::shared_ptr<T> resident()
    {
        return {new T, [this](T* thing) { dismiss([thing] { delete thing; }); }};
    }
    void post(std::function<void()> work); // on the office's thread, in the order of the calls

    void forget(const QString& accountId); // the account or its keys changed: asked for afresh
    void forgetAll();

private:
    void open(const QString& accountId, const Work& work);
    void dismiss(std::function<void()> work);
    int hold(const Store& store);

    QObject m_here; // lives on the thread
    std::unique_ptr<StoreProvider> m_stores;
    QThread m_thread;
    QSet<QString> m_known; // main thread: accounts that were asked for
    bool m_ended = false;

    // Office's thread: the stores of questions that are out.
    QHash<int, Store> m_held;
    int m_lastHeld = 0;
};

template <typename T>
void StoreOffice::ask(const QString& accountId, QObject* receiver, Question<T> begin,
                      std::function<void(Result<T>)> end)
{
    run(accountId, [this, receiver = QPointer<QObject>(receiver), begin = std::move(begin),
                    end = std::move(end)](const Result<Store>& store) {
        if (!store) {
            report(receiver, [end, error = store.error()] { end(error); });
            return;
        }
        const int held = hold(*store);
        begin(**store, [this, receiver, end, held](Result<T> result) {
            report(receiver, [end, result = std::move(result)] { end(result); });
            // Not from inside the store's own answer: it may be the last to hold it.
            QMetaObject::invokeMethod(
                &m_here, [this, held] { m_held.remove(held); }, Qt::QueuedConnection);
        });
    });
}

} // namespace partway
