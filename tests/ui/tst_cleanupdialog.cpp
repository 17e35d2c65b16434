// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The clean-up rule of a bucket over a store in memory, with a real office.
#include "incomplete/cleanupdialog.h"
#include "ui/listingprovider.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace partway;

namespace {

const QString media = QStringLiteral("media");

OwnUpload ownUpload(const QByteArray& key, int daysAgo)
{
    return {.id = TransferId{1},
            .accountId = QStringLiteral("account-1"),
            .bucket = media,
            .key = key,
            .phase = Phase::Paused,
            .begunAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo)};
}

struct Bench
{
    explicit Bench(
        const QList<OwnUpload>& own, const Fill& fill = [](ListingStore&) {})
        : office(std::make_unique<StoreOffice>(
              std::make_unique<ListingProvider>([this, fill](ListingStore& made) {
                  store = &made;
                  made.addBucket(media);
                  fill(made);
              }))),
          dialog(std::make_unique<CleanUpDialog>(*office, QStringLiteral("account-1"), media,
                                                 QStringLiteral("aws"), own))
    {
        dialog->show();
    }

    QPushButton* button(const QString& words) const
    {
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->text().remove(u'&').startsWith(words))
                return button;
        }
        return nullptr;
    }
    bool ready(const QString& words) const // such a button can be pressed
    {
        return QTest::qWaitFor([&] { return button(words) && button(words)->isEnabled(); });
    }
    QString shown() const // what labels say
    {
        QStringList words;
        for (const QLabel* label : dialog->findChildren<QLabel*>()) {
            if (label->isVisibleTo(dialog.get()))
                words.append(label->text().remove(u'&'));
        }
        return words.join(u'\n');
    }
    QString difference() const { return dialog->findChild<QPlainTextEdit*>()->toPlainText(); }

    ListingStore* store = nullptr; // lives on the office's thread: to be looked at when that is at rest
    std::unique_ptr<StoreOffice> office;
    std::unique_ptr<CleanUpDialog> dialog;
};

} // namespace

class CleanUpDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void setsChangesAndRemoves();
    void warnsOfOurs_data();
    void warnsOfOurs();
    void saysWhatIsThereAlready();
    void changesAreInSight();
};

void CleanUpDialogTest::setsChangesAndRemoves()
{
    Bench bench({});
    QSignalSpy changed(bench.dialog.get(), &CleanUpDialog::rulesChanged);
    QVERIFY(bench.ready(QStringLiteral("Set the rule")));
    QVERIFY(bench.shown().contains(QStringLiteral("No rule of the bucket")));
    QVERIFY(bench.shown().contains(QStringLiteral("What would change")));
    const QString wanted = bench.difference();
    QVERIFY2(wanted.contains(QStringLiteral("<DaysAfterInitiation>7<")), qPrintable(wanted));
    bench.button(QStringLiteral("Set the rule"))->click();
    QTRY_COMPARE(changed.size(), 1);
    // What was written stays to be read.
    QCOMPARE(bench.difference(), wanted);
    QVERIFY(bench.shown().contains(QStringLiteral("What was changed")));
    QVERIFY(bench.shown().contains(QStringLiteral("The rule is set")));
    QVERIFY(!bench.button(QStringLiteral("Set the rule"))->isEnabled());

    bench.dialog->findChild<QSpinBox*>()->setValue(3);
    QTRY_VERIFY(bench.difference().contains(QStringLiteral("+")) &&
                bench.difference().contains(QStringLiteral("<DaysAfterInitiation>3<")));
    QVERIFY(bench.difference().contains(QStringLiteral("-")));
    QVERIFY(bench.ready(QStringLiteral("Set the rule")));
    bench.button(QStringLiteral("Set the rule"))->click();
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(bench.store->lifecycles.value(media).contains("<DaysAfterInitiation>3<"));

    bench.button(QStringLiteral("Remove Partway"))->click();
    QVERIFY(bench.ready(QStringLiteral("Write the removal")));
    bench.button(QStringLiteral("Write the removal"))->click();
    QTRY_COMPARE(changed.size(), 3);
    QVERIFY(bench.shown().contains(QStringLiteral("Partway's rule is gone")));
    QVERIFY(!bench.difference().isEmpty());
    QVERIFY(bench.button(QStringLiteral("Set the rule"))); // no removal is on offer any more
    QVERIFY(!bench.store->lifecycles.value(media).contains("DaysAfterInitiation"));
}

