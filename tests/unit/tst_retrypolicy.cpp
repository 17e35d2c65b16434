// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retrypolicy.h"

#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

namespace {

class FixedDraw : public Randomness
{
public:
    explicit FixedDraw(double draw) : m_draw(draw) {}
    double unit() override { return m_draw; }
    QByteArray hex(int bytes) override { return QByteArray(2 * bytes, '0'); }

private:
    double m_draw;
};

constexpr double lowest = 0.0;
constexpr double middle = 0.5;
constexpr double highest = 0.999999;

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delay_data();
    void delay();
    void retryable_data();
    void retryable();
};

void TestRetryPolicy::delay_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<double>("draw");
    QTest::addColumn<int>("expectedMs");

    const auto T = ErrorKind::Transient;
    const auto S = ErrorKind::Throttled;
    QTest::newRow("first, lowest") << 1 << T << 0 << lowest << 0;
    QTest::newRow("first, middle") << 1 << T << 0 << middle << 500;
    QTest::newRow("first, highest") << 1 << T << 0 << highest << 999;
    QTest::newRow("second, highest") << 2 << T << 0 << highest << 1'999;
    QTest::newRow("fifth, middle") << 5 << T << 0 << middle << 8'000;
    QTest::newRow("capped, middle") << 6 << T << 0 << middle << 15'000;
    QTest::newRow("capped, highest") << 100 << T << 0 << highest << 29'999;
    QTest::newRow("absurd attempt") << 2'000'000'000 << T << 0 << middle << 15'000;
    QTest::newRow("throttled, middle") << 1 << S << 0 << middle << 1'000;
    QTest::newRow("throttled, highest") << 2 << S << 0 << highest << 3'999;
    QTest::newRow("Retry-After is the least") << 1 << S << 7 << lowest << 7'000;
    QTest::newRow("Retry-After beyond the cap") << 1 << S << 120 << highest << 120'000;
    QTest::newRow("jitter beyond Retry-After") << 4 << S << 2 << middle << 8'000;
    QTest::newRow("negative Retry-After") << 1 << S << -5 << lowest << 0;
}

void TestRetryPolicy::delay()
{
    QFETCH(int, attempt);
    QFETCH(ErrorKind, kind);
    QFETCH(int, retryAfter);
    QFETCH(double, draw);
    QFETCH(int, expectedMs);
    Error error;
    error.kind = kind;
    error.retryAfterSeconds = retryAfter;
    FixedDraw random(draw);
    QCOMPARE(RetryPolicy().delay(attempt, error, random).count(), expectedMs);
}

void TestRetryPolicy::retryable_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("expected");
    for (int i = 0; i <= int(ErrorKind::Bug); ++i) {
        const auto kind = ErrorKind(i);
        QTest::newRow(qPrintable(errorKindName(kind)))
            << kind << (kind == ErrorKind::Transient || kind == ErrorKind::Throttled);
    }
}

void TestRetryPolicy::retryable()
{
    QFETCH(ErrorKind, kind);
    Error error;
    error.kind = kind;
    QTEST(isRetryable(error), "expected");
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
