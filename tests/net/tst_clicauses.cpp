// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"
#include "support/proxydouble.h"

#include <QUrl>
#include <QtTest>

using namespace partway;

// For each cause of waiting: three files on their way by partway-cli, the cause comes, each row says what it
// waits for, one of them tries for all, the cause goes, and all go on by themselves.
class CliCausesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void goesOnByItself_data();
    void goesOnByItself();
    void namesComeBack();
    void askedToWaitSoLong();

private:
    void launch(const QStringList& store, const QStringList& options, const QProcessEnvironment& environment);
    void launch() { launch(m_bench->store(), {}, m_bench->environment()); }
    void begin(const QString& cause);
    void end(const QString& cause);
    bool allBegan() const;
    bool allSay(const QByteArray& hold, const QByteArray& code) const;
    QList<QByteArray> lines(qsizetype from, const QByteArray& event) const;
    bool allArrived() const;

    std::unique_ptr<CliBench> m_bench;
    std::unique_ptr<ProxyDouble> m_proxy;
    std::unique_ptr<QProcess> m_process;
    QStringList m_files;
    QByteArray m_out;
};

namespace {

constexpr int withinSeconds = 15'000; // of a busy test machine; 5 s and a try's time by the program's rules

} // namespace

void CliCausesTest::init()
{
    m_process.reset();
    m_out.clear();
    m_files.clear();
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start({"--tls"}), qPrintable(m_bench->problem()));
    m_proxy = std::make_unique<ProxyDouble>(quint16(QUrl(m_bench->sandbox().tlsEndpoint()).port()));
    for (const char* name : {"a.bin", "b.bin", "c.bin"})
        m_files.append(m_bench->makeFile(name, 25 * MiB));
}

void CliCausesTest::launch(const QStringList& store, const QStringList& options,
                           const QProcessEnvironment& environment)
{
    m_process = m_bench->launch(QStringList{"upload"} + store +
                                    QStringList{"--to", "s3://sandbox/w", "--json", "--part-size", "5MiB",
                                                "--parallel", "3", "--limit-rate", "10MiB"} +
                                    options + m_files,
                                environment);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this,
            [this] { m_out += m_process->readAllStandardOutput(); });
}

QList<QByteArray> CliCausesTest::lines(qsizetype from, const QByteArray& event) const
{
    QList<QByteArray> found;
    for (const QByteArray& line : m_out.mid(from).split('\n')) {
        if (line.contains("\"event\":\"" + event + '"'))
            found.append(line);
    }
    return found;
}

// Each has a part stored.
bool CliCausesTest::allBegan() const
{
    QSet<int> ids;
    for (const QByteArray& line : lines(0, "part"))
        ids.insert(QJsonDocument::fromJson(line).object().value("id").toInt());
    return ids.size() == m_files.size();
}

// The last that was said of each of them.
bool CliCausesTest::allSay(const QByteArray& hold, const QByteArray& code) const
{
    QMap<int, bool> says;
    for (const QByteArray& line : lines(0, "phase")) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        const QJsonObject error = event.value("error").toObject();
        says[event.value("id").toInt()] =
            event.value("hold").toString() == QLatin1String(hold) &&
            (code.isEmpty() || error.value("code").toString() == QLatin1String(code)) &&
            !error.value("sentence").toString().isEmpty();
    }
    return says.size() == m_files.size() && !says.values().contains(false);
}

bool CliCausesTest::allArrived() const
{
    return std::all_of(m_files.begin(), m_files.end(), [this](const QString& file) {
        return m_bench->object("w/" + file.section('/', -1)) == m_bench->contentOf(file);
    });
}

void CliCausesTest::begin(const QString& cause)
{
    if (cause == "server") {
        m_bench->sandbox().kill();
    } else if (cause == "proxy") {
        m_proxy->wanted = "user:password";
        m_proxy->cut();
    } else {
        QVERIFY(m_bench->sandbox().setFaults(cause.toUtf8()));
    }
}

void CliCausesTest::end(const QString& cause)
{
    if (cause == "server") {
        QVERIFY(m_bench->sandbox().restart());
    } else if (cause == "proxy") {
        m_proxy->wanted.clear();
    } else {
        QVERIFY(m_bench->sandbox().setFaults(""));
    }
}

void CliCausesTest::goesOnByItself_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QByteArray>("hold");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("the server is gone")
        << "server" << QByteArray("network") << QByteArray(); // lost, then refused
    QTest::newRow("a web page answers") << "* : html" << QByteArray("portal") << QByteArray("captive-portal");
    QTest::newRow("another web page answers")
        << "* : html=511" << QByteArray("portal") << QByteArray("captive-portal");
    QTest::newRow("the proxy wants a sign-in")
        << "proxy" << QByteArray("proxy") << QByteArray("proxy-sign-in");
    QTest::newRow("slow down") << "* : status=503 code=SlowDown" << QByteArray("throttled")
                               << QByteArray("SlowDown");
    QTest::newRow("too many requests") << "* : status=429 code=TooManyRequests retry-after=2"
                                       << QByteArray("throttled") << QByteArray("TooManyRequests");
    QTest::newRow("connections are cut")
        << "* : cut-before" << QByteArray("network") << QByteArray("connection-lost");
}

