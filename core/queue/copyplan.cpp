// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/copyplan.h"

#include "queue/addplan.h"
#include "s3/express.h"
#include "upload/uploadproof.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 copyPartSize = 128 * MiB;
constexpr qint64 copyWholeBelow = 64 * MiB;

Error refused(const char* code, const QString& resource)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QString::fromLatin1(code);
    error.resource = resource;
    return error;
}

// What a store does in general, a bucket may do otherwise.
StoreProfile targetOf(const CopyRequest& request)
{
    return profileForBucket(profileOf(request.to), request.bucket);
}

ChecksumMode modeOf(const CopyRequest& request)
{
    return request.checksum.value_or(targetOf(request).checksum);
}

bool isOntoItself(const CopyRequest& request)
{
    return isSameService(request.from, request.to) && request.source.bucket == request.bucket &&
           request.source.key == request.key && request.source.versionId.isEmpty() && !request.options &&
           request.storageClass.isEmpty();
}

QString utf8OrLatin1(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

QByteArray fromQ(QByteArray text)
{
    text.replace('_', ' ');
    return QByteArray::fromPercentEncoding(text, '=');
}

ObjectOptions carried(const ObjectInfo& info, const QMap<QString, QString>& tags)
{
    ObjectOptions options;
    options.contentType = info.contentType;
    options.cacheControl = info.cacheControl;
    options.contentDisposition = info.contentDisposition;
    options.contentEncoding = info.contentEncoding;
    options.contentLanguage = info.contentLanguage;
    for (auto entry = info.metadata.cbegin(); entry != info.metadata.cend(); ++entry) {
        if (entry.key() != tokenMetadata) // the copy gets a mark of its own
            options.metadata.insert(entry.key(), metadataText(entry.value()));
    }
    options.tags = tags;
    return options;
}

PlanWishes wishesOf(const CopyRequest& request)
{
    PlanWishes wishes;
    wishes.partSize = request.partSize;
    if (request.throughHere)
        return wishes;
    const StoreLimits limits = profileOf(request.to).limits;
    wishes.directBelow = copyWholeBelow;
    if (wishes.partSize == 0)
        wishes.partSize = limits.maxPart > 0 ? std::min(copyPartSize, limits.maxPart) : copyPartSize;
    return wishes;
}

CopySource sourceOf(const CopyRequest& request, const CopyFacts& facts, ChecksumMode mode)
{
    CopySource source;
    source.accountId = request.from.id;
    source.object = request.source;
    source.object.etag = facts.info.etag;
    if (facts.pinsVersion)
        source.object.versionId = facts.info.versionId;
    const bool whole =
        facts.info.checksumType.isEmpty() || facts.info.checksumType.toUpper() == "FULL_OBJECT";
    source.checksum = checksumIsFullObject(mode) && whole ? facts.info.checksum : QByteArray();
    const StoreProfile from = profileForBucket(profileOf(request.from), request.source.bucket);
    source.opaqueEtag = facts.info.encryptedWithKms || from.opaqueEtags;
    // Where objects have no tags, none come along, and a store may refuse to be told so.
    const bool saysTags = request.options && !request.options->tags.isEmpty();
    source.ownTags =
        saysTags || (from.objectTags && (request.options.has_value() || !targetOf(request).objectTags));
    source.otherService = !isSameService(request.from, request.to);
    return source;
}

} // namespace

QString metadataText(const QByteArray& value)
{
    static const QRegularExpression word(QStringLiteral("=\\?([A-Za-z0-9-]+)\\?([BbQq])\\?([^?]*)\\?="));
    // Blanks between two encoded words belong to neither.
    static const QRegularExpression between(QStringLiteral("\\?=\\s+=\\?"));
    QString text = utf8OrLatin1(value);
    if (!text.contains(QLatin1String("=?")))
        return text;
    text.replace(between, QStringLiteral("?==?"));
    QString result;
    QByteArray run; // neighbours may cut a character in two
    qsizetype place = 0;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (found.capturedStart() > place) {
            result += utf8OrLatin1(std::exchange(run, {})) + text.mid(place, found.capturedStart() - place);
        }
        const QByteArray coded = found.captured(3).toLatin1();
        run +=
            found.captured(2).toUpper() == QLatin1String("B") ? QByteArray::fromBase64(coded) : fromQ(coded);
        place = found.capturedEnd();
    }
    return result + utf8OrLatin1(run) + text.mid(place);
}

