// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/openplan.h"
#include "upload/uploadflow.h"

// Sources that grow: a file that is still written, a stream. Parts go as they are full; the size is fixed
// once, by one write of the journal, before anything is completed.

namespace partway {

void UploadFlow::on(const event::SourceGrew& event)
{
    if (!m.m_spec.plan.open)
        return;
    if (m.m_closing && m.m_closing->whole.size != event.size)
        m.m_closing.reset(); // it was not the end after all
    m.m_spec.plan = grownPlan(m.m_spec.plan, event.size);
}

void UploadFlow::on(const event::SourceClosed& event)
{
    if (m.m_spec.plan.open && isRunning(s.phase) && s.phase != Phase::Aborting)
        m.m_closing = event;
}

void UploadFlow::on(const event::CloseSource&)
{
    if (isEnded(s.phase) || !m.m_spec.plan.open || s.closeAsked)
        return;
    s.closeAsked = true;
    note("close-asked");
    save();
}

void UploadFlow::on(const event::Follow& event)
{
    if (isEnded(s.phase) || s.phase == Phase::Aborting || s.abortAsked ||
        m.m_spec.source == SourceKind::Stream)
        return;
    m.m_spec.source = SourceKind::Followed;
    s.closeAsked = false;
    on(event::Repair{event.plan});
}

// With nothing on its way: what is sent before the end is known is cut otherwise than what is sent after it.
bool UploadFlow::canClose() const
{
    if (!m.m_closing || !drained())
        return false;
    const bool notBegun = s.phase == Phase::Creating && s.uploadId.isEmpty() && s.createAskedAtMs == 0;
    return s.phase == Phase::Sending || notBegun;
}

// The size is fixed. A file may have been written to behind what was sent (the header of a film is written
// last): every part is compared with it once more. A stream cannot change any more.
void UploadFlow::closeSource()
{
    const event::SourceClosed closing = *std::exchange(m.m_closing, std::nullopt);
    m.m_spec.plan = s.uploadId.isEmpty() ? closing.whole : closing.inParts;
    note("source-closed", QString::number(m.m_spec.plan.size));
    if (m.m_spec.source == SourceKind::Followed && !s.parts.isEmpty())
        distrustParts();
    else
        emitCommand(command::SavePlan{});
    m.m_damaged.clear();
    save();
}

// What was sent of a stream is lost on the store, and its bytes are not here any more.
void UploadFlow::streamIsGone()
{
    Error gone;
    gone.kind = ErrorKind::LocalFile;
    gone.code = QStringLiteral("stream-gone");
    attention(Attention::SourceMissing, gone);
}

} // namespace partway
