// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/environment.h"
#include "complaint.h"

#include <QCommandLineParser>

#include <optional>

namespace partway {

// Which store a command means: a known account, or an endpoint with keys from the environment.
struct StoreChoice
{
    QString account; // name
    QString endpoint;
    QString region;
    QString addressing; // name
    QString caFile;
    QString provider;
};

bool isKnownProvider(const QString& provider); // empty: by the endpoint's host

void describeStoreOptions(QCommandLineParser& parser);
StoreChoice storeChoiceOf(const QCommandLineParser& parser);

// The account that was meant. Pure but for reading the list: an account made from an endpoint is not saved
// here. With nothing said: the endpoint of the environment, else the only account there is.
OrComplaint<Account> chooseAccount(const StoreChoice& choice, const EnvironmentSettings& environment,
                                   const AccountList& accounts);

// True if AWS_PROFILE says which store: nothing else does, and there are no accounts of one's own.
bool wantsProfile(const StoreChoice& choice, const EnvironmentSettings& environment,
                  const AccountList& accounts);

// Saves an account from the environment, without secrets, so that a later `resume` finds it; does nothing for
// others or when it is there already.
Result<void> rememberAccount(const Account& account, AccountList& accounts);

} // namespace partway
