// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/deadline.h"
#include "incomplete/incompleteupload.h"
#include "incomplete/pricetable.h"

#include <QMap>

namespace partway {

// The row of this computer's own list that an upload belongs to.
struct OwnRow
{
    qint64 id = 0; // 0: none
    QString phase; // phaseName()

    bool operator==(const OwnRow&) const = default;
};

// One incomplete upload with all that is known and worked out about it.
struct IncompleteEntry
{
    IncompleteUpload upload;
    Deadline deadline;
    std::optional<Cost> cost; // a month; nothing: not known
    OwnRow own;
};

// What several of them keep together.
struct IncompleteSums
{
    int uploads = 0;
    int uncounted = 0; // … whose parts are not known; these add nothing below
    qint64 parts = 0, bytes = 0;
    QMap<QString, double> cost; // a month, by currency
    int unpriced = 0;           // … whose cost is not known

    void add(const IncompleteEntry& entry, int sign = 1); // -1 takes it out again
};

IncompleteSums sumsOf(const QList<IncompleteEntry>& entries);

// Comma-separated values (RFC 4180) for spreadsheets; names of columns are for programs. A cell that a
// spreadsheet would take for a formula begins with an apostrophe.
QByteArray incompleteCsvHead();
QByteArray incompleteCsvLine(const IncompleteEntry& entry, const QString& account);

} // namespace partway
