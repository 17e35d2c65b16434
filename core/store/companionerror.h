// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QHash>

namespace partway {

// What a Companion server's answers that are no success mean (s3-reference §7.1). Codes of ours:
// "companion-failed" (Transient: a 500 that does not say why), "companion-store-refused" (the store does not
// take the server's own keys), "companion-sign-in" (SignIn), "companion-not-found", "companion-redirects",
// "companion-bad-request" and "not-companion" (Refused).
Error companionError(const HttpReply& reply);

// A success that is not what was asked for.
Error notCompanion(const HttpReply& reply, bool maybeDone = false);

// Every failure of the store is a 500 and may be for good. Counts those in a row by what was asked, and says
// when waiting has no sense any more. Bounded.
class CompanionPatience
{
public:
    // The error, Refused instead of Transient from the sixth "companion-failed" in a row.
    Error judge(const QByteArray& about, Error error);
    void succeeded(const QByteArray& about) { m_failures.remove(about); }
    int failures(const QByteArray& about) const { return m_failures.value(about); }

private:
    QHash<QByteArray, int> m_failures;
};

} // namespace partway
