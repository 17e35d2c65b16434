// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/lifecycleoperations.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/intake.h"
#include "support/sandbox/integrity.h"

#include <QJsonObject>

namespace partway::sandbox {
namespace {

constexpr const char* minimumHeader = "x-amz-transition-default-minimum-object-size";

// A change of all rules is not taken on trust.
void demandChecksum(const Request& request)
{
    if (!request.headers.has("content-md5") && !checksumHeader(request.headers))
        throw failure("InvalidRequest",
                      "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
}

} // namespace

Answer getBucketLifecycle(Exchange& exchange)
{
    const Lifecycle lifecycle = exchange.bucket().lifecycle();
    if (lifecycle.document.isEmpty())
        throw failure("NoSuchLifecycleConfiguration");
    Answer answer = Answer::xml(lifecycle.document);
    answer.headers.set(minimumHeader, lifecycle.minimumObjectSize);
    return answer;
}

Answer putBucketLifecycle(Exchange& exchange)
{
    const Request& request = exchange.request;
    demandChecksum(request);
    const QByteArray minimum = request.headers.value(minimumHeader);
    if (!minimum.isEmpty() && minimum != "all_storage_classes_128K" && minimum != "varies_by_storage_class")
        throw failure("InvalidRequest", "Invalid default minimum object size.");
    Lifecycle lifecycle = parseLifecycle(takeDocument(exchange));
    // The answer brings a declaration of its own.
    const qsizetype root = lifecycle.document.indexOf("?>");
    if (lifecycle.document.trimmed().startsWith("<?xml") && root > 0)
        lifecycle.document = lifecycle.document.mid(root + 2).trimmed();
    lifecycle.minimumObjectSize = minimum.isEmpty() ? QByteArray("all_storage_classes_128K") : minimum;
    exchange.bucket().setLifecycle(lifecycle);
    Answer answer;
    answer.headers.set(minimumHeader, lifecycle.minimumObjectSize);
    return answer;
}

Answer deleteBucketLifecycle(Exchange& exchange)
{
    exchange.bucket().setLifecycle({});
    Answer answer;
    answer.status = 204;
    return answer;
}

void addAbortHeaders(Answer& answer, const Bucket& bucket, const UploadRecord& upload)
{
    const auto end = bucket.lifecycle().endOf(upload.key, upload.initiated);
    if (!end)
        return;
    answer.headers.set("x-amz-abort-date", httpDate(end->first));
    answer.headers.set("x-amz-abort-rule-id", end->second);
}

QJsonArray applyAbortRules(const Depot& depot, const QDateTime& now)
{
    QJsonArray aborted;
    for (const std::shared_ptr<Bucket>& bucket : depot.buckets()) {
        const Lifecycle lifecycle = bucket->lifecycle();
        QList<UploadRecord> due;
        bucket->visitUploads({}, [&](const UploadRecord& record) {
            const auto end = lifecycle.endOf(record.key, record.initiated);
            if (end && end->first <= now)
                due.append(record);
            return true;
        });
        for (const UploadRecord& record : due) {
            const std::shared_ptr<Upload> upload = bucket->upload(record.key, record.id);
            upload->remove();
            bucket->forget(*upload);
            aborted.append(QJsonObject{{QStringLiteral("bucket"), QString::fromUtf8(bucket->name())},
                                       {QStringLiteral("key"), QString::fromUtf8(record.key)},
                                       {QStringLiteral("uploadId"), QString::fromLatin1(record.id)}});
        }
    }
    return aborted;
}

} // namespace partway::sandbox
