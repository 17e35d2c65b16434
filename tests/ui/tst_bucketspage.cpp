// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/bucketquestions.h"
#include "buckets/objectpane.h"
#include "buckets/placedialog.h"
#include "dialogs/exchangebutton.h"
#include "dialogs/exchangedialog.h"
#include "ui/bucketspagebench.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>
#include <QtTest>

using namespace partway;

// The whole page over a sandbox.
class BucketsPageTest : public BucketsPageBench
{
    Q_OBJECT
private Q_SLOTS:
    void looksIntoAnObject();
    void requestIsOneClickAway();
    void deletesWithTheRightQuestion_data();
    void deletesWithTheRightQuestion();
    void deletesAVersion();
    void makesABucketAndAFolder();
    void names_data();
    void names();
    void filterHasAKey();
    void links();
    void takesDrops();
    void choosesADestination();
    void everythingHasAName();
};

// What the office asks is noted like the requests of transfers, without its secrets.
void BucketsPageTest::requestIsOneClickAway()
{
    const Credentials keys = m_bench->client().credentials;
    const QByteArray wrong = "this-is-not-the-key";
    BucketsFixture f(m_bench->sandbox().endpoint(), keys.accessKeyId, Secret(wrong));
    const auto button = [&f] {
        const QList<ExchangeButton*> buttons = f.page->findChildren<ExchangeButton*>();
        const auto seen = std::find_if(buttons.begin(), buttons.end(),
                                       [](const QPushButton* each) { return each->isVisible(); });
        return seen == buttons.end() ? nullptr : *seen;
    };
    f.page->show();
    QVERIFY(!button());
    QTRY_VERIFY(button());
    button()->click();
    const auto* shown = f.page->findChild<ExchangeDialog*>();
    QVERIFY(shown && shown->isVisible());
    const QString text = shown->findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY2(text.contains(QLatin1String("SignatureDoesNotMatch")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("uthorization: [removed]")), qPrintable(text));
    QVERIFY(!text.contains(QLatin1String("Signature=")));
    QVERIFY(!text.contains(QString::fromLatin1(wrong)));
    QVERIFY(!text.contains(QString::fromLatin1(keys.accessKeyId)));
    dialog<ExchangeDialog>()->close();

    for (QAction* each : f.page->findChildren<QAction*>()) // the same of what is asked by hand
        if (each->text() == QStringLiteral("New &bucket…"))
            each->trigger();
    dialog<NameDialog>()->findChild<QLineEdit*>()->setText("another-bucket");
    dialog<NameDialog>()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(dialog<QMessageBox>());
    dialog<QMessageBox>()->findChild<ExchangeButton*>()->click();
    QTRY_VERIFY(!dialog<QMessageBox>());
    QVERIFY(dialog<ExchangeDialog>());
    QVERIFY(dialog<ExchangeDialog>()->findChild<QPlainTextEdit*>()->toPlainText().startsWith("PUT "));
}

void BucketsPageTest::looksIntoAnObject()
{
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    QTreeWidget* facts = table("Details of the object");
    QTRY_VERIFY(rows(facts).contains("Metadata: by=me"));
    QTRY_VERIFY(rows(facts).contains("Tag: t=1"));
    QTRY_VERIFY(rows(facts).contains("Content type=video/quicktime"));
    QTRY_VERIFY(rows(facts).filter("CRC64NVME").size() == 1);
    QTRY_COMPARE(table("Versions of the object")->topLevelItemCount(), 1);
    QVERIFY(select({"sandbox", "raw"})); // no object any more
    QCOMPARE(facts->topLevelItemCount(), 0);
}

void BucketsPageTest::deletesWithTheRightQuestion_data()
{
    QTest::addColumn<bool>("versioned");
    QTest::addColumn<QString>("question");
    QTest::newRow("for good") << false << "Delete “raw/day1.mov” for good?";
    QTest::newRow("hidden") << true << "Hide “raw/day1.mov”?";
}

