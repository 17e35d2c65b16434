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

QTEST_GUILESS_MAIN(MachineWaitsTest)
#include "tst_machinewaits.moc"
