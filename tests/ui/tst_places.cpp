// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowfixture.h"
#include "widgets/sidebar.h"
#include "widgets/transferview.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QTest>
#include <QVBoxLayout>

using namespace partway;

// The places that live in the main window: sidebar, stack and View menu together.
class PlacesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatIsThereIsShown();
    void placesStandInTheirOrder();
    void sidebarLeadsThere();
    void keysLeadThere();
    void countsAreShownAndSpoken();
    void sidebarShowsWholeTexts();
    void placeIsRemembered();
    void transferBringsItsPlace();

private:
    static QWidget* page()
    {
        auto* widget = new QWidget;
        auto* layout = new QVBoxLayout(widget);
        auto* edit = new QLineEdit(widget);
        edit->setAccessibleName(QStringLiteral("edit"));
        layout->addWidget(edit);
        widget->setFocusProxy(edit);
        return widget;
    }
    static QStringList namesIn(const Sidebar& sidebar)
    {
        QStringList names;
        for (int i = 0; i < sidebar.topLevelItemCount(); ++i)
            names.append(sidebar.topLevelItem(i)->text(0));
        return names;
    }
    static QMenu* viewMenu(const MainWindow& window)
    {
        const QList<QAction*> menus = window.menuBar()->actions();
        for (QAction* menu : menus) {
            if (menu->text() == QLatin1String("&View"))
                return menu->menu();
        }
        return nullptr;
    }
};

void PlacesTest::onlyWhatIsThereIsShown()
{
    WindowFixture f;
    QCOMPARE(namesIn(*f.window->findChild<Sidebar*>()), QStringList{QStringLiteral("Transfers")});
    f.window->showPlace(QStringLiteral("buckets")); // nobody brought it
    QVERIFY(f.window->findChild<TransferView*>());
    QCOMPARE(f.window->findChild<Sidebar*>()->place(), transfersPlace);
}

void PlacesTest::placesStandInTheirOrder()
{
    WindowFixture f;
    f.window->addPlace(QStringLiteral("accounts"), QStringLiteral("&Accounts"), QStringLiteral("account"),
                       page());
    f.window->addPlace(QStringLiteral("other"), QStringLiteral("&Other"), QStringLiteral("info"), page());
    f.window->addPlace(QStringLiteral("incomplete"), QStringLiteral("&Incomplete uploads"),
                       QStringLiteral("incomplete"), page());
    QCOMPARE(namesIn(*f.window->findChild<Sidebar*>()),
             (QStringList{QStringLiteral("Transfers"), QStringLiteral("Incomplete uploads"),
                          QStringLiteral("Accounts"), QStringLiteral("Other")}));
    QStringList texts;
    const QList<QAction*> actions = viewMenu(*f.window)->actions();
    for (int i = 0; i < 4; ++i) {
        texts.append(actions.at(i)->text());
        QCOMPARE(actions.at(i)->shortcut(), QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)));
    }
    QCOMPARE(texts, (QStringList{QStringLiteral("&Transfers"), QStringLiteral("&Incomplete uploads"),
                                 QStringLiteral("&Accounts"), QStringLiteral("&Other")}));
}

void PlacesTest::sidebarLeadsThere()
{
    WindowFixture f;
    auto* buckets = page();
    f.window->addPlace(QStringLiteral("buckets"), QStringLiteral("&Buckets"), QStringLiteral("bucket"),
                       buckets);
    auto* sidebar = f.window->findChild<Sidebar*>();
    auto* view = f.window->findChild<TransferView*>();
    f.queue.addRows({someRow(1, QStringLiteral("a"), Phase::Paused)});
    QVERIFY(view->isVisible());
    sidebar->setFocus();
    for (int i = 0; i < transferGroupCount; ++i) // down through the groups to the place below them
        QTest::keyClick(sidebar, Qt::Key_Down);
    QVERIFY(buckets->isVisible());
    QVERIFY(!view->isVisible());
    QVERIFY(!f.action(QStringLiteral("Filter"))->isEnabled()); // it would take the keyboard out of sight
    sidebar->setGroup(TransferGroup::Paused);
    QVERIFY(view->isVisible());
    QVERIFY(f.action(QStringLiteral("Filter"))->isEnabled());
    sidebar->setPlace(QStringLiteral("buckets"));
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
                      sidebar->visualItemRect(sidebar->topLevelItem(0)).center());
    QVERIFY(view->isVisible());
    QCOMPARE(sidebar->group(), TransferGroup::Paused); // the group that was looked at before
}

