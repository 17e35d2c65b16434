// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/finding.h"
#include "format/findingtext.h"

namespace partway {

FindingText describeFinding(const Finding& finding);

QString outcomeWord(Outcome outcome);                 // "good", "note", "trouble", "not tested"
QStringList chainLines(const Finding& finding);       // the certificates, a line each; empty: none
QString verdictOnAll(const QList<Finding>& findings); // one sentence

} // namespace partway
