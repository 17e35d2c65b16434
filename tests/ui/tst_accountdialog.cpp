// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychainwatch.h"
#include "dialogs/accountdialog.h"
#include "dialogs/providers.h"
#include "format/errortext.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace partway;

class AccountDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesWithItsSecret();
    void complains_data();
    void complains();
    void keychainTrouble();
    void slowPrompt();
    void keychainWaitsForAnother();
    void cancelledPromptMakesNoAccount();
    void lateKeychainKeepsNothing();
    void watchedKeychainTells();
    void editingKeepsTheSecret();
    void presets();
    void leavingTheKeychainRemovesTheEntry();
    void companionNeedsNoKey();
};

namespace {

// A keychain that answers later, as real ones do, or fails.
class SlowStore final : public CredentialStore
{
public:
    void write(const QString& id, const Secret& secret, std::function<void(Result<void>)> done) override
    {
        const auto answered = [this, id, secret, done] {
            if (!failure.isEmpty()) {
                done(Error{.kind = ErrorKind::SignIn, .code = failure});
                return;
            }
            kept.insert(id, secret);
            done({});
        };
        if (prompts)
            prompt = answered;
        else
            QMetaObject::invokeMethod(&m_context, answered, Qt::QueuedConnection);
    }
    void read(const QString& id, std::function<void(Result<Secret>)> done) override { done(kept.value(id)); }
    void remove(const QString& id, std::function<void(Result<void>)> done) override
    {
        kept.remove(id);
        done({});
    }

    QHash<QString, Secret> kept;
    QString failure;
    bool prompts = false;         // the system asks the person first
    std::function<void()> prompt; // the answer

private:
    QObject m_context;
};

struct DialogFixture
{
    QTemporaryDir folder;
    FakeQueue queue;
    AccountList accounts{folder.path()};
    SlowStore& store = *new SlowStore; // keychain's
    KeychainWatch keychain{std::unique_ptr<CredentialStore>(&store), std::chrono::milliseconds(1)};
    CredentialDesk desk{keychain};
    AccountBook book{accounts, keychain, desk, queue};

    DialogFixture() { book.listenTo(keychain); }
};

// The field beside a label, as a person finds it.
template <typename Field>
Field* field(const AccountDialog& dialog, const QString& label)
{
    const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
    for (const QLabel* candidate : labels) {
        if (candidate->text().remove(u'&') != label)
            continue;
        if (auto* found = qobject_cast<Field*>(candidate->buddy()))
            return found;
        return candidate->buddy() ? candidate->buddy()->findChild<Field*>() : nullptr;
    }
    return nullptr;
}

void chooseSource(const AccountDialog& dialog, SecretSource source)
{
    auto* keys = field<QComboBox>(dialog, QStringLiteral("Keys:"));
    keys->setCurrentIndex(keys->findData(int(source)));
}

void fillIn(const AccountDialog& dialog)
{
    field<QLineEdit>(dialog, QStringLiteral("Name:"))->setText(QStringLiteral("Work"));
    field<QLineEdit>(dialog, QStringLiteral("Endpoint:"))->setText(QStringLiteral("https://s3.example.test"));
    field<QLineEdit>(dialog, QStringLiteral("Access key:"))->setText(QStringLiteral("AKIAEXAMPLE"));
    field<QLineEdit>(dialog, QStringLiteral("Secret key:"))->setText(QStringLiteral("top/secret+words"));
    field<QLineEdit>(dialog, QStringLiteral("Bucket:"))->setText(QStringLiteral("media"));
    field<QLineEdit>(dialog, QStringLiteral("Prefix:"))->setText(QStringLiteral("raw"));
}

Account fresh()
{
    Account account;
    account.id = QStringLiteral("a1");
    return account;
}

// Open, with everything that a new account needs.
AccountDialog* filledIn(DialogFixture& fixture)
{
    auto* dialog = new AccountDialog(fixture.book, fresh(), true, nullptr);
    dialog->open();
    fillIn(*dialog);
    return dialog;
}

} // namespace

