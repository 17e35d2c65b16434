// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// What the doctor found in plain words (translated). title: what was looked at ("Clock"); sentence: what was
// found; advice: what it means and what to do, may be empty. Never contains a secret.
struct FindingText
{
    QString title;
    QString sentence;
    QString advice;
};

} // namespace partway
