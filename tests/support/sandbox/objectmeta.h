// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/answer.h"
#include "support/sandbox/exchange.h"
#include "support/sandbox/records.h"

namespace partway::sandbox {

// What the object is to carry, from the headers of PutObject, CreateMultipartUpload or CopyObject.
// Throws for what is too large or malformed, and NotImplemented for what the sandbox does not do
// (encryption, object lock, grants, redirects): it never takes such a header for nothing.
ObjectMeta objectMetaOf(const Request& request, const Limits& limits);

// Throws NotImplemented when a header asks for something the sandbox does not do.
void refuseUnsupported(const Request& request);

// Puts what an object carries into the answer to GET or HEAD.
void describe(Answer& answer, const ObjectMeta& meta);

void setVersion(Answer& answer, const ObjectRecord& record); // x-amz-version-id, where there is one

// If-None-Match and If-Match of PutObject and Complete.
Condition writeConditionOf(const Request& request, const FaultPlan& faults);

// The tags as name and value, decoded; throws InvalidTag.
QList<std::pair<QByteArray, QByteArray>> tagsOf(const QByteArray& query);

QByteArray quoted(const QByteArray& etag);
QByteArray unquoted(const QByteArray& etag);

} // namespace partway::sandbox
