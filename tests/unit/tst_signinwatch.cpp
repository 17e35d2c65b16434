// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/transfertext.h"
#include "queue/signinwatch.h"

#include <QtTest>

using namespace partway;

class SignInWatchTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void forecasts_data();
    void forecasts();
    void words();
};

void SignInWatchTest::forecasts_data()
{
    QTest::addColumn<qint64>("bytesLeft");
    QTest::addColumn<qint64>("speed");
    QTest::addColumn<int>("endsIn"); // seconds; -1: not known
    QTest::addColumn<bool>("warns");
    const qint64 GiB = qint64(1) << 30;
    QTest::newRow("three hours, forty minutes")
        << 10'800 * qint64(1'000'000) << qint64(1'000'000) << 2400 << true;
    QTest::newRow("fits") << 600 * qint64(1'000'000) << qint64(1'000'000) << 2400 << false;
    QTest::newRow("no speed") << 100 * GiB << qint64(0) << 60 << false;
    QTest::newRow("no end") << 100 * GiB << qint64(1) << -1 << false;
    QTest::newRow("nothing left") << qint64(0) << qint64(1'000'000) << 1 << false;
    QTest::newRow("over") << GiB << qint64(1'000'000) << -60 << true;
}

void SignInWatchTest::forecasts()
{
    QFETCH(qint64, bytesLeft);
    QFETCH(qint64, speed);
    QFETCH(int, endsIn);
    QFETCH(bool, warns);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    const QDateTime ends = endsIn == -1 ? QDateTime() : now.addSecs(endsIn);
    const std::optional<SignInForecast> forecast = forecastSignIn(bytesLeft, speed, ends, now);
    QCOMPARE(forecast.has_value(), warns);
    if (forecast)
        QCOMPARE(forecast->lastsSeconds, qint64(qMax(0, endsIn)));
}

void SignInWatchTest::words()
{
    const QString text = signInEndsText(QStringLiteral("Work"), 3 * 3600, 40 * 60);
    QVERIFY2(text.startsWith(QLatin1String("This needs about 3 h")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("40 min")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("Work")));
}

QTEST_GUILESS_MAIN(SignInWatchTest)
#include "tst_signinwatch.moc"
