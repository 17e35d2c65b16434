// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byterange.h"
#include "settings/ratetable.h"
#include "settings/settingspage.h"
#include "settings/settingswindow.h"
#include "ui/windowfixture.h"
#include "widgets/statusline.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace partway;

// Settings: kept, found, and in force at once.
class SettingsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void surviveARestart();
    void outlastNonsense();
    void openByKey();
    void changeWhatIsAdded();
    void searchFindsRows();
    void defaultsComeBack();
    void limitFollowsTheTimetable();
    void timetableIsEdited();
    void everyFieldHasAName();

private:
    template <typename Widget>
    static Widget* named(const QWidget& window, const QString& name)
    {
        const QList<Widget*> all = window.findChildren<Widget*>();
        for (Widget* widget : all) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    static SettingsWindow* open(WindowFixture& f)
    {
        f.action(QStringLiteral("Settings…"))->trigger();
        return f.window->findChild<SettingsWindow*>();
    }
    static void choose(QComboBox* box, const QString& text)
    {
        box->setCurrentIndex(box->findText(text));
        Q_EMIT box->activated(box->currentIndex());
    }
};

void SettingsTest::surviveARestart()
{
    QTemporaryDir folder;
    Preferences all;
    all.partSize = 64 * MiB;
    all.parallel = 3;
    all.ifExists = IfExists::Rename;
    all.checksum = ChecksumMode::Crc32c;
    all.followLinks = true;
    all.bytesPerSecond = 5 * MiB;
    all.byTimetable = true;
    all.timetable = {{.days = 0x60, .fromMinute = 60, .toMinute = 30, .bytesPerSecond = 0},
                     {.days = 1, .fromMinute = 0, .toMinute = 1439, .bytesPerSecond = MiB}};
    all.tellFinished = false;
    all.tellFailed = false;
    all.whenEmpty = WhenEmpty::Quit;
    all.keepAwake = false;
    all.onClose = OnClose::Tray;
    all.startAtLogin = true;
    all.appearance = Appearance::Dark;
    all.language = QStringLiteral("de");
    {
        PreferenceBook book(folder.path());
        QCOMPARE(book.now(), Preferences());
        book.change([&all](Preferences& now) { now = all; });
    }
    PreferenceBook again(folder.path());
    QCOMPARE(again.now(), all);
    again.change([](Preferences& now) { now.timetable.removeFirst(); });
    QCOMPARE(PreferenceBook(folder.path()).now().timetable, all.timetable.mid(1));
}

void SettingsTest::outlastNonsense()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("preferences.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[uploads]\npartSize=-5\nparallel=9999999999\nifExists=burn\nchecksum=md9\n[speed]\n"
               "bytesPerSecond=many\n[timetable]\nsize=2\n1\\from=99999\n1\\days=-1\n[looks]\n"
               "appearance=pink\n");
    file.close();
    const Preferences read = PreferenceBook(folder.path()).now();
    QCOMPARE(read.partSize, 0);
    QVERIFY(read.parallel <= 64);
    QCOMPARE(read.ifExists, IfExists::Ask);
    QVERIFY(!read.checksum);
    QCOMPARE(read.bytesPerSecond, 0);
    QCOMPARE(read.appearance, Appearance::System);
    QCOMPARE(read.timetable.size(), 2);
    QVERIFY(read.timetable.first().fromMinute < 24 * 60);
}

void SettingsTest::openByKey()
{
    WindowFixture f;
    QCOMPARE(f.action(QStringLiteral("Settings…"))->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    SettingsWindow* window = open(f);
    QVERIFY(window && window->isVisible());
    QCOMPARE(open(f), window); // one of them
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!f.window->findChild<SettingsWindow*>());
}

void SettingsTest::changeWhatIsAdded()
{
    WindowFixture f;
    SettingsWindow* window = open(f);
    choose(named<QComboBox>(*window, QStringLiteral("Part size")), QStringLiteral("64.0 MiB"));
    choose(named<QComboBox>(*window, QStringLiteral("If the object exists")),
           QStringLiteral("Skip the file"));
    choose(named<QComboBox>(*window, QStringLiteral("Checksum")), QStringLiteral("SHA256"));
    f.window->addPaths({QStringLiteral("/tmp/a")});
    const AddRequest& request = f.queue.requests.last();
    QCOMPARE(request.partSize, 64 * MiB);
    QCOMPARE(request.ifExists, IfExists::Skip);
    QCOMPARE(request.checksum, std::optional(ChecksumMode::Sha256));
    choose(named<QComboBox>(*window, QStringLiteral("Checksum")),
           QStringLiteral("As the account's store does it best"));
    f.window->addPaths({QStringLiteral("/tmp/b")});
    QVERIFY(!f.queue.requests.last().checksum);
}

