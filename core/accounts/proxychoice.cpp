// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/proxychoice.h"

namespace partway {

QString proxyKindName(ProxyChoice::Kind kind)
{
    switch (kind) {
    case ProxyChoice::Kind::System:
        return QStringLiteral("system");
    case ProxyChoice::Kind::None:
        return QStringLiteral("none");
    case ProxyChoice::Kind::Url:
        return QStringLiteral("url");
    }
    Q_UNREACHABLE();
}

ProxyChoice::Kind proxyKindFromName(const QString& name)
{
    for (const ProxyChoice::Kind kind : {ProxyChoice::Kind::None, ProxyChoice::Kind::Url}) {
        if (name == proxyKindName(kind))
            return kind;
    }
    return ProxyChoice::Kind::System;
}

QString proxySecretId(const QString& accountId)
{
    return accountId + QStringLiteral("/proxy");
}

} // namespace partway
