// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectverbs.h"

#include "copycommand.h"
#include "deletecommand.h"
#include "lscommand.h"
#include "presigncommand.h"

namespace partway {

namespace {

using Parser = Verb::Parser;
using Made = Verb::Made;

Made makeCopy(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<CopyOptions> options = copyOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const auto& wanted = std::get<CopyOptions>(options);
    const OrComplaint<Account> to = accountFor(wanted.store, workplace);
    if (const Complaint* complaint = complaintOf(to))
        return *complaint;
    const OrComplaint<Account> from =
        wanted.fromAccount.isEmpty() ? to : accountFor(StoreChoice{.account = wanted.fromAccount}, workplace);
    if (const Complaint* complaint = complaintOf(from))
        return *complaint;
    return std::make_unique<CopyCommand>(workplace, console, std::get<Account>(from), std::get<Account>(to),
                                         wanted);
}

// Of a command that asks one store.
template <typename Kind, typename Options, OrComplaint<Options> (*optionsOf)(const Parser&)>
Made makeOfOptions(const Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<Options> options = optionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const OrComplaint<Account> account = accountFor(std::get<Options>(options).store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<Kind>(workplace, console, std::get<Account>(account), std::get<Options>(options));
}

} // namespace

const QList<Verb>& objectVerbs()
{
    static const QList<Verb> verbs{
        {"copy", "s3://BUCKET/KEY s3://BUCKET/KEY",
         "Copy an object, or a folder, on the server; parts, pause and resume as for files.", describeCopy,
         makeCopy},
        {"ls", "s3://[BUCKET[/PREFIX]]", "List buckets, or what is in one.", describeLs,
         makeOfOptions<LsCommand, LsOptions, lsOptionsOf>},
        {"presign", "s3://BUCKET/KEY", "Make a link with which anyone can read an object for a while.",
         describePresign, makeOfOptions<PresignCommand, PresignOptions, presignOptionsOf>},
        {"delete", "s3://BUCKET/KEY…", "Delete objects, after asking.", describeDelete,
         makeOfOptions<DeleteCommand, DeleteOptions, deleteOptionsOf>},
    };
    return verbs;
}

} // namespace partway
