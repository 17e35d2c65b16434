// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/inventory.h"
#include "support/listingstore.h"

#include <QtTest>

#include <algorithm>

namespace partway {

// Surveys of a ListingStore, gathered.

inline const QString media = QStringLiteral("media");
inline const Inventory::Pace fast{.retry = std::chrono::milliseconds(1),
                                  .abort = std::chrono::milliseconds(1)};

inline Error failure(ErrorKind kind, int status, const char* code = "")
{
    return Error{.kind = kind, .httpStatus = status, .code = QLatin1String(code)};
}

struct Listed
{
    QList<IncompleteUpload> uploads;
    QStringList buckets;
    QList<BucketReport> reports;
    int blocks = 0;
    int counted = 0;
    int ends = 0;
    std::optional<Error> error;

    QList<IncompleteUpload>::iterator find(const UploadRef& ref)
    {
        return std::find_if(uploads.begin(), uploads.end(), [&ref](const IncompleteUpload& upload) {
            return upload.bucket == ref.bucket && upload.upload.uploadId == ref.uploadId;
        });
    }

    QStringList ids() const
    {
        QStringList list;
        for (const IncompleteUpload& upload : uploads)
            list.append(upload.upload.uploadId);
        return list;
    }
};

inline SurveyTold tellTo(Listed& listed)
{
    SurveyTold told;
    told.buckets = [&](const QStringList& buckets) { listed.buckets = buckets; };
    told.found = [&](const QList<IncompleteUpload>& found) {
        listed.uploads += found;
        ++listed.blocks;
    };
    told.counted = [&](const IncompleteUpload& upload) {
        *listed.find(upload.ref()) = upload;
        ++listed.counted;
    };
    told.gone = [&](const UploadRef& ref) { listed.uploads.erase(listed.find(ref)); };
    told.bucket = [&](const BucketReport& report) { listed.reports.append(report); };
    told.done = [&](const Result<void>& end) {
        ++listed.ends;
        if (!end)
            listed.error = end.error();
    };
    return told;
}

inline Listed listAll(ObjectStore& store, const IncompleteWish& wish, Inventory::Pace pace = fast)
{
    Listed listed;
    Inventory inventory(store, pace);
    inventory.survey(wish, tellTo(listed));
    if (listed.ends > 0)
        qFatal("the listing ended inside its call");
    static_cast<void>(QTest::qWaitFor([&] { return listed.ends > 0; }));
    QTest::qWait(5); // a second end would come now
    return listed;
}

} // namespace partway
