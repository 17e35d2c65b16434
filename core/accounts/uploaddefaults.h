// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

namespace partway {

// What an account gives to every new object: storage class, encryption and headers, unless an upload says
// something else. A server that holds the keys decides all that itself.

void addDefaults(const Account& account, ObjectOptions* wanted); // fills what is not said

// "Cache-Control: max-age=60" and the like, one a line, as people write them. Errors (Refused, resource: the
// line or the name): "header-line", "header-unknown", "header-own".
Result<void> readHeaderLines(const QString& text, ObjectOptions* into);
QString headerLines(const ObjectOptions& options);

// "team=film" and the like, one a line; a value may be empty. Errors (Refused, resource: the line):
// "tag-line", "tag-twice", "tags-too-many".
Result<void> readTagLines(const QString& text, QMap<QString, QString>* into);

// "sse-unknown", "sse-key-alone" (a key without KMS).
Result<void> checkEncryption(const ObjectOptions& options);

} // namespace partway
