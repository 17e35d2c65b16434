// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"
#include "support/sandbox/intake.h"

namespace partway::sandbox {

// Operations on uploads; completing one is in completeoperation.h, copying into one in copyoperations.h,
// listing them in listoperations.h.
Answer createMultipartUpload(Exchange& exchange);
Answer uploadPart(Exchange& exchange);
Answer abortMultipartUpload(Exchange& exchange);

std::shared_ptr<Upload> uploadOf(Exchange& exchange); // throws NoSuchUpload
int partNumberOf(const Exchange& exchange);           // throws InvalidArgument
PartRecord partOf(int number, const Taken& taken);

} // namespace partway::sandbox