void SettingsTest::searchFindsRows()
{
    WindowFixture f;
    SettingsWindow* window = open(f);
    auto* search = named<QLineEdit>(*window, QStringLiteral("Search the settings"));
    auto* pages = named<QListWidget>(*window, QStringLiteral("Pages"));
    auto* colours = named<QComboBox>(*window, QStringLiteral("Colours"));
    auto* language = named<QComboBox>(*window, QStringLiteral("Language"));
    QTest::keyClicks(search, QStringLiteral("dark")); // a choice of a box
    QVERIFY(pages->item(0)->isHidden());
    QVERIFY(!pages->item(3)->isHidden());
    QCOMPARE(pages->currentRow(), 3);
    QVERIFY(colours->isVisible());
    QVERIFY(!language->isVisible());
    search->setText(QStringLiteral("xyzzy"));
    QCOMPARE(pages->currentRow(), -1);
    search->clear();
    QVERIFY(!pages->item(0)->isHidden());
}

void SettingsTest::defaultsComeBack()
{
    WindowFixture f;
    SettingsWindow* window = open(f);
    f.preferences.change([](Preferences& now) {
        now.partSize = 8 * MiB;
        now.bytesPerSecond = MiB;
    });
    QCOMPARE(f.queue.rateLimit, MiB);
    QCOMPARE(named<QComboBox>(*window, QStringLiteral("Part size"))->currentText(),
             QStringLiteral("8.0 MiB"));
    const QList<QPushButton*> buttons = window->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->text() == QLatin1String("&Restore defaults"))
            button->click();
    }
    QCOMPARE(f.preferences.now(), Preferences());
    QCOMPARE(f.queue.rateLimit, 0);
    QCOMPARE(named<QComboBox>(*window, QStringLiteral("Part size"))->currentIndex(), 0);
}

void SettingsTest::limitFollowsTheTimetable()
{
    QTemporaryDir folder;
    PreferenceBook book(folder.path());
    FakeQueue queue;
    QDateTime time(QDate(2026, 11, 20), QTime(7, 59));
    RateKeeper keeper(book, queue, [&time] { return time; });
    book.change([](Preferences& now) {
        now.bytesPerSecond = 10;
        now.byTimetable = true;
        now.timetable = {{.fromMinute = 8 * 60, .toMinute = 18 * 60, .bytesPerSecond = 3}};
    });
    QCOMPARE(queue.rateLimit, 10);
    time = time.addSecs(60);
    keeper.look();
    QCOMPARE(queue.rateLimit, 3);
    QVERIFY(keeper.byTimetable());
    keeper.choose(50); // by hand, until the timetable changes
    QCOMPARE(queue.rateLimit, 50);
    QVERIFY(!keeper.byTimetable());
    QCOMPARE(book.now().bytesPerSecond, 10);
    time = time.addSecs(10 * 3600);
    keeper.look();
    QCOMPARE(queue.rateLimit, 10);
    keeper.choose(20);
    QCOMPARE(book.now().bytesPerSecond, 20);
    QCOMPARE(queue.rateLimit, 20);
}

void SettingsTest::timetableIsEdited()
{
    WindowFixture f;
    SettingsWindow* window = open(f);
    auto* table = window->findChild<RateTable*>();
    auto* add = table->findChild<QPushButton*>();
    QVERIFY(!add->isEnabled());
    f.preferences.change([](Preferences& now) { now.byTimetable = true; });
    add->click();
    add->click();
    QCOMPARE(f.preferences.now().timetable.size(), 2);
    auto* kind = named<QComboBox>(*table, QStringLiteral("What counts then"));
    choose(kind, QStringLiteral("no limit"));
    QCOMPARE(f.preferences.now().timetable.first().bytesPerSecond, 0);
    QVERIFY(!named<QDoubleSpinBox>(*table, QStringLiteral("Speed limit"))->isEnabled());
    f.preferences.change([](Preferences& now) { now.timetable.removeFirst(); });
    QCOMPARE(table->rules(), f.preferences.now().timetable);
}

void SettingsTest::everyFieldHasAName()
{
    WindowFixture f;
    SettingsWindow* window = open(f);
    f.preferences.change([](Preferences& now) { now.timetable = {{}}; });
    const QList<QWidget*> widgets = window->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const bool field =
            qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
        QVERIFY2(!field || !widget->accessibleName().isEmpty(), widget->metaObject()->className());
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool own = button && !qobject_cast<const QLineEdit*>(button->parentWidget());
        QVERIFY(!own || !button->text().isEmpty() || !button->accessibleName().isEmpty());
    }
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
