// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "format/errortext.h"
#include "verbs.h"

namespace partway {

namespace {

using Parser = Verb::Parser;
using Made = Verb::Made;

QString overview()
{
    QString text =
        QStringLiteral("Usage: partway-cli COMMAND [options]\n\n"
                       "Uploads large files to S3-compatible stores and goes on from what is stored.\n\n"
                       "Commands:\n");
    for (const Verb* verb : allVerbs())
        text += QStringLiteral("  %1 %2\n")
                    .arg(QStringLiteral("%1 %2").arg(QLatin1String(verb->name),
                                                     QString::fromUtf8(verb->operands)),
                         -40)
                    .arg(QLatin1String(verb->summary));
    text += QStringLiteral(
        "\n\"partway-cli COMMAND --help\" shows the options of a command; --version the version.\n"
        "Ends with 0: all done, 1: something failed, 2: wrong use, 3: paused, resumable, 4: sign-in "
        "needed or refused.\n");
    return text;
}

const Verb* findVerb(const QStringList& arguments)
{
    for (const Verb* verb : allVerbs()) {
        const QStringList words = QString::fromLatin1(verb->name).split(QLatin1Char(' '));
        if (arguments.mid(0, words.size()) == words)
            return verb;
    }
    return nullptr;
}

Complaint unknownCommand(const QStringList& arguments)
{
    const QString first = arguments.value(0);
    QStringList seconds;
    for (const Verb* verb : allVerbs()) {
        const QStringList words = QString::fromLatin1(verb->name).split(QLatin1Char(' '));
        if (words.first() == first)
            seconds.append(words.last());
    }
    const QString hint = QStringLiteral("\"partway-cli --help\" lists the commands.");
    if (arguments.isEmpty())
        return {.sentence = QStringLiteral("No command was given."), .hint = hint};
    if (!seconds.isEmpty())
        return {.sentence = QStringLiteral("\"%1\" wants to know what: %2.")
                                .arg(first, seconds.join(QStringLiteral(", "))),
                .hint = hint};
    if (first.startsWith(QLatin1Char('-')))
        return {.sentence = QStringLiteral("The command comes first, before %1.").arg(first), .hint = hint};
    return {.sentence = QStringLiteral("There is no command \"%1\".").arg(first), .hint = hint};
}

void describeCommon(Parser& parser, const Verb& verb)
{
    parser.setApplicationDescription(QString::fromUtf8(verb.summary));
    parser.addOptions({
        {QStringLiteral("state-dir"), QStringLiteral("Keep journal and accounts in this folder."),
         QStringLiteral("DIR")},
        {QStringLiteral("json"),
         QStringLiteral("Print one JSON object per line, and nothing else, on standard output.")},
        {QStringLiteral("quiet"), QStringLiteral("Print only what went wrong.")},
        {QStringLiteral("codes-stdin"),
         QStringLiteral("Read codes of an MFA device from standard input, a line each, instead of asking.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
    });
    verb.describe(parser);
}

QString helpOf(const Verb& verb, const Parser& parser)
{
    // Qt's text begins with a usage line of its own, which names the program's path and not the command.
    const QString options = parser.helpText().section(QStringLiteral("\n\n"), 1);
    return QStringLiteral("Usage: partway-cli %1 %2 [options]\n\n%3")
        .arg(QLatin1String(verb.name), QString::fromUtf8(verb.operands), options);
}

Console::Style styleOf(const Parser& parser)
{
    if (parser.isSet(QStringLiteral("json")))
        return Console::Style::Json;
    return parser.isSet(QStringLiteral("quiet")) ? Console::Style::Quiet : Console::Style::Plain;
}

std::variant<Job, Answer, Complaint> makeJob(const Verb& verb, const Parser& parser)
{
    Job job;
    job.console = std::make_unique<Console>(styleOf(parser));
    const QString folder = parser.value(QStringLiteral("state-dir"));
    if (parser.isSet(QStringLiteral("state-dir")) && folder.isEmpty())
        return Complaint{.sentence = QStringLiteral("--state-dir wants a folder.")};
    job.workplace = std::make_unique<Workplace>(folder.isEmpty() ? standardFolders() : foldersIn(folder));
    if (const Result<void> loaded = job.workplace->accounts().load(); !loaded) {
        return Complaint{.sentence = errorLine(loaded.error()), .code = ExitCode::Failed};
    }
    Made made = verb.make(parser, *job.workplace, *job.console);
    if (const Complaint* complaint = complaintOf(made))
        return *complaint;
    job.workplace->askOn(*job.console, parser.isSet(QStringLiteral("codes-stdin")));
    job.command = std::move(std::get<std::unique_ptr<Command>>(made));
    return job;
}

} // namespace

std::variant<Job, Answer, Complaint> readCommandLine(const QStringList& arguments)
{
    const QString first = arguments.value(0);
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help"))
        return Answer{overview()};
    if (first == QLatin1String("--version"))
        return Answer{QStringLiteral("partway-cli " PARTWAY_VERSION "\n")};
    const Verb* verb = findVerb(arguments);
    if (!verb)
        return unknownCommand(arguments);

    Parser parser;
    describeCommon(parser, *verb);
    const qsizetype words = QLatin1String(verb->name).count(QLatin1Char(' ')) + 1;
    const bool understood = parser.parse(QStringList{QStringLiteral("partway-cli")} + arguments.mid(words));
    if (parser.isSet(QStringLiteral("help")))
        return Answer{helpOf(*verb, parser)};
    if (!understood)
        return Complaint{.sentence = parser.errorText(),
                         .hint = QStringLiteral("\"partway-cli %1 --help\" lists the options.")
                                     .arg(QLatin1String(verb->name))};
    return makeJob(*verb, parser);
}

} // namespace partway
