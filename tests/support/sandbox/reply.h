// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/answer.h"
#include "support/sandbox/faultrule.h"
#include "support/sandbox/wire.h"

namespace partway::sandbox {

// Sends one answer. May begin before the answer is known: then the status is 200, and blanks keep the
// connection alive until the document follows, as S3 does for CompleteMultipartUpload.
class Reply
{
public:
    Reply(Wire& wire, const Request& request, const FaultPlan& faults, QByteArray requestId);

    void alive();                             // sends a blank if the last word was some seconds ago
    void send(Answer answer, bool keepAlive); // throws ConnectionLost
    bool hasBegun() const { return m_begun; }

private:
    void begin();
    void blanksFor(std::chrono::milliseconds duration);
    void chunk(const QByteArray& bytes);
    void write(const QByteArray& bytes);
    QByteArray head(const Answer& answer, qint64 length, bool keepAlive) const;
    void sendFile(const Answer& answer);

    Wire& m_wire;
    const Request& m_request;
    const FaultPlan& m_faults;
    QByteArray m_requestId;
    std::chrono::steady_clock::time_point m_lastWord;
    bool m_begun = false;
};

// Changes an answer as the plan wants it: ETag, truncation.
void spoil(Answer& answer, const FaultPlan& faults);

} // namespace partway::sandbox
