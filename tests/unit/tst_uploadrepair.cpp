// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/machinescript.h"
#include "upload/uploadproof.h"

#include <QtTest>

using namespace partway;

namespace {

StoreProfile fullStore(bool lists = true)
{
    StoreProfile profile;
    profile.provider = "test";
    profile.listsParts = lists;
    return profile;
}

const QStringList sendingTwo{"start -> save create | creating", "created U1 -> save | sending",
                             "slots 2 -> send:1 send:2 | sending"};
// Parts 1 and 2 are stored, part 3 is on its way when the file changes.
const QStringList changedAtThree =
    sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                             "changed -> cut save | needs-attention:source-changed"};
const QStringList rested =
    changedAtThree + QStringList{"failed cancelled part=3 -> | needs-attention:source-changed"};
const QStringList checking = rested + QStringList{"repair -> recheck save list:U1:0 | reconciling"};

} // namespace

class TestUploadRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void story_data();
    void story();
    void storeWithoutListing();
    void carriesWhatWasRecorded();
    void oldObjectIsNotTheFile_data();
    void oldObjectIsNotTheFile();
};

void TestUploadRepair::story_data()
{
    QTest::addColumn<QStringList>("lines");
    auto row = [](const char* name, const QStringList& lines) { QTest::newRow(name) << lines; };

    row("stored parts are compared, and the rest is sent",
        checking + QStringList{"listed 1=ours 2=ours -> save compare:1 compare:2 | sending",
                               "stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                               "stored 3 -> keep:3 save complete:3 | completing"});
    row("killed right after: they are still to be compared",
        checking + QStringList{"reborn -> | reconciling", "start -> save list:U1:0 | reconciling",
                               "listed 1=ours 2=ours -> save | sending",
                               "slots 3 -> compare:1 compare:2 send:3 | sending"});
    row("killed in the middle: what was compared counts, the other does not",
        checking + QStringList{"listed 1=ours 2=ours -> save compare:1 compare:2 | sending",
                               "stored 1 -> keep:1 send:3 | sending", "reborn -> | sending",
                               "start -> save list:U1:0 | reconciling",
                               "listed 1=ours 2=ours -> save | sending",
                               "slots 3 -> compare:2 send:3 | sending"});
    row("part of the old file comes late: it does not count",
        changedAtThree + QStringList{"repair -> cut recheck save | reconciling",
                                     "stored 3 -> list:U1:0 | reconciling",
                                     "listed 1=ours 2=ours 3=strange -> save compare:1 compare:2 | sending",
                                     "stored 2 -> keep:2 compare:3 | sending"});
    row("what the store holds otherwise than recorded is a hint",
        checking + QStringList{"listed 1=strange -> save compare:1 send:2 | sending"});
    row("the file changes once more while it is compared",
        checking + QStringList{"listed 1=ours 2=ours -> save compare:1 compare:2 | sending",
                               "stored 1 -> keep:1 send:3 | sending",
                               "changed -> cut save | needs-attention:source-changed",
                               "failed cancelled part=2 -> | needs-attention:source-changed",
                               "failed cancelled part=3 -> | needs-attention:source-changed",
                               "repair -> recheck save list:U1:0 | reconciling",
                               "listed 1=ours 2=ours -> save compare:1 compare:2 | sending"});
    const QStringList changedAtTheEnd =
        sendingTwo +
        QStringList{"stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                    "stored 3 -> keep:3 save complete:3 | completing",
                    "failed local-file code=file-changed -> save | needs-attention:source-changed"};
    row("grown: the last part is cut anew and one follows",
        changedAtTheEnd + QStringList{"repair 17825792 -> recheck save list:U1:0 | reconciling",
                                      "listed 1=ours 2=ours -> save compare:1 compare:2 | sending",
                                      "stored 1 -> keep:1 send:3 | sending",
                                      "stored 2 -> keep:2 send:4 | sending", "stored 3 -> keep:3 | sending",
                                      "stored 4 -> keep:4 save complete:4 | completing"});
    row("shrunk by a part",
        changedAtTheEnd + QStringList{"repair 10485760 -> recheck save list:U1:0 | reconciling",
                                      "listed 1=ours 2=ours -> save compare:1 compare:2 | sending",
                                      "stored 1 -> keep:1 | sending",
                                      "stored 2 -> keep:2 save complete:2 | completing"});
    row("shrunk to less than a part: nothing is kept",
        changedAtTheEnd + QStringList{"repair 4194304 -> recheck save list:U1:0 | reconciling",
                                      "listed -> save send:1 | sending",
                                      "stored 1 -> keep:1 save complete:1 | completing"});
    row("the bytes changed and size and time did not: every part is compared again",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending",
                                 "failed local-file code=file-content-changed part=2 -> cut recheck save | "
                                 "needs-attention:source-changed",
                                 "stored 3 -> | needs-attention:source-changed",
                                 "retry -> save list:U1:0 | reconciling",
                                 "listed 1=ours 3=strange -> save compare:1 send:2 | sending"});
    row("Complete of the old file is done all the same: another upload is begun",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                                 "stored 3 -> keep:3 save complete:3 | completing",
                                 "pause -> cut save | paused", "repair -> cut recheck save | reconciling",
                                 "completed -> forget save create | creating",
                                 "created U2 -> save send:1 send:2 | sending"});
    row("Complete of the old file is cut: the upload goes on",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                                 "stored 3 -> keep:3 save complete:3 | completing",
                                 "pause -> cut save | paused", "repair -> cut recheck save | reconciling",
                                 "failed cancelled maybe -> list:U1:0 | reconciling",
                                 "listed 1=ours -> save compare:1 send:2 | sending"});
    row("nothing was begun: the same as starting over",
        {"start -> save create | creating", "failed refused code=AccessDenied status=403 -> save | failed",
         "repair -> forget save create | creating"});
    row("aborted instead: the parts to be compared go, too",
        checking + QStringList{"abort -> cut save | aborting", "failed cancelled -> save abort:U1 | aborting",
                               "aborted -> list:U1:0 | aborting",
                               "failed not-found code=NoSuchUpload -> wait:1 | aborting",
                               "repair -> | aborting"});
}

