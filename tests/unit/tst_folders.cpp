// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folders.h"

#include <QDir>
#include <QTest>

using namespace partway;

class FoldersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOptionDecidesBoth();
    void relativeOptionsAreMadeAbsolute();
    void followsThePlatform();
};

void FoldersTest::theOptionDecidesBoth()
{
    const Folders folders = programFolders(QStringLiteral("/srv/queue/"));
    QCOMPARE(folders.state, QStringLiteral("/srv/queue"));
    QCOMPARE(folders.settings, folders.state);
}

void FoldersTest::relativeOptionsAreMadeAbsolute()
{
    QCOMPARE(programFolders(QStringLiteral("here")).state, QDir::currentPath() + QStringLiteral("/here"));
}

void FoldersTest::followsThePlatform()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    QSKIP("XDG is for the others");
#endif
    qputenv("XDG_STATE_HOME", "/tmp/state");
    qputenv("XDG_CONFIG_HOME", "/tmp/config");
    QCOMPARE(programFolders().state, QStringLiteral("/tmp/state/partway"));
    QCOMPARE(programFolders().settings, QStringLiteral("/tmp/config/partway"));
    qputenv("XDG_STATE_HOME", "not/absolute");
    QCOMPARE(programFolders().state, QDir::homePath() + QStringLiteral("/.local/state/partway"));
}

QTEST_GUILESS_MAIN(FoldersTest)
#include "tst_folders.moc"
