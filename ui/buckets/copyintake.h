// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/storeoffice.h"
#include "base/clock.h"
#include "buckets/buckettree.h"
#include "queue/copyplan.h"
#include "queue/transferqueue.h"

#include <deque>

namespace partway {

// Makes transfers of objects and folders that are to be copied: looks at each source, plans it, and hands it
// to the queue, one after the other, so that a folder of any size costs little at a time. GUI thread.
class CopyIntake final : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        QString fromAccount;
        QList<BucketRow> rows; // objects, and folders with all that is in them
        QString versionId;     // of the one object; empty: the current one
        Destination to;
        QByteArray name; // of the one object; empty: it keeps its own
        IfExists ifExists = IfExists::Ask;
        bool throughHere = false;
        std::optional<ObjectOptions> carries; // beside the bytes; unset: what the source does
    };
    // What became of one wish.
    struct Outcome
    {
        int planned = 0;      // transfers made
        int tagsNotThere = 0; // of these, lose their tags: objects have none there
        int tagsUnread = 0;   // …: the keys may not read them
        QList<RefusedPath> refused;
    };

    CopyIntake(StoreOffice& office, const AccountList& accounts, TransferQueue& queue,
               QObject* parent = nullptr);

    void add(const Wish& wish);

Q_SIGNALS:
    void ended(const partway::CopyIntake::Outcome& outcome); // once for each add()

private:
    struct Source
    {
        QByteArray key;
        QByteArray target;
    };
    struct Run
    {
        Wish wish;
        Account from, to;
        std::deque<BucketRow> folders;
        std::deque<Source> sources;
        QString bucket; // of the sources
        Outcome outcome;
    };
    void proceed(const std::shared_ptr<Run>& run);
    void list(const std::shared_ptr<Run>& run, const BucketRow& folder, const QByteArray& token);
    void look(const std::shared_ptr<Run>& run);
    void looked(const std::shared_ptr<Run>& run, const CopyRequest& request, const Result<CopyFacts>& facts);

    StoreOffice& m_office;
    const AccountList& m_accounts;
    TransferQueue& m_queue;
    SystemRandomness m_random;
};

} // namespace partway
