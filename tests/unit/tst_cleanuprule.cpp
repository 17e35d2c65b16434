// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/canonicalxml.h"
#include "incomplete/cleanuprule.h"

#include <QtTest>

using namespace partway;

namespace {

// Six rules of others: both kinds of prefix, tags, sizes, and an action that nobody here knows.
const QByteArray foreign = R"(<?xml version="1.0" encoding="UTF-8"?>
<LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/" xmlns:v="urn:vendor">
  <Rule><ID>to-ia</ID><Filter><Prefix>logs/</Prefix></Filter><Status>Enabled</Status>
    <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition></Rule>
  <Rule><ID>tags &amp; more</ID><Filter><And><Prefix>a/&lt;b&gt;</Prefix><Tag><Key>team</Key><Value>a &amp; b</Value></Tag>
    <Tag><Key>keep</Key><Value/></Tag></And></Filter><Status>Enabled</Status><Expiration><Days>365</Days></Expiration></Rule>
  <Rule><ID>by size</ID><Filter><ObjectSizeGreaterThan>131072</ObjectSizeGreaterThan></Filter><Status>Disabled</Status>
    <NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays><NewerNoncurrentVersions>3</NewerNoncurrentVersions></NoncurrentVersionExpiration></Rule>
  <Rule><ID>markers</ID><Filter/><Status>Enabled</Status><Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration></Rule>
  <Rule><ID>unknown</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><FutureAction mode="x" v:hint="1"><v:Depth>2</v:Depth></FutureAction></Rule>
  <Rule><ID>zuletzt: ü</ID><Filter><Prefix>täglich/</Prefix></Filter><Status>Enabled</Status><AbortIncompleteMultipartUpload><DaysAfterInitiation>30</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule>
</LifecycleConfiguration>
)";

QByteArray document(const QByteArray& rules)
{
    return "<LifecycleConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + rules +
           "</LifecycleConfiguration>";
}

// The lines without those of the rule that is ours.
QStringList withoutOurs(const QByteArray& xml)
{
    const QStringList lines = canonicalLines(xml);
    QStringList rest, rule;
    for (const QString& line : lines) {
        rule.append(line);
        const bool inRule = rule.first() == QLatin1String("  <Rule>");
        if (inRule && line != QLatin1String("  </Rule>"))
            continue;
        if (!rule.join(u'\n').contains(QLatin1String("<ID>partway-abort-incomplete</ID>")))
            rest += rule;
        rule.clear();
    }
    return rest;
}

CleanUpRule ours(const QByteArray& xml)
{
    const Result<QList<CleanUpRule>> rules = cleanUpRules(xml);
    if (!rules)
        return {};
    for (const CleanUpRule& rule : *rules) {
        if (rule.isOurs())
            return rule;
    }
    return {};
}

} // namespace

class CleanUpRuleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstRuleIsTheReferences();
    void readsForeignRules();
    void othersStayAsTheyAre();
    void theDocumentsOwnPrefix();
    void rulesOfTheFirstKind();
    void oursWithMoreToDo();
    void takesOutTheLast();
    void notUnderstood_data();
    void notUnderstood();
    void coveredByAnother_data();
    void coveredByAnother();
    void differences();
    void canonicalForm_data();
    void canonicalForm();
};

void CleanUpRuleTest::firstRuleIsTheReferences()
{
    const Result<QByteArray> made = withCleanUpRule({}, {.days = 7, .prefix = {}});
    QVERIFY(made);
    // s3-reference §2.13, which is also a vector of the signature.
    const QByteArray expected = document(
        "<Rule><ID>partway-abort-incomplete</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>"
        "<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation>"
        "</AbortIncompleteMultipartUpload></Rule>");
    QCOMPARE(canonicalLines(*made), canonicalLines(expected));
    QCOMPARE(ours(*made).days, 7);
}

void CleanUpRuleTest::readsForeignRules()
{
    const Result<QList<CleanUpRule>> rules = cleanUpRules(foreign);
    QVERIFY(rules);
    QCOMPARE(rules->size(), 6);
    QCOMPARE(rules->at(0).prefix, QByteArray("logs/"));
    QCOMPARE(rules->at(0).days, 0);
    QCOMPARE(rules->at(1).prefix, QByteArray("a/<b>"));
    QVERIFY(rules->at(1).narrowed);
    QVERIFY(rules->at(2).narrowed);
    QVERIFY(!rules->at(2).enabled);
    QVERIFY(!rules->at(3).narrowed);
    QCOMPARE(rules->at(5).days, 30);
    QVERIFY(rules->at(5).deletes("t\xC3\xA4glich/film.mov"));
    QVERIFY(!rules->at(5).deletes("film.mov"));
}

