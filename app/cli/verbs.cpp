// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include "accountcommand.h"
#include "accountimportcommand.h"
#include "accountshowcommand.h"
#include "adoptcommand.h"
#include "changecommand.h"
#include "doctorcommand.h"
#include "incompletecommand.h"
#include "lifecyclecommand.h"
#include "makeverb.h"
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

template <bool idsWanted>
OrComplaint<ResumeOptions> resumeOptions(const Parser& parser)
{
    return resumeOptionsOf(parser, idsWanted);
}

OrComplaint<QList<TransferId>> idsToShow(const Parser& parser)
{
    return idsOf(parser.positionalArguments(), false);
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
OrComplaint<IncompleteOptions> incompleteOptions(const Parser& parser)
{
    return incompleteOptionsOf(parser, task);
}

template <IncompleteTask task>
constexpr auto makeIncomplete =
    makeStoreCommand<IncompleteCommand, IncompleteOptions, incompleteOptions<task>>;

template <LifecycleTask task>
OrComplaint<LifecycleOptions> lifecycleOptions(const Parser& parser)
{
    return lifecycleOptionsOf(parser, task);
}

template <LifecycleTask task>
constexpr auto makeLifecycle = makeStoreCommand<LifecycleCommand, LifecycleOptions, lifecycleOptions<task>>;

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

// Commands that only read or change the journal take the options of a store, too: one set of arguments serves
// a whole script.
constexpr auto verbs = std::to_array<Verb>({
    {"upload", "PATH…", "Upload files and folders, or - for standard input.", describeUpload, makeUpload},
    {"resume", "[ID…]", "Go on with everything unfinished, or with those.", describeResumeOptions,
     makeCommand<ResumeCommand, resumeOptions<false>>},
    {"status", "[ID…]", "Show the queue and its history, or everything about those.", describeStoreOptions,
     makeCommand<StatusCommand, idsToShow>},
    {"pause", "ID…", "Stop; what is stored stays.", describeStoreOptions, makeChange<Change::Pause>},
    {"abort", "ID…", "Stop, and delete on the store what was sent.", describeStoreOptions,
     makeChange<Change::Abort>},
    {"retry", "ID…", "Try again what failed or waits for a decision.", describeRetryOptions,
     makeCommand<ResumeCommand, resumeOptions<true>>},
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
     "Finish an upload that any program began, from a local file.", describeAdopt,
     makeStoreCommand<AdoptCommand, AdoptOptions, adoptOptionsOf>},
    {"lifecycle show", "s3://BUCKET", "Show the rules that clean up incomplete uploads.",
     describeLifecycleShow, makeLifecycle<LifecycleTask::Show>},
    {"lifecycle set", "s3://BUCKET", "Have the store abort old incomplete uploads by itself.",
     describeLifecycleSet, makeLifecycle<LifecycleTask::Set>},
    {"lifecycle remove", "s3://BUCKET", "Take Partway's clean-up rule away.", describeLifecycleRemove,
     makeLifecycle<LifecycleTask::Remove>},
    {"verify", "RECEIPT [FILE]", "Check a file and its object against a receipt.", describeVerify,
     makeCommand<VerifyCommand, verifyOptionsOf>},
    {"ticket export", "ID FILE", "Write a ticket with which another computer goes on.", describeStoreOptions,
     makeTicketExport},
    {"ticket import", "TICKET", "Go on with the transfer of a ticket.", describeTicketImport,
     makeTicketImport},
    {"ticket offer", "FILE", "Write a ticket with which somebody without keys sends one file.",
     describeTicketOffer, makeStoreCommand<TicketOfferCommand, TicketOfferOptions, ticketOfferOptionsOf>},
    {"ticket use", "TICKET FILE", "Send a file with such a ticket.", describeTicketUse,
     makeCommand<TicketUseCommand, ticketUseOptionsOf>},
    {"doctor", "[s3://BUCKET[/PREFIX]]", "Test the connection to a store, step by step.", describeDoctor,
     makeDoctor},
    {"account list", "", "List accounts.", describeNothing, makeAccountList},
    {"account add", "NAME", "Add an account; its secret goes to the keychain.", describeAccountAdd,
     makeCommand<AccountAddCommand, accountAddOptionsOf>},
    {"account show", "NAME", "Show everything about an account but its secret.", describeNothing,
     makeAccountShow},
    {"account rename", "NAME NEW", "Give an account another name.", describeNothing, makeAccountRename},
    {"account export", "[NAME…]", "Print accounts as JSON, without secrets.", describeNothing,
     makeAccountExport},
    {"account import-aws", "[PROFILE…]", "Add accounts for the profiles of the AWS files.",
     describeAccountImport, makeCommand<AccountImportCommand, accountImportOptionsOf>},
    {"account remove", "NAME", "Remove an account and its secret.", describeNothing,
     makeCommand<AccountRemoveCommand, accountToRemove>},
});

} // namespace

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

} // namespace partway
