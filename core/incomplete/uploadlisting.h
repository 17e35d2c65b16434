// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"
#include "incomplete/storecalls.h"

#include <memory>
#include <optional>

namespace partway {

// One walk over the incomplete uploads of one bucket or all: page by page, the parts of a page's uploads
// summed before it is handed out, so that memory does not grow with the number of uploads.
class UploadListing final : public std::enable_shared_from_this<UploadListing>
{
public:
    using Found = std::function<void(QList<IncompleteUpload>)>;
    using Done = std::function<void(Result<void>)>;

    UploadListing(StoreCalls& calls, const IncompleteWish& wish, Found found, Done done);
    void start();

private:
    void nextBucket();
    void askPage(const QByteArray& keyMarker, const QString& idMarker);
    void takePage(const ListUploadsPage& page, const QByteArray& keyMarker, const QString& idMarker);
    void countMore();
    void countParts(int index, int afterPart);
    void takeParts(int index, int afterPart, const Result<ListPartsPage>& page);
    void endPage();
    void keep(const Error& error);

    StoreCalls& m_calls;
    IncompleteWish m_wish;
    Found m_found;
    Done m_done;

    QStringList m_buckets; // still to be asked
    QString m_bucket;
    std::optional<Error> m_error; // the first

    QList<IncompleteUpload> m_page;
    QList<bool> m_gone; // vanished while their parts were asked for
    int m_nextToCount = 0;
    int m_counting = 0;
    bool m_more = false;
    QByteArray m_nextKey;
    QString m_nextId;
};

} // namespace partway
