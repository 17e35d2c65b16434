// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteentry.h"

#include <QJsonObject>

namespace partway {

// Incomplete uploads as the command line prints them.
QStringList incompleteTable(const QList<IncompleteEntry>& entries, const QDateTime& now);
QString totalLine(const QList<IncompleteEntry>& entries);
QStringList bucketLines(const BucketReport& report); // notes about a bucket; empty: nothing to be said
QString abortErrorLine(const Error& error);          // also of "upload-in-use"

QJsonObject refJson(const char* event, const UploadRef& upload); // event, bucket, key, uploadId
QJsonObject incompleteJson(const char* event, const IncompleteEntry& entry, const QDateTime& now);
QJsonObject bucketJson(const BucketReport& report);
QJsonObject ruleJson(const CleanUpRule& rule);
QJsonObject totalJson(const QList<IncompleteEntry>& entries, int exitCode);

} // namespace partway
