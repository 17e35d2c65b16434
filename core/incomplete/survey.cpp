// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/survey.h"

#include "incomplete/partswalk.h"

namespace partway {

Survey::Survey(StoreCalls& calls, const IncompleteWish& wish, SurveyPace pace, SurveyTold told)
    : m_calls(calls), m_wish(wish), m_pace(pace), m_told(std::move(told))
{
}

void Survey::start()
{
    if (!m_wish.bucket.isEmpty()) {
        takeBuckets({m_wish.bucket});
        return;
    }
    m_calls.ask<QList<ListedBucket>>(
        [&store = m_calls.store()](const auto& answer) { return store.listBuckets(answer); },
        [self = shared_from_this()](const Result<QList<ListedBucket>>& buckets) {
            if (!buckets) {
                self->m_told.done(buckets.error());
                return;
            }
            QStringList names;
            for (const ListedBucket& bucket : *buckets)
                names.append(bucket.name);
            self->takeBuckets(names);
        });
}

void Survey::takeBuckets(const QStringList& buckets)
{
    m_buckets = buckets;
    if (m_told.buckets)
        m_told.buckets(buckets);
    more();
    endIfDone(); // an account without buckets; reached only from an answer then
}

void Survey::more()
{
    while (m_walking < m_pace.buckets && !m_buckets.isEmpty())
        walk(m_buckets.takeFirst());
    while (m_counting < m_pace.parts && !m_uncounted.isEmpty())
        count(m_uncounted.dequeue());
}

void Survey::walk(const QString& bucket)
{
    ++m_walking;
    const auto self = shared_from_this();
    std::make_shared<BucketWalk>(
        m_calls, bucket, m_wish, [self](const QList<IncompleteUpload>& uploads) { self->found(uploads); },
        [self](const BucketReport& report) {
            --self->m_walking;
            if (report.error && !self->m_error)
                self->m_error = report.error;
            if (report.error && report.error->kind == ErrorKind::SignIn)
                self->m_buckets.clear(); // the others would say the same
            if (self->m_told.bucket)
                self->m_told.bucket(report);
            self->more();
            self->endIfDone();
        })
        ->start();
}

void Survey::found(const QList<IncompleteUpload>& uploads)
{
    if (m_wish.withParts)
        m_uncounted.append(uploads);
    if (m_told.found)
        m_told.found(uploads);
    more();
}

void Survey::count(const IncompleteUpload& upload)
{
    ++m_counting;
    std::make_shared<PartsWalk>(m_calls, upload.ref(),
                                [self = shared_from_this(), upload](const Result<PartsTally>& tally) {
                                    --self->m_counting;
                                    self->counted(upload, tally);
                                    self->more();
                                    self->endIfDone();
                                })
        ->start();
}

void Survey::counted(IncompleteUpload upload, const Result<PartsTally>& tally)
{
    if (!tally && tally.error().kind == ErrorKind::NotFound) {
        if (m_told.gone)
            m_told.gone(upload.ref());
        return;
    }
    if (tally)
        upload.take(*tally);
    if (m_told.counted)
        m_told.counted(upload);
}

void Survey::endIfDone()
{
    if (m_ended || m_walking > 0 || m_counting > 0 || !m_buckets.isEmpty() || !m_uncounted.isEmpty())
        return;
    m_ended = true;
    m_told.done(m_error ? Result<void>(*m_error) : Result<void>());
}

} // namespace partway
