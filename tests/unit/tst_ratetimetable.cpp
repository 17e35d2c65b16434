// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/ratetimetable.h"

#include <QTest>

using namespace partway;

// Which limit counts at which hour.
class RateTimetableTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void limit_data();
    void limit();
};

void RateTimetableTest::limit_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<qint64>("limit");
    const auto row = [](const char* name, const char* at, qint64 limit) {
        QTest::newRow(name) << QString::fromLatin1(at) << limit;
    };
    // 2026-11-20 is a Friday.
    row("office hours", "2026-11-20T08:00:00", 2);
    row("their last minute", "2026-11-20T17:59:59", 2);
    row("after them", "2026-11-20T18:00:00", 7);
    row("not on Saturday", "2026-11-21T12:00:00", 7);
    row("the night of Friday", "2026-11-20T22:30:00", 0);
    row("still its night on Saturday", "2026-11-21T05:59:00", 0);
    row("it is over", "2026-11-21T06:00:00", 7);
    row("no night on Saturday", "2026-11-21T23:00:00", 7);
    row("Monday before any", "2026-11-23T05:00:00", 7);
}

void RateTimetableTest::limit()
{
    QFETCH(QString, at);
    const QList<RateRule> rules{
        {.days = 0x1f, .fromMinute = 8 * 60, .toMinute = 18 * 60, .bytesPerSecond = 2},
        {.days = 1 << 4, .fromMinute = 22 * 60, .toMinute = 6 * 60, .bytesPerSecond = 0},
        {.days = 1 << 4,
         .fromMinute = 8 * 60,
         .toMinute = 9 * 60,
         .bytesPerSecond = 9}, // the first one counts
    };
    const QDateTime local = QDateTime::fromString(at, Qt::ISODate);
    QTEST(limitAt(rules, 7, local), "limit");
    QCOMPARE(limitAt({}, 7, local), qint64(7));
    QCOMPARE(ruleAt({{.days = RateRule::everyDay}}, local), 0); // from midnight to midnight: always
}

QTEST_MAIN(RateTimetableTest)
#include "tst_ratetimetable.moc"
