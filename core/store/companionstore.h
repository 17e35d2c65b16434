// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/companionserver.h"
#include "store/objectstore.h"

namespace partway {

// ObjectStore through a server that holds the keys and speaks the S3 endpoints of Uppy's Companion. It can
// create, sign, list, complete and abort uploads, and nothing else: whatever it has no words for is Refused
// with "companion-unsupported" at once, a condition on Complete with "NotImplemented". Bucket and key are the
// server's choice (CreateUploadOutput). The transport outlives it.
std::unique_ptr<ObjectStore> makeCompanionStore(Transport& transport, const CompanionServer& server,
                                                const StoreProfile& profile, const Clock& clock);

} // namespace partway
