// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incompletecommand.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "rowjson.h"
#include "table.h"

namespace partway {

namespace {

QString when(const QDateTime& at, const QDateTime& now)
{
    return at.isValid() ? formatWhen(at, now) : QStringLiteral("?");
}

} // namespace

IncompleteCommand::IncompleteCommand(Workplace& workplace, Console& console, Account account,
                                     IncompleteOptions options, bool aborting)
    : m_workplace(workplace), m_console(console), m_account(std::move(account)),
      m_options(std::move(options)), m_aborting(aborting)
{
}

IncompleteCommand::~IncompleteCommand() = default;

void IncompleteCommand::start()
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
        m_inventory = std::make_unique<Inventory>(*m_store);
        list();
    });
}

void IncompleteCommand::list()
{
    const Inventory::Wish wish{.bucket = m_options.place.bucket,
                               .prefix = m_options.place.rest.toUtf8(),
                               .withParts = !m_aborting || m_options.dryRun};
    m_inventory->list(
        wish,
        [this](const QList<IncompleteUpload>& uploads) {
            for (const IncompleteUpload& upload : uploads) {
                if (!isWanted(upload))
                    continue;
                m_found.append(upload);
                if (!m_aborting || m_options.dryRun)
                    tell("incomplete", upload);
            }
        },
        [this](const Result<void>& end) { takeAll(end); });
}

bool IncompleteCommand::isWanted(const IncompleteUpload& upload) const
{
    if (!m_aborting)
        return true;
    if (!m_options.uploadId.isEmpty())
        return upload.upload.uploadId == m_options.uploadId;
    // Who does not say when it began is not old.
    return upload.upload.initiated.isValid() &&
           upload.upload.initiated.addSecs(m_options.olderThan->count()) <= m_workplace.clock().now();
}

void IncompleteCommand::takeAll(const Result<void>& end)
{
    const bool named = m_aborting && !m_options.uploadId.isEmpty();
    if (!end && named && m_found.isEmpty() && !m_options.place.rest.isEmpty() && !isSignIn(end.error())) {
        // A store that cannot list them may still abort one whose key and id are known.
        IncompleteUpload upload{.bucket = m_options.place.bucket};
        upload.upload.key = m_options.place.rest.toUtf8();
        upload.upload.uploadId = m_options.uploadId;
        m_found.append(upload);
    } else if (!end) {
        m_console.complain(errorLine(end.error()));
        m_console.event({{QStringLiteral("event"), QStringLiteral("failed")},
                         {QStringLiteral("error"), errorJson(end.error())}});
        m_worst = exitCodeFor(end.error());
    } else if (named && m_found.isEmpty()) {
        m_console.complain(QStringLiteral("There is no incomplete upload of that id at that place."));
        m_worst = ExitCode::Failed;
    }
    if (m_aborting && !m_options.dryRun) {
        abortNext();
        return;
    }
    print();
    Q_EMIT ended(m_worst);
}

void IncompleteCommand::print() const
{
    if (m_found.isEmpty()) {
        m_console.note(QStringLiteral("No incomplete uploads."));
        return;
    }
    const QDateTime now = m_workplace.clock().now();
    QList<QStringList> cells;
    qint64 bytes = 0;
    for (const IncompleteUpload& upload : m_found) {
        const bool known = upload.parts >= 0;
        bytes += qMax(qint64(0), upload.bytesKept);
        cells.append(
            {when(upload.upload.initiated, now), known ? QString::number(upload.parts) : QStringLiteral("?"),
             known ? formatBytes(upload.bytesKept) : QStringLiteral("?"), upload.upload.storageClass,
             upload.upload.initiator, s3UrlText(upload.bucket, upload.upload.key), upload.upload.uploadId});
    }
    const QStringList head{QStringLiteral("Started"),  QStringLiteral("Parts"), QStringLiteral("Kept"),
                           QStringLiteral("Class"),    QStringLiteral("By"),    QStringLiteral("Object"),
                           QStringLiteral("Upload id")};
    for (const QString& line : tableLines(head, cells, {1, 2}))
        m_console.say(line);
    m_console.note(QStringLiteral("%1 incomplete, %2 kept.").arg(m_found.size()).arg(formatBytes(bytes)));
}

void IncompleteCommand::abortNext()
{
    if (m_found.isEmpty()) {
        m_console.note(QStringLiteral("%1 aborted.").arg(m_aborted));
        m_console.event({{QStringLiteral("event"), QStringLiteral("summary")},
                         {QStringLiteral("aborted"), m_aborted},
                         {QStringLiteral("exitCode"), int(m_worst)}});
        Q_EMIT ended(m_worst);
        return;
    }
    const IncompleteUpload upload = m_found.takeFirst();
    const UploadRef ref{
        .bucket = upload.bucket, .key = upload.upload.key, .uploadId = upload.upload.uploadId};
    m_inventory->abort(ref, [this, upload](const Result<void>& end) {
        const QString place = s3UrlText(upload.bucket, upload.upload.key);
        if (end) {
            ++m_aborted;
            tell("aborted", upload);
            m_console.say(QStringLiteral("aborted   %1 %2").arg(place, upload.upload.uploadId));
        } else {
            m_console.complain(QStringLiteral("%1: %2").arg(place, errorLine(end.error())));
            m_console.event({{QStringLiteral("event"), QStringLiteral("failed")},
                             {QStringLiteral("uploadId"), upload.upload.uploadId},
                             {QStringLiteral("error"), errorJson(end.error())}});
            m_worst = exitCodeFor(end.error());
        }
        abortNext();
    });
}

void IncompleteCommand::tell(const char* event, const IncompleteUpload& upload) const
{
    QJsonObject object{{QStringLiteral("event"), QLatin1String(event)},
                       {QStringLiteral("bucket"), upload.bucket},
                       {QStringLiteral("key"), QString::fromUtf8(upload.upload.key)},
                       {QStringLiteral("uploadId"), upload.upload.uploadId}};
    if (upload.upload.initiated.isValid())
        object.insert(QStringLiteral("initiated"), upload.upload.initiated.toUTC().toString(Qt::ISODate));
    if (upload.parts >= 0) {
        object.insert(QStringLiteral("parts"), upload.parts);
        object.insert(QStringLiteral("bytesKept"), upload.bytesKept);
    }
    if (!upload.upload.initiator.isEmpty())
        object.insert(QStringLiteral("initiator"), upload.upload.initiator);
    if (!upload.upload.storageClass.isEmpty())
        object.insert(QStringLiteral("storageClass"), upload.upload.storageClass);
    m_console.event(object);
}

void IncompleteCommand::fail(const Error& error)
{
    m_console.complain(errorLine(error));
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
    Q_EMIT ended(exitCodeFor(error));
}

} // namespace partway
