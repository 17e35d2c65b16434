// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

#include <QList>

namespace partway {

// Every command, in the order in which the help lists them: those about objects behind those about uploads.
QList<const Verb*> allVerbs();

} // namespace partway
