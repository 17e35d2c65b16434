// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networktransport.h"
#include "queue/enginequeue.h"
#include "store/companionstore.h"
#include "support/companiondouble.h"

#include <QAbstractEventDispatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace partway;

namespace {

// As accountstores does it, without keychain and account list. Engine thread.
class CompanionProvider final : public StoreProvider
{
public:
    CompanionProvider(const Account& account, const Secret& header, RateLimit& limit, const Clock& clock)
        : m_account(account), m_header(header), m_limit(limit), m_clock(clock)
    {
    }
    void open(const QString&, Opened opened) override
    {
        struct Open
        {
            std::unique_ptr<Transport> transport;
            std::unique_ptr<ObjectStore> store;
        };
        auto open = std::make_shared<Open>();
        auto transport = makeNetworkTransport({.limit = &m_limit, .pieces = LargePieces::Off}, m_clock);
        open->transport = std::move(*transport);
        open->store = makeCompanionStore(*open->transport, *companionServer(m_account.endpoint, m_header),
                                         profileOf(m_account), m_clock);
        QMetaObject::invokeMethod(
            QAbstractEventDispatcher::instance(),
            [open, opened] { opened(std::shared_ptr<ObjectStore>(open, open->store.get())); },
            Qt::QueuedConnection);
    }
    void forget(const QString&) override {}

private:
    const Account m_account;
    const Secret m_header;
    RateLimit& m_limit;
    const Clock& m_clock;
};

} // namespace

// The queue, its journal, the machine and the network, through a server that holds the keys.
class TestCompanion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void uploads_data();
    void uploads();
    void recordsWhereItIs();
    void goesOnAfterAnEnd();
    void renewsAddresses();
    void abortLeavesNothing();
    void vanishedUploadBeginsAnew();
    void lostCompleteIsNotDoneTwice();
    void lostCreateIsTold();
    void silentFailuresEnd();
    void wantsSignIn();

private:
    void makeQueue();
    void die(); // the queue ends as it is; another one opens its journal
    TransferId add(const QString& name, qint64 size);
    TransferRow row() const { return m_queue->rows().value(0); }
    bool waitFor(Phase phase, int milliseconds = 20'000)
    {
        return QTest::qWaitFor([&] { return row().phase == phase; }, milliseconds);
    }
    QStringList history();

    SystemClock m_clock;
    RateLimit m_limit{m_clock};
    Account m_account;
    Secret m_header;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CompanionDouble> m_server;
    std::unique_ptr<CompanionProvider> m_provider;
    std::unique_ptr<TransferQueue> m_queue;
    QByteArray m_bytes;
};

void TestCompanion::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<CompanionDouble>();
    m_header = Secret("X-Session: abc");
    m_server->wantedHeader = "X-Session: abc";
    m_account = {};
    m_account.id = "a";
    m_account.name = "Companion";
    m_account.provider = "companion";
    m_account.endpoint = m_server->endpoint();
    m_limit.setBytesPerSecond(0);
    makeQueue();
}

void TestCompanion::cleanup()
{
    m_queue.reset();
    QCOMPARE(m_server->complaints, QByteArrayList());
    m_server.reset();
}

void TestCompanion::makeQueue()
{
    m_provider = std::make_unique<CompanionProvider>(m_account, m_header, m_limit, m_clock);
    const auto account = [known = m_account](const QString&) { return std::optional(known); };
    m_queue = makeTransferQueue({.stateFolder = m_folder->filePath("state"),
                                 .stores = *m_provider,
                                 .limit = m_limit,
                                 .clock = m_clock,
                                 .account = account});
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    m_queue->open();
    QVERIFY(!opened.isEmpty() || opened.wait());
}

void TestCompanion::die()
{
    m_queue.reset();
    makeQueue();
}

