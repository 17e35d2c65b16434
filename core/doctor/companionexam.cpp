// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/companionexam.h"

#include "doctor/verdict.h"
#include "store/companionstore.h"

#include <utility>

namespace partway {

CompanionExam::CompanionExam(Bedside& bedside, Transport& transport, const Clock& clock)
    : m_bedside(bedside), m_store(makeCompanionStore(transport, *bedside.patient().companion,
                                                     storeProfile(QStringLiteral("companion")), clock))
{
}

void CompanionExam::start(std::function<void()> done)
{
    m_done = std::move(done);
    m_started = m_maybe = true;
    CreateUploadInput input;
    input.key = m_bedside.key();
    m_call = m_store->createUpload(input, [this](const Result<CreateUploadOutput>& made) {
        if (!m_left)
            created(made);
    });
}

// The first answer tells of the server, too.
void CompanionExam::created(const Result<CreateUploadOutput>& made)
{
    if (!made) {
        const Error& error = made.error();
        m_maybe = error.maybeDone;
        const bool signIn = error.kind == ErrorKind::SignIn;
        const bool server = signIn || error.code == QLatin1String("companion-failed") ||
                            error.code == QLatin1String("companion-store-refused");
        m_bedside.report("answer", server ? Outcome::Ok : Outcome::Fail,
                         server ? "companion" : "not-companion", server ? nullptr : &error);
        if (signIn)
            m_bedside.report("signature", Outcome::Fail, "refused", &error);
        else if (server)
            reportRight(m_bedside, QStringLiteral("create"), error);
        if (m_maybe) // its answer was lost, and who cannot list cannot look for it
            tellCleanUp();
        if (m_done)
            m_done();
        return;
    }
    m_bedside.report("answer", Outcome::Ok, "companion");
    m_bedside.report("signature", Outcome::Ok, "sign-in-accepted");
    reportRight(m_bedside, QStringLiteral("create"), "given");
    m_upload = {made->bucket, made->key, made->uploadId};
    m_stopped ? abort() : sendPart();
}

void CompanionExam::sendPart()
{
    SendPartInput input;
    input.bucket = m_upload.bucket;
    input.key = m_upload.key;
    input.uploadId = m_upload.uploadId;
    input.partNumber = 1;
    input.body = HttpBody{.bytes = scratchContent(), .source = {}, .window = {}};
    const auto answer = [this](const Result<SendPartOutput>& sent) {
        if (m_left)
            return;
        if (!wasCut(errorOf(sent)))
            reportRight(m_bedside, QStringLiteral("part"), errorOf(sent));
        m_etag = sent ? sent->etag : QByteArray();
        m_stopped ? abort() : listParts();
    };
    m_mayCut = true;
    m_call = m_store->sendPart(input, answer, {});
}

bool CompanionExam::wasCut(const std::optional<Error>& error) const
{
    return m_stopped && error && error->kind == ErrorKind::Cancelled;
}

void CompanionExam::listParts()
{
    const auto answer = [this](const Result<ListPartsPage>& page) {
        if (m_left)
            return;
        const bool shown = page && page->parts.size() == 1 && page->parts.first().etag == m_etag;
        if (page && !shown && !m_etag.isEmpty())
            reportRight(m_bedside, QStringLiteral("list-parts"), "not-shown");
        else if (!wasCut(errorOf(page)))
            reportRight(m_bedside, QStringLiteral("list-parts"), errorOf(page));
        m_bedside.report("right-complete", Outcome::Skipped, "not-undone");
        abort();
    };
    m_call = m_store->listParts({.upload = m_upload}, answer);
}

void CompanionExam::abort()
{
    m_mayCut = false;
    m_call = m_store->abortUpload(m_upload, [this](const Result<void>& aborted) {
        if (m_left)
            return;
        reportRight(m_bedside, QStringLiteral("abort"), errorOf(aborted));
        end(!aborted);
    });
}

void CompanionExam::end(bool left)
{
    m_maybe = left;
    tellCleanUp();
    if (m_done)
        m_done();
}

void CompanionExam::tellCleanUp()
{
    const bool left = m_maybe;
    Finding told{.step = QStringLiteral("cleanup"),
                 .outcome = left ? Outcome::Warn : Outcome::Ok,
                 .verdict = left ? QStringLiteral("left") : QStringLiteral("clean"),
                 .facts = {{QStringLiteral("left"), left ? QStringLiteral("upload") : QString()},
                           {QStringLiteral("bucket"), m_upload.bucket},
                           {QStringLiteral("key"),
                            QString::fromUtf8(m_upload.key.isEmpty() ? m_bedside.key() : m_upload.key)}}};
    m_bedside.report(told);
}

void CompanionExam::stop()
{
    m_stopped = true;
    if (m_mayCut)
        m_store->cancel(m_call); // its end goes on with the abort
}

void CompanionExam::leave()
{
    m_done = {};
    m_left = true;
    m_store->cancel(m_call);
    if (m_started)
        tellCleanUp();
}

} // namespace partway
