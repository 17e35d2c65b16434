// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "folders.h"
#include "oneinstance.h"
#include "options.h"
#include "program.h"
#include "translations/translations.h"

#include <QApplication>
#include <QDir>
#include <QNetworkProxyFactory>

#include <cstdio>

using namespace partway;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("partway"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARTWAY_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Partway"));
    QGuiApplication::setDesktopFileName(QStringLiteral("partway"));
}

int answer(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    nameApplication();
    installTranslations(app);
    const QStringList arguments = QCoreApplication::arguments();
    const bool version =
        arguments.contains(QLatin1String("--version")) || arguments.contains(QLatin1String("-v"));
    const QString text = version ? QStringLiteral("partway " PARTWAY_VERSION "\n") : helpText();
    std::fputs(qPrintable(text), stdout);
    return 0;
}

int complain(const QString& words)
{
    std::fprintf(stderr, "partway: %s\n", qPrintable(words));
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    // The engine's threads come and go with connections: Qt's own dispatcher is cheaper than GLib's there.
    qputenv("QT_NO_THREADED_GLIB", "1");
    if (asksForHelpOrVersion(argc, argv))
        return answer(argc, argv);
    QApplication app(argc, argv);
    nameApplication();
    installLogging();
    installTranslations(app);
    const Result<Options> options = readOptions(QCoreApplication::arguments());
    if (!options)
        return complain(options.error().message);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    QApplication::setQuitOnLastWindowClosed(false); // the queue closes first

    const Folders folders = options->stateDir.isEmpty() ? standardFolders() : foldersIn(options->stateDir);
    QDir().mkpath(folders.state); // where that fails, opening the journal says why
    OneInstance instance(folders.state, options->handover);
    std::unique_ptr<Program> program;
    QObject::connect(&instance, &OneInstance::first, &app, [&] {
        program = std::make_unique<Program>(folders);
        QObject::connect(program.get(), &Program::ended, &app, &QCoreApplication::quit);
        program->start(options->handover, options->background);
    });
    QObject::connect(&instance, &OneInstance::received, &app,
                     [&](const Handover& handover) { program->take(handover); });
    QObject::connect(&instance, &OneInstance::handedOver, &app, [] { QCoreApplication::exit(0); });
    QObject::connect(&instance, &OneInstance::noAnswer, &app, [] {
        std::fputs("partway: another Partway works with this folder but does not answer\n", stderr);
        QCoreApplication::exit(1);
    });
    QMetaObject::invokeMethod(&instance, &OneInstance::start, Qt::QueuedConnection);
    const int status = app.exec();
    program.reset();
    return status;
}
