// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/copydialog.h"
#include "ui/bucketspagebench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace partway;

// Copies that are asked for on the page of buckets.
class BucketCopiesTest : public BucketsPageBench
{
    Q_OBJECT
private Q_SLOTS:
    void copies();
    void copyHasAKeyForEach();
    void copiesWithOtherMetadata();
    void copiesToAServiceWithoutTags();
    void copiesAFolder();
};

void BucketCopiesTest::copies()
{
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    action("Copy to…")->trigger();
    auto* copy = dialog<CopyDialog>();
    QVERIFY(copy);
    QLineEdit* place = nullptr;
    for (QLineEdit* edit : copy->findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == "Bucket and folder to copy to")
            place = edit;
    }
    QCOMPARE(place->text(), QString("sandbox/raw/"));
    place->setText("sandbox/copies");
    copy->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(m_fixture->queue.prepared.size(), 1);
    const Transfer transfer = m_fixture->queue.prepared.first();
    QCOMPARE(transfer.sourcePath, QString("s3://sandbox/raw/day1.mov"));
    QCOMPARE(transfer.spec.key, QByteArray("copies/day1.mov"));
    QCOMPARE(transfer.spec.object.metadata.value("by"), QString("me"));
    QCOMPARE(transfer.spec.object.tags.value("t"), QString("1"));
    QCOMPARE(transfer.spec.ifExists, IfExists::Ask);
    QVERIFY(!transfer.state.throughHere);
    QTRY_COMPARE(m_fixture->notices.size(), 1);
}

// Two controls with one key: pressing it leads to the wrong one, and what is typed is lost.
void BucketCopiesTest::copyHasAKeyForEach()
{
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    action("Copy to…")->trigger();
    auto* copy = dialog<CopyDialog>();
    QVERIFY(copy);
    QSet<QString> keys;
    const auto take = [&keys](const QString& text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(text));
        keys.insert(key);
    };
    for (QLabel* label : copy->findChildren<QLabel*>()) {
        if (label->buddy())
            take(label->text());
    }
    for (QAbstractButton* button : copy->findChildren<QAbstractButton*>())
        take(button->text());
    QVERIFY(keys.size() > 5);
}

void BucketCopiesTest::copiesWithOtherMetadata()
{
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    action("Copy to…")->trigger();
    auto* copy = dialog<CopyDialog>();
    QVERIFY(copy);
    const auto field = [copy](const char* name) -> QPlainTextEdit* {
        for (QPlainTextEdit* edit : copy->findChildren<QPlainTextEdit*>()) {
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        }
        return nullptr;
    };
    QPlainTextEdit* headers = field("Headers, one a line");
    QPlainTextEdit* tags = field("Tags, one a line");
    QVERIFY(!headers->isVisible() && !tags->isVisible());
    for (QComboBox* box : copy->findChildren<QComboBox*>())
        box->setCurrentIndex(qMax(box->findText("Only what is written here"), box->currentIndex()));
    QVERIFY(headers->isVisible() && tags->isVisible());
    QPushButton* ok = copy->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    tags->setPlainText("no sign");
    QVERIFY(!ok->isEnabled());
    tags->setPlainText("team=film\nempty=");
    headers->setPlainText("x-amz-meta-by: you\nCache-Control: max-age=60");
    for (QLineEdit* edit : copy->findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == "Name of the copy")
            edit->setText("other.mov");
    }
    QVERIFY(ok->isEnabled());
    ok->click();
    QTRY_COMPARE(m_fixture->queue.prepared.size(), 1);
    const Transfer transfer = m_fixture->queue.prepared.first();
    const ObjectOptions& object = transfer.spec.object;
    QCOMPARE(object.metadata, (QMap<QByteArray, QString>{{"by", "you"}}));
    QCOMPARE(object.tags, (QMap<QString, QString>{{"team", "film"}, {"empty", ""}}));
    QCOMPARE(object.cacheControl, QByteArray("max-age=60"));
    QVERIFY(object.contentType.isEmpty() && transfer.spec.copy->ownTags);
}

// Said before it is done, in the dialog, and when it is: which of them had some.
void BucketCopiesTest::copiesToAServiceWithoutTags()
{
    Account swift;
    swift.id = QStringLiteral("account-2");
    swift.name = QStringLiteral("Swift");
    swift.provider = QStringLiteral("swift");
    swift.endpoint = QStringLiteral("https://swift.example.com");
    swift.accessKeyId = "k";
    swift.secretSource = SecretSource::Session;
    m_fixture->book.save(swift, Secret("s"), [](const Result<void>&) {});
    QVERIFY(select({"sandbox", "raw"}));
    action("Copy to…")->trigger();
    auto* copy = dialog<CopyDialog>();
    QVERIFY(copy);
    for (QComboBox* box : copy->findChildren<QComboBox*>())
        box->setCurrentIndex(qMax(box->findText("Swift"), box->currentIndex()));
    QPushButton* ok = copy->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    copy->findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(ok->isEnabled());
    const QList<QLabel*> labels = copy->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel* label) {
        return label->text().contains("Objects have no tags there") &&
               label->text().contains("One service cannot read");
    }));
    ok->click();
    QTRY_COMPARE(m_fixture->queue.prepared.size(), 2);
    for (const Transfer& transfer : std::as_const(m_fixture->queue.prepared))
        QVERIFY(transfer.spec.object.tags.isEmpty() && transfer.state.throughHere);
    QTRY_COMPARE(m_fixture->notices.size(), 1); // one of the two had tags
    QVERIFY2(m_fixture->notices.first().contains("1 of them will have no tags"),
             qPrintable(m_fixture->notices.first()));
}

void BucketCopiesTest::copiesAFolder()
{
    QVERIFY(select({"sandbox", "raw"}));
    action("Copy to…")->trigger();
    auto* copy = dialog<CopyDialog>();
    QVERIFY(copy);
    for (QLineEdit* edit : copy->findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == "Bucket and folder to copy to")
            edit->setText("sandbox/copies/");
    }
    copy->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(m_fixture->queue.prepared.size(), 2);
    QCOMPARE(m_fixture->queue.prepared.at(1).spec.key, QByteArray("copies/raw/day2.mov"));
}

QTEST_MAIN(BucketCopiesTest)
#include "tst_bucketcopies.moc"
