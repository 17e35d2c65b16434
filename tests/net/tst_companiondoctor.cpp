// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keylessstore.h"
#include "doctor/learnt.h"
#include "doctor/visit.h"
#include "net/examined.h"
#include "support/companiondouble.h"
#include "support/scriptedserver.h"

#include <QTest>

using namespace partway;

// The doctor at a server that holds the keys.
class CompanionDoctorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allIsWell();
    void wantsASignIn();
    void failsBehind();
    void stoppedHalfWay_data();
    void stoppedHalfWay();
    void stoppedWhileItHangs_data();
    void stoppedWhileItHangs();
    void stoppedTwice();
    void leftIsCut();
    void createIsLost();
    void noCompanion();
};

// A visit to a server that holds the keys.
static Visit visitTo(const QString& endpoint, const QByteArray& signIn = {})
{
    Account account;
    account.id = account.name = QStringLiteral("c");
    account.provider = QStringLiteral("companion");
    account.endpoint = endpoint;
    const Result<Visit> visit =
        prepareVisit(account, Credentials{.secretKey = Secret(signIn)}, {}, QStringLiteral("ignored"), {});
    if (!visit)
        qFatal("no visit");
    return *visit;
}

static Examined examine(const QString& endpoint, const QByteArray& signIn = {},
                        const std::function<void(Doctor&, int findings)>& meanwhile = {})
{
    return examine(visitTo(endpoint, signIn), meanwhile);
}

void CompanionDoctorTest::allIsWell()
{
    CompanionDouble server;
    const Examined seen = examine(server.endpoint());
    QCOMPARE(worstOf(seen.findings), Outcome::Ok);
    QCOMPARE(seen.verdict(QStringLiteral("answer")), QStringLiteral("companion"));
    for (const char* right : {"create", "part", "list-parts", "abort"})
        QVERIFY2(seen.verdict(QStringLiteral("right-") + QLatin1String(right)) == QLatin1String("given"),
                 seen.story().constData());
    QCOMPARE(seen.verdict(QStringLiteral("right-complete")), QStringLiteral("not-undone"));
    QCOMPARE(seen.verdict(QStringLiteral("cleanup")), QStringLiteral("clean"));
    QVERIFY(server.uploads.isEmpty() && server.objects.isEmpty());
    QVERIFY2(server.complaints.isEmpty(), server.complaints.join('\n').constData());
}

void CompanionDoctorTest::wantsASignIn()
{
    CompanionDouble server;
    server.wantedHeader = "Authorization: Bearer right";
    const Examined out = examine(server.endpoint(), "wrong");
    QVERIFY2(out.verdict(QStringLiteral("signature")) == QLatin1String("refused"), out.story().constData());
    QCOMPARE(worstOf(out.findings), Outcome::Fail);
    const Examined in = examine(server.endpoint(), "right");
    QVERIFY2(in.verdict(QStringLiteral("signature")) == QLatin1String("sign-in-accepted"),
             in.story().constData());
}

// Its store fails behind it: where, is told, and nothing is left.
void CompanionDoctorTest::failsBehind()
{
    CompanionDouble server;
    server.fails = [](const QByteArray& operation) { return operation == "list"; };
    const Examined seen = examine(server.endpoint());
    QVERIFY2(seen.verdict(QStringLiteral("right-list-parts")) == QLatin1String("failed"),
             seen.story().constData());
    QCOMPARE(seen.of(QStringLiteral("right-list-parts"))->outcome, Outcome::Warn);
    QVERIFY(server.uploads.isEmpty());
}

void CompanionDoctorTest::stoppedHalfWay_data()
{
    QTest::addColumn<int>("after");
    for (int after = 1; after <= 11; ++after)
        QTest::addRow("after %d findings", after) << after;
}

// Wherever it is stopped, the upload that it began is aborted, and it says so.
void CompanionDoctorTest::stoppedHalfWay()
{
    QFETCH(int, after);
    CompanionDouble server;
    const Examined seen = examine(server.endpoint(), {}, [&](Doctor& doctor, int findings) {
        if (findings == after)
            doctor.cancel();
    });
    QVERIFY2(server.uploads.isEmpty() && server.objects.isEmpty(), seen.story().constData());
    QVERIFY2(server.complaints.isEmpty(), server.complaints.join('\n').constData());
    QVERIFY2((server.count("create") == 0) == seen.verdict(QStringLiteral("cleanup")).isEmpty(),
             seen.story().constData());
    QVERIFY(seen.verdict(QStringLiteral("cleanup")) != QLatin1String("left"));
}

