// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/filenames.h"

#include "support/sandbox/checksums.h"

namespace partway::sandbox {

QString fileNameOf(const QByteArray& key)
{
    QByteArray name = key.toPercentEncoding({}, "~");
    if (name.startsWith('.'))
        name.replace(0, 1, "%2E");
    if (name.size() > 200)
        name = name.left(120) + '~' + sha256Of(key).toHex();
    return QString::fromLatin1(name);
}

} // namespace partway::sandbox
