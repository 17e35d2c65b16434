// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/partcolors.h"
#include "paint/partstrip.h"
#include "widgets/partmap.h"

#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace partway;

class PartStripTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversEveryPixel_data();
    void coversEveryPixel();
    void worstStateWins_data();
    void worstStateWins();
    void widensFewParts();
    void withoutStates();
    void finishedIsWhole();
    void filled();
    void unknownBytesAreWaiting();
    void everyStateLooksDifferent_data();
    void everyStateLooksDifferent();
    void growsFromTheRight();
    void mapHasAllCells();
    void mapMovesByKey();
};

namespace {

QByteArray states(std::initializer_list<PartState> list)
{
    QByteArray bytes;
    for (PartState state : list)
        bytes.append(static_cast<char>(state));
    return bytes;
}

QByteArray repeated(PartState state, int count)
{
    return QByteArray(count, static_cast<char>(state));
}

// Without colour: what someone who sees no hues can tell apart.
QImage greyPicture(PartState state, const QPalette& palette)
{
    QImage image(24, 14, QImage::Format_ARGB32_Premultiplied);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    paintPart(painter, QRectF(0, 0, 24, 14), state, 0.5, false, palette);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

double difference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return sum / (a.width() * a.height());
}

QPalette darkPalette()
{
    QPalette palette(QColor(45, 45, 45));
    palette.setColor(QPalette::Base, QColor(30, 30, 30));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::white);
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(QColor(239, 239, 239));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::black);
    return palette;
}

} // namespace

void PartStripTest::coversEveryPixel_data()
{
    QTest::addColumn<int>("buckets");
    QTest::addColumn<int>("width");
    for (int buckets : {0, 1, 2, 3, 7, 100, 255, 256}) {
        for (int width : {1, 2, 13, 100, 256, 257, 1000})
            QTest::addRow("%d buckets, %d pixels", buckets, width) << buckets << width;
    }
}

void PartStripTest::coversEveryPixel()
{
    QFETCH(int, buckets);
    QFETCH(int, width);
    StripInput input;
    for (int i = 0; i < buckets; ++i)
        input.states.append(static_cast<char>(i * 5 % 7));
    input.size = 1000;
    input.storedBytes = 300;
    int next = 0;
    PartState before{};
    for (const StripRun& run : reduceStrip(input, width)) {
        QCOMPARE(run.x, next);
        QVERIFY(run.width > 0);
        QVERIFY(next == 0 || run.state != before);
        before = run.state;
        next += run.width;
    }
    QCOMPARE(next, width);
}

void PartStripTest::worstStateWins_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("state");
    using enum PartState;
    QTest::newRow("all stored") << states({Stored, Stored, Stored}) << int(Stored);
    QTest::newRow("a waiting one shows") << states({Stored, Missing, Stored}) << int(Missing);
    QTest::newRow("moving before waiting") << states({Missing, Sending, Stored}) << int(Sending);
    QTest::newRow("retry before moving") << states({Sending, Retrying, Missing}) << int(Retrying);
    QTest::newRow("failure before all") << states({Retrying, Failed, Sending}) << int(Failed);
    QTest::newRow("adopted before stored") << states({Stored, Adopted}) << int(Adopted);
}

void PartStripTest::worstStateWins()
{
    QFETCH(QByteArray, bytes);
    const QList<StripRun> runs = reduceStrip({.states = bytes}, 1);
    QCOMPARE(runs.size(), 1);
    QTEST(static_cast<int>(runs.first().state), "state");
}

void PartStripTest::widensFewParts()
{
    using enum PartState;
    const QList<StripRun> runs = reduceStrip({.states = states({Stored, Sending, Missing, Missing})}, 10);
    QCOMPARE(runs, (QList<StripRun>{{0, 3, Stored}, {3, 2, Sending}, {5, 5, Missing}}));
}

void PartStripTest::withoutStates()
{
    using enum PartState;
    QCOMPARE(reduceStrip({.size = 100}, 10), (QList<StripRun>{{0, 10, Missing}}));
    QCOMPARE(reduceStrip({.size = 100, .storedBytes = 40}, 10),
             (QList<StripRun>{{0, 4, Stored}, {4, 6, Missing}}));
    QCOMPARE(reduceStrip({.size = 100, .storedBytes = 99}, 10).last().state, Missing); // never full too early
    QVERIFY(reduceStrip({.size = 100}, 0).isEmpty());
}

