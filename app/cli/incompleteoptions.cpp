// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incompleteoptions.h"

#include "operands.h"

namespace partway {

namespace {

Complaint wrongUse(const QString& sentence, const QString& hint = {})
{
    return {.sentence = sentence, .hint = hint};
}

OrComplaint<S3Url> placeOf(const QStringList& arguments)
{
    const QString hint =
        QStringLiteral("For example: s3://BUCKET, s3://BUCKET/PREFIX, or s3:// for every bucket.");
    if (arguments.size() != 1)
        return wrongUse(QStringLiteral("Name one place."), hint);
    return placeOperand(arguments.first(), hint);
}

void describeFilters(QCommandLineParser& parser)
{
    parser.addOptions({
        {QStringLiteral("older-than"), QStringLiteral("Only uploads begun longer ago than this, such as 7d."),
         QStringLiteral("TIME")},
        {QStringLiteral("larger-than"),
         QStringLiteral("Only uploads that keep more bytes than this, such as 1GiB."),
         QStringLiteral("SIZE")},
        {QStringLiteral("prefix"), QStringLiteral("Only uploads whose key begins so."),
         QStringLiteral("PREFIX")},
        {QStringLiteral("initiator"),
         QStringLiteral("Only uploads whose initiator or owner has this in its name."),
         QStringLiteral("NAME")},
    });
}

// Fills in what the options say; a complaint where one makes no sense.
std::optional<Complaint> readFilter(const QCommandLineParser& parser, IncompleteFilter* filter)
{
    filter->prefix = parser.value(QStringLiteral("prefix")).toUtf8();
    filter->initiator = parser.value(QStringLiteral("initiator"));
    if (const QString age = parser.value(QStringLiteral("older-than"));
        parser.isSet(QStringLiteral("older-than"))) {
        filter->olderThan = durationFromText(age);
        if (!filter->olderThan)
            return wrongUse(QStringLiteral("--older-than does not understand \"%1\".").arg(age),
                            QStringLiteral("For example: 7d, 12h, 30m."));
    }
    if (const QString size = parser.value(QStringLiteral("larger-than"));
        parser.isSet(QStringLiteral("larger-than"))) {
        const std::optional<qint64> bytes = sizeFromText(size);
        if (!bytes)
            return wrongUse(QStringLiteral("--larger-than does not understand \"%1\".").arg(size),
                            QStringLiteral("For example: 500MiB, 1GiB."));
        filter->largerThan = *bytes;
    }
    return std::nullopt;
}

} // namespace

void describeIncompleteList(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    describeFilters(parser);
    parser.addOption({QStringLiteral("csv"), QStringLiteral("Print comma-separated values.")});
}

void describeIncompleteAbort(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    describeFilters(parser);
    parser.addOptions({
        {QStringLiteral("upload-id"), QStringLiteral("Abort the upload of this id."), QStringLiteral("ID")},
        {QStringLiteral("dry-run"), QStringLiteral("Print what would be aborted, and abort nothing.")},
        {QStringLiteral("force"),
         QStringLiteral("Also uploads that someone seems to be using, and those of this "
                        "computer's own list.")},
    });
}

void describeIncompleteRetry(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    parser.addOptions({
        {QStringLiteral("dry-run"), QStringLiteral("Print what is still to be aborted, and abort nothing.")},
        {QStringLiteral("forget"), QStringLiteral("Abort nothing; drop what is still to be aborted.")},
    });
}

OrComplaint<IncompleteOptions> incompleteOptionsOf(const QCommandLineParser& parser, IncompleteTask task)
{
    IncompleteOptions options{.task = task, .store = storeChoiceOf(parser)};
    if (task == IncompleteTask::Retry) {
        options.dryRun = parser.isSet(QStringLiteral("dry-run"));
        options.forget = parser.isSet(QStringLiteral("forget"));
        if (!parser.positionalArguments().isEmpty())
            return wrongUse(QStringLiteral("What is left of earlier aborts is tried again; name no place."));
        return options;
    }
    const OrComplaint<S3Url> place = placeOf(parser.positionalArguments());
    if (const Complaint* complaint = complaintOf(place))
        return *complaint;
    options.place = std::get<S3Url>(place);
    if (const std::optional<Complaint> complaint = readFilter(parser, &options.filter))
        return *complaint;
    if (task == IncompleteTask::List) {
        options.csv = parser.isSet(QStringLiteral("csv"));
        if (options.csv && parser.isSet(QStringLiteral("json")))
            return wrongUse(QStringLiteral("Either --csv or --json."));
        return options;
    }
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    options.force = parser.isSet(QStringLiteral("force"));
    options.filter.uploadId = parser.value(QStringLiteral("upload-id"));
    if (options.filter.isEmpty())
        return wrongUse(
            QStringLiteral("Say which to abort: --upload-id ID, --older-than TIME or another limit."));
    if (!options.filter.uploadId.isEmpty() && options.place.bucket.isEmpty())
        return wrongUse(QStringLiteral("An upload id belongs to a bucket: s3://BUCKET."));
    return options;
}

} // namespace partway
