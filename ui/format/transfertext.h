// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

namespace partway {

// A row's state in a few words ("Sending", "Assembling on the server", "Waiting for the network", "Finished,
// verified") and as a whole sentence with its reason, and what a screen reader says of a row (ux.md, Habits).
// "This needs about 3 hours; the sign-in of “Work” ends in 40 minutes." and what becomes of the rest.
QString signInEndsText(const QString& accountName, qint64 needsSeconds, qint64 lastsSeconds);

QString stateWords(const TransferRow& row);
QString stateSentence(const TransferRow& row);
// Both sides of an object that exists: "812.4 MiB, changed 3 days ago". Empty: not known.
QString hereText(const TransferRow& row);
QString thereText(const TransferRow& row);
QString spokenRow(const TransferRow& row);
// How far it is: a percentage, or what is stored where the end is not known.
QString progressWords(const TransferRow& row);
QString partStateWords(PartState state);
QString historySentence(const HistoryLine& line);

} // namespace partway
