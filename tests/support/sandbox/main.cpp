// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/commandline.h"
#include "support/sandbox/sandbox.h"
#include "support/sandbox/shutdown.h"
#include "support/sandbox/temporarykeys.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace partway;
using namespace partway::sandbox;

namespace {

void print(const char* name, const QString& value)
{
    std::printf("%s=%s\n", name, value.toUtf8().constData());
}

void printFacts(const Sandbox& sandbox)
{
    const Settings& settings = sandbox.settings();
    print("SERVER", QStringLiteral("sandbox"));
    print("ENDPOINT", sandbox.endpoint());
    if (settings.tls) {
        print("ENDPOINT_TLS", sandbox.tlsEndpoint());
        print("CA_FILE", sandbox.caFile());
    }
    print("VHOST_DOMAIN", QString::fromLatin1(virtualHostDomain));
    print("REGION", QString::fromLatin1(settings.region));
    print("ACCESS_KEY", QString::fromLatin1(settings.accessKey));
    print("SECRET_KEY", QString::fromLatin1(settings.secretKey.reveal()));
    print("ROOT", settings.root);
    print("BUCKET", QString::fromLatin1(settings.bucket));
    print("CONTROL", sandbox.controlUrl());
    std::fflush(stdout);
}

int fail(const QString& words)
{
    std::fprintf(stderr, "partway-sandbox: %s\n", words.toUtf8().constData());
    return 1;
}

// {"Version": 1, …}: what a credential_process prints.
int printKeys(Sandbox& sandbox, const CommandLine& line)
{
    const Result<Keys> lasting = sandbox.keysOnly(line.settings);
    if (!lasting)
        return fail(lasting.error().message);
    const Credentials keys =
        makeTemporaryKeys(*lasting, "*", QDateTime::currentDateTimeUtc().addMSecs(line.printKeys.count()));
    const QJsonObject json{
        {QStringLiteral("Version"), 1},
        {QStringLiteral("AccessKeyId"), QString::fromLatin1(keys.accessKeyId)},
        {QStringLiteral("SecretAccessKey"), QString::fromLatin1(keys.secretKey.reveal())},
        {QStringLiteral("SessionToken"), QString::fromLatin1(keys.sessionToken.reveal())},
        {QStringLiteral("Expiration"), keys.expiresAt.toUTC().toString(Qt::ISODateWithMs)}};
    std::printf("%s", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_NO_THREADED_GLIB",
            "1"); // threads come and go with connections: the plain dispatcher is cheaper
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("partway-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARTWAY_VERSION));
    const Result<CommandLine> line = readCommandLine(app.arguments());
    if (!line)
        return fail(line.error().message);
    if (!line->whereKey.isEmpty()) {
        print("FILE", Sandbox::fileOf(line->settings.root, line->whereBucket, line->whereKey));
        return 0;
    }
    Sandbox sandbox;
    if (line->printKeys.count() > 0)
        return printKeys(sandbox, *line);
    const Result<void> started = sandbox.start(line->settings);
    if (!started)
        return fail(started.error().message);
    quitOnSignals();
    if (line->exitWithParent)
        quitWhenInputCloses();
    printFacts(sandbox);
    const int status = app.exec();
    sandbox.stop();
    return status;
}
