// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window costs with many rows: the real window over the real engine, with a store in memory. Not a
// test, since times depend on the machine. windowbench [--rows N]
// [steady|add-files|add-folder|open|memory|parts]…
#include "accounts/storeoffice.h"
#include "bench/looptimes.h"
#include "bench/partsbench.h"
#include "dialogs/accountbook.h"
#include "models/transferfilter.h"
#include "net/queuebench.h"
#include "queue/journal.h"
#include "widgets/transferview.h"
#include "windows/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <malloc.h>

using namespace partway;
using namespace std::chrono_literals;

namespace {

double residentKiB()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4 : 0;
}

double heapKiB()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / 1024;
}

struct Bench
{
    explicit Bench(const QString& stateFolder)
        : backend(std::make_shared<MemoryBackend>()), provider(backend), accounts(folder.path()),
          store(makeSessionStore()), desk(*store)
    {
        backend->setMinPart(0);
        backend->setDelay(1'000ms);
        account.id = QStringLiteral("account");
        account.name = QStringLiteral("Bench");
        account.provider = QStringLiteral("garage"); // takes parts of any size
        account.endpoint = QStringLiteral("http://127.0.0.1:9");
        account.accessKeyId = "key";
        account.bucket = QStringLiteral("bucket");
        queue = makeTransferQueue({.stateFolder = stateFolder,
                                   .stores = provider,
                                   .limit = limit,
                                   .clock = clock,
                                   .account = [this](const QString&) { return std::optional(account); },
                                   .startByItself = false});
        book = std::make_unique<AccountBook>(accounts, *store, desk, *queue);
        preferences = std::make_unique<PreferenceBook>(folder.path());
        rate = std::make_unique<RateKeeper>(*preferences, *queue);
        office = std::make_unique<StoreOffice>(std::make_unique<MemoryProvider>(backend));
        window = std::make_unique<MainWindow>(WindowParts{.queue = *queue,
                                                          .book = *book,
                                                          .preferences = *preferences,
                                                          .rate = *rate,
                                                          .office = *office,
                                                          .stateFolder = folder.path()});
        window->resize(1280, 760);
        window->show();
    }
    ~Bench()
    {
        window.reset();
        office.reset();
        rate.reset();
        book.reset();
        queue.reset();
    }

    void waitUntil(const std::function<bool()>& done)
    {
        while (!done())
            times.pass();
    }
    void run(std::chrono::milliseconds time)
    {
        QElapsedTimer clock;
        clock.start();
        waitUntil([&] { return clock.elapsed() > time.count(); });
    }
    void open()
    {
        bool opened = false;
        QObject::connect(queue.get(), &TransferQueue::opened, window.get(), [&] { opened = true; });
        queue->open();
        waitUntil([&] { return opened; });
    }
    int add(const QStringList& paths, qint64 partSize = 0)
    {
        int taken = -1;
        const int number = queue->add({.paths = paths,
                                       .to = {account.id, QStringLiteral("bucket"), QStringLiteral("in/")},
                                       .object = {},
                                       .partSize = partSize});
        const auto connection =
            QObject::connect(queue.get(), &TransferQueue::addEnded, window.get(), [&](int request, int rows) {
                if (request == number)
                    taken = rows;
            });
        waitUntil([&] { return taken >= 0; });
        QObject::disconnect(connection);
        return taken;
    }
    // Four large files, sixteen parts of them on their way at any time.
    void keepBusy()
    {
        QStringList paths;
        for (int i = 0; i < 4; ++i) {
            paths.append(folder.filePath(QStringLiteral("large%1").arg(i)));
            QFile file(paths.last());
            if (!file.open(QIODevice::WriteOnly) || !file.resize(4 * GiB))
                qFatal("no large file");
        }
        queue->setParallel(16);
        add(paths, MiB);
        queue->startAll();
        run(3s);
    }

    LoopTimes times;
    QTemporaryDir folder;
    Account account;
    SystemClock clock;
    RateLimit limit{clock};
    std::shared_ptr<MemoryBackend> backend;
    MemoryProvider provider;
    AccountList accounts;
    std::unique_ptr<CredentialStore> store;
    CredentialDesk desk;
    std::unique_ptr<TransferQueue> queue;
    std::unique_ptr<AccountBook> book;
    std::unique_ptr<PreferenceBook> preferences;
    std::unique_ptr<RateKeeper> rate;
    std::unique_ptr<StoreOffice> office;
    std::unique_ptr<MainWindow> window;
};

QStringList makeFiles(const QString& folder, int count)
{
    QStringList paths;
    QDir().mkpath(folder);
    for (int i = 0; i < count; ++i) {
        QFile file(folder + QStringLiteral("/file %1.bin").arg(i, 6, 10, QChar(u'0')));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(100, 'x')) != 100)
            qFatal("no small file");
        paths.append(file.fileName());
    }
    return paths;
}

