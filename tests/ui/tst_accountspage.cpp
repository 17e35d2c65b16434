// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountspage.h"
#include "accounts/keylessstore.h"
#include "accounts/testdialog.h"
#include "dialogs/accountdialog.h"
#include "support/scriptedserver.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace partway;

namespace {

struct PageFixture
{
    QTemporaryDir folder;
    FakeQueue queue;
    AccountList accounts{folder.path()};
    std::unique_ptr<CredentialStore> keychain = makeSessionStore();
    CredentialDesk desk{*keychain};
    AccountBook book{accounts, *keychain, desk, queue};
    AccountsPage page{book, queue};

    void add(const QString& name, SecretSource source = SecretSource::Keychain)
    {
        Account account;
        account.id = name.toLower();
        account.name = name;
        account.endpoint = QStringLiteral("http://127.0.0.1:1");
        account.accessKeyId = "AKIA";
        account.secretSource = source;
        account.bucket = QStringLiteral("media");
        Result<void> saved = Error{};
        book.save(account, Secret("s3cr3t"), [&](const Result<void>& end) { saved = end; });
        QTRY_VERIFY(saved.ok());
    }
    QTreeWidget* list() { return page.findChild<QTreeWidget*>(); }
    QAction* action(const QString& start)
    {
        for (QAction* action : page.actions()) {
            if (action->text().remove(u'&').startsWith(start))
                return action;
        }
        return nullptr;
    }
    QMessageBox* question() { return page.window()->findChild<QMessageBox*>(); }
};

} // namespace

class AccountsPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lists();
    void emptyPlace();
    void hidesTickets();
    void renames();
    void returnEndsTheEditing();
    void removesWithItsSecret();
    void cancelKeepsIt();
    void exportsWithoutSecrets();
    void everyActionHasAName();
    void testTellsStepByStep();
    void testKeepsWhatItLearnt();
};

void AccountsPageTest::lists()
{
    PageFixture f;
    QSignalSpy counted(&f.page, &AccountsPage::countChanged);
    f.add(QStringLiteral("Work"));
    f.add(QStringLiteral("Archive"), SecretSource::Session);
    QCOMPARE(f.list()->topLevelItemCount(), 2);
    QCOMPARE(f.page.count(), 2);
    QCOMPARE(counted.last().first().toInt(), 2);
    QTreeWidgetItem* first = f.list()->topLevelItem(0);
    QCOMPARE(first->text(0), QStringLiteral("Archive")); // by name
    QCOMPARE(first->text(2), QStringLiteral("http://127.0.0.1:1"));
    QVERIFY(first->text(3).contains(QLatin1String("session")));
    QCOMPARE(first->text(4), QStringLiteral("Never"));
}

void AccountsPageTest::emptyPlace()
{
    PageFixture f;
    f.page.show();
    QVERIFY(!f.list()->isVisible());
    QVERIFY(!f.action(QStringLiteral("Edit"))->isEnabled());
    QVERIFY(f.page.focusProxy()->isVisible()); // its first button
    f.add(QStringLiteral("Work"));
    QVERIFY(f.list()->isVisible());
    QCOMPARE(f.page.focusProxy(), f.list());
    QVERIFY(f.action(QStringLiteral("Edit"))->isEnabled()); // the only one is chosen
}

void AccountsPageTest::hidesTickets()
{
    PageFixture f;
    Account ticket;
    ticket.id = QStringLiteral("ticket-1");
    ticket.name = QStringLiteral("film.upload-ticket");
    ticket.provider = QStringLiteral("ticket");
    ticket.endpoint = QStringLiteral("http://127.0.0.1:1");
    ticket.secretSource = SecretSource::None;
    QVERIFY(f.accounts.put(ticket).ok());
    f.add(QStringLiteral("Work"));
    QCOMPARE(f.list()->topLevelItemCount(), 1);
}

void AccountsPageTest::renames()
{
    PageFixture f;
    f.add(QStringLiteral("Work"));
    f.add(QStringLiteral("Archive"));
    f.page.choose(QStringLiteral("work"));
    f.list()->selectedItems().first()->setText(0, QStringLiteral("Studio"));
    QCOMPARE(f.accounts.byId(QStringLiteral("work"))->name, QStringLiteral("Studio"));
    f.page.choose(QStringLiteral("work"));
    f.list()->selectedItems().first()->setText(0, QStringLiteral("archive")); // taken, without case
    QCOMPARE(f.accounts.byId(QStringLiteral("work"))->name, QStringLiteral("Studio"));
    f.page.choose(QStringLiteral("work"));
    QCOMPARE(f.list()->selectedItems().first()->text(0), QStringLiteral("Studio"));
}

