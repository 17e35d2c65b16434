// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/resumeticket.h"
#include "unit/journalsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace partway;

namespace {

Transfer unfinished()
{
    Transfer transfer = makeTransfer("film.mov");
    transfer.spec.object.metadata = {{"author", QString::fromUtf8("Jürgen")}};
    transfer.state.phase = Phase::Paused;
    transfer.state.uploadId = "id/with+odd=characters";
    transfer.state.parts = {{1, makePart(1)}, {4, makePart(3)}};
    transfer.state.unchecked = {{2, makePart(5)}};
    return transfer;
}

ResumeTicket ticketOf(const Transfer& transfer)
{
    return *makeTicket(transfer, "https://s3.example.com", "eu-1");
}

} // namespace

class ResumeTicketTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBack();
    void irregularPlans();
    void claimsOnly();
    void notForEverything_data();
    void notForEverything();
    void hostile_data();
    void hostile();
    void cutAnywhere();
};

void ResumeTicketTest::comesBack()
{
    const ResumeTicket ticket = ticketOf(unfinished());
    const QByteArray json = ticketJson(ticket);
    const Result<ResumeTicket> read = parseResumeTicket(json);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == ticket);
    QCOMPARE(read->parts.keys(), (QList<int>{1, 2, 4}));
    QVERIFY(!json.contains("/data/")); // where it lay on the other computer is nobody's business
}

void ResumeTicketTest::irregularPlans()
{
    Transfer transfer = unfinished();
    transfer.spec.plan = planOfLengths({{1, 8}, {2, 9}, {4, 7}});
    const ResumeTicket ticket = ticketOf(transfer);
    const Result<ResumeTicket> read = parseResumeTicket(ticketJson(ticket));
    QVERIFY(read.ok());
    QCOMPARE(read->spec.plan, transfer.spec.plan);
}

// On the other computer nothing counts before the file there was compared with it.
void ResumeTicketTest::claimsOnly()
{
    const SourceFingerprint there{100, 5, "9:9"};
    const Transfer transfer = transferOf(ticketOf(unfinished()), "/mnt/film.mov", there, "account-2");
    QVERIFY(transfer.state.parts.isEmpty());
    QCOMPARE(transfer.state.unchecked.size(), 3);
    QCOMPARE(transfer.state.phase, Phase::Waiting);
    QCOMPARE(transfer.source, there);
    QCOMPARE(transfer.state.uploadId, "id/with+odd=characters");
}

void ResumeTicketTest::notForEverything_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<bool>("direct");
    QTest::addColumn<QString>("uploadId");
    QTest::addColumn<QString>("code");
    QTest::newRow("finished") << Phase::Finished << false << "U"
                              << "ticket-ended";
    QTest::newRow("one request") << Phase::Waiting << true << ""
                                 << "ticket-nothing-stored";
    QTest::newRow("not begun") << Phase::Waiting << false << ""
                               << "ticket-nothing-stored";
}

void ResumeTicketTest::notForEverything()
{
    QFETCH(const Phase, phase);
    QFETCH(const bool, direct);
    QFETCH(const QString, uploadId);
    Transfer transfer = unfinished();
    transfer.state.phase = phase;
    transfer.spec.plan.direct = direct;
    transfer.state.uploadId = uploadId;
    const Result<ResumeTicket> ticket = makeTicket(transfer, "https://s3.example.com", "eu-1");
    QVERIFY(!ticket.ok());
    QTEST(ticket.error().code, "code");
}

void ResumeTicketTest::hostile_data()
{
    QTest::addColumn<QString>("path"); // of the field to be set, "" for the document
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QString& path, const QJsonValue& value,
                        const char* code = "ticket-invalid") {
        QTest::newRow(name) << path << value << code;
    };
    row("another document", "partway", "receipt");
    row("a later version", "version", 2, "ticket-newer");
    row("version as text", "version", "1");
    row("unknown field", "extra", 1);
    row("endpoint missing", "endpoint", QJsonValue(QJsonValue::Undefined));
    row("endpoint is none", "endpoint", "file:///etc/passwd");
    row("line break in the id", "uploadId", "a\nb");
    row("id missing", "uploadId", "");
    row("id too long", "uploadId", QString(5'000, 'x'));
    row("flag as number", "opaqueEtags", 1);
    row("negative size", "file.size", -1);
    row("fraction", "file.size", 1.5);
    row("count beyond all bounds", "file.partCount", 1e15);
    row("plan that does not cover", "file.size", 1'000);
    row("cuts that do not", "file.cuts", "1:8 2:8");
    row("unknown checksum", "object.checksum", "md4");
    row("unknown field below", "object.secret", "x");
    row("no bucket", "object.bucket", "");
    row("header in the metadata", "object.more", QJsonObject{{"cacheControl", "a\r\nx-evil: 1"}});
    row("parts as text", "parts", "all");
    row("part of no plan", "parts", QJsonArray{QJsonArray{9, "\"a\"", "", ""}});
    row("part twice", "parts", QJsonArray{QJsonArray{1, "\"a\"", "", ""}, QJsonArray{1, "\"a\"", "", ""}});
    row("part without an ETag", "parts", QJsonArray{QJsonArray{1, "", "", ""}});
    row("part with half a digest", "parts", QJsonArray{QJsonArray{1, "\"a\"", "AAAA", ""}});
    row("part with too much", "parts", QJsonArray{QJsonArray{1, "\"a\"", "", "", 5}});
}

void ResumeTicketTest::hostile()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QJsonObject all = QJsonDocument::fromJson(ticketJson(ticketOf(unfinished()))).object();
    const QString outer = path.section('.', 0, 0), inner = path.section('.', 1);
    if (inner.isEmpty()) {
        all.insert(outer, value);
        if (value.isUndefined())
            all.remove(outer);
    } else {
        QJsonObject below = all.value(outer).toObject();
        below.insert(inner, value);
        all.insert(outer, below);
    }
    const Result<ResumeTicket> read = parseResumeTicket(QJsonDocument(all).toJson());
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::Refused);
    QTEST(read.error().code, "code");
}

void ResumeTicketTest::cutAnywhere()
{
    const QByteArray json = ticketJson(ticketOf(unfinished()));
    for (qsizetype length = 0; length < json.size() - 1; ++length)
        QVERIFY(!parseResumeTicket(QByteArrayView(json).first(length)).ok());
    QVERIFY(!parseResumeTicket(QByteArray(1'000'000, '[')).ok());
    QVERIFY(!parseResumeTicket(QByteArray(largestTicket + 1, ' ')).ok());
}

QTEST_GUILESS_MAIN(ResumeTicketTest)
#include "tst_resumeticket.moc"