void PartStripTest::finishedIsWhole()
{
    StripInput input{.states = repeated(PartState::Missing, 256), .size = 0};
    input.finished = true;
    QCOMPARE(reduceStrip(input, 50), (QList<StripRun>{{0, 50, PartState::Stored}}));
}

void PartStripTest::filled()
{
    using enum PartState;
    StripInput input{.states = states({Stored, Sending, Sending, Missing}),
                     .size = 400,
                     .inFlightBytes = 50,
                     .partCount = 4};
    QCOMPARE(filledShare(input), 0.25); // 50 of two parts of 100
    input.inFlightBytes = 5000;
    QCOMPARE(filledShare(input), 1.0);
    input.states = repeated(Missing, 4);
    QCOMPARE(filledShare(input), 0.0);
}

void PartStripTest::unknownBytesAreWaiting()
{
    const QList<StripRun> runs = reduceStrip({.states = QByteArray(4, char(77))}, 8);
    QCOMPARE(runs, (QList<StripRun>{{0, 8, PartState::Missing}}));
}

void PartStripTest::everyStateLooksDifferent_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void PartStripTest::everyStateLooksDifferent()
{
    QFETCH(QPalette, palette);
    QCOMPARE(isDark(palette), QLatin1String(QTest::currentDataTag()) == QLatin1String("dark"));
    constexpr int count = static_cast<int>(PartState::Failed) + 1;
    for (int a = 0; a < count; ++a) {
        for (int b = a + 1; b < count; ++b) {
            const double apart = difference(greyPicture(static_cast<PartState>(a), palette),
                                            greyPicture(static_cast<PartState>(b), palette));
            QVERIFY2(apart > 8, qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(apart)));
        }
    }
}

void PartStripTest::growsFromTheRight()
{
    const QPalette palette = lightPalette();
    QImage image(102, 12, QImage::Format_ARGB32_Premultiplied);
    const StripInput input{.size = 100, .storedBytes = 30};
    QPainter painter(&image);
    paintStrip(painter, image.rect(), input, palette, Qt::RightToLeft);
    painter.end();
    QCOMPARE(image.pixelColor(95, 6).rgb(), partColor(PartState::Stored, palette).rgb());
    QCOMPARE(image.pixelColor(10, 6).rgb(), troughColor(palette).rgb());
}

void PartStripTest::mapHasAllCells()
{
    PartMap map;
    map.resize(700, 120);
    map.show();
    QList<PartRow> parts(10'000);
    for (int i = 0; i < parts.size(); ++i)
        parts[i].number = i + 1;
    map.setParts(parts, false);
    QSet<QPair<int, int>> places;
    for (int i = 0; i < parts.size(); ++i) {
        const QRect cell = map.cellRect(i);
        QVERIFY(cell.width() >= 6);
        QVERIFY(cell.left() >= 0 && cell.right() < map.viewport()->width());
        places.insert({cell.left(), cell.top()});
    }
    QCOMPARE(places.size(), parts.size());
}

void PartStripTest::mapMovesByKey()
{
    PartMap map;
    map.resize(400, 100);
    map.show();
    QList<PartRow> parts(100);
    for (int i = 0; i < parts.size(); ++i)
        parts[i].number = i + 1;
    map.setParts(parts, false);
    QSignalSpy moved(&map, &PartMap::currentChanged);
    QTest::keyClick(&map, Qt::Key_Home);
    QCOMPARE(map.currentPart(), 0);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.currentPart(), 1);
    QVERIFY(map.accessibleDescription().startsWith(QLatin1String("Part 2 of 100")));
    QTest::keyClick(&map, Qt::Key_Down);
    QVERIFY(map.currentPart() > 2);
    QTest::keyClick(&map, Qt::Key_End);
    QCOMPARE(map.currentPart(), 99);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.currentPart(), 99);
    QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, map.cellRect(5).center());
    QCOMPARE(map.currentPart(), 5);
    QCOMPARE(moved.size(), 6);
}

QTEST_MAIN(PartStripTest)
#include "tst_partstrip.moc"
