// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/journalfolder.h"
#include "unit/journalsamples.h"

#include <QTest>

using namespace partway;

using Lengths = QMap<int, qint64>;

class JournalTest : public QObject, protected JournalFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEverything();
    void keepsTheState();
    void defaultsStayDefaults();
    void sums_data();
    void sums();
    void rechecksParts();
    void addsWithParts();
    void keepsIrregularPlans_data();
    void keepsIrregularPlans();
    void damagedPlanHasNoParts_data();
    void damagedPlanHasNoParts();
    void keepsParts();
    void tenThousandParts();
    void forgetsParts();
    void savesTheSource();
    void ordersRows();
    void longQueuesComeInBlocks();
    void idsAreNeverUsedAgain();
    void removesAllOfARow();
    void capsHistory();
    void knowsOthersUploads();
    void togetherIsAllOrNothing();
    void holdsNoSecretColumns();
};

void JournalTest::init()
{
    QVERIFY(renewFolder());
}

void JournalTest::keepsEverything()
{
    Transfer transfer = makeTransfer("a.mov");
    transfer.spec.object.cacheControl = "max-age=1";
    transfer.spec.object.contentDisposition = "inline; filename=\"\xe4.mov\"";
    transfer.spec.object.metadata = {{"author", QString::fromUtf8("Jürgen 😀")}};
    transfer.spec.object.tags = {{"a b", "ü"}};
    transfer.spec.object.storageClass = "STANDARD_IA";
    transfer.spec.object.encryption = "aws:kms";
    transfer.spec.object.kmsKeyId = "key";
    transfer.spec.object.acl = "private";
    const auto ids = open()->add({transfer});
    QVERIFY(ids.ok());
    QCOMPARE(ids->size(), 1);

    const auto rows = open()->load();
    QVERIFY(rows.ok());
    QCOMPARE(rows->rows.size(), 1);
    const Transfer& read = rows->rows.first();
    QCOMPARE(read.id, ids->first());
    QCOMPARE(read.sourcePath, transfer.sourcePath);
    QCOMPARE(read.source, transfer.source);
    QCOMPARE(read.accountId, transfer.accountId);
    QVERIFY(read.spec == transfer.spec);
    QVERIFY(read.state == transfer.state);
    QCOMPARE(read.group, transfer.group);
    QCOMPARE(read.priority, 1);
    QCOMPARE(read.addedAt, transfer.addedAt);
    QVERIFY(!read.endedAt.isValid());
}

void JournalTest::keepsTheState()
{
    const auto journal = open();
    const TransferId id = journal->add({makeTransfer("a")})->first();
    const UploadState state = makeState();
    const QDateTime ended = QDateTime::currentDateTimeUtc();
    QVERIFY(journal->saveState(id, state, ended).ok());
    const auto read = open()->loadOne(id);
    QVERIFY(read.ok() && read->has_value());
    QVERIFY((*read)->state == state);
    QCOMPARE((*read)->endedAt.toMSecsSinceEpoch(), ended.toMSecsSinceEpoch());
    QVERIFY(!(*journal->loadOne(TransferId{99})).has_value());
}

void JournalTest::defaultsStayDefaults()
{
    const auto journal = open();
    Transfer plain;
    plain.addedAt = QDateTime::currentDateTimeUtc();
    const TransferId id = journal->add({plain})->first();
    const Transfer read = **journal->loadOne(id);
    QVERIFY(read.spec == plain.spec);
    QVERIFY(read.state == plain.state);
    QCOMPARE(rawValue("SELECT state_more || spec_more FROM transfer").toString(), QString(""));
}

void JournalTest::sums_data()
{
    QTest::addColumn<QList<int>>("stored"); // of parts 1 … 4 of 30, 30, 30, 10 bytes
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("none") << QList<int>{} << qint64{0};
    QTest::newRow("first") << QList<int>{1} << qint64{30};
    QTest::newRow("gap") << QList<int>{1, 3} << qint64{60};
    QTest::newRow("only the last") << QList<int>{4} << qint64{10};
    QTest::newRow("all") << QList<int>{1, 2, 3, 4} << qint64{100};
}

void JournalTest::sums()
{
    QFETCH(QList<int>, stored);
    const auto journal = open();
    const TransferId id = journal->add({makeTransfer("a"), makeTransfer("b")})->first();
    QMap<int, StoredPart> parts;
    for (int number : stored)
        parts.insert(number, makePart(number));
    QVERIFY(journal->saveParts(id, parts).ok());
    const auto rows = journal->load();
    QTEST(rows->rows.at(0).storedBytes, "bytes");
    QCOMPARE(rows->rows.at(0).storedParts, stored.size());
    QVERIFY(rows->rows.at(0).state.parts.isEmpty());
    QCOMPARE(rows->rows.at(1).storedBytes, 0);
    QTEST((*journal->loadOne(id))->storedBytes, "bytes");
}

