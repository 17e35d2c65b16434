// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/replykinds.h"
#include "upload/uploadflow.h"

#include <algorithm>

namespace partway {

void UploadFlow::on(const event::Created& event)
{
    m.m_request = Request::None;
    s.createAskedAtMs = 0;
    s.uploadId = event.output.uploadId;
    s.opaqueEtags = s.opaqueEtags || event.output.encryptedWithKms;
    succeeded();
    note("created", s.uploadId);
    // Kept even when this upload is given up: its abort needs the key. The next Create gives another.
    s.storeBucket = event.output.bucket;
    s.storeKey = event.output.key;
    if (!s.storeKey.isEmpty())
        note("key-given", s.storeBucket + QLatin1Char('/') + QString::fromUtf8(s.storeKey));
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

// Uploads of our key begun since the intent. Each is looked into before it is taken for ours: a second client
// may have begun one on this very key meanwhile, and that one is nobody's to end.
void UploadFlow::on(const event::UploadsFound& event)
{
    const Request asked = m.m_request;
    m.m_request = Request::None;
    succeeded();
    if (asked == Request::FindRecord) {
        m.m_recordSeen = !event.uploads.isEmpty();
        if (event.uploads.isEmpty() && s.phase == Phase::Confirming)
            recordGone();
        return;
    }
    QList<ListedUpload> found = event.uploads;
    std::stable_sort(found.begin(), found.end(),
                     [](const ListedUpload& a, const ListedUpload& b) { return a.initiated > b.initiated; });
    m.m_found.clear();
    m.m_ours.clear();
    m.m_foundAtMs = m_nowMs;
    for (const ListedUpload& upload : std::as_const(found))
        m.m_found.append(upload.uploadId);
    if (m.m_found.isEmpty()) {
        findEnded();
    } else if (!m.m_profile.listsParts) {
        Error cannot;
        cannot.kind = ErrorKind::Refused;
        lookIntoFailed(cannot);
    }
}

void UploadFlow::foundJudged(bool isOurs)
{
    const QString id = m.m_found.takeFirst();
    if (isOurs)
        m.m_ours.append(id);
    if (m.m_found.isEmpty())
        findEnded();
}

// The newest of ours is gone on with; others are silent repeats of it. The intent stays until each has been
// judged: a crash in between finds them again. A request that was cut a moment before the listing may yet be
// done, however long it took to judge what that showed.
void UploadFlow::findEnded()
{
    constexpr qint64 settledMs = 10'000;
    const bool recent = m.m_foundAtMs - s.createAskedAtMs < settledMs;
    if (m.m_ours.isEmpty() && recent && !cutting() && looksAgain())
        return;
    m.m_lookedAgain = false;
    s.createAskedAtMs = 0;
    const bool goesOn = s.phase == Phase::Creating && !m.m_spec.plan.direct;
    if (goesOn && !m.m_ours.isEmpty()) {
        s.uploadId = m.m_ours.takeFirst();
        note("adopted-upload", s.uploadId);
    }
    s.strays += std::exchange(m.m_ours, {});
    save();
}

void UploadFlow::lookIntoFailed(const Error& error)
{
    if (error.kind == ErrorKind::NotFound) {
        foundJudged(false);
    } else if (error.kind != ErrorKind::Refused) {
        if (!cutting())
            restOn(error);
    } else {
        m.m_found.clear(); // whether one of them is ours cannot be told: none is touched
        s.createAskedAtMs = 0;
        s.leftovers = true;
        note("leftovers-unknown", error.code);
        save();
    }
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
    s.partsCutAtMs = m_nowMs; // a repeat of it, sent by a proxy or the network stack, may still come
    const bool outdated = m.m_outdated.remove(event.number);
    resent(outdated ? event.bytesSent : event.bytesSent - m.m_spec.plan.range(event.number).length);
    if (s.uploadId.isEmpty() || outdated)
        return; // the upload, or the file as it was, was given up while this part was on its way
    s.parts.insert(event.number, event.part);
    s.unchecked.remove(event.number);
    emitCommand(command::SavePart{event.number});
    succeeded();
}

void UploadFlow::partFailed(const event::Failed& event)
{
    m.m_flight.remove(event.part);
    if (event.bytesSent > 0 || event.error.maybeDone)
        s.partsCutAtMs = m_nowMs;
    resent(event.bytesSent);
    if (m.m_outdated.remove(event.part) || s.phase != Phase::Sending)
        return;
    const Error& error = event.error;
    constexpr int damagedTries = 3;
    // What is written to while it is sent arrives damaged as often as that happens.
    if (isDamage(error) && !m.m_spec.plan.open && ++m.m_damaged[event.part] > damagedTries) {
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
    else if (isCode(error, "copy-unsupported"))
        cannotCopy(error);
    else if (error.kind == ErrorKind::Conflict)
        attention(Attention::ObjectExists, error);
    else
        fail(error);
}

void UploadFlow::on(const event::PartsListed& event)
{
    const Request asked = m.m_request;
    m.m_request = Request::None;
    succeeded();
    if (asked == Request::LookInto) {
        foundJudged(event.page.parts.isEmpty());
        return;
    }
    if (s.phase == Phase::Reconciling) {
        const int after = m.m_listed.isEmpty() ? 0 : m.m_listed.lastKey();
        for (const ListedPart& part : event.page.parts)
            m.m_listed.insert(part.number, part);
        const bool further = !m.m_listed.isEmpty() && m.m_listed.lastKey() > after;
        if (event.page.truncated && further)
            return; // proceed() asks for the next page

        m.m_partsDoubted = false;
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
        // No right or no such operation: our own records are the truth.
        note("listing-refused", error.code);
        m.m_listed.clear();
        forgetDoubtedParts();
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
    m.m_abortWorked = m.m_abortWorked || m.m_seenBeforeAbort;
    if (m.m_profile.listsParts)
        request(Request::ListStray, command::ListParts{s.strays.first(), 0});
    else if (!partsMayComeLate())
        strayGone();
}

// True if the abort is done once more when the last part that was cut must have ended, one way or the other.
bool UploadFlow::partsMayComeLate()
{
    constexpr qint64 latestMs = 3'000;
    if (s.partsCutAtMs == 0 || m_nowMs - s.partsCutAtMs > latestMs || m.m_abortedTwice || cutting())
        return false;
    m.m_abortedTwice = true;
    ++m.m_abortRounds;
    Error later;
    later.kind = ErrorKind::Transient;
    later.code = QStringLiteral("abort-not-finished");
    later.httpStatus = 200;
    later.retryAfterSeconds = 2;
    backOff(later);
    return m.m_waiting;
}

void UploadFlow::listStrayFailed(const Error& error)
{
    const bool looked = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused;
    if (looked && partsMayComeLate())
        return; // asked again a little later: a part that was cut may bring it back
    if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused)
        strayGone(); // gone; or the store does not let us look, and said yes to the abort
    else if (!cutting())
        restOn(error);
}

void UploadFlow::abortFailed(const Error& error)
{
    if (error.kind == ErrorKind::NotFound || isCode(error, "NoSuchUpload")) {
        // Not aborted by us: deleted by a rule, or completed, perhaps by a request that was cut and done
        // late. Swift says NoSuchKey of one that was completed.
        s.completeAsked = s.completeAsked || (s.phase == Phase::Aborting && m.m_abortRounds == 0);
        if (partsMayComeLate())
            return; // also when this answers a repeat of our own abort
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
    case Request::FindRecord:
        return findRecordFailed(event.error);
    case Request::LookInto:
        return lookIntoFailed(event.error);
    case Request::List:
        return listFailed(event.error);
    case Request::Put:
        return putFailed(event.error);
    case Request::Complete:
        return completeFailed(event.error);
    case Request::CompleteAgain:
        return recordNotCleared(event.error);
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
