// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/machinescript.h"

#include "upload/uploadproof.h"

#include <QtTest>

using namespace partway;

// What the upload machine does differently when its source is an object.
class TestCopyMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void story_data();
    void story();
    void proof_data();
    void proof();
    void startsOverWithTheSourceAsItIs();
};

namespace {

const QStringList sendingTwo{"start -> save create | creating", "created U1 -> save | sending",
                             "slots 2 -> send:1 send:2 | sending"};
const QString cut = "failed cancelled part=2 -> | needs-attention:";

} // namespace

void TestCopyMachine::story_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("small");
    auto row = [](const char* name, const QStringList& lines, bool small = false) {
        QTest::newRow(name) << lines << small;
    };

    row("the whole way",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                                 "stored 3 -> keep:3 save complete:3 | completing",
                                 "completed -> save confirm | confirming", "seen ours -> save | finished"});
    row("a source that changed in the middle stops it, and what is stored stays",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending",
                                 "failed local-file code=copy-source-changed part=3 -> cut save | "
                                 "needs-attention:source-changed",
                                 cut + "source-changed", "startover -> forget save abort:U1 | creating"});
    row("a source that changed is noticed before the parts become an object",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                                 "stored 3 -> keep:3 save complete:3 | completing",
                                 "failed local-file code=copy-source-changed -> save | "
                                 "needs-attention:source-changed"});
    row("to be repaired it starts over: its bytes are not here",
        sendingTwo + QStringList{"failed local-file code=copy-source-changed part=1 -> cut save | "
                                 "needs-attention:source-changed",
                                 cut + "source-changed", "repair -> forget save abort:U1 | creating"});
    row("a source that is gone",
        sendingTwo + QStringList{"failed local-file code=copy-source-missing part=1 -> cut save | "
                                 "needs-attention:source-missing",
                                 cut + "source-missing", "retry -> save list:U1:0 | reconciling"});
    row("a store that cannot copy asks; through this computer it goes on with the same upload",
        sendingTwo + QStringList{"failed refused code=copy-unsupported status=501 part=1 -> cut save | "
                                 "needs-attention:cannot-copy",
                                 cut + "cannot-copy", "through -> save list:U1:0 | reconciling",
                                 "listed -> save send:1 send:2 | sending"});
    row("the answer outlives the process",
        sendingTwo + QStringList{"failed refused code=copy-unsupported status=501 part=1 -> cut save | "
                                 "needs-attention:cannot-copy",
                                 cut + "cannot-copy", "through -> save list:U1:0 | reconciling",
                                 "reborn -> | reconciling", "start -> save list:U1:0 | reconciling"});
    row("while it works nobody changes the way",
        sendingTwo + QStringList{"through -> | sending", "stored 1 -> keep:1 send:3 | sending"});
    row("pause, and what is stored is kept",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "pause -> cut save | paused",
                                 "failed cancelled part=2 -> | paused", "failed cancelled part=3 -> | paused",
                                 "start -> save list:U1:0 | reconciling",
                                 "listed 1=ours -> save send:2 send:3 | sending"});
    row("abort deletes what was copied",
        sendingTwo + QStringList{"failed refused code=copy-unsupported status=501 part=1 -> cut save | "
                                 "needs-attention:cannot-copy",
                                 cut + "cannot-copy", "abort -> save abort:U1 | aborting",
                                 "aborted -> list:U1:0 | aborting",
                                 "failed not-found code=NoSuchUpload -> wait:1 | aborting",
                                 "waited -> abort:U1 | aborting", "aborted -> list:U1:0 | aborting",
                                 "failed not-found code=NoSuchUpload -> forget save | aborted"});

    row("a small one goes whole",
        {"start -> save | sending", "slots 1 -> save put | sending",
         "put -> keep:1 save confirm | confirming", "seen ours -> save | finished"},
        true);
    row("a small one whose source changed",
        {"start -> save | sending", "slots 1 -> save put | sending",
         "failed local-file code=copy-source-changed -> save | needs-attention:source-changed"},
        true);
    row("a small one that was made of another source is not taken for ours by its token",
        {"start -> save | sending", "slots 1 -> save put | sending",
         "failed local-file code=copy-source-changed maybe -> save | needs-attention:source-changed",
         "retry -> save confirm | confirming", "seen ours -> save put | sending"},
        true);
    row("a small one that the store cannot copy",
        {"start -> save | sending", "slots 1 -> save put | sending",
         "failed refused code=copy-unsupported status=501 -> save | needs-attention:cannot-copy",
         "through -> save put | sending"},
        true);
}

void TestCopyMachine::story()
{
    QFETCH(QStringList, lines);
    QFETCH(bool, small);
    MachineScript script(copyOf(small ? smallSpec() : threePartSpec()), StoreProfile{});
    script.verify(lines);
}

void TestCopyMachine::proof_data()
{
    QTest::addColumn<QByteArray>("sourceChecksum");
    QTest::addColumn<QByteArray>("copyChecksum");
    QTest::addColumn<bool>("throughHere");
    QTest::addColumn<bool>("ours");
    QTest::addColumn<bool>("byChecksum");
    const QByteArray a(8, 'a'), b(8, 'b');
    QTest::newRow("equal to the source's") << a << a << false << true << true;
    QTest::newRow("another than the source's") << a << b << false << false << false;
    QTest::newRow("the store shows none of the source") << QByteArray() << b << false << true << false;
    QTest::newRow("through here, equal to the source's") << a << a << true << true << true;
    QTest::newRow("through here, another") << a << b << true << false << false;
}

// What the store said of the parts that it copied is no proof; the checksum of the source is.
void TestCopyMachine::proof()
{
    QFETCH(QByteArray, sourceChecksum);
    QFETCH(QByteArray, copyChecksum);
    QFETCH(bool, throughHere);
    QFETCH(bool, ours);
    QFETCH(bool, byChecksum);
    UploadSpec spec = copyOf(threePartSpec());
    spec.checksum = ChecksumMode::Crc64Nvme;
    spec.copy->checksum = sourceChecksum;
    UploadState state;
    state.token = "token";
    state.throughHere = throughHere;
    for (int part = 1; part <= 3; ++part)
        state.parts.insert(part, {"\"x\"", {}, QByteArray(8, char(part)), false});
    QCOMPARE(expectedChecksum(spec, state), sourceChecksum);
    ObjectInfo info;
    info.size = spec.plan.size;
    info.metadata.insert(tokenMetadata, "token");
    info.checksum = copyChecksum;
    info.checksumType = "FULL_OBJECT";
    const Judgement judgement = judgeObject(spec, state, info);
    QCOMPARE(judgement.verdict == Verdict::Ours, ours);
    QCOMPARE(judgement.proof.checksum, byChecksum);
}

void TestCopyMachine::startsOverWithTheSourceAsItIs()
{
    const UploadSpec spec = copyOf(threePartSpec());
    UploadMachine machine(spec, StoreProfile{});
    machine.handle(event::Start{}, 1);
    CopySource now = *spec.copy;
    now.object.etag = "\"new\"";
    machine.handle(event::StartOver{PartPlan{5 * MiB, 5 * MiB, 1, false}, now}, 2);
    QVERIFY(machine.spec().copy == now);
    QCOMPARE(machine.spec().plan.size, 5 * MiB);
    QCOMPARE(machine.state().sourceChanges, 1);
}

QTEST_GUILESS_MAIN(TestCopyMachine)
#include "tst_copymachine.moc"
