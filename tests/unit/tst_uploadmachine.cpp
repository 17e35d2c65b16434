// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/machinescript.h"

#include <QtTest>

using namespace partway;

namespace {

StoreProfile fullStore()
{
    StoreProfile profile;
    profile.provider = "test";
    return profile;
}

// The way of a whole upload up to its last part, for rows that begin later.
const QStringList sendingTwo{"start -> save create | creating", "created U1 -> save | sending",
                             "slots 2 -> send:1 send:2 | sending"};
const QStringList allSent =
    sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "stored 2 -> keep:2 | sending",
                             "stored 3 -> keep:3 save complete:3 | completing", "later -> | completing"};

} // namespace

class TestUploadMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void story_data();
    void story();
    void smallFile_data();
    void smallFile();
    void weakStore_data();
    void weakStore();
    void countsBytesSentTwice();
    void neverCompletesAGap();
    void completesAnIrregularPlan();
};

void TestUploadMachine::story_data()
{
    QTest::addColumn<QStringList>("lines");
    auto row = [](const char* name, const QStringList& lines) { QTest::newRow(name) << lines; };

    row("the whole way",
        allSent + QStringList{"completed -> save confirm | confirming", "seen ours -> save | finished"});
    row("pause cuts, resume lists and keeps what matches",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "pause -> cut save | paused",
                                 "failed cancelled part=2 -> | paused", "failed cancelled part=3 -> | paused",
                                 "start -> save list:U1:0 | reconciling",
                                 "listed 1=ours 3=strange -> save send:2 compare:3 | sending"});
    row("resume before the cut requests have ended waits for them",
        sendingTwo + QStringList{"pause -> cut save | paused", "start -> save | reconciling",
                                 "failed cancelled part=1 -> | reconciling",
                                 "stored 2 -> keep:2 list:U1:0 | reconciling",
                                 "listed 2=ours -> save send:1 send:3 | sending"});
    row("a recorded part that the store holds otherwise is sent again",
        sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "reborn -> | sending",
                                 "start -> save list:U1:0 | reconciling", "slots 3 -> | reconciling",
                                 "listed 1=strange -> forget save compare:1 send:2 send:3 | sending"});
    row("a listing in pages",
        sendingTwo +
            QStringList{"stored 1 -> keep:1 send:3 | sending", "reborn -> | sending",
                        "start -> save list:U1:0 | reconciling", "listed 1=ours + -> list:U1:1 | reconciling",
                        "listed 2=strange -> save | sending", "slots 2 -> compare:2 send:3 | sending"});
    row("a page that says truncated and brings nothing ends the listing",
        sendingTwo + QStringList{"reborn -> | sending", "start -> save list:U1:0 | reconciling",
                                 "listed + -> save | sending"});
    row("killed during Create: the upload is looked for and adopted",
        {"start -> save create | creating", "reborn -> | creating", "start -> save find | creating",
         "found U7 -> list:U7:0 | creating", "listed -> save list:U7:0 | reconciling",
         "listed -> save | sending"});
    row("killed during Create: what holds parts is a second client's and is left alone",
        {"start -> save create | creating", "reborn -> | creating", "start -> save find | creating",
         "found U7 -> list:U7:0 | creating", "listed 1=strange -> wait:1 | creating",
         "waited -> find | creating", "found U7 -> list:U7:0 | creating",
         "listed 1=strange -> save create | creating"});
    row("killed during Create: what cannot be looked into is not touched, and that is said",
        {"start -> save create | creating", "reborn -> | creating", "start -> save find | creating",
         "found U7 -> list:U7:0 | creating",
         "failed refused code=AccessDenied status=403 -> save create | creating"});
    row("killed during Create: nothing there",
        {"start -> save create | creating", "reborn -> | creating", "start -> save find | creating",
         "found -> wait:1 | creating", "waited -> find | creating", "found -> save create | creating"});
    row("Create was repeated behind our back: the elder one is aborted",
        {"start -> save create | creating", "failed transient maybe -> save wait:1 | creating",
         "waited -> find | creating", "found U1 U2 -> list:U2:0 | creating", "listed -> list:U1:0 | creating",
         "listed -> save abort:U1 | creating", "aborted -> list:U1:0 | creating",
         "failed not-found code=NoSuchUpload -> save list:U2:0 | reconciling"});
    row("Create was refused with an answer: nothing to look for",
        {"start -> save create | creating", "failed refused code=AccessDenied status=403 -> save | failed"});
    row("Create has no answer and never left: tried again without looking",
        {"start -> save create | creating", "failed transient code=refused -> save wait:1 | creating",
         "waited -> save create | creating"});
    row("one back-off for all parts; others in flight go on",
        sendingTwo + QStringList{"failed transient part=1 -> wait:1 | sending",
                                 "failed transient part=2 -> | sending", "waited -> send:1 send:2 | sending",
                                 "failed transient part=1 -> wait:2 | sending",
                                 "stored 2 -> keep:2 | sending", "waited -> send:1 send:3 | sending",
                                 "failed transient part=1 -> wait:1 | sending"});
    row("damaged on the way: three more tries, then a person",
        {"start -> save create | creating", "created U1 -> save | sending", "slots 1 -> send:1 | sending",
         "failed transient code=BadDigest part=1 -> wait:1 | sending", "waited -> send:1 | sending",
         "failed transient code=BadDigest part=1 -> wait:2 | sending", "waited -> send:1 | sending",
         "failed transient code=BadDigest part=1 -> wait:3 | sending", "waited -> send:1 | sending",
         "failed transient code=BadDigest part=1 -> save | failed"});
    row("refused part fails, the others are cut, retry goes on",
        sendingTwo + QStringList{"failed refused code=AccessDenied part=1 -> cut save | failed",
                                 "failed cancelled part=2 -> | failed",
                                 "retry -> save list:U1:0 | reconciling",
                                 "listed -> save send:1 send:2 | sending"});
    row("keys expired: waits for sign-in in place",
        sendingTwo +
            QStringList{"failed sign-in code=ExpiredToken part=1 -> cut save | needs-attention:sign-in",
                        "stored 2 -> keep:2 | needs-attention:sign-in",
                        "retry -> save list:U1:0 | reconciling",
                        "listed 2=ours -> save send:1 send:3 | sending"});
    row("the upload vanished: begins anew",
        sendingTwo + QStringList{"failed not-found code=NoSuchUpload part=1 -> cut forget save | creating",
                                 "failed not-found code=NoSuchUpload part=2 -> save create | creating",
                                 "created U2 -> save send:1 send:2 | sending"});
    row("the source changed",
        sendingTwo + QStringList{"changed -> cut save | needs-attention:source-changed",
                                 "failed cancelled part=1 -> | needs-attention:source-changed",
                                 "failed cancelled part=2 -> | needs-attention:source-changed",
                                 "startover -> forget save abort:U1 | creating",
                                 "aborted -> list:U1:0 | creating",
                                 "failed not-found code=NoSuchUpload -> wait:1 | creating",
                                 "waited -> abort:U1 | creating",
                                 "failed not-found code=NoSuchUpload -> save create | creating"});
    row("the source changed just before Complete",
        allSent +
            QStringList{"failed local-file code=file-changed -> save | needs-attention:source-changed"});
    row("Complete's answer is lost, the object is ours",
        allSent + QStringList{"failed transient maybe -> save wait:1 | confirming",
                              "waited -> confirm | confirming", "seen ours -> save wait:2 | confirming",
                              "waited -> abort:U1 | confirming",
                              "failed not-found code=NoSuchUpload -> save | finished"});
    row("Complete's answer is lost, nothing there: listed, completed again",
        allSent + QStringList{"failed transient maybe -> save wait:1 | confirming",
                              "waited -> confirm | confirming",
                              "failed not-found -> save list:U1:0 | reconciling",
                              "listed 1=ours 2=ours 3=ours -> save complete:3 | completing"});
    row("Complete's answer is lost, somebody else's object there, our upload gone: only a person knows",
        allSent +
            QStringList{"failed transient maybe -> save wait:1 | confirming",
                        "waited -> confirm | confirming", "seen other -> save list:U1:0 | reconciling",
                        "failed not-found code=NoSuchUpload -> save | needs-attention:outcome-unknown"});
    row("Complete says 500: the same list again",
        allSent + QStringList{"failed transient code=InternalError status=500 -> save wait:1 | completing",
                              "waited -> save complete:3 | completing"});
    row("Complete says NoSuchUpload, the object is ours: an earlier one had worked",
        allSent + QStringList{"failed not-found code=NoSuchUpload status=404 -> save confirm | confirming",
                              "seen ours -> save wait:1 | confirming", "waited -> abort:U1 | confirming",
                              "failed not-found code=NoSuchUpload -> save | finished"});
    row("Complete says NoSuchUpload, nothing there: begins anew",
        allSent + QStringList{"failed not-found code=NoSuchUpload status=404 -> save confirm | confirming",
                              "failed not-found status=404 -> save list:U1:0 | reconciling",
                              "failed not-found code=NoSuchUpload -> confirm | confirming",
                              "failed not-found status=404 -> save list:U1:0 | reconciling",
                              "failed not-found code=NoSuchUpload -> forget save create | creating"});
    row("Complete rejects a part: listed, sent again",
        allSent + QStringList{"failed refused code=InvalidPart status=400 -> save list:U1:0 | reconciling",
                              "listed 1=ours 3=ours -> forget keep:1 keep:3 save send:2 | sending",
                              "stored 2 -> keep:2 save complete:3 | completing"});
    row("a short object with our token is never finished",
        allSent + QStringList{"completed -> save confirm | confirming", "seen short -> save | failed"});
    row("no right to look: the store's own answer has to do",
        allSent + QStringList{"completed -> save confirm | confirming",
                              "failed refused code=AccessDenied status=403 -> save | finished"});
    row("completed but not visible yet: looked at again",
        allSent + QStringList{"completed -> save confirm | confirming",
                              "failed not-found status=404 -> wait:1 | confirming",
                              "waited -> confirm | confirming", "seen ours -> save | finished"});
    row("killed during Complete: looked at first",
        allSent + QStringList{"reborn -> | completing", "start -> save confirm | confirming",
                              "seen ours -> save wait:1 | confirming", "waited -> abort:U1 | confirming",
                              "failed not-found code=NoSuchUpload -> save | finished"});
    row("pause during Complete, which had worked",
        allSent + QStringList{"pause -> cut save | paused", "failed cancelled maybe -> save | paused",
                              "start -> save confirm | confirming", "seen ours -> save wait:1 | confirming",
                              "waited -> abort:U1 | confirming",
                              "failed not-found code=NoSuchUpload -> save | finished"});
    row("abort cuts, aborts, and lists until it is gone",
        sendingTwo + QStringList{"abort -> cut save | aborting", "failed cancelled part=1 -> | aborting",
                                 "failed cancelled part=2 -> save abort:U1 | aborting",
                                 "aborted -> list:U1:0 | aborting", "listed 1=ours -> wait:1 | aborting",
                                 "waited -> abort:U1 | aborting",
                                 "failed not-found code=NoSuchUpload -> wait:2 | aborting",
                                 "waited -> abort:U1 | aborting",
                                 "failed not-found code=NoSuchUpload -> forget save | aborted"});
    row("abort while the network is away: tried until it works",
        sendingTwo + QStringList{"abort -> cut save | aborting", "failed cancelled part=1 -> | aborting",
                                 "failed cancelled part=2 -> save abort:U1 | aborting",
                                 "failed transient -> wait:1 | aborting", "reborn -> | aborting",
                                 "start -> save abort:U1 | aborting", "aborted -> list:U1:0 | aborting",
                                 "failed not-found code=NoSuchUpload -> wait:1 | aborting",
                                 "waited -> abort:U1 | aborting",
                                 "failed not-found code=NoSuchUpload -> forget save | aborted"});
    row("a part that was cut comes after the abort and brings the upload back: aborted again",
        sendingTwo + QStringList{"abort -> cut save | aborting", "failed cancelled part=1 -> | aborting",
                                 "failed cancelled part=2 -> save abort:U1 | aborting",
                                 "aborted -> list:U1:0 | aborting",
                                 "failed not-found code=NoSuchUpload -> wait:1 | aborting",
                                 "waited -> abort:U1 | aborting", "aborted -> list:U1:0 | aborting",
                                 "failed not-found code=NoSuchUpload -> forget save | aborted"});
    row("abort during Create: what it may have made is looked for",
        {"start -> save create | creating", "abort -> cut save | aborting",
         "failed cancelled maybe -> save find | aborting", "found U9 -> list:U9:0 | aborting",
         "listed -> save abort:U9 | aborting", "aborted -> list:U9:0 | aborting",
         "failed not-found code=NoSuchUpload -> forget save | aborted"});
    row("abort during Complete, too late: the object is there and that is said",
        allSent + QStringList{"abort -> cut save | aborting",
                              "failed cancelled maybe -> save wait:1 | aborting",
                              "waited -> abort:U1 | aborting",
                              "failed not-found code=NoSuchUpload -> save confirm | aborting",
                              "seen ours -> save | finished"});
    row("abort during Complete, too late, and the store says so in other words",
        allSent + QStringList{"abort -> cut save | aborting",
                              "failed cancelled maybe -> save wait:1 | aborting",
                              "waited -> abort:U1 | aborting",
                              "failed not-found code=NoSuchKey status=404 -> save confirm | aborting",
                              "seen ours -> save | finished"});
    row("abort during Complete, in time",
        allSent + QStringList{"abort -> cut save | aborting",
                              "failed cancelled maybe -> save wait:1 | aborting",
                              "waited -> abort:U1 | aborting", "aborted -> list:U1:0 | aborting",
                              "failed not-found code=NoSuchUpload -> save confirm | aborting",
                              "failed not-found -> forget save | aborted"});
    row("abort is refused: said, not hidden",
        sendingTwo + QStringList{"abort -> cut save | aborting", "failed cancelled part=1 -> | aborting",
                                 "failed cancelled part=2 -> save abort:U1 | aborting",
                                 "failed refused code=AccessDenied status=403 -> forget save | aborted"});
    row("keys expire during abort: it stays an abort",
        sendingTwo + QStringList{"abort -> cut save | aborting", "failed cancelled part=1 -> | aborting",
                                 "failed cancelled part=2 -> save abort:U1 | aborting",
                                 "failed sign-in code=ExpiredToken -> save | needs-attention:sign-in",
                                 "retry -> save abort:U1 | aborting"});
    row("abort of a row that never began", {"abort -> forget save | aborted"});
    row("pause of a row that never began", {"pause -> save | paused", "start -> save create | creating"});
    row("ended rows do nothing more",
        {"abort -> forget save | aborted", "start -> | aborted", "pause -> | aborted", "retry -> | aborted"});
}

