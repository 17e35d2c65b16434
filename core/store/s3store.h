// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/s3client.h"
#include "store/objectstore.h"

namespace partway {

// Conditions that the store answers with success and does not keep: they are not sent, as where a store does
// not have them (Refused "NotImplemented", 501).
struct IgnoredConditions
{
    bool put = false;
    bool complete = false;
};

// ObjectStore over an S3Client: request function, send, reply function. Owns its client; the transport
// outlives it.
std::unique_ptr<ObjectStore> makeS3Store(std::unique_ptr<S3Client> client, const StoreProfile& profile,
                                         IgnoredConditions ignored = {});

} // namespace partway
