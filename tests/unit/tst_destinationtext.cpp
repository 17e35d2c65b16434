// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/destinationtext.h"

#include <QTest>

using namespace partway;

class DestinationTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void bad_data();
    void bad();
};

void DestinationTextTest::good_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("prefix");
    QTest::newRow("bucket") << "media"
                            << "media"
                            << "";
    QTest::newRow("bucket/") << "media/"
                             << "media"
                             << "";
    QTest::newRow("folder") << "media/raw/2026"
                            << "media"
                            << "raw/2026/";
    QTest::newRow("folder/") << " media/raw/2026/ "
                             << "media"
                             << "raw/2026/";
    QTest::newRow("s3 scheme") << "s3://media/raw"
                               << "media"
                               << "raw/";
    QTest::newRow("S3 scheme") << "S3://media"
                               << "media"
                               << "";
    QTest::newRow("blanks and letters")
        << QStringLiteral("media/Fotos Ärger") << "media" << QStringLiteral("Fotos Ärger/");
    QTest::newRow("double slash is a key's own") << "media/a//b"
                                                 << "media"
                                                 << "a//b/";
}

void DestinationTextTest::good()
{
    QFETCH(QString, text);
    QFETCH(QString, bucket);
    QFETCH(QString, prefix);
    const Result<Place> place = readPlace(text);
    QVERIFY(place.ok());
    QCOMPARE(place->bucket, bucket);
    QCOMPARE(place->prefix, prefix);
    const Result<Place> again = readPlace(placeText(bucket, prefix));
    QVERIFY(again.ok());
    QVERIFY(*again == *place);
}

void DestinationTextTest::bad_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << "  "
                             << "place-empty";
    QTest::newRow("only a scheme") << "s3://"
                                   << "place-empty";
    QTest::newRow("web address") << "https://media.example/raw"
                                 << "place-scheme";
    QTest::newRow("short") << "ab/raw"
                           << "place-invalid";
    QTest::newRow("blank in the bucket") << "my media/raw"
                                         << "place-invalid";
}

void DestinationTextTest::bad()
{
    QFETCH(QString, text);
    const Result<Place> place = readPlace(text);
    QVERIFY(!place.ok());
    QTEST(place.error().code, "code");
}

QTEST_GUILESS_MAIN(DestinationTextTest)
#include "tst_destinationtext.moc"
