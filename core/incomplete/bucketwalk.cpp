// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/bucketwalk.h"

namespace partway {

BucketWalk::BucketWalk(StoreCalls& calls, const QString& bucket, const IncompleteWish& wish, Found found,
                       Done done)
    : m_calls(calls), m_wish(wish), m_asked(wish.prefix), m_found(std::move(found)), m_done(std::move(done)),
      m_habits(storeHabits(calls.store().profile().provider))
{
    m_report.bucket = bucket;
}

void BucketWalk::start()
{
    switch (m_habits.listing) {
    case StoreHabits::Listing::Whole:
    case StoreHabits::Listing::None: // it says so itself
        break;
    case StoreHabits::Listing::WholeOnly:
        m_asked.clear();
        note("listing-cached");
        break;
    case StoreHabits::Listing::FolderOnly:
        m_asked.truncate(m_asked.lastIndexOf('/') + 1);
        if (m_asked != m_wish.prefix)
            note("listing-folders");
        break;
    }
    askPage({}, {});
}

void BucketWalk::askPage(const QByteArray& keyMarker, const QString& idMarker)
{
    ListUploadsInput input{.bucket = m_report.bucket, .prefix = m_asked, .keyMarker = keyMarker};
    input.uploadIdMarker = idMarker;
    m_calls.ask<ListUploadsPage>(
        [&store = m_calls.store(), input](const auto& answer) { return store.listUploads(input, answer); },
        [self = shared_from_this(), keyMarker, idMarker](const Result<ListUploadsPage>& page) {
            if (page) {
                self->takePage(*page, keyMarker, idMarker);
                return;
            }
            self->keep(page.error());
            self->endListing();
        });
}

void BucketWalk::takePage(const ListUploadsPage& page, const QByteArray& keyMarker, const QString& idMarker)
{
    QList<IncompleteUpload> found;
    for (const ListedUpload& upload : page.uploads) {
        if (upload.key.startsWith(m_wish.prefix)) // some stores overlook the prefix
            found.append({.bucket = m_report.bucket, .upload = upload});
    }
    m_listed += int(page.uploads.size());
    if (m_blind && !found.isEmpty())
        note("listing-whole");
    // Both markers go back: the key's alone skips the other uploads of that key (s3-reference §2.7). A page
    // that is "truncated" without markers, or with the ones we sent, would be asked for ever.
    const bool moved = page.nextKeyMarker != keyMarker || page.nextUploadIdMarker != idMarker;
    const bool more = page.truncated && !page.nextKeyMarker.isEmpty() && moved;
    if (page.truncated && !more)
        note("listing-breaks-off");
    if (!found.isEmpty())
        m_found(found);
    if (more)
        askPage(page.nextKeyMarker, page.nextUploadIdMarker);
    else
        endListing();
}

void BucketWalk::endListing()
{
    // A store that knows only whole keys or no prefix answers a prefix with nothing: ask once more without.
    const bool unknown = m_calls.store().profile().provider == QLatin1String("custom");
    const bool mayBeBlind = unknown && !m_report.error && m_listed == 0 && !m_asked.isEmpty();
    if (mayBeBlind) {
        m_asked.clear();
        m_blind = true;
        askPage({}, {});
        return;
    }
    const bool signIn = m_report.error && m_report.error->kind == ErrorKind::SignIn;
    if (m_wish.withRules && !signIn)
        askRules();
    else
        m_done(m_report);
}

void BucketWalk::askRules()
{
    m_calls.ask<LifecycleAnswer>(
        [&store = m_calls.store(), bucket = m_report.bucket](const auto& answer) {
            return store.getLifecycle(bucket, answer);
        },
        [self = shared_from_this()](const Result<LifecycleAnswer>& answer) { self->takeRules(answer); });
}

void BucketWalk::takeRules(const Result<LifecycleAnswer>& answer)
{
    if (answer) {
        const Result<QList<CleanUpRule>> rules = cleanUpRules(answer->document);
        m_report.rulesKnown = rules.ok();
        if (rules)
            m_report.rules = *rules;
    } else if (answer.error().code == QLatin1String("lifecycle-unsupported") ||
               answer.error().code == QLatin1String("operation-unsupported")) {
        m_report.rulesKnown = true; // there are none
        note("rules-unsupported");
    }
    m_done(m_report);
}

void BucketWalk::keep(const Error& error)
{
    Error kept = error;
    if (isUnsupported(error)) {
        kept.kind = ErrorKind::Refused;
        kept.code = QStringLiteral("listing-unsupported");
    }
    if (kept.resource.isEmpty() || isUnsupported(error))
        kept.resource = m_report.bucket;
    m_report.error = kept;
}

void BucketWalk::note(const char* code)
{
    if (!m_report.notes.contains(QLatin1String(code)))
        m_report.notes.append(QLatin1String(code));
}

} // namespace partway