void CleanUpRuleTest::othersStayAsTheyAre()
{
    const QStringList before = canonicalLines(foreign);
    const Result<QByteArray> set = withCleanUpRule(foreign, {.days = 7, .prefix = "raw/"});
    QVERIFY(set);
    QCOMPARE(withoutOurs(*set), before);
    QCOMPARE(ours(*set).days, 7);
    QCOMPARE(ours(*set).prefix, QByteArray("raw/"));
    QVERIFY(canonicalLines(*set) != before);

    const Result<QByteArray> changed = withCleanUpRule(*set, {.days = 3, .prefix = {}});
    QVERIFY(changed);
    QCOMPARE(withoutOurs(*changed), before);
    QCOMPARE(ours(*changed).days, 3);
    QCOMPARE(ours(*changed).prefix, QByteArray());
    QCOMPARE(cleanUpRules(*changed)->size(), 7); // the same rule, not one more

    const Result<QByteArray> removed = withoutCleanUpRule(*changed);
    QVERIFY(removed);
    QCOMPARE(canonicalLines(*removed), before);
}

void CleanUpRuleTest::theDocumentsOwnPrefix()
{
    const QByteArray prefixed =
        "<s3:LifecycleConfiguration "
        "xmlns:s3=\"http://s3.amazonaws.com/doc/2006-03-01/\"><s3:Rule><s3:ID>x</s3:ID>"
        "<s3:Filter/><s3:Status>Enabled</s3:Status><s3:Expiration><s3:Days>1</s3:Days></s3:Expiration></"
        "s3:Rule>"
        "</s3:LifecycleConfiguration>";
    const Result<QByteArray> set = withCleanUpRule(prefixed, {.days = 2, .prefix = {}});
    QVERIFY(set);
    QVERIFY(set->contains("<s3:DaysAfterInitiation>2<"));
    QCOMPARE(ours(*set).days, 2);
    QCOMPARE(canonicalLines(*withoutCleanUpRule(*set)), canonicalLines(prefixed));
}

void CleanUpRuleTest::rulesOfTheFirstKind()
{
    const QByteArray old = document("<Rule><ID>old</ID><Prefix>a/</Prefix><Status>Enabled</Status>"
                                    "<Expiration><Days>1</Days></Expiration></Rule>");
    const Result<QByteArray> set = withCleanUpRule(old, {.days = 2, .prefix = "b/"});
    QVERIFY(set);
    QVERIFY(!set->contains("<Filter"));
    QCOMPARE(ours(*set).prefix, QByteArray("b/"));
    const Result<QByteArray> changed = withCleanUpRule(*set, {.days = 2, .prefix = "c/"});
    QVERIFY(!changed->contains("<Filter"));
    QCOMPARE(ours(*changed).prefix, QByteArray("c/"));
}

void CleanUpRuleTest::oursWithMoreToDo()
{
    const QByteArray more = document(
        "<Rule><ID>partway-abort-incomplete</ID><Filter><Prefix/></Filter><Status>Disabled</Status>"
        "<Expiration><Days>9</Days></Expiration><AbortIncompleteMultipartUpload><DaysAfterInitiation>7"
        "</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule>");
    const Result<QByteArray> changed = withCleanUpRule(more, {.days = 4, .prefix = {}});
    QVERIFY(changed->contains("<Expiration>"));
    QCOMPARE(ours(*changed).days, 4);
    QVERIFY(ours(*changed).enabled);
    const Result<QByteArray> removed = withoutCleanUpRule(*changed);
    QVERIFY(removed->contains("<Expiration>")); // somebody's, and not ours to delete
    QCOMPARE(ours(*removed).days, 0);
}

void CleanUpRuleTest::takesOutTheLast()
{
    const Result<QByteArray> made = withCleanUpRule({}, {.days = 7, .prefix = {}});
    const Result<QByteArray> removed = withoutCleanUpRule(*made);
    QVERIFY(removed);
    QVERIFY(removed->isEmpty());
    QVERIFY(withoutCleanUpRule({})->isEmpty());
    QCOMPARE(canonicalLines(*withoutCleanUpRule(foreign)), canonicalLines(foreign));
}

