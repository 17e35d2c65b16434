// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/finding.h"
#include "format/findingtext.h"

namespace partway {

// The two large families of findings: right-… and checksum-….
FindingText rightText(const Finding& finding);
FindingText checksumText(const Finding& finding);

} // namespace partway
