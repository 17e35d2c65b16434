// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace partway::sandbox {

// The name of the file that holds the object (or upload) of that key, the same on every start.
// A-Z a-z 0-9 - _ . stay, every other byte becomes %XX, also "/" and a leading dot. What would be longer
// than 200 bytes is cut to 120 and gets "~" and the key's SHA-256; no other name has a "~".
QString fileNameOf(const QByteArray& key);

} // namespace partway::sandbox