void CleanUpRuleTest::notUnderstood_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("a listing") << QByteArray("<ListBucketResult><Name>b</Name></ListBucketResult>");
    QTest::newRow("no XML") << QByteArray("hello");
    QTest::newRow("breaks off") << foreign.left(foreign.size() / 2);
    QTest::newRow("entities") << QByteArray("<!DOCTYPE x [<!ENTITY a \"b\">]>" +
                                            document("<Rule><ID>&a;</ID></Rule>"));
    // The parser would lose it, and a rule for one folder would become one for all.
    QTest::newRow("a prefix of blanks")
        << document("<Rule><ID>x</ID><Filter><Prefix> </Prefix></Filter></Rule>");
}

void CleanUpRuleTest::notUnderstood()
{
    QFETCH(QByteArray, xml);
    for (const Result<QByteArray>& result :
         {withCleanUpRule(xml, {.days = 7, .prefix = {}}), withoutCleanUpRule(xml)}) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, QStringLiteral("lifecycle-not-understood"));
    }
    QVERIFY(!cleanUpRules(xml));
}

void CleanUpRuleTest::coveredByAnother_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<bool>("covered");
    QTest::newRow("the same") << 30 << QByteArray("t\xC3\xA4glich/") << true;
    QTest::newRow("later, below") << 40 << QByteArray("t\xC3\xA4glich/raw/") << true;
    QTest::newRow("sooner") << 7 << QByteArray("t\xC3\xA4glich/") << false;
    QTest::newRow("everywhere") << 30 << QByteArray() << false;
}

void CleanUpRuleTest::coveredByAnother()
{
    QFETCH(int, days);
    QFETCH(QByteArray, prefix);
    QFETCH(bool, covered);
    QCOMPARE(coveringRule(*cleanUpRules(foreign), {.days = days, .prefix = prefix}).has_value(), covered);
    const Result<QByteArray> own = withCleanUpRule({}, {.days = 1, .prefix = {}});
    QVERIFY(!coveringRule(*cleanUpRules(*own), {.days = days, .prefix = prefix})); // ours is to be changed
}

void CleanUpRuleTest::differences()
{
    const QStringList before{"a", "b", "c", "d"};
    QCOMPARE(lineDifference(before, before), QStringList({"  a", "  b", "  c", "  d"}));
    QCOMPARE(lineDifference(before, {"a", "x", "c", "d"}), QStringList({"  a", "- b", "+ x", "  c", "  d"}));
    QCOMPARE(lineDifference({}, {"a"}), QStringList({"+ a"}));
    QCOMPARE(lineDifference(before, {}), QStringList({"- a", "- b", "- c", "- d"}));
    QCOMPARE(lineDifference({"a", "a"}, {"a", "a", "a"}), QStringList({"  a", "  a", "+ a"}));
}

void CleanUpRuleTest::canonicalForm_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("equal");
    QTest::newRow("blanks between") << QByteArray("<a><b>x</b></a>") << QByteArray("<a>\n <b>x</b>\n</a>")
                                    << true;
    QTest::newRow("blanks inside") << QByteArray("<a><b>x</b></a>") << QByteArray("<a><b> x</b></a>")
                                   << false;
    QTest::newRow("only blanks") << QByteArray("<a><b> </b></a>") << QByteArray("<a><b/></a>") << false;
    QTest::newRow("empty") << QByteArray("<a><b></b></a>") << QByteArray("<a><b/></a>") << true;
    QTest::newRow("attributes") << QByteArray("<a x='1' y='2'/>") << QByteArray("<a y='2' x='1'/>") << true;
    QTest::newRow("attribute's value") << QByteArray("<a x='1'/>") << QByteArray("<a x='2'/>") << false;
    QTest::newRow("prefix") << QByteArray("<p:a xmlns:p='u'><p:b/></p:a>")
                            << QByteArray("<a xmlns='u'><b/></a>") << true;
    QTest::newRow("namespace") << QByteArray("<a xmlns='u'><b xmlns='v'/></a>")
                               << QByteArray("<a xmlns='u'><b/></a>") << false;
    QTest::newRow("order") << QByteArray("<a><b/><c/></a>") << QByteArray("<a><c/><b/></a>") << false;
    QTest::newRow("text like markup")
        << QByteArray("<a>&lt;b/&gt;</a>") << QByteArray("<a><b/></a>") << false;
}

void CleanUpRuleTest::canonicalForm()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, equal);
    QVERIFY(!canonicalLines(one).isEmpty());
    QCOMPARE(canonicalLines(one) == canonicalLines(other), equal);
}

QTEST_GUILESS_MAIN(CleanUpRuleTest)
#include "tst_cleanuprule.moc"
