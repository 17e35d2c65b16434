// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

namespace partway {

// The headers that say what an object is stored with, for Create and PutObject. Content-Type is always among
// them: without one Qt would call a POST a form, which the store refuses (s3-reference §1.11).
void addObjectHeaders(HeaderList& headers, const ObjectOptions& object);

// A metadata value as a header takes it: printable ASCII as it is, anything else as encoded words of RFC 2047
// (at most 75 characters each, cut between characters), which S3 decodes.
QByteArray metadataValue(const QString& text);

} // namespace partway
