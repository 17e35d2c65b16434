// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QDateTime>

#include <optional>

namespace partway {

// What the store holds under the key that a transfer wants: for the person who decides. It travels in the
// message of the error "object-exists", so that the journal keeps it.
struct ExistingObject
{
    qint64 size = -1; // -1: not said
    QDateTime modified;

    bool operator==(const ExistingObject&) const = default;
};

Error objectExistsError(const QByteArray& key, const ExistingObject& object);
std::optional<ExistingObject> existingObject(const Error& error); // none: another error, or it does not say

} // namespace partway