void TestUploadRepair::story()
{
    QFETCH(const QStringList, lines);
    MachineScript script(threePartSpec(), fullStore());
    script.verify(lines);
}

// Where the store cannot list, our own records are what is compared.
void TestUploadRepair::storeWithoutListing()
{
    MachineScript script(threePartSpec(), fullStore(false));
    script.run(rested);
    QCOMPARE(script.run({"repair"}).first(), "repair -> recheck save compare:1 compare:2 | sending");
}

// The file is compared with what was recorded, by its digest where there is one.
void TestUploadRepair::carriesWhatWasRecorded()
{
    UploadState state;
    state.phase = Phase::NeedsAttention;
    state.uploadId = "U1";
    state.parts.insert(1, StoredPart{"\"opaque\"", "md5", "crc", false});
    UploadMachine machine(threePartSpec(), fullStore(false), state);
    machine.handle(event::Slots{1}, 0);
    const UploadCommands commands = machine.handle(event::Repair{threePartSpec().plan}, 0);
    const auto* part = std::get_if<command::SendPart>(&commands.last());
    QVERIFY(part);
    QCOMPARE(part->number, 1);
    QCOMPARE(part->listedEtag, "\"opaque\"");
    QCOMPARE(part->listedChecksum, "crc");
    QCOMPARE(part->recordedMd5, "md5");
    QVERIFY(machine.state().parts.isEmpty());
    QCOMPARE(machine.storedBytes(), 0);
}

void TestUploadRepair::oldObjectIsNotTheFile_data()
{
    QTest::addColumn<int>("changes");
    QTest::addColumn<bool>("sameEtag");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("never changed, token") << 0 << false << Verdict::Ours;
    QTest::newRow("changed, token only") << 1 << false << Verdict::NotOurs;
    QTest::newRow("changed, ETag") << 1 << true << Verdict::Ours;
}

// An object with our token and size may be what an earlier Complete made of the file as it was.
void TestUploadRepair::oldObjectIsNotTheFile()
{
    QFETCH(const int, changes);
    QFETCH(const bool, sameEtag);
    UploadState state;
    state.token = "token";
    state.sourceChanges = changes;
    QList<QByteArray> md5s;
    for (int number = 1; number <= 3; ++number) {
        md5s.append(QByteArray(16, char(number)));
        state.parts.insert(number, StoredPart{"x", md5s.last(), {}, false});
    }
    ObjectInfo info;
    info.size = threePartSpec().plan.size;
    info.metadata.insert(tokenMetadata, "token");
    info.etag = sameEtag ? multipartEtag(md5s) : QByteArray("\"other-3\"");
    QTEST(judgeObject(threePartSpec(), state, info).verdict, "verdict");
}

QTEST_GUILESS_MAIN(TestUploadRepair)
#include "tst_uploadrepair.moc"
