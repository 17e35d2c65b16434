// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/cutforecast.h"

#include "base/byterange.h"

#include <QTest>

#include <algorithm>

using namespace partway;
using namespace std::chrono_literals;
using Time = CutForecast::Time;

namespace {

// A line of 2.4 MB/s that needs two seconds to get going on a new connection, and cuts. One body at a time.
class BadLine
{
public:
    enum class Cuts { None, ByAge, AllTogether };

    BadLine(Cuts cuts, Time every) : m_cuts(cuts), m_every(every) {}

    void send(qint64 part, int parts)
    {
        for (int left = parts; left > 0;) {
            idleDies();
            const auto age = m_opened ? std::optional(m_now - *m_opened) : std::nullopt;
            const CutForecast::Advice advice = m_forecast.advise(part, age, 0, m_now);
            if (advice.what == CutForecast::Advice::What::Wait) {
                Q_ASSERT(advice.until > m_now);
                m_waitedFor += advice.until - m_now;
                m_now = advice.until;
                m_idleBefore = m_opened.has_value();
                m_afterWait = true;
                continue;
            }
            left -= begin(part, advice.what == CutForecast::Advice::What::BeginFresh) ? 1 : 0;
        }
    }
    void pass(Time time) { m_now += time; }

    qint64 lost() const { return m_lost; }
    int losses() const { return m_losses; }
    Time now() const { return m_now; }
    Time waitedFor() const { return m_waitedFor; }
    int connections() const { return m_connections; }
    void setCuts(Cuts cuts) { m_cuts = cuts; }
    const CutForecast& forecast() const { return m_forecast; }

private:
    static constexpr Time opening{2'000};
    static constexpr qint64 bytesPerMs = 2'400;

    std::optional<Time> cutAfter(Time at) const
    {
        if (m_cuts == Cuts::None)
            return std::nullopt;
        if (m_cuts == Cuts::ByAge)
            return *m_opened + m_every;
        return (at / m_every + 1) * m_every;
    }

    void idleDies()
    {
        if (m_opened && m_usedAt && cutAfter(*m_usedAt).value_or(m_now + 1ms) <= m_now)
            m_opened.reset();
    }

    bool begin(qint64 part, bool fresh)
    {
        const bool idle = m_opened && !fresh;
        if (std::exchange(m_afterWait, false))
            m_forecast.waited(fresh || !m_idleBefore ? CutForecast::Idle::Unseen
                              : idle                 ? CutForecast::Idle::Outlived
                                                     : CutForecast::Idle::Died,
                              m_now);
        if (!idle) {
            m_opened = m_now;
            ++m_connections;
        }
        const Time jitter{(m_turn++ * 37) % 200};
        const Time length = (idle ? Time(400) : opening) + Time(part / bytesPerMs) + jitter;
        const std::optional<Time> cut = cutAfter(m_now);
        const bool lost = cut && *cut < m_now + length;
        const Time begun = std::exchange(m_now, lost ? *cut : m_now + length);
        m_usedAt = m_now;
        if (!lost) {
            m_forecast.done({part, length, 1, m_now - *m_opened, !idle}, m_now);
            return true;
        }
        ++m_losses;
        m_lost += std::clamp<qint64>((m_now - begun).count() * bytesPerMs, 0, part);
        m_forecast.broke({m_now - *m_opened, m_now}, m_now);
        m_opened.reset();
        m_now += 300ms;
        return false;
    }

    Cuts m_cuts;
    Time m_every;
    CutForecast m_forecast;
    Time m_now{4'321};
    Time m_waitedFor{0};
    std::optional<Time> m_opened, m_usedAt;
    bool m_idleBefore = false;
    bool m_afterWait = false;
    qint64 m_lost = 0;
    int m_losses = 0;
    int m_connections = 0;
    int m_turn = 0;
};

} // namespace

class CutForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loses_data();
    void loses();
    void aGoodLineIsLeftAlone();
    void aLineThatIsWellAgainIsFoundOut_data();
    void aLineThatIsWellAgainIsFoundOut();
    void whatNeverFitsIsStillTried();
    void oneLossLongAfterTheBeginningLimitsNothing();
    void moreAtOnceOneByOne();
    void fewAtOnceOnABadLine();
    void whatTakesNoTimeHoldsNothingUp();
    void lifeIsTheAgeAtWhichTheyBreak();
    void lifeIsDoubtedAndGivenUp();
    void rhythmOfCuts();
    void rhythmIsRefuted();
    void timesAreRatherTooLong();
};

void CutForecastTest::loses_data()
{
    QTest::addColumn<int>("cuts");
    QTest::addColumn<qint64>("part");
    QTest::addColumn<int>("every");
    for (const qint64 part : {5 * MiB, 8 * MiB, 16 * MiB}) {
        QTest::addRow("age, %lld MiB", part / MiB) << int(BadLine::Cuts::ByAge) << part << 10'000;
        QTest::addRow("all, %lld MiB", part / MiB) << int(BadLine::Cuts::AllTogether) << part << 10'000;
    }
    QTest::addRow("age, a minute") << int(BadLine::Cuts::ByAge) << 16 * MiB << 60'000;
    QTest::addRow("all, a minute") << int(BadLine::Cuts::AllTogether) << 16 * MiB << 60'000;
}

// 1 GiB over a line that cuts: what is lost of bodies on their way is a few of them at the beginning, and one
// now and then to see whether it is still so.
void CutForecastTest::loses()
{
    QFETCH(const int, cuts);
    QFETCH(const qint64, part);
    QFETCH(const int, every);
    BadLine line(static_cast<BadLine::Cuts>(cuts), Time(every));
    line.send(part, static_cast<int>(1024 * MiB / part));
    qInfo("lost %d bodies, %.1f %%, %lld s, waited %lld s", line.losses(),
          100.0 * double(line.lost()) / double(1024 * MiB), qint64(line.now().count() / 1000),
          qint64(line.waitedFor().count() / 1000));
    QVERIFY(line.losses() > 0); // else this is no bad line
    QVERIFY(line.lost() < 1024 * MiB * 4 / 100);
}

void CutForecastTest::aGoodLineIsLeftAlone()
{
    BadLine line(BadLine::Cuts::None, 10s);
    line.send(8 * MiB, 200);
    QCOMPARE(line.connections(), 1);
    QCOMPARE(line.waitedFor(), Time(0));
    QVERIFY(!line.forecast().isWatchful());
}

void CutForecastTest::aLineThatIsWellAgainIsFoundOut_data()
{
    QTest::addColumn<int>("cuts");
    QTest::newRow("age") << int(BadLine::Cuts::ByAge);
    QTest::newRow("all") << int(BadLine::Cuts::AllTogether);
}

void CutForecastTest::aLineThatIsWellAgainIsFoundOut()
{
    QFETCH(const int, cuts);
    BadLine line(static_cast<BadLine::Cuts>(cuts), 10s);
    line.send(8 * MiB, 30);
    QVERIFY(line.forecast().isWatchful());
    line.setCuts(BadLine::Cuts::None);
    line.send(8 * MiB, 200);
    QVERIFY(!line.forecast().isWatchful());
}

// 60 MiB at 2.4 MB/s and a cut every 10 s: nobody can do that. It must not be waited for ever either.
void CutForecastTest::whatNeverFitsIsStillTried()
{
    CutForecast forecast;
    for (int i = 1; i < 20; ++i) {
        const Time now = i * 10s;
        forecast.lostBody({20 * MiB, 10s, 1, 10s, true});
        forecast.broke({10s, now}, now);
        QCOMPARE(forecast.atOnce(60 * MiB), 1);
        const CutForecast::Advice advice = forecast.advise(60 * MiB, std::nullopt, 0, now + 400ms);
        if (advice.what == CutForecast::Advice::What::Wait)
            QVERIFY(advice.until < now + 11s);
        else
            QCOMPARE(advice.what, CutForecast::Advice::What::Begin);
    }
}

void CutForecastTest::oneLossLongAfterTheBeginningLimitsNothing()
{
    CutForecast forecast;
    Time now = 1s;
    for (int i = 0; i < 2'000; ++i, now += 500ms)
        forecast.done({8 * MiB, 2s, 4, now, false}, now);
    const int before = forecast.atOnce(8 * MiB);
    forecast.broke({std::nullopt, now}, now);
    QCOMPARE(forecast.atOnce(8 * MiB), before);
    QVERIFY(!forecast.isWatchful());
    forecast.broke({now, now}, now + 60s); // 17 minutes old: no life to speak of
    QVERIFY(!forecast.isWatchful() || forecast.atOnce(8 * MiB) >= 12);
}

void CutForecastTest::moreAtOnceOneByOne()
{
    CutForecast forecast;
    QCOMPARE(forecast.atOnce(8 * MiB), 2);
    forecast.done({8 * MiB, 1s, 2, 1s, true}, 1s);
    QCOMPARE(forecast.atOnce(8 * MiB), 3);
    forecast.done({8 * MiB, 1s, 2, 1s, true}, 1s);
    QVERIFY(forecast.atOnce(8 * MiB) > 12);
}

void CutForecastTest::fewAtOnceOnABadLine()
{
    CutForecast forecast;
    for (int i = 0; i < 8; ++i)
        forecast.done({5 * MiB, 2s, 1, 2s, false}, 2s);
    forecast.broke({10s, 20s}, 20s);
    QCOMPARE(forecast.atOnce(5 * MiB), 2);  // 2.6 MB/s, 5 s: 13 MB
    QCOMPARE(forecast.atOnce(16 * MiB), 1); // never none
    QCOMPARE(forecast.atOnce(1 * MiB), 12);
    CutForecast slow; // nothing has got through yet
    slow.broke({10s, 20s}, 20s);
    QCOMPARE(slow.atOnce(5 * MiB), 1);
}

void CutForecastTest::whatTakesNoTimeHoldsNothingUp()
{
    CutForecast forecast;
    forecast.done({8 * MiB, 0s, 1, 0s, true}, 0s);
    forecast.broke({0s, 0s}, 0s);
    QVERIFY(!forecast.isWatchful());
    QVERIFY(forecast.atOnce(8 * MiB) >= 1);
    forecast.broke({10s, 10s}, 10s);
    QVERIFY(forecast.isWatchful());
    QVERIFY(forecast.atOnce(8 * MiB) >= 1);
}

void CutForecastTest::lifeIsTheAgeAtWhichTheyBreak()
{
    ConnectionLife life;
    QVERIFY(!life.life());
    life.broke(10s);
    QCOMPARE(life.life(), Time(10s));
    life.broke(9'500ms);
    QCOMPARE(life.life(), Time(9'500ms));
    life.lasted(9s);
    QCOMPARE(life.life(), Time(9'500ms));
    life.lasted(10s); // a little longer
    QCOMPARE(life.life(), Time(10s));
    life.lasted(13s); // much longer: there is no such life
    QVERIFY(!life.life());
}

void CutForecastTest::lifeIsDoubtedAndGivenUp()
{
    ConnectionLife life;
    life.broke(10s);
    life.broke(2s);
    QVERIFY(!life.life()); // another reason
    life.broke(10s);
    QVERIFY(!life.life());
    life.broke(10s); // two that agree
    QCOMPARE(life.life(), Time(10s));
}

void CutForecastTest::rhythmOfCuts()
{
    CutRhythm rhythm;
    rhythm.cut(5s);
    rhythm.cut(5'300ms); // the same moment
    QVERIFY(!rhythm.next(6s));
    rhythm.cut(15s);
    QCOMPARE(rhythm.period(), Time(10s));
    QCOMPARE(rhythm.next(16s), Time(25s));
    QCOMPARE(rhythm.next(25'200ms), Time(25s)); // not over yet
    QCOMPARE(rhythm.next(26s), Time(35s));
    rhythm.cut(35'400ms); // one was not seen
    QCOMPARE(rhythm.period(), Time(30'400ms) / 3);
    QVERIFY(rhythm.isDueWithin(40s, 50s));
    QVERIFY(!rhythm.isDueWithin(36s, 44s));
    rhythm.cut(39s); // out of turn
    QCOMPARE(rhythm.period(), Time(3'600ms));
}

void CutForecastTest::rhythmIsRefuted()
{
    CutRhythm rhythm;
    rhythm.cut(5s);
    rhythm.cut(15s);
    rhythm.idleOutlived(); // it was chance
    QVERIFY(!rhythm.period());
    rhythm.cut(25s);
    rhythm.idleDied();
    rhythm.idleOutlived();
    QVERIFY(rhythm.period()); // once is no proof any more
    rhythm.idleOutlived();
    QVERIFY(!rhythm.period());
    rhythm.cut(35s);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(rhythm.period());
        rhythm.unseen();
    }
    QVERIFY(!rhythm.period());
}

void CutForecastTest::timesAreRatherTooLong()
{
    BodyTimes times;
    QVERIFY(!times.expected(MiB, 0, false));
    times.took(MiB, 1s, 1, false);
    times.took(MiB, 2s, 1, false);
    QCOMPARE(times.expected(MiB, 0, false), Time(2'200ms));
    QCOMPARE(times.expected(MiB, 1, false), Time(4'400ms));
    QCOMPARE(times.expected(MiB, 0, true), Time(3'200ms)); // and it is opened
    times.took(MiB, 6s, 2, true);
    QCOMPARE(times.expected(MiB, 0, true), Time(3'300ms));
    for (int i = 0; i < 6; ++i)
        times.took(MiB, 500ms, 1, false);
    QCOMPARE(times.expected(MiB, 0, false), Time(550ms)); // what was slow long ago counts no more
}

QTEST_APPLESS_MAIN(CutForecastTest)
#include "tst_cutforecast.moc"
