// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/folderscan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace partway;

class FolderScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void files();
    void folderKeepsItsStructure();
    void order();
    void slashesAndDots();
    void missing();
    void emptyFolder();
    void linksAreSkipped();
    void linksAreFollowed();
    void loopsAreNamed();
    void devicesAreNotOpened();
    void unreadable();
    void namesThatAreNotUtf8();
    void keysAreNormal();
    void twinsKeepApart();
    void blocks();
    void stops();

private:
    struct Found
    {
        QList<ScannedFile> files;
        QList<ScanTrouble> troubles;
        int blocks = 0;
        QStringList keys() const;
        QMap<QString, QString> codes() const; // by name
    };
    Found scan(const QStringList& paths, bool followLinks = false);
    QString make(const QString& path, const QByteArray& bytes = "x");
    QString at(const QString& path) const { return m_dir->filePath(path); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QStringList FolderScanTest::Found::keys() const
{
    QStringList keys;
    for (const ScannedFile& file : files)
        keys.append(file.relative);
    return keys;
}

QMap<QString, QString> FolderScanTest::Found::codes() const
{
    QMap<QString, QString> codes;
    for (const ScanTrouble& trouble : troubles)
        codes.insert(QFileInfo(trouble.path).fileName(), trouble.error.code);
    return codes;
}

void FolderScanTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

FolderScanTest::Found FolderScanTest::scan(const QStringList& paths, bool followLinks)
{
    Found found;
    const std::atomic<bool> stop = false;
    scanPaths(
        paths, followLinks, stop,
        [&](QList<ScannedFile> files) {
            found.files += files;
            ++found.blocks;
        },
        [&](QList<ScanTrouble> troubles) { found.troubles += troubles; });
    return found;
}

QString FolderScanTest::make(const QString& path, const QByteArray& bytes)
{
    const QString full = at(path);
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(full));
    return full;
}

void FolderScanTest::files()
{
    const Found found = scan({make("b.bin", "12345"), make("a.bin")});
    QCOMPARE(found.keys(), (QStringList{"b.bin", "a.bin"})); // in the order they were given
    QCOMPARE(found.files.at(0).source, fingerprintOf(at("b.bin")).value());
    QCOMPARE(found.files.at(0).source.size, 5);
    QVERIFY(found.files.at(0).group.isEmpty());
    QVERIFY(found.troubles.isEmpty());
}

void FolderScanTest::folderKeepsItsStructure()
{
    make("photos/2026/a.jpg");
    make("photos/b.jpg");
    make("photos/.hidden");
    const Found found = scan({at("photos")});
    QCOMPARE(found.keys(), (QStringList{"photos/.hidden", "photos/2026/a.jpg", "photos/b.jpg"}));
    for (const ScannedFile& file : found.files)
        QCOMPARE(file.group, "photos");
    QCOMPARE(found.files.at(1).path, at("photos/2026/a.jpg"));
}

void FolderScanTest::order()
{
    for (const char* name : {"10", "2", "b", "a", "c/1"})
        make(QStringLiteral("f/%1").arg(name));
    QCOMPARE(scan({at("f")}).keys(), (QStringList{"f/10", "f/2", "f/a", "f/b", "f/c/1"}));
}

void FolderScanTest::slashesAndDots()
{
    make("photos/a");
    QCOMPARE(scan({at("photos/")}).keys(), QStringList{"photos/a"});
    QCOMPARE(scan({at("photos/../photos/.")}).keys(), QStringList{"photos/a"});
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(at("photos")));
    const Found here = scan({"."});
    const Found relative = scan({"a"});
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(here.keys(), QStringList{"photos/a"});
    QCOMPARE(relative.keys(), QStringList{"a"});
}

void FolderScanTest::missing()
{
    const Found found = scan({at("nowhere"), make("a"), QString()});
    QCOMPARE(found.keys(), QStringList{"a"});
    QCOMPARE(found.troubles.size(), 2);
    QCOMPARE(found.troubles.at(0).error.code, "file-missing");
    QCOMPARE(found.troubles.at(0).error.kind, ErrorKind::LocalFile);
    QCOMPARE(found.troubles.at(1).error.code, "file-missing");
}

void FolderScanTest::emptyFolder()
{
    QVERIFY(QDir().mkpath(at("empty/below")));
    const Found found = scan({at("empty")});
    QVERIFY(found.files.isEmpty() && found.troubles.isEmpty());
}

void FolderScanTest::linksAreSkipped()
{
    make("f/a");
    QVERIFY(QFile::link(at("f/a"), at("f/file-link")));
    QVERIFY(QFile::link(at("f"), at("f/folder-link")));
    QVERIFY(QFile::link(at("nowhere"), at("f/broken")));
    const Found found = scan({at("f")});
    QCOMPARE(found.keys(), QStringList{"f/a"});
    const QMap<QString, QString> expected{
        {"broken", "link-skipped"}, {"file-link", "link-skipped"}, {"folder-link", "link-skipped"}};
    QCOMPARE(found.codes(), expected);
}

void FolderScanTest::linksAreFollowed()
{
    make("f/a", "1234");
    make("other/b");
    QVERIFY(QFile::link(at("f/a"), at("f/file-link")));
    QVERIFY(QFile::link(at("other"), at("f/folder-link")));
    QVERIFY(QFile::link(at("nowhere"), at("f/broken")));
    const Found found = scan({at("f")}, true);
    QCOMPARE(found.keys(), (QStringList{"f/a", "f/file-link", "f/folder-link/b"}));
    QCOMPARE(found.files.at(1).source.size, 4);
    QCOMPARE(found.codes(), (QMap<QString, QString>{{"broken", "link-broken"}}));
}

