// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/copyplan.h"
#include "s3/objectheaders.h"

#include <QtTest>

using namespace partway;

// One object as a transfer: how it is cut, what it carries, and what is refused.
class TestCopyPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plans_data();
    void plans();
    void carriesWhatTheSourceDoes();
    void replaces();
    void directoryBuckets();
    void storesWithoutTags();
    void lostTags_data();
    void lostTags();
    void refusals();
    void services_data();
    void services();
    void metadataWords_data();
    void metadataWords();

private:
    SystemRandomness m_random;
};

namespace {

Account account(const QString& id, const QString& endpoint, const QString& provider = "aws")
{
    Account account;
    account.id = id;
    account.endpoint = endpoint;
    account.provider = provider;
    return account;
}

CopyRequest request()
{
    CopyRequest request;
    request.from = request.to = account("a", "https://s3.eu-west-1.amazonaws.com");
    request.source = {"from", "dir/film.mov", {}, {}};
    request.bucket = "to";
    request.key = "film.mov";
    return request;
}

CopyFacts facts(qint64 size)
{
    CopyFacts facts;
    facts.info.size = size;
    facts.info.etag = "\"e\"";
    facts.info.modified = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    return facts;
}

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

} // namespace

void TestCopyPlan::plans_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("throughHere");
    QTest::addColumn<bool>("direct");
    QTest::addColumn<qint64>("partSize");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << qint64(0) << false << true << qint64(0) << 1;
    QTest::newRow("small") << 64 * MiB << false << true << qint64(0) << 1;
    QTest::newRow("20 GiB") << 20 * GiB << false << false << 128 * MiB << 160;
    QTest::newRow("20 GiB through here") << 20 * GiB << true << false << 16 * MiB << 1280;
    QTest::newRow("the largest there is") << 10'000 * (5 * GiB) << false << false << 5 * GiB << 10'000;
}

