// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace partway {

// Lines of a table with columns as wide as their widest cell; numbers to the right where said.
QStringList tableLines(const QStringList& head, const QList<QStringList>& rows,
                       const QList<int>& rightAligned);

} // namespace partway
