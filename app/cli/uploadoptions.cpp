// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadoptions.h"

#include "format/destinationtext.h"
#include "format/errortext.h"
#include "values.h"

#include <QFileInfo>

namespace partway {

namespace {

constexpr int mostParallel = 64;
constexpr int mostTags = 10; // s3-reference §5.6

QString option(const char* name)
{
    return QString::fromLatin1(name);
}

Complaint wrongUse(const QString& sentence, const QString& hint = {})
{
    return {.sentence = sentence, .hint = hint};
}

// Reads one option after another and keeps the first complaint.
class Reader
{
public:
    explicit Reader(const QCommandLineParser& parser) : m_parser(parser) {}

    const std::optional<Complaint>& complaint() const { return m_complaint; }

    bool has(const char* name) const { return m_parser.isSet(option(name)); }
    QByteArray bytes(const char* name) const { return m_parser.value(option(name)).toUtf8(); }

    void refuse(const QString& sentence, const QString& hint = {})
    {
        if (!m_complaint)
            m_complaint = wrongUse(sentence, hint);
    }

    template <typename T, typename Read>
    void read(const char* name, T& value, Read fromText, const char* examples)
    {
        if (!has(name))
            return;
        const QString text = m_parser.value(option(name));
        if (const std::optional<T> good = fromText(text))
            value = *good;
        else
            refuse(QStringLiteral("--%1 does not understand \"%2\".").arg(option(name), text),
                   QStringLiteral("For example: %1.").arg(QLatin1String(examples)));
    }

