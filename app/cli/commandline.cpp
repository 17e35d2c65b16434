// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "accountcommand.h"
#include "accountimportcommand.h"
#include "accountshowcommand.h"
#include "adoptcommand.h"
#include "changecommand.h"
#include "doctorcommand.h"
#include "format/errortext.h"
#include "incompletecommand.h"
#include "lifecyclecommand.h"
#include "objectverbs.h"
#include "plancommand.h"
#include "resumecommand.h"
#include "sendcommand.h"
#include "statuscommand.h"
#include "ticketcommand.h"
#include "uploadticketcommand.h"
#include "verifycommand.h"

#include <array>

namespace partway {

namespace {

using Parser = Verb::Parser;
using Made = Verb::Made;

void describeNothing(Parser&) {}

void describeUpload(Parser& parser)
{
    describeUploadOptions(parser);
    describeStoreOptions(parser);
    describeDriveOptions(parser);
}

Made makeUpload(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<UploadOptions> read = uploadOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(read))
        return *complaint;
    const UploadOptions& options = std::get<UploadOptions>(read);
    const OrComplaint<Account> account = accountFor(options.store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    const OrComplaint<AddRequest> request = requestFor(options, std::get<Account>(account));
    if (const Complaint* complaint = complaintOf(request))
        return *complaint;
    if (options.dryRun)
        return std::make_unique<PlanCommand>(console, std::get<Account>(account),
                                             std::get<AddRequest>(request));
    return std::make_unique<SendCommand>(workplace, console, std::get<Account>(account),
                                         std::get<AddRequest>(request), options.drive);
}

Made makeResumeOrRetry(const Parser& parser, Workplace& workplace, Console& console, bool idsWanted)
{
    const OrComplaint<ResumeOptions> options = resumeOptionsOf(parser, idsWanted);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    return std::make_unique<ResumeCommand>(workplace, console, std::get<ResumeOptions>(options));
}

Made makeResume(const Parser& parser, Workplace& workplace, Console& console)
{
    return makeResumeOrRetry(parser, workplace, console, false);
}

Made makeRetry(const Parser& parser, Workplace& workplace, Console& console)
{
    return makeResumeOrRetry(parser, workplace, console, true);
}

Made makeStatus(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<QList<TransferId>> ids = idsOf(parser.positionalArguments(), false);
    if (const Complaint* complaint = complaintOf(ids))
        return *complaint;
    return std::make_unique<StatusCommand>(workplace, console, std::get<QList<TransferId>>(ids));
}

template <Change change>
Made makeChange(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<QList<TransferId>> ids = idsOf(parser.positionalArguments(), true);
    if (const Complaint* complaint = complaintOf(ids))
        return *complaint;
    return std::make_unique<ChangeCommand>(workplace, console, change, std::get<QList<TransferId>>(ids));
}

template <IncompleteTask task>
Made makeIncomplete(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<IncompleteOptions> options = incompleteOptionsOf(parser, task);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const OrComplaint<Account> account = accountFor(std::get<IncompleteOptions>(options).store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<IncompleteCommand>(workplace, console, std::get<Account>(account),
                                               std::get<IncompleteOptions>(options));
}

template <LifecycleTask task>
Made makeLifecycle(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<LifecycleOptions> options = lifecycleOptionsOf(parser, task);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const OrComplaint<Account> account = accountFor(std::get<LifecycleOptions>(options).store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<LifecycleCommand>(workplace, console, std::get<Account>(account),
                                              std::get<LifecycleOptions>(options));
}

Made makeVerify(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<VerifyOptions> options = verifyOptionsOf(parser, workplace.accounts());
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    return std::make_unique<VerifyCommand>(workplace, console, std::get<VerifyOptions>(options));
}

Made makeAdopt(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<AdoptOptions> options = adoptOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const OrComplaint<Account> account = accountFor(std::get<AdoptOptions>(options).store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<AdoptCommand>(workplace, console, std::get<Account>(account),
                                          std::get<AdoptOptions>(options));
}

Made makeTicketExport(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<QPair<TransferId, QString>> options = ticketExportOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const auto& [id, path] = std::get<QPair<TransferId, QString>>(options);
    return std::make_unique<TicketExportCommand>(workplace, console, id, path);
}

// A ticket says where it goes; keys are only shown to a store that the person named, or has an account for.
Made makeTicketImport(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<TicketImportOptions> options = ticketImportOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const auto& wanted = std::get<TicketImportOptions>(options);
    const OrComplaint<ResumeTicket> ticket = readTicket(wanted.ticket);
    if (const Complaint* complaint = complaintOf(ticket))
        return *complaint;
    const QString endpoint = std::get<ResumeTicket>(ticket).endpoint;
    const OrComplaint<Account> account = accountFor(wanted.store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    const QString ours = std::get<Account>(account).endpoint;
    const bool named = !wanted.store.account.isEmpty() || !wanted.store.endpoint.isEmpty();
    if (!named && Endpoint::parse(ours)->text() != Endpoint::parse(endpoint)->text())
        return Complaint{.sentence =
                             QStringLiteral("The ticket is for %1, the account for %2.").arg(endpoint, ours),
                         .hint = QStringLiteral("Say which store: --endpoint URL or --account NAME.")};
    return std::make_unique<TicketImportCommand>(workplace, console, std::get<Account>(account),
                                                 std::get<ResumeTicket>(ticket), wanted);
}

Made makeTicketOffer(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<TicketOfferOptions> options = ticketOfferOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const OrComplaint<Account> account = accountFor(std::get<TicketOfferOptions>(options).store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<TicketOfferCommand>(workplace, console, std::get<Account>(account),
                                                std::get<TicketOfferOptions>(options));
}

Made makeTicketUse(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<TicketUseOptions> options = ticketUseOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    return std::make_unique<TicketUseCommand>(workplace, console, std::get<TicketUseOptions>(options));
}

Made makeDoctor(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<DoctorOptions> options = doctorOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const OrComplaint<Account> account = accountFor(std::get<DoctorOptions>(options).store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<DoctorCommand>(workplace, console, std::get<Account>(account),
                                           std::get<DoctorOptions>(options).place);
}

Made makeAccountList(const Parser&, Workplace& workplace, Console& console)
{
    return std::make_unique<AccountListCommand>(workplace, console);
}

Made makeAccountAdd(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<AccountAddOptions> options = accountAddOptionsOf(parser, workplace.accounts());
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    return std::make_unique<AccountAddCommand>(workplace, console, std::get<AccountAddOptions>(options));
}

Made makeAccountShow(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<Account> account = accountToShow(parser, workplace.accounts());
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<AccountShowCommand>(console, std::get<Account>(account));
}

Made makeAccountRename(const Parser& parser, Workplace& workplace, Console& console)
{
    const auto names = accountToRename(parser, workplace.accounts());
    if (const Complaint* complaint = complaintOf(names))
        return *complaint;
    const auto& [account, name] = std::get<QPair<Account, QString>>(names);
    return std::make_unique<AccountRenameCommand>(workplace, console, account, name);
}

Made makeAccountExport(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<QList<Account>> accounts = accountsToExport(parser, workplace.accounts());
    if (const Complaint* complaint = complaintOf(accounts))
        return *complaint;
    return std::make_unique<AccountExportCommand>(console, std::get<QList<Account>>(accounts));
}

Made makeAccountImport(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<AccountImportOptions> options = accountImportOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    return std::make_unique<AccountImportCommand>(workplace, console,
                                                  std::get<AccountImportOptions>(options));
}

Made makeAccountRemove(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<Account> account = accountToRemove(parser, workplace.accounts());
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<AccountRemoveCommand>(workplace, console, std::get<Account>(account));
}

// Commands that only read or change the journal take the options of a store, too: one set of arguments serves
// a whole script.
constexpr auto verbs = std::to_array<Verb>({
    {"upload", "PATH…", "Upload files and folders, or - for standard input.", describeUpload, makeUpload},
    {"resume", "[ID…]", "Go on with everything unfinished, or with those.", describeResumeOptions,
     makeResume},
    {"status", "[ID…]", "Show the queue and its history, or everything about those.", describeStoreOptions,
     makeStatus},
    {"pause", "ID…", "Stop; what is stored stays.", describeStoreOptions, makeChange<Change::Pause>},
    {"abort", "ID…", "Stop, and delete on the store what was sent.", describeStoreOptions,
     makeChange<Change::Abort>},
    {"retry", "ID…", "Try again what failed or waits for a decision.", describeRetryOptions, makeRetry},
    {"finish", "ID…", "What is followed or piped in is complete: send the rest and finish.",
     describeStoreOptions, makeChange<Change::Finish>},
    {"forget", "ID…", "Take ended transfers off the list.", describeStoreOptions, makeChange<Change::Forget>},
    {"incomplete list", "s3://BUCKET[/PREFIX]", "List uploads that nobody completed or aborted.",
     describeIncompleteList, makeIncomplete<IncompleteTask::List>},
    {"incomplete abort", "s3://BUCKET[/PREFIX]", "Abort such uploads.", describeIncompleteAbort,
     makeIncomplete<IncompleteTask::Abort>},
    {"incomplete retry", "", "Try again to abort what could not be aborted before.", describeIncompleteRetry,
     makeIncomplete<IncompleteTask::Retry>},
    {"incomplete adopt", "s3://BUCKET/KEY FILE",
     "Finish an upload that any program began, from a local file.", describeAdopt, makeAdopt},
    {"lifecycle show", "s3://BUCKET", "Show the rules that clean up incomplete uploads.",
     describeLifecycleShow, makeLifecycle<LifecycleTask::Show>},
    {"lifecycle set", "s3://BUCKET", "Have the store abort old incomplete uploads by itself.",
     describeLifecycleSet, makeLifecycle<LifecycleTask::Set>},
    {"lifecycle remove", "s3://BUCKET", "Take Partway's clean-up rule away.", describeLifecycleRemove,
     makeLifecycle<LifecycleTask::Remove>},
    {"verify", "RECEIPT [FILE]", "Check a file and its object against a receipt.", describeVerify,
     makeVerify},
    {"ticket export", "ID FILE", "Write a ticket with which another computer goes on.", describeStoreOptions,
     makeTicketExport},
    {"ticket import", "TICKET", "Go on with the transfer of a ticket.", describeTicketImport,
     makeTicketImport},
    {"ticket offer", "FILE", "Write a ticket with which somebody without keys sends one file.",
     describeTicketOffer, makeTicketOffer},
    {"ticket use", "TICKET FILE", "Send a file with such a ticket.", describeTicketUse, makeTicketUse},
    {"doctor", "[s3://BUCKET[/PREFIX]]", "Test the connection to a store, step by step.", describeDoctor,
     makeDoctor},
    {"account list", "", "List accounts.", describeNothing, makeAccountList},
    {"account add", "NAME", "Add an account; its secret goes to the keychain.", describeAccountAdd,
     makeAccountAdd},
    {"account show", "NAME", "Show everything about an account but its secret.", describeNothing,
     makeAccountShow},
    {"account rename", "NAME NEW", "Give an account another name.", describeNothing, makeAccountRename},
    {"account export", "[NAME…]", "Print accounts as JSON, without secrets.", describeNothing,
     makeAccountExport},
    {"account import-aws", "[PROFILE…]", "Add accounts for the profiles of the AWS files.",
     describeAccountImport, makeAccountImport},
    {"account remove", "NAME", "Remove an account and its secret.", describeNothing, makeAccountRemove},
});

// Those about objects stand behind those about uploads.
QList<const Verb*> allVerbs()
{
    QList<const Verb*> all;
    for (const Verb& verb : verbs) {
        if (verb.name == QLatin1String("lifecycle show")) {
            for (const Verb& other : objectVerbs())
                all.append(&other);
        }
        all.append(&verb);
    }
    return all;
}

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
