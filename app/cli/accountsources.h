// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "complaint.h"

#include <QCommandLineParser>

#include <optional>

namespace partway {

// The options of `account add` that say where keys come from: a profile, a program, a role, single sign-on,
// the keychain or the environment.
void describeKeySources(QCommandLineParser& parser);

// Before endpoint and region are read: a profile brings its own.
std::optional<Complaint> readProfile(const QCommandLineParser& parser, Account& account);
std::optional<Complaint> readKeySource(const QCommandLineParser& parser, Account& account);

} // namespace partway
