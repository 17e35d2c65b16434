// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/replykinds.h"
#include "upload/uploadflow.h"

namespace partway {

void UploadFlow::on(const event::Created& event)
{
    m.m_request = Request::None;
    s.createAskedAtMs = 0;
    s.uploadId = event.output.uploadId;
    s.opaqueEtags = s.opaqueEtags || event.output.encryptedWithKms;
    succeeded();
    note("created", s.uploadId);
    if (s.phase == Phase::Creating)
        s.phase = Phase::Sending;
    save();
}

void UploadFlow::createFailed(const Error& error)
{
    if (!isUndecided(error))
        s.createAskedAtMs = 0;
    save();
    if (!cutting() && s.phase == Phase::Creating && !restOn(error))
        fail(error);
}

// Uploads of our key begun since the intent: the newest is ours to go on with, others are silent repeats of
// it.
void UploadFlow::on(const event::UploadsFound& event)
{
    constexpr qint64 settledMs = 10'000;
    m.m_request = Request::None;
    succeeded();
    const bool recent = m_nowMs - s.createAskedAtMs < settledMs;
    if (event.uploads.isEmpty() && recent && !cutting() && looksAgain())
        return;
    s.createAskedAtMs = 0;
    m.m_lookedAgain = false;
    QString newest;
    QDateTime begun;
    for (const ListedUpload& upload : event.uploads) {
        if (newest.isEmpty() || upload.initiated > begun) {
            newest = upload.uploadId;
            begun = upload.initiated;
        }
    }
    for (const ListedUpload& upload : event.uploads) {
        if (s.phase == Phase::Aborting || upload.uploadId != newest)
            s.strays.append(upload.uploadId);
    }
    if (s.phase != Phase::Aborting && !newest.isEmpty()) {
        s.uploadId = newest;
        note("adopted-upload", newest);
    }
    save();
}

void UploadFlow::findFailed(const Error& error)
{
    if (cutting())
        return;
    if (isUnsupported(error) || error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound) {
        s.createAskedAtMs = 0; // it cannot be looked for: say so rather than wait for ever
        s.leftovers = true;
        note("leftovers-unknown", error.code);
        save();
        return;
    }
    restOn(error);
}

void UploadFlow::on(const event::PartStored& event)
{
    m.m_flight.remove(event.number);
    resent(event.bytesSent - m.m_spec.plan.range(event.number).length);
    if (s.uploadId.isEmpty())
        return; // the upload was given up while this part was on its way
    s.parts.insert(event.number, event.part);
    emitCommand(command::SavePart{event.number});
    succeeded();
}

void UploadFlow::partFailed(const event::Failed& event)
{
    m.m_flight.remove(event.part);
    resent(event.bytesSent);
    if (s.phase != Phase::Sending)
        return;
    const Error& error = event.error;
    constexpr int damagedTries = 3;
    if (isDamage(error) && ++m.m_damaged[event.part] > damagedTries) {
        fail(error);
        return;
    }
    if (isDamage(error)) {
        note("part-damaged", QString::number(event.part));
        backOff(error);
        return;
    }
    if (restOn(error))
        return;
    if (isCode(error, "NoSuchUpload"))
        vanished(error);
    else if (error.kind == ErrorKind::Conflict)
        attention(Attention::ObjectExists, error);
    else
        fail(error);
}

void UploadFlow::on(const event::PartsListed& event)
{
    m.m_request = Request::None;
    succeeded();
    if (s.phase == Phase::Reconciling) {
        const int after = m.m_listed.isEmpty() ? 0 : m.m_listed.lastKey();
        for (const ListedPart& part : event.page.parts)
            m.m_listed.insert(part.number, part);
        const bool further = !m.m_listed.isEmpty() && m.m_listed.lastKey() > after;
        if (event.page.truncated && further)
            return;              // proceed() asks for the next page
        s.completeAsked = false; // the upload is there, so it was not completed
        keepWhatMatches();
        s.phase = Phase::Sending;
        save();
        return;
    }
    // A stray that still answers: parts that were on their way may have come late. Abort again.
    constexpr int rounds = 5;
    if (!s.strays.isEmpty() && ++m.m_abortRounds <= rounds) {
        Error late;
        late.kind = ErrorKind::Transient;
        late.code = QStringLiteral("abort-not-finished");
        late.httpStatus = 200;
        backOff(late);
    } else if (!s.strays.isEmpty()) {
        s.leftovers = true;
        note("leftovers", s.strays.first());
        strayGone();
    }
}

void UploadFlow::listFailed(const Error& error)
{
    if (cutting() || s.phase != Phase::Reconciling)
        return;
    if (isCode(error, "NoSuchUpload") || (error.kind == ErrorKind::NotFound && error.code.isEmpty())) {
        vanished(error);
    } else if (error.kind == ErrorKind::Refused) {
        note("listing-refused", error.code); // no right or no such operation: our own records are the truth
        m.m_listed.clear();
        s.phase = Phase::Sending;
        save();
    } else if (!restOn(error)) {
        fail(error);
    }
}

void UploadFlow::on(const event::UploadAborted&)
{
    m.m_request = Request::None;
    succeeded();
    if (s.strays.isEmpty())
        return;
    if (m.m_profile.listsParts)
        request(Request::ListStray, command::ListParts{s.strays.first(), 0});
    else
        strayGone();
}

void UploadFlow::listStrayFailed(const Error& error)
{
    if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused)
        strayGone(); // gone; or the store does not let us look, and said yes to the abort
    else if (!cutting())
        restOn(error);
}

void UploadFlow::abortFailed(const Error& error)
{
    if (isCode(error, "NoSuchUpload")) {
        // Not aborted by us: deleted by a rule, or completed, perhaps by a request that was cut and done
        // late.
        s.completeAsked = s.completeAsked || (s.phase == Phase::Aborting && m.m_abortRounds == 0);
        strayGone();
        return;
    }
    if (cutting() || restOn(error))
        return;
    s.leftovers = true;
    s.error = error;
    note("abort-refused", s.strays.value(0));
    strayGone();
}

void UploadFlow::on(const event::Failed& event)
{
    if (event.part != 0) {
        partFailed(event);
        return;
    }
    const Request asked = m.m_request;
    m.m_request = Request::None;
    if (asked == Request::Put)
        resent(event.bytesSent);
    switch (asked) {
    case Request::Look:
        return lookFailed(event.error);
    case Request::Create:
        return createFailed(event.error);
    case Request::Find:
        return findFailed(event.error);
    case Request::List:
        return listFailed(event.error);
    case Request::Put:
        return putFailed(event.error);
    case Request::Complete:
        return completeFailed(event.error);
    case Request::Confirm:
        return confirmFailed(event.error);
    case Request::AbortStray:
        return abortFailed(event.error);
    case Request::ListStray:
        return listStrayFailed(event.error);
    case Request::None:
        return;
    }
}

} // namespace partway