bool isSameService(const Account& from, const Account& to)
{
    if (isCompanion(from) || isCompanion(to))
        return false;
    const Result<Endpoint> a = Endpoint::parse(from.endpoint);
    const Result<Endpoint> b = Endpoint::parse(to.endpoint);
    if (!a || !b)
        return false;
    return *a == *b || (isAws(*a) && isAws(*b));
}

Result<Transfer> planCopy(const CopyRequest& request, const CopyFacts& facts, Randomness& random,
                          const QDateTime& now)
{
    const QString from = copySourceText(request.source);
    if (isOntoItself(request))
        return refused("copy-onto-itself", from);
    if (!request.throughHere && !isSameService(request.from, request.to))
        return refused("copy-needs-this-computer", from);
    const StoreLimits limits = profileOf(request.to).limits;
    if (const Result<void> key = checkKey(request.key, request.bucket, request.to, limits); !key)
        return key.error();
    const Result<PartPlan> plan = planParts(facts.info.size, limits, wishesOf(request));
    if (!plan)
        return plan.error();
    Transfer transfer;
    transfer.sourcePath = from;
    transfer.source = {facts.info.size, facts.info.modified.toMSecsSinceEpoch() * 1'000'000, {}};
    transfer.accountId = request.to.id;
    transfer.spec.bucket = request.bucket;
    transfer.spec.key = request.key;
    transfer.spec.checksum = modeOf(request);
    transfer.spec.object = request.options ? *request.options : carried(facts.info, facts.tags);
    transfer.spec.object.storageClass = request.storageClass;
    if (!targetOf(request).objectTags && !request.options)
        transfer.spec.object.tags.clear();
    transfer.state.opaqueEtags = targetOf(request).opaqueEtags;
    transfer.spec.ifExists = request.ifExists;
    transfer.spec.plan = *plan;
    transfer.spec.copy = sourceOf(request, facts, transfer.spec.checksum);
    transfer.state.throughHere = request.throughHere;
    transfer.state.token = QString::fromLatin1(random.hex(16));
    transfer.addedAt = now;
    return transfer;
}

TagLoss tagLossOf(const CopyRequest& request, const CopyFacts& facts, const Transfer& planned)
{
    if (request.options || (facts.tags.isEmpty() && !facts.tagsUnread))
        return TagLoss::None;
    if (!targetOf(request).objectTags)
        return TagLoss::NotThere;
    // A store that copies an object whole takes its tags along by itself.
    const bool byStore = planned.spec.plan.direct && !planned.state.throughHere;
    return facts.tagsUnread && !byStore ? TagLoss::Unread : TagLoss::None;
}

bool takesTags(const Account& to, const QString& bucket)
{
    return profileForBucket(profileOf(to), bucket).objectTags;
}

void CopyLook::start(const CopyRequest& request, Then then)
{
    m_object = request.source;
    m_then = std::move(then);
    m_wantsTags = !request.options;
    const HeadObjectInput input{m_object.bucket, m_object.key, modeOf(request), m_object.versionId};
    m_source->headObject(input, [this, input](const Result<ObjectInfo>& info) {
        if (!info)
            return end(info.error());
        m_facts.info = *info;
        if (m_object.versionId.isEmpty() && !info->versionId.isEmpty() &&
            info->versionId != QLatin1String("null"))
            askVersion(input);
        else
            askTags();
    });
}

// To read a version by its id takes a right of its own. Without it the ETag has to do.
void CopyLook::askVersion(const HeadObjectInput& input)
{
    HeadObjectInput version = input;
    version.versionId = m_facts.info.versionId;
    m_source->headObject(version, [this](const Result<ObjectInfo>& info) {
        m_facts.pinsVersion = info && info->etag == m_facts.info.etag;
        askTags();
    });
}

// A store without tags has none to lose; one that does not let us read them may.
void CopyLook::askTags()
{
    if (!m_wantsTags || !profileForBucket(m_source->profile(), m_object.bucket).objectTags)
        return end(m_facts);
    m_source->objectTags(m_object.bucket, m_object.key, m_object.versionId,
                         [this](const Result<QMap<QString, QString>>& tags) {
                             if (tags)
                                 m_facts.tags = *tags;
                             else
                                 m_facts.tagsUnread = tags.error().httpStatus == 403;
                             end(m_facts);
                         });
}

// `then` may destroy this.
void CopyLook::end(const Result<CopyFacts>& facts)
{
    const Then then = std::move(m_then);
    then(facts);
}

} // namespace partway
