// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/machinescript.h"

#include <QtTest>

using namespace partway;

Q_DECLARE_METATYPE(SourceKind)

namespace {

StoreProfile fullStore()
{
    StoreProfile profile;
    profile.provider = "test";
    return profile;
}

// Two parts of 5 MiB are stored, and the source grows on.
const QStringList twoStored{"slots 2 -> | waiting",
                            "start -> save | creating",
                            "grew 4 -> | creating",
                            "grew 11 -> save create | creating",
                            "created U1 -> save send:1 send:2 | sending",
                            "stored 1 -> keep:1 | sending",
                            "stored 2 -> keep:2 | sending"};

} // namespace

// Sources that grow, as the machine sees them.
class TestSourceFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void story_data();
    void story();
    void waitsWithoutSlots();
};

void TestSourceFlow::story_data()
{
    QTest::addColumn<SourceKind>("kind");
    QTest::addColumn<QStringList>("lines");
    auto row = [](const char* name, SourceKind kind, const QStringList& lines) {
        QTest::newRow(name) << kind << lines;
    };
    const auto followed = SourceKind::Followed;
    const auto stream = SourceKind::Stream;

    row("followed: parts go as they fill; at the end each is compared, then the rest is sent", followed,
        twoStored +
            QStringList{"grew 14 -> | sending", "grew 15 -> send:3 | sending", "stored 3 -> keep:3 | sending",
                        "closed 17 -> recheck save compare:1 compare:2 | sending",
                        "stored 1 -> keep:1 compare:3 | sending", "stored 2 -> keep:2 send:4 | sending",
                        "stored 3 -> keep:3 | sending", "stored 4 -> keep:4 save complete:4 | completing"});
    row("stream: nothing is compared", stream,
        twoStored + QStringList{"closed 12 -> plan save send:3 | sending",
                                "stored 3 -> keep:3 save complete:3 | completing"});
    row("a whole number of parts: there is no empty last one", stream,
        twoStored + QStringList{"closed 10 -> plan save complete:2 | completing"});
    row("the end waits for what is on its way", followed,
        twoStored + QStringList{"grew 16 -> send:3 | sending", "closed 16 -> | sending",
                                "stored 3 -> recheck keep:3 save compare:1 compare:2 | sending"});
    row("it was not the end after all", followed,
        twoStored + QStringList{"grew 16 -> send:3 | sending", "closed 16 -> | sending",
                                "grew 21 -> send:4 | sending", "stored 3 -> keep:3 | sending"});
    row("empty stream: one empty object", stream,
        {"slots 2 -> | waiting", "start -> save | creating", "closed 0 -> plan save put | sending"});
    row("small: one object, no upload", followed,
        {"slots 2 -> | waiting", "start -> save | creating", "grew 3 -> | creating",
         "closed 3 -> plan save put | sending"});
    row("closed while the upload is being created", followed,
        {"slots 2 -> | waiting", "start -> save | creating", "grew 6 -> save create | creating",
         "closed 6 -> | creating", "created U1 -> plan save send:1 send:2 | sending"});
    row("killed: goes on from what is stored", followed,
        twoStored + QStringList{"reborn -> | sending", "start -> save list:U1:0 | reconciling",
                                "listed 1=ours 2=ours -> save | sending", "slots 2 -> | sending",
                                "grew 16 -> send:3 | sending"});
    row("killed: a part that the journal did not hear of is a hint", followed,
        twoStored + QStringList{"reborn -> | sending", "start -> save list:U1:0 | reconciling",
                                "listed 1=ours 2=ours 3=strange -> save | sending", "slots 2 -> | sending",
                                "grew 16 -> compare:3 | sending"});
    row("killed while it is compared: what was not compared does not count", followed,
        twoStored + QStringList{"closed 12 -> recheck save compare:1 compare:2 | sending",
                                "stored 1 -> keep:1 send:3 | sending", "reborn -> | sending",
                                "start -> save list:U1:0 | reconciling",
                                "listed 1=ours 2=ours -> save | sending",
                                "slots 2 -> compare:2 send:3 | sending"});
    row("paused: the end is looked for anew", followed,
        twoStored +
            QStringList{"grew 16 -> send:3 | sending", "closed 16 -> | sending", "pause -> cut save | paused",
                        "failed cancelled part=3 -> | paused", "start -> save list:U1:0 | reconciling",
                        "listed 1=ours 2=ours -> save send:3 | sending", "stored 3 -> keep:3 | sending"});
    row("nothing is completed while it grows", followed,
        twoStored + QStringList{"waited -> | sending", "slots 4 -> | sending"});
    row("the person says that it is complete", followed,
        twoStored + QStringList{"told -> save | sending", "told -> | sending",
                                "closed 12 -> recheck save compare:1 compare:2 | sending"});
    row("aborted while it waits", stream, twoStored + QStringList{"abort -> save abort:U1 | aborting"});
    row("the upload vanished: a followed file is sent anew", followed,
        twoStored +
            QStringList{"grew 16 -> send:3 | sending",
                        "failed not-found code=NoSuchUpload part=3 -> forget save create | creating"});
    row("the upload vanished: the stream's bytes are gone", stream,
        twoStored + QStringList{"grew 16 -> send:3 | sending",
                                "failed not-found code=NoSuchUpload part=3 -> forget save | "
                                "needs-attention:source-missing"});
    row("a stream that is piped in again is compared and not sent", stream,
        twoStored + QStringList{"reborn -> | sending", "reopened -> recheck save list:U1:0 | reconciling",
                                "listed 1=ours 2=ours -> save | sending", "slots 2 -> | sending",
                                "grew 5 -> compare:1 | sending", "stored 1 -> keep:1 | sending",
                                "grew 15 -> compare:2 send:3 | sending"});
    row("what is written to while it is sent is tried again for ever", followed,
        twoStored + QStringList{"grew 16 -> send:3 | sending",
                                "failed transient code=BadDigest status=400 part=3 -> wait:1 | sending",
                                "waited -> send:3 | sending",
                                "failed transient code=BadDigest status=400 part=3 -> wait:2 | sending",
                                "waited -> send:3 | sending",
                                "failed transient code=BadDigest status=400 part=3 -> wait:3 | sending",
                                "waited -> send:3 | sending",
                                "failed transient code=BadDigest status=400 part=3 -> wait:4 | sending"});
}

void TestSourceFlow::story()
{
    QFETCH(const SourceKind, kind);
    QFETCH(const QStringList, lines);
    MachineScript script(openSpec(kind), fullStore());
    script.verify(lines);
}

// What waits for its source needs no connection, and says so.
void TestSourceFlow::waitsWithoutSlots()
{
    MachineScript script(openSpec(SourceKind::Followed), fullStore());
    script.run({"slots 2", "start"});
    QVERIFY(script.machine().waitsForSource());
    QCOMPARE(script.machine().wantedSlots(), 0);
    script.run({"grew 11"});
    QVERIFY(!script.machine().waitsForSource());
    script.run({"created U1", "stored 1", "stored 2"});
    QVERIFY(script.machine().waitsForSource());
    QCOMPARE(script.machine().storedBytes(), 10 * MiB);
    script.run({"closed 12"});
    QVERIFY(!script.machine().waitsForSource());
    QCOMPARE(script.machine().storedBytes(), 10 * MiB); // the store still has what is being compared
}

QTEST_GUILESS_MAIN(TestSourceFlow)
#include "tst_sourceflow.moc"