// Sixteen parts in flight, and then so many rows at once.
void benchAdd(int rows, bool asFolder)
{
    const char* name = asFolder ? "add-folder" : "add-files";
    QTemporaryDir home;
    QStringList paths = makeFiles(home.filePath(QStringLiteral("many")), rows);
    if (asFolder)
        paths = {home.filePath(QStringLiteral("many"))};
    Bench bench(home.filePath(QStringLiteral("state")));
    bench.open();
    bench.keepBusy();
    bench.times = {};
    application()->forget();
    QElapsedTimer took;
    took.start();
    const int taken = bench.add(paths);
    const double seconds = static_cast<double>(took.elapsed()) / 1e3;
    bench.run(2s);
    bench.times.print(name);
    application()->print(name);
    std::printf("%-12s %d rows in %.1f s\n", name, taken, seconds);
}

// Rows that wait, nothing else: for their turn behind some that never end, or for keys.
void benchMemory(int rows, bool forKeys)
{
    QTemporaryDir home;
    makeFiles(home.filePath(QStringLiteral("many")), rows);
    Bench bench(home.filePath(QStringLiteral("state")));
    bench.open();
    bench.backend->setDelay(1h);
    if (forKeys)
        bench.provider.setError(Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("keys-missing")});
    bench.run(500ms);
    const double before = residentKiB();
    const double heapBefore = heapKiB();
    const int taken = bench.add({home.filePath(QStringLiteral("many"))});
    bench.run(2s);
    const double heap = heapKiB() - heapBefore;
    std::printf("%-12s %.0f bytes for each of %d rows that wait for %s (%.0f in use on the heap)\n", "memory",
                (residentKiB() - before) * 1024 / taken, taken, forKeys ? "keys" : "their turn",
                heap * 1024 / taken);
}

void benchSteady()
{
    QTemporaryDir home;
    Bench bench(home.filePath(QStringLiteral("state")));
    bench.open();
    bench.keepBusy();
    bench.times = {};
    const double cpu = secondsOf(CLOCK_THREAD_CPUTIME_ID);
    const double all = secondsOf(CLOCK_PROCESS_CPUTIME_ID);
    bench.run(10s);
    bench.times.print("steady");
    std::printf("%-12s window's thread %.1f %% of a core, the whole program %.1f %%\n", "steady",
                (secondsOf(CLOCK_THREAD_CPUTIME_ID) - cpu) * 10,
                (secondsOf(CLOCK_PROCESS_CPUTIME_ID) - all) * 10);
}

