// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journal.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace partway;

class DriverLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHolder();
    void eachTransferHasItsOwn();
    void leavesNoFile();
    void diesWithItsProcess();
    void folderCannotBeMade();

private:
    QTemporaryDir m_dir;
};

void DriverLockTest::oneHolder()
{
    const TransferId id{1};
    QVERIFY(!DriverLock::isHeld(m_dir.path(), id));
    auto lock = DriverLock::tryLock(m_dir.path(), id);
    QVERIFY(lock);
    QVERIFY(DriverLock::isHeld(m_dir.path(), id));
    QVERIFY(!DriverLock::tryLock(m_dir.path(), id));
    QVERIFY(DriverLock::isHeld(m_dir.path(), id)); // a failed try takes nothing away
    lock.reset();
    QVERIFY(!DriverLock::isHeld(m_dir.path(), id));
    QVERIFY(DriverLock::tryLock(m_dir.path(), id));
}

void DriverLockTest::eachTransferHasItsOwn()
{
    const auto first = DriverLock::tryLock(m_dir.path(), TransferId{1});
    const auto second = DriverLock::tryLock(m_dir.path(), TransferId{2});
    QVERIFY(first && second);
}

void DriverLockTest::leavesNoFile()
{
    DriverLock::tryLock(m_dir.path(), TransferId{3}).reset();
#ifdef Q_OS_UNIX
    QVERIFY(QDir(m_dir.filePath("locks")).entryList(QDir::Files).isEmpty());
#endif
}

void DriverLockTest::diesWithItsProcess()
{
#ifdef Q_OS_UNIX
    int ready[2];
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = DriverLock::tryLock(m_dir.path(), TransferId{4});
        const char answer = lock ? 'y' : 'n';
        if (::write(ready[1], &answer, 1) == 1)
            ::pause();
        ::_exit(1);
    }
    char answer = 0;
    QCOMPARE(::read(ready[0], &answer, 1), 1);
    QCOMPARE(answer, 'y');
    QVERIFY(DriverLock::isHeld(m_dir.path(), TransferId{4}));
    QVERIFY(!DriverLock::tryLock(m_dir.path(), TransferId{4}));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    QVERIFY(!DriverLock::isHeld(m_dir.path(), TransferId{4}));
    QVERIFY(DriverLock::tryLock(m_dir.path(), TransferId{4}));
#else
    QSKIP("needs fork()");
#endif
}

void DriverLockTest::folderCannotBeMade()
{
    QFile file(m_dir.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!DriverLock::tryLock(m_dir.filePath("file/state"), TransferId{5}));
    QVERIFY(!DriverLock::isHeld(m_dir.filePath("file/state"), TransferId{5}));
}

QTEST_GUILESS_MAIN(DriverLockTest)
#include "tst_driverlock.moc"
