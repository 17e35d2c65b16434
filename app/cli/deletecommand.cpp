// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletecommand.h"

#include "confirm.h"
#include "format/errortext.h"
#include "format/numbers.h"
#include "operands.h"
#include "rowjson.h"
#include "terminal.h"

#include <algorithm>

namespace partway {

void describeDelete(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    parser.addOptions({
        {QStringLiteral("version-id"),
         QStringLiteral("Delete this version for good, not the current one; one object only."),
         QStringLiteral("ID")},
        {QStringLiteral("yes"), QStringLiteral("Ask nobody; for scripts.")},
        {QStringLiteral("dry-run"), QStringLiteral("Print what would be deleted, and delete nothing.")},
    });
}

OrComplaint<DeleteOptions> deleteOptionsOf(const QCommandLineParser& parser)
{
    const QString hint = QStringLiteral("For example: s3://BUCKET/KEY.");
    DeleteOptions options{.store = storeChoiceOf(parser),
                          .versionId = parser.value(QStringLiteral("version-id")),
                          .yes = parser.isSet(QStringLiteral("yes")),
                          .dryRun = parser.isSet(QStringLiteral("dry-run"))};
    for (const QString& text : parser.positionalArguments()) {
        const OrComplaint<S3Url> object = objectOperand(text, hint);
        if (const Complaint* complaint = complaintOf(object))
            return *complaint;
        options.objects.append(std::get<S3Url>(object));
    }
    if (options.objects.isEmpty())
        return Complaint{.sentence = QStringLiteral("Name what is to be deleted."), .hint = hint};
    const bool oneVersion = parser.isSet(QStringLiteral("version-id"));
    if (oneVersion && (options.objects.size() > 1 || options.versionId.isEmpty()))
        return Complaint{.sentence = QStringLiteral("--version-id wants an id, and one object.")};
    if (!options.yes && !options.dryRun && !isInputTerminal())
        return Complaint{.sentence = QStringLiteral("Nobody can be asked here: nothing was deleted."),
                         .hint =
                             QStringLiteral("--yes deletes without asking, --dry-run shows what would be.")};
    return options;
}

DeleteCommand::DeleteCommand(Workplace& workplace, Console& console, Account account, DeleteOptions options)
    : StoreCommand(workplace, console, std::move(account)), m_options(std::move(options))
{
    for (const S3Url& object : m_options.objects)
        m_waiting.push_back({object.bucket, object.rest.toUtf8()});
}

QString DeleteCommand::placeText(const Target& target) const
{
    const QString place = s3UrlText(target.bucket, target.key);
    return m_options.versionId.isEmpty() ? place
                                         : QStringLiteral("%1, version %2").arg(place, m_options.versionId);
}

// --- what there is --------------------------------------------------------------------------------------

void DeleteCommand::opened()
{
    lookAtNext();
}

void DeleteCommand::lookAtNext()
{
    if (m_waiting.empty()) {
        decide();
        return;
    }
    const Target target = m_waiting.front();
    if (!m_versioning.contains(target.bucket)) {
        lookAtBucket(target.bucket);
        return;
    }
    m_waiting.pop_front();
    if (m_options.versionId.isEmpty())
        lookAtObject(target);
    else
        lookAtVersion(target, {}, {});
}

void DeleteCommand::lookAtBucket(const QString& bucket)
{
    store()->bucketVersioning(bucket, [this, bucket](const Result<Versioning>& known) {
        m_versioning.insert(bucket, known ? *known : Versioning::Unknown);
        lookAtNext();
    });
}

// A store says "deleted" of what was never there.
void DeleteCommand::lookAtObject(const Target& target)
{
    const HeadObjectInput input{target.bucket, target.key};
    store()->headObject(input, [this, target](const Result<ObjectInfo>& info) {
        if (info) {
            m_targets.push_back(target);
            m_targets.back().size = info->size;
        } else {
            refuse(target, info.error());
        }
        lookAtNext();
    });
}

void DeleteCommand::lookAtVersion(const Target& target, const QByteArray& keyMarker, const QString& idMarker)
{
    store()->listVersions(
        {target.bucket, target.key, keyMarker, idMarker},
        [this, target](const Result<ListVersionsPage>& page) { takeVersions(target, page); });
}

void DeleteCommand::takeVersions(Target target, const Result<ListVersionsPage>& page)
{
    if (!page) {
        refuse(target, page.error());
        lookAtNext();
        return;
    }
    bool past = false; // a prefix finds longer names, too, and they come later
    for (const ListedVersion& version : page->versions) {
        past = past || version.key != target.key;
        if (version.key != target.key || version.versionId != m_options.versionId)
            continue;
        target.size = version.size;
        target.marker = version.deleteMarker;
        m_targets.push_back(target);
        lookAtNext();
        return;
    }
    if (page->truncated && !past && page->nextKeyMarker == target.key &&
        !page->nextVersionIdMarker.isEmpty()) {
        lookAtVersion(target, page->nextKeyMarker, page->nextVersionIdMarker);
        return;
    }
    refuse(target, Error{.kind = ErrorKind::NotFound, .code = QStringLiteral("NoSuchVersion")});
    lookAtNext();
}

void DeleteCommand::refuse(const Target& target, const Error& error)
{
    console().complain(QStringLiteral("%1: %2").arg(placeText(target), errorLine(error)));
    QJsonObject event = json("failed", target);
    event.insert(QStringLiteral("error"), errorJson(error));
    console().event(event);
    ++m_failed;
    if (m_worst == ExitCode::Done)
        m_worst = exitCodeFor(error);
}

// --- the question ---------------------------------------------------------------------------------------

// Of several buckets the one that loses most.
Versioning DeleteCommand::weakest() const
{
    Versioning weakest = Versioning::Enabled;
    for (const Target& target : m_targets) {
        const Versioning one = m_versioning.value(target.bucket);
        if (one != Versioning::Enabled && weakest != Versioning::Off)
            weakest = one;
    }
    return weakest;
}

QString DeleteCommand::question() const
{
    qint64 bytes = 0;
    for (const Target& target : m_targets)
        bytes += std::max(qint64(0), target.size);
    const QString what =
        m_targets.size() == 1
            ? QStringLiteral("%1 (%2)").arg(placeText(m_targets.front()), formatBytes(bytes))
            : QStringLiteral("%1 objects (%2)").arg(m_targets.size()).arg(formatBytes(bytes));
    if (!m_options.versionId.isEmpty() && m_targets.front().marker)
        return QStringLiteral("Remove the delete marker %1?").arg(placeText(m_targets.front()));
    const bool hides = m_options.versionId.isEmpty() && weakest() == Versioning::Enabled;
    return (hides ? QStringLiteral("Hide %1?") : QStringLiteral("Delete %1 for good?")).arg(what);
}

QString DeleteCommand::consequence(Versioning versioning) const
{
    if (!m_options.versionId.isEmpty())
        return m_targets.front().marker ? QStringLiteral("What it hides is shown again.")
                                        : QStringLiteral("This version cannot be brought back.");
    switch (versioning) {
    case Versioning::Enabled:
        return QStringLiteral(
            "The bucket keeps versions: a delete marker hides it, and its bytes stay and cost until "
            "each version is deleted.");
    case Versioning::Suspended:
        return QStringLiteral(
            "The bucket keeps older versions, but makes no new ones: what is there now is gone.");
    case Versioning::Off:
        return QStringLiteral("The bucket keeps no versions. It cannot be brought back.");
    case Versioning::Unknown:
        return QStringLiteral(
            "The store does not say whether the bucket keeps versions. Take it that it cannot be "
            "brought back.");
    }
    return {};
}

void DeleteCommand::decide()
{
    if (m_targets.empty()) {
        summary();
        return;
    }
    if (m_options.dryRun) {
        for (const Target& target : m_targets) {
            console().say(
                QStringLiteral("would delete  %1 (%2)").arg(placeText(target), formatBytes(target.size)));
            console().event(json("would-delete", target));
        }
        console().note(consequence(weakest()));
        summary();
        return;
    }
    if (!m_options.yes) {
        if (m_targets.size() > 1) {
            for (const Target& target : m_targets)
                console().complain(placeText(target));
        }
        console().complain(consequence(weakest()));
        console().complain(question());
        if (!confirm()) {
            console().complain(QStringLiteral("Nothing was deleted."));
            finish(ExitCode::Failed);
            return;
        }
    }
    m_waiting = m_targets;
    deleteNext();
}

// --- the end of them ------------------------------------------------------------------------------------

void DeleteCommand::deleteNext()
{
    if (m_waiting.empty()) {
        summary();
        return;
    }
    const Target target = m_waiting.front();
    m_waiting.pop_front();
    store()->deleteObject({target.bucket, target.key, m_options.versionId},
                          [this, target](const Result<DeleteObjectOutput>& gone) { deleted(target, gone); });
}

void DeleteCommand::deleted(const Target& target, const Result<DeleteObjectOutput>& gone)
{
    if (!gone) {
        refuse(target, gone.error());
        deleteNext();
        return;
    }
    ++m_deleted;
    // Of a version the store tells in the same way that it was a marker, not that it made one.
    const bool hidden = gone->madeMarker && m_options.versionId.isEmpty();
    console().say(QStringLiteral("%1  %2").arg(hidden ? QStringLiteral("hidden ") : QStringLiteral("deleted"),
                                               placeText(target)));
    QJsonObject event = json("deleted", target);
    event.insert(QStringLiteral("hidden"), hidden);
    if (hidden)
        event.insert(QStringLiteral("marker"), gone->versionId);
    console().event(event);
    deleteNext();
}

void DeleteCommand::summary()
{
    console().event({{QStringLiteral("event"), QStringLiteral("summary")},
                     {QStringLiteral("deleted"), m_deleted},
                     {QStringLiteral("failed"), m_failed},
                     {QStringLiteral("exitCode"), int(m_worst)}});
    finish(m_worst);
}

QJsonObject DeleteCommand::json(const char* event, const Target& target) const
{
    return {{QStringLiteral("event"), QLatin1String(event)},
            {QStringLiteral("bucket"), target.bucket},
            {QStringLiteral("key"), QString::fromUtf8(target.key)},
            {QStringLiteral("versionId"), m_options.versionId},
            {QStringLiteral("size"), target.size}};
}

} // namespace partway
