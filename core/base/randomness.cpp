// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/randomness.h"

#include <QRandomGenerator>

namespace partway {

double SystemRandomness::unit()
{
    return QRandomGenerator::system()->generateDouble();
}

QByteArray SystemRandomness::hex(int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    for (char& byte : raw)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return raw.toHex();
}

} // namespace partway
