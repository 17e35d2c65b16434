// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/stopcell.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QTest>

namespace partway {

namespace {

constexpr qint64 partSize = 1 * MiB;
constexpr int heldMs = 1'000; // by the store; the stop falls into it
constexpr int patienceMs = 60'000;

const char* operationOf(StopCell::At at)
{
    switch (at) {
    case StopCell::At::Create:
        return "CreateMultipartUpload";
    case StopCell::At::Part:
        return "UploadPart";
    case StopCell::At::Complete:
        return "CompleteMultipartUpload";
    case StopCell::At::Look:
        return "HeadObject";
    case StopCell::At::List:
        return "ListParts";
    case StopCell::At::Abort:
        return "AbortMultipartUpload";
    }
    return "";
}

} // namespace

StopCell::StopCell(CliBench& bench, int number, At at, Stop stop, Outcome outcome)
    : m_bench(bench), m_key(QStringLiteral("cells/%1.bin").arg(number)),
      m_file(bench.makeFile(QStringLiteral("%1.bin").arg(number), 3 * partSize + 17)),
      m_state(bench.path(QStringLiteral("state%1").arg(number))), m_at(at), m_stop(stop), m_outcome(outcome)
{
}

QByteArray StopCell::rule(const char* operation, const QByteArray& selector, const QByteArray& action) const
{
    return QByteArray(operation) + " key=" + m_key.toUtf8() + ' ' + selector + ": " + action + '\n';
}

QByteArray StopCell::story() const
{
    return m_story;
}

QByteArray StopCell::preparingRules() const
{
    const bool begunBefore = m_at == At::List || m_at == At::Abort;
    return begunBefore ? rule("UploadPart", "part=2-3 ", "status=403 code=AccessDenied") : QByteArray();
}

QByteArray StopCell::holdingRules() const
{
    const QByteArray held = "delay=" + QByteArray::number(heldMs) + "ms ";
    const QByteArray which = m_at == At::Part ? "part=2 times=1 " : "times=1 ";
    switch (m_outcome) {
    case Outcome::NotDone:
        return rule(operationOf(m_at), which, held + "cut-before");
    case Outcome::AnswerLost:
        return rule(operationOf(m_at), which, held + "cut-after");
    case Outcome::Refused:
        return rule(operationOf(m_at), which, held + "status=403 code=AccessDenied");
    }
    return {};
}

QByteArray StopCell::stoppedRules() const
{
    if (m_stop == Stop::NetworkLoss)
        return rule("*", {}, "cut-before");
    return m_stop == Stop::SignInEnds ? rule("*", {}, "expired-token") : QByteArray();
}

std::unique_ptr<QProcess> StopCell::launch(const QString& command, const QStringList& more)
{
    const QStringList store{
        QStringLiteral("--endpoint"),  m_bench.sandbox().endpoint(),
        QStringLiteral("--region"),    QString::fromUtf8(m_bench.sandbox().value("REGION")),
        QStringLiteral("--state-dir"), m_state};
    m_story += "$ " + command.toUtf8() + '\n';
    return m_bench.launch(QStringList{command} + store + more);
}

void StopCell::end(std::unique_ptr<QProcess>& process)
{
    if (!process)
        return;
    const CliRun run = m_bench.wait(*process, patienceMs);
    m_story += run.story() + ' ' + run.trouble.toUtf8() + '\n';
    process.reset();
}

void StopCell::prepare()
{
    if (!preparingRules().isEmpty())
        begin();
}

bool StopCell::isPrepared()
{
    if (preparingRules().isEmpty())
        return true;
    end(m_process);
    return uploadsLeft() == 1;
}

void StopCell::begin()
{
    const bool begun = QFile::exists(m_state);
    if (begun)
        m_process = launch(m_at == At::Abort ? QStringLiteral("abort") : QStringLiteral("retry"),
                           {QStringLiteral("1")});
    else
        m_process = launch(QStringLiteral("upload"),
                           {QStringLiteral("--provider"), QStringLiteral("garage"),
                            QStringLiteral("--part-size"), QStringLiteral("1MiB"),
                            QStringLiteral("--parallel"), QStringLiteral("2"), QStringLiteral("--to"),
                            QStringLiteral("s3://%1/cells/").arg(m_bench.sandbox().bucket()), m_file});
}

bool StopCell::matched(const QByteArray& rule)
{
    const QJsonArray rules = m_bench.sandbox().faults();
    for (const QJsonValue known : rules) {
        if (known[u"rule"].toString().toUtf8().trimmed() == rule.trimmed())
            return known[u"matched"].toInteger() > 0;
    }
    return false;
}

bool StopCell::waitUntilHeld()
{
    const QByteArray rule = holdingRules();
    const bool held = QTest::qWaitFor([&] { return matched(rule); }, patienceMs / 2);
    m_held.start();
    return held;
}

void StopCell::stop()
{
    switch (m_stop) {
    case Stop::Pause:
        interruptProcess(*m_process);
        break;
    case Stop::Kill:
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
        m_story += "killed\n";
        break;
    case Stop::Abort: // another process asks the one that works
        m_other = launch(QStringLiteral("abort"), {QStringLiteral("1")});
        break;
    case Stop::NetworkLoss: // the rules do it
    case Stop::SignInEnds:
        break;
    }
}

// Without a network nothing ends: it waits, and goes on by itself.
void StopCell::waitUntilStopped()
{
    if (m_stop == Stop::NetworkLoss) {
        const QByteArray lost = stoppedRules();
        const bool met = QTest::qWaitFor(
            [&] { return m_process->state() == QProcess::NotRunning || matched(lost); }, patienceMs / 2);
        m_story += met ? "the network is lost\n" : "the lost network was not met\n";
        return;
    }
    end(m_other);
    end(m_process);
}

void StopCell::goOn()
{
    end(m_process);
    const QString phase = row().value(u"phase").toString();
    if (phase == QLatin1String("finished") || phase == QLatin1String("aborted"))
        return;
    const bool waits = phase == QLatin1String("failed") || phase == QLatin1String("needs-attention");
    const QString command = wantsAbort() ? QStringLiteral("abort")
                            : waits      ? QStringLiteral("retry")
                                         : QStringLiteral("resume");
    m_process = launch(command, {QStringLiteral("1")});
    end(m_process);
}

QJsonObject StopCell::row()
{
    std::unique_ptr<QProcess> status = launch(QStringLiteral("status"), {QStringLiteral("--json")});
    const CliRun run = m_bench.wait(*status);
    m_story += run.out;
    return run.events(QStringLiteral("transfer")).value(0);
}

int StopCell::uploadsLeft() const
{
    int left = 0;
    QDirIterator files(m_bench.path(QStringLiteral("store/buckets")), {QStringLiteral("upload.json")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QJsonObject about = QJsonDocument::fromJson(m_bench.contentOf(files.next())).object();
        left += about.value(u"key").toString() == m_key ? 1 : 0;
    }
    return left;
}

QString StopCell::whatIsWrong()
{
    // The store goes on with the request whose sender is gone: what that leaves must be gone, too.
    const qint64 rest = heldMs + 300 - m_held.elapsed();
    if (rest > 0)
        QTest::qWait(int(rest));
    if (m_story.contains("it crashed") || m_story.contains("it did not end") ||
        m_story.contains("secret key"))
        return QStringLiteral("a program did not end well");
    return wrongEnd(row());
}

QString StopCell::wrongEnd(const QJsonObject& row)
{
    const QString phase = row.value(u"phase").toString();
    const bool finished = phase == QLatin1String("finished");
    const bool aborted = phase == QLatin1String("aborted");
    if (!finished && !(aborted && wantsAbort()))
        return QStringLiteral("it ended as %1").arg(phase);
    if (finished && m_at == At::Abort)
        return QStringLiteral("it was to be aborted");
    const QByteArray object = m_bench.object(m_key);
    if (finished && object != m_bench.contentOf(m_file))
        return QStringLiteral("the object is not the file");
    if (aborted && !object.isNull())
        return QStringLiteral("an object is there after the abort");
    const bool refusedAbort = m_at == At::Abort && m_outcome == Outcome::Refused;
    if (uploadsLeft() != 0 && !(refusedAbort && m_story.contains("\"leftovers\":true")))
        return QStringLiteral("an upload is left on the store");
    return {};
}

} // namespace partway
