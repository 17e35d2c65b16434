// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/abortbook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace partway;

namespace {

LeftAbort left(const char* id, int minutesAgo = 0)
{
    LeftAbort abort;
    abort.accountId = QStringLiteral("account-1");
    abort.upload = {
        .bucket = QStringLiteral("media"), .key = "raw/\xC3\xBC b.mov", .uploadId = QLatin1String(id)};
    abort.askedAt = QDateTime::fromString(QStringLiteral("2026-01-15T10:00:00Z"), Qt::ISODate);
    abort.triedAt = abort.askedAt.addSecs(-60 * minutesAgo);
    abort.code = QStringLiteral("SlowDown");
    return abort;
}

} // namespace

class AbortBookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void outlivesTheProgram();
    void countsTries();
    void twoProcesses();
    void damaged();
    void waitsLongerEachTime();
    void noFolder();
    void intendedBeforeTheFirstTry();
    void stoppedByAPerson();
    void thousands();
};

void AbortBookTest::outlivesTheProgram()
{
    QTemporaryDir folder;
    AbortBook book(folder.path());
    QVERIFY(book.load());
    QVERIFY(book.keep({left("1"), left("2")}));
    AbortBook later(folder.path());
    QVERIFY(later.load());
    QCOMPARE(later.all().size(), 2);
    const LeftAbort& read = later.all().first();
    QVERIFY(read.isSameUpload(left("1")));
    QCOMPARE(read.tries, 1);
    QCOMPARE(read.code, QStringLiteral("SlowDown"));
    QCOMPARE(read.askedAt, left("1").askedAt);
    QVERIFY(later.drop({left("1")}));
    QVERIFY(book.load());
    QCOMPARE(book.all().size(), 1);
    QCOMPARE(book.all().first().upload.uploadId, QStringLiteral("2"));
}

void AbortBookTest::countsTries()
{
    QTemporaryDir folder;
    AbortBook book(folder.path());
    for (int i = 0; i < 3; ++i)
        QVERIFY(book.keep({left("1")}));
    QCOMPARE(book.all().size(), 1);
    QCOMPARE(book.all().first().tries, 3);
}

void AbortBookTest::twoProcesses()
{
    QTemporaryDir folder;
    AbortBook one(folder.path());
    AbortBook other(folder.path());
    QVERIFY(one.keep({left("1")}));
    QVERIFY(other.keep({left("2")}));
    QVERIFY(one.keep({left("3")}));
    QCOMPARE(one.all().size(), 3);
}

void AbortBookTest::damaged()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("aborts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ no");
    file.close();
    AbortBook book(folder.path());
    const Result<void> loaded = book.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, QStringLiteral("aborts-unreadable"));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("aborts.json.bad"))));
    QVERIFY(book.keep({left("1")}));
    QVERIFY(book.load());
    QCOMPARE(book.all().size(), 1);

    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(
        R"({"aborts":[{"bucket":"b","key":"","uploadId":"1"},7,{"bucket":"b","key":"k","uploadId":"2"}]})");
    file.close();
    QVERIFY(book.load());
    QCOMPARE(book.all().size(), 1);
}

void AbortBookTest::waitsLongerEachTime()
{
    LeftAbort abort = left("1");
    QList<qint64> minutes;
    for (int tries : {1, 2, 3, 9, 50}) {
        abort.tries = tries;
        minutes.append(abort.triedAt.secsTo(abort.nextTry()) / 60);
    }
    QCOMPARE(minutes, QList<qint64>({1, 2, 4, 256, 360}));
}

void AbortBookTest::noFolder()
{
    AbortBook book(QStringLiteral("/proc/none/here"));
    const Result<void> kept = book.keep({left("1")});
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, QStringLiteral("aborts-not-saved"));
}

void AbortBookTest::intendedBeforeTheFirstTry()
{
    QTemporaryDir folder;
    AbortBook book(folder.path());
    LeftAbort careful = left("1");
    careful.look = true;
    QVERIFY(book.intend({careful, left("2"), left("2")}));
    AbortBook later(folder.path());
    QVERIFY(later.load());
    QCOMPARE(later.all().size(), 2);
    QCOMPARE(later.all().first().tries, 0);
    QVERIFY(later.all().first().look);
    QVERIFY(!later.all().last().look);
    QCOMPARE(later.all().first().triedAt.secsTo(later.all().first().nextTry()), 60);

    QVERIFY(later.keep({left("1")}));
    QVERIFY(later.intend({left("1")})); // tried again, and this time wanted in any case
    QCOMPARE(later.all().first().tries, 1);
    QVERIFY(!later.all().first().look);
}

void AbortBookTest::stoppedByAPerson()
{
    QTemporaryDir folder;
    AbortBook book(folder.path());
    QVERIFY(book.intend({left("1"), left("2")}));
    QVERIFY(book.hold({left("2"), left("3")})); // what is not known is not added
    AbortBook later(folder.path());
    QVERIFY(later.load());
    QCOMPARE(later.all().size(), 2);
    QVERIFY(!later.all().first().held);
    QVERIFY(later.all().last().held);
    QVERIFY(later.intend({left("2")})); // somebody asked for it again
    QVERIFY(!later.all().last().held);
}

void AbortBookTest::thousands()
{
    QTemporaryDir folder;
    AbortBook book(folder.path());
    QList<LeftAbort> many;
    for (int number = 0; number < 20'000; ++number)
        many.append(left(QByteArray::number(number).constData()));
    QVERIFY(book.intend(many));
    QVERIFY(book.keep(many.mid(15'000)));
    QVERIFY(book.drop(many.mid(0, 15'000)));
    QCOMPARE(book.all().size(), 5'000);
    QCOMPARE(book.all().first().upload.uploadId, QStringLiteral("15000"));
    QCOMPARE(book.all().first().tries, 1);
}

QTEST_GUILESS_MAIN(AbortBookTest)
#include "tst_abortbook.moc"