void CleanUpDialogTest::warnsOfOurs_data()
{
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("soon");
    QTest::newRow("begun long ago") << 30 << 7 << true;
    QTest::newRow("some days are left") << 1 << 7 << false;
    QTest::newRow("today") << 3 << 3 << true;
}

void CleanUpDialogTest::warnsOfOurs()
{
    QFETCH(int, daysAgo);
    QFETCH(int, days);
    QFETCH(bool, soon);
    Bench bench({ownUpload("raw/day1.mov", daysAgo)});
    bench.dialog->findChild<QSpinBox*>()->setValue(days);
    QVERIFY(bench.ready(QStringLiteral("Set the rule")));
    QTRY_VERIFY(bench.shown().contains(QStringLiteral("raw/day1.mov would be deleted")));
    QTRY_COMPARE(
        bench.button(QStringLiteral("Set the rule"))->text().contains(QStringLiteral("all the same")), soon);
    // A rule for another folder does not touch it.
    bench.dialog->findChild<QLineEdit*>(QStringLiteral("prefix"))->setText(QStringLiteral("other/"));
    QTRY_VERIFY(!bench.shown().contains(QStringLiteral("would be deleted")));
    QVERIFY(!bench.button(QStringLiteral("Set the rule"))->text().contains(QStringLiteral("all the same")));
}

void CleanUpDialogTest::saysWhatIsThereAlready()
{
    Bench bench({}, [](ListingStore& store) {
        store.lifecycles[media] = *withCleanUpRule({}, {.days = 5, .prefix = "raw/"});
    });
    QTRY_VERIFY(bench.shown().contains(QStringLiteral("there is nothing to change")));
    QCOMPARE(bench.dialog->findChild<QSpinBox*>()->value(), 5);
    // The rules as they are, no line of them new or gone.
    QVERIFY(bench.difference().contains(QStringLiteral("<DaysAfterInitiation>5<")));
    for (const QString& line : bench.difference().split(u'\n'))
        QVERIFY2(line.startsWith(u' '), qPrintable(line));
    QVERIFY(!bench.button(QStringLiteral("Set the rule"))->isEnabled());
}

// Among very many rules of others.
void CleanUpDialogTest::changesAreInSight()
{
    Bench bench({}, [](ListingStore& store) {
        QByteArray rules;
        for (int i = 0; i < 60; ++i)
            rules += "<Rule><ID>other-" + QByteArray::number(i) +
                     "</ID><Filter/><Status>Enabled</Status><Expiration><Days>9</Days></Expiration></Rule>";
        store.lifecycles[media] = "<LifecycleConfiguration>" + rules + "</LifecycleConfiguration>";
    });
    QVERIFY(bench.ready(QStringLiteral("Set the rule")));
    auto* view = bench.dialog->findChild<QPlainTextEdit*>();
    const auto inSight = [view](const QString& words) {
        const QTextCursor found = view->document()->find(words);
        return !found.isNull() && view->viewport()->rect().intersects(view->cursorRect(found));
    };
    QTRY_VERIFY(inSight(QStringLiteral("partway-abort-incomplete")));
    QVERIFY(inSight(QStringLiteral("DaysAfterInitiation")));
    QVERIFY(!inSight(QStringLiteral("other-0<")));
}

QTEST_MAIN(CleanUpDialogTest)
#include "tst_cleanupdialog.moc"