void JournalTest::rechecksParts()
{
    const auto journal = open();
    const Transfer transfer = makeTransfer("a"); // parts of 30, the last of 10
    const TransferId id = journal->add({transfer})->first();
    QVERIFY(journal->saveParts(id, {{1, makePart(1)}, {2, makePart(2)}, {4, makePart(4)}}).ok());
    UploadSpec spec = transfer.spec;
    spec.plan = {70, 30, 3, false};
    const SourceFingerprint now{70, 9, "8:18"};
    const QMap<int, StoredPart> unchecked{{1, makePart(1)}, {2, makePart(2)}};
    QVERIFY(journal->recheckParts(id, now, spec, unchecked).ok());
    QVERIFY(journal->saveParts(id, {{2, makePart(5)}}).ok()); // compared, or sent again

    const Transfer read = **open()->loadOne(id);
    QCOMPARE(read.source, now);
    QCOMPARE(read.spec.plan, spec.plan);
    QCOMPARE(read.state.parts, (QMap<int, StoredPart>{{2, makePart(5)}}));
    QCOMPARE(read.state.unchecked, (QMap<int, StoredPart>{{1, makePart(1)}}));
    QCOMPARE(read.storedBytes, 30);
    QCOMPARE(open()->load()->rows.first().storedBytes, 30);
}

void JournalTest::addsWithParts()
{
    Transfer transfer = makeTransfer("a");
    transfer.state.parts = {{1, makePart(1)}, {3, makePart(3)}};
    transfer.state.unchecked = {{2, makePart(2)}};
    const auto journal = open();
    const TransferId id = journal->add({transfer})->first();
    const Transfer read = **journal->loadOne(id);
    QCOMPARE(read.state.parts, transfer.state.parts);
    QCOMPARE(read.state.unchecked, transfer.state.unchecked);
    QCOMPARE(read.storedParts, 2);
}

void JournalTest::keepsIrregularPlans_data()
{
    QTest::addColumn<Lengths>("lengths");
    QTest::addColumn<QString>("text");
    QTest::newRow("ours") << Lengths{{1, 8}, {2, 8}, {3, 5}} << QString();
    QTest::newRow("gaps") << Lengths{{10, 8}, {20, 8}, {30, 7}} << "10:8 20:8 30:7";
    QTest::newRow("runs") << Lengths{{1, 8}, {2, 8}, {3, 5}, {4, 8}, {5, 8}, {7, 8}} << "1*2:8 3:5 4*2:8 7:8";
    Lengths many;
    for (int number = 1; number <= 10'000; ++number)
        many.insert(number, number);
    QTest::newRow("many") << many << QString();
}

void JournalTest::keepsIrregularPlans()
{
    QFETCH(const Lengths, lengths);
    QFETCH(const QString, text);
    Transfer transfer = makeTransfer("a");
    transfer.spec.plan = planOfLengths(lengths);
    const auto journal = open();
    const TransferId id = journal->add({transfer})->first();
    QCOMPARE((*journal->loadOne(id))->spec.plan, transfer.spec.plan);
    if (!text.isEmpty())
        QCOMPARE(rawValue("SELECT plan_parts FROM transfer"), QVariant(text));

    const int first = lengths.firstKey(), last = lengths.lastKey();
    QVERIFY(journal->saveParts(id, {{first, makePart(1)}, {last, makePart(2)}}).ok());
    const qint64 bytes = lengths.first() + lengths.last();
    QCOMPARE(journal->load()->rows.first().storedBytes, bytes);
    QCOMPARE((*journal->loadOne(id))->storedBytes, bytes);

    UploadSpec other = transfer.spec;
    other.plan = planOfLengths({{3, 1}, {4, 2}});
    QVERIFY(journal->saveSource(id, transfer.source, other).ok());
    QCOMPARE(journal->load()->rows.first().spec.plan, other.plan);
}

void JournalTest::damagedPlanHasNoParts_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"1:8 2:8", "1:8 2:8 3:8", "1:8 2:8 2:7", "x", "1", "1:8 3*9999999999:7", "1:8 2:8 3:-1",
          "1:8  2:15", "1*100001:1", "2:8 1:8 3:7", "9223372036854775807:23", "0:8 1:8 2:7"})
        QTest::newRow(text) << text;
}

void JournalTest::damagedPlanHasNoParts()
{
    QFETCH(const QString, text);
    Transfer transfer = makeTransfer("a");
    transfer.spec.plan = planOfLengths({{10, 8}, {20, 8}, {30, 7}});
    open()->add({transfer}).ok();
    rawValue(QString("UPDATE transfer SET plan_parts = '%1'").arg(text));
    const PartPlan read = open()->load()->rows.first().spec.plan;
    QVERIFY(!read.covers());
    QCOMPARE(read.count, 0);
    QCOMPARE(read.size, 23);
}

