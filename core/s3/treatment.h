// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// How a store treats what it is asked: Wrong gives a value that is not the bytes' own.
enum class Treatment { Unknown, Honoured, Ignored, Refused, Wrong };

QString treatmentName(Treatment treatment);
Treatment treatmentFromName(const QString& name); // Unknown when unknown

} // namespace partway
