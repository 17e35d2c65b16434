// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/adoptioncheck.h"

#include "http/retrypolicy.h"
#include "upload/digestpool.h"
#include "upload/sourcefile.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace partway {

using namespace std::chrono_literals;

class AdoptionCheck::Private
{
public:
    Private(ObjectStore& s, DigestPool& p) : store(s), pool(p) {}
    ~Private();

    void list(int afterPart);
    void listed(int afterPart, const Result<ListPartsPage>& page);
    void plan();
    void choose();
    void compareAll();
    void hashNext();
    void end(const Result<Adoption>& result);
    void fail(const Error& error) { end(error); }

    // One comparison: this part, by its range in the chosen plan, or by that of a candidate.
    struct Task
    {
        int number = 0;
        ByteRange range;
        std::function<void(const Digests&)> done;
    };

    ObjectStore& store;
    DigestPool& pool;
    UploadRef upload;
    std::function<void(Result<Adoption>)> done;
    std::function<void(qint64, qint64)> progress;
    std::shared_ptr<SourceFile> source;
    QMap<int, ListedPart> held;
    Adoption found;
    QList<PartPlan> plans;
    QList<int> matches; // of each candidate
    QList<Task> tasks;
    std::function<void()> whenHashed;
    QSet<DigestPool::JobId> hashing;
    qint64 compared = 0, total = 0;
    int attempt = 1;
    ObjectStore::CallId call = 0;
    std::shared_ptr<int> alive = std::make_shared<int>(); // answers after our end find it gone
    QObject context;                                      // timers end with it
};

AdoptionCheck::AdoptionCheck(ObjectStore& store, DigestPool& digests)
    : d(std::make_unique<Private>(store, digests))
{
}

AdoptionCheck::~AdoptionCheck() = default;

AdoptionCheck::Private::~Private()
{
    done = {};
    if (call != 0)
        store.cancel(call);
    for (DigestPool::JobId job : std::as_const(hashing))
        pool.cancel(job);
}

void AdoptionCheck::start(const UploadRef& upload, const QString& path,
                          std::function<void(Result<Adoption>)> done,
                          std::function<void(qint64, qint64)> progress)
{
    d->upload = upload;
    d->done = std::move(done);
    d->progress = std::move(progress);
    QTimer::singleShot(0, &d->context, [d = d.get(), path] {
        const Result<std::shared_ptr<SourceFile>> opened = SourceFile::open(path);
        if (!opened)
            return d->fail(opened.error());
        d->source = *opened;
        d->found.source = d->source->fingerprint();
        d->list(0);
    });
}

// --- what the store holds -------------------------------------------------------------------------------

void AdoptionCheck::Private::list(int afterPart)
{
    const ListPartsInput input{upload, afterPart, 1000};
    call = store.listParts(input, [this, weak = std::weak_ptr<int>(alive), afterPart](const auto& page) {
        if (!weak.expired())
            listed(afterPart, page);
    });
}

void AdoptionCheck::Private::listed(int afterPart, const Result<ListPartsPage>& page)
{
    constexpr int tries = 4;
    call = 0;
    if (!page && isRetryable(page.error()) && attempt < tries) {
        QTimer::singleShot(500ms * (1 << attempt++), &context, [this, afterPart] { list(afterPart); });
        return;
    }
    if (!page)
        return fail(page.error());
    attempt = 1;
    for (const ListedPart& part : page->parts)
        held.insert(part.number, part);
    if (page->checksumUnknown) {
        Error unknown;
        unknown.kind = ErrorKind::Refused;
        unknown.code = QStringLiteral("adopt-checksum-unknown");
        return fail(unknown);
    }
    if (page->checksum != ChecksumMode::None)
        found.checksum = page->checksum;
    found.compositeChecksum = found.compositeChecksum || page->compositeChecksum;
    const int last = held.isEmpty() ? 0 : held.lastKey();
    if (page->truncated && last > afterPart)
        list(last);
    else
        plan();
}

// --- how it was cut -------------------------------------------------------------------------------------