void CliCausesTest::goesOnByItself()
{
    QFETCH(QString, cause);
    QFETCH(QByteArray, hold);
    QFETCH(QByteArray, code);
    if (cause == "proxy") {
        const QString proxy = QStringLiteral("http://127.0.0.1:%1").arg(m_proxy->serverPort());
        QProcessEnvironment environment = m_bench->environment();
        environment.insert("https_proxy", proxy);
        environment.remove("no_proxy");
        environment.remove("NO_PROXY");
        // Not 127.0.0.1, which systems reach without their proxy; and a name that the certificate has.
        const QString endpoint = m_bench->sandbox().tlsEndpoint().replace("127.0.0.1", "s3.localhost");
        launch({"--endpoint", endpoint, "--addressing", "virtual", "--region", "us-east-1", "--ca-file",
                m_bench->sandbox().caFile(), "--state-dir", m_bench->stateFolder()},
               {}, environment);
    } else {
        launch();
    }
    QTRY_VERIFY2_WITH_TIMEOUT(allBegan(), m_out.right(900).constData(), 30'000);
    begin(cause);
    QTRY_VERIFY2_WITH_TIMEOUT(allSay(hold, code), m_out.right(900).constData(), 30'000);
    end(cause);
    const qsizetype from = m_out.size();
    QTRY_VERIFY2_WITH_TIMEOUT(lines(from, "part").size() >= 1, m_out.right(900).constData(), withinSeconds);
    QTRY_VERIFY2_WITH_TIMEOUT(m_process->state() == QProcess::NotRunning, m_out.right(900).constData(),
                              60'000);
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(allArrived());
}

// From the start: nothing is known of the store but its name, and names cannot be looked up.
void CliCausesTest::namesComeBack()
{
#ifndef PARTWAY_NAMESGONE_LIBRARY
    QSKIP("no library can be preloaded here");
#else
    QProcessEnvironment environment = m_bench->environment();
    const QString names = m_bench->path("names");
    environment.insert("PARTWAY_TEST_NAMES", names);
    environment.insert("LD_PRELOAD", PARTWAY_NAMESGONE_LIBRARY);
    environment.insert("ASAN_OPTIONS", environment.value("ASAN_OPTIONS") + ":verify_asan_link_order=0");
    const QString endpoint = QString(m_bench->sandbox().endpoint()).replace("127.0.0.1", "store.test");
    launch({"--endpoint", endpoint, "--addressing", "path", "--region", "us-east-1", "--state-dir",
            m_bench->stateFolder()},
           {"--wait"}, environment);
    QTRY_VERIFY2_WITH_TIMEOUT(m_out.contains("host-not-found"), m_out.right(900).constData(), 30'000);
    QVERIFY2(m_out.contains("\"hold\":\"network\""), m_out.right(900).constData());
    QVERIFY(QFile(names).open(QIODevice::WriteOnly));
    QTRY_VERIFY2_WITH_TIMEOUT(!lines(0, "part").isEmpty(), m_out.right(900).constData(), withinSeconds);
    QTRY_VERIFY2_WITH_TIMEOUT(m_process->state() == QProcess::NotRunning, m_out.right(900).constData(),
                              60'000);
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(allArrived());
#endif
}

// What the store asks for is the least wait of everybody, and not much more.
void CliCausesTest::askedToWaitSoLong()
{
    launch();
    QTRY_VERIFY_WITH_TIMEOUT(!lines(0, "part").isEmpty(), 30'000);
    QElapsedTimer since;
    since.start();
    QVERIFY(m_bench->sandbox().setFaults("* : status=503 code=SlowDown retry-after=4"));
    QTRY_VERIFY2_WITH_TIMEOUT(allSay("throttled", "SlowDown"), m_out.right(900).constData(), 30'000);
    m_bench->sandbox().resetCounters();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sandbox().requests("UploadPart") > 0, 30'000);
    QVERIFY(since.elapsed() >= 4'000);
    QCOMPARE(m_bench->sandbox().requests("UploadPart"), 1); // one tries for all
    QVERIFY(m_bench->sandbox().setFaults(""));
    QTRY_VERIFY2_WITH_TIMEOUT(m_process->state() == QProcess::NotRunning, m_out.right(900).constData(),
                              60'000);
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(allArrived());
}

QTEST_GUILESS_MAIN(CliCausesTest)
#include "tst_clicauses.moc"
