// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/doctortext.h"
#include "format/errorentry.h"
#include "format/errortext.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace partway;

class ErrorTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdictOfATestWithoutBucket();
    void everyEntryIsASentence();
    void noCodeTwice();
    void codesOfTheHeadersAreKnown();
    void kinds_data();
    void kinds();
    void namesTheResource();
    void ownWordsForUnknownCodes();
    void neverShowsASecret();
    void lineJoinsBoth();
};

namespace {

QList<std::span<const ErrorEntry>> allEntries()
{
    return {fileErrors(),  networkErrors(),    accountErrors(),
            storeErrors(), incompleteErrors(), uploadErrors()};
}

} // namespace

void ErrorTextTest::everyEntryIsASentence()
{
    for (const auto& entries : allEntries()) {
        for (const ErrorEntry& entry : entries) {
            const QString sentence = QString::fromUtf8(entry.sentence);
            QVERIFY2(sentence.endsWith(u'.'), entry.codes);
            QVERIFY2(!sentence.contains(u'%'), entry.codes);
            if (entry.named) {
                QVERIFY2(QString::fromUtf8(entry.named).contains(QLatin1String("%1")), entry.codes);
                QVERIFY2(QString::fromUtf8(entry.named).endsWith(u'.'), entry.codes);
            }
            if (entry.cause)
                QVERIFY2(QString::fromUtf8(entry.cause).endsWith(u'.'), entry.codes);
        }
    }
}

void ErrorTextTest::noCodeTwice()
{
    QSet<QString> seen;
    for (const auto& entries : allEntries()) {
        for (const ErrorEntry& entry : entries) {
            const QStringList codes = QString::fromLatin1(entry.codes).split(u' ');
            for (const QString& code : codes) {
                QVERIFY2(!seen.contains(code), qPrintable(code));
                seen.insert(code);
            }
        }
    }
}

// The headers name each code of ours in quotes after the kind it has; a code without a text here would reach
// people as a generic sentence.
void ErrorTextTest::codesOfTheHeadersAreKnown()
{
    static const QRegularExpression quoted(
        QStringLiteral("\"((?:file|link|folder|name|journal|keychain|tls|proxy|"
                       "endpoint|account|accounts|access|environment|session|"
                       "part-size|ca-file|host)-[a-z0-9-]+)\""));
    int found = 0;
    QDirIterator headers(QStringLiteral(PARTWAY_SOURCE_DIR "/core"), {QStringLiteral("*.h")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        QFile file(headers.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        auto matches = quoted.globalMatch(text);
        while (matches.hasNext()) {
            const QString code = matches.next().captured(1);
            ++found;
            QVERIFY2(findErrorEntry(code), qPrintable(code + QLatin1String(" in ") + file.fileName()));
        }
    }
    QVERIFY(found > 30);
}

void ErrorTextTest::kinds_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Bug); ++kind) {
        const auto value = static_cast<ErrorKind>(kind);
        QTest::newRow(qPrintable(errorKindName(value))) << value;
    }
}

void ErrorTextTest::kinds()
{
    QFETCH(ErrorKind, kind);
    const ErrorText text = describeError(Error{.kind = kind, .code = QStringLiteral("never-heard-of")});
    QVERIFY(text.sentence.endsWith(u'.'));
    QVERIFY(kind == ErrorKind::Cancelled || text.cause.endsWith(u'.'));
}

void ErrorTextTest::namesTheResource()
{
    Error error{.kind = ErrorKind::LocalFile, .code = QStringLiteral("file-missing")};
    QCOMPARE(describeError(error).sentence, QStringLiteral("The file does not exist."));
    error.resource = QStringLiteral("/home/ann/100%1 day.mov");
    QCOMPARE(describeError(error).sentence, QStringLiteral("“/home/ann/100%1 day.mov” does not exist."));
}

void ErrorTextTest::ownWordsForUnknownCodes()
{
    const Error error{.kind = ErrorKind::Refused,
                      .httpStatus = 418,
                      .code = QStringLiteral("TeapotOnly"),
                      .message = QStringLiteral("I brew no objects")};
    const ErrorText text = describeError(error);
    QCOMPARE(text.sentence, QStringLiteral("The server refused the request."));
    QVERIFY2(text.cause.contains(QStringLiteral("“I brew no objects” (TeapotOnly)")), qPrintable(text.cause));
}

void ErrorTextTest::neverShowsASecret()
{
    const Error error{.kind = ErrorKind::Refused,
                      .httpStatus = 400,
                      .message = QStringLiteral("bad X-Amz-Signature=0123456789abcdef in the request")};
    QVERIFY(!errorLine(error).contains(QLatin1String("0123456789abcdef")));
    QVERIFY(errorLine(error).contains(QLatin1String("in the request")));
}

void ErrorTextTest::lineJoinsBoth()
{
    const Error error{.kind = ErrorKind::NotFound, .httpStatus = 404, .code = QStringLiteral("NoSuchBucket")};
    const ErrorText text = describeError(error);
    QCOMPARE(errorLine(error), text.sentence + u' ' + text.cause);
}

// Whoever named no bucket is not told that uploads work.
void ErrorTextTest::verdictOfATestWithoutBucket()
{
    Finding keys{.step = QStringLiteral("signature"), .verdict = QStringLiteral("accepted"), .facts = {}};
    Finding bucket{.step = QStringLiteral("bucket"), .verdict = QStringLiteral("there"), .facts = {}};
    QCOMPARE(verdictOnAll({keys, bucket}), QStringLiteral("Everything is as it should be."));
    bucket.verdict = QStringLiteral("none");
    bucket.outcome = Outcome::Skipped;
    QVERIFY2(verdictOnAll({keys, bucket}).contains(QLatin1String("no bucket")),
             qPrintable(verdictOnAll({keys, bucket})));
}

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
