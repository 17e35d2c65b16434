// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/environment.h"
#include "accounts/keyrecipe.h"

#include <optional>

namespace partway {

// A profile of the AWS shared files as an account that refers to it: name, region, endpoint and addressing
// are copied, keys are not.
struct ImportableProfile
{
    Account account;              // its id is empty
    QString word;                 // recipeWord(); empty with a problem
    std::optional<Error> problem; // why it gives no keys
    bool hasLastingKeys = false;  // that could be copied into the keychain
    QString process;              // a program that it would run
};

// All of them, by name. Nothing is run, nobody is asked.
QList<ImportableProfile> importableProfiles(const AwsFiles& files, const QProcessEnvironment& environment);

// The account for one profile; without an endpoint of its own AWS's in its region. Error: "profile-missing".
Result<Account> accountOfProfile(const QString& profile, const AwsFiles& files,
                                 const QProcessEnvironment& environment);

// Turns it into an account with keys of its own; empty keys when the profile has none that last.
Credentials takeKeysOf(Account* account, const AwsFiles& files, const QProcessEnvironment& environment);

// AWS_PROFILE without AWS_ACCESS_KEY_ID: endpoint and region come from the profile where the environment
// names none.
void completeFromProfile(EnvironmentSettings* settings, const AwsFiles& files,
                         const QProcessEnvironment& environment);

} // namespace partway
