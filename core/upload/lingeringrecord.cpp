// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/replykinds.h"
#include "upload/uploadflow.h"

// Stores that may still have an upload when its object is made (StoreProfile::recordMayLinger): an abort
// would take the parts from under the object.

namespace partway {

namespace {

constexpr int mostRecordTries = 3;

} // namespace

// Where an abort could hurt the object, the same Complete once more is what removes an upload that is left:
// it makes the same object of the same parts. It cannot go without a condition where nothing of others may be
// replaced; then the upload stays, and whoever clears incomplete uploads looks at the object first.
bool UploadFlow::clearRecord()
{
    if (!m.m_profile.recordMayLinger || m.m_proven->answer || s.uploadId.isEmpty())
        return true;
    if (!m.m_recordSeen) {
        request(Request::FindRecord, command::FindUploads{});
        return false;
    }
    const QList<CompletedPart> list = wholeList();
    if (list.isEmpty() || wantsCondition()) {
        s.leftovers = true;
        note("leftovers-unknown");
        recordGone();
        return true;
    }
    command::Complete command{list, expectedChecksum(m.m_spec, s)};
    command.again = true;
    request(Request::CompleteAgain, command);
    return false;
}

void UploadFlow::recordGone()
{
    m.m_recordSeen = false;
    s.uploadId.clear();
    save();
}

// Another client may write the object meanwhile: it is looked at again before the next try. There are stores
// that say 500 whenever a Complete comes again (s3rver): that is no reason to wait for ever.
void UploadFlow::recordNotCleared(const Error& error)
{
    if (isOutdated() || s.phase != Phase::Confirming)
        return;
    m.m_recordSeen = false;
    if (error.kind == ErrorKind::NotFound) {
        recordGone();
    } else if (m.m_recordTries++ < mostRecordTries && restOn(error)) {
        m.m_proven.reset();
    } else {
        s.leftovers = true;
        s.error = error;
        note("abort-refused", s.uploadId);
        recordGone();
    }
}

// Who may not list them has to take it that it is there.
void UploadFlow::findRecordFailed(const Error& error)
{
    if (s.phase == Phase::Confirming && !restOn(error))
        m.m_recordSeen = true;
}

// Where an abort could hurt an object that was made unheard. It may come a moment later: then once more after
// the abort.
bool UploadFlow::looksBeforeAbort()
{
    if (!m.m_profile.recordMayLinger || !s.completeAsked || m.m_seenBeforeAbort)
        return false;
    if (!std::exchange(m.m_completeSettled, true)) {
        waitALittle();
        return true;
    }
    if (!m.m_confirmed) {
        request(Request::Confirm, command::Confirm{});
        return true;
    }
    m.m_seenBeforeAbort = true;
    m.m_confirmed = false;
    return false;
}

} // namespace partway
