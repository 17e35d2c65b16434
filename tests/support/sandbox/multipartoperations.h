// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// Operations on uploads; completing one is in completeoperation.h, listing them in listoperations.h.
Answer createMultipartUpload(Exchange& exchange);
Answer uploadPart(Exchange& exchange);
Answer uploadPartCopy(Exchange& exchange);
Answer abortMultipartUpload(Exchange& exchange);

std::shared_ptr<Upload> uploadOf(Exchange& exchange); // throws NoSuchUpload

} // namespace partway::sandbox
