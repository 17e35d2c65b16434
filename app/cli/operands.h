// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "complaint.h"
#include "values.h"

namespace partway {

// What an operand names on a store; the complaint says what it is not, and `hint` how it is done.

// s3://BUCKET/KEY
OrComplaint<S3Url> objectOperand(const QString& text, const QString& hint);
// s3://BUCKET[/PREFIX]; s3:// is every bucket, its bucket is empty.
OrComplaint<S3Url> placeOperand(const QString& text, const QString& hint);
// The same, with a bucket.
OrComplaint<S3Url> bucketOperand(const QString& text, const QString& hint);

} // namespace partway
