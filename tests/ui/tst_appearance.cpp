// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/appearance.h"

#include <QApplication>
#include <QHeaderView>
#include <QListWidget>
#include <QPalette>
#include <QStyle>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace partway;

class AppearanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesGetAirAndListsDoNot();
    void coloursComeAndGo();
};

// Where the text of a cell begins, as the style draws it.
static int inset(const QWidget& view)
{
    return view.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &view) + 1;
}

void AppearanceTest::tablesGetAirAndListsDoNot()
{
    const QListWidget list;
    const int usual = inset(list);
    applyAppearance(Appearance::System);
    for (Appearance appearance : {Appearance::Dark, Appearance::Light, Appearance::System}) {
        applyAppearance(appearance);
        const QTableWidget table(1, 2);
        QTreeWidget tree;
        QVERIFY2(inset(table) > usual, "a table");
        QVERIFY2(inset(tree) > usual, "a tree with columns");
        QCOMPARE(inset(list), usual);
        tree.setHeaderHidden(true);
        QCOMPARE(inset(tree), usual);
        // What stands over a column begins where its cells begin.
        const QHeaderView* header = table.horizontalHeader();
        QCOMPARE(header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header), inset(table));
    }
}

void AppearanceTest::coloursComeAndGo()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QSKIP("the platform gives the colours there");
#endif
    applyAppearance(Appearance::System);
    const QColor before = QApplication::palette().color(QPalette::Base);
    applyAppearance(Appearance::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Base).lightness() < 80);
    QVERIFY(QApplication::palette().color(QPalette::Text).lightness() > 160);
    applyAppearance(Appearance::Light);
    QVERIFY(QApplication::palette().color(QPalette::Base).lightness() > 200);
    applyAppearance(Appearance::System);
    QCOMPARE(QApplication::palette().color(QPalette::Base), before);
}

QTEST_MAIN(AppearanceTest)
#include "tst_appearance.moc"
