// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// How an account's connections leave this network. The password of `user` is a secret: it is kept where the
// account's secret is, under proxySecretId().
struct ProxyChoice
{
    enum class Kind { System, None, Url };

    Kind kind = Kind::System;
    QString url; // "http://proxy:3128" or "socks5://…", without user and password; only for Kind::Url
    QString user;

    bool operator==(const ProxyChoice&) const = default;
};

QString proxyKindName(ProxyChoice::Kind kind);
ProxyChoice::Kind proxyKindFromName(const QString& name); // System when unknown
QString proxySecretId(const QString& accountId);          // its entry in the keychain

} // namespace partway
