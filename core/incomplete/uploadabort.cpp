// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/uploadabort.h"

#include "incomplete/recordcheck.h"

namespace partway {

namespace {

constexpr int abortRounds = 5;

bool saysGone(const Error& error)
{
    return error.kind == ErrorKind::NotFound && error.code != QLatin1String("NoSuchBucket");
}

} // namespace

void UploadAbort::start()
{
    if (!m_calls.store().profile().recordMayLinger) {
        abort();
        return;
    }
    const auto checked = [self = shared_from_this()](const Result<RecordCheck::Found>& found) {
        if (!found)
            self->m_done(found.error());
        else if (*found == RecordCheck::Found::Finished)
            self->fail(ErrorKind::Conflict, "upload-finished", {});
        else
            self->abort();
    };
    std::make_shared<RecordCheck>(m_calls, m_upload, checked)->start();
}

void UploadAbort::abort()
{
    m_calls.ask<void>([&store = m_calls.store(),
                       upload = m_upload](const auto& answer) { return store.abortUpload(upload, answer); },
                      [self = shared_from_this()](const Result<void>& aborted) { self->takeAbort(aborted); });
}

void UploadAbort::takeAbort(const Result<void>& aborted)
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

void UploadAbort::look()
{
    m_calls.ask<ListPartsPage>(
        [&store = m_calls.store(), input = ListPartsInput{.upload = m_upload, .maxParts = 1}](
            const auto& answer) { return store.listParts(input, answer); },
        [self = shared_from_this()](const Result<ListPartsPage>& page) { self->takeLook(page); });
}

void UploadAbort::takeLook(const Result<ListPartsPage>& page)
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
    m_calls.after(m_pause * (1 << m_round), [self = shared_from_this()] { self->abort(); });
    ++m_round;
}

void UploadAbort::fail(ErrorKind kind, const char* code, Error error)
{
    error.kind = kind;
    error.code = QLatin1String(code);
    error.resource = m_upload.bucket;
    m_done(error);
}

} // namespace partway