void AccountDialogTest::savesWithItsSecret()
{
    DialogFixture f;
    QPointer<AccountDialog> dialog = filledIn(f);
    dialog->accept();
    QTRY_VERIFY(!dialog);
    const std::optional<Account> saved = f.accounts.byId(QStringLiteral("a1"));
    QVERIFY(saved);
    QCOMPARE(saved->prefix, QStringLiteral("raw/"));
    QCOMPARE(f.store.kept.value(QStringLiteral("a1")).reveal(), QByteArray("top/secret+words"));
    QVERIFY(f.queue.calls.contains(QStringLiteral("accountChanged a1")));
    QFile file(f.folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("top/secret"));
}

void AccountDialogTest::complains_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* label, const char* value, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(label) << QString::fromUtf8(value)
                            << QString::fromUtf8(words);
    };
    row("no name", "Name:", " ", "needs a name");
    row("no endpoint", "Endpoint:", "", "needs an endpoint");
    row("another scheme", "Endpoint:", "ftp://example.test", "https://");
    row("no access key", "Access key:", "", "needs an access key");
    row("no secret", "Secret key:", "", "needs a secret key");
    row("prefix without bucket", "Bucket:", "", "bucket");
    row("bad bucket", "Bucket:", "my bucket", "my bucket");
}

void AccountDialogTest::complains()
{
    QFETCH(QString, label);
    QFETCH(QString, value);
    QFETCH(QString, words);
    DialogFixture f;
    QPointer<AccountDialog> dialog = filledIn(f);
    field<QLineEdit>(*dialog, label)->setText(value);
    dialog->accept();
    QVERIFY(dialog);
    QVERIFY2(dialog->problem().contains(words), qPrintable(dialog->problem()));
    QVERIFY(f.accounts.all().isEmpty());
    dialog->reject();
}

void AccountDialogTest::keychainTrouble()
{
    DialogFixture f;
    f.store.failure = QStringLiteral("keychain-none");
    QPointer<AccountDialog> dialog = filledIn(f);
    dialog->accept();
    QTRY_VERIFY(dialog->problem().contains(QLatin1String("keychain")));
    QVERIFY(f.accounts.all().isEmpty()); // nothing half saved
    chooseSource(*dialog, SecretSource::Session);
    dialog->accept();
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.accounts.all().first().secretSource, SecretSource::Session);
    QVERIFY(f.store.kept.isEmpty());
}

// Nobody answers the system's prompt for a while: it is said what is waited for, and the answer ends it.
void AccountDialogTest::slowPrompt()
{
    DialogFixture f;
    f.store.prompts = true;
    QPointer<AccountDialog> dialog = filledIn(f);
    dialog->accept();
    QVERIFY(f.store.prompt);
    QTRY_COMPARE(dialog->problem(), keychainWaitText());
    const QList<QPushButton*> buttons = dialog->findChildren<QPushButton*>();
    for (const QPushButton* button : buttons) {
        if (button->text().remove(u'&') == QLatin1String("Cancel"))
            QVERIFY(button->isEnabled());
        if (button->text().startsWith(QLatin1String("Saving")))
            QVERIFY(!button->isEnabled());
    }
    f.store.prompt();
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.accounts.all().size(), 1);
}

// Somebody else waits for the keychain: no business of a dialog that does not, but at once when it does.
void AccountDialogTest::keychainWaitsForAnother()
{
    DialogFixture f;
    f.store.prompts = true;
    QPointer<AccountDialog> dialog = filledIn(f);
    f.keychain.write(QStringLiteral("other"), Secret("s"), [](const Result<void>&) {});
    const std::function<void()> otherPrompt = f.store.prompt;
    QTRY_VERIFY(f.book.isKeychainWaitedFor());
    QVERIFY(dialog->problem().isEmpty());
    dialog->accept();
    QCOMPARE(dialog->problem(), keychainWaitText());
    otherPrompt();
    QCOMPARE(dialog->problem(), keychainWaitText()); // its own is still open
    f.store.failure = QStringLiteral("keychain-none");
    f.store.prompt();
    QVERIFY(!f.book.isKeychainWaitedFor());
    QVERIFY(dialog && dialog->problem() != keychainWaitText() && !dialog->problem().isEmpty());
    dialog->reject();
}

