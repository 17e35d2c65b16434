// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/uploadlisting.h"

namespace partway {

namespace {

constexpr int parallelCounts = 4;

} // namespace

UploadListing::UploadListing(StoreCalls& calls, const IncompleteWish& wish, Found found, Done done)
    : m_calls(calls), m_wish(wish), m_found(std::move(found)), m_done(std::move(done))
{
}

void UploadListing::start()
{
    if (!m_wish.bucket.isEmpty()) {
        m_buckets = {m_wish.bucket};
        nextBucket();
        return;
    }
    m_calls.ask<QList<ListedBucket>>(
        [&store = m_calls.store()](const auto& answer) { return store.listBuckets(answer); },
        [self = shared_from_this()](const Result<QList<ListedBucket>>& buckets) {
            if (!buckets) {
                self->m_done(buckets.error());
                return;
            }
            for (const ListedBucket& bucket : *buckets)
                self->m_buckets.append(bucket.name);
            self->nextBucket();
        });
}

// Reached only from answers, so that done is never called from inside start(): a named bucket is always asked
// for first.
void UploadListing::nextBucket()
{
    const bool stop = m_error && m_error->kind == ErrorKind::SignIn; // the others would say the same
    if (m_buckets.isEmpty() || stop) {
        m_done(m_error ? Result<void>(*m_error) : Result<void>());
        return;
    }
    m_bucket = m_buckets.takeFirst();
    askPage({}, {});
}

void UploadListing::askPage(const QByteArray& keyMarker, const QString& idMarker)
{
    ListUploadsInput input{.bucket = m_bucket, .prefix = m_wish.prefix, .keyMarker = keyMarker};
    input.uploadIdMarker = idMarker;
    m_calls.ask<ListUploadsPage>(
        [&store = m_calls.store(), input](const auto& answer) { return store.listUploads(input, answer); },
        [self = shared_from_this(), keyMarker, idMarker](const Result<ListUploadsPage>& page) {
            if (page) {
                self->takePage(*page, keyMarker, idMarker);
                return;
            }
            self->keep(page.error());
            self->nextBucket();
        });
}

void UploadListing::takePage(const ListUploadsPage& page, const QByteArray& keyMarker,
                             const QString& idMarker)
{
    m_page.clear();
    for (const ListedUpload& upload : page.uploads) {
        if (upload.key.startsWith(m_wish.prefix)) // some stores overlook the prefix
            m_page.append({.bucket = m_bucket, .upload = upload});
    }
    m_gone = QList<bool>(m_page.size(), false);
    m_nextToCount = 0;
    // Both markers go back: the key's alone skips the other uploads of that key (s3-reference §2.7). A page
    // that is "truncated" without markers, or with the ones we sent, would be asked for ever.
    const bool moved = page.nextKeyMarker != keyMarker || page.nextUploadIdMarker != idMarker;
    m_more = page.truncated && !page.nextKeyMarker.isEmpty() && moved;
    m_nextKey = page.nextKeyMarker;
    m_nextId = page.nextUploadIdMarker;
    countMore();
}

void UploadListing::countMore()
{
    while (m_wish.withParts && m_counting < parallelCounts && m_nextToCount < m_page.size()) {
        ++m_counting;
        countParts(m_nextToCount++, 0);
    }
    if (m_counting == 0)
        endPage();
}

void UploadListing::countParts(int index, int afterPart)
{
    const IncompleteUpload& entry = m_page.at(index);
    const ListPartsInput input{
        .upload = {.bucket = entry.bucket, .key = entry.upload.key, .uploadId = entry.upload.uploadId},
        .afterPart = afterPart};
    m_calls.ask<ListPartsPage>(
        [&store = m_calls.store(), input](const auto& answer) { return store.listParts(input, answer); },
        [self = shared_from_this(), index, afterPart](const Result<ListPartsPage>& page) {
            self->takeParts(index, afterPart, page);
        });
}

void UploadListing::takeParts(int index, int afterPart, const Result<ListPartsPage>& page)
{
    IncompleteUpload& entry = m_page[index];
    if (page) {
        entry.parts = qMax(entry.parts, 0) + int(page->parts.size());
        entry.bytesKept = qMax(entry.bytesKept, qint64(0));
        for (const ListedPart& part : page->parts)
            entry.bytesKept += part.size;
        if (page->truncated && page->nextMarker > afterPart) {
            countParts(index, page->nextMarker);
            return;
        }
    } else {
        entry.parts = -1;
        entry.bytesKept = -1;
        m_gone[index] = page.error().kind == ErrorKind::NotFound;
    }
    --m_counting;
    countMore();
}

void UploadListing::endPage()
{
    QList<IncompleteUpload> found;
    for (qsizetype i = 0; i < m_page.size(); ++i) {
        if (!m_gone.at(i))
            found.append(m_page.at(i));
    }
    if (!found.isEmpty())
        m_found(found);
    if (m_more)
        askPage(m_nextKey, m_nextId);
    else
        nextBucket();
}

void UploadListing::keep(const Error& error)
{
    if (m_error)
        return;
    m_error = error;
    if (isUnsupported(error)) {
        m_error->kind = ErrorKind::Refused;
        m_error->code = QStringLiteral("listing-unsupported");
    }
    if (m_error->resource.isEmpty())
        m_error->resource = m_bucket;
}

} // namespace partway
