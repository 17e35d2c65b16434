// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QUrl>

namespace partway {

// The URL that makes QNetworkAccessManager send exactly `target`. Qt removes "." and ".." folders from a
// path, encoded or not (s3-reference §1.11); the signature covers the path, so a target that would change on
// the way is refused here: "path-cannot-be-sent", or "endpoint-invalid" when the host itself is no host.
Result<QUrl> urlForTarget(const Origin& origin, const QByteArray& target);

} // namespace partway
