// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/copyintake.h"

#include <QTimer>

namespace partway {

namespace {

QByteArray lastName(const QByteArray& key)
{
    return key.mid(key.lastIndexOf('/', -2) + 1);
}

} // namespace

CopyIntake::CopyIntake(StoreOffice& office, const AccountList& accounts, TransferQueue& queue,
                       QObject* parent)
    : QObject(parent), m_office(office), m_accounts(accounts), m_queue(queue)
{
}

void CopyIntake::add(const Wish& wish)
{
    const std::optional<Account> from = m_accounts.byId(wish.fromAccount);
    const std::optional<Account> to = m_accounts.byId(wish.to.accountId);
    if (!from || !to || wish.rows.isEmpty()) {
        Q_EMIT ended({});
        return;
    }
    auto run = std::make_shared<Run>();
    run->wish = wish;
    run->from = *from;
    run->to = *to;
    run->bucket = wish.rows.first().bucket;
    const QByteArray prefix = wish.to.prefix.toUtf8();
    for (const BucketRow& row : wish.rows) {
        if (row.kind == BucketRowKind::Object)
            run->sources.push_back({row.key, prefix + (wish.name.isEmpty() ? lastName(row.key) : wish.name)});
        else if (row.isPlace())
            run->folders.push_back(row);
    }
    proceed(run);
}

void CopyIntake::proceed(const std::shared_ptr<Run>& run)
{
    if (!run->sources.empty()) {
        look(run);
    } else if (!run->folders.empty()) {
        const BucketRow folder = run->folders.front();
        run->folders.pop_front();
        list(run, folder, {});
    } else {
        Q_EMIT ended(run->outcome);
    }
}

// A folder keeps its name and structure below the destination; so does what is in a bucket.
void CopyIntake::list(const std::shared_ptr<Run>& run, const BucketRow& folder, const QByteArray& token)
{
    ListObjectsInput input;
    input.bucket = folder.bucket;
    input.prefix = folder.key;
    input.continuationToken = token;
    m_office.ask<ListObjectsPage>(
        run->from.id, this,
        [input](ObjectStore& store, auto answer) { return store.listObjects(input, std::move(answer)); },
        [this, run, folder, token](const Result<ListObjectsPage>& page) {
            if (!page) {
                run->outcome.refused.append(
                    {copySourceText({folder.bucket, folder.key, {}, {}}), page.error()});
                proceed(run);
                return;
            }
            const qsizetype above = folder.key.size() - lastName(folder.key).size();
            for (const ListedObject& object : page->objects)
                run->sources.push_back({object.key, run->wish.to.prefix.toUtf8() + object.key.mid(above)});
            if (page->truncated && page->nextToken != token)
                list(run, folder, page->nextToken);
            else
                proceed(run);
        });
}

void CopyIntake::look(const std::shared_ptr<Run>& run)
{
    const Source source = run->sources.front();
    run->sources.pop_front();
    CopyRequest request;
    request.from = run->from;
    request.source = {run->bucket, source.key, {}, run->wish.versionId};
    request.to = run->to;
    request.bucket = run->wish.to.bucket;
    request.key = source.target;
    request.ifExists = run->wish.ifExists;
    request.throughHere = run->wish.throughHere;
    request.options = run->wish.carries;
    m_office.run(request.from.id, [this, run, request,
                                   alive = QPointer<QObject>(this)](const Result<StoreOffice::Store>& store) {
        const auto tell = [this, run, request, alive](const Result<CopyFacts>& facts) {
            m_office.report(alive, [this, run, request, facts] { looked(run, request, facts); });
        };
        if (!store)
            return tell(store.error());
        // Held by its own answer until it has come, and a moment longer: it may be the last to hold the
        // store.
        auto look = std::make_shared<CopyLook>(*store);
        look->start(request, [look, tell](const Result<CopyFacts>& facts) {
            tell(facts);
            QTimer::singleShot(0, [look] {});
        });
    });
}

void CopyIntake::looked(const std::shared_ptr<Run>& run, const CopyRequest& request,
                        const Result<CopyFacts>& facts)
{
    const Result<Transfer> transfer =
        facts ? planCopy(request, *facts, m_random, QDateTime::currentDateTimeUtc()) : facts.error();
    if (transfer) {
        const TagLoss loss = tagLossOf(request, *facts, *transfer);
        run->outcome.tagsNotThere += int(loss == TagLoss::NotThere);
        run->outcome.tagsUnread += int(loss == TagLoss::Unread);
        m_queue.addPrepared({*transfer});
        ++run->outcome.planned;
    } else {
        run->outcome.refused.append({copySourceText(request.source), transfer.error()});
    }
    proceed(run);
}

} // namespace partway
