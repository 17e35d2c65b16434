// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/faultwork.h"

#include "support/sandbox/failure.h"

namespace partway::sandbox {
namespace {

QByteArray usualCode(int status)
{
    switch (status) {
    case 400:
        return "InvalidRequest";
    case 403:
        return "AccessDenied";
    case 404:
        return "NoSuchKey";
    case 409:
        return "ConditionalRequestConflict";
    case 412:
        return "PreconditionFailed";
    case 429:
        return "TooManyRequests";
    case 501:
        return "NotImplemented";
    case 503:
        return "SlowDown";
    default:
        return "InternalError";
    }
}

Answer page(int status)
{
    Answer answer;
    answer.status = status;
    answer.headers.set("Content-Type", "text/html; charset=utf-8");
    answer.body = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><h1>Please sign in to the "
                  "network</h1><p>This is not a store.<br></body></html>\n";
    return answer;
}

} // namespace

std::optional<Answer> answerInstead(const FaultPlan& faults, WireBody& body)
{
    if (faults.html > 0) {
        body.drain();
        return page(faults.html);
    }
    if (faults.expiredToken)
        throw failure("ExpiredToken");
    if (faults.status == 0)
        return std::nullopt;
    if (faults.late)
        body.drain();
    Failure made = failure(faults.code.isEmpty() ? usualCode(faults.status) : faults.code);
    made.status = faults.status;
    if (faults.retryAfterSeconds > 0)
        made.headers.set("Retry-After", QByteArray::number(faults.retryAfterSeconds));
    if (!faults.emptyBody)
        throw made;
    Answer answer;
    answer.status = faults.status;
    answer.headers = made.headers;
    return answer;
}

Answer errorInside(const FaultPlan& faults, const Request& request, WireBody& body)
{
    body.drain();
    return Answer::xml(errorDocument(failure(faults.errorInside), request.path, "0000000000000000"));
}

void deleteUpload(Depot& depot, const Request& request)
{
    try {
        const std::shared_ptr<Bucket> bucket = depot.bucket(request.bucket);
        const std::shared_ptr<Upload> upload = bucket->upload(request.key, request.queryValue("uploadId"));
        upload->remove();
        bucket->forget(*upload);
    } catch (const Failure&) {
        // Not there: just what was wanted.
    }
}

} // namespace partway::sandbox