void fillJournal(const QString& folder, int rows, int parts)
{
    QDir().mkpath(folder);
    auto journal = Journal::open(folder);
    if (!journal)
        qFatal("no journal");
    QList<Transfer> block;
    for (int i = 0; i < rows; ++i) {
        Transfer transfer;
        transfer.sourcePath = QStringLiteral("/data/video/2026/clip %1.mov").arg(i, 6, 10, QChar(u'0'));
        transfer.source = {10 * 16 * MiB, 1'700'000'000'000'000'000, "2049:" + QByteArray::number(i)};
        transfer.accountId = QStringLiteral("account");
        transfer.spec.bucket = QStringLiteral("bucket");
        transfer.spec.key = "in/clip " + QByteArray::number(i) + ".mov";
        transfer.spec.object.contentType = "video/quicktime";
        transfer.spec.plan = {.size = (parts + 2) * 16 * MiB, .partSize = 16 * MiB, .count = parts + 2};
        transfer.state.phase = Phase::Paused;
        transfer.state.token = QStringLiteral("0123456789abcdef%1").arg(i, 16, 10, QChar(u'0'));
        transfer.state.uploadId = QStringLiteral("upload-%1").arg(i);
        transfer.addedAt = QDateTime::currentDateTimeUtc();
        for (int part = 1; part <= parts; ++part)
            transfer.state.parts.insert(
                part, {"\"9bb58f26192e4ba00f01e2e7b136bbd8\"", QByteArray(16, 'm'), QByteArray(8, 'c')});
        block.append(transfer);
        if (block.size() == 1'000 || i + 1 == rows) {
            if (!(*journal)->add(block))
                qFatal("the journal takes no rows");
            block.clear();
        }
    }
}

void benchOpen(int rows, int parts)
{
    QTemporaryDir home;
    const QString state = home.filePath(QStringLiteral("state"));
    fillJournal(state, rows, parts);
    const double before = residentKiB();
    Bench bench(state);
    bench.times = {};
    QElapsedTimer took;
    took.start();
    const auto* view = bench.window->findChild<TransferView*>();
    const auto seconds = [&took] { return static_cast<double>(took.nsecsElapsed()) / 1e9; };
    double firstPaint = 0;
    bool opened = false;
    QObject::connect(bench.queue.get(), &TransferQueue::opened, bench.window.get(), [&] { opened = true; });
    QObject::connect(bench.queue.get(), &TransferQueue::openFailed, bench.window.get(),
                     [](const Error& error) { qFatal("%s", qPrintable(error.message)); });
    bench.queue->open();
    bench.waitUntil([&] { return view->model()->rowCount() > 0; });
    bench.window->repaint();
    firstPaint = seconds();
    bench.waitUntil([&] { return opened && view->model()->rowCount() == rows; });
    bench.window->repaint();
    const double all = seconds();
    bench.run(1s);
    bench.times.print("open");
    std::printf(
        "%-12s %d rows with %d parts: first rows painted after %.2f s, all of them there after %.2f s; "
        "%.0f bytes of memory each\n",
        "open", rows, rows * parts, firstPaint, all, (residentKiB() - before) * 1024 / rows);
}

void benchPartCounts()
{
    const QTemporaryDir home;
    Bench bench(home.filePath(QStringLiteral("state")));
    for (int count : {10, 10'000})
        benchParts(*bench.queue, *bench.rate, count);
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_THREADED_GLIB", "1");
    BenchApplication app(argc, argv);
    app.setApplicationName(QStringLiteral("windowbench"));
    QStringList what = app.arguments().mid(1);
    int rows = 100'000;
    if (const qsizetype at = what.indexOf(QStringLiteral("--rows")); at >= 0) {
        rows = what.value(at + 1).toInt();
        what.remove(at, 2);
    }
    if (what.isEmpty())
        what = {QStringLiteral("steady"), QStringLiteral("add-files"), QStringLiteral("add-folder"),
                QStringLiteral("open"),   QStringLiteral("memory"),    QStringLiteral("parts")};
    for (const QString& name : std::as_const(what)) {
        if (name == QLatin1String("steady"))
            benchSteady();
        else if (name == QLatin1String("memory"))
            for (bool forKeys : {false, true})
                benchMemory(rows, forKeys);
        else if (name == QLatin1String("parts"))
            benchPartCounts();
        else if (name == QLatin1String("open"))
            benchOpen(rows, 10);
        else
            benchAdd(rows, name == QLatin1String("add-folder"));
        std::fflush(stdout);
    }
    return 0;
}
