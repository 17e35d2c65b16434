// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lscommand.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "report.h"
#include "rowjson.h"

#include <QTimer>

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
        {{QStringLiteral("recursive"), QStringLiteral("Every object below, without folders.")}});
}

OrComplaint<LsOptions> lsOptionsOf(const QCommandLineParser& parser)
{
    const QStringList operands = parser.positionalArguments();
    const QString text = operands.isEmpty() ? QStringLiteral("s3://") : operands.first();
    const std::optional<S3Url> place =
        text == QLatin1String("s3://") ? std::optional(S3Url{}) : s3UrlFromText(text);
    if (operands.size() > 1 || !place)
        return Complaint{
            .sentence = operands.size() > 1 ? QStringLiteral("Name one place.")
                                            : QStringLiteral("\"%1\" is no place on a store.").arg(text),
            .hint = QStringLiteral("s3:// shows the buckets, s3://BUCKET/FOLDER/ what is in one.")};
    return LsOptions{.store = storeChoiceOf(parser),
                     .place = *place,
                     .recursive = parser.isSet(QStringLiteral("recursive"))};
}

LsCommand::LsCommand(Workplace& workplace, Console& console, Account account, LsOptions options)
    : m_workplace(workplace), m_console(console), m_account(std::move(account)), m_options(std::move(options))
{
}

void LsCommand::start()
{
    if (const Result<void> remembered = rememberAccount(m_account, m_workplace.accounts()); !remembered) {
        fail(remembered.error());
        return;
    }
    m_workplace.stores().open(m_account.id, [this](const Result<std::shared_ptr<ObjectStore>>& store) {
        if (!store) {
            fail(store.error());
            return;
        }
        m_store = *store;
        if (m_options.place.bucket.isEmpty())
            listBuckets();
        else
            listObjects();
    });
}

void LsCommand::listBuckets()
{
    m_store->listBuckets([this](const Result<QList<ListedBucket>>& buckets) {
        if (!buckets) {
            fail(buckets.error());
            return;
        }
        for (const ListedBucket& bucket : *buckets) {
            m_console.say(QStringLiteral("%1  %2").arg(timeText(bucket.created), 20).arg(bucket.name));
            m_console.event({{QStringLiteral("event"), QStringLiteral("bucket")},
                             {QStringLiteral("bucket"), bucket.name},
                             {QStringLiteral("created"), timeText(bucket.created)}});
        }
        Q_EMIT ended(ExitCode::Done);
    });
}

void LsCommand::listObjects()
{
    ListObjectsInput input;
    input.bucket = m_options.place.bucket;
    input.prefix = m_options.place.rest.toUtf8();
    if (!m_options.recursive)
        input.delimiter = "/";
    m_pages = std::make_unique<ObjectPages>(m_store);
    m_pages->list(
        input, [this](const ListObjectsPage& page) { tellPage(page); },
        [this](const Result<void>& end) {
            if (!end) {
                fail(end.error());
                return;
            }
            // Not from inside the pages' own answer.
            QTimer::singleShot(0, this, [this] { Q_EMIT ended(ExitCode::Done); });
        });
}

void LsCommand::tellPage(const ListObjectsPage& page)
{
    for (const QByteArray& prefix : page.prefixes) {
        m_console.say(QStringLiteral("%1  %2  %3").arg(QString(), 20).arg(QString(), 12).arg(shown(prefix)));
        m_console.event({{QStringLiteral("event"), QStringLiteral("folder")},
                         {QStringLiteral("bucket"), m_options.place.bucket},
                         {QStringLiteral("prefix"), QString::fromUtf8(prefix)}});
    }
    for (const ListedObject& object : page.objects) {
        m_console.say(QStringLiteral("%1  %2  %3")
                          .arg(timeText(object.modified), 20)
                          .arg(object.size, 12)
                          .arg(shown(object.key)));
        m_console.event({{QStringLiteral("event"), QStringLiteral("object")},
                         {QStringLiteral("bucket"), m_options.place.bucket},
                         {QStringLiteral("key"), QString::fromUtf8(object.key)},
                         {QStringLiteral("size"), object.size},
                         {QStringLiteral("etag"), QString::fromLatin1(bareEtag(object.etag))},
                         {QStringLiteral("modified"), timeText(object.modified)},
                         {QStringLiteral("storageClass"), object.storageClass}});
    }
}

void LsCommand::fail(const Error& error)
{
    m_console.complain(errorLine(error));
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
    Q_EMIT ended(exitCodeFor(error));
}

} // namespace partway
