// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace partway::sandbox {

enum class EtagFault { None, Wrong, Missing };

// What goes wrong with one request. The actions of all rules that hit it, together.
struct FaultPlan
{
    std::chrono::milliseconds delay{0}; // before anything else
    qint64 bytesPerSecond = 0;          // both ways, for this request
    std::optional<qint64> cutBodyAt;    // the connection ends when that much of the body has come
    bool cutBefore = false;             // … before the work
    bool cutAfter = false;              // … after the work: the answer is lost
    std::optional<qint64> cutAnswerAt;  // … within the answer's body
    int status = 0;                     // answer this instead of working
    QByteArray code;                    // its code; empty: the usual one
    bool emptyBody = false;             // … without a document
    bool late = false;                  // … only after the whole body was taken
    bool close = false;                 // … and close instead of taking the rest
    int retryAfterSeconds = 0;
    QByteArray errorInside;              // work is not done; 200 and this error in the body
    std::chrono::milliseconds blanks{0}; // the answer's document trickles in behind blanks for so long
    EtagFault etag = EtagFault::None;    // in the answer only
    std::chrono::seconds skew{0};        // the server's clock: Date and signature check
    bool expiredToken = false;
    bool unconditional = false;       // If-None-Match and If-Match are not looked at
    bool denied = false;              // the keys are good and lack this right
    bool vanish = false;              // the upload is deleted before the work
    bool corrupt = false;             // a byte of the stored body is wrong, and nobody checks
    std::optional<qint64> truncateAt; // the document ends there, the HTTP is right; -1: half
    int html = 0;                     // a web page with this status instead of working
    std::optional<std::chrono::milliseconds> closeIdleAfter; // the kept connection dies silently
};

} // namespace partway::sandbox