void JournalTest::keepsParts()
{
    const auto journal = open();
    const TransferId id = journal->add({makeTransfer("a")})->first();
    QMap<int, StoredPart> parts{{1, makePart(1)}, {2, makePart(2)}};
    parts[3].etag = "\"D41D8CD98F00B204E9800998ECF8427E\""; // upper case: as it is
    parts[4].etag = "0123456789abcdef";                     // 16 characters are not 16 packed bytes
    QVERIFY(journal->saveParts(id, parts).ok());
    QCOMPARE(*open()->loadParts(id), parts);
    parts[2].etag = "\"other\"";
    QVERIFY(journal->saveParts(id, {{2, parts[2]}}).ok());
    QCOMPARE(*journal->loadParts(id), parts);
}

void JournalTest::tenThousandParts()
{
    const auto journal = open();
    const TransferId id = journal->add({makeTransfer("a", 10'000 * 30 - 5)})->first();
    QMap<int, StoredPart> all;
    for (int start = 1; start <= 10'000; start += 64) {
        QMap<int, StoredPart> group;
        for (int number = start; number < start + 64 && number <= 10'000; ++number)
            group.insert(number, makePart(number));
        QVERIFY(journal->saveParts(id, group).ok());
        all.insert(group);
    }
    const auto read = open()->loadOne(id);
    QCOMPARE((*read)->state.parts, all);
    QCOMPARE((*read)->storedParts, 10'000);
    QCOMPARE((*read)->storedBytes, 10'000 * 30 - 5);
}

void JournalTest::forgetsParts()
{
    const auto journal = open();
    const auto ids = *journal->add({makeTransfer("a"), makeTransfer("b")});
    QVERIFY(journal->saveParts(ids.at(0), {{1, makePart(1)}}).ok());
    QVERIFY(journal->saveParts(ids.at(1), {{1, makePart(1)}}).ok());
    QVERIFY(journal->forgetParts(ids.at(0)).ok());
    QVERIFY(journal->loadParts(ids.at(0))->isEmpty());
    QCOMPARE(journal->loadParts(ids.at(1))->size(), 1);
}

void JournalTest::savesTheSource()
{
    const auto journal = open();
    Transfer transfer = makeTransfer("a");
    const TransferId id = journal->add({transfer})->first();
    transfer.source = {77, 5, "1:2"};
    transfer.spec.plan = {77, 77, 1, true};
    transfer.spec.object.tags = {{"k", "v"}};
    QVERIFY(journal->saveSource(id, transfer.source, transfer.spec).ok());
    const Transfer read = **journal->loadOne(id);
    QCOMPARE(read.source, transfer.source);
    QVERIFY(read.spec == transfer.spec);
}

void JournalTest::ordersRows()
{
    const auto journal = open();
    const auto ids = *journal->add({makeTransfer("a"), makeTransfer("b"), makeTransfer("c")});
    const auto before = *journal->load();
    QVERIFY(before.rows.at(0).position < before.rows.at(1).position);
    QVERIFY(journal->saveOrder(ids.at(2), before.rows.at(0).position, -1).ok());
    QVERIFY(journal->saveOrder(ids.at(0), before.rows.at(2).position, 1).ok());
    const auto after = *journal->load();
    QCOMPARE(after.rows.at(0).id, ids.at(2));
    QCOMPARE(after.rows.at(0).priority, -1);
    QCOMPARE(after.rows.at(2).id, ids.at(0));
}

// The head of a long queue comes at once, all of it in order, and nobody else's write gets in between.
void JournalTest::longQueuesComeInBlocks()
{
    const auto journal = open();
    const auto other = open();
    QList<Transfer> many;
    for (int i = 0; i < 3'000; ++i)
        many.append(makeTransfer(QString::number(i)));
    const auto ids = *journal->add(many);
    QVERIFY(journal->saveParts(ids.at(2'999), {{1, {"\"e\"", {}, {}}}, {4, {"\"e\"", {}, {}}}}).ok());
    QVERIFY(journal->saveOrder(ids.last(), 0, 0).ok()); // before all others
    QList<qsizetype> sizes;
    QList<Transfer> rows;
    const Result<qint64> revision = journal->read(0, [&](QList<Transfer> block) {
        if (sizes.isEmpty() && !other->saveOrder(ids.at(1), 99'999, 0).ok())
            return false;
        sizes.append(block.size());
        rows.append(block);
        return true;
    });
    QVERIFY(revision.ok());
    QCOMPARE(rows.size(), 3'000);
    QVERIFY(sizes.size() >= 3);
    QVERIFY2(sizes.first() <= 500, qPrintable(QString::number(sizes.first())));
    QCOMPARE(rows.first().id, ids.last());
    QCOMPARE(rows.first().storedParts, 2);
    QCOMPARE(rows.first().storedBytes, 40);                    // 30 and the last 10
    QCOMPARE(rows.at(2).id, ids.at(1));                        // as it was when the reading began
    QCOMPARE(journal->load(*revision).value().rows.size(), 1); // and what changed then is found later
    int blocks = 0;
    QVERIFY(journal->read(0, [&blocks](const QList<Transfer>&) { return ++blocks < 1; }).ok());
    QCOMPARE(blocks, 1);
}

void JournalTest::idsAreNeverUsedAgain()
{
    const auto journal = open();
    const TransferId last = journal->add({makeTransfer("a"), makeTransfer("b")})->last();
    QVERIFY(journal->remove({last}).ok());
    QVERIFY(open()->add({makeTransfer("c")})->first() > last);
}

void JournalTest::removesAllOfARow()
{
    const auto journal = open();
    const TransferId id = journal->add({makeTransfer("a")})->first();
    QVERIFY(journal->saveParts(id, {{1, makePart(1)}}).ok());
    QVERIFY(journal->saveState(id, makeState(), {}).ok());
    QVERIFY(journal->note(id, {QDateTime::currentDateTimeUtc(), "created", {}}).ok());
    QVERIFY(journal->remove({id}).ok());
    QVERIFY(journal->load()->rows.isEmpty());
    QVERIFY(journal->ids()->isEmpty());
    QCOMPARE(rawValue("SELECT (SELECT count(*) FROM part) + (SELECT count(*) FROM history) + "
                      "(SELECT count(*) FROM stray)"),
             QVariant(0));
}

void JournalTest::capsHistory()
{
    const auto journal = open();
    const auto ids = *journal->add({makeTransfer("a"), makeTransfer("b")});
    const QDateTime at(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    QVERIFY(journal->note(ids.at(1), {at, "created", "b"}).ok());
    for (int i = 0; i < 620; ++i)
        QVERIFY(journal->note(ids.at(0), {at.addSecs(i), "part-retried", QString::number(i)}).ok());
    const auto lines = *journal->history(ids.at(0));
    QCOMPARE(lines.size(), 500);
    QCOMPARE(lines.first().detail, "120");
    QCOMPARE(lines.last().detail, "619");
    QCOMPARE(lines.last().at, at.addSecs(619));
    QCOMPARE(journal->history(ids.at(1))->size(), 1);
}

void JournalTest::knowsOthersUploads()
{
    const auto journal = open();
    const auto ids = *journal->add({makeTransfer("a"), makeTransfer("b")});
    QVERIFY(journal->saveState(ids.at(0), makeState(), {}).ok());
    for (const char* upload : {"id/with+odd=characters", "stray-2"}) {
        QVERIFY(*journal->isOthersUpload(ids.at(1), upload));
        QVERIFY(!*journal->isOthersUpload(ids.at(0), upload));
    }
    QVERIFY(!*journal->isOthersUpload(ids.at(1), "unknown"));
    QVERIFY(!*journal->isOthersUpload(ids.at(0), ""));
    UploadState clean;
    QVERIFY(journal->saveState(ids.at(0), clean, {}).ok());
    QVERIFY(!*journal->isOthersUpload(ids.at(1), "stray-2"));
}

void JournalTest::togetherIsAllOrNothing()
{
    const auto journal = open();
    const TransferId id = journal->add({makeTransfer("a")})->first();
    const auto done = journal->together(Durable::Normal, [&]() -> Result<void> {
        if (const auto saved = journal->saveParts(id, {{1, makePart(1)}}); !saved.ok())
            return saved;
        if (const auto saved = journal->saveState(id, makeState(), {}); !saved.ok())
            return saved;
        return Error{ErrorKind::Bug, 0, "stop", {}, {}, {}, false, 0};
    });
    QCOMPARE(done.error().code, "stop");
    const Transfer read = **journal->loadOne(id);
    QVERIFY(read.state.parts.isEmpty());
    QCOMPARE(read.state.phase, Phase::Waiting);
    QVERIFY(journal->saveState(id, makeState(), {}).ok());
    QCOMPARE((*journal->loadOne(id))->state.phase, Phase::NeedsAttention);
}

// What a killed process leaves are the files as they are at that moment, the log not yet folded in.
void JournalTest::holdsNoSecretColumns()
{
    {
        open();
    }
    const QString schema = rawValue("SELECT group_concat(sql) FROM sqlite_master").toString();
    QVERIFY(schema.contains("CREATE TABLE transfer"));
    for (const char* word : {"secret", "password", "credential"})
        QVERIFY(!schema.contains(word, Qt::CaseInsensitive));
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
