// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QList>
#include <QPainter>
#include <QPalette>

namespace partway {

// What the part strip of one row shows.
struct StripInput
{
    QByteArray states; // one PartState each, of equal width; see TransferRow::strip
    qint64 size = 0;
    qint64 storedBytes = 0;
    qint64 inFlightBytes = 0;
    int partCount = 0;
    bool finished = false;
    bool openEnd = false; // more parts will come: the strip has no end
};

StripInput stripInput(const TransferRow& row);

// Neighbouring pixels that look the same.
struct StripRun
{
    int x = 0;
    int width = 0;
    PartState state = PartState::Missing;

    bool operator==(const StripRun&) const = default;
};

// Pure: any number of states reduced to runs that cover exactly [0, width). Where several states share a
// pixel the one that asks most for a look wins, and a pixel is only stored if all of it is: failed, retrying,
// sending, hashing, waiting, adopted, stored.
QList<StripRun> reduceStrip(const StripInput& input, int width);

// How far the parts on their way are on the whole, 0 … 1.
double filledShare(const StripInput& input);

// Right-to-left layouts grow from the right.
void paintStrip(QPainter& painter, const QRect& box, const StripInput& input, const QPalette& palette,
                Qt::LayoutDirection direction);

} // namespace partway
