// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lscommand.h"

#include "operands.h"

namespace partway {

namespace {

QString timeText(const QDateTime& at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

// Nothing in a name may move the cursor or begin a line.
QString shown(const QByteArray& key)
{
    QString text = QString::fromUtf8(key);
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

void describeLs(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    parser.addOptions(
        {{QStringLiteral("recursive"), QStringLiteral("Every object below, without folders.")},
         {QStringLiteral("versions"),
          QStringLiteral("Every version of every object below, with its id, and delete markers.")}});
}

OrComplaint<LsOptions> lsOptionsOf(const QCommandLineParser& parser)
{
    const QStringList operands = parser.positionalArguments();
    const QString text = operands.isEmpty() ? QStringLiteral("s3://") : operands.first();
    const QString hint = QStringLiteral("s3:// shows the buckets, s3://BUCKET/FOLDER/ what is in one.");
    if (operands.size() > 1)
        return Complaint{.sentence = QStringLiteral("Name one place."), .hint = hint};
    const OrComplaint<S3Url> named = placeOperand(text, hint);
    if (const Complaint* complaint = complaintOf(named))
        return *complaint;
    const S3Url& place = std::get<S3Url>(named);
    if (place.bucket.isEmpty() && parser.isSet(QStringLiteral("versions")))
        return Complaint{.sentence = QStringLiteral("--versions wants a bucket: s3://BUCKET[/PREFIX].")};
    return LsOptions{.store = storeChoiceOf(parser),
                     .place = place,
                     .recursive = parser.isSet(QStringLiteral("recursive")),
                     .versions = parser.isSet(QStringLiteral("versions"))};
}

void LsCommand::opened()
{
    if (m_options.place.bucket.isEmpty())
        listBuckets();
    else if (m_options.versions)
        listVersions({}, {});
    else
        listObjects();
}

void LsCommand::listBuckets()
{
    store()->listBuckets([this](const Result<QList<ListedBucket>>& buckets) {
        if (!buckets) {
            fail(buckets.error());
            return;
        }
        for (const ListedBucket& bucket : *buckets) {
            console().say(QStringLiteral("%1  %2").arg(timeText(bucket.created), 20).arg(bucket.name));
            console().event({{QStringLiteral("event"), QStringLiteral("bucket")},
                             {QStringLiteral("bucket"), bucket.name},
                             {QStringLiteral("created"), timeText(bucket.created)}});
        }
        finish(ExitCode::Done);
    });
}

void LsCommand::listObjects()
{
    ListObjectsInput input;
    input.bucket = m_options.place.bucket;
    input.prefix = m_options.place.rest.toUtf8();
    if (!m_options.recursive)
        input.delimiter = "/";
    m_pages = std::make_unique<ObjectPages>(store());
    m_pages->list(
        input, [this](const ListObjectsPage& page) { tellPage(page); },
        [this](const Result<void>& end) {
            if (end)
                finish(ExitCode::Done);
            else
                fail(end.error());
        });
}

void LsCommand::tellPage(const ListObjectsPage& page)
{
    for (const QByteArray& prefix : page.prefixes) {
        console().say(QStringLiteral("%1  %2  %3").arg(QString(), 20).arg(QString(), 12).arg(shown(prefix)));
        console().event({{QStringLiteral("event"), QStringLiteral("folder")},
                         {QStringLiteral("bucket"), m_options.place.bucket},
                         {QStringLiteral("prefix"), QString::fromUtf8(prefix)}});
    }
    for (const ListedObject& object : page.objects) {
        console().say(QStringLiteral("%1  %2  %3")
                          .arg(timeText(object.modified), 20)
                          .arg(object.size, 12)
                          .arg(shown(object.key)));
        console().event({{QStringLiteral("event"), QStringLiteral("object")},
                         {QStringLiteral("bucket"), m_options.place.bucket},
                         {QStringLiteral("key"), QString::fromUtf8(object.key)},
                         {QStringLiteral("size"), object.size},
                         {QStringLiteral("etag"), QString::fromLatin1(bareEtag(object.etag))},
                         {QStringLiteral("modified"), timeText(object.modified)},
                         {QStringLiteral("storageClass"), object.storageClass}});
    }
}

// A version is hidden by what is newer; the newest may be a marker that the object was deleted.
void LsCommand::listVersions(const QByteArray& keyMarker, const QString& idMarker)
{
    const ListVersionsInput input{m_options.place.bucket, m_options.place.rest.toUtf8(), keyMarker, idMarker};
    store()->listVersions(input, [this, keyMarker, idMarker](const Result<ListVersionsPage>& page) {
        if (!page) {
            failListing(page.error());
            return;
        }
        for (const ListedVersion& version : page->versions)
            tellVersion(version);
        const bool moved = page->nextKeyMarker != keyMarker || page->nextVersionIdMarker != idMarker;
        if (page->truncated && moved && !page->nextKeyMarker.isEmpty())
            listVersions(page->nextKeyMarker, page->nextVersionIdMarker);
        else
            finish(ExitCode::Done);
    });
}

void LsCommand::failListing(const Error& error)
{
    if (error.httpStatus == 405 || error.httpStatus == 501 ||
        error.code == QLatin1String("operation-unsupported"))
        console().complain(QStringLiteral("This store does not list versions."));
    fail(error);
}

void LsCommand::tellVersion(const ListedVersion& version)
{
    QString state = version.deleteMarker ? QStringLiteral("deleted") : QString();
    if (version.latest)
        state = version.deleteMarker ? QStringLiteral("current: deleted") : QStringLiteral("current");
    console().say(QStringLiteral("%1  %2  %3  %4  %5")
                      .arg(timeText(version.modified), 20)
                      .arg(version.deleteMarker ? QString() : QString::number(version.size), 12)
                      .arg(state, -16)
                      .arg(version.versionId, shown(version.key)));
    console().event({{QStringLiteral("event"), QStringLiteral("version")},
                     {QStringLiteral("bucket"), m_options.place.bucket},
                     {QStringLiteral("key"), QString::fromUtf8(version.key)},
                     {QStringLiteral("versionId"), version.versionId},
                     {QStringLiteral("current"), version.latest},
                     {QStringLiteral("deleteMarker"), version.deleteMarker},
                     {QStringLiteral("size"), version.size},
                     {QStringLiteral("etag"), QString::fromLatin1(bareEtag(version.etag))},
                     {QStringLiteral("modified"), timeText(version.modified)},
                     {QStringLiteral("storageClass"), version.storageClass}});
}

} // namespace partway
