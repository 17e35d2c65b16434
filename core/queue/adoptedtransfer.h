// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"
#include "upload/adoption.h"

namespace partway {

// The row of the queue that finishes an upload which somebody else began: what equals the file counts as
// stored, the rest will be sent.
Transfer adoptedTransfer(const Adoption& adoption, const QString& accountId, const UploadRef& upload,
                         const QString& path);

} // namespace partway