TransferId TestCompanion::add(const QString& name, qint64 size)
{
    m_bytes = QByteArray(size, 'x');
    for (qsizetype i = 0; i < m_bytes.size(); i += 997)
        m_bytes[i] = char(i / 997);
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(m_bytes) != size)
        qFatal("no file");
    file.close();
    AddRequest request;
    request.paths = {file.fileName()};
    request.to = {"a", "companion", "raw/"};
    QSignalSpy taken(m_queue.get(), &TransferQueue::added);
    m_queue->add(request);
    if (taken.isEmpty() && !taken.wait())
        qFatal("not added");
    return row().id;
}

QStringList TestCompanion::history()
{
    QStringList codes;
    const auto keep = [&](const TransferDetails& details) {
        codes.clear();
        for (const HistoryLine& line : details.history)
            codes.append(line.code);
    };
    const auto connection = connect(m_queue.get(), &TransferQueue::details, this, keep);
    m_queue->watchDetails(row().id);
    static_cast<void>(QTest::qWaitFor([&] { return !codes.isEmpty(); }));
    disconnect(connection);
    return codes;
}

void TestCompanion::uploads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("parts");
    QTest::newRow("empty") << "empty" << qint64{0} << 1;
    QTest::newRow("small") << QString::fromUtf8("gr\xc3\xbc\xc3\x9f e.txt") << qint64{1000} << 1;
    QTest::newRow("in parts") << "large.bin" << 33 * MiB + 17 << 5;
}

void TestCompanion::uploads()
{
    QFETCH(QString, name);
    QFETCH(qint64, size);
    QFETCH(int, parts);
    add(name, size);
    QVERIFY(waitFor(Phase::Finished));
    const QByteArray key = "uuid-1-" + name.toUtf8();
    QVERIFY(m_server->objects.contains(key));
    QVERIFY(m_server->objects[key] == m_bytes);
    QCOMPARE(m_server->count("part"), parts);
    QVERIFY(m_server->uploads.isEmpty());
    QCOMPARE(m_server->metadataOf[key]["relativePath"], QByteArray("raw/" + name.toUtf8()));
    QVERIFY(!m_server->metadataOf[key]["partway-upload"].isEmpty());
    QVERIFY(row().unseen); // and not called proven by more than that
}

void TestCompanion::recordsWhereItIs()
{
    const TransferId id = add("a.bin", 1000);
    QVERIFY(waitFor(Phase::Finished));
    die();
    QCOMPARE(row().key, QByteArray("raw/a.bin")); // what was wished
    QCOMPARE(row().storeKey.value(), QByteArray("uuid-1-a.bin"));
    QCOMPARE(row().storeBucket.value(), "real");
    QFile receipt(m_folder->filePath(QStringLiteral("state/receipts/%1-a.bin.json").arg(id.value)));
    QVERIFY(receipt.open(QIODevice::ReadOnly));
    const QByteArray written = receipt.readAll();
    QVERIFY(written.contains("\"key\": \"uuid-1-a.bin\"") && written.contains("\"bucket\": \"real\""));
    QVERIFY(written.contains("\"wishedKey\": \"raw/a.bin\""));
    QVERIFY(!written.contains("s1gn"));
    QVERIFY(history().contains("key-given"));
    QFile journal(m_folder->filePath("state/journal.sqlite"));
    QVERIFY(journal.open(QIODevice::ReadOnly) && !journal.readAll().contains("s1gn")); // no signed address
}

void TestCompanion::goesOnAfterAnEnd()
{
    m_limit.setBytesPerSecond(20'000'000);
    add("a.bin", 40 * MiB);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->uploads.isEmpty() && m_server->uploads.first().parts.size() >= 2,
                             20'000);
    m_queue->pause({row().id});
    QVERIFY(waitFor(Phase::Paused));
    const QList<int> before = m_server->uploads.first().parts.keys();
    die();
    m_limit.setBytesPerSecond(0);
    m_queue->start({row().id});
    QVERIFY(waitFor(Phase::Finished));
    QVERIFY(m_server->objects["uuid-1-a.bin"] == m_bytes);
    QCOMPARE(m_server->count("create"), 1);
    QVERIFY(m_server->count("list") >= 1);
    QVERIFY(before.size() >= 2);
    QVERIFY(row().resentBytes < 8 * 8 * MiB);
}

