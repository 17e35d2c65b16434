// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

namespace partway {

// What a source that grows, a followed file or a stream, is waiting for, in a few words and as a sentence
// with its reason. Empty: the phase of the row says all.
QString growthWords(const TransferRow& row);
QString growthSentence(const TransferRow& row);

} // namespace partway