void TestUploadMachine::story()
{
    QFETCH(QStringList, lines);
    MachineScript(threePartSpec(), fullStore()).verify(lines);
}

void TestUploadMachine::smallFile_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("put and looked at")
        << QStringList{"start -> save | sending", "slots 1 -> save put | sending",
                       "put -> keep:1 save confirm | confirming", "seen ours -> save | finished"};
    QTest::newRow("killed during put: looked at first")
        << QStringList{"start -> save | sending", "slots 1 -> save put | sending",
                       "reborn -> | sending",     "start -> save confirm | confirming",
                       "slots 1 -> | confirming", "failed not-found status=404 -> save put | sending"};
    QTest::newRow("put lost: put again")
        << QStringList{"start -> save | sending", "slots 1 -> save put | sending",
                       "failed transient maybe -> save wait:1 | sending", "waited -> save put | sending"};
    QTest::newRow("abort after a put that may have worked")
        << QStringList{"start -> save | sending",
                       "slots 1 -> save put | sending",
                       "abort -> cut save | aborting",
                       "failed cancelled maybe -> save confirm | aborting",
                       "failed not-found status=404 -> wait:1 | aborting",
                       "waited -> confirm | aborting",
                       "failed not-found status=404 -> forget save | aborted"};
    QTest::newRow("other bytes than were hashed arrived: put again")
        << QStringList{"start -> save | sending", "slots 1 -> save put | sending",
                       "put-other -> save wait:1 | sending", "waited -> save put | sending"};
    QTest::newRow("pause in the middle") << QStringList{
        "start -> save | sending", "slots 1 -> save put | sending", "pause -> cut save | paused",
        "failed cancelled -> save | paused", "start -> save put | sending"};
}

