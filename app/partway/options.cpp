// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "format/destinationtext.h"
#include "format/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstring>

namespace partway {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Options", text);
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        say(QT_TRANSLATE_NOOP("Options", "Uploads large files to S3-compatible stores, in a window.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("to"),
         say(QT_TRANSLATE_NOOP("Options", "Where the named files go; without it to what the window shows.")),
         QStringLiteral("s3://BUCKET/PREFIX")},
        {QStringLiteral("account"), say(QT_TRANSLATE_NOOP("Options", "The account to upload with.")),
         QStringLiteral("NAME")},
        {QStringLiteral("state-dir"),
         say(QT_TRANSLATE_NOOP("Options", "Keeps journal, receipts and accounts in this folder.")),
         QStringLiteral("DIR")},
        {QStringLiteral("background"),
         say(QT_TRANSLATE_NOOP("Options", "Starts in the tray, without a window."))},
        {QStringLiteral("sandbox"),
         say(QT_TRANSLATE_NOOP("Options", "Starts a store for trying things out, with an account for it."))},
    });
    parser.addPositionalArgument(QStringLiteral("path"),
                                 say(QT_TRANSLATE_NOOP("Options", "Files and folders to upload.")),
                                 QStringLiteral("[PATH...]"));
}

Error wrong(const QString& words)
{
    return Error{.kind = ErrorKind::Refused, .code = QStringLiteral("usage"), .message = words};
}

} // namespace

Result<Options> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    Options options;
    options.background = parser.isSet(QStringLiteral("background"));
    options.stateDir = parser.value(QStringLiteral("state-dir"));
    options.handover.to = parser.value(QStringLiteral("to"));
    options.handover.account = parser.value(QStringLiteral("account"));
    options.handover.sandbox = parser.isSet(QStringLiteral("sandbox"));
    if (parser.isSet(QStringLiteral("to"))) {
        const Result<Place> place = readPlace(options.handover.to);
        if (!place)
            return wrong(errorLine(place.error()));
    }
    const QStringList paths = parser.positionalArguments();
    for (const QString& path : paths) // the process that takes them may be in another folder
        options.handover.paths.append(QDir::cleanPath(QDir::current().absoluteFilePath(path)));
    return options;
}

bool asksForHelpOrVersion(int argc, char** argv)
{
    for (int i = 1; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
        for (const char* option : {"-h", "--help", "-v", "--version"}) {
            if (std::strcmp(argv[i], option) == 0)
                return true;
        }
    }
    return false;
}

QString helpText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

QByteArray writeHandover(const Handover& handover)
{
    const QJsonObject object{{QStringLiteral("paths"), QJsonArray::fromStringList(handover.paths)},
                             {QStringLiteral("to"), handover.to},
                             {QStringLiteral("account"), handover.account},
                             {QStringLiteral("sandbox"), handover.sandbox}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<Handover> readHandover(const QByteArray& line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return wrong(QStringLiteral("not a handover"));
    const QJsonObject object = document.object();
    Handover handover;
    const QJsonArray paths = object.value(QStringLiteral("paths")).toArray();
    for (const QJsonValue& path : paths)
        handover.paths.append(path.toString());
    handover.to = object.value(QStringLiteral("to")).toString();
    handover.account = object.value(QStringLiteral("account")).toString();
    handover.sandbox = object.value(QStringLiteral("sandbox")).toBool();
    return handover;
}

} // namespace partway