    // name=value, as often as wanted; check says what is wrong with a pair, or nothing.
    template <typename Put>
    void readPairs(const char* name, Put put)
    {
        const QStringList texts = m_parser.values(option(name));
        for (const QString& text : texts) {
            const auto pair = pairFromText(text);
            if (!pair)
                refuse(QStringLiteral("--%1 wants NAME=VALUE, not \"%2\".").arg(option(name), text));
            else if (const QString wrong = put(pair->first, pair->second); !wrong.isEmpty())
                refuse(wrong);
        }
    }

private:
    const QCommandLineParser& m_parser;
    std::optional<Complaint> m_complaint;
};

std::optional<int> countFromText(const QString& text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    return isNumber && count >= 1 && count <= mostParallel ? std::optional(count) : std::nullopt;
}

std::optional<ChecksumMode> checksumFromText(const QString& text)
{
    ChecksumMode mode = ChecksumMode::None;
    return checksumModeFromName(text.toLower(), &mode) ? std::optional(mode) : std::nullopt;
}

std::optional<IfExists> ifExistsFromText(const QString& text)
{
    IfExists policy = IfExists::Replace;
    const bool known = ifExistsFromName(text.toLower(), &policy);
    return known && policy != IfExists::Ask ? std::optional(policy) : std::nullopt; // nobody is there to ask
}

QString putMetadata(ObjectOptions& object, const QString& name, const QString& value)
{
    const QByteArray key = name.toLower().toLatin1();
    const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
    if (!plain)
        return QStringLiteral("The metadata name \"%1\" may only have letters, digits, '-', '_' and '.'.")
            .arg(name);
    if (key.startsWith("partway-"))
        return QStringLiteral("Metadata names that begin with \"partway-\" are Partway's own.");
    object.metadata.insert(key, value);
    return {};
}

QString putTag(ObjectOptions& object, const QString& name, const QString& value)
{
    object.tags.insert(name, value);
    return object.tags.size() > mostTags ? QStringLiteral("An object can have at most %1 tags.").arg(mostTags)
                                         : QString();
}

void readObject(Reader& reader, ObjectOptions& object)
{
    object.contentType = reader.bytes("content-type");
    object.storageClass = reader.bytes("storage-class");
    object.acl = reader.bytes("acl");
    object.encryption = reader.bytes("sse");
    object.kmsKeyId = reader.bytes("sse-kms-key-id");
    const QList<QByteArray> known{"", "AES256", "aws:kms", "aws:kms:dsse"};
    if (!known.contains(object.encryption))
        reader.refuse(QStringLiteral("--sse takes AES256, aws:kms or aws:kms:dsse, not \"%1\".")
                          .arg(QString::fromUtf8(object.encryption)));
    if (!object.kmsKeyId.isEmpty() && !object.encryption.startsWith("aws:kms"))
        reader.refuse(QStringLiteral("--sse-kms-key-id goes with --sse aws:kms."));
    reader.readPairs("metadata",
                     [&object](const QString& n, const QString& v) { return putMetadata(object, n, v); });
    reader.readPairs("tag", [&object](const QString& n, const QString& v) { return putTag(object, n, v); });
}

void readWishes(Reader& reader, AddRequest& request)
{
    reader.read("part-size", request.partSize, sizeFromText, "8MiB, 64M, 1GiB");
    if (reader.has("part-size") && request.partSize < 1)
        reader.refuse(QStringLiteral("A part size of nothing is none."));
    if (reader.has("checksum")) {
        ChecksumMode mode = ChecksumMode::None;
        reader.read("checksum", mode, checksumFromText, "md5, crc32, crc32c, crc64nvme, sha256, none");
        request.checksum = mode;
    }
    reader.read("if-exists", request.ifExists, ifExistsFromText, "replace, skip, rename, fail");
    readObject(reader, request.object);
}

void readPaths(Reader& reader, const QStringList& arguments, UploadOptions& options)
{
    if (arguments.contains(QStringLiteral("-"))) {
        options.request.stream = true;
        if (arguments.size() > 1)
            reader.refuse(
                QStringLiteral("Standard input (-) goes alone; upload files with another command."));
        if (options.name.isEmpty())
            reader.refuse(QStringLiteral("What comes through standard input has no name: say --name KEY."),
                          QStringLiteral("For example: tar c photos | partway-cli upload - --to s3://BUCKET/ "
                                         "--name photos.tar"));
        return;
    }
    for (const QString& path : arguments) {
        options.request.paths.append(QFileInfo(path).absoluteFilePath());
    }
    if (arguments.isEmpty())
        reader.refuse(
            QStringLiteral("Nothing to upload: name at least one file or folder, or - for standard input."));
    if (!options.name.isEmpty() && arguments.size() > 1)
        reader.refuse(QStringLiteral("--name is for one file; here are %1 paths.").arg(arguments.size()));
    if (!options.name.isEmpty() && arguments.size() == 1 && QFileInfo(arguments.first()).isDir())
        reader.refuse(QStringLiteral("--name is for a file; \"%1\" is a folder.").arg(arguments.first()));
}

std::optional<int> secondsFromText(const QString& text)
{
    bool isNumber = false;
    const int plain = text.toInt(&isNumber);
    if (isNumber)
        return plain > 0 ? std::optional(plain) : std::nullopt;
    const std::optional<std::chrono::seconds> said = durationFromText(text);
    return said && said->count() > 0 ? std::optional(static_cast<int>(said->count())) : std::nullopt;
}

void readGrowth(Reader& reader, AddRequest& request)
{
    reader.read("follow-idle", request.followIdleSeconds, secondsFromText, "60 (seconds), 5m");
    reader.read("expected-size", request.expectedSize, sizeFromText, "200GiB, 2TiB");
    request.follow = reader.has("follow") || reader.has("follow-idle");
    if (request.follow && request.stream)
        reader.refuse(QStringLiteral("Standard input is read until it ends; --follow is for files."));
    if (reader.has("expected-size") && !request.follow && !request.stream)
        reader.refuse(
            QStringLiteral("--expected-size is for what still grows: standard input, or --follow."));
}

void readDestination(Reader& reader, const QString& text, Destination& to)
{
    if (text.isEmpty())
        return;
    const Result<Place> place = readPlace(text);
    if (!place) {
        reader.refuse(
            QStringLiteral("--to does not understand \"%1\". %2").arg(text, errorLine(place.error())),
            QStringLiteral("A destination looks like s3://BUCKET or s3://BUCKET/folder/."));
        return;
    }
    to.bucket = place->bucket;
    to.prefix = place->prefix;
}

} // namespace

void describeDriveOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {option("parallel"), QStringLiteral("Parts on their way at once; automatic if not said."),
         option("N")},
        {option("limit-rate"), QStringLiteral("Send no faster than this, such as 10MiB."), option("RATE")},
        {option("wait"), QStringLiteral("Wait also for a store that cannot be reached from the start.")},
    });
}

