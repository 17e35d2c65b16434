// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/transfertext.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace partway;

class TransferTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void everyPhaseHasWords();
    void holdsAreStatesOfTheirOwn();
    void attentionSaysWhat();
    void spoken_data();
    void spoken();
    void everyNoteHasASentence();
    void historyNamesItsDetail();
    void unknownNotesAreShownAsTheyAre();
};

void TransferTextTest::everyPhaseHasWords()
{
    QStringList seen;
    for (int phase = 0; phase <= static_cast<int>(Phase::Failed); ++phase) {
        TransferRow row;
        row.phase = static_cast<Phase>(phase);
        QVERIFY(!stateWords(row).isEmpty());
        QVERIFY(stateSentence(row).endsWith(u'.'));
        QVERIFY2(!seen.contains(stateWords(row)), qPrintable(stateWords(row)));
        seen.append(stateWords(row));
    }
    for (int state = 0; state <= static_cast<int>(PartState::Failed); ++state)
        QVERIFY(!partStateWords(static_cast<PartState>(state)).isEmpty());
}

void TransferTextTest::holdsAreStatesOfTheirOwn()
{
    TransferRow row;
    row.phase = Phase::Sending;
    row.hold = Hold::Network;
    QCOMPARE(stateWords(row), QStringLiteral("Waiting for the network"));
    row.hold = Hold::Throttled;
    QVERIFY(stateSentence(row).startsWith(QLatin1String("The server asked us to slow down.")));
    QSet<QString> words;
    for (Hold hold :
         {Hold::Backoff, Hold::Throttled, Hold::Network, Hold::Portal, Hold::Proxy, Hold::SignIn}) {
        row.hold = hold;
        words.insert(stateWords(row));
        QVERIFY(stateSentence(row).endsWith(u'.'));
    }
    QCOMPARE(words.size(), 6);
    QVERIFY(words.contains(QStringLiteral("The network asks for a sign-in")));
    row.phase = Phase::Paused; // a hold that is left over says nothing about a row at rest
    QCOMPARE(stateWords(row), QStringLiteral("Paused"));
}

void TransferTextTest::attentionSaysWhat()
{
    TransferRow row;
    row.phase = Phase::NeedsAttention;
    row.attention = Attention::SourceChanged;
    QCOMPARE(stateWords(row), QStringLiteral("The file changed"));
    row.error = Error{.kind = ErrorKind::LocalFile,
                      .code = QStringLiteral("file-changed"),
                      .resource = QStringLiteral("/a.bin")};
    QCOMPARE(stateSentence(row), QStringLiteral("“/a.bin” changed while it was being uploaded."));
}

void TransferTextTest::spoken_data()
{
    QTest::addColumn<TransferRow>("row");
    QTest::addColumn<QString>("text");
    TransferRow row;
    row.sourcePath = QStringLiteral("/video/day1.mov");
    row.size = 1000;
    row.storedBytes = 410;
    row.phase = Phase::Sending;
    row.bytesPerSecond = 84 * MiB;
    row.secondsLeft = 92 * 60;
    QTest::newRow("moving") << row << QStringLiteral("day1.mov, 41 %, 84.0 MiB/s, 1 h 32 min left, Sending");
    row.secondsLeft = -1;
    QTest::newRow("no forecast") << row << QStringLiteral("day1.mov, 41 %, 84.0 MiB/s, Sending");
    row.phase = Phase::Paused;
    QTest::newRow("paused") << row << QStringLiteral("day1.mov, 41 %, Paused");
    row.phase = Phase::Finished;
    row.size = row.storedBytes = 0;
    QTest::newRow("empty file") << row << QStringLiteral("day1.mov, 100 %, Finished, verified");
}

void TransferTextTest::spoken()
{
    QFETCH(TransferRow, row);
    QTEST(spokenRow(row), "text");
}

// Whatever the machine, the runner and the queue write into a history must have its sentence here.
void TransferTextTest::everyNoteHasASentence()
{
    static const QRegularExpression noted(QStringLiteral("\\bnote\\(([^;]*)\\);"));
    static const QRegularExpression quoted(QStringLiteral("\"([a-z][a-z-]+)\""));
    int found = 0;
    for (const char* room : {"upload", "queue"}) {
        QDirIterator sources(QStringLiteral(PARTWAY_SOURCE_DIR "/core/") + QLatin1String(room),
                             {QStringLiteral("*.cpp")}, QDir::Files);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            auto calls = noted.globalMatch(text);
            while (calls.hasNext()) {
                auto codes = quoted.globalMatch(calls.next().captured(1));
                while (codes.hasNext()) {
                    const QString code = codes.next().captured(1);
                    ++found;
                    const QString sentence = historySentence({.at = {}, .code = code, .detail = {}});
                    QVERIFY2(sentence != code, qPrintable(code));
                }
            }
        }
    }
    QVERIFY(found > 15);
}

void TransferTextTest::historyNamesItsDetail()
{
    HistoryLine line{.at = {}, .code = QStringLiteral("created"), .detail = QStringLiteral("VXBs/b2Fk%1")};
    QVERIFY(historySentence(line).contains(QLatin1String("VXBs/b2Fk%1")));
    line = {.at = {}, .code = QStringLiteral("failed"), .detail = QStringLiteral("NoSuchBucket")};
    QCOMPARE(historySentence(line), QStringLiteral("Failed. The bucket does not exist."));
    line = {.at = {}, .code = QStringLiteral("needs-attention"), .detail = QStringLiteral("object-exists")};
    QCOMPARE(historySentence(line), QStringLiteral("Stopped for your decision: The object exists."));
}

void TransferTextTest::unknownNotesAreShownAsTheyAre()
{
    const HistoryLine line{.at = {}, .code = QStringLiteral("moved-to-mars"), .detail = QStringLiteral("42")};
    QCOMPARE(historySentence(line), QStringLiteral("moved-to-mars: 42"));
}

QTEST_GUILESS_MAIN(TransferTextTest)
#include "tst_transfertext.moc"
