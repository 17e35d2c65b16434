// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/machinescript.h"

#include "upload/uploadmachine.h"

#include <QTest>

#include <algorithm>

using namespace partway;

// What the machine says it waits for, and waits that others brought about.
class MachineWaitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForWhatAnotherMet();
    void saysWhatItWaitsFor_data();
    void saysWhatItWaitsFor();
    void looksAgainHoweverLongTheFirstLookWasJudged();
    void abortsAgainWhereAPartMayComeLate_data();
    void abortsAgainWhereAPartMayComeLate();
    void sparesTheObjectWhereRecordsLinger_data();
    void sparesTheObjectWhereRecordsLinger();

private:
    static StoreProfile fullStore() { return StoreProfile{}; }
};

// What is on its way goes on and counts; nothing new is begun before the wait is over.
void MachineWaitsTest::waitsForWhatAnotherMet()
{
    MachineScript script(threePartSpec(), fullStore());
    script.run({"start", "created U1", "slots 2"});
    UploadMachine machine = script.machine();
    Error slow;
    slow.kind = ErrorKind::Throttled;
    slow.code = QStringLiteral("SlowDown");
    slow.httpStatus = 503;
    const UploadCommands commands = machine.handle(event::HoldOff{slow}, 0);
    QCOMPARE(commands.size(), 1);
    QCOMPARE(std::get<command::Wait>(commands.first()).attempt, 0);
    QCOMPARE(machine.hold(), Hold::Throttled);
    QCOMPARE(machine.state().error, slow);
    QVERIFY(machine.handle(event::HoldOff{slow}, 0).isEmpty()); // it waits already
    for (const UploadCommand& next : machine.handle(event::PartStored{1, StoredPart{}, 5 * MiB}, 0))
        QVERIFY(!std::holds_alternative<command::SendPart>(next));
    QCOMPARE(machine.hold(), Hold::Throttled);
    QCOMPARE(machine.state().parts.size(), 1);
    QCOMPARE(machine.handle(event::WaitOver{}, 0).size(), 1); // the third part
    machine.handle(event::PartStored{2, StoredPart{}, 5 * MiB}, 0);
    QCOMPARE(machine.hold(), Hold::None);
    machine.handle(event::Pause{}, 0);
    QVERIFY(machine.handle(event::HoldOff{slow}, 0).isEmpty()); // nothing to hold
}

void MachineWaitsTest::saysWhatItWaitsFor_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<Hold>("hold");
    QTest::newRow("slow down") << ErrorKind::Throttled << "SlowDown" << 503 << Hold::Throttled;
    QTest::newRow("no name") << ErrorKind::Transient << "host-not-found" << 0 << Hold::Network;
    QTest::newRow("lost") << ErrorKind::Transient << "connection-lost" << 0 << Hold::Network;
    QTest::newRow("trouble there") << ErrorKind::Transient << "InternalError" << 500 << Hold::Backoff;
    QTest::newRow("sign-in page") << ErrorKind::Transient << "captive-portal" << 200 << Hold::Portal;
    QTest::newRow("proxy") << ErrorKind::Transient << "proxy-sign-in" << 0 << Hold::Proxy;
}

void MachineWaitsTest::saysWhatItWaitsFor()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    QFETCH(int, status);
    MachineScript script(threePartSpec(), fullStore());
    script.run({"start", "created U1", "slots 1"});
    UploadMachine machine = script.machine();
    Error error;
    error.kind = kind;
    error.code = code;
    error.httpStatus = status;
    machine.handle(event::Failed{error, 1, 0}, 0);
    QTEST(machine.hold(), "hold");
    QCOMPARE(machine.phase(), Phase::Sending);
}

// A listing right after a lost Create shows another's upload; looking into that takes a minute. Ours may have
// come in between: it is looked for once more, and nothing is created beside it.
void MachineWaitsTest::looksAgainHoweverLongTheFirstLookWasJudged()
{
    UploadState left;
    left.phase = Phase::Creating;
    left.token = QStringLiteral("0123456789abcdef");
    left.createAskedAtMs = 1'000'000;
    UploadMachine machine(threePartSpec(), fullStore(), left);
    const auto has = [](const UploadCommands& commands, auto what) {
        return std::any_of(commands.begin(), commands.end(), [](const UploadCommand& command) {
            return std::holds_alternative<decltype(what)>(command);
        });
    };
    QVERIFY(has(machine.handle(event::Start{}, 1'000'050), command::FindUploads{}));
    ListedUpload other;
    other.uploadId = QStringLiteral("another's");
    QVERIFY(has(machine.handle(event::UploadsFound{{other}}, 1'000'100), command::ListParts{}));
    Error gone;
    gone.kind = ErrorKind::NotFound;
    gone.code = QStringLiteral("NoSuchUpload");
    const UploadCommands then = machine.handle(event::Failed{gone, 0, 0}, 1'061'000);
    QVERIFY(has(then, command::Wait{}));
    QVERIFY(!has(then, command::Create{}));
    QVERIFY(has(machine.handle(event::WaitOver{}, 1'063'000), command::FindUploads{}));
}