void BucketsPageTest::deletesWithTheRightQuestion()
{
    QFETCH(bool, versioned);
    QFETCH(QString, question);
    if (versioned)
        m_bench->send("PUT", {}, {{"versioning", ""}},
                      "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    action("Delete…")->trigger();
    QTRY_VERIFY(dialog<QMessageBox>());
    QCOMPARE(dialog<QMessageBox>()->text(), question);
    dialog<QMessageBox>()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!dialog<QMessageBox>());
    QCOMPARE(m_bench->send("HEAD", "raw/day1.mov").status, 200);
    action("Delete…")->trigger();
    QTRY_VERIFY(dialog<QMessageBox>());
    for (QAbstractButton* button : dialog<QMessageBox>()->buttons()) {
        if (dialog<QMessageBox>()->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    }
    QTRY_COMPARE(m_bench->send("HEAD", "raw/day1.mov").status, 404);
    QCOMPARE(m_bench->send("HEAD", "raw/day2.mov").status, 200);
    const auto* pane = m_fixture->page->findChild<ObjectPane*>();
    QTRY_COMPARE(pane->row().kind, BucketRowKind::None); // the page knows, too
    if (versioned) {                                     // hidden is not gone
        QVERIFY(select({"sandbox", "raw"}));
        action("Look at an object by name…")->trigger();
        dialog<NameDialog>()->findChild<QLineEdit*>()->setText("day1.mov");
        dialog<NameDialog>()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        QTRY_COMPARE(table("Versions of the object")->topLevelItemCount(), 2);
    }
    QTRY_VERIFY(!QTest::qWaitFor([this] { return false; }, 50) && view()->model()->rowCount() == 1);
}

void BucketsPageTest::deletesAVersion()
{
    m_bench->send("PUT", {}, {{"versioning", ""}},
                  "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    m_bench->send("PUT", "raw/day1.mov", {}, "newer");
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    QTreeWidget* versions = table("Versions of the object");
    QTRY_COMPARE(versions->topLevelItemCount(), 2);
    versions->setCurrentItem(versions->topLevelItem(0));
    for (QPushButton* button : m_fixture->page->findChildren<QPushButton*>()) {
        if (button->text().remove(u'&') == "Delete this version…")
            button->click();
    }
    QTRY_VERIFY(dialog<QMessageBox>());
    for (QAbstractButton* button : dialog<QMessageBox>()->buttons()) {
        if (dialog<QMessageBox>()->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    }
    QTRY_COMPARE(m_bench->send("GET", "raw/day1.mov").body, QByteArray("day one"));
}

void BucketsPageTest::makesABucketAndAFolder()
{
    action("New bucket…")->trigger();
    auto* name = dialog<NameDialog>();
    QVERIFY(name);
    auto* ok = name->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    name->findChild<QLineEdit*>()->setText("another-bucket");
    ok->click();
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    QVERIFY(m_bench->sandbox().services().depot.has("another-bucket"));
    QVERIFY(select({"another-bucket"}));
    view()->collapseAll();
    action("New folder…")->trigger();
    dialog<NameDialog>()->findChild<QLineEdit*>()->setText("raw 2026");
    dialog<NameDialog>()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(view()->isExpanded(view()->model()->index(0, 0))); // what is new is seen
    QVERIFY(select({"another-bucket", "raw 2026"}));
    QVERIFY(m_bench->sandbox().services().depot.bucket("another-bucket")->object("raw 2026/"));
}

void BucketsPageTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    for (const char* name : {"abc", "my.bucket-1", "0ab"})
        QTest::newRow(name) << QString(name) << true;
    for (const char* name : {"ab", "Abc", "a_b", "-abc", "abc-", "a..b", "192.168.0.1", "ü-bucket"})
        QTest::newRow(name) << QString::fromUtf8(name) << false;
}

void BucketsPageTest::names()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(bucketNameProblem(name).isEmpty(), good);
}

void BucketsPageTest::filterHasAKey()
{
    QVERIFY(select({"sandbox", "raw"}));
    view()->setFocus();
    QTRY_VERIFY(view()->hasFocus());
    QTest::keySequence(m_fixture->page->window(), QKeySequence(QKeySequence::Find));
    QTest::keyRelease(m_fixture->page->window(), Qt::Key_Control); // else it stays held for what follows
    const QWidget* focused = m_fixture->page->window()->focusWidget();
    QCOMPARE(focused->accessibleName(), QString("Filter the names"));
}

void BucketsPageTest::links()
{
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    action("Link for others…")->trigger();
    auto* link = dialog<LinkDialog>();
    QVERIFY(link);
    auto* edit = link->findChild<QLineEdit*>();
    QTRY_VERIFY(edit->text().startsWith(m_bench->sandbox().endpoint()));
    const QByteArray url = edit->text().toLatin1();
    const QByteArray target = url.mid(url.indexOf('/', 8));
    const RawReply reply = m_bench->client().sendBytes(
        "GET " + target + " HTTP/1.1\r\nHost: " + m_bench->client().origin.hostHeader() + "\r\n\r\n", {});
    QCOMPARE(reply.body, QByteArray("day one"));
    link->findChild<QComboBox*>()->setCurrentIndex(4);
    QTRY_VERIFY(edit->text().contains("X-Amz-Expires=604800"));
    link->close();
}

void BucketsPageTest::takesDrops()
{
    QVERIFY(select({"sandbox", "raw", "day1.mov"}));
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile("/tmp/some file")});
    const QPoint at = view()->visualRect(view()->currentIndex()).center();
    QDragEnterEvent enter(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view()->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view()->viewport(), &drop);
    QCOMPARE(m_fixture->uploads.size(), 1);
    QCOMPARE(m_fixture->uploads.first().first, QStringList{"/tmp/some file"});
    QCOMPARE(m_fixture->uploads.first().second, (Destination{"account-1", "sandbox", "raw/"}));
    action("Set as destination")->trigger();
    QCOMPARE(m_fixture->destination, (Destination{"account-1", "sandbox", "raw/"}));
    action("Copy the address")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("s3://sandbox/raw/day1.mov"));
}

void BucketsPageTest::choosesADestination()
{
    PlaceDialog dialog(m_fixture->office, m_fixture->accounts, "Choose", {"account-1", {}, {}}, nullptr);
    dialog.show();
    auto* tree = dialog.findChild<BucketView*>();
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    QVERIFY(!dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
    tree->setCurrentIndex(tree->model()->index(0, 0));
    tree->expand(tree->model()->index(0, 0));
    QTRY_COMPARE(tree->model()->index(0, 0, tree->model()->index(0, 0)).data().toString(), QString("raw"));
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    QCOMPARE(dialog.destination(), (Destination{"account-1", "sandbox", "raw/"}));
    QVERIFY(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
}

void BucketsPageTest::everythingHasAName()
{
    for (QWidget* widget : m_fixture->page->findChildren<QWidget*>()) {
        const bool control = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                             !widget->objectName().startsWith("qt_");
        if (!control || qobject_cast<QTabBar*>(widget))
            continue;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(BucketsPageTest)
#include "tst_bucketspage.moc"
