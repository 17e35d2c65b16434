// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an upload does where the object exists already, or somebody else was faster.
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

} // namespace

class TestUploadPolicies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void policies_data();
    void policies();
    void renames();
};

void TestUploadPolicies::policies_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QStringList>("lines");
    auto row = [](const char* name, IfExists policy, const QStringList& lines) {
        QTest::newRow(name) << int(policy) << lines;
    };

    row("skip what is there", IfExists::Skip,
        {"start -> save look | creating", "seen other -> save | skipped"});
    row("fail when it is there", IfExists::Fail,
        {"start -> save look | creating", "seen other -> save | failed"});
    row("ask, then replace", IfExists::Ask,
        {"start -> save look | creating", "seen other -> save | needs-attention:object-exists",
         "replace -> save create | creating"});
    row("ask, then keep both: until a name is free", IfExists::Ask,
        {"start -> save look | creating", "seen other -> save | needs-attention:object-exists",
         "keepboth -> forget save look | creating", "seen other -> save look | creating",
         "failed not-found status=404 -> save create | creating"});
    row("ask, then skip", IfExists::Ask,
        {"start -> save look | creating", "seen other -> save | needs-attention:object-exists",
         "skip -> save | skipped"});
    row("ask, then skip after a restart", IfExists::Ask,
        {"start -> save look | creating", "seen other -> save | needs-attention:object-exists",
         "reborn -> | needs-attention:object-exists", "skip -> save | skipped"});
    row("not there: completes only if still absent", IfExists::Fail,
        {"start -> save look | creating", "failed not-found status=404 -> save create | creating",
         "created U1 -> save | sending", "slots 3 -> send:1 send:2 send:3 | sending",
         "stored 1 -> keep:1 | sending", "stored 2 -> keep:2 | sending",
         "stored 3 -> keep:3 save complete-if-absent:3 | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "seen other -> save | failed"});
    row("412 against our own object is a lost answer", IfExists::Fail,
        {"start -> save look | creating", "failed not-found status=404 -> save create | creating",
         "created U1 -> save | sending", "slots 3 -> send:1 send:2 send:3 | sending",
         "stored 1 -> keep:1 | sending", "stored 2 -> keep:2 | sending",
         "stored 3 -> keep:3 save complete-if-absent:3 | completing", "later -> | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "seen ours -> save wait:1 | confirming", "waited -> abort:U1 | confirming",
         "failed not-found code=NoSuchUpload -> save | finished"});
    row("412 although nothing is there: the store has no conditions (Swift)", IfExists::Fail,
        {"start -> save look | creating", "failed not-found status=404 -> save create | creating",
         "created U1 -> save | sending", "slots 3 -> send:1 send:2 send:3 | sending",
         "stored 1 -> keep:1 | sending", "stored 2 -> keep:2 | sending",
         "stored 3 -> keep:3 save complete-if-absent:3 | completing",
         "failed refused code=InvalidRequest status=412 -> save confirm | confirming",
         "failed not-found status=404 -> save list:U1:0 | reconciling",
         "listed 1=ours 2=ours 3=ours -> save complete:3 | completing"});
    row("412, and by now nothing is there: the condition is kept, as long as that is not always so",
        IfExists::Fail,
        {"start -> save look | creating", "failed not-found status=404 -> save create | creating",
         "created U1 -> save | sending", "slots 3 -> send:1 send:2 send:3 | sending",
         "stored 1 -> keep:1 | sending", "stored 2 -> keep:2 | sending",
         "stored 3 -> keep:3 save complete-if-absent:3 | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "failed not-found status=404 -> save list:U1:0 | reconciling",
         "listed 1=ours 2=ours 3=ours -> save complete-if-absent:3 | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "failed not-found status=404 -> save list:U1:0 | reconciling",
         "listed 1=ours 2=ours 3=ours -> save complete-if-absent:3 | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "failed not-found status=404 -> save list:U1:0 | reconciling",
         "listed 1=ours 2=ours 3=ours -> save complete:3 | completing"});
    row("somebody was faster, keep theirs: our upload goes, then it is skipped", IfExists::Skip,
        {"start -> save look | creating", "failed not-found status=404 -> save create | creating",
         "created U1 -> save | sending", "slots 3 -> send:1 send:2 send:3 | sending",
         "stored 1 -> keep:1 | sending", "stored 2 -> keep:2 | sending",
         "stored 3 -> keep:3 save complete-if-absent:3 | completing", "later -> | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "seen other -> forget save abort:U1 | creating", "aborted -> list:U1:0 | creating",
         "failed not-found code=NoSuchUpload -> save | skipped"});
    row("somebody was faster, another name: our upload goes with the old one", IfExists::Rename,
        {"start -> save look | creating", "failed not-found status=404 -> save create | creating",
         "created U1 -> save | sending", "slots 3 -> send:1 send:2 send:3 | sending",
         "stored 1 -> keep:1 | sending", "stored 2 -> keep:2 | sending",
         "stored 3 -> keep:3 save complete-if-absent:3 | completing", "later -> | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "seen other -> forget save abort:U1 | creating", "aborted -> list:U1:0 | creating",
         "failed not-found code=NoSuchUpload -> save look | creating"});
    row("somebody was faster and we may not look: no going round for ever", IfExists::Fail,
        {"start -> save look | creating", "failed not-found status=404 -> save create | creating",
         "created U1 -> save | sending", "slots 3 -> send:1 send:2 send:3 | sending",
         "stored 1 -> keep:1 | sending", "stored 2 -> keep:2 | sending",
         "stored 3 -> keep:3 save complete-if-absent:3 | completing",
         "failed conflict code=PreconditionFailed status=412 -> save confirm | confirming",
         "failed refused code=AccessDenied status=403 -> save | failed"});
}

void TestUploadPolicies::policies()
{
    QFETCH(int, policy);
    QFETCH(QStringList, lines);
    UploadSpec spec = threePartSpec();
    spec.ifExists = IfExists(policy);
    MachineScript(spec, fullStore()).verify(lines);
}

void TestUploadPolicies::renames()
{
    UploadSpec spec = threePartSpec();
    spec.ifExists = IfExists::Rename;
    MachineScript script(spec, fullStore());
    script.run({"start", "seen other"});
    QCOMPARE(script.machine().key(), QByteArray("dir/film (2).mov"));
    script.run({"seen other"});
    QCOMPARE(script.machine().key(), QByteArray("dir/film (3).mov"));
}

QTEST_GUILESS_MAIN(TestUploadPolicies)
#include "tst_uploadpolicies.moc"
