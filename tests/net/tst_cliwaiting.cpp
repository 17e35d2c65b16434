// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace partway;

// What partway-cli does while something is in the way, and that it goes on by itself.
class CliWaitingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void storeGoesAndComesBack();
    void waitsForAStoreThatIsNotThereYet();
    void slowDownStorm();
    void signInPageInTheMiddle();
    void signInPageFromTheStart();
    void proxyThatWantsASignIn();

private:
    std::unique_ptr<QProcess> upload(const QStringList& options, const QStringList& files);
    QStringList holds(const CliRun& run) const;

    std::unique_ptr<CliBench> m_bench;
};

namespace {

// Until the process has said so on its standard output.
bool says(QProcess& process, const QByteArray& text)
{
    QElapsedTimer timer;
    timer.start();
    process.setReadChannel(QProcess::StandardOutput);
    while (!process.peek(process.bytesAvailable()).contains(text)) {
        if (process.state() == QProcess::NotRunning || timer.elapsed() > 30'000)
            return false;
        process.waitForReadyRead(100);
    }
    return true;
}

} // namespace

void CliWaitingTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start(), qPrintable(m_bench->problem()));
}

std::unique_ptr<QProcess> CliWaitingTest::upload(const QStringList& options, const QStringList& files)
{
    return m_bench->launch(m_bench->uploadTo("w") +
                           QStringList{"--json", "--part-size", "5MiB", "--parallel", "2"} + options + files);
}

// What was waited for, in turn.
QStringList CliWaitingTest::holds(const CliRun& run) const
{
    QStringList holds;
    for (const QJsonObject& event : run.events("phase")) {
        const QString hold = event.value("hold").toString();
        if (!hold.isEmpty())
            holds.append(hold + ' ' + event.value("error").toObject().value("code").toString());
    }
    return holds;
}

void CliWaitingTest::storeGoesAndComesBack()
{
    const QString file = m_bench->makeFile("big.bin", 40 * MiB);
    const auto process = upload({"--limit-rate", "12MiB"}, {file});
    QVERIFY(m_bench->waitForParts(12 * MiB, "w/big.bin"));
    m_bench->sandbox().kill();
    QVERIFY(says(*process, "\"hold\":\"network\""));
    QVERIFY(m_bench->sandbox().restart());
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("w/big.bin"), m_bench->contentOf(file));
    QCOMPARE(run.events("finished").size(), 1);
}

void CliWaitingTest::waitsForAStoreThatIsNotThereYet()
{
    const QString file = m_bench->makeFile("a.bin", 12 * MiB);
    m_bench->sandbox().terminate();
    const auto process = upload({"--wait"}, {file});
    QVERIFY(says(*process, "\"hold\":\"network\""));
    QVERIFY(m_bench->sandbox().restart());
    VERIFY_CODE(m_bench->wait(*process), 0);
    QCOMPARE(m_bench->object("w/a.bin"), m_bench->contentOf(file));
}

void CliWaitingTest::slowDownStorm()
{
    QVERIFY(m_bench->sandbox().setFaults("UploadPart chance=0.5 seed=3 times=6 : status=503 code=SlowDown\n"
                                         "CreateMultipartUpload times=1 : status=429 retry-after=1"));
    QStringList files;
    for (const char* name : {"a.bin", "b.bin", "c.bin"})
        files.append(m_bench->makeFile(name, 16 * MiB));
    const auto process = upload({}, files);
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 0);
    for (const QString& file : files)
        QCOMPARE(m_bench->object("w/" + file.section('/', -1)), m_bench->contentOf(file));
    QVERIFY2(holds(run).contains("throttled SlowDown"), run.out.constData());
    QVERIFY(!run.out.contains("\"failed\":1"));
}

void CliWaitingTest::signInPageInTheMiddle()
{
    const QString file = m_bench->makeFile("big.bin", 40 * MiB);
    const auto process = upload({"--limit-rate", "12MiB"}, {file});
    QVERIFY(m_bench->waitForParts(12 * MiB, "w/big.bin"));
    QVERIFY(m_bench->sandbox().setFaults("* : html"));
    QVERIFY(says(*process, "\"hold\":\"portal\""));
    QVERIFY(m_bench->sandbox().setFaults(""));
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("w/big.bin"), m_bench->contentOf(file));
    QVERIFY2(holds(run).contains("portal captive-portal"), run.out.constData());
}

// Nobody has seen the store yet: it may be the wrong address, so it is not waited for unless told to.
void CliWaitingTest::signInPageFromTheStart()
{
    const QString file = m_bench->makeFile("a.bin", 12 * MiB);
    QVERIFY(m_bench->sandbox().setFaults("* : html"));
    const CliRun run = m_bench->run(m_bench->uploadTo("w") + QStringList{file});
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("web page"), run.err.constData());
    const auto process = upload({"--wait"}, {file});
    QVERIFY(says(*process, "\"hold\":\"portal\""));
    QVERIFY(m_bench->sandbox().setFaults(""));
    VERIFY_CODE(m_bench->wait(*process), 0);
    QCOMPARE(m_bench->object("w/a.bin"), m_bench->contentOf(file));
}

void CliWaitingTest::proxyThatWantsASignIn()
{
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    connect(&proxy, &QTcpServer::newConnection, &proxy, [&proxy] {
        QTcpSocket* socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                          "Content-Length: 0\r\n\r\n");
        });
    });
    QProcessEnvironment environment = m_bench->environment();
    environment.insert("http_proxy", QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()));
    environment.remove("no_proxy");
    environment.remove("NO_PROXY");
    const auto process = m_bench->launch({"upload", "--endpoint", "http://store.invalid", "--region",
                                          "us-east-1", "--state-dir", m_bench->stateFolder(), "--to",
                                          "s3://bucket/", m_bench->makeFile("a.bin", 100)},
                                         environment);
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 30'000);
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("The proxy asks for a sign-in"), run.err.constData());
}

QTEST_GUILESS_MAIN(CliWaitingTest)
#include "tst_cliwaiting.moc"
