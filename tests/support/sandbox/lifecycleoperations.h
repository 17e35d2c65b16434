// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/answer.h"
#include "support/sandbox/exchange.h"

#include <QJsonArray>

namespace partway::sandbox {

Answer getBucketLifecycle(Exchange& exchange);
Answer putBucketLifecycle(Exchange& exchange);
Answer deleteBucketLifecycle(Exchange& exchange);

// x-amz-abort-date and x-amz-abort-rule-id, where a rule will end the upload.
void addAbortHeaders(Answer& answer, const Bucket& bucket, const UploadRecord& upload);

// Does what the rules would have done by then, on all buckets; says what was aborted.
QJsonArray applyAbortRules(const Depot& depot, const QDateTime& now);

} // namespace partway::sandbox
