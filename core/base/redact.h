// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// Takes secrets out of any text that a person or a file may see: Authorization headers and signatures,
// X-Amz-Signature / X-Amz-Security-Token / X-Amz-Credential query values, session tokens, SSE-C keys, Cookie,
// and <StringToSign>-like echoes that carry an access key. Every log line, error text and raw
// request/reply excerpt passes through here; it is the only such function.
QString redact(const QString& text);

} // namespace partway
