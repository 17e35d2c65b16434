// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/appearance.h"

#include "paint/roomystyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QListWidget>
#include <QPalette>
#include <QStyle>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>

using namespace partway;

class AppearanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesGetAirAndListsDoNot();
    void coloursComeAndGo();
    void quietTextCanBeRead_data();
    void quietTextCanBeRead();
    void buttonsOfDialogsAreCalm();
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

static double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

void AppearanceTest::quietTextCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    for (Appearance appearance : {Appearance::Light, Appearance::Dark, Appearance::System}) {
        applyAppearance(appearance);
        QTest::addRow("appearance %d", int(appearance)) << QApplication::palette();
    }
    QPalette faint(QColor(0xef, 0xef, 0xef));
    faint.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128)); // as Fusion has it
    makeLegible(faint);
    QTest::newRow("half transparent") << faint;
    QPalette night(QColor(0x31, 0x36, 0x3b), QColor(0x23, 0x26, 0x29));
    night.setColor(QPalette::PlaceholderText, QColor(252, 252, 252, 90));
    makeLegible(night);
    QTest::newRow("at night") << night;
}

// WCAG AA: 4.5 to 1, on a window and in a field.
void AppearanceTest::quietTextCanBeRead()
{
    QFETCH(QPalette, palette);
    const QColor ink = palette.color(QPalette::PlaceholderText);
    QCOMPARE(ink.alpha(), 255);
    for (QPalette::ColorRole ground : {QPalette::Window, QPalette::Base}) {
        const auto [dark, light] = std::minmax({luminance(ink), luminance(palette.color(ground))});
        QVERIFY2((light + 0.05) / (dark + 0.05) >= 4.5, qPrintable(ink.name()));
    }
    QVERIFY(ink != palette.color(QPalette::WindowText)); // quieter all the same
}

void AppearanceTest::buttonsOfDialogsAreCalm()
{
    applyAppearance(Appearance::System);
    const QDialogButtonBox box(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    const QList<QAbstractButton*> buttons = box.buttons();
    for (const QAbstractButton* button : buttons)
        QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
}

QTEST_MAIN(AppearanceTest)
#include "tst_appearance.moc"
