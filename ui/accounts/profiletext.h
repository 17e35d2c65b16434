// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/awsimport.h"

namespace partway {

// A profile of the AWS files in words: how its keys are had, or why it gives none. Nothing secret.
QString profileText(const ImportableProfile& profile);

// All profiles there are now. Reads two small files.
QList<ImportableProfile> profilesHere();

} // namespace partway
