// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/storeoffice.h"
#include "support/memorystore.h"

#include <QSemaphore>
#include <QTimer>
#include <QtTest>

#include <atomic>

using namespace partway;

namespace {

// Accounts by their names: "missing" is not there, "silent" never answers, any other is a store in memory.
class MemoryProvider final : public StoreProvider
{
public:
    explicit MemoryProvider(std::shared_ptr<MemoryBackend> backend, QStringList* log)
        : m_backend(std::move(backend)), m_log(log)
    {
    }

    void open(const QString& accountId, Opened opened) override
    {
        m_log->append(QStringLiteral("open ") + accountId);
        if (accountId == QLatin1String("silent")) {
            m_silent.append(std::move(opened));
            return;
        }
        if (!m_here)
            m_here = std::make_unique<QObject>();
        QTimer::singleShot(0, m_here.get(), [this, accountId, opened] {
            if (accountId == QLatin1String("missing"))
                opened(Error{.kind = ErrorKind::NotFound, .code = QStringLiteral("account-missing")});
            else
                opened(std::shared_ptr<ObjectStore>(std::make_shared<MemoryStore>(m_backend)));
        });
    }
    void forget(const QString& accountId) override { m_log->append(QStringLiteral("forget ") + accountId); }

private:
    std::shared_ptr<MemoryBackend> m_backend;
    QStringList* m_log; // office's thread; read when the office is gone
    QList<Opened> m_silent;
    std::unique_ptr<QObject> m_here;
};

Result<QList<ListedBucket>> nothingYet()
{
    return Error{.code = QStringLiteral("nothing yet")};
}

} // namespace

class StoreOfficeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void answersOnTheMainThread();
    void worksOnItsOwnThread();
    void accountMissing();
    void storeError();
    void receiverDies();
    void receiverDiesAfterTheAnswer();
    void goesWithQuestionsOut();
    void goesWhileAStoreOpens();
    void residentsLiveOnItsThread();
    void forgetsWhatWasAsked();

private:
    void ask(const QString& account, QObject* receiver);

    std::shared_ptr<MemoryBackend> m_backend;
    QStringList m_log;
    std::unique_ptr<StoreOffice> m_office;
    int m_answers = 0;
    Result<QList<ListedBucket>> m_answer = nothingYet();
};

void StoreOfficeTest::init()
{
    m_backend = std::make_shared<MemoryBackend>();
    m_log.clear();
    m_office = std::make_unique<StoreOffice>(std::make_unique<MemoryProvider>(m_backend, &m_log));
    m_answers = 0;
    m_answer = nothingYet();
}

void StoreOfficeTest::cleanup()
{
    m_office.reset();
    m_backend.reset();
}

void StoreOfficeTest::ask(const QString& account, QObject* receiver)
{
    m_office->ask<QList<ListedBucket>>(
        account, receiver,
        [](ObjectStore& store, auto answer) { return store.listBuckets(std::move(answer)); },
        [this](const Result<QList<ListedBucket>>& buckets) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            m_answer = buckets;
            ++m_answers;
        });
}

void StoreOfficeTest::answersOnTheMainThread()
{
    ask(QStringLiteral("work"), this);
    QCOMPARE(m_answers, 0); // never from inside
    QTRY_COMPARE(m_answers, 1);
    QVERIFY(m_answer);
    QCOMPARE(m_answer->size(), 1);
    QCOMPARE(m_answer->first().name, QStringLiteral("bucket"));
}

void StoreOfficeTest::worksOnItsOwnThread()
{
    std::atomic<QThread*> at = nullptr;
    m_office->run(QStringLiteral("work"), [&at](const Result<StoreOffice::Store>& store) {
        if (store)
            at = QThread::currentThread();
    });
    QTRY_VERIFY(at != nullptr);
    QVERIFY(at != qApp->thread());
}

void StoreOfficeTest::accountMissing()
{
    ask(QStringLiteral("missing"), this);
    QTRY_COMPARE(m_answers, 1);
    QVERIFY(!m_answer);
    QCOMPARE(m_answer.error().code, QStringLiteral("account-missing"));
}

