// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/awsfiles.h"
#include "s3/credentials.h"

#include <QProcessEnvironment>

#include <memory>

namespace partway {

// How keys are had, worked out but not yet done. A plain value; holds secrets only where they are in the
// files.
struct KeyRecipe
{
    enum class Kind {
        Given,       // `keys`
        Stored,      // the account's secret in the keychain or of this session
        Process,     // `process`, run without a shell
        Role,        // AssumeRole or GetSessionToken with the keys of `base`
        WebIdentity, // AssumeRoleWithWebIdentity with the token in `tokenFile`
        Sso,
    };

    Kind kind = Kind::Stored;
    Credentials keys;
    QString process;
    RoleChoice role;
    std::shared_ptr<const KeyRecipe> base;
    QString tokenFile;
    SsoChoice sso;
    QString region; // of STS

    bool isLasting() const
    {
        return kind == Kind::Stored || (kind == Kind::Given && keys.sessionToken.isEmpty());
    }
    bool asksForCode() const;      // of an MFA device, also for a base: a person is needed each time
    QString processInside() const; // that it would run, also for a base; empty: none
};

// How an account's keys are had. Errors (SignIn): "profile-missing", "profile-loop", "profile-empty" (has no
// keys and names no source), "profile-source" (source_profile and credential_source, or neither, beside
// role_arn), "profile-instance" (keys of an EC2 or ECS machine), "profile-login" (login_session),
// "profile-sso-session" (names a section that is not there), "environment-keys-missing".
Result<KeyRecipe> recipeOf(const Account& account, const AwsFiles& files,
                           const QProcessEnvironment& environment);
Result<KeyRecipe> recipeOfProfile(const QString& profile, const AwsFiles& files,
                                  const QProcessEnvironment& environment);

// A word for what a recipe does, for lists: "keys", "temporary keys", "role", "program", "sso",
// "web-identity".
QString recipeWord(const KeyRecipe& recipe);

} // namespace partway
