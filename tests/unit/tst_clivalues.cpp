// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/values.h"

#include <QtTest>

using namespace partway;
using namespace std::chrono_literals;

class CliValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sizes_data();
    void sizes();
    void rates_data();
    void rates();
    void durations_data();
    void durations();
    void pairs_data();
    void pairs();
    void ids_data();
    void ids();
    void urls_data();
    void urls();
    void folders();
};

namespace {

constexpr qint64 none = -1;

} // namespace

void CliValuesTest::sizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    const auto row = [](const char* text, qint64 bytes) {
        QTest::newRow(text) << QString::fromUtf8(text) << bytes;
    };
    row("5MiB", 5 << 20);
    row("16M", 16 << 20);
    row("16MB", 16 << 20);
    row("64m", 64 << 20);
    row("1.5g", 1610612736);
    row("8388608", 8388608);
    row("5 KiB", 5120);
    row("1T", qint64(1) << 40);
    row("100B", 100);
    row("0", 0);
    row("", none);
    row("M", none);
    row("-5M", none);
    row("5X", none);
    row("5MiBs", none);
    row("1,5M", none);
    row("many", none);
    row("99999999999999P", none);
}

void CliValuesTest::sizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(sizeFromText(text).value_or(none), bytes);
}

void CliValuesTest::rates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("plain") << "10MiB" << qint64(10 << 20);
    QTest::newRow("per second") << "500k/s" << qint64(500 << 10);
    QTest::newRow("off") << "OFF" << qint64(0);
    QTest::newRow("nothing") << "/s" << none;
    QTest::newRow("per minute") << "5M/min" << none;
}

void CliValuesTest::rates()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(rateFromText(text).value_or(none), bytes);
}

void CliValuesTest::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("days") << "7d" << qint64(7 * 86400);
    QTest::newRow("hours") << "12H" << qint64(12 * 3600);
    QTest::newRow("minutes") << "30m" << qint64(1800);
    QTest::newRow("seconds") << "45 s" << qint64(45);
    QTest::newRow("weeks") << "2w" << qint64(14 * 86400);
    QTest::newRow("long") << "999999999w" << qint64(999999999) * 7 * 86400;
    QTest::newRow("no unit") << "7" << none;
    QTest::newRow("no number") << "d" << none;
    QTest::newRow("negative") << "-7d" << none;
    QTest::newRow("too long") << "9999999999d" << none;
}

void CliValuesTest::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    QCOMPARE(durationFromText(text).value_or(std::chrono::seconds(none)).count(), seconds);
}

void CliValuesTest::pairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("simple") << "a=b"
                            << "a"
                            << "b";
    QTest::newRow("empty value") << "a="
                                 << "a"
                                 << "";
    QTest::newRow("sign in value") << "a=b=c"
                                   << "a"
                                   << "b=c";
    QTest::newRow("no sign") << "ab"
                             << ""
                             << "";
    QTest::newRow("no name") << "=b"
                             << ""
                             << "";
}

void CliValuesTest::pairs()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QString, value);
    const auto pair = pairFromText(text);
    QCOMPARE(pair.has_value(), !name.isEmpty());
    if (pair) {
        QCOMPARE(pair->first, name);
        QCOMPARE(pair->second, value);
    }
}

void CliValuesTest::ids_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("id");
    QTest::newRow("number") << "17" << qint64(17);
    QTest::newRow("as shown") << "#17" << qint64(17);
    QTest::newRow("zero") << "0" << none;
    QTest::newRow("negative") << "-1" << none;
    QTest::newRow("word") << "all" << none;
    QTest::newRow("empty") << "" << none;
}

void CliValuesTest::ids()
{
    QFETCH(QString, text);
    QFETCH(qint64, id);
    QCOMPARE(idFromText(text).value_or(none), id);
}

void CliValuesTest::urls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("rest");
    QTest::newRow("bucket") << "s3://media" << true << "media"
                            << "";
    QTest::newRow("bucket/") << "s3://media/" << true << "media"
                             << "";
    QTest::newRow("prefix") << "S3://media/raw/2026" << true << "media"
                            << "raw/2026";
    QTest::newRow("every bucket") << "s3://" << true << ""
                                  << "";
    QTest::newRow("own slash") << "s3://media//x" << true << "media"
                               << "/x";
    QTest::newRow("no bucket") << "s3:///x" << false << ""
                               << "";
    QTest::newRow("no scheme") << "media/raw" << false << ""
                               << "";
    QTest::newRow("web") << "https://media/raw" << false << ""
                         << "";
}

void CliValuesTest::urls()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QFETCH(QString, bucket);
    QFETCH(QString, rest);
    const std::optional<S3Url> url = s3UrlFromText(text);
    QCOMPARE(url.has_value(), good);
    if (url)
        QVERIFY((*url == S3Url{bucket, rest}));
}

void CliValuesTest::folders()
{
    QCOMPARE(folderPrefix(QString()), QString());
    QCOMPARE(folderPrefix(QStringLiteral("raw")), QStringLiteral("raw/"));
    QCOMPARE(folderPrefix(QStringLiteral("raw/")), QStringLiteral("raw/"));
}

QTEST_GUILESS_MAIN(CliValuesTest)
#include "tst_clivalues.moc"