void TestCopyPlan::plans()
{
    QFETCH(qint64, size);
    QFETCH(bool, throughHere);
    CopyRequest wanted = request();
    wanted.throughHere = throughHere;
    const auto transfer = planCopy(wanted, facts(size), m_random, now);
    QVERIFY2(transfer, transfer ? "" : qPrintable(transfer.error().code));
    const PartPlan& plan = transfer->spec.plan;
    QTEST(plan.direct, "direct");
    QTEST(plan.count, "count");
    if (!plan.direct)
        QTEST(plan.partSize, "partSize");
    QVERIFY(plan.covers());
    QCOMPARE(transfer->state.throughHere, throughHere);
    QVERIFY(!planCopy(wanted, facts(10'000 * (5 * GiB) + 1), m_random, now));
}

void TestCopyPlan::carriesWhatTheSourceDoes()
{
    CopyFacts seen = facts(100 * MiB);
    seen.info.contentType = "video/quicktime";
    seen.info.contentDisposition = "attachment";
    seen.info.storageClass = "GLACIER_IR";
    seen.info.checksum = QByteArray(8, 'c');
    seen.info.checksumType = "FULL_OBJECT";
    seen.info.versionId = "v1";
    seen.info.metadata = {{"partway-upload", "of another transfer"}, {"by", "=?UTF-8?B?w7xzZXI=?="}};
    seen.tags.insert("t", "1");
    const Transfer transfer = *planCopy(request(), seen, m_random, now);
    const ObjectOptions& object = transfer.spec.object;
    QCOMPARE(object.contentType, QByteArray("video/quicktime"));
    QCOMPARE(object.contentDisposition, QByteArray("attachment"));
    QCOMPARE(object.metadata, (QMap<QByteArray, QString>{{"by", QString::fromUtf8("\xC3\xBCser")}}));
    QCOMPARE(object.tags.value("t"), QString("1"));
    QVERIFY(object.storageClass.isEmpty()); // where a copy is kept is a choice of its own
    QCOMPARE(transfer.sourcePath, QString("s3://from/dir/film.mov"));
    QCOMPARE(transfer.spec.copy->object.etag, QByteArray("\"e\""));
    QCOMPARE(transfer.spec.copy->checksum, QByteArray(8, 'c'));
    QVERIFY(transfer.spec.copy->object.versionId.isEmpty()); // no right to read it by its id
    seen.pinsVersion = true;
    QCOMPARE(planCopy(request(), seen, m_random, now)->spec.copy->object.versionId, QString("v1"));
    seen.info.checksumType = "COMPOSITE"; // of the parts of the source, not of its bytes
    QVERIFY(planCopy(request(), seen, m_random, now)->spec.copy->checksum.isEmpty());
    QVERIFY(!transfer.state.token.isEmpty());
}

void TestCopyPlan::replaces()
{
    CopyRequest wanted = request();
    wanted.options = ObjectOptions{};
    wanted.options->metadata.insert("a", "b");
    wanted.storageClass = "STANDARD_IA";
    CopyFacts seen = facts(1);
    seen.info.contentType = "video/quicktime";
    seen.tags.insert("t", "1");
    const Transfer transfer = *planCopy(wanted, seen, m_random, now);
    QVERIFY(transfer.spec.object.contentType.isEmpty());
    QVERIFY(transfer.spec.object.tags.isEmpty() && transfer.spec.copy->ownTags);
    QCOMPARE(transfer.spec.object.metadata.value("a"), QString("b"));
    QCOMPARE(transfer.spec.object.storageClass, QByteArray("STANDARD_IA"));
}

// Their ETags are no MD5s, and their objects have no tags.
void TestCopyPlan::directoryBuckets()
{
    CopyFacts tagged = facts(10 * MiB);
    tagged.tags = {{"team", "film"}};
    CopyRequest into = request();
    into.bucket = QStringLiteral("fast--euw1-az1--x-s3");
    const Result<Transfer> there = planCopy(into, tagged, m_random, now);
    QVERIFY(there);
    QVERIFY(there->spec.object.tags.isEmpty());
    QVERIFY(there->spec.copy->ownTags); // else the store would take them along, or refuse
    QVERIFY(there->state.opaqueEtags);
    QVERIFY(!there->spec.copy->opaqueEtag);

    CopyRequest outOf = request();
    outOf.source.bucket = into.bucket;
    const Result<Transfer> back = planCopy(outOf, tagged, m_random, now);
    QVERIFY(back);
    QCOMPARE(back->spec.object.tags.size(), 1);
    QVERIFY(back->spec.copy->opaqueEtag);
    QVERIFY(!back->state.opaqueEtags && !back->spec.copy->ownTags);
}

// They refuse the header, so nothing is sent of tags: neither some nor that there are none.
void TestCopyPlan::storesWithoutTags()
{
    const Account swift = account("b", "https://swift.example.com", "swift");
    CopyFacts tagged = facts(100 * MiB);
    tagged.tags = {{"team", "film"}};
    CopyRequest there = request();
    there.to = swift;
    there.throughHere = true;
    const Result<Transfer> transfer = planCopy(there, tagged, m_random, now);
    QVERIFY(transfer);
    QVERIFY(transfer->spec.object.tags.isEmpty());
    CopyRequest within = there;
    within.from = swift;
    within.options = ObjectOptions{};
    within.throughHere = false;
    QVERIFY(!planCopy(within, facts(1), m_random, now)->spec.copy->ownTags);
    QVERIFY(!takesTags(swift, "b") && takesTags(request().to, "b"));
    QVERIFY(!takesTags(request().to, "fast--euw1-az1--x-s3"));
}

void TestCopyPlan::lostTags_data()
{
    QTest::addColumn<bool>("tagged");
    QTest::addColumn<bool>("unread");
    QTest::addColumn<QString>("to"); // the provider
    QTest::addColumn<bool>("throughHere");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("loss");
    const auto row = [](const char* name, bool tagged, bool unread, const char* to, bool here, qint64 size,
                        TagLoss loss) {
        QTest::newRow(name) << tagged << unread << QString(to) << here << size << int(loss);
    };
    row("none there", false, false, "swift", true, 1, TagLoss::None);
    row("carried", true, false, "aws", false, 1, TagLoss::None);
    row("no place for them", true, false, "swift", true, 1, TagLoss::NotThere);
    row("perhaps some, no place", false, true, "swift", true, 1, TagLoss::NotThere);
    row("the store carries them", false, true, "aws", false, 1, TagLoss::None);
    row("in parts nobody does", false, true, "aws", false, 100 * MiB, TagLoss::Unread);
    row("through here nobody does", false, true, "aws", true, 1, TagLoss::Unread);
}

void TestCopyPlan::lostTags()
{
    QFETCH(bool, tagged);
    QFETCH(bool, unread);
    QFETCH(QString, to);
    QFETCH(bool, throughHere);
    QFETCH(qint64, size);
    QFETCH(int, loss);
    CopyFacts seen = facts(size);
    if (tagged)
        seen.tags.insert("team", "film");
    seen.tagsUnread = unread;
    CopyRequest wanted = request();
    if (to != "aws")
        wanted.to = account("b", "https://there.example.com", to);
    wanted.throughHere = throughHere;
    const Transfer planned = *planCopy(wanted, seen, m_random, now);
    QCOMPARE(int(tagLossOf(wanted, seen, planned)), loss);
    wanted.options = ObjectOptions{}; // whoever says what it carries loses nothing
    QCOMPARE(int(tagLossOf(wanted, seen, planned)), int(TagLoss::None));
}

void TestCopyPlan::refusals()
{
    const auto codeOf = [this](const CopyRequest& wanted) {
        const auto transfer = planCopy(wanted, facts(1), m_random, now);
        return transfer ? QString() : transfer.error().code;
    };
    CopyRequest wanted = request();
    wanted.bucket = wanted.source.bucket;
    wanted.key = wanted.source.key;
    QCOMPARE(codeOf(wanted), QString("copy-onto-itself"));
    wanted.storageClass = "GLACIER"; // that is a change
    QCOMPARE(codeOf(wanted), QString());
    wanted.storageClass.clear();
    wanted.source.versionId = "old"; // so is an older version
    QCOMPARE(codeOf(wanted), QString());
    wanted = request();
    wanted.key.clear();
    QCOMPARE(codeOf(wanted), QString("key-empty"));
    wanted = request();
    wanted.to = account("b", "https://s3.example.com", "custom");
    QCOMPARE(codeOf(wanted), QString("copy-needs-this-computer"));
    wanted.throughHere = true;
    QCOMPARE(codeOf(wanted), QString());
}

void TestCopyPlan::services_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("same");
    QTest::newRow("regions") << "https://s3.eu-west-1.amazonaws.com"
                             << "https://s3.us-east-2.amazonaws.com" << true;
    QTest::newRow("one endpoint") << "https://s3.example.com"
                                  << "s3.example.com" << true;
    QTest::newRow("two endpoints") << "https://s3.example.com"
                                   << "https://s3.example.org" << false;
    QTest::newRow("two ports") << "http://127.0.0.1:9000"
                               << "http://127.0.0.1:9001" << false;
}

void TestCopyPlan::services()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, same);
    QCOMPARE(isSameService(account("a", from), account("b", to)), same);
    QVERIFY(!isSameService(account("a", from, "companion"), account("b", from)));
}

void TestCopyPlan::metadataWords_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("two words") << QString("two words");
    QTest::newRow("raw UTF-8") << QByteArray("\xC3\xBC") << QString::fromUtf8("\xC3\xBC");
    QTest::newRow("raw Latin-1") << QByteArray("\xFC") << QString::fromUtf8("\xC3\xBC");
    QTest::newRow("B") << QByteArray("=?UTF-8?B?w7w=?=") << QString::fromUtf8("\xC3\xBC");
    QTest::newRow("Q") << QByteArray("=?utf-8?q?a_=C3=BC?=") << QString::fromUtf8("a \xC3\xBC");
    QTest::newRow("a character in two words")
        << QByteArray("=?UTF-8?B?ww==?= =?UTF-8?B?vA==?= tail") << QString::fromUtf8("\xC3\xBC tail");
    QTest::newRow("no word at all") << QByteArray("=?what") << QString("=?what");
}

// What goes out again is the same text, not its encoding encoded.
void TestCopyPlan::metadataWords()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(metadataText(value), text);
    QCOMPARE(metadataText(metadataValue(text)), text);
}

QTEST_GUILESS_MAIN(TestCopyPlan)
#include "tst_copyplan.moc"
