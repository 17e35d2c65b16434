// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/transfer.h"

namespace partway {

// "dir/" is a name, too.
QString TransferRow::name() const
{
    const QString path = source == SourceKind::Stream ? QString::fromUtf8(key) : sourcePath;
    return path.mid(path.lastIndexOf(u'/', -2) + 1);
}

} // namespace partway