void PlacesTest::keysLeadThere()
{
    WindowFixture f;
    auto* incomplete = page();
    f.window->addPlace(QStringLiteral("incomplete"), QStringLiteral("&Incomplete uploads"),
                       QStringLiteral("incomplete"), incomplete);
    f.queue.addRows({someRow(1, QStringLiteral("a"), Phase::Paused)});
    QApplication::setActiveWindow(f.window.get());
    f.window->findChild<TransferView*>()->setFocus();
    QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(incomplete->isVisible());
    QCOMPARE(QApplication::focusWidget(), incomplete->focusProxy());
    QTest::keyClick(f.window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!incomplete->isVisible());
    QCOMPARE(QApplication::focusWidget(), f.window->findChild<TransferView*>());
}

void PlacesTest::countsAreShownAndSpoken()
{
    WindowFixture f;
    f.window->addPlace(QStringLiteral("incomplete"), QStringLiteral("&Incomplete uploads"),
                       QStringLiteral("incomplete"), page());
    f.window->setPlaceCount(QStringLiteral("incomplete"), 7);
    f.window->setPlaceCount(QStringLiteral("nowhere"), 7);
    const QTreeWidgetItem* item = f.window->findChild<Sidebar*>()->topLevelItem(1);
    QCOMPARE(item->data(0, sidebarCountRole).toString(), QStringLiteral("7"));
    QCOMPARE(item->data(0, Qt::AccessibleTextRole).toString(), QStringLiteral("Incomplete uploads, 7"));
    f.window->setPlaceCount(QStringLiteral("incomplete"), -1);
    QCOMPARE(item->data(0, sidebarCountRole).toString(), QString());
    QCOMPARE(item->data(0, Qt::AccessibleTextRole).toString(), QStringLiteral("Incomplete uploads"));
}

// However narrow one draws it.
void PlacesTest::sidebarShowsWholeTexts()
{
    WindowFixture f;
    f.window->addPlace(QStringLiteral("incomplete"), QStringLiteral("&Incomplete uploads"),
                       QStringLiteral("incomplete"), page());
    auto* sidebar = f.window->findChild<Sidebar*>();
    QTreeWidgetItem* item = sidebar->topLevelItem(1);
    const QFontMetrics metrics(item->font(0));
    for (int count : {12, 888, 1'888'888}) {
        f.window->setPlaceCount(QStringLiteral("incomplete"), count);
        f.window->findChild<QSplitter*>()->setSizes({100, 1000});
        const int texts = metrics.horizontalAdvance(item->text(0)) +
                          metrics.horizontalAdvance(item->data(0, sidebarCountRole).toString());
        const int icon = sidebar->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, sidebar);
        QTRY_VERIFY2(sidebar->visualItemRect(item).width() >= texts + icon + 20, qPrintable(item->text(0)));
    }
}

void PlacesTest::placeIsRemembered()
{
    WindowFixture f;
    const auto add = [&f] {
        auto* buckets = page();
        f.window->addPlace(QStringLiteral("buckets"), QStringLiteral("&Buckets"), QStringLiteral("bucket"),
                           buckets);
        return buckets;
    };
    add();
    f.window->showPlace(QStringLiteral("buckets"));
    f.window->close();
    f.makeWindow();
    QVERIFY(add()->isVisible()); // as soon as it is there
    f.window->showPlace(transfersPlace);
    f.window->close();
    f.makeWindow();
    QVERIFY(!add()->isVisible());
}

void PlacesTest::transferBringsItsPlace()
{
    WindowFixture f;
    f.window->addPlace(QStringLiteral("buckets"), QStringLiteral("&Buckets"), QStringLiteral("bucket"),
                       page());
    f.queue.addRows(
        {someRow(1, QStringLiteral("a"), Phase::Paused), someRow(2, QStringLiteral("b"), Phase::Paused)});
    f.window->showPlace(QStringLiteral("buckets"));
    f.window->showTransfer(TransferId{2}); // from a notification
    auto* view = f.window->findChild<TransferView*>();
    QVERIFY(view->isVisible());
    QCOMPARE(view->only(), std::optional(TransferId{2}));
}

QTEST_MAIN(PlacesTest)
#include "tst_places.moc"