// Parts that ended just before an abort may come once more after it, and bring the upload back: a proxy that
// waited too long for the store sends a part again, and the store may still be busy with the other one.
void MachineWaitsTest::abortsAgainWhereAPartMayComeLate_data()
{
    QTest::addColumn<QStringList>("story");
    const QStringList sending{"start -> save create | creating", "created U1 -> save | sending",
                              "slots 2 -> send:1 send:2 | sending"};
    const QStringList lost{"failed transient maybe part=1 -> wait:1 | sending",
                           "failed transient maybe part=2 -> | sending"};
    const QStringList aborts{"abort -> cut save abort:U1 | aborting", "aborted -> list:U1:0 | aborting"};
    const QStringList again{"failed not-found code=NoSuchUpload -> wait:1 | aborting",
                            "waited -> abort:U1 | aborting", "aborted -> list:U1:0 | aborting"};
    const QStringList gone{"failed not-found code=NoSuchUpload -> forget save | aborted"};
    QTest::newRow("a part whose answer was lost") << sending + lost + aborts + again + gone;
    QTest::newRow("… long before") << sending + lost + QStringList{"later -> | sending"} + aborts + gone;
    QTest::newRow("a repeat of one that is stored")
        << sending + QStringList{"stored 1 -> keep:1 send:3 | sending",
                                 "stored 2 -> keep:2 | sending",
                                 "stored 3 -> keep:3 save complete:3 | completing",
                                 "abort -> cut save | aborting",
                                 "failed cancelled maybe -> save wait:1 | aborting",
                                 "waited -> abort:U1 | aborting",
                                 "aborted -> list:U1:0 | aborting",
                                 "failed refused code=AccessDenied status=403 -> wait:1 | aborting",
                                 "waited -> abort:U1 | aborting",
                                 "aborted -> list:U1:0 | aborting",
                                 "failed refused code=AccessDenied status=403 -> save confirm | aborting",
                                 "failed not-found -> forget save | aborted"};
}

void MachineWaitsTest::abortsAgainWhereAPartMayComeLate()
{
    QFETCH(QStringList, story);
    QCOMPARE(MachineScript(threePartSpec(), fullStore()).run(story), story);
}

// Where an upload may still be there when its object is made, it is never aborted without a look at the
// object: its parts would go with it (Swift). The same Complete once more is what clears it.
void MachineWaitsTest::sparesTheObjectWhereRecordsLinger_data()
{
    QTest::addColumn<IfExists>("ifExists");
    QTest::addColumn<QStringList>("story");
    const QStringList lost{"start -> save create | creating",
                           "created U1 -> save | sending",
                           "slots 3 -> send:1 send:2 send:3 | sending",
                           "stored 1 -> keep:1 | sending",
                           "stored 2 -> keep:2 | sending",
                           "stored 3 -> keep:3 save complete:3 | completing",
                           "failed transient code=InternalError status=500 maybe -> save wait:1 | confirming",
                           "waited -> confirm | confirming"};
    const QStringList seen = lost + QStringList{"seen ours -> save find | confirming"};
    const auto row = [](const char* name, const QStringList& story, IfExists ifExists = IfExists::Replace) {
        QTest::newRow(name) << ifExists << story;
    };
    row("it is gone", seen + QStringList{"found -> save | finished"});
    row("it is there: completed again, and looked at",
        seen + QStringList{"found U1 -> complete:3 | confirming", "completed -> save confirm | confirming",
                           "seen ours -> save | finished"});
    row("it is there, and goes meanwhile",
        seen + QStringList{"found U1 -> complete:3 | confirming",
                           "failed not-found code=NoSuchUpload -> save | finished"});
    row("trouble: the object is looked at again before the next try",
        seen + QStringList{"found U1 -> complete:3 | confirming", "failed transient -> wait:1 | confirming",
                           "waited -> confirm | confirming", "seen ours -> save find | confirming"});
    QStringList forEver = seen;
    for (int tries = 1; tries <= 3; ++tries)
        forEver += QStringList{"found U1 -> complete:3 | confirming",
                               "failed transient code=InternalError status=500 -> wait:1 | confirming",
                               "waited -> confirm | confirming", "seen ours -> save find | confirming"};
    row("trouble for ever",
        forEver + QStringList{"found U1 -> complete:3 | confirming",
                              "failed transient code=InternalError status=500 -> save | finished"});
    row("it cannot be cleared",
        seen + QStringList{"found U1 -> complete:3 | confirming",
                           "failed refused code=AccessDenied status=403 -> save | finished"});
    row("it cannot be listed: completed again",
        seen + QStringList{"failed refused code=AccessDenied status=403 -> complete:3 | confirming"});
    QStringList careful = lost.mid(1);
    careful.replaceInStrings("complete:", "complete-if-absent:");
    row("others' objects are not to be replaced: it stays",
        QStringList{"start -> save look | creating", "failed not-found -> save create | creating"} + careful +
            QStringList{"seen ours -> save find | confirming", "found U1 -> save | finished"},
        IfExists::Fail);
    row("aborted: looked for first, and it is the object",
        lost + QStringList{"abort -> cut save | aborting", "failed cancelled -> wait:2 | aborting",
                           "waited -> confirm | aborting", "seen ours -> save find | confirming",
                           "found U1 -> complete:3 | confirming", "completed -> save confirm | confirming",
                           "seen ours -> save | finished"});
    row("aborted: looked for first, and it is not there; and once more after the abort",
        lost + QStringList{"abort -> cut save | aborting", "failed cancelled -> wait:2 | aborting",
                           "waited -> confirm | aborting", "failed not-found -> save abort:U1 | aborting",
                           "aborted -> list:U1:0 | aborting",
                           "failed not-found code=NoSuchUpload -> wait:1 | aborting",
                           "waited -> abort:U1 | aborting",
                           "failed not-found code=NoSuchUpload -> save confirm | aborting",
                           "failed not-found -> forget save | aborted"});
}

void MachineWaitsTest::sparesTheObjectWhereRecordsLinger()
{
    QFETCH(IfExists, ifExists);
    QFETCH(QStringList, story);
    UploadSpec spec = threePartSpec();
    spec.ifExists = ifExists;
    StoreProfile profile = fullStore();
    profile.recordMayLinger = true;
    QCOMPARE(MachineScript(spec, profile).run(story), story);
}

QTEST_GUILESS_MAIN(MachineWaitsTest)
#include "tst_machinewaits.moc"
