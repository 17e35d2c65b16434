// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/importdialog.h"
#include "dialogs/accountdialog.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace partway;

namespace {

const QByteArray configFile = "[default]\nregion = eu-west-1\n"
                              "[profile film]\nregion = eu-central-1\nendpoint_url = https://s3.film.test\n"
                              "[profile robot]\ncredential_process = /opt/keys \"for me\"\n"
                              "[profile guest]\nrole_arn = arn:aws:iam::123456789012:role/Guest\n"
                              "source_profile = film\n"
                              "[profile empty]\nregion = us-east-1\n";
const QByteArray credentialsFile = "[default]\naws_access_key_id = AKIADEFAULT\n"
                                   "aws_secret_access_key = default-secret-words\n"
                                   "[film]\naws_access_key_id = AKIAFILM\n"
                                   "aws_secret_access_key = film-secret-words\n";

// The AWS files of a computer, and the accounts of a person.
struct Fixture
{
    Fixture()
    {
        write(QStringLiteral("config"), configFile);
        write(QStringLiteral("credentials"), credentialsFile);
        qputenv("AWS_CONFIG_FILE", folder.filePath(QStringLiteral("config")).toUtf8());
        qputenv("AWS_SHARED_CREDENTIALS_FILE", folder.filePath(QStringLiteral("credentials")).toUtf8());
        for (const char* name : {"AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_PROFILE"})
            qunsetenv(name);
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    QByteArray savedFile() const
    {
        QFile file(folder.filePath(QStringLiteral("accounts.json")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    FakeQueue queue;
    AccountList accounts{folder.path()};
    std::unique_ptr<CredentialStore> keychain = makeSessionStore();
    CredentialDesk desk{*keychain};
    AccountBook book{accounts, *keychain, desk, queue};
};

template <typename Field>
Field* field(const QWidget& dialog, const QString& label)
{
    const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
    for (const QLabel* candidate : labels) {
        QWidget* buddy = candidate->buddy();
        if (candidate->text().remove(u'&') == label && buddy && !buddy->isHidden())
            return qobject_cast<Field*>(buddy);
    }
    return nullptr;
}

void type(const QWidget& dialog, const char* label, const char* text)
{
    auto* edit = field<QLineEdit>(dialog, QString::fromUtf8(label));
    QVERIFY2(edit, label);
    edit->setText(QString::fromUtf8(text));
}

struct OpenDialog
{
    explicit OpenDialog(Fixture& fixture, const std::optional<Account>& known = {})
    {
        Account account = known.value_or(Account());
        account.id = QStringLiteral("a1");
        dialog = new AccountDialog(fixture.book, account, !known, nullptr);
        dialog->open();
        if (known)
            return;
        type(*dialog, "Name:", "Work");
        type(*dialog, "Endpoint:", "https://s3.example.test");
    }
    ~OpenDialog() { delete dialog; }
    void choose(SecretSource source) const
    {
        auto* keys = field<QComboBox>(*dialog, QStringLiteral("Keys:"));
        keys->setCurrentIndex(keys->findData(int(source)));
    }
    QPointer<AccountDialog> dialog;
};

} // namespace

class KeyFieldsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sessionTokenGoesAlong();
    void profile();
    void profileBringsItsPlace();
    void process();
    void role();
    void signOn();
    void environment();
    void complains_data();
    void complains();
    void anotherSourceForgetsTheOldKeys();
    void uploadsOfTheAccount();
    void importShowsAndTakes();
    void importCopiesKeys();
};

void KeyFieldsTest::sessionTokenGoesAlong()
{
    Fixture f;
    OpenDialog open(f);
    type(*open.dialog, "Access key:", "ASIATEMP");
    type(*open.dialog, "Secret key:", "temp-secret");
    type(*open.dialog, "Session token:", "token-words");
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    f.desk.forget(QStringLiteral("a1")); // as after a restart: from the keychain
    Credentials keys;
    f.desk.credentials(f.accounts.all().first(),
                       [&](const Result<Credentials>& read) { keys = read ? *read : Credentials(); });
    QTRY_COMPARE(keys.secretKey.reveal(), QByteArray("temp-secret"));
    QCOMPARE(keys.sessionToken.reveal(), QByteArray("token-words"));
    QVERIFY(!f.savedFile().contains("token-words"));
}

void KeyFieldsTest::profile()
{
    Fixture f;
    OpenDialog open(f);
    open.choose(SecretSource::Profile);
    auto* profiles = field<QComboBox>(*open.dialog, QStringLiteral("AWS profile:"));
    QVERIFY(profiles);
    QVERIFY(profiles->findText(QStringLiteral("film")) >= 0);
    QVERIFY(!field<QLineEdit>(*open.dialog, QStringLiteral("Secret key:")));
    profiles->setEditText(QStringLiteral("nobody"));
    open.dialog->accept();
    QVERIFY2(open.dialog->problem().contains(QLatin1String("nobody")), qPrintable(open.dialog->problem()));
    profiles->setEditText(QStringLiteral("empty"));
    open.dialog->accept();
    QVERIFY2(open.dialog->problem().contains(QLatin1String("no keys")), qPrintable(open.dialog->problem()));
    profiles->setEditText(QStringLiteral("film"));
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    const Account saved = f.accounts.all().first();
    QCOMPARE(saved.secretSource, SecretSource::Profile);
    QCOMPARE(saved.profile, QStringLiteral("film"));
    QVERIFY(!f.savedFile().contains("film-secret-words"));
}

void KeyFieldsTest::profileBringsItsPlace()
{
    Fixture f;
    OpenDialog open(f);
    type(*open.dialog, "Endpoint:", "");
    open.choose(SecretSource::Profile);
    auto* profiles = field<QComboBox>(*open.dialog, QStringLiteral("AWS profile:"));
    profiles->setCurrentIndex(profiles->findText(QStringLiteral("film")));
    Q_EMIT profiles->activated(profiles->currentIndex());
    QCOMPARE(open.dialog->account().endpoint, QStringLiteral("https://s3.film.test"));
    QCOMPARE(open.dialog->account().region, QStringLiteral("eu-central-1"));
}

void KeyFieldsTest::process()
{
    Fixture f;
    OpenDialog open(f);
    open.choose(SecretSource::Process);
    type(*open.dialog, "Program:", "/opt/keys \"for me");
    open.dialog->accept();
    QVERIFY(open.dialog && !open.dialog->problem().isEmpty());
    type(*open.dialog, "Program:", "/opt/keys \"for me\"");
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    const Account saved = f.accounts.all().first();
    QCOMPARE(saved.process, QStringLiteral("/opt/keys \"for me\""));
    QCOMPARE(saved.allowedProcess, saved.process);
}

void KeyFieldsTest::role()
{
    Fixture f;
    OpenDialog open(f);
    open.choose(SecretSource::Role);
    type(*open.dialog, "Role:", "arn:aws:iam::123456789012:role/Up");
    type(*open.dialog, "MFA device:", "arn:aws:iam::123456789012:mfa/me");
    type(*open.dialog, "External id:", "ext-7");
    type(*open.dialog, "Session name:", "desk");
    type(*open.dialog, "Access key:", "AKIABASE");
    open.dialog->accept();
    QVERIFY(open.dialog->problem().contains(QLatin1String("secret key"))); // the base's
    type(*open.dialog, "Secret key:", "base-secret");
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    const Account saved = f.accounts.all().first();
    QCOMPARE(saved.secretSource, SecretSource::Role);
    QCOMPARE(saved.role.from, SecretSource::Keychain);
    QCOMPARE(saved.role.externalId, QStringLiteral("ext-7"));
    QCOMPARE(saved.role.sessionName, QStringLiteral("desk"));
    QCOMPARE(saved.role.durationSeconds, 0);
    Result<Secret> kept = Error{};
    f.keychain->read(QStringLiteral("a1"), [&](const Result<Secret>& read) { kept = read; });
    QTRY_VERIFY(kept.ok());
    QCOMPARE(kept->reveal(), QByteArray("base-secret"));
    OpenDialog again(f, saved); // nothing is lost by looking at it
    again.dialog->accept();
    QTRY_VERIFY(!again.dialog);
    QCOMPARE(f.accounts.all().first(), saved);
}

void KeyFieldsTest::signOn()
{
    Fixture f;
    OpenDialog open(f);
    open.choose(SecretSource::Sso);
    type(*open.dialog, "Sign-in address:", "https://film.awsapps.com/start");
    type(*open.dialog, "Its region:", "eu-central-1");
    type(*open.dialog, "AWS account:", "123456789012");
    type(*open.dialog, "Role there:", "Uploader");
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    const Account saved = f.accounts.all().first();
    QCOMPARE(saved.secretSource, SecretSource::Sso);
    QCOMPARE(saved.sso.roleName, QStringLiteral("Uploader"));
    OpenDialog again(f, saved);
    again.dialog->accept();
    QTRY_VERIFY(!again.dialog);
    QCOMPARE(f.accounts.all().first(), saved);
}

void KeyFieldsTest::environment()
{
    Fixture f;
    OpenDialog open(f);
    open.choose(SecretSource::Environment);
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    QCOMPARE(f.accounts.all().first().secretSource, SecretSource::Environment);
}

void KeyFieldsTest::complains_data()
{
    QTest::addColumn<SecretSource>("source");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    QTest::newRow("role") << SecretSource::Role << "Role:"
                          << "Uploader"
                          << "ARN of a role";
    QTest::newRow("token service") << SecretSource::Role << "Token service:"
                                   << "sts of ours"
                                   << "token service";
    QTest::newRow("address") << SecretSource::Sso << "Sign-in address:"
                             << "my company"
                             << "single sign-on";
    QTest::newRow("number") << SecretSource::Sso << "AWS account:"
                            << "12345"
                            << "twelve digits";
    QTest::newRow("nothing") << SecretSource::Sso << "Role there:"
                             << ""
                             << "needs a start address";
    QTest::newRow("no program") << SecretSource::Process << "Program:"
                                << " "
                                << "needs the program";
    QTest::newRow("no profile") << SecretSource::Profile << ""
                                << ""
                                << "name of a profile";
}

void KeyFieldsTest::complains()
{
    QFETCH(SecretSource, source);
    QFETCH(QString, label);
    QFETCH(QString, value);
    QFETCH(QString, words);
    Fixture f;
    OpenDialog open(f);
    open.choose(source);
    if (source == SecretSource::Role) {
        type(*open.dialog, "Role:", "arn:aws:iam::123456789012:role/Up");
        type(*open.dialog, "Access key:", "AKIABASE");
        type(*open.dialog, "Secret key:", "base-secret");
    }
    if (source == SecretSource::Sso) {
        type(*open.dialog, "Sign-in address:", "https://film.awsapps.com/start");
        type(*open.dialog, "Its region:", "eu-central-1");
        type(*open.dialog, "AWS account:", "123456789012");
        type(*open.dialog, "Role there:", "Uploader");
    }
    if (!label.isEmpty())
        field<QLineEdit>(*open.dialog, label)->setText(value);
    open.dialog->accept();
    QVERIFY(open.dialog);
    QVERIFY2(open.dialog->problem().contains(words), qPrintable(open.dialog->problem()));
    QVERIFY(f.accounts.all().isEmpty());
}

void KeyFieldsTest::anotherSourceForgetsTheOldKeys()
{
    Fixture f;
    OpenDialog open(f);
    type(*open.dialog, "Access key:", "AKIAOLD");
    type(*open.dialog, "Secret key:", "old-secret");
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    OpenDialog again(f, f.accounts.all().first());
    again.choose(SecretSource::Profile);
    field<QComboBox>(*again.dialog, QStringLiteral("AWS profile:"))->setEditText(QStringLiteral("film"));
    again.dialog->accept();
    QTRY_VERIFY(!again.dialog);
    Result<Secret> kept = Secret("unread");
    f.keychain->read(QStringLiteral("a1"), [&](const Result<Secret>& read) { kept = read; });
    QTRY_VERIFY(!kept.ok());
    Credentials keys;
    f.desk.credentials(f.accounts.all().first(),
                       [&](const Result<Credentials>& read) { keys = read ? *read : Credentials(); });
    QTRY_COMPARE(keys.accessKeyId, QByteArray("AKIAFILM"));
}

void KeyFieldsTest::uploadsOfTheAccount()
{
    Fixture f;
    OpenDialog open(f);
    open.choose(SecretSource::Environment);
    auto* headers = open.dialog->findChild<QPlainTextEdit*>();
    headers->setPlainText(QStringLiteral("X-Forbidden: yes"));
    open.dialog->accept();
    QVERIFY2(open.dialog->problem().contains(QLatin1String("X-Forbidden")),
             qPrintable(open.dialog->problem()));
    headers->setPlainText(QStringLiteral("Cache-Control: no-store\nx-amz-meta-Project: film"));
    field<QComboBox>(*open.dialog, QStringLiteral("Storage class:"))
        ->setEditText(QStringLiteral("GLACIER_IR"));
    open.dialog->accept();
    QTRY_VERIFY(!open.dialog);
    AccountList again(f.folder.path());
    QVERIFY(again.load().ok());
    const ObjectOptions uploads = again.all().first().uploads;
    QCOMPARE(uploads.storageClass, QByteArray("GLACIER_IR"));
    QCOMPARE(uploads.cacheControl, QByteArray("no-store"));
    QCOMPARE(uploads.metadata.value("project"), QStringLiteral("film"));
}

void KeyFieldsTest::importShowsAndTakes()
{
    Fixture f;
    Account taken;
    taken.id = QStringLiteral("old");
    taken.name = QStringLiteral("robot");
    QVERIFY(f.accounts.put(taken).ok());
    QPointer<ImportDialog> dialog = new ImportDialog(f.book, nullptr);
    dialog->open();
    auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 5);
    QString all;
    QHash<QString, QTreeWidgetItem*> rows;
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = list->topLevelItem(row);
        rows.insert(item->text(0), item);
        for (int column = 0; column < list->columnCount(); ++column)
            all += item->text(column) + item->toolTip(column) + u'\n';
    }
    QVERIFY2(!all.contains(QLatin1String("secret-words")), qPrintable(all));
    QCOMPARE(rows[QStringLiteral("film")]->checkState(0), Qt::Checked);
    QCOMPARE(rows[QStringLiteral("robot")]->checkState(0), Qt::Unchecked);
    QVERIFY(!(rows[QStringLiteral("robot")]->flags() & Qt::ItemIsEnabled));
    QVERIFY(rows[QStringLiteral("empty")]->text(4).contains(QLatin1String("no keys")));
    rows[QStringLiteral("guest")]->setCheckState(0, Qt::Unchecked);
    QSignalSpy imported(dialog, &ImportDialog::imported);
    dialog->accept();
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.accounts.all().size(), 3);
    QCOMPARE(f.accounts.byName(QStringLiteral("film"))->secretSource, SecretSource::Profile);
    QVERIFY(!f.savedFile().contains("secret-words"));
}

void KeyFieldsTest::importCopiesKeys()
{
    Fixture f;
    QPointer<ImportDialog> dialog = new ImportDialog(f.book, nullptr);
    dialog->open();
    dialog->findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(dialog->findChild<QTreeWidget*>()->topLevelItem(0)->text(4).contains(QLatin1String("keychain")));
    dialog->accept();
    QTRY_VERIFY(!dialog);
    const Account film = f.accounts.byName(QStringLiteral("film")).value_or(Account());
    QCOMPARE(film.secretSource, SecretSource::Keychain);
    QCOMPARE(film.accessKeyId, QByteArray("AKIAFILM"));
    Result<Secret> kept = Error{};
    f.keychain->read(film.id, [&](const Result<Secret>& read) { kept = read; });
    QTRY_VERIFY(kept.ok());
    QCOMPARE(kept->reveal(), QByteArray("film-secret-words"));
    QVERIFY(!f.savedFile().contains("secret-words"));
}

QTEST_MAIN(KeyFieldsTest)
#include "tst_keyfields.moc"