void TestUploadMachine::smallFile()
{
    QFETCH(QStringList, lines);
    MachineScript(smallSpec(), fullStore()).verify(lines);
}

void TestUploadMachine::weakStore_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("no listing: our records are the truth")
        << sendingTwo + QStringList{"stored 1 -> keep:1 send:3 | sending", "reborn -> | sending",
                                    "slots 3 -> | sending", "start -> save send:2 send:3 | sending"};
    QTest::newRow("parts are not right and cannot be listed: all are sent again")
        << allSent + QStringList{
                         "failed refused code=InvalidPart status=400 -> forget save send:1 send:2 | sending"};
    QTest::newRow("no abort: said")
        << sendingTwo +
               QStringList{"abort -> cut save | aborting", "failed cancelled part=1 -> | aborting",
                           "failed cancelled part=2 -> save abort:U1 | aborting",
                           "failed refused code=MethodNotAllowed status=405 -> forget save | aborted"};
    QTest::newRow("NoSuchUpload again and again does not go round for ever")
        << allSent +
               QStringList{
                   "failed not-found code=NoSuchUpload status=404 -> save confirm | confirming",
                   "seen other -> save complete:3 | completing",
                   "failed not-found code=NoSuchUpload status=404 -> save | needs-attention:outcome-unknown"};
}

