// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byterange.h"
#include "format/numbers.h"

#include <QLocale>
#include <QTest>

using namespace partway;

class NumbersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void bytes_data();
    void bytes();
    void bytesInTheUsersLocale();
    void speed();
    void durations_data();
    void durations();
    void percent_data();
    void percent();
    void when();
};

void NumbersTest::bytes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 bytes");
    QTest::newRow("one") << qint64(1) << QStringLiteral("1 byte");
    QTest::newRow("few") << qint64(1023) << QStringLiteral("1,023 bytes");
    QTest::newRow("KiB") << KiB * 3 / 2 << QStringLiteral("1.5 KiB");
    QTest::newRow("MiB") << 16 * MiB << QStringLiteral("16.0 MiB");
    QTest::newRow("past 2 GiB") << 812 * GiB + 400 * MiB << QStringLiteral("812.4 GiB");
    QTest::newRow("TiB") << 48 * TiB << QStringLiteral("48.0 TiB");
}

void NumbersTest::bytes()
{
    QFETCH(qint64, bytes);
    QTEST(formatBytes(bytes), "text");
}

void NumbersTest::bytesInTheUsersLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(formatBytes(KiB * 3 / 2), QStringLiteral("1,5 KiB"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void NumbersTest::speed()
{
    QCOMPARE(formatSpeed(0), QString());
    QCOMPARE(formatSpeed(84 * MiB), QStringLiteral("84.0 MiB/s"));
}

void NumbersTest::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << qint64(-1) << QString();
    QTest::newRow("now") << qint64(0) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(45) << QStringLiteral("45 s");
    QTest::newRow("a minute") << qint64(60) << QStringLiteral("1 min");
    QTest::newRow("minutes") << qint64(125) << QStringLiteral("2 min 5 s");
    QTest::newRow("many minutes") << qint64(32 * 60 + 40) << QStringLiteral("32 min");
    QTest::newRow("an hour") << qint64(3600) << QStringLiteral("1 h");
    QTest::newRow("hours") << qint64(92 * 60) << QStringLiteral("1 h 32 min");
    QTest::newRow("days") << qint64(51 * 3600) << QStringLiteral("2 d 3 h");
}

void NumbersTest::durations()
{
    QFETCH(qint64, seconds);
    QTEST(formatDuration(seconds), "text");
}

void NumbersTest::percent_data()
{
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing of nothing") << qint64(0) << qint64(0) << QStringLiteral("0 %");
    QTest::newRow("nothing") << qint64(0) << 5 * TiB << QStringLiteral("0 %");
    QTest::newRow("some") << qint64(41) << qint64(100) << QStringLiteral("41 %");
    QTest::newRow("never early") << 48 * TiB - 1 << 48 * TiB << QStringLiteral("99 %");
    QTest::newRow("all") << 48 * TiB << 48 * TiB << QStringLiteral("100 %");
}

void NumbersTest::percent()
{
    QFETCH(qint64, part);
    QFETCH(qint64, whole);
    QTEST(formatPercent(part, whole), "text");
}

void NumbersTest::when()
{
    const QDateTime now(QDate(2026, 1, 15), QTime(9, 30), Qt::UTC);
    QCOMPARE(formatWhen({}, now), QString());
    QCOMPARE(formatWhen(now.addSecs(-20), now), QStringLiteral("just now"));
    QVERIFY(formatWhen(now.addSecs(-190), now).startsWith(QLatin1String("3 minute")));
    QVERIFY(formatWhen(now.addSecs(-2 * 3600), now).startsWith(QLatin1String("2 hour")));
    QVERIFY(formatWhen(now.addDays(-3), now).startsWith(QLatin1String("3 day")));
    QVERIFY(formatWhen(now.addDays(-30), now).contains(QLatin1String("12/16/25")));
    QVERIFY(formatWhen(now.addDays(1), now).contains(QLatin1String("1/16/26")));
}

QTEST_GUILESS_MAIN(NumbersTest)
#include "tst_numbers.moc"
