// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incompleteoptions.h"

namespace partway {

namespace {

Complaint wrongUse(const QString& sentence, const QString& hint = {})
{
    return {.sentence = sentence, .hint = hint};
}

OrComplaint<S3Url> placeOf(const QStringList& arguments, bool aborting)
{
    const QString examples =
        aborting ? QStringLiteral("s3://BUCKET or s3://BUCKET/PREFIX")
                 : QStringLiteral("s3://BUCKET, s3://BUCKET/PREFIX, or s3:// for every bucket");
    if (arguments.size() != 1)
        return wrongUse(QStringLiteral("Name one place."), QStringLiteral("For example: %1.").arg(examples));
    const std::optional<S3Url> place = s3UrlFromText(arguments.first());
    if (!place || (aborting && place->bucket.isEmpty()))
        return wrongUse(QStringLiteral("\"%1\" is not a place on a store.").arg(arguments.first()),
                        QStringLiteral("For example: %1.").arg(examples));
    return *place;
}

} // namespace

void describeIncompleteList(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
}

void describeIncompleteAbort(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    parser.addOptions({
        {QStringLiteral("upload-id"), QStringLiteral("Abort the upload of this id."), QStringLiteral("ID")},
        {QStringLiteral("older-than"),
         QStringLiteral("Abort uploads begun longer ago than this, such as 7d."), QStringLiteral("TIME")},
        {QStringLiteral("dry-run"), QStringLiteral("Print what would be aborted, and abort nothing.")},
    });
}

OrComplaint<IncompleteOptions> incompleteOptionsOf(const QCommandLineParser& parser, bool aborting)
{
    const OrComplaint<S3Url> place = placeOf(parser.positionalArguments(), aborting);
    if (const Complaint* complaint = complaintOf(place))
        return *complaint;
    IncompleteOptions options{.store = storeChoiceOf(parser), .place = std::get<S3Url>(place)};
    if (!aborting)
        return options;
    options.uploadId = parser.value(QStringLiteral("upload-id"));
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    const QString age = parser.value(QStringLiteral("older-than"));
    if (options.uploadId.isEmpty() == age.isEmpty())
        return wrongUse(QStringLiteral("Say which to abort: either --upload-id ID or --older-than TIME."));
    if (age.isEmpty())
        return options;
    options.olderThan = durationFromText(age);
    if (!options.olderThan)
        return wrongUse(QStringLiteral("--older-than does not understand \"%1\".").arg(age),
                        QStringLiteral("For example: 7d, 12h, 30m."));
    return options;
}

} // namespace partway