OrComplaint<DriveOptions> driveOptionsOf(const QCommandLineParser& parser)
{
    DriveOptions options;
    Reader reader(parser);
    reader.read("parallel", options.parallel, countFromText, "4 (1 to 64)");
    reader.read("limit-rate", options.rate, rateFromText, "500k, 10MiB, off");
    options.patient = reader.has("wait");
    if (reader.complaint())
        return *reader.complaint();
    return options;
}

void describeWishes(QCommandLineParser& parser)
{
    parser.addOptions({
        {option("part-size"), QStringLiteral("Size of a part, such as 16MiB; automatic if not said."),
         option("SIZE")},
        {option("checksum"),
         QStringLiteral("What proves each part: none, md5, crc32, crc32c, crc64nvme, sha256."),
         option("KIND")},
        {option("if-exists"),
         QStringLiteral("If the object is there: replace (default), skip, rename or fail."), option("WHAT")},
        {option("storage-class"), QStringLiteral("Storage class of the object."), option("CLASS")},
        {option("content-type"), QStringLiteral("Media type; by the file's name if not said."),
         option("TYPE")},
        {option("metadata"), QStringLiteral("Metadata to store with the object; may be repeated."),
         option("K=V")},
        {option("tag"), QStringLiteral("Tag of the object; may be repeated."), option("K=V")},
        {option("sse"), QStringLiteral("Encryption by the store: AES256, aws:kms, aws:kms:dsse."),
         option("KIND")},
        {option("sse-kms-key-id"), QStringLiteral("The key for --sse aws:kms."), option("ID")},
        {option("acl"), QStringLiteral("Canned access list of the object."), option("ACL")},
    });
}

void describeUploadOptions(QCommandLineParser& parser)
{
    describeWishes(parser);
    parser.addOptions({
        {option("to"), QStringLiteral("Where to: s3://BUCKET/FOLDER/; else the account's usual destination."),
         option("URL")},
        {option("name"), QStringLiteral("For one file: its name below the destination."), option("KEY")},
        {option("follow"),
         QStringLiteral("For files that are still written: send each part as it fills, and the rest when the "
                        "file is closed, or on Ctrl+D, or on \"partway-cli finish\".")},
        {option("follow-idle"),
         QStringLiteral("The same, and also done when the file did not change for so many seconds."),
         option("SECONDS")},
        {option("expected-size"),
         QStringLiteral("What - or --follow will grow to, at most, such as 2TiB; parts are sized for it (500 "
                        "GiB if not said)."),
         option("SIZE")},
        {option("follow-links"), QStringLiteral("Follow symbolic links; they are skipped otherwise.")},
        {option("dry-run"), QStringLiteral("Print what would be sent, and send nothing.")},
    });
}

OrComplaint<AddRequest> wishesOf(const QCommandLineParser& parser)
{
    AddRequest request;
    Reader reader(parser);
    readWishes(reader, request);
    if (reader.complaint())
        return *reader.complaint();
    return request;
}

OrComplaint<UploadOptions> uploadOptionsOf(const QCommandLineParser& parser)
{
    UploadOptions options;
    options.store = storeChoiceOf(parser);
    Reader reader(parser);
    options.name = parser.value(option("name"));
    readPaths(reader, parser.positionalArguments(), options);
    readDestination(reader, parser.value(option("to")), options.request.to);
    readWishes(reader, options.request);
    readGrowth(reader, options.request);
    options.request.followLinks = reader.has("follow-links");
    options.dryRun = reader.has("dry-run");
    if (reader.complaint())
        return *reader.complaint();
    const OrComplaint<DriveOptions> drive = driveOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(drive))
        return *complaint;
    options.drive = std::get<DriveOptions>(drive);
    return options;
}

OrComplaint<AddRequest> requestFor(const UploadOptions& options, const Account& account)
{
    AddRequest request = options.request;
    request.to.accountId = account.id;
    if (request.to.bucket.isEmpty()) {
        request.to.bucket = account.bucket;
        request.to.prefix = folderPrefix(account.prefix);
    }
    if (request.to.bucket.isEmpty())
        return wrongUse(QStringLiteral("Say where to: --to s3://BUCKET/FOLDER/."),
                        QStringLiteral("The account \"%1\" has no usual destination.").arg(account.name));
    if (!options.name.isEmpty())
        request.keyOverride =
            (request.to.prefix + options.name).normalized(QString::NormalizationForm_C).toUtf8();
    return request;
}

} // namespace partway
