// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/request.h"

#include <optional>

namespace partway::sandbox {

// The operation a request asks for, by method, place, sub-resource and x-amz-copy-source. A query name
// that the operation does not have makes it Unsupported: a sub-resource that is not implemented is never
// taken for none (DELETE /bucket?lifecycle must not delete the bucket).
Operation operationOf(const Request& request);

QByteArray operationName(Operation operation); // as in the S3 API reference; "Unsupported"
std::optional<Operation> operationFromName(const QByteArray& name);

} // namespace partway::sandbox
