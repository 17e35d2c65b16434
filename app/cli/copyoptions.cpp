// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copyoptions.h"

#include "operands.h"

namespace partway {

namespace {

const QString example =
    QStringLiteral("For example: partway-cli copy s3://BUCKET/KEY s3://OTHER/FOLDER/, or a whole folder: "
                   "partway-cli copy s3://BUCKET/FOLDER/ s3://OTHER/FOLDER/");

Complaint wrongUse(const QString& sentence, const QString& hint)
{
    return {.sentence = sentence, .hint = hint};
}

std::optional<Complaint> checkCarried(const QCommandLineParser& parser, const CopyOptions& options)
{
    if (options.metadataReplace)
        return std::nullopt;
    for (const char* name : {"metadata", "tag", "content-type"}) {
        if (parser.isSet(QLatin1String(name)))
            return wrongUse(QStringLiteral("--%1 goes with --metadata-replace.").arg(QLatin1String(name)),
                            QStringLiteral("A copy carries either what its source does, or only what you "
                                           "say."));
    }
    return std::nullopt;
}

} // namespace

QByteArray CopyOptions::keyFor(const QByteArray& sourceKey) const
{
    const QByteArray target = to.rest.toUtf8();
    if (isFolder())
        return target + sourceKey.mid(from.rest.toUtf8().size());
    if (target.isEmpty() || target.endsWith('/'))
        return target + sourceKey.mid(sourceKey.lastIndexOf('/') + 1);
    return target;
}

void describeCopy(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    describeDriveOptions(parser);
    describeWishes(parser);
    parser.addOptions({
        {QStringLiteral("from-account"), QStringLiteral("The account of the source, if it is another one."),
         QStringLiteral("NAME")},
        {QStringLiteral("metadata-replace"),
         QStringLiteral(
             "Carry only what --metadata, --tag and --content-type say, not what the source does.")},
        {QStringLiteral("through-this-computer"),
         QStringLiteral("Read the source and send it, where the store cannot copy by itself.")},
        {QStringLiteral("dry-run"), QStringLiteral("Print what would be copied, and copy nothing.")},
    });
}

OrComplaint<CopyOptions> copyOptionsOf(const QCommandLineParser& parser)
{
    const QStringList operands = parser.positionalArguments();
    if (operands.size() != 2)
        return wrongUse(QStringLiteral("Name the source and the destination, in this order."), example);
    const OrComplaint<S3Url> from = bucketOperand(operands.first(), example);
    const OrComplaint<S3Url> to = bucketOperand(operands.last(), example);
    for (const OrComplaint<S3Url>* place : {&from, &to}) {
        if (const Complaint* complaint = complaintOf(*place))
            return *complaint;
    }
    const OrComplaint<DriveOptions> drive = driveOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(drive))
        return *complaint;
    const OrComplaint<AddRequest> wishes = wishesOf(parser);
    if (const Complaint* complaint = complaintOf(wishes))
        return *complaint;
    CopyOptions options{.store = storeChoiceOf(parser),
                        .fromAccount = parser.value(QStringLiteral("from-account")),
                        .from = std::get<S3Url>(from),
                        .to = std::get<S3Url>(to),
                        .wishes = std::get<AddRequest>(wishes),
                        .drive = std::get<DriveOptions>(drive),
                        .metadataReplace = parser.isSet(QStringLiteral("metadata-replace")),
                        .throughHere = parser.isSet(QStringLiteral("through-this-computer")),
                        .dryRun = parser.isSet(QStringLiteral("dry-run"))};
    if (const std::optional<Complaint> complaint = checkCarried(parser, options))
        return *complaint;
    if (options.isFolder() && !options.to.rest.isEmpty() && !options.to.rest.endsWith(u'/'))
        options.to.rest += u'/';
    return options;
}

} // namespace partway