// Whoever cancels has no account, also when the prompt is answered afterwards, and leaves no secret.
void AccountDialogTest::cancelledPromptMakesNoAccount()
{
    DialogFixture f;
    f.store.prompts = true;
    QPointer<AccountDialog> dialog = filledIn(f);
    dialog->accept();
    dialog->reject();
    QTRY_VERIFY(!dialog);
    f.store.prompt();
    QVERIFY(f.accounts.all().isEmpty());
    QVERIFY(f.store.kept.isEmpty());
}

// What was not answered in time may be written later: the entry of an account that is not there goes.
void AccountDialogTest::lateKeychainKeepsNothing()
{
    DialogFixture f;
    f.store.failure = QStringLiteral("keychain-timeout");
    AccountDialog* dialog = filledIn(f);
    f.store.kept.insert(dialog->account().id, Secret("written all the same"));
    dialog->accept();
    QTRY_VERIFY(dialog->problem().contains(QLatin1String("in time")));
    QVERIFY(f.accounts.all().isEmpty());
    QVERIFY(f.store.kept.isEmpty());
    dialog->reject();
}

void AccountDialogTest::watchedKeychainTells()
{
    auto* slow = new SlowStore;
    slow->prompts = true;
    KeychainWatch watch{std::unique_ptr<CredentialStore>(slow), std::chrono::milliseconds(1)};
    const QSignalSpy waits(&watch, &KeychainWatch::waits);
    const QSignalSpy over(&watch, &KeychainWatch::waitsOver);
    bool done = false;
    watch.write(QStringLiteral("a"), Secret("s"), [&](const Result<void>&) { done = true; });
    QTRY_COMPARE(waits.size(), 1);
    QCOMPARE(over.size(), 0);
    slow->prompt();
    QVERIFY(done);
    QCOMPARE(over.size(), 1);
    watch.read(QStringLiteral("a"), [](const Result<Secret>&) {}); // answered at once: nothing to tell
    QCOMPARE(over.size(), 1);
}

void AccountDialogTest::editingKeepsTheSecret()
{
    DialogFixture f;
    Account account = sessionAccount(QStringLiteral("a1"), QStringLiteral("Work"));
    f.book.save(account, Secret("first"), [](const Result<void>&) {});
    QPointer<AccountDialog> dialog = new AccountDialog(f.book, account, false, nullptr);
    dialog->open();
    field<QLineEdit>(*dialog, QStringLiteral("Region:"))->setText(QStringLiteral("eu-west-1"));
    dialog->accept();
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.accounts.byId(QStringLiteral("a1"))->region, QStringLiteral("eu-west-1"));
    dialog = new AccountDialog(f.book, account, false, nullptr);
    dialog->open();
    field<QLineEdit>(*dialog, QStringLiteral("Access key:"))
        ->setText(QStringLiteral("ANOTHER")); // the old secret is not its
    dialog->accept();
    QVERIFY(dialog);
    QVERIFY(dialog->problem().contains(QLatin1String("secret key")));
    dialog->reject();
}

