// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuebench.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>
#include <QTimer>

namespace partway {

namespace {

Account testAccount()
{
    Account account;
    account.id = QStringLiteral("account");
    account.name = QStringLiteral("Test");
    account.provider = QStringLiteral("garage"); // takes parts of any size; plans are whole MiB
    account.endpoint = QStringLiteral("http://127.0.0.1:9");
    account.accessKeyId = "key";
    return account;
}

} // namespace

void MemoryProvider::open(const QString&, Opened opened)
{
    ++m_opens;
    if (!m_there) {
        m_there = new QObject;
        QObject::connect(QThread::currentThread(), &QThread::finished, m_there, &QObject::deleteLater);
    }
    std::optional<Error> error;
    {
        const QMutexLocker lock(&m_mutex);
        error = m_error;
    }
    QTimer::singleShot(0, [this, error, opened = std::move(opened)] {
        if (error) {
            opened(*error);
            return;
        }
        auto store = std::make_shared<MemoryStore>(m_backend);
        {
            const QMutexLocker lock(&m_mutex);
            m_last = store;
        }
        opened(std::shared_ptr<ObjectStore>(std::move(store)));
    });
}

void MemoryProvider::awaitKeys(bool waiting)
{
    QMetaObject::invokeMethod(
        m_there, [this, waiting] { tellKeysAwaited(QStringLiteral("account"), waiting); },
        Qt::QueuedConnection);
}

void MemoryProvider::forget(const QString&) {}

void MemoryProvider::setError(const std::optional<Error>& error)
{
    const QMutexLocker lock(&m_mutex);
    m_error = error;
}

int MemoryProvider::drops() const
{
    const QMutexLocker lock(&m_mutex);
    const std::shared_ptr<MemoryStore> store = m_last.lock();
    return store ? store->drops() : 0;
}

QueueBench::QueueBench()
    : backend(std::make_shared<MemoryBackend>()), provider(std::make_shared<MemoryProvider>(backend)),
      m_files(std::make_shared<QTemporaryDir>()), m_stateHome(std::make_shared<QTemporaryDir>()),
      m_state(m_stateHome->filePath(QStringLiteral("state")))
{
    backend->setMinPart(0);
    makeQueue();
}

QueueBench::QueueBench(const QueueBench& other, bool startByItself)
    : backend(other.backend), provider(std::make_shared<MemoryProvider>(backend)), m_files(other.m_files),
      m_stateHome(other.m_stateHome), m_state(other.m_state), m_startByItself(startByItself)
{
    makeQueue();
}

QueueBench::~QueueBench()
{
    queue.reset(); // before the clock and the limit that it uses
}

void QueueBench::makeQueue()
{
    const auto account = [](const QString& id) -> std::optional<Account> {
        const Account known = testAccount();
        return id == known.id ? std::optional(known) : std::nullopt;
    };
    const auto addresses = [this] {
        ++addressLooks;
        return QSet<QString>{QStringLiteral("192.0.2.%1").arg(addressNumber.load())};
    };
    queue = makeTransferQueue({.stateFolder = m_state,
                               .stores = *provider,
                               .limit = m_limit,
                               .clock = clock,
                               .account = account,
                               .startByItself = m_startByItself,
                               .addresses = addresses});
    addedSpy = std::make_unique<QSignalSpy>(queue.get(), &TransferQueue::added);
    endedSpy = std::make_unique<QSignalSpy>(queue.get(), &TransferQueue::ended);
    refusedSpy = std::make_unique<QSignalSpy>(queue.get(), &TransferQueue::refused);
    openFailedSpy = std::make_unique<QSignalSpy>(queue.get(), &TransferQueue::openFailed);
    troubleSpy = std::make_unique<QSignalSpy>(queue.get(), &TransferQueue::journalTrouble);
}

bool QueueBench::open()
{
    QSignalSpy opened(queue.get(), &TransferQueue::opened);
    queue->open();
    return QTest::qWaitFor([&] { return !opened.isEmpty() || !openFailedSpy->isEmpty(); }) &&
           !opened.isEmpty();
}

void QueueBench::close()
{
    QSignalSpy closed(queue.get(), &TransferQueue::closed);
    queue->close();
    if (!closed.wait(10'000))
        qFatal("the queue does not close");
    queue.reset();
}

void QueueBench::reopen(bool startByItself)
{
    if (queue)
        close();
    m_startByItself = startByItself;
    makeQueue();
}

// The files as they are at this moment are what a killed process leaves; the locks go with it.
void QueueBench::die()
{
    const QString after =
        m_stateHome->filePath(QStringLiteral("after-%1").arg(QRandomGenerator::global()->generate()));
    QDir().mkpath(after);
    const QStringList names = QDir(m_state).entryList(QDir::Files);
    for (const QString& name : names) {
        if (!QFile::copy(m_state + QLatin1Char('/') + name, after + QLatin1Char('/') + name))
            qFatal("cannot copy %s", qPrintable(name));
    }
    queue.reset();
    m_state = after;
}

QByteArray QueueBench::make(const QString& name, qint64 size)
{
    QRandomGenerator random(static_cast<quint32>(qHash(name)));
    QList<quint32> words(size / 4 + 1);
    random.fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char*>(words.constData()), size);
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != size)
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return bytes;
}

AddRequest QueueBench::request(const QStringList& paths, qint64 partSize) const
{
    AddRequest request;
    request.paths = paths;
    request.to = {QStringLiteral("account"), QStringLiteral("bucket"), QStringLiteral("in/")};
    request.partSize = partSize;
    return request;
}

QList<TransferId> QueueBench::add(const AddRequest& request)
{
    QSignalSpy taken(queue.get(), &TransferQueue::taken);
    QSignalSpy ended(queue.get(), &TransferQueue::addEnded);
    const int number = queue->add(request);
    if (!QTest::qWaitFor([&] { return !ended.isEmpty(); }, 20'000))
        qFatal("adding does not end");
    if (ended.first().first().toInt() != number)
        qFatal("another request ended");
    return taken.isEmpty() ? QList<TransferId>() : taken.first().at(1).value<QList<TransferId>>();
}

TransferId QueueBench::addOne(const QString& name, qint64 partSize)
{
    const QList<TransferId> ids = add(request({path(name)}, partSize));
    return ids.size() == 1 ? ids.first() : TransferId{};
}

bool QueueBench::waitFor(TransferId id, Phase phase)
{
    const auto reached = [&] {
        const auto row = queue->row(id);
        return row && row->phase == phase;
    };
    if (QTest::qWaitFor(reached, 15'000)) {
        // ended() comes with the same batch or, where it waits for the journal, with the next one.
        const bool rests = !isRunning(phase) && phase != Phase::Waiting;
        return !rests || QTest::qWaitFor([&] { return endedPhases(id).contains(phase); });
    }
    const auto row = queue->row(id);
    qWarning("stays %s", row ? qPrintable(phaseName(row->phase)) : "away");
    return false;
}

bool QueueBench::waitForParts(TransferId id, int parts)
{
    return QTest::qWaitFor(
        [&] {
            const auto row = queue->row(id);
            return row && row->storedParts >= parts;
        },
        15'000);
}

QMap<QString, QString> QueueBench::refusals() const
{
    QMap<QString, QString> codes;
    for (const QList<QVariant>& call : *refusedSpy) {
        const auto refused = call.at(1).value<QList<RefusedPath>>();
        for (const RefusedPath& refusal : refused)
            codes.insert(refusal.path, refusal.error.code);
    }
    return codes;
}

QList<Phase> QueueBench::endedPhases(TransferId id) const
{
    QList<Phase> phases;
    for (const QList<QVariant>& call : *endedSpy) {
        const auto row = call.first().value<TransferRow>();
        if (row.id == id)
            phases.append(row.phase);
    }
    return phases;
}

QList<TransferId> QueueBench::endedOrder() const
{
    QList<TransferId> ids;
    for (const QList<QVariant>& call : *endedSpy)
        ids.append(call.first().value<TransferRow>().id);
    return ids;
}

} // namespace partway
