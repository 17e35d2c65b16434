// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QHash>

namespace partway {

// The part strip of a row: one PartState a byte, one for each part or, of more than stripBuckets parts, for
// each bucket of neighbours. In a bucket trouble outshines work, work outshines what is stored, and a bucket
// is only "stored" when all of it is. Empty: all missing. Pure.
QByteArray makeStrip(const PartPlan& plan, const QMap<int, StoredPart>& parts,
                     const QHash<int, PartLive>& live);

// For a row whose parts are not loaded: they are sent in order, so the first ones are those that are stored.
QByteArray guessStrip(int partCount, int storedParts);

} // namespace partway
