// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowjson.h"

#include "base/redact.h"
#include "format/errortext.h"

namespace partway {

QJsonObject rowJson(const char* event, const TransferRow& row)
{
    QJsonObject object{{QStringLiteral("event"), QLatin1String(event)},
                       {QStringLiteral("id"), row.id.value},
                       {QStringLiteral("path"), row.sourcePath},
                       {QStringLiteral("bucket"), row.bucket.value()},
                       {QStringLiteral("key"), QString::fromUtf8(row.key)},
                       {QStringLiteral("size"), row.size}};
    if (!row.storeKey.isEmpty()) { // a server chose another place than was wished
        object.insert(QStringLiteral("storeBucket"), row.storeBucket.value());
        object.insert(QStringLiteral("storeKey"), QString::fromUtf8(row.storeKey.value()));
    }
    return object;
}

QJsonObject errorJson(const Error& error)
{
    QJsonObject object{{QStringLiteral("kind"), errorKindName(error.kind)},
                       {QStringLiteral("code"), error.code},
                       {QStringLiteral("sentence"), errorLine(error)}};
    if (!error.message.isEmpty())
        object.insert(QStringLiteral("message"), redact(error.message));
    if (error.httpStatus > 0)
        object.insert(QStringLiteral("httpStatus"), error.httpStatus);
    if (!error.requestId.isEmpty())
        object.insert(QStringLiteral("requestId"), error.requestId);
    if (!error.resource.isEmpty())
        object.insert(QStringLiteral("resource"), redact(error.resource));
    return object;
}

void insertState(QJsonObject& object, const TransferRow& row)
{
    object.insert(QStringLiteral("phase"), phaseName(row.phase));
    if (row.hold != Hold::None)
        object.insert(QStringLiteral("hold"), holdName(row.hold));
    if (row.source != SourceKind::File) {
        object.insert(QStringLiteral("source"), sourceKindName(row.source));
        object.insert(QStringLiteral("openEnd"), row.openEnd);
        object.insert(QStringLiteral("waitsForSource"), row.waitsForSource);
        object.insert(QStringLiteral("rechecks"), row.rechecks);
        object.insert(QStringLiteral("waitsForRoom"), row.noRoom);
    }
    if (row.attention != Attention::None)
        object.insert(QStringLiteral("attention"), attentionName(row.attention));
    if (row.error)
        object.insert(QStringLiteral("error"), errorJson(*row.error));
}

} // namespace partway
