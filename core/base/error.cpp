// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <array>

namespace partway {

namespace {

struct KindName
{
    ErrorKind kind;
    const char* name;
};

constexpr std::array<KindName, 11> kindNames{{
    {ErrorKind::Transient, "transient"},
    {ErrorKind::Throttled, "throttled"},
    {ErrorKind::Clock, "clock"},
    {ErrorKind::Redirect, "redirect"},
    {ErrorKind::SignIn, "sign-in"},
    {ErrorKind::Refused, "refused"},
    {ErrorKind::NotFound, "not-found"},
    {ErrorKind::Conflict, "conflict"},
    {ErrorKind::LocalFile, "local-file"},
    {ErrorKind::Cancelled, "cancelled"},
    {ErrorKind::Bug, "bug"},
}};

} // namespace

QString errorKindName(ErrorKind kind)
{
    for (const KindName& entry : kindNames) {
        if (entry.kind == kind)
            return QString::fromLatin1(entry.name);
    }
    return QStringLiteral("bug");
}

ErrorKind errorKindFromName(const QString& name)
{
    for (const KindName& entry : kindNames) {
        if (name == QLatin1String(entry.name))
            return entry.kind;
    }
    return ErrorKind::Bug;
}

} // namespace partway
