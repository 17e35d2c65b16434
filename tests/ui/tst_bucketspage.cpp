// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/bucketquestions.h"
#include "buckets/copydialog.h"
#include "buckets/objectpane.h"
#include "buckets/placedialog.h"
#include "dialogs/exchangebutton.h"
#include "dialogs/exchangedialog.h"
#include "net/sandboxbench.h"
#include "ui/bucketsfixture.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
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
class BucketsPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void looksIntoAnObject();
    void requestIsOneClickAway();
    void deletesWithTheRightQuestion_data();
    void deletesWithTheRightQuestion();
    void deletesAVersion();
    void makesABucketAndAFolder();
    void names_data();
    void names();
    void copies();
    void filterHasAKey();
    void copyHasAKeyForEach();
    void copiesWithOtherMetadata();
    void copiesToAServiceWithoutTags();
    void copiesAFolder();
    void links();
    void takesDrops();
    void choosesADestination();
    void everythingHasAName();

private:
    template <typename T>
    T* dialog()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<T*>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    QAction* action(const QString& words);
    bool select(const QStringList& names);
    QStringList rows(QTreeWidget* table);
    QTreeWidget* table(const QString& name);
    BucketView* view() { return m_fixture->page->findChild<BucketView*>(); }

    std::unique_ptr<SandboxBench> m_bench;
    std::unique_ptr<BucketsFixture> m_fixture;
};

void BucketsPageTest::init()
{
    m_bench = std::make_unique<SandboxBench>();
    QVERIFY(m_bench->start());
    m_bench->send(
        "PUT", "raw/day1.mov", {}, "day one",
        headers({{"x-amz-meta-by", "me"}, {"x-amz-tagging", "t=1"}, {"Content-Type", "video/quicktime"}}));
    m_bench->send("PUT", "raw/day2.mov", {}, "day two");
    const Credentials keys = m_bench->client().credentials;
    m_fixture =
        std::make_unique<BucketsFixture>(m_bench->sandbox().endpoint(), keys.accessKeyId, keys.secretKey);
    m_fixture->page->resize(900, 500);
    m_fixture->page->show();
    QTRY_COMPARE(view()->model()->rowCount(), 1);
}

void BucketsPageTest::cleanup()
{
    m_fixture->page.reset();
    m_fixture.reset();
    m_bench.reset();
}

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

QAction* BucketsPageTest::action(const QString& words)
{
    for (QAction* action : m_fixture->page->findChildren<QAction*>()) {
        if (action->text().remove(u'&') == words)
            return action;
    }
    qFatal("no action %s", qPrintable(words));
}

// Opens one after the other and makes the last one the current row.
bool BucketsPageTest::select(const QStringList& names)
{
    QModelIndex parent;
    for (const QString& name : names) {
        QModelIndex found;
        const bool there = QTest::qWaitFor(
            [&] {
                for (int row = 0; row < view()->model()->rowCount(parent); ++row) {
                    if (view()->model()->index(row, 0, parent).data().toString() == name)
                        found = view()->model()->index(row, 0, parent);
                }
                return found.isValid();
            },
            10'000);
        if (!there)
            return false;
        view()->setCurrentIndex(found);
        view()->expand(found);
        parent = found;
    }
    return true;
}

QTreeWidget* BucketsPageTest::table(const QString& name)
{
    for (QTreeWidget* table : m_fixture->page->findChildren<QTreeWidget*>()) {
        if (table->accessibleName() == name)
            return table;
    }
    return nullptr;
}

QStringList BucketsPageTest::rows(QTreeWidget* table)
{
    QStringList rows;
    for (int row = 0; row < table->topLevelItemCount(); ++row)
        rows.append(table->topLevelItem(row)->text(0) + '=' + table->topLevelItem(row)->text(1));
    return rows;
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

void BucketsPageTest::copies()
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

// Two controls with one key: pressing it leads to the wrong one, and what is typed is lost.
void BucketsPageTest::copyHasAKeyForEach()
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

void BucketsPageTest::copiesWithOtherMetadata()
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
void BucketsPageTest::copiesToAServiceWithoutTags()
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

void BucketsPageTest::copiesAFolder()
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
