// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/signindialog.h"
#include "ui/windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>

using namespace partway;

// The window's questions when keys are to be had.
class SignInDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void codeIsAnswered();
    void emptyCodeCannotBeSent();
    void notNowIsDeclined();
    void deviceCodeIsShownAndCopied();
    void closingIsNotDeclining();
    void programsAreNotRunByHaste();

private:
    template <typename T>
    T* shown(const char* name)
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QLatin1String(name) && widget->isVisible())
                return qobject_cast<T*>(widget);
        }
        return nullptr;
    }
    void keepPicture(QWidget* dialog, const char* name)
    {
        const QString folder = qEnvironmentVariable("PARTWAY_PICTURES");
        if (!folder.isEmpty())
            dialog->grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
    }

    WindowPrompt m_prompt{[] { return nullptr; }};
};

void SignInDialogTest::cleanup()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        widget->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void SignInDialogTest::codeIsAnswered()
{
    std::optional<Secret> code;
    m_prompt.askMfaCode("Work", "arn:aws:iam::1:mfa/me", true,
                        [&](std::optional<Secret> given) { code = std::move(given); });
    auto* dialog = shown<QDialog>("mfa-dialog");
    QVERIFY(dialog);
    keepPicture(dialog, "mfa");
    auto* field = dialog->findChild<QLineEdit*>();
    QVERIFY(!field->accessibleName().isEmpty());
    QTest::keyClicks(field, " 123456 ");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(code.has_value());
    QCOMPARE(code->reveal(), QByteArray("123456"));
}

void SignInDialogTest::emptyCodeCannotBeSent()
{
    m_prompt.askMfaCode("Work", "m", false, [](const std::optional<Secret>&) {});
    auto* dialog = shown<QDialog>("mfa-dialog");
    QVERIFY(!button(*dialog, "Sign in")->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), "1");
    QVERIFY(button(*dialog, "Sign in")->isEnabled());
}

void SignInDialogTest::notNowIsDeclined()
{
    int answers = 0;
    bool declined = false;
    m_prompt.askMfaCode("Work", "m", false, [&](const std::optional<Secret>& code) {
        ++answers;
        declined = !code.has_value();
    });
    button(*shown<QDialog>("mfa-dialog"), "Not now")->click();
    QCOMPARE(answers, 1);
    QVERIFY(declined);
}

void SignInDialogTest::deviceCodeIsShownAndCopied()
{
    bool declined = false;
    m_prompt.showDeviceCode({"a", "Work", "ABCD-EFGH", "https://device.sso.test/",
                             "https://device.sso.test/?user_code=ABCD-EFGH", QDateTime::currentDateTimeUtc()},
                            [&] { declined = true; });
    auto* dialog = shown<QDialog>("device-dialog");
    QVERIFY(dialog);
    keepPicture(dialog, "device");
    QCOMPARE(dialog->findChild<QLineEdit*>()->text(), QStringLiteral("ABCD-EFGH"));
    button(*dialog, "Copy code")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ABCD-EFGH"));
    QVERIFY(!declined);
    button(*dialog, "Not now")->click();
    QVERIFY(declined);
}

void SignInDialogTest::closingIsNotDeclining()
{
    bool declined = false;
    m_prompt.showDeviceCode({"a", "Work", "X", "https://x", {}, QDateTime::currentDateTimeUtc()},
                            [&] { declined = true; });
    m_prompt.closeDeviceCode("a");
    m_prompt.closeDeviceCode("a");
    QVERIFY(!shown<QDialog>("device-dialog"));
    QVERIFY(!declined);
}

void SignInDialogTest::programsAreNotRunByHaste()
{
    std::optional<bool> allowed;
    m_prompt.askProcess("Work", "/usr/bin/vault keys --for me", [&](bool yes) { allowed = yes; });
    auto* box = shown<QMessageBox>("process-dialog");
    QVERIFY(box && box->informativeText().contains("/usr/bin/vault keys --for me"));
    keepPicture(box, "process");
    QTest::keyClick(box, Qt::Key_Return); // what is at hand is the harmless one
    QCOMPARE(allowed, false);
    m_prompt.askProcess("Work", "/usr/bin/vault keys", [&](bool yes) { allowed = yes; });
    button(*shown<QMessageBox>("process-dialog"), "Run it")->click();
    QCOMPARE(allowed, true);
}

QTEST_MAIN(SignInDialogTest)
#include "tst_signindialog.moc"
