// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "support/sandbox/request.h"

#include <QByteArray>
#include <QList>
#include <QRegularExpression>

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
    bool vanish = false;              // the upload is deleted before the work
    bool corrupt = false;             // a byte of the stored body is wrong, and nobody checks
    std::optional<qint64> truncateAt; // the document ends there, the HTTP is right; -1: half
    int html = 0;                     // a web page with this status instead of working
    std::optional<std::chrono::milliseconds> closeIdleAfter; // the kept connection dies silently
};

// One rule: which requests, how often, and what happens. Text form:
//     OPERATION[|OPERATION…] [key=GLOB] [part=N|N-M] [nth=N] [times=N] [chance=P] [seed=N] : ACTION…
// The full list is in README.md beside this file and in `partway-sandbox --help`.
struct FaultRule
{
    QByteArray text;
    QList<Operation> operations; // empty: every one
    std::optional<QRegularExpression> key;
    int firstPart = 0; // 0: any
    int lastPart = 0;
    qint64 nth = 1;    // the first matching request that is hit
    qint64 times = -1; // -1: from then on every one
    double chance = 1;
    quint32 seed = 1;
    FaultPlan plan;

    bool matches(const Request& request) const;
};

// Reads one rule; the error says what is wrong, in words for the person who wrote it.
Result<FaultRule> parseFaultRule(const QByteArray& text);

// Reads a list: one rule a line, or a JSON array of texts or of objects with the same names
// ({"operation": "UploadPart", "part": 3, "cut-body": 65536}). An object alone is one rule.
Result<QList<FaultRule>> parseFaultRules(const QByteArray& body);

// The lines of --help on rules.
QString faultHelp();

} // namespace partway::sandbox