void CompanionDoctorTest::stoppedWhileItHangs_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QString>("right");
    QTest::newRow("the part") << QByteArray("part") << QStringLiteral("right-part");
    QTest::newRow("the list") << QByteArray("list") << QStringLiteral("right-list-parts");
}

// What the store does not answer is cut, and the upload aborted: nobody waits for a time limit.
void CompanionDoctorTest::stoppedWhileItHangs()
{
    QFETCH(QByteArray, operation);
    QFETCH(QString, right);
    CompanionDouble server;
    Doctor* doctor = nullptr;
    server.hangs = [&](const QByteArray& now) {
        if (now != operation)
            return false;
        doctor->cancel();
        return true;
    };
    const Examined seen =
        examine(server.endpoint(), {}, [&doctor](Doctor& examining, int) { doctor = &examining; });
    QVERIFY(seen.cancelled);
    QVERIFY2(server.uploads.isEmpty(), seen.story().constData());
    QVERIFY2(!seen.of(right), seen.story().constData()); // it was not tried to its end
    QCOMPARE(seen.verdict(QStringLiteral("cleanup")), QStringLiteral("clean"));
}

// Who does not wait for the cleaning up is told what is left, and where.
void CompanionDoctorTest::stoppedTwice()
{
    CompanionDouble server;
    const Examined seen = examine(server.endpoint(), {}, [&](Doctor& doctor, int) {
        if (!server.uploads.isEmpty()) {
            doctor.cancel();
            doctor.cancel();
        }
    });
    QVERIFY(seen.cancelled);
    QCOMPARE(server.uploads.size(), 1);
    QCOMPARE(seen.verdict(QStringLiteral("cleanup")), QStringLiteral("left"));
    const Finding* told = seen.of(QStringLiteral("cleanup"));
    QCOMPARE(told->outcome, Outcome::Warn);
    QCOMPARE(told->facts.value(QStringLiteral("key")), QString::fromUtf8(server.uploads.first().key));
}

// The request that runs then does not go on behind the back of who has left.
void CompanionDoctorTest::leftIsCut()
{
    CompanionDouble server;
    server.hangs = [](const QByteArray& operation) { return operation == "create"; };
    const SystemClock clock;
    SystemRandomness randomness;
    const Visit visit = visitTo(server.endpoint());
    const auto transport = makeNetworkTransport(visit.transport, clock);
    Doctor doctor(visit.patient, visit.reach, **transport, clock, randomness);
    QSignalSpy ended(&doctor, &Doctor::ended);
    doctor.start();
    QTRY_COMPARE(server.leftWaiting(), 1);
    doctor.cancel();
    doctor.cancel();
    QVERIFY(!ended.isEmpty() || ended.wait());
    QTRY_COMPARE(server.leftWaiting(), 0);
    QCOMPARE(server.count("sign") + server.count("batch") + server.count("abort"), 0);
    QCOMPARE(doctor.findings().last().verdict, QStringLiteral("left"));
}

// The upload was made and the answer did not come: it cannot be looked for, so it is told.
void CompanionDoctorTest::createIsLost()
{
    CompanionDouble server;
    server.dropCreate = 1;
    const Examined seen = examine(server.endpoint());
    QCOMPARE(server.uploads.size(), 1);
    QVERIFY2(seen.verdict(QStringLiteral("cleanup")) == QLatin1String("left"), seen.story().constData());
}

void CompanionDoctorTest::noCompanion()
{
    ScriptedServer page;
    page.setScript([](const SeenRequest&) {
        return ScriptedAnswer::http(200, "<html>Welcome</html>", {"Content-Type: text/html"});
    });
    const Examined seen = examine(QStringLiteral("http://127.0.0.1:%1").arg(page.serverPort()));
    QVERIFY2(seen.verdict(QStringLiteral("answer")) == QLatin1String("not-companion"),
             seen.story().constData());
    QCOMPARE(worstOf(seen.findings), Outcome::Fail);
}

QTEST_GUILESS_MAIN(CompanionDoctorTest)
#include "tst_companiondoctor.moc"
