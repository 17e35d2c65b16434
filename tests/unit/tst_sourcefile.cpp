// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/sourcefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace partway;

// Built twice: over the platform's own handle and over the portable one.
class SourceFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAnyWindow();
    void readsFromManyThreads();
    void sparseGiant();
    void refuses_data();
    void refuses();
    void unreadable();
    void unchangedIsOk();
    void seesChanges_data();
    void seesChanges();
    void shorterFileAnswersWithLess();
    void sameSource_data();
    void sameSource();

private:
    QString make(const QString& name, const QByteArray& bytes);
    std::unique_ptr<QTemporaryDir> m_dir;
};

void SourceFileTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

QString SourceFileTest::make(const QString& name, const QByteArray& bytes)
{
    QFile file(m_dir->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void SourceFileTest::readsAnyWindow()
{
    const auto source = SourceFile::open(make("a", "0123456789"));
    QVERIFY(source.ok());
    QByteArray buffer(20, 'x');
    QCOMPARE(*source.value()->readAt(0, buffer.data(), 20), 10);
    QCOMPARE(buffer.left(10), "0123456789");
    QCOMPARE(*source.value()->readAt(7, buffer.data(), 2), 2);
    QCOMPARE(buffer.left(2), "78");
    QCOMPARE(*source.value()->readAt(10, buffer.data(), 5), 0);
    QCOMPARE(*source.value()->readAt(1'000, buffer.data(), 5), 0);
    QCOMPARE(source.value()->fingerprint().size, 10);
}

void SourceFileTest::readsFromManyThreads()
{
    QByteArray bytes(1 << 20, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>((i * 7 + i / 256) & 0xff);
    const auto source = SourceFile::open(make("a", bytes)).value();
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            QByteArray buffer(4096, '\0');
            for (int i = 0; i < 200; ++i) {
                const qint64 at = (i * 4099 + t * 65'537) % (bytes.size() - 4096);
                const auto got = source->readAt(at, buffer.data(), 4096);
                if (!got.ok() || *got != 4096 || buffer != bytes.mid(at, 4096))
                    ++wrong;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void SourceFileTest::sparseGiant()
{
    QFile file(m_dir->filePath("giant"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    qint64 size = 10'000 * (5 * GiB); // 48.8 TiB, where the file system takes it
    while (size > 4 * GiB && !file.resize(size))
        size /= 2;
    QVERIFY(file.resize(size));
    file.close();
    const auto source = SourceFile::open(file.fileName());
    QVERIFY(source.ok());
    QCOMPARE(source.value()->fingerprint().size, size);
    char last[8];
    QCOMPARE(*source.value()->readAt(size - 3, last, 8), 3);
}

void SourceFileTest::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << "missing"
                             << "file-missing";
    QTest::newRow("below a file") << "below-a-file"
                                  << "file-missing";
    QTest::newRow("folder") << "folder"
                            << "file-is-folder";
#ifdef Q_OS_UNIX
    QTest::newRow("pipe") << "pipe"
                          << "file-not-regular";
    QTest::newRow("device") << "device"
                            << "file-not-regular";
    QTest::newRow("broken link") << "broken-link"
                                 << "file-missing";
#endif
}

void SourceFileTest::refuses()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    QString path = m_dir->filePath(what);
    if (what == "folder")
        QVERIFY(QDir().mkpath(path));
    if (what == "below-a-file")
        path = make("file", "x") + "/child";
#ifdef Q_OS_UNIX
    if (what == "pipe")
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    if (what == "device")
        path = "/dev/null";
    if (what == "broken-link")
        QVERIFY(QFile::link(m_dir->filePath("nowhere"), path));
#endif
    const auto source = SourceFile::open(path);
    QVERIFY(!source.ok());
    QCOMPARE(source.error().kind, ErrorKind::LocalFile);
    QCOMPARE(source.error().code, code);
    QCOMPARE(source.error().resource, path);
    QCOMPARE(fingerprintOf(path).error().code, code);
}

void SourceFileTest::unreadable()
{
    const QString path = make("secret", "x");
    QVERIFY(QFile::setPermissions(path, QFile::Permissions{}));
    if (QFile(path).open(QIODevice::ReadOnly))
        QSKIP("this user may read everything");
    QCOMPARE(SourceFile::open(path).error().code, "file-unreadable");
    QVERIFY(fingerprintOf(path).ok());
}

void SourceFileTest::unchangedIsOk()
{
    const QString path = make("a", "0123456789");
    const SourceFingerprint promised = fingerprintOf(path).value();
    const auto source = SourceFile::open(path).value();
    QCOMPARE(source->fingerprint(), promised);
    QVERIFY(source->check(promised).ok());
}

void SourceFileTest::seesChanges_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("longer") << "longer"
                            << "file-changed";
    QTest::newRow("shorter") << "shorter"
                             << "file-changed";
    QTest::newRow("touched") << "touched"
                             << "file-changed";
    QTest::newRow("deleted") << "deleted"
                             << "file-missing";
    QTest::newRow("became a folder") << "folder"
                                     << "file-is-folder";
#ifdef Q_OS_UNIX
    QTest::newRow("replaced, same size and time") << "replaced"
                                                  << "file-changed";
#endif
}

void SourceFileTest::seesChanges()
{
    QFETCH(QString, change);
    const QString path = make("a", "0123456789");
    const auto source = SourceFile::open(path).value();
    const SourceFingerprint promised = source->fingerprint();
    QFile file(path);
    if (change == "longer")
        QVERIFY(file.open(QIODevice::Append) && file.write("x") == 1);
    else if (change == "shorter")
        QVERIFY(file.resize(3));
    else if (change == "touched")
        QVERIFY(file.open(QIODevice::ReadWrite) &&
                file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFile::FileModificationTime));
    else if (change == "deleted")
        QVERIFY(file.remove());
    else if (change == "folder")
        QVERIFY(file.remove() && QDir().mkpath(path));
    file.close();
#ifdef Q_OS_UNIX
    if (change == "replaced") {
        if (promised.identity.isEmpty())
            QSKIP("no file identity here");
        const QString other = make("b", "9876543210");
        struct timespec times[2] = {{0, UTIME_OMIT},
                                    {static_cast<time_t>(promised.modifiedNs / 1'000'000'000),
                                     static_cast<long>(promised.modifiedNs % 1'000'000'000)}};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(other).constData(), times, 0), 0);
        QCOMPARE(::rename(QFile::encodeName(other).constData(), QFile::encodeName(path).constData()), 0);
    }
#endif
    const Result<void> seen = source->check(promised);
    QVERIFY(!seen.ok());
    QTEST(seen.error().code, "code");
}

void SourceFileTest::shorterFileAnswersWithLess()
{
    const QString path = make("a", QByteArray(100'000, 'a'));
    const auto source = SourceFile::open(path).value();
    QVERIFY(QFile::resize(path, 50));
    QByteArray buffer(100'000, 'x');
    QCOMPARE(*source->readAt(0, buffer.data(), 100'000), 50);
}

void SourceFileTest::sameSource_data()
{
    QTest::addColumn<QByteArray>("promised");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<bool>("same");
    QTest::newRow("same file") << QByteArray("8:17") << QByteArray("8:17") << true;
    QTest::newRow("other file") << QByteArray("8:17") << QByteArray("8:18") << false;
    QTest::newRow("disk came back elsewhere") << QByteArray("8:17") << QByteArray("9:17") << true;
    QTest::newRow("no identity then") << QByteArray() << QByteArray("8:17") << true;
    QTest::newRow("no identity now") << QByteArray("8:17") << QByteArray() << true;
}

void SourceFileTest::sameSource()
{
    QFETCH(QByteArray, promised);
    QFETCH(QByteArray, seen);
    QFETCH(bool, same);
    QCOMPARE(isSameSource({5, 7, promised}, {5, 7, seen}), same);
    QVERIFY(!isSameSource({5, 7, promised}, {6, 7, seen}));
    QVERIFY(!isSameSource({5, 7, promised}, {5, 8, seen}));
}

QTEST_GUILESS_MAIN(SourceFileTest)
#include "tst_sourcefile.moc"
