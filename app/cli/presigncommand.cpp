// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presigncommand.h"

#include "operands.h"

namespace partway {

namespace {

constexpr std::chrono::hours longest{7 * 24}; // of Signature V4

} // namespace

void describePresign(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    parser.addOptions({
        {QStringLiteral("expires"),
         QStringLiteral("How long the link works, such as 15m, 12h or 7d, which is the longest (1h)."),
         QStringLiteral("TIME")},
        {QStringLiteral("version-id"), QStringLiteral("This version of the object, not the current one."),
         QStringLiteral("ID")},
    });
}

OrComplaint<PresignOptions> presignOptionsOf(const QCommandLineParser& parser)
{
    const QStringList operands = parser.positionalArguments();
    const QString hint = QStringLiteral("For example: s3://BUCKET/KEY.");
    if (operands.size() != 1)
        return Complaint{.sentence = QStringLiteral("Name one object."), .hint = hint};
    const OrComplaint<S3Url> object = objectOperand(operands.first(), hint);
    if (const Complaint* complaint = complaintOf(object))
        return *complaint;
    PresignOptions options{.store = storeChoiceOf(parser),
                           .object = std::get<S3Url>(object),
                           .versionId = parser.value(QStringLiteral("version-id"))};
    if (!parser.isSet(QStringLiteral("expires")))
        return options;
    const QString text = parser.value(QStringLiteral("expires"));
    const std::optional<std::chrono::seconds> expires = durationFromText(text);
    if (!expires || expires->count() < 1 || *expires > longest)
        return Complaint{.sentence = QStringLiteral("--expires does not understand \"%1\".").arg(text),
                         .hint = QStringLiteral("From 1s to 7d, for example: 15m, 12h.")};
    options.expires = *expires;
    return options;
}

// A link to nothing is none, and the look teaches the bucket's region.
void PresignCommand::opened()
{
    const HeadObjectInput input{m_options.object.bucket, m_options.object.rest.toUtf8(), ChecksumMode::None,
                                m_options.versionId};
    store()->headObject(input, [this, input](const Result<ObjectInfo>& info) {
        if (!info) {
            fail(info.error());
            return;
        }
        const Result<QByteArray> link =
            store()->presignedLink(input.bucket, input.key, input.versionId, int(m_options.expires.count()));
        if (link)
            show(*link);
        else
            fail(link.error());
    });
}

void PresignCommand::show(const QByteArray& link)
{
    const QDateTime end = workplace().clock().now().addSecs(m_options.expires.count()).toUTC();
    console().give(link);
    console().note(
        QStringLiteral("Whoever has the link can read the object until %1, or until the keys that signed "
                       "it end.")
            .arg(end.toString(Qt::ISODate)));
    console().event({{QStringLiteral("event"), QStringLiteral("link")},
                     {QStringLiteral("bucket"), m_options.object.bucket},
                     {QStringLiteral("key"), m_options.object.rest},
                     {QStringLiteral("versionId"), m_options.versionId},
                     {QStringLiteral("url"), QString::fromLatin1(link)},
                     {QStringLiteral("expiresAt"), end.toString(Qt::ISODate)}});
    finish(ExitCode::Done);
}

} // namespace partway
