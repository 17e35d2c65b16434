// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "support/sandbox/faultplan.h"
#include "support/sandbox/request.h"

#include <QByteArray>
#include <QList>
#include <QRegularExpression>

#include <optional>

namespace partway::sandbox {

// One rule: which requests, how often, and what happens. Text form:
//     OPERATION[|OPERATION…] [key=GLOB] [part=N|N-M] [with=HEADER] [nth=N] [times=N] [chance=P] [seed=N] :
//     ACTION…
// The full list is in README.md beside this file and in `partway-sandbox --help`.
struct FaultRule
{
    QByteArray text;
    QList<Operation> operations; // empty: every one
    std::optional<QRegularExpression> key;
    int firstPart = 0; // 0: any
    int lastPart = 0;
    QByteArray header; // that it has to carry; empty: any
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
