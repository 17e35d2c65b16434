// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/enginequeue.h"
#include "support/memorystore.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace partway {

// The computer's clock, and what it slept.
class SleepyClock final : public Clock
{
public:
    QDateTime now() const override { return m_clock.now().addSecs(m_slept); }
    std::chrono::milliseconds monotonic() const override { return m_clock.monotonic(); }
    void sleep(int seconds) { m_slept += seconds; }

private:
    SystemClock m_clock;
    std::atomic<int> m_slept = 0;
};

// Opens MemoryStores over one backend; can be told to refuse. Engine thread, but for the settings.
class MemoryProvider final : public StoreProvider
{
public:
    explicit MemoryProvider(std::shared_ptr<MemoryBackend> backend) : m_backend(std::move(backend)) {}

    void open(const QString& accountId, Opened opened) override;
    void forget(const QString& accountId) override;

    void setError(const std::optional<Error>& error); // any thread
    void awaitKeys(bool waiting); // says that requests wait for keys, or go on; once it was opened
    int opens() const { return m_opens; }
    int drops() const; // times that idle connections were dropped; any thread

private:
    std::shared_ptr<MemoryBackend> m_backend;
    mutable QMutex m_mutex; // guards m_error and m_last
    std::optional<Error> m_error;
    QPointer<QObject> m_there; // lives on the engine's thread
    std::weak_ptr<MemoryStore> m_last;
    std::atomic<int> m_opens = 0;
};

// A queue with its folder, files, store and spies. A second one on the same folder and backend is another
// process.
class QueueBench
{
public:
    QueueBench();
    explicit QueueBench(const QueueBench& other, bool startByItself = true);
    ~QueueBench();

    bool open();  // waits
    void close(); // waits; open() begins another queue on the same folder
    void reopen(bool startByItself);
    void die(); // takes the queue away as a kill would leave it: on a copy of the state folder

    QByteArray make(const QString& name, qint64 size); // returns its bytes
    QString path(const QString& name) const { return m_files->filePath(name); }
    QString stateFolder() const { return m_state; }

    AddRequest request(const QStringList& paths, qint64 partSize = 0) const;
    QList<TransferId> add(const AddRequest& request); // waits for the end of adding
    QList<TransferId> add(const QStringList& paths) { return add(request(paths)); }
    TransferId addOne(const QString& name, qint64 partSize = 0);

    bool waitFor(TransferId id, Phase phase);
    bool waitForParts(TransferId id, int parts);
    QMap<QString, QString> refusals() const; // path → code
    QList<Phase> endedPhases(TransferId id) const;
    QList<TransferId> endedOrder() const;

    SleepyClock clock;
    std::atomic<int> addressNumber = 7; // the computer's: 192.0.2.7
    std::atomic<int> addressLooks = 0;  // times the engine looked at it
    std::shared_ptr<MemoryBackend> backend;
    std::shared_ptr<MemoryProvider> provider;
    std::unique_ptr<TransferQueue> queue;
    std::unique_ptr<QSignalSpy> addedSpy, endedSpy, refusedSpy, openFailedSpy, troubleSpy;

private:
    void makeQueue();

    std::shared_ptr<QTemporaryDir> m_files;
    std::shared_ptr<QTemporaryDir> m_stateHome;
    QString m_state;
    bool m_startByItself = true;
    RateLimit m_limit{clock};
};

} // namespace partway
