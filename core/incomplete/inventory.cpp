// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/inventory.h"

#include "incomplete/storecalls.h"
#include "incomplete/uploadlisting.h"

namespace partway {

namespace {

constexpr int abortRounds = 5;

// Abort, look, wait, and again: parts in flight may survive an abort (s3-reference §2.5).
class UploadAbort final : public std::enable_shared_from_this<UploadAbort>
{
public:
    UploadAbort(StoreCalls& calls, UploadRef upload, std::chrono::milliseconds pause,
                std::function<void(Result<void>)> done)
        : m_calls(calls), m_upload(std::move(upload)), m_pause(pause), m_done(std::move(done))
    {
    }

    void start()
    {
        m_calls.ask<void>(
            [&store = m_calls.store(), upload = m_upload](const auto& answer) {
                return store.abortUpload(upload, answer);
            },
            [self = shared_from_this()](const Result<void>& aborted) { self->takeAbort(aborted); });
    }

private:
    void takeAbort(const Result<void>& aborted)
    {
        if (aborted)
            look();
        else if (isUnsupported(aborted.error()))
            fail(ErrorKind::Refused, "abort-unsupported", aborted.error());
        else if (saysGone(aborted.error()))
            m_done({});
        else
            m_done(aborted);
    }

    void look()
    {
        m_calls.ask<ListPartsPage>(
            [&store = m_calls.store(), input = ListPartsInput{.upload = m_upload, .maxParts = 1}](
                const auto& answer) { return store.listParts(input, answer); },
            [self = shared_from_this()](const Result<ListPartsPage>& page) { self->takeLook(page); });
    }

    void takeLook(const Result<ListPartsPage>& page)
    {
        if (!page) {
            // Who may not list, or has no listing, has only the store's word for the abort.
            const bool cannotLook = isUnsupported(page.error()) || page.error().kind == ErrorKind::Refused;
            m_done(saysGone(page.error()) || cannotLook ? Result<void>() : Result<void>(page.error()));
            return;
        }
        if (m_round == abortRounds) {
            fail(ErrorKind::Transient, "abort-incomplete", {});
            return;
        }
        m_calls.after(m_pause * (1 << m_round), [self = shared_from_this()] { self->start(); });
        ++m_round;
    }

    static bool saysGone(const Error& error)
    {
        return error.kind == ErrorKind::NotFound && error.code != QLatin1String("NoSuchBucket");
    }

    void fail(ErrorKind kind, const char* code, Error error)
    {
        error.kind = kind;
        error.code = QLatin1String(code);
        error.resource = m_upload.bucket;
        m_done(error);
    }

    StoreCalls& m_calls;
    UploadRef m_upload;
    std::chrono::milliseconds m_pause;
    std::function<void(Result<void>)> m_done;
    int m_round = 0;
};

} // namespace

class Inventory::Private
{
public:
    Private(ObjectStore& store, Pace pace)
        : pace(pace), calls(std::make_shared<StoreCalls>(store, pace.retry))
    {
    }

    const Pace pace;
    const std::shared_ptr<StoreCalls> calls; // shared so that late answers can see that it is gone
};

Inventory::Inventory(ObjectStore& store) : Inventory(store, Pace()) {}

Inventory::Inventory(ObjectStore& store, Pace pace) : d(std::make_unique<Private>(store, pace)) {}

Inventory::~Inventory() = default;

void Inventory::list(const Wish& wish, std::function<void(QList<IncompleteUpload>)> found,
                     std::function<void(Result<void>)> done)
{
    std::make_shared<UploadListing>(*d->calls, wish, std::move(found), std::move(done))->start();
}

void Inventory::abort(const UploadRef& upload, std::function<void(Result<void>)> done)
{
    std::make_shared<UploadAbort>(*d->calls, upload, d->pace.abort, std::move(done))->start();
}

} // namespace partway
