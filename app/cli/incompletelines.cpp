// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incompletelines.h"

#include "format/errortext.h"
#include "format/incompletetext.h"
#include "format/numbers.h"
#include "rowjson.h"
#include "table.h"
#include "values.h"

#include <QJsonArray>

namespace partway {

namespace {

QString known(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("?") : text;
}

void insertTime(QJsonObject& object, const char* name, const QDateTime& at)
{
    if (at.isValid())
        object.insert(QLatin1String(name), at.toUTC().toString(Qt::ISODate));
}

QJsonObject deadlineJson(const Deadline& deadline)
{
    static constexpr const char* names[]{"nobody", "unknown", "store", "rule", "provider"};
    QJsonObject object{{QStringLiteral("by"), QLatin1String(names[int(deadline.by)])}};
    insertTime(object, "at", deadline.at);
    if (!deadline.rule.isEmpty())
        object.insert(QStringLiteral("rule"), deadline.rule);
    return object;
}

} // namespace

QStringList incompleteTable(const QList<IncompleteEntry>& entries, const QDateTime& now)
{
    QList<QStringList> cells;
    for (const IncompleteEntry& entry : entries) {
        const IncompleteUpload& upload = entry.upload;
        const bool counted = upload.parts >= 0;
        cells.append({known(formatWhen(upload.upload.initiated, now)),
                      counted ? QString::number(upload.parts) : QStringLiteral("?"),
                      counted ? formatBytes(upload.bytesKept) : QStringLiteral("?"),
                      formatWhen(upload.newestPart, now), known(costWords(entry.cost)),
                      known(deadlineWords(entry.deadline, now)), upload.upload.storageClass,
                      upload.upload.initiator, upload.upload.owner,
                      entry.own.id > 0 ? QStringLiteral("#%1").arg(entry.own.id) : QString(),
                      s3UrlText(upload.bucket, upload.upload.key), upload.upload.uploadId});
    }
    const QStringList head{
        QStringLiteral("Started"),     QStringLiteral("Parts"),      QStringLiteral("Kept"),
        QStringLiteral("Newest part"), QStringLiteral("Cost/month"), QStringLiteral("Deleted"),
        QStringLiteral("Class"),       QStringLiteral("By"),         QStringLiteral("Owner"),
        QStringLiteral("Ours"),        QStringLiteral("Object"),     QStringLiteral("Upload id")};
    return tableLines(head, cells, {1, 2, 4});
}

QString totalLine(const QList<IncompleteEntry>& entries)
{
    const IncompleteSums total = sumsOf(entries);
    QString line = QStringLiteral("%1 incomplete, %2 parts, %3 kept")
                       .arg(entries.size())
                       .arg(total.parts)
                       .arg(formatBytes(total.bytes));
    if (!total.cost.isEmpty())
        line += QStringLiteral(", about %1 a month").arg(costWords(total.cost));
    if (total.uncounted > 0)
        line += QStringLiteral("; of %1 the parts are not known").arg(total.uncounted);
    if (!total.cost.isEmpty() && total.unpriced > 0)
        line += QStringLiteral("; of %1 the price is not known").arg(total.unpriced);
    return line + u'.';
}

QStringList bucketLines(const BucketReport& report)
{
    QStringList lines;
    for (const QString& note : report.notes)
        lines.append(QStringLiteral("%1: %2").arg(report.bucket, bucketNoteWords(note)));
    return lines;
}

QString abortErrorLine(const Error& error)
{
    if (error.code == QLatin1String("upload-in-use"))
        return inUseWords(error) + QStringLiteral(" It was left alone; --force aborts it all the same.");
    return errorLine(error);
}

QJsonObject refJson(const char* event, const UploadRef& upload)
{
    return {{QStringLiteral("event"), QLatin1String(event)},
            {QStringLiteral("bucket"), upload.bucket},
            {QStringLiteral("key"), QString::fromUtf8(upload.key)},
            {QStringLiteral("uploadId"), upload.uploadId}};
}

QJsonObject incompleteJson(const char* event, const IncompleteEntry& entry, const QDateTime& now)
{
    const IncompleteUpload& upload = entry.upload;
    const ListedUpload& listed = upload.upload;
    QJsonObject object = refJson(event, upload.ref());
    insertTime(object, "initiated", listed.initiated);
    if (listed.initiated.isValid())
        object.insert(QStringLiteral("ageSeconds"), listed.initiated.secsTo(now));
    if (upload.parts >= 0) {
        object.insert(QStringLiteral("parts"), upload.parts);
        object.insert(QStringLiteral("bytesKept"), upload.bytesKept);
        object.insert(QStringLiteral("partSize"), upload.partSize);
    }
    insertTime(object, "newestPart", upload.newestPart);
    for (const auto& [name, text] :
         {std::pair("initiator", listed.initiator), std::pair("owner", listed.owner),
          std::pair("storageClass", listed.storageClass)}) {
        if (!text.isEmpty())
            object.insert(QLatin1String(name), text);
    }
    if (entry.cost)
        object.insert(QStringLiteral("costMonth"),
                      QJsonObject{{QStringLiteral("amount"), entry.cost->amount},
                                  {QStringLiteral("currency"), entry.cost->currency}});
    object.insert(QStringLiteral("deadline"), deadlineJson(entry.deadline));
    if (entry.own.id > 0)
        object.insert(QStringLiteral("own"), QJsonObject{{QStringLiteral("id"), entry.own.id},
                                                         {QStringLiteral("phase"), entry.own.phase}});
    return object;
}

QJsonObject ruleJson(const CleanUpRule& rule)
{
    QJsonObject object{{QStringLiteral("id"), rule.id},
                       {QStringLiteral("enabled"), rule.enabled},
                       {QStringLiteral("prefix"), QString::fromUtf8(rule.prefix)},
                       {QStringLiteral("narrowed"), rule.narrowed},
                       {QStringLiteral("ours"), rule.isOurs()}};
    if (rule.days > 0)
        object.insert(QStringLiteral("abortAfterDays"), rule.days);
    return object;
}

QJsonObject bucketJson(const BucketReport& report)
{
    QJsonArray rules;
    for (const CleanUpRule& rule : report.rules)
        rules.append(ruleJson(rule));
    QJsonObject object{{QStringLiteral("event"), QStringLiteral("bucket")},
                       {QStringLiteral("bucket"), report.bucket},
                       {QStringLiteral("listed"), !report.error},
                       {QStringLiteral("rulesKnown"), report.rulesKnown},
                       {QStringLiteral("rules"), rules},
                       {QStringLiteral("notes"), QJsonArray::fromStringList(report.notes)}};
    if (report.error)
        object.insert(QStringLiteral("error"), errorJson(*report.error));
    return object;
}

QJsonObject totalJson(const QList<IncompleteEntry>& entries, int exitCode)
{
    const IncompleteSums total = sumsOf(entries);
    QJsonObject cost;
    for (auto sum = total.cost.cbegin(); sum != total.cost.cend(); ++sum)
        cost.insert(sum.key(), sum.value());
    return {{QStringLiteral("event"), QStringLiteral("summary")},
            {QStringLiteral("uploads"), entries.size()},
            {QStringLiteral("parts"), total.parts},
            {QStringLiteral("bytesKept"), total.bytes},
            {QStringLiteral("partsUnknown"), total.uncounted},
            {QStringLiteral("costMonth"), cost},
            {QStringLiteral("priceUnknown"), total.unpriced},
            {QStringLiteral("exitCode"), exitCode}};
}

} // namespace partway
