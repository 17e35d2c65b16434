// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secretsource.h"

#include <array>

namespace partway {

namespace {

struct SourceName
{
    SecretSource source;
    const char* name;
};

constexpr std::array sourceNames{
    SourceName{SecretSource::Keychain, "keychain"},
    SourceName{SecretSource::Session, "session"},
    SourceName{SecretSource::Environment, "environment"},
    SourceName{SecretSource::None, "none"},
    SourceName{SecretSource::Profile, "profile"},
    SourceName{SecretSource::Process, "process"},
    SourceName{SecretSource::Role, "role"},
    SourceName{SecretSource::Sso, "sso"},
};

} // namespace

QString secretSourceName(SecretSource source)
{
    for (const SourceName& entry : sourceNames) {
        if (entry.source == source)
            return QLatin1String(entry.name);
    }
    Q_UNREACHABLE();
}

SecretSource secretSourceFromName(const QString& name)
{
    for (const SourceName& entry : sourceNames) {
        if (name == QLatin1String(entry.name))
            return entry.source;
    }
    return SecretSource::Session;
}

} // namespace partway
