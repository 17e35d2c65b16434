// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionerror.h"

#include "base/redact.h"
#include "s3/errordocument.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace partway {

namespace {

constexpr int tries = 6; // with the usual back-off about a quarter of a minute
constexpr qsizetype longestWords = 500;

QString wordsOf(const QJsonValue& value)
{
    return redact(printable(value.toString(), longestWords));
}

Error refusal(const HttpReply& reply, const char* code, const QString& message)
{
    Error error = replyError(reply, ErrorKind::Refused, code);
    error.message = message;
    return error;
}

// Outside of production it passes on what the AWS SDK said.
Error sdkError(const HttpReply& reply, const QJsonObject& said)
{
    const QString code = wordsOf(
        said.value(said.contains(QLatin1String("Code")) ? QLatin1String("Code") : QLatin1String("name")));
    const int status = said.value(QLatin1String("$metadata"))
                           .toObject()
                           .value(QLatin1String("httpStatusCode"))
                           .toInt(reply.status);
    HttpReply store = reply;
    store.status = status >= 400 && status < 600 ? status : reply.status;
    Error error = replyError(store, kindForCode(code, store.status), "");
    error.code = code;
    error.message = wordsOf(said.value(QLatin1String("message")));
    const bool serversOwn = error.kind == ErrorKind::SignIn || error.kind == ErrorKind::Clock ||
                            error.kind == ErrorKind::Redirect;
    if (serversOwn) { // keys, clock and region are the server's: nobody here can mend them
        error.kind = ErrorKind::Refused;
        error.message = QStringLiteral("%1: %2").arg(code, error.message);
        error.code = QStringLiteral("companion-store-refused");
    }
    error.maybeDone = store.status >= 500 && error.kind == ErrorKind::Transient;
    return error;
}

Error failure(const HttpReply& reply)
{
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    const QJsonObject said = json.value(QLatin1String("error")).toObject();
    const QString name = said.value(QLatin1String("name")).toString();
    const bool named = !name.isEmpty() && name != QLatin1String("Error");
    if (named || said.value(QLatin1String("Code")).isString())
        return sdkError(reply, said);
    Error error = replyError(reply, ErrorKind::Transient, "companion-failed", true);
    error.message = wordsOf(json.value(QLatin1String("message")));
    if (error.requestId.isEmpty())
        error.requestId = printable(json.value(QLatin1String("requestId")).toString(), 200);
    return error;
}

} // namespace

Error companionError(const HttpReply& reply)
{
    if (reply.failure)
        return errorFromReply(reply);
    if (reply.status == 500)
        return failure(reply);
    if (reply.status >= 300 && reply.status < 400)
        return refusal(reply, "companion-redirects", {});
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    const char* words = json.contains(QLatin1String("error")) ? "error" : "message";
    const QString message = wordsOf(json.value(QLatin1String(words)));
    switch (reply.status) {
    case 400:
        return refusal(reply, "companion-bad-request", message);
    case 401:
    case 403:
    case 407: {
        Error error = refusal(reply, "companion-sign-in", message);
        error.kind = ErrorKind::SignIn;
        return error;
    }
    case 404:
        return refusal(reply, "companion-not-found", message);
    default:
        break;
    }
    if (isSuccess(reply))
        return notCompanion(reply);
    // A proxy before it: what it means is in the status.
    Error error = errorFromReply(reply);
    if (error.code == QLatin1String("not-s3"))
        error.code = QStringLiteral("not-companion");
    return error;
}

Error notCompanion(const HttpReply& reply, bool maybeDone)
{
    Error error = replyError(reply, ErrorKind::Refused, "not-companion", maybeDone);
    error.message = redact(htmlTitle(reply.body));
    return error;
}

Error CompanionPatience::judge(const QByteArray& about, Error error)
{
    constexpr qsizetype most = 10'000;
    if (error.code != QLatin1String("companion-failed"))
        return error;
    if (m_failures.size() > most)
        m_failures.clear();
    if (++m_failures[about] < tries)
        return error;
    m_failures.remove(about);
    error.kind = ErrorKind::Refused;
    error.maybeDone = false;
    return error;
}

} // namespace partway
