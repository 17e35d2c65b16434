// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace partway::sandbox {

// A self-signed certificate for localhost, *.localhost, *.s3.localhost and 127.0.0.1, made once and kept as
// cert.pem and key.pem in the folder.
Result<void> ensureCertificate(const QString& folder);

} // namespace partway::sandbox
