// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadrunner.h"

#include <QColor>
#include <QPainter>
#include <QPalette>

namespace partway {

bool isDark(const QPalette& palette); // the window is darker than its text

// The colour of a part state; each state has a pattern of its own beside it, see paintPart.
QColor partColor(PartState state, const QPalette& palette);

// Fills a rectangle as a part in this state looks: stored solid, adopted solid with dots, sending filled to
// `filled` (0 … 1) in a lighter tone, hashing with a thin line, waiting hollow, retrying with diagonals,
// failed with crosses. finished: the whole is proven, in the colour of success. No outline.
void paintPart(QPainter& painter, const QRectF& box, PartState state, double filled, bool finished,
               const QPalette& palette);

QColor troughColor(const QPalette& palette);   // what a waiting part looks like inside
QColor outlineColor(const QPalette& palette);  // the frame of strips and cells
QColor finishedColor(const QPalette& palette); // success

} // namespace partway
