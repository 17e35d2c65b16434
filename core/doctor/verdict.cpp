// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/verdict.h"

namespace partway {

const char* verdictOf(const Error& error)
{
    static const QStringList unsupported{QStringLiteral("NotImplemented"), QStringLiteral("MethodNotAllowed"),
                                         QStringLiteral("copy-ignored"),
                                         QStringLiteral("companion-unsupported")};
    if (error.httpStatus == 405 || error.httpStatus == 501 || unsupported.contains(error.code))
        return "unsupported";
    if (error.httpStatus == 401 || error.httpStatus == 403)
        return "denied";
    return "failed";
}

bool isNeeded(const QString& right)
{
    static const QStringList needed{QStringLiteral("create"), QStringLiteral("part"),
                                    QStringLiteral("complete"), QStringLiteral("put")};
    return needed.contains(right);
}

void reportRight(Bedside& bedside, const QString& right, const char* verdict, const Error* error)
{
    const QByteArray word(verdict);
    Outcome outcome = isNeeded(right) ? Outcome::Fail : Outcome::Warn;
    if (word == "given")
        outcome = Outcome::Ok;
    else if (word == "not-tried")
        outcome = Outcome::Skipped;
    bedside.report(("right-" + right.toLatin1()).constData(), outcome, verdict, error);
}

void reportRight(Bedside& bedside, const QString& right, const std::optional<Error>& error)
{
    if (error)
        reportRight(bedside, right, verdictOf(*error), &*error);
    else
        reportRight(bedside, right, "given");
}

} // namespace partway
