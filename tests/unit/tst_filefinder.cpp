// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/filefinder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace partway;

class FileFinderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsByBytes();
    void sameNameFirst();
    void tooSmallIsNotRead();
    void aLaterPart();
    void stops();
    void cannotBeCompared();

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return path;
    }
    ListedPart part(int number, const QByteArray& bytes)
    {
        ListedPart part{.number = number, .size = bytes.size()};
        part.etag = '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex() + '"';
        return part;
    }
    QStringList find(const FileWish& wish)
    {
        FileFinder finder;
        QSignalSpy found(&finder, &FileFinder::found);
        QSignalSpy ended(&finder, &FileFinder::ended);
        finder.start(wish);
        if (!ended.wait(20'000))
            return {QStringLiteral("no end")};
        QStringList paths;
        for (const QList<QVariant>& call : found)
            paths.append(call.first().toString());
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileFinderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void FileFinderTest::findsByBytes()
{
    const QByteArray first(1000, 'a');
    const QString right = write(QStringLiteral("deep/er/renamed.mov"), first + QByteArray(500, 'b'));
    write(QStringLiteral("film.mov"), QByteArray(1500, 'c')); // of that name, but another
    write(QStringLiteral("empty"), {});
    const Result<FileWish> wish = FileFinder::wishFor({m_folder->path()}, "raw/film.mov", part(1, first),
                                                      1000, 1200, ChecksumMode::None);
    QVERIFY(wish);
    QCOMPARE(wish->name, QStringLiteral("film.mov"));
    QCOMPARE(find(*wish), QStringList{right});
}

void FileFinderTest::sameNameFirst()
{
    const QByteArray bytes(1000, 'a');
    const QString copy = write(QStringLiteral("a/copy.mov"), bytes);
    const QString named = write(QStringLiteral("z/film.mov"), bytes);
    const QStringList twice{m_folder->path(), m_folder->filePath(QStringLiteral("z"))};
    const Result<FileWish> wish =
        FileFinder::wishFor(twice, "film.mov", part(1, bytes), 1000, 1000, ChecksumMode::None);
    QCOMPARE(find(*wish), QStringList({named, copy}));
}

void FileFinderTest::tooSmallIsNotRead()
{
    const QByteArray bytes(1000, 'a');
    write(QStringLiteral("film.mov"), bytes);
    // Its first part is the same, but more than it has is stored.
    const Result<FileWish> wish =
        FileFinder::wishFor({m_folder->path()}, "film.mov", part(1, bytes), 1000, 3000, ChecksumMode::None);
    QCOMPARE(find(*wish), QStringList());
}

void FileFinderTest::aLaterPart()
{
    const QByteArray third(1000, 'c');
    const QString right = write(QStringLiteral("film.mov"), QByteArray(2000, 'a') + third);
    write(QStringLiteral("shifted.mov"), QByteArray(2001, 'a') + third);
    const Result<FileWish> wish =
        FileFinder::wishFor({m_folder->path()}, "film.mov", part(3, third), 1000, 1000, ChecksumMode::None);
    QCOMPARE(wish->offset, 2000);
    QCOMPARE(find(*wish), QStringList{right});
}

void FileFinderTest::stops()
{
    const QByteArray bytes(1000, 'a');
    for (int i = 0; i < 50; ++i)
        write(QString::number(i), bytes);
    FileFinder finder;
    QSignalSpy found(&finder, &FileFinder::found);
    QSignalSpy ended(&finder, &FileFinder::ended);
    const Result<FileWish> wish =
        FileFinder::wishFor({m_folder->path()}, "x", part(1, bytes), 1000, 1000, ChecksumMode::None);
    finder.start(*wish);
    finder.stop();
    QVERIFY(!finder.isRunning());
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(found.size(), 0); // nobody waits for it any more
    QCOMPARE(ended.size(), 0);
    finder.start(*wish);
    QVERIFY(ended.wait(20'000));
    QCOMPARE(found.size(), 50);
    QVERIFY(!finder.isRunning());
}

void FileFinderTest::cannotBeCompared()
{
    ListedPart opaque{.number = 1, .size = 10};
    opaque.etag = "\"not-an-md5\"";
    QCOMPARE(FileFinder::wishFor({}, "k", opaque, 10, 10, ChecksumMode::None).error().code,
             QStringLiteral("find-uncheckable"));
    QCOMPARE(FileFinder::wishFor({}, "k", {}, 0, 0, ChecksumMode::None).error().code,
             QStringLiteral("find-no-part"));
}

QTEST_GUILESS_MAIN(FileFinderTest)
#include "tst_filefinder.moc"
