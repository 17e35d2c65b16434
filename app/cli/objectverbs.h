// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

#include <QList>

namespace partway {

// The commands about objects that are on a store: copy, ls, presign, delete.
const QList<Verb>& objectVerbs();

} // namespace partway
