// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectverbs.h"

#include "copycommand.h"
#include "deletecommand.h"
#include "lscommand.h"
#include "makeverb.h"
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

} // namespace

const QList<Verb>& objectVerbs()
{
    static const QList<Verb> verbs{
        {"copy", "s3://BUCKET/KEY s3://BUCKET/KEY",
         "Copy an object, or a folder, on the server; parts, pause and resume as for files.", describeCopy,
         makeCopy},
        {"ls", "s3://[BUCKET[/PREFIX]]", "List buckets, or what is in one.", describeLs,
         makeStoreCommand<LsCommand, LsOptions, lsOptionsOf>},
        {"presign", "s3://BUCKET/KEY", "Make a link with which anyone can read an object for a while.",
         describePresign, makeStoreCommand<PresignCommand, PresignOptions, presignOptionsOf>},
        {"delete", "s3://BUCKET/KEY…", "Delete objects, after asking.", describeDelete,
         makeStoreCommand<DeleteCommand, DeleteOptions, deleteOptionsOf>},
    };
    return verbs;
}

} // namespace partway