void StoreOfficeTest::storeError()
{
    m_backend->addFault(
        {.call = StoreCall::ListBuckets,
         .error = {.kind = ErrorKind::Refused, .httpStatus = 403, .code = QStringLiteral("AccessDenied")}});
    ask(QStringLiteral("work"), this);
    QTRY_COMPARE(m_answers, 1);
    QVERIFY(!m_answer);
    QCOMPARE(m_answer.error().code, QStringLiteral("AccessDenied"));
    ask(QStringLiteral("work"), this);
    QTRY_COMPARE(m_answers, 2);
    QVERIFY(m_answer);
}

void StoreOfficeTest::receiverDies()
{
    auto page = std::make_unique<QObject>();
    QSemaphore asked;
    m_backend->setOnCall([&asked](StoreCall, int) { asked.release(); });
    ask(QStringLiteral("work"), page.get());
    asked.acquire();
    page.reset();
    ask(QStringLiteral("work"), this); // answered after the first one
    QTRY_COMPARE(m_answers, 1);
}

// The answer is on its way to the main thread when the page goes.
void StoreOfficeTest::receiverDiesAfterTheAnswer()
{
    auto page = std::make_unique<QObject>();
    ask(QStringLiteral("work"), page.get());
    QSemaphore told;
    m_office->run(QStringLiteral("work"), [this, &told](const Result<StoreOffice::Store>&) {
        m_office->report(this, [this] { m_answers += 10; });
        told.release();
    });
    told.acquire();
    page.reset();
    QTRY_COMPARE(m_answers, 10);
    QCoreApplication::processEvents();
    QCOMPARE(m_answers, 10);
}

void StoreOfficeTest::goesWithQuestionsOut()
{
    QSemaphore asked;
    m_backend->setOnCall([&asked](StoreCall, int) { asked.release(); });
    m_backend->addFault({.call = StoreCall::ListBuckets, .hang = true});
    ask(QStringLiteral("work"), this);
    asked.acquire();
    m_office.reset();
    QCoreApplication::processEvents();
    QCOMPARE(m_answers, 0);
    // The store that the question held is closed: nobody else shares what it keeps.
    m_backend->setOnCall({});
    QCOMPARE(m_backend.use_count(), 1L);
}

void StoreOfficeTest::goesWhileAStoreOpens()
{
    const std::weak_ptr<int> held = [this] {
        const auto thing = m_office->resident<int>();
        m_office->run(QStringLiteral("silent"), [thing](const Result<StoreOffice::Store>&) { *thing = 1; });
        return std::weak_ptr<int>(thing);
    }();
    ask(QStringLiteral("silent"), this);
    m_office.reset();
    QCoreApplication::processEvents();
    QCOMPARE(m_answers, 0);
    QVERIFY(held.expired());
}

void StoreOfficeTest::residentsLiveOnItsThread()
{
    struct Guest
    {
        ~Guest()
        {
            if (end)
                *end = QThread::currentThread();
        }
        std::atomic<QThread*>* end = nullptr;
    };
    std::atomic<QThread*> end = nullptr;
    auto guest = m_office->resident<Guest>();
    guest->end = &end;
    guest.reset();
    QTRY_VERIFY(end != nullptr);
    QVERIFY(end != qApp->thread());

    end = nullptr;
    guest = m_office->resident<Guest>();
    guest->end = &end;
    guest.reset();
    m_office.reset(); // in order: the guest leaves before the thread ends
    QVERIFY(end != nullptr);
    QVERIFY(end != qApp->thread());
}

void StoreOfficeTest::forgetsWhatWasAsked()
{
    ask(QStringLiteral("work"), this);
    QTRY_COMPARE(m_answers, 1);
    m_office->forgetAll();
    m_office.reset();
    QCOMPARE(m_log, QStringList({QStringLiteral("open work"), QStringLiteral("forget work")}));
}

QTEST_GUILESS_MAIN(StoreOfficeTest)
#include "tst_storeoffice.moc"
