// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/partstrip.h"

#include "paint/partcolors.h"

#include <algorithm>

namespace partway {

namespace {

// How much a state asks for a look when it shares a pixel with others.
int weight(PartState state)
{
    switch (state) {
    case PartState::Stored:
        return 0;
    case PartState::Adopted:
        return 1;
    case PartState::Missing:
        return 2;
    case PartState::Hashing:
        return 3;
    case PartState::Sending:
        return 4;
    case PartState::Retrying:
        return 5;
    case PartState::Failed:
        return 6;
    }
    return 0;
}

PartState stateAt(const StripInput& input, qsizetype bucket)
{
    const auto value = static_cast<quint8>(input.states.at(bucket));
    return value <= static_cast<quint8>(PartState::Failed) ? static_cast<PartState>(value)
                                                           : PartState::Missing;
}

PartState stateOfPixel(const StripInput& input, int x, int width)
{
    const qsizetype count = input.states.size();
    const qsizetype first = count * x / width;
    const qsizetype last = std::max(first + 1, count * (x + 1) / width);
    PartState worst = stateAt(input, first);
    for (qsizetype bucket = first + 1; bucket < last; ++bucket) {
        const PartState state = stateAt(input, bucket);
        if (weight(state) > weight(worst))
            worst = state;
    }
    return worst;
}

// Without states only sums are known: what is stored stands at the beginning.
QList<StripRun> runsFromSums(const StripInput& input, int width)
{
    if (input.finished)
        return {{0, width, PartState::Stored}};
    if (input.size <= 0 || input.storedBytes <= 0)
        return {{0, width, PartState::Missing}};
    const double share = static_cast<double>(input.storedBytes) / static_cast<double>(input.size);
    const int stored = std::clamp(static_cast<int>(share * width), 0, width);
    QList<StripRun> runs;
    if (stored > 0)
        runs.append({0, stored, PartState::Stored});
    if (stored < width)
        runs.append({stored, width - stored, PartState::Missing});
    return runs;
}

} // namespace

namespace {

constexpr int openTail = 18;

// Where the strip of a source that grows goes on: fainter and fainter empty parts.
void paintTail(QPainter& painter, const QRect& box, const QPalette& palette)
{
    constexpr int steps = 3;
    const int width = box.width() / steps;
    QColor color = outlineColor(palette);
    for (int step = 0; step < steps; ++step) {
        color.setAlphaF(0.7F - 0.22F * static_cast<float>(step));
        painter.fillRect(
            QRect(box.left() + step * width + 2, box.top(), std::max(1, width - 2), box.height()), color);
    }
}

} // namespace

StripInput stripInput(const TransferRow& row)
{
    return {.states = row.strip.value(),
            .size = row.size,
            .storedBytes = row.storedBytes,
            .inFlightBytes = row.inFlightBytes,
            .partCount = row.partCount,
            .finished = row.phase == Phase::Finished,
            .openEnd = row.openEnd};
}

QList<StripRun> reduceStrip(const StripInput& input, int width)
{
    if (width <= 0)
        return {};
    if (input.states.isEmpty() || input.finished)
        return runsFromSums(input, width);
    QList<StripRun> runs;
    for (int x = 0; x < width; ++x) {
        const PartState state = stateOfPixel(input, x, width);
        if (!runs.isEmpty() && runs.last().state == state)
            ++runs.last().width;
        else
            runs.append({x, 1, state});
    }
    return runs;
}

double filledShare(const StripInput& input)
{
    if (input.states.isEmpty() || input.size <= 0)
        return 0;
    const auto sending =
        std::count(input.states.begin(), input.states.end(), static_cast<char>(PartState::Sending));
    if (sending == 0)
        return 0;
    // A bucket may stand for many parts of which few are on their way: their share is of whole parts then.
    const auto buckets = static_cast<double>(input.states.size());
    const double share =
        static_cast<double>(sending) / std::max(buckets, static_cast<double>(input.partCount));
    return std::clamp(static_cast<double>(input.inFlightBytes) / (share * static_cast<double>(input.size)),
                      0.0, 1.0);
}

void paintStrip(QPainter& painter, const QRect& box, const StripInput& input, const QPalette& palette,
                Qt::LayoutDirection direction)
{
    const int tail = input.openEnd ? std::min(openTail, box.width() / 3) : 0;
    const QRect inner = box.adjusted(1, 1, -1 - tail, -1);
    if (inner.width() < 1 || inner.height() < 1)
        return;
    painter.save();
    if (direction == Qt::RightToLeft) { // mirrored as a whole, with what is inside the parts
        painter.translate(2 * box.left() + box.width(), 0);
        painter.scale(-1, 1);
    }
    painter.fillRect(box.adjusted(0, 0, -tail, 0), outlineColor(palette));
    painter.fillRect(inner, troughColor(palette));
    if (tail > 0)
        paintTail(painter, QRect(box.right() + 1 - tail, box.top(), tail, box.height()), palette);
    const double filled = filledShare(input);
    const QList<StripRun> runs = reduceStrip(input, inner.width());
    for (const StripRun& run : runs) {
        if (run.state == PartState::Missing)
            continue; // the trough shows
        const QRectF part(inner.left() + run.x, inner.top(), run.width, inner.height());
        paintPart(painter, part, run.state, filled, input.finished, palette);
    }
    painter.restore();
}

} // namespace partway
