// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/networkwatch.h"
#include "support/manualclock.h"

#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

class NetworkWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock();
        m_watch = NetworkWatch();
        look();
    }
    void quiet();
    void sleptWhileTheMonotonicClockStood();
    void sleptWhileBothWentOn();
    void clockSetBack();
    void otherAddresses();

private:
    NetworkWatch::News look()
    {
        return m_watch.look(m_clock.now().toMSecsSinceEpoch(), m_clock.monotonic(), m_addresses);
    }

    ManualClock m_clock;
    NetworkWatch m_watch;
    QSet<QString> m_addresses{QStringLiteral("192.0.2.7")};
};

void NetworkWatchTest::quiet()
{
    for (int i = 0; i < 100; ++i) {
        m_clock.advance(500ms);
        const NetworkWatch::News news = look();
        QVERIFY(!news.socketsMayBeDead() && !news.addressCame);
    }
    m_clock.advance(4s); // a busy computer
    m_clock.setNow(m_clock.now().addSecs(3));
    QVERIFY(!look().woke);
}

void NetworkWatchTest::sleptWhileTheMonotonicClockStood()
{
    m_clock.setNow(m_clock.now().addSecs(3600));
    QVERIFY(look().woke);
    QVERIFY(!look().woke); // said once
}

void NetworkWatchTest::sleptWhileBothWentOn()
{
    m_clock.advance(3600s);
    QVERIFY(look().woke);
    m_clock.advance(500ms);
    QVERIFY(!look().woke);
}

void NetworkWatchTest::clockSetBack()
{
    m_clock.advance(500ms);
    m_clock.setNow(m_clock.now().addSecs(-3600));
    QVERIFY(!look().woke);
}

void NetworkWatchTest::otherAddresses()
{
    m_addresses = {QStringLiteral("192.0.2.7"), QStringLiteral("2001:db8::1")};
    NetworkWatch::News news = look();
    QVERIFY(news.addressCame && !news.addressGone && !news.socketsMayBeDead());
    m_addresses = {QStringLiteral("2001:db8::1"), QStringLiteral("198.51.100.4")};
    news = look();
    QVERIFY(news.addressCame && news.addressGone && news.socketsMayBeDead());
    m_addresses.clear();
    news = look();
    QVERIFY(news.addressGone && !news.addressCame);
}

QTEST_GUILESS_MAIN(NetworkWatchTest)
#include "tst_networkwatch.moc"
