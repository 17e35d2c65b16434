// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/cleanuprule.h"
#include "incomplete/incompleteupload.h"
#include "incomplete/storecalls.h"
#include "incomplete/storehabits.h"

#include <functional>
#include <memory>

namespace partway {

// Lists the incomplete uploads of one bucket, page by page, as its kind of store allows, and its rules if
// they are wished. Where a store lists by no prefix, or by folders only, more is asked for and the rest left
// out here. Ends once with a report, never from inside start(). Engine thread.
class BucketWalk final : public std::enable_shared_from_this<BucketWalk>
{
public:
    using Found = std::function<void(const QList<IncompleteUpload>&)>;
    using Done = std::function<void(const BucketReport&)>;

    BucketWalk(StoreCalls& calls, const QString& bucket, const IncompleteWish& wish, Found found, Done done);
    void start();

private:
    void askPage(const QByteArray& keyMarker, const QString& idMarker);
    void takePage(const ListUploadsPage& page, const QByteArray& keyMarker, const QString& idMarker);
    void endListing();
    void askRules();
    void takeRules(const Result<LifecycleAnswer>& answer);
    void keep(const Error& error);
    void note(const char* code);

    StoreCalls& m_calls;
    IncompleteWish m_wish;
    QByteArray m_asked; // the prefix that the store is asked for
    Found m_found;
    Done m_done;
    BucketReport m_report;
    StoreHabits m_habits;
    int m_listed = 0;
    bool m_blind = false; // found nothing by the prefix, and was asked for all
};

} // namespace partway
