// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/addplan.h"

#include "http/requesturl.h"
#include "s3/endpoint.h"
#include "s3/express.h"

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

Result<void> checkKey(const QByteArray& key, const AddRequest& request, const Account& account,
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
    const Address address = resolveAddress(*endpoint, account.addressing, request.to.bucket, key);
    const Result<QUrl> url = urlForTarget(address.origin, address.path);
    if (!url)
        return url.error();
    return {};
}

QByteArray contentTypeOf(const QString& path)
{
    return QMimeDatabase().mimeTypeForFile(path).name().toLatin1();
}

} // namespace

Result<Transfer> planTransfer(const ScannedFile& file, const AddRequest& request, const Account& account,
                              Randomness& random, const QDateTime& now)
{
    const StoreProfile profile = profileForBucket(profileOf(account), request.to.bucket);
    Transfer transfer;
    transfer.spec.key = keyFor(file, request);
    if (const Result<void> key = checkKey(transfer.spec.key, request, account, profile.limits); !key)
        return key.error();
    PlanWishes wishes;
    wishes.partSize = request.partSize;
    Result<PartPlan> plan = planParts(file.source.size, profile.limits, wishes);
    if (!plan)
        return plan.error();
    transfer.sourcePath = file.path;
    transfer.source = file.source;
    transfer.accountId = account.id;
    transfer.spec.bucket = request.to.bucket;
    transfer.spec.object = request.object;
    if (transfer.spec.object.contentType.isEmpty())
        transfer.spec.object.contentType = contentTypeOf(file.path);
    transfer.spec.checksum = request.checksum.value_or(profile.checksum);
    transfer.state.opaqueEtags = profile.opaqueEtags;
    transfer.spec.ifExists = request.ifExists;
    transfer.spec.plan = *plan;
    transfer.state.token = QString::fromLatin1(random.hex(16));
    transfer.group = file.group;
    transfer.addedAt = now;
    return transfer;
}

} // namespace partway