void TestUploadMachine::weakStore()
{
    QFETCH(QStringList, lines);
    StoreProfile profile = fullStore();
    profile.listsParts = false;
    profile.listsUploads = false;
    profile.aborts = false;
    MachineScript(threePartSpec(), profile).verify(lines);
}

void TestUploadMachine::countsBytesSentTwice()
{
    MachineScript script(threePartSpec(), fullStore());
    script.run({"start", "created U1", "slots 1"});
    UploadMachine machine = script.machine();
    Error cut;
    cut.kind = ErrorKind::Transient;
    machine.handle(event::Failed{cut, 1, 3 * MiB}, 0);
    QCOMPARE(machine.state().bytesResent, 3 * MiB);
    machine.handle(event::WaitOver{}, 0);
    machine.handle(event::PartStored{1, StoredPart{}, 6 * MiB},
                   0); // 1 MiB of it went out twice inside one request
    QCOMPARE(machine.state().bytesResent, 4 * MiB);
}

void TestUploadMachine::neverCompletesAGap()
{
    UploadState state;
    state.uploadId = "U1";
    state.phase = Phase::Sending;
    UploadSpec spec = threePartSpec();
    spec.plan.size = 12 * MiB; // the plan does not cover the file
    spec.plan.count = 2;
    UploadMachine machine(spec, fullStore(), state);
    machine.handle(event::Start{}, 0);
    machine.handle(event::PartsListed{}, 0);
    machine.handle(event::Slots{2}, 0);
    machine.handle(event::PartStored{1, StoredPart{}, 0}, 0);
    const UploadCommands commands = machine.handle(event::PartStored{2, StoredPart{}, 0}, 0);
    for (const UploadCommand& command : commands)
        QVERIFY(!std::holds_alternative<command::Complete>(command));
    QCOMPARE(machine.phase(), Phase::Failed);
}