void AccountDialogTest::presets()
{
    const QList<ProviderFacts> offered = offeredProviders();
    QCOMPARE(offered.first().id(), QStringLiteral("custom"));
    for (const ProviderFacts& provider : offered) {
        const QString endpoint = presetEndpoint(provider, QString());
        QVERIFY2(!endpoint.isEmpty() || !provider.endpointExample.isEmpty(), qPrintable(provider.id()));
        QVERIFY2(endpoint.isEmpty() || Endpoint::parse(endpoint).ok(), qPrintable(endpoint));
        QVERIFY2(provider.id() != QLatin1String("sandbox"), "it starts by itself and is not for the list");
    }
    DialogFixture f;
    AccountDialog* dialog = new AccountDialog(f.book, fresh(), true, nullptr);
    dialog->open();
    auto* provider = field<QComboBox>(*dialog, QStringLiteral("Provider:"));
    provider->setCurrentIndex(provider->findData(QStringLiteral("aws")));
    Q_EMIT provider->activated(provider->currentIndex());
    QCOMPARE(dialog->account().endpoint, QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
    const auto tells = [&labels](const char* page) {
        return std::any_of(labels.begin(), labels.end(), [page](const QLabel* label) {
            return label->isVisible() && label->text().contains(QLatin1String(page));
        });
    };
    QCOMPARE(dialog->account().name, QStringLiteral("Amazon S3"));
    provider->setCurrentIndex(provider->findData(QStringLiteral("storj")));
    Q_EMIT provider->activated(provider->currentIndex());
    QCOMPARE(dialog->account().name, QStringLiteral("Storj")); // not the name of the one before
    provider->setCurrentIndex(provider->findData(QStringLiteral("aws")));
    Q_EMIT provider->activated(provider->currentIndex());
    QVERIFY(tells("href=\"https://console.aws.amazon.com/iam/"));
    auto* region = field<QLineEdit>(*dialog, QStringLiteral("Region:"));
    region->clear();
    QTest::keyClicks(region, QStringLiteral("eu-west-1"));
    QCOMPARE(dialog->account().endpoint, QStringLiteral("https://s3.eu-west-1.amazonaws.com"));
    field<QLineEdit>(*dialog, QStringLiteral("Endpoint:"))->setText(QStringLiteral("https://mine.test"));
    Q_EMIT provider->activated(provider->currentIndex());
    QCOMPARE(dialog->account().endpoint, QStringLiteral("https://mine.test")); // what was written stays
    dialog->reject();
}

void AccountDialogTest::leavingTheKeychainRemovesTheEntry()
{
    DialogFixture f;
    Account account = sessionAccount(QStringLiteral("a1"), QStringLiteral("Work"));
    account.secretSource = SecretSource::Keychain;
    QSignalSpy saved(&f.book, &AccountBook::saved);
    f.book.save(account, Secret("kept"), [](const Result<void>&) {});
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(f.store.kept.contains(account.id));
    account.secretSource = SecretSource::Session;
    f.book.save(account, Secret("kept"), [](const Result<void>&) {});
    QVERIFY(!f.store.kept.contains(account.id));
    f.book.remove(account.id);
    QVERIFY(f.accounts.all().isEmpty());
}

void AccountDialogTest::companionNeedsNoKey()
{
    DialogFixture f;
    QPointer<AccountDialog> dialog = new AccountDialog(f.book, fresh(), true, nullptr);
    dialog->open();
    auto* provider = field<QComboBox>(*dialog, QStringLiteral("Provider:"));
    provider->setCurrentIndex(provider->findData(QStringLiteral("companion")));
    Q_EMIT provider->activated(provider->currentIndex());
    QVERIFY(field<QLineEdit>(*dialog, QStringLiteral("Access key:"))->isHidden());
    auto* header = field<QLineEdit>(*dialog, QStringLiteral("Sign-in header:"));
    QVERIFY(header && !header->isHidden());
    field<QLineEdit>(*dialog, QStringLiteral("Endpoint:"))->setText(QStringLiteral("http://c.test"));
    header->setText(QStringLiteral("token"));
    dialog->accept();
    QVERIFY2(dialog->problem().contains(QLatin1String("https")), qPrintable(dialog->problem()));
    header->clear();
    dialog->accept();
    QTRY_VERIFY(!dialog);
    Account saved = f.accounts.all().first();
    QCOMPARE(saved.secretSource, SecretSource::None);
    QVERIFY(!saved.bucket.isEmpty());
    QVERIFY(f.store.kept.isEmpty());

    dialog = new AccountDialog(f.book, saved, false, nullptr); // later it wants one
    dialog->open();
    field<QLineEdit>(*dialog, QStringLiteral("Endpoint:"))->setText(QStringLiteral("https://c.test"));
    field<QLineEdit>(*dialog, QStringLiteral("Sign-in header:"))->setText(QStringLiteral("Cookie: a=b"));
    dialog->accept();
    QTRY_VERIFY(!dialog);
    saved = f.accounts.all().first();
    QCOMPARE(saved.secretSource, SecretSource::Keychain);
    QCOMPARE(f.store.kept.value(saved.id).reveal(), QByteArray("Cookie: a=b"));
    dialog = new AccountDialog(f.book, saved, false, nullptr); // and it stays
    dialog->open();
    dialog->accept();
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.accounts.all().first().secretSource, SecretSource::Keychain);
}

QTEST_MAIN(AccountDialogTest)
#include "tst_accountdialog.moc"
