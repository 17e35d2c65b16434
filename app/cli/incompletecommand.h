// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bucketorder.h"
#include "incomplete/abortbook.h"
#include "incomplete/abortrun.h"
#include "incomplete/incompleteentry.h"
#include "incomplete/inventory.h"
#include "incompleteoptions.h"
#include "queue/ownuploads.h"
#include "storecommand.h"

#include <memory>

namespace partway {

// `incomplete list`, `abort` and `retry`: what unfinished uploads left on a store, ours or anyone's, and
// their end. Works on the main thread; there is no queue, the journal is only read.
class IncompleteCommand final : public StoreCommand
{
    Q_OBJECT
public:
    IncompleteCommand(Workplace& workplace, Console& console, Account account, IncompleteOptions options);
    ~IncompleteCommand() override;

    void start() override;
    void interrupt() override;

private:
    void opened() override;
    static QString placeOf(const UploadRef& upload);
    bool wantsParts() const;
    void survey();
    SurveyTold teller();
    void settled(const QString& bucket);
    void takeAll(const Result<void>& end);
    void addUnlisted(const Result<void>& end);
    QList<IncompleteEntry> entries(const QString& bucket) const; // that pass the filter, by key and time
    QList<IncompleteEntry> entries() const;                      // of all buckets
    IncompleteEntry entryOf(const IncompleteUpload& upload) const;

    bool prints() const { return m_options.task == IncompleteTask::List || m_options.dryRun; }
    void printHead();
    void print(const QStringList& buckets); // what is to be told of these, and nothing comes to it any more
    void printRows(const QList<IncompleteEntry>& entries);
    void printReport(const QString& bucket) const;
    void summary() const;
    void showProgress() const;

    void abort(const QList<IncompleteEntry>& entries);
    bool mayAbort(const IncompleteEntry& entry);
    void retry();
    QList<LeftAbort> leftHere() const;
    void forget(const QList<LeftAbort>& left);
    void run(const QList<AbortWish>& wishes);
    void aborted(const AbortWish& wish, const Result<void>& result);
    void allAborted();
    void remember();
    void tellAborts(ExitCode code, qsizetype left) const;
    LeftAbort leftOf(const UploadRef& upload) const;

    void worse(ExitCode code);

    const IncompleteOptions m_options;
    OwnUploads m_own;
    PriceTable m_prices;
    StoreHabits m_habits;
    std::unique_ptr<Inventory> m_inventory; // goes before the store
    std::unique_ptr<AbortRun> m_run;        // so does this
    AbortBook m_book;
    QMap<QString, QHash<QString, IncompleteUpload>> m_found; // by bucket, then by upload id and key
    QHash<QString, BucketReport> m_reports;
    BucketOrder m_order;
    QList<IncompleteEntry> m_printed;
    int m_seen = 0, m_counted = 0;
    bool m_hasHead = false;
    QDateTime m_askedAt;
    QHash<QString, LeftAbort> m_open;     // to be aborted, not told of yet
    QList<LeftAbort> m_settled, m_failed; // nothing is left to be done; to be tried again
    int m_aborted = 0, m_forgotten = 0;
    ExitCode m_worst = ExitCode::Done;
};

} // namespace partway
