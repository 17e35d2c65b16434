// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/xmlwriter.h"

namespace partway::sandbox {

// Everything in a sandbox belongs to one account.
inline const QByteArray ownerId = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
inline const QByteArray accountNumber = "000000000000"; // x-amz-expected-bucket-owner

inline void writeOwner(XmlWriter& xml, const QByteArray& element)
{
    xml.open(element);
    xml.text("ID", ownerId);
    xml.text("DisplayName", "sandbox");
    xml.close();
}

} // namespace partway::sandbox