void TestCompanion::renewsAddresses()
{
    m_server->expireNext = 3;
    add("a.bin", 33 * MiB);
    QVERIFY(waitFor(Phase::Finished));
    QVERIFY(m_server->objects["uuid-1-a.bin"] == m_bytes);
    QCOMPARE(m_server->count("part"), 5 + 3);
    QVERIFY(!history().contains("failed"));

    m_server->urlsHold = 0; // now none is good
    add("b.bin", 1000);
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->rows().last().phase, Phase::Failed, 20'000);
    QCOMPARE(m_queue->rows().last().error->code, "signed-url-refused");
}

void TestCompanion::abortLeavesNothing()
{
    m_limit.setBytesPerSecond(10'000'000);
    add("a.bin", 40 * MiB);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->uploads.isEmpty() && !m_server->uploads.first().parts.isEmpty(),
                             20'000);
    m_queue->abort({row().id});
    QVERIFY(waitFor(Phase::Aborted));
    QVERIFY(m_server->uploads.isEmpty());
    QVERIFY(!row().leftovers);
}

// Somebody cleared it away. The server cannot say so; the store does, when the next part comes.
void TestCompanion::vanishedUploadBeginsAnew()
{
    m_limit.setBytesPerSecond(10'000'000);
    add("a.bin", 40 * MiB);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->uploads.isEmpty() && !m_server->uploads.first().parts.isEmpty(),
                             20'000);
    m_server->uploads.clear();
    m_limit.setBytesPerSecond(0);
    QVERIFY(waitFor(Phase::Finished));
    QCOMPARE(m_server->count("create"), 2);
    QVERIFY(m_server->objects.first() == m_bytes);
    QCOMPARE(row().storeKey.value(), m_server->objects.firstKey());
    QVERIFY(history().contains("restarted-vanished"));
}

void TestCompanion::lostCompleteIsNotDoneTwice()
{
    m_server->dropComplete = 1;
    add("a.bin", 1000);
    QVERIFY(waitFor(Phase::NeedsAttention, 60'000)); // nobody here can know: a person looks
    QCOMPARE(row().attention, Attention::OutcomeUnknown);
    QCOMPARE(m_server->objects.size(), 1);
    QCOMPARE(m_server->count("create"), 1);
}

// An upload may be left that nobody but the server's owner can see.
void TestCompanion::lostCreateIsTold()
{
    int failures = 1;
    m_server->fails = [&](const QByteArray& operation) { return operation == "create" && failures-- > 0; };
    add("a.bin", 1000);
    QVERIFY(waitFor(Phase::Finished));
    QVERIFY(history().contains("leftovers-unknown"));
    QVERIFY(row().leftovers);
}

void TestCompanion::silentFailuresEnd()
{
    m_server->fails = [](const QByteArray& operation) { return operation == "create"; };
    add("a.bin", 1000);
    QVERIFY(waitFor(Phase::Failed, 60'000));
    QCOMPARE(row().error->code, "companion-failed");
    QCOMPARE(m_server->count("create"), 6);
    m_server->fails = nullptr;
    m_queue->retry({row().id});
    QVERIFY(waitFor(Phase::Finished));
}

void TestCompanion::wantsSignIn()
{
    m_server->wantedHeader = "X-Session: other";
    add("a.bin", 1000);
    QVERIFY(waitFor(Phase::NeedsAttention));
    QCOMPARE(row().attention, Attention::SignIn);
    QCOMPARE(row().error->code, "companion-sign-in");
}

QTEST_GUILESS_MAIN(TestCompanion)
#include "tst_companion.moc"