// … and does not open the account besides, whose old name would come back with Save.
void AccountsPageTest::returnEndsTheEditing()
{
    PageFixture f;
    f.add(QStringLiteral("Work"));
    f.page.show();
    f.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.page));
    f.page.choose(QStringLiteral("work"));
    f.list()->setFocus();
    f.page.rename();
    auto* editor = f.list()->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("Studio"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(f.accounts.byId(QStringLiteral("work"))->name, QStringLiteral("Studio"));
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget* window : windows)
        QVERIFY(!qobject_cast<const AccountDialog*>(window));
    QVERIFY(!f.page.findChild<AccountDialog*>());
}

void AccountsPageTest::removesWithItsSecret()
{
    PageFixture f;
    f.add(QStringLiteral("Work"));
    f.page.choose(QStringLiteral("work"));
    f.page.remove();
    QTRY_VERIFY(f.question());
    QVERIFY(f.question()->informativeText().contains(QLatin1String("keychain")));
    for (QAbstractButton* button : f.question()->buttons()) {
        if (f.question()->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY(!f.accounts.byId(QStringLiteral("work")));
    bool gone = false;
    f.keychain->read(QStringLiteral("work"), [&](const Result<Secret>& read) { gone = !read.ok(); });
    QTRY_VERIFY(gone);
}

void AccountsPageTest::cancelKeepsIt()
{
    PageFixture f;
    f.add(QStringLiteral("Work"));
    f.page.choose(QStringLiteral("work"));
    f.page.remove();
    QTRY_VERIFY(f.question());
    f.question()->reject();
    QVERIFY(f.accounts.byId(QStringLiteral("work")));
}

void AccountsPageTest::exportsWithoutSecrets()
{
    PageFixture f;
    f.add(QStringLiteral("Work"));
    const QString path = f.folder.filePath(QStringLiteral("out.json"));
    QVERIFY(QMetaObject::invokeMethod(&f.page, "writeTo", Q_ARG(QString, path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("\"Work\"") && bytes.contains("AKIA"));
    QVERIFY(!bytes.contains("s3cr3t"));
}

void AccountsPageTest::everyActionHasAName()
{
    PageFixture f;
    for (const QAction* action : f.page.actions())
        QVERIFY(!action->text().isEmpty() && !action->toolTip().isEmpty());
    QVERIFY(!f.list()->accessibleName().isEmpty());
}

void AccountsPageTest::testTellsStepByStep()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) {
        return ScriptedAnswer::http(200, "<html><title>Hotel</title></html>", {"Content-Type: text/html"});
    });
    Account account;
    account.endpoint = QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort());
    const Credentials keys{.accessKeyId = "A", .secretKey = Secret("S")};
    auto* dialog =
        new TestDialog(QStringLiteral("Hotel"), *prepareVisit(account, keys, {}, "b", {}), nullptr);
    QSignalSpy tested(dialog, &TestDialog::tested);
    dialog->show();
    QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, 20'000);
    QVERIFY2(dialog->report().contains(QLatin1String("web page")), qPrintable(dialog->report()));
    QVERIFY(dialog->findChild<QTextBrowser*>()->toPlainText().contains(QLatin1String("web page")));
    dialog->close();
}

void AccountsPageTest::testKeepsWhatItLearnt()
{
    PageFixture f;
    f.add(QStringLiteral("Work"));
    Finding ignored{.step = QStringLiteral("condition-put"),
                    .outcome = Outcome::Warn,
                    .verdict = QStringLiteral("ignored"),
                    .facts = {}};
    f.book.keepTest(QStringLiteral("work"), {ignored});
    const Account kept = *f.accounts.byId(QStringLiteral("work"));
    QVERIFY(kept.facts.isTested());
    QVERIFY(ignoredBy(kept).put);
    QVERIFY(f.list()->topLevelItem(0)->text(4) != QLatin1String("Never"));
}

QTEST_MAIN(AccountsPageTest)
#include "tst_accountspage.moc"
