// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/endpointpace.h"

#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

namespace {

class Always final : public Randomness
{
public:
    explicit Always(double value) : m_value(value) {}
    double unit() override { return m_value; }
    QByteArray hex(int bytes) override { return QByteArray(bytes * 2, 'a'); }

private:
    double m_value;
};

Error error(ErrorKind kind, const char* code, int status = 0, int retryAfter = 0)
{
    Error error;
    error.kind = kind;
    error.code = QLatin1String(code);
    error.httpStatus = status;
    error.retryAfterSeconds = retryAfter;
    return error;
}

const Error refused = error(ErrorKind::Transient, "refused");
const Error slowDown = error(ErrorKind::Throttled, "SlowDown", 503);
constexpr TransferId one{1}, two{2}, three{3};

} // namespace

class EndpointPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRequestIsNotTheEndpoint();
    void manyLostRequestsAre();
    void oneTriesForAll();
    void triesStayWithinSeconds();
    void anEchoIsNotANewFailure();
    void slowDownGrowsAndForgets();
    void retryAfterIsTheLeast();
    void whatWasOnItsWayProvesNothing();
    void networkCame();

private:
    Always m_most{1.0};
};

void EndpointPaceTest::oneRequestIsNotTheEndpoint()
{
    EndpointPace pace;
    QVERIFY(!pace.failed(one, error(ErrorKind::Transient, "InternalError", 500), 1s, m_most));
    QVERIFY(!pace.failed(one, error(ErrorKind::Transient, "connection-lost"), 1s, m_most));
    QVERIFY(!pace.failed(one, error(ErrorKind::Transient, "BadDigest", 400), 1s, m_most));
    QVERIFY(!pace.isClosed());
}

void EndpointPaceTest::manyLostRequestsAre()
{
    const Error lost = error(ErrorKind::Transient, "connection-lost");
    EndpointPace pace;
    pace.failed(one, lost, 1s, m_most);
    pace.failed(two, lost, 2s, m_most);
    pace.worked(3s);
    QVERIFY(!pace.failed(one, lost, 4s, m_most));
    QVERIFY(!pace.failed(two, lost, 5s, m_most));
    QVERIFY(pace.failed(one, lost, 6s, m_most));
    QVERIFY(pace.isClosed());
}

void EndpointPaceTest::oneTriesForAll()
{
    EndpointPace pace;
    QVERIFY(pace.failed(two, refused, 10s, m_most));
    QVERIFY(pace.isClosed());
    QCOMPARE(pace.scout(), two);
    QCOMPARE(pace.cause()->code, QStringLiteral("refused"));
    QCOMPARE(pace.waitOf(two, 10s), EndpointPace::Time(500ms));
    QVERIFY(pace.waitOf(one, 10s) > 30s);
    QVERIFY(pace.worked(11s));
    QVERIFY(!pace.isClosed());
    QVERIFY(!pace.worked(11s)); // said once
    QVERIFY(pace.failed(one, refused, 12s, m_most));
    QCOMPARE(pace.waitOf(one, 12s), EndpointPace::Time(500ms)); // from the beginning
}

void EndpointPaceTest::triesStayWithinSeconds()
{
    EndpointPace pace;
    EndpointPace::Time now = 1s;
    QList<qint64> waits;
    for (int i = 0; i < 100; ++i) {
        pace.failed(one, refused, now, m_most);
        waits.append(pace.waitOf(one, now).count());
        now += pace.waitOf(one, now);
    }
    QCOMPARE(waits.mid(0, 6), (QList<qint64>{500, 1000, 2000, 4000, 5000, 5000}));
    QCOMPARE(waits.last(), 5000);
    Always least(0.0);
    pace.failed(one, refused, now, least);
    QCOMPARE(pace.waitOf(one, now).count(), 2500);
}

void EndpointPaceTest::anEchoIsNotANewFailure()
{
    EndpointPace pace;
    QVERIFY(pace.failed(one, slowDown, 10s, m_most));
    const auto wait = pace.waitOf(one, 10s);
    for (int i = 0; i < 10; ++i)
        QVERIFY(!pace.failed(two, slowDown, 10s + 10ms, m_most));
    QCOMPARE(pace.waitOf(one, 10s), wait);
    QCOMPARE(pace.scout(), one);
    // but what it asks for counts
    pace.failed(three, error(ErrorKind::Throttled, "SlowDown", 503, 20), 10s, m_most);
    QCOMPARE(pace.waitOf(one, 10s), EndpointPace::Time(20s));
}

void EndpointPaceTest::slowDownGrowsAndForgets()
{
    EndpointPace pace;
    EndpointPace::Time now = 1s;
    const auto fail = [&] {
        pace.failed(one, slowDown, now, m_most);
        const auto wait = pace.waitOf(one, now);
        now += wait;
        return wait.count();
    };
    QList<qint64> waits;
    for (int i = 0; i < 7; ++i)
        waits.append(fail());
    QCOMPARE(waits, (QList<qint64>{1000, 2000, 4000, 8000, 16000, 30000, 30000}));
    for (int i = 0; i < 5; ++i)
        pace.worked(now);
    QCOMPARE(fail(), 4000); // two were left, this is the third
}

void EndpointPaceTest::retryAfterIsTheLeast()
{
    EndpointPace pace;
    pace.failed(one, error(ErrorKind::Throttled, "TooManyRequests", 429, 90), 1s, m_most);
    QCOMPARE(pace.waitOf(one, 1s), EndpointPace::Time(90s));
    QVERIFY(pace.waitOf(two, 1s) > 90s);
}

void EndpointPaceTest::whatWasOnItsWayProvesNothing()
{
    EndpointPace pace;
    pace.failed(one, slowDown, 10s, m_most);
    QVERIFY(!pace.worked(10s + 500ms));
    QVERIFY(pace.isClosed());
    QVERIFY(pace.worked(11s + 500ms));
    // A network that answers is there, whenever the request began.
    pace.failed(one, refused, 20s, m_most);
    QVERIFY(pace.worked(20s));
}

void EndpointPaceTest::networkCame()
{
    EndpointPace pace;
    for (int i = 0; i < 10; ++i)
        pace.failed(one, refused, 10s * i, m_most);
    pace.networkCame();
    QVERIFY(!pace.isClosed());
    pace.failed(one, refused, 200s, m_most);
    QCOMPARE(pace.waitOf(one, 200s), EndpointPace::Time(500ms)); // a new network takes a moment
    pace.open();
    pace.failed(one, slowDown, 300s, m_most);
    pace.networkCame();
    QVERIFY(pace.isClosed()); // the store's word holds whatever network we have
}

QTEST_GUILESS_MAIN(EndpointPaceTest)
#include "tst_endpointpace.moc"
