// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/credentials.h"
#include "s3/xmlreader.h"

namespace partway {

// <Credentials> with AccessKeyId, SecretAccessKey, SessionToken and Expiration, as CreateSession and STS give
// them. The reader stands on it. What is missing stays empty.
Credentials readKeysElement(XmlReader& xml);

} // namespace partway
