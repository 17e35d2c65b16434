// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/provider.h"

namespace partway {

// resources/providers.json, read strictly: a fact without its mark, a name that is not known, a size that is
// none or a field too many refuses the whole file (Bug "providers-invalid", the message says where).
Result<QList<ProviderFacts>> readProviders(const QByteArray& json);

// "5 MiB" → 5,242,880; "5 GB" → 5·10^9. Negative: not a size.
qint64 bytesFromText(const QString& text);

} // namespace partway