void AdoptionCheck::Private::plan()
{
    QMap<int, qint64> lengths;
    for (const ListedPart& part : std::as_const(held))
        lengths.insert(part.number, part.size);
    const Result<QList<PartPlan>> possible =
        possiblePlans(lengths, found.source.size, store.profile().limits);
    if (!possible)
        return fail(possible.error());
    plans = *possible;
    matches = QList<int>(plans.size(), 0);
    whenHashed = [this] { compareAll(); };
    if (plans.size() > 1)
        choose();
    hashNext();
}

// Where more than one way of cutting is possible, a few parts that would be other bytes in each are compared.
void AdoptionCheck::Private::choose()
{
    constexpr int samples = 8;
    QList<int> telling;
    for (const ListedPart& part : std::as_const(held)) {
        const ByteRange first = plans.first().range(part.number);
        const bool differs = std::any_of(plans.cbegin(), plans.cend(), [&](const PartPlan& plan) {
            return plan.range(part.number) != first;
        });
        if (differs && isComparable(part, found.checksum))
            telling.append(part.number);
    }
    const qsizetype step = std::max(qsizetype{1}, telling.size() / samples);
    for (qsizetype at = 0; at < telling.size(); at += step) {
        const ListedPart part = held.value(telling.at(at));
        for (qsizetype i = 0; i < plans.size(); ++i) {
            if (plans.at(i).range(part.number).length != part.size)
                continue;
            tasks.append(
                {part.number, plans.at(i).range(part.number), [this, part, i](const Digests& digests) {
                     if (compareListed(part, digests, found.checksum) == PartMatch::Same)
                         ++matches[i];
                 }});
        }
    }
}

void AdoptionCheck::Private::compareAll()
{
    const auto best = std::max_element(matches.cbegin(), matches.cend()); // the first of equals
    found.plan = plans.at(best - matches.cbegin());
    for (int index = 0; index < found.plan.count; ++index) {
        const int number = found.plan.numberAt(index);
        const ByteRange range = found.plan.range(number);
        const auto part = held.constFind(number);
        if (part == held.cend() || part->size != range.length) {
            found.parts.insert(number, part == held.cend() ? PartMatch::Missing : PartMatch::Different);
            continue;
        }
        found.parts.insert(number, PartMatch::Uncheckable);
        if (!isComparable(*part, found.checksum))
            continue;
        total += range.length;
        tasks.append({number, range, [this, part = *part, number](const Digests& digests) {
                          const PartMatch match = compareListed(part, digests, found.checksum);
                          found.parts.insert(number, match);
                          if (match == PartMatch::Same)
                              found.same.insert(number, {part.etag, digests.md5,
                                                         checksumIn(digests, found.checksum), true});
                      }});
    }
    whenHashed = [this] {
        found.opaqueEtags = !held.isEmpty() &&
                            std::none_of(found.same.cbegin(), found.same.cend(), [](const StoredPart& part) {
                                return bareEtag(part.etag) == part.md5.toHex();
                            });
        end(found);
    };
    hashNext();
}

// --- comparing ------------------------------------------------------------------------------------------

void AdoptionCheck::Private::hashNext()
{
    constexpr int together = 4;
    while (!tasks.isEmpty() && hashing.size() < together) {
        const Task task = tasks.takeFirst();
        const auto job = std::make_shared<DigestPool::JobId>(0);
        const DigestPlan plan = digestsFor(found.checksum);
        *job =
            pool.digest(source, found.source, task.range, plan,
                        [this, job, task, weak = std::weak_ptr<int>(alive)](const Result<Digests>& digests) {
                            if (weak.expired() || !done)
                                return;
                            hashing.remove(*job);
                            if (!digests)
                                return fail(digests.error());
                            compared += task.range.length;
                            task.done(*digests);
                            if (progress && total > 0)
                                progress(compared, total);
                            hashNext();
                        });
        hashing.insert(*job);
    }
    if (tasks.isEmpty() && hashing.isEmpty() && whenHashed) {
        const auto next = std::exchange(whenHashed, {});
        compared = 0;
        next();
    }
}

void AdoptionCheck::Private::end(const Result<Adoption>& result)
{
    tasks.clear();
    whenHashed = {};
    if (const auto tell = std::exchange(done, {}))
        tell(result);
}

} // namespace partway