// An upload that another program began: numbers with gaps, lengths of all kinds.
void TestUploadMachine::completesAnIrregularPlan()
{
    UploadSpec spec = threePartSpec();
    spec.plan = planOfLengths({{10, 5 * MiB}, {20, 6 * MiB}, {31, 7}});
    UploadState adopted;
    adopted.uploadId = "U1";
    UploadMachine machine(spec, fullStore(), adopted);
    machine.handle(event::Start{}, 0);
    machine.handle(event::PartsListed{}, 0);
    QList<int> sent;
    for (const UploadCommand& command : machine.handle(event::Slots{5}, 0)) {
        if (const auto* part = std::get_if<command::SendPart>(&command))
            sent.append(part->number);
    }
    QCOMPARE(sent, (QList<int>{10, 20, 31}));
    machine.handle(event::PartStored{10, StoredPart{"a", {}, {}, false}, 0}, 0);
    machine.handle(event::PartStored{31, StoredPart{"c", {}, {}, false}, 0}, 0);
    QCOMPARE(machine.storedBytes(), 5 * MiB + 7);
    QList<int> listed;
    for (const UploadCommand& command :
         machine.handle(event::PartStored{20, StoredPart{"b", {}, {}, false}, 0}, 0)) {
        if (const auto* complete = std::get_if<command::Complete>(&command)) {
            for (const CompletedPart& part : complete->parts)
                listed.append(part.number);
        }
    }
    QCOMPARE(listed, (QList<int>{10, 20, 31}));
}

QTEST_GUILESS_MAIN(TestUploadMachine)
#include "tst_uploadmachine.moc"
