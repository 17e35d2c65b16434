// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "commandline.h"
#include "interrupt.h"
#include "terminal.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QNetworkProxyFactory>
#include <QTimer>

#include <cstdio>

using namespace partway;

namespace {

int complain(const Complaint& complaint)
{
    Console console(Console::Style::Quiet);
    console.complain(complaint.sentence);
    if (!complaint.hint.isEmpty())
        console.complain(complaint.hint);
    return int(complaint.code);
}

int answer(const Answer& answer)
{
    std::fputs(answer.text.toUtf8().constData(), stdout);
    return int(ExitCode::Done);
}

// As curl and other tools of the command line do; on a desktop's settings only the window looks.
bool namesProxy()
{
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return false;
}

int run(Job& job)
{
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, job.command.get(), [&job] { job.command->interrupt(); });
    QObject::connect(
        job.command.get(), &Command::ended, qApp, [](ExitCode code) { QCoreApplication::exit(int(code)); },
        Qt::QueuedConnection);
    QTimer::singleShot(0, job.command.get(), [&job] { job.command->start(); });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // the engine's thread is faster without; the keychain's stays
    prepareTerminal();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("partway-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARTWAY_VERSION));
    installLogging();
    installTranslations(application, QLocale(QLocale::English)); // its only language, but one day is no days
    if (namesProxy())
        QNetworkProxyFactory::setUseSystemConfiguration(true);

    auto read = readCommandLine(QCoreApplication::arguments().mid(1));
    if (const Complaint* complaint = std::get_if<Complaint>(&read))
        return complain(*complaint);
    if (const Answer* text = std::get_if<Answer>(&read))
        return answer(*text);
    return run(std::get<Job>(read));
}
