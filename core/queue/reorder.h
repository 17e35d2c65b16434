// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QList>
#include <QSet>

namespace partway {

// The order in which the chosen ones stand together in front of `before`, as they stood to each other; if
// that is one of them, in front of the next one that is not. No `before`: at the end. Pure.
QList<TransferId> placedInFront(const QList<TransferId>& order, const QSet<TransferId>& chosen,
                                TransferId before);

} // namespace partway
