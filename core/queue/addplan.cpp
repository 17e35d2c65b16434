// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/addplan.h"

#include "accounts/uploaddefaults.h"
#include "http/requesturl.h"
#include "s3/endpoint.h"
#include "s3/express.h"
#include "upload/openplan.h"

#include <QMimeDatabase>

namespace partway {

namespace {

Error refused(const char* code, const QByteArray& key, const QString& message = {})
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QString::fromLatin1(code);
    error.message = message;
    error.resource = QString::fromUtf8(key);
    return error;
}

QByteArray keyFor(const ScannedFile& file, const AddRequest& request)
{
    if (!request.keyOverride.isEmpty())
        return request.keyOverride;
    return (request.to.prefix + file.relative).toUtf8();
}

QByteArray contentTypeOf(const QString& path)
{
    return QMimeDatabase().mimeTypeForFile(path).name().toLatin1();
}

} // namespace

Result<void> checkKey(const QByteArray& key, const QString& bucket, const Account& account,
                      const StoreLimits& limits)
{
    if (key.isEmpty())
        return refused("key-empty", key);
    if (limits.maxKeyBytes > 0 && key.size() > limits.maxKeyBytes)
        return refused(
            "key-too-long", key,
            QStringLiteral("%1 bytes; the store takes at most %2").arg(key.size()).arg(limits.maxKeyBytes));
    const Result<Endpoint> endpoint = Endpoint::parse(account.endpoint);
    if (!endpoint)
        return endpoint.error();
    const Address address = resolveAddress(*endpoint, account.addressing, bucket, key);
    const Result<QUrl> url = urlForTarget(address.origin, address.path);
    if (!url)
        return url.error();
    return {};
}

namespace {

// Somebody writes to it just now. Asked only of files that changed a moment ago: it opens the file.
bool isBeingWritten(const ScannedFile& file, const QDateTime& now)
{
    constexpr qint64 recentMs = 60'000;
    if (now.toMSecsSinceEpoch() - file.source.modifiedNs / 1'000'000 > recentMs)
        return false;
    const Result<std::shared_ptr<SourceFile>> opened = SourceFile::open(file.path);
    const Result<SourceGrowth> seen = opened ? (*opened)->growth() : Result<SourceGrowth>(opened.error());
    return seen && seen->writers == Writers::Some;
}

// What all transfers of a request have in common.
Transfer newTransfer(const AddRequest& request, const Account& account, Randomness& random,
                     const QDateTime& now)
{
    const StoreProfile profile = profileForBucket(profileOf(account), request.to.bucket);
    Transfer transfer;
    transfer.accountId = account.id;
    transfer.spec.bucket = request.to.bucket;
    transfer.spec.object = request.object;
    addDefaults(account, &transfer.spec.object);
    transfer.spec.checksum = request.checksum.value_or(profile.checksum);
    transfer.state.opaqueEtags = profile.opaqueEtags;
    transfer.spec.ifExists = request.ifExists;
    transfer.state.token = QString::fromLatin1(random.hex(16));
    transfer.addedAt = now;
    return transfer;
}

} // namespace

Result<PartPlan> planGrowing(const AddRequest& request, const StoreLimits& limits)
{
    PlanWishes wishes;
    wishes.partSize = request.partSize;
    return openPlan(limits, wishes, request.expectedSize);
}

Result<Transfer> planTransfer(const ScannedFile& file, const AddRequest& request, const Account& account,
                              Randomness& random, const QDateTime& now)
{
    const StoreProfile profile = profileForBucket(profileOf(account), request.to.bucket);
    Transfer transfer = newTransfer(request, account, random, now);
    transfer.spec.key = keyFor(file, request);
    if (const Result<void> key = checkKey(transfer.spec.key, request.to.bucket, account, profile.limits);
        !key)
        return key.error();
    PlanWishes wishes;
    wishes.partSize = request.partSize;
    Result<PartPlan> plan = request.follow ? planGrowing(request, profile.limits)
                                           : planParts(file.source.size, profile.limits, wishes);
    if (!plan)
        return plan.error();
    transfer.sourcePath = file.path;
    transfer.source = file.source;
    if (request.follow) {
        transfer.source.growing = true;
        transfer.source.size = 0;
        transfer.spec.source = SourceKind::Followed;
        transfer.spec.followIdleSeconds = request.followIdleSeconds;
    } else {
        transfer.beingWritten = isBeingWritten(file, now);
    }
    if (transfer.spec.object.contentType.isEmpty())
        transfer.spec.object.contentType = contentTypeOf(file.path);
    transfer.spec.plan = *plan;
    transfer.group = file.group;
    // They stay as long as the row; making them took up to three times their room.
    transfer.spec.key.squeeze();
    transfer.sourcePath.squeeze();
    return transfer;
}

Result<Transfer> planStream(const AddRequest& request, const Account& account, Randomness& random,
                            const QDateTime& now)
{
    const StoreLimits limits = profileOf(account).limits;
    Transfer transfer = newTransfer(request, account, random, now);
    transfer.spec.key = request.keyOverride;
    if (const Result<void> key = checkKey(transfer.spec.key, request.to.bucket, account, limits); !key)
        return key.error();
    const Result<PartPlan> plan = planGrowing(request, limits);
    if (!plan)
        return plan.error();
    transfer.sourcePath = QStringLiteral("-");
    transfer.source.growing = true;
    transfer.spec.source = SourceKind::Stream;
    if (transfer.spec.object.contentType.isEmpty()) {
        const QString name = QString::fromUtf8(transfer.spec.key);
        transfer.spec.object.contentType =
            QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name().toLatin1();
    }
    transfer.spec.plan = *plan;
    return transfer;
}

} // namespace partway
