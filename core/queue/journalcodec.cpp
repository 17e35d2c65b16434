// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journalcodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace partway {

namespace {

// Header values and keys are bytes; Latin-1 keeps each of them through JSON and back.
QString text(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes);
}

QByteArray bytes(const QJsonValue& value)
{
    return value.toString().toLatin1();
}

QString rawText(const QByteArray& raw)
{
    return QString::fromLatin1(raw.toBase64());
}

QByteArray raw(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

void put(QJsonObject* json, const char* name, const QString& value)
{
    if (!value.isEmpty())
        json->insert(QLatin1String(name), value);
}

void put(QJsonObject* json, const char* name, bool value)
{
    if (value)
        json->insert(QLatin1String(name), true);
}

void put(QJsonObject* json, const char* name, qint64 value)
{
    if (value != 0)
        json->insert(QLatin1String(name), value);
}

QString compact(const QJsonObject& json)
{
    if (json.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QJsonObject errorJson(const Error& error)
{
    QJsonObject json;
    json.insert(QLatin1String("kind"), errorKindName(error.kind));
    put(&json, "status", qint64{error.httpStatus});
    put(&json, "code", error.code);
    put(&json, "message", error.message);
    put(&json, "requestId", error.requestId);
    put(&json, "resource", error.resource);
    put(&json, "maybeDone", error.maybeDone);
    put(&json, "retryAfter", qint64{error.retryAfterSeconds});
    return json;
}

Error errorFromJson(const QJsonObject& json)
{
    Error error;
    error.kind = errorKindFromName(json.value(QLatin1String("kind")).toString());
    error.httpStatus = json.value(QLatin1String("status")).toInt();
    error.code = json.value(QLatin1String("code")).toString();
    error.message = json.value(QLatin1String("message")).toString();
    error.requestId = json.value(QLatin1String("requestId")).toString();
    error.resource = json.value(QLatin1String("resource")).toString();
    error.maybeDone = json.value(QLatin1String("maybeDone")).toBool();
    error.retryAfterSeconds = json.value(QLatin1String("retryAfter")).toInt();
    return error;
}

QJsonObject finishedJson(const FinishedObject& finished)
{
    QJsonObject json;
    put(&json, "etag", text(finished.etag));
    put(&json, "checksum", rawText(finished.checksum));
    put(&json, "version", finished.versionId);
    put(&json, "requestId", finished.requestId);
    put(&json, "byAnswer", finished.proof.answer);
    put(&json, "bySize", finished.proof.size);
    put(&json, "byToken", finished.proof.token);
    put(&json, "byEtag", finished.proof.etag);
    put(&json, "byChecksum", finished.proof.checksum);
    return json;
}

FinishedObject finishedFromJson(const QJsonObject& json)
{
    FinishedObject finished;
    finished.etag = bytes(json.value(QLatin1String("etag")));
    finished.checksum = raw(json.value(QLatin1String("checksum")));
    finished.versionId = json.value(QLatin1String("version")).toString();
    finished.requestId = json.value(QLatin1String("requestId")).toString();
    finished.proof.answer = json.value(QLatin1String("byAnswer")).toBool();
    finished.proof.size = json.value(QLatin1String("bySize")).toBool();
    finished.proof.token = json.value(QLatin1String("byToken")).toBool();
    finished.proof.etag = json.value(QLatin1String("byEtag")).toBool();
    finished.proof.checksum = json.value(QLatin1String("byChecksum")).toBool();
    return finished;
}

} // namespace

QString specMore(const UploadSpec& spec)
{
    const ObjectOptions& object = spec.object;
    QJsonObject json, metadata, tags;
    put(&json, "cacheControl", text(object.cacheControl));
    put(&json, "contentDisposition", text(object.contentDisposition));
    put(&json, "contentEncoding", text(object.contentEncoding));
    put(&json, "contentLanguage", text(object.contentLanguage));
    put(&json, "storageClass", text(object.storageClass));
    put(&json, "acl", text(object.acl));
    put(&json, "encryption", text(object.encryption));
    put(&json, "kmsKeyId", text(object.kmsKeyId));
    put(&json, "compositeChecksum", spec.compositeChecksum);
    put(&json, "followIdle", qint64{spec.followIdleSeconds});
    for (auto entry = object.metadata.cbegin(); entry != object.metadata.cend(); ++entry)
        metadata.insert(text(entry.key()), entry.value());
    for (auto entry = object.tags.cbegin(); entry != object.tags.cend(); ++entry)
        tags.insert(entry.key(), entry.value());
    if (!metadata.isEmpty())
        json.insert(QLatin1String("metadata"), metadata);
    if (!tags.isEmpty())
        json.insert(QLatin1String("tags"), tags);
    return compact(json);
}

void readSpecMore(const QString& more, UploadSpec* spec)
{
    if (more.isEmpty())
        return;
    const QJsonObject json = parsed(more);
    ObjectOptions& object = spec->object;
    object.cacheControl = bytes(json.value(QLatin1String("cacheControl")));
    object.contentDisposition = bytes(json.value(QLatin1String("contentDisposition")));
    object.contentEncoding = bytes(json.value(QLatin1String("contentEncoding")));
    object.contentLanguage = bytes(json.value(QLatin1String("contentLanguage")));
    object.storageClass = bytes(json.value(QLatin1String("storageClass")));
    object.acl = bytes(json.value(QLatin1String("acl")));
    object.encryption = bytes(json.value(QLatin1String("encryption")));
    object.kmsKeyId = bytes(json.value(QLatin1String("kmsKeyId")));
    spec->followIdleSeconds = json.value(QLatin1String("followIdle")).toInt();
    spec->compositeChecksum = json.value(QLatin1String("compositeChecksum")).toBool();
    const QJsonObject metadata = json.value(QLatin1String("metadata")).toObject();
    for (auto entry = metadata.constBegin(); entry != metadata.constEnd(); ++entry)
        object.metadata.insert(entry.key().toLatin1(), entry.value().toString());
    const QJsonObject tags = json.value(QLatin1String("tags")).toObject();
    for (auto entry = tags.constBegin(); entry != tags.constEnd(); ++entry)
        object.tags.insert(entry.key(), entry.value().toString());
}

QString copyText(const std::optional<CopySource>& copy)
{
    if (!copy)
        return {};
    QJsonObject json;
    put(&json, "account", copy->accountId);
    put(&json, "bucket", copy->object.bucket);
    put(&json, "key", text(copy->object.key));
    put(&json, "etag", text(copy->object.etag));
    put(&json, "version", copy->object.versionId);
    put(&json, "checksum", rawText(copy->checksum));
    put(&json, "opaqueEtag", copy->opaqueEtag);
    put(&json, "ownTags", copy->ownTags);
    put(&json, "otherService", copy->otherService);
    put(&json, "tagsLost", copy->tagsLost);
    return compact(json);
}

std::optional<CopySource> readCopyText(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    const QJsonObject json = parsed(text);
    CopySource copy;
    copy.accountId = json.value(QLatin1String("account")).toString();
    copy.object.bucket = json.value(QLatin1String("bucket")).toString();
    copy.object.key = bytes(json.value(QLatin1String("key")));
    copy.object.etag = bytes(json.value(QLatin1String("etag")));
    copy.object.versionId = json.value(QLatin1String("version")).toString();
    copy.checksum = raw(json.value(QLatin1String("checksum")));
    copy.opaqueEtag = json.value(QLatin1String("opaqueEtag")).toBool();
    copy.ownTags = json.value(QLatin1String("ownTags")).toBool();
    copy.otherService = json.value(QLatin1String("otherService")).toBool();
    copy.tagsLost = json.value(QLatin1String("tagsLost")).toBool();
    return copy;
}

QString stateMore(const UploadState& state)
{
    QJsonObject json;
    if (state.attention != Attention::None)
        put(&json, "attention", attentionName(state.attention));
    if (state.error)
        json.insert(QLatin1String("error"), errorJson(*state.error));
    put(&json, "renamedKey", text(state.renamedKey));
    put(&json, "storeBucket", state.storeBucket);
    put(&json, "storeKey", text(state.storeKey));
    put(&json, "replaceAllowed", state.replaceAllowed);
    put(&json, "createAskedAt", state.createAskedAtMs);
    put(&json, "completeAsked", state.completeAsked);
    if (!state.strays.isEmpty())
        json.insert(QLatin1String("strays"), QJsonArray::fromStringList(state.strays));
    put(&json, "leftovers", state.leftovers);
    put(&json, "abortAsked", state.abortAsked);
    put(&json, "opaqueEtags", state.opaqueEtags);
    put(&json, "partsCutAt", state.partsCutAtMs);
    put(&json, "handedOver", state.handedOver);
    put(&json, "closeAsked", state.closeAsked);
    put(&json, "throughHere", state.throughHere);
    put(&json, "restarts", qint64{state.restarts});
    put(&json, "bytesResent", state.bytesResent);
    put(&json, "sourceChanges", qint64{state.sourceChanges});
    if (state.finished)
        json.insert(QLatin1String("finished"), finishedJson(*state.finished));
    return compact(json);
}

void readStateMore(const QString& more, UploadState* state)
{
    if (more.isEmpty())
        return;
    const QJsonObject json = parsed(more);
    if (json.contains(QLatin1String("attention")))
        state->attention = attentionFromName(json.value(QLatin1String("attention")).toString());
    if (json.contains(QLatin1String("error")))
        state->error = errorFromJson(json.value(QLatin1String("error")).toObject());
    state->renamedKey = bytes(json.value(QLatin1String("renamedKey")));
    state->storeBucket = json.value(QLatin1String("storeBucket")).toString();
    state->storeKey = bytes(json.value(QLatin1String("storeKey")));
    state->replaceAllowed = json.value(QLatin1String("replaceAllowed")).toBool();
    state->createAskedAtMs = json.value(QLatin1String("createAskedAt")).toInteger();
    state->completeAsked = json.value(QLatin1String("completeAsked")).toBool();
    const QJsonArray strays = json.value(QLatin1String("strays")).toArray();
    for (const QJsonValue& stray : strays)
        state->strays.append(stray.toString());
    state->leftovers = json.value(QLatin1String("leftovers")).toBool();
    state->abortAsked = json.value(QLatin1String("abortAsked")).toBool();
    state->handedOver = json.value(QLatin1String("handedOver")).toBool();
    state->closeAsked = json.value(QLatin1String("closeAsked")).toBool();
    state->throughHere = json.value(QLatin1String("throughHere")).toBool();
    state->opaqueEtags = json.value(QLatin1String("opaqueEtags")).toBool();
    state->partsCutAtMs = json.value(QLatin1String("partsCutAt")).toInteger();
    state->restarts = json.value(QLatin1String("restarts")).toInt();
    state->bytesResent = json.value(QLatin1String("bytesResent")).toInteger();
    state->sourceChanges = json.value(QLatin1String("sourceChanges")).toInt();
    if (json.contains(QLatin1String("finished")))
        state->finished = finishedFromJson(json.value(QLatin1String("finished")).toObject());
}

QString planParts(const PartPlan& plan)
{
    QStringList runs;
    for (int index = 0; index < plan.cuts.size();) {
        const int first = plan.cuts.at(index).number;
        const qint64 length = plan.range(first).length;
        int times = 1;
        while (index + times < plan.cuts.size() && plan.numberAt(index + times) == first + times &&
               plan.range(first + times).length == length)
            ++times;
        index += times;
        runs.append(times == 1 ? QStringLiteral("%1:%2").arg(first).arg(length)
                               : QStringLiteral("%1*%2:%3").arg(first).arg(times).arg(length));
    }
    return runs.join(u' ');
}

namespace {

// One run of planParts(); false if it is none.
bool readRun(QStringView run, QMap<int, qint64>* lengths)
{
    constexpr int mostParts = 100'000;
    const qsizetype colon = run.indexOf(u':');
    const qsizetype star = run.indexOf(u'*');
    if (colon < 0)
        return false;
    bool ok = false, timesOk = true;
    const int first = run.left(star < 0 ? colon : star).toInt(&ok);
    const int times = star < 0 ? 1 : run.mid(star + 1, colon - star - 1).toInt(&timesOk);
    const qint64 length = run.mid(colon + 1).toLongLong();
    if (!ok || !timesOk || times < 1 || lengths->size() + times > mostParts || length < 1 ||
        first <= (lengths->isEmpty() ? 0 : lengths->lastKey()))
        return false;
    for (int i = 0; i < times; ++i)
        lengths->insert(lengths->cend(), first + i, length);
    return true;
}

} // namespace

void readPlanParts(const QString& text, PartPlan* plan)
{
    if (text.isEmpty())
        return;
    QMap<int, qint64> lengths;
    bool ok = true;
    for (const QStringView run : QStringView(text).split(u' '))
        ok = ok && readRun(run, &lengths);
    const PartPlan read = planOfLengths(lengths);
    const bool whole = ok && read.size == plan->size && read.count == plan->count && read.covers();
    *plan = whole ? read : PartPlan{plan->size, 0, 0, false};
}

QVariant packEtag(const QByteArray& etag)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const bool usual = etag.size() == 34 && etag.startsWith('"') && etag.endsWith('"') &&
                       std::all_of(etag.cbegin() + 1, etag.cend() - 1, isHex);
    if (usual)
        return QByteArray::fromHex(etag.mid(1, 32));
    return QString::fromLatin1(etag);
}

QByteArray unpackEtag(const QVariant& packed)
{
    if (packed.typeId() == QMetaType::QByteArray)
        return '"' + packed.toByteArray().toHex() + '"';
    return packed.toString().toLatin1();
}

} // namespace partway