void FolderScanTest::loopsAreNamed()
{
    make("f/sub/a");
    QVERIFY(QFile::link(at("f"), at("f/sub/up")));
    QVERIFY(QFile::link(at("f/self"), at("f/self")));
    const Found found = scan({at("f")}, true);
    QCOMPARE(found.keys(), QStringList{"f/sub/a"});
    QCOMPARE(found.codes(), (QMap<QString, QString>{{"self", "link-loop"}, {"up", "link-loop"}}));
}

void FolderScanTest::devicesAreNotOpened()
{
#ifdef Q_OS_UNIX
    make("f/a");
    QCOMPARE(::mkfifo(QFile::encodeName(at("f/pipe")).constData(), 0600), 0); // opening it would block
    const Found found = scan({at("f"), "/dev/null"});
    QCOMPARE(found.keys(), QStringList{"f/a"});
    QCOMPARE(found.codes(),
             (QMap<QString, QString>{{"null", "file-not-regular"}, {"pipe", "file-not-regular"}}));
#else
    QSKIP("no devices in the file tree");
#endif
}

void FolderScanTest::unreadable()
{
#ifdef Q_OS_UNIX
    make("f/a");
    make("f/secret");
    make("f/closed/b");
    QVERIFY(QFile::setPermissions(at("f/secret"), QFile::Permissions{}));
    QVERIFY(QFile::setPermissions(at("f/closed"), QFile::Permissions{}));
    QVERIFY(QFile::setPermissions(at("."), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup |
                                               QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther |
                                               QFile::WriteOwner));
    const bool root = ::geteuid() == 0;
    // access() asks for the real user, open() for the effective one: be somebody else in both.
    if (root)
        QCOMPARE(::setresuid(65'534, 65'534, 0), 0);
    const Found found = scan({at("f")});
    if (root)
        QCOMPARE(::setresuid(0, 0, 0), 0);
    QVERIFY(QFile::setPermissions(at("f/closed"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(found.keys(), QStringList{"f/a"});
    QCOMPARE(found.codes(),
             (QMap<QString, QString>{{"closed", "folder-unreadable"}, {"secret", "file-unreadable"}}));
#else
    QSKIP("permissions are another matter here");
#endif
}

void FolderScanTest::namesThatAreNotUtf8()
{
#ifdef Q_OS_LINUX
    make("f/a");
    make(QString::fromUtf8("f/f\xef\xbf\xbd")); // a proper U+FFFD is a name like any other
    for (const QByteArray name : {"/f/caf\xe9.txt", "/f/dir\xff"}) {
        const QByteArray full = QFile::encodeName(m_dir->path()) + name;
        if (name.endsWith("txt"))
            QVERIFY(::mknod(full.constData(), S_IFREG | 0600, 0) == 0);
        else
            QVERIFY(::mkdir(full.constData(), 0700) == 0);
    }
    const Found found = scan({at("f")});
    QCOMPARE(found.files.size(), 2);
    QCOMPARE(found.troubles.size(), 2);
    for (const ScanTrouble& trouble : found.troubles) {
        QCOMPARE(trouble.error.code, "name-not-utf8");
        QVERIFY(trouble.path.startsWith(at("f/")));
    }
    for (const char* name : {"/f/caf\xe9.txt", "/f/dir\xff"})
        QCOMPARE(::remove((QFile::encodeName(m_dir->path()) + name).constData()), 0);
#else
    QSKIP("this file system has no such names");
#endif
}

void FolderScanTest::keysAreNormal()
{
    const QString decomposed = QString::fromUtf8("u\xcc\x88"); // u and a combining diaeresis
    make("f/" + decomposed);
    const Found found = scan({at("f")});
    QCOMPARE(found.keys(), QStringList{QString::fromUtf8("f/\xc3\xbc")});
    QVERIFY(found.files.at(0).path.endsWith(decomposed)); // the file is found under its own name
}

void FolderScanTest::twinsKeepApart()
{
    const QString decomposed = QString::fromUtf8("u\xcc\x88"), composed = QString::fromUtf8("\xc3\xbc");
    make("f/" + decomposed);
    make("f/" + composed);
    if (QDir(at("f")).entryList(QDir::Files).size() < 2)
        QSKIP("this file system knows only one of them");
    const QStringList keys = scan({at("f")}).keys();
    QCOMPARE(QSet<QString>(keys.cbegin(), keys.cend()).size(), 2);
}

void FolderScanTest::blocks()
{
    for (int i = 0; i < 2'100; ++i)
        make(QStringLiteral("f/%1").arg(i), {});
    qsizetype longest = 0;
    int count = 0;
    const std::atomic<bool> stop = false;
    scanPaths(
        {at("f")}, false, stop,
        [&](QList<ScannedFile> files) {
            longest = std::max(longest, files.size());
            count += static_cast<int>(files.size());
        },
        [](QList<ScanTrouble>) {});
    QCOMPARE(count, 2'100);
    QVERIFY(longest <= 1'000);
}

void FolderScanTest::stops()
{
    for (int i = 0; i < 2'100; ++i)
        make(QStringLiteral("f/%1").arg(i), {});
    std::atomic<bool> stop = false;
    int count = 0;
    scanPaths(
        {at("f")}, false, stop,
        [&](QList<ScannedFile> files) {
            count += static_cast<int>(files.size());
            stop = true;
        },
        [](QList<ScanTrouble>) {});
    QVERIFY(count > 0 && count < 2'100);
}

QTEST_GUILESS_MAIN(FolderScanTest)
#include "tst_folderscan.moc"
