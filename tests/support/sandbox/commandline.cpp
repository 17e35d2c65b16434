// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/commandline.h"

#include "support/sandbox/faultactions.h"

#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

namespace partway::sandbox {
namespace {

QCommandLineOption option(const char* name, const char* words, const char* value = "")
{
    return QCommandLineOption(QLatin1String(name), QLatin1String(words), QLatin1String(value));
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "A small, strict S3 store on 127.0.0.1 for tests and first steps. Objects are real files "
        "under the root folder."));
    parser.addOptions({
        option("root", "Folder that holds everything; made when missing.", "DIR"),
        option("port", "Port for http; a free one without it.", "N"),
        option("tls", "Serve https too, with a certificate of its own (CA_FILE)."),
        option("tls-port", "Port for https; the one behind --port, or a free one.", "N"),
        option("fault", "Something that shall go wrong (see below); may be given several times.", "RULE"),
        option("access-key", "Use this key instead of the one kept in DIR/keys.", "K"),
        option("secret-key", "Its secret.", "S"),
        option("session-token", "Demand this session token with every request.", "T"),
        option("region", "Region to insist on (us-east-1).", "R"),
        option("bucket", "Bucket that is there from the start (sandbox).", "B"),
        option("min-part", "Smallest part but the last (5M); smaller ones make many parts cheap.", "SIZE"),
        option("max-parts", "Most parts of an upload (10000).", "N"),
        option("etags", "md5, or opaque: random ones, as stores with encryption give; spares the MD5.",
               "KIND"),
        option("tags", "kept; or with a new object unknown to the store, or denied to everybody.", "KIND"),
        option("session-ms", "How long sessions of directory buckets (NAME--ZONE--x-s3) last (300000).", "N"),
        option("print-keys", "Print temporary keys that last so long, as a credential_process does, and end.",
               "MS"),
        option("log", "A line for each request on standard error."),
        option("exit-with-parent", "End when standard input closes."),
        option("where", "Print the file that holds an object, and end.", "BUCKET/KEY"),
    });
}

Error wrong(const QString& words)
{
    return Error{.code = QStringLiteral("usage"), .message = words};
}

Result<quint16> portOf(const QCommandLineParser& parser, const QString& name)
{
    bool ok = true;
    const ushort port = parser.isSet(name) ? parser.value(name).toUShort(&ok) : ushort(0);
    if (!ok)
        return wrong(QStringLiteral("--%1 takes a port number").arg(name));
    return quint16(port);
}

Result<void> readPorts(Settings& settings, const QCommandLineParser& parser)
{
    const Result<quint16> port = portOf(parser, QStringLiteral("port"));
    if (!port)
        return port.error();
    const Result<quint16> tlsPort = portOf(parser, QStringLiteral("tls-port"));
    if (!tlsPort)
        return tlsPort.error();
    settings.port = *port;
    settings.tlsPort = *tlsPort != 0 || *port == 0 ? *tlsPort : quint16(*port + 1);
    settings.tls = parser.isSet(QStringLiteral("tls")) || parser.isSet(QStringLiteral("tls-port"));
    return {};
}

Result<void> readTags(Limits& limits, const QCommandLineParser& parser)
{
    const QString kinds[]{QStringLiteral("kept"), QStringLiteral("unknown"), QStringLiteral("denied")};
    const QString kind =
        parser.isSet(QStringLiteral("tags")) ? parser.value(QStringLiteral("tags")) : kinds[0];
    const auto* found = std::find(std::begin(kinds), std::end(kinds), kind);
    if (found == std::end(kinds))
        return wrong(QStringLiteral("--tags takes kept, unknown or denied"));
    limits.tags = Limits::Tags(found - std::begin(kinds));
    return {};
}

Result<void> readLimits(Limits& limits, const QCommandLineParser& parser)
{
    if (parser.isSet(QStringLiteral("min-part"))) {
        const auto size = parseSize(parser.value(QStringLiteral("min-part")).toLatin1());
        if (!size)
            return wrong(QStringLiteral("--min-part takes a size, as 5M"));
        limits.minPart = *size;
    }
    if (parser.isSet(QStringLiteral("max-parts"))) {
        limits.maxParts = parser.value(QStringLiteral("max-parts")).toInt();
        if (limits.maxParts < 1)
            return wrong(QStringLiteral("--max-parts takes a number"));
    }
    if (parser.isSet(QStringLiteral("session-ms"))) {
        limits.session = std::chrono::milliseconds(parser.value(QStringLiteral("session-ms")).toLongLong());
        if (limits.session.count() < 1)
            return wrong(QStringLiteral("--session-ms takes a number"));
    }
    const QString etags =
        parser.isSet(QStringLiteral("etags")) ? parser.value(QStringLiteral("etags")) : QStringLiteral("md5");
    if (etags != QStringLiteral("md5") && etags != QStringLiteral("opaque"))
        return wrong(QStringLiteral("--etags takes md5 or opaque"));
    limits.md5Etags = etags == QStringLiteral("md5");
    return readTags(limits, parser);
}

void readKeys(Settings& settings, const QCommandLineParser& parser)
{
    settings.accessKey = parser.value(QStringLiteral("access-key")).toLatin1();
    settings.secretKey = Secret(parser.value(QStringLiteral("secret-key")).toLatin1());
    settings.sessionToken = Secret(parser.value(QStringLiteral("session-token")).toLatin1());
    if (parser.isSet(QStringLiteral("region")))
        settings.region = parser.value(QStringLiteral("region")).toLatin1();
    if (parser.isSet(QStringLiteral("bucket")))
        settings.bucket = parser.value(QStringLiteral("bucket")).toLatin1();
}

Result<void> readWhere(CommandLine& line, const QCommandLineParser& parser)
{
    if (!parser.isSet(QStringLiteral("where")))
        return {};
    const QByteArray place = parser.value(QStringLiteral("where")).toUtf8();
    const qsizetype slash = place.indexOf('/');
    if (slash < 1 || slash + 1 == place.size())
        return wrong(QStringLiteral("--where takes BUCKET/KEY"));
    line.whereBucket = place.left(slash);
    line.whereKey = place.mid(slash + 1);
    return {};
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help)) {
        std::printf("%s\n%s\n", parser.helpText().toUtf8().constData(), faultHelp().toUtf8().constData());
        std::exit(0);
    }
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    CommandLine line;
    line.settings.root = parser.value(QStringLiteral("root"));
    if (line.settings.root.isEmpty())
        return wrong(QStringLiteral("--root DIR is needed; --help says more"));
    line.settings.faults = parser.values(QStringLiteral("fault"));
    line.settings.log = parser.isSet(QStringLiteral("log"));
    line.exitWithParent = parser.isSet(QStringLiteral("exit-with-parent"));
    line.printKeys = std::chrono::milliseconds(parser.value(QStringLiteral("print-keys")).toLongLong());
    readKeys(line.settings, parser);
    if (line.settings.accessKey.isEmpty() != line.settings.secretKey.isEmpty())
        return wrong(QStringLiteral("--access-key and --secret-key go together"));
    for (const Result<void>& read : {readPorts(line.settings, parser),
                                     readLimits(line.settings.limits, parser), readWhere(line, parser)}) {
        if (!read)
            return read.error();
    }
    return line;
}

} // namespace partway::sandbox
