// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keyrecipe.h"

#include "accounts/environment.h"

namespace partway {

namespace {

Error signIn(const char* code, const QString& about)
{
    return Error{.kind = ErrorKind::SignIn, .code = QLatin1String(code), .resource = about};
}

Result<KeyRecipe> fromEnvironment(const QProcessEnvironment& environment)
{
    KeyRecipe recipe;
    recipe.kind = KeyRecipe::Kind::Given;
    recipe.keys = readEnvironment(environment).credentials;
    if (recipe.keys.isEmpty())
        return signIn("environment-keys-missing", {});
    return recipe;
}

// Endpoints for tests and private clouds, as the AWS programs take them.
QString serviceEndpoint(const QProcessEnvironment& environment, const AwsFiles& files,
                        const AwsSection& profile, const char* variable, const char* block)
{
    const QString own = environment.value(QLatin1String(variable));
    return own.isEmpty() ? files.services.value(profile.value("services")).blockValue(block, "endpoint_url")
                         : own;
}

// Follows source_profile from one section to the next; what it has seen cannot come again.
class Resolver
{
public:
    Resolver(const AwsFiles& files, const QProcessEnvironment& environment)
        : m_files(files), m_environment(environment)
    {
    }

    Result<KeyRecipe> resolve(const QString& name, const QString& fallbackRegion = {})
    {
        if (!m_files.profiles.contains(name))
            return signIn("profile-missing", name);
        if (m_seen.contains(name))
            return signIn("profile-loop", name);
        m_seen.append(name);
        const AwsSection section = m_files.profiles.value(name);
        Result<KeyRecipe> recipe = section.has("role_arn") ? roleOf(name, section) : plainOf(name, section);
        if (recipe && recipe->region.isEmpty())
            recipe->region = section.has("region") ? section.value("region") : fallbackRegion;
        return recipe;
    }

private:
    // Without the role that the section may name.
    Result<KeyRecipe> plainOf(const QString& name, const AwsSection& section)
    {
        KeyRecipe recipe;
        if (section.has("sso_session") || section.has("sso_start_url"))
            return ssoOf(name, section);
        if (section.hasKeys()) {
            recipe.kind = KeyRecipe::Kind::Given;
            recipe.keys = {section.value("aws_access_key_id").toUtf8(),
                           section.secrets.value(QStringLiteral("aws_secret_access_key")),
                           section.secrets.value(QStringLiteral("aws_session_token")),
                           {}};
            return recipe;
        }
        if (section.has("credential_process")) {
            recipe.kind = KeyRecipe::Kind::Process;
            recipe.process = section.value("credential_process");
            return recipe;
        }
        return signIn(section.has("login_session") ? "profile-login" : "profile-empty", name);
    }

    Result<KeyRecipe> ssoOf(const QString& name, const AwsSection& section)
    {
        KeyRecipe recipe;
        recipe.kind = KeyRecipe::Kind::Sso;
        SsoChoice& sso = recipe.sso;
        sso.sessionName = section.value("sso_session");
        const bool legacy = sso.sessionName.isEmpty();
        if (!legacy && !m_files.ssoSessions.contains(sso.sessionName))
            return signIn("profile-sso-session", sso.sessionName);
        const AwsSection from = legacy ? section : m_files.ssoSessions.value(sso.sessionName);
        sso.startUrl = from.value("sso_start_url");
        sso.region = from.value("sso_region");
        sso.accountId = section.value("sso_account_id");
        sso.roleName = section.value("sso_role_name");
        sso.oidcEndpoint =
            serviceEndpoint(m_environment, m_files, section, "AWS_ENDPOINT_URL_SSO_OIDC", "sso_oidc");
        sso.portalEndpoint = serviceEndpoint(m_environment, m_files, section, "AWS_ENDPOINT_URL_SSO", "sso");
        if (sso.startUrl.isEmpty() || sso.region.isEmpty() || sso.accountId.isEmpty() ||
            sso.roleName.isEmpty())
            return signIn("sso-incomplete", name);
        return recipe;
    }

    Result<KeyRecipe> roleOf(const QString& name, const AwsSection& section)
    {
        KeyRecipe recipe;
        recipe.role.arn = section.value("role_arn");
        recipe.role.externalId = section.value("external_id");
        recipe.role.sessionName = section.value("role_session_name");
        recipe.role.mfaSerial = section.value("mfa_serial");
        recipe.role.durationSeconds = qMax(0, section.value("duration_seconds").toInt());
        recipe.role.stsEndpoint =
            serviceEndpoint(m_environment, m_files, section, "AWS_ENDPOINT_URL_STS", "sts");
        if (section.has("web_identity_token_file")) {
            recipe.kind = KeyRecipe::Kind::WebIdentity;
            recipe.tokenFile = section.value("web_identity_token_file");
            return recipe;
        }
        recipe.kind = KeyRecipe::Kind::Role;
        const Result<KeyRecipe> base = baseOf(name, section);
        if (!base)
            return base;
        recipe.base = std::make_shared<const KeyRecipe>(*base);
        return recipe;
    }

    Result<KeyRecipe> baseOf(const QString& name, const AwsSection& section)
    {
        const QString source = section.value("source_profile");
        const QString place = section.value("credential_source");
        if (source.isEmpty() == place.isEmpty())
            return signIn("profile-source", name);
        if (place.compare(QLatin1String("Environment"), Qt::CaseInsensitive) == 0)
            return fromEnvironment(m_environment);
        if (!place.isEmpty())
            return signIn("profile-instance", name);
        if (source != name)
            return resolve(source, section.value("region"));
        return section.hasKeys() ? plainOf(name, section) : signIn("profile-loop", name);
    }

    const AwsFiles& m_files;
    const QProcessEnvironment& m_environment;
    QStringList m_seen;
};

Result<KeyRecipe> baseOf(const Account& account, const AwsFiles& files,
                         const QProcessEnvironment& environment)
{
    if (account.role.from == SecretSource::Environment)
        return fromEnvironment(environment);
    if (account.role.from == SecretSource::Profile)
        return recipeOfProfile(account.profile, files, environment);
    return KeyRecipe();
}

} // namespace

bool KeyRecipe::asksForCode() const
{
    return !role.mfaSerial.isEmpty() || (base && base->asksForCode());
}

QString KeyRecipe::processInside() const
{
    if (kind == Kind::Process)
        return process;
    return base ? base->processInside() : QString();
}

Result<KeyRecipe> recipeOfProfile(const QString& profile, const AwsFiles& files,
                                  const QProcessEnvironment& environment)
{
    return Resolver(files, environment).resolve(profile);
}

Result<KeyRecipe> recipeOf(const Account& account, const AwsFiles& files,
                           const QProcessEnvironment& environment)
{
    KeyRecipe recipe;
    recipe.region = account.region;
    switch (account.secretSource) {
    case SecretSource::Keychain:
    case SecretSource::Session:
    case SecretSource::None:
        return recipe;
    case SecretSource::Environment:
        return fromEnvironment(environment);
    case SecretSource::Profile: {
        Result<KeyRecipe> found = recipeOfProfile(account.profile, files, environment);
        if (found && found->region.isEmpty())
            found->region = account.region;
        return found;
    }
    case SecretSource::Process:
        recipe.kind = KeyRecipe::Kind::Process;
        recipe.process = account.process;
        return recipe;
    case SecretSource::Role: {
        const Result<KeyRecipe> base = baseOf(account, files, environment);
        if (!base)
            return base;
        recipe.kind = KeyRecipe::Kind::Role;
        recipe.role = account.role;
        recipe.base = std::make_shared<const KeyRecipe>(*base);
        return recipe;
    }
    case SecretSource::Sso:
        recipe.kind = KeyRecipe::Kind::Sso;
        recipe.sso = account.sso;
        return recipe;
    }
    Q_UNREACHABLE();
}

QString recipeWord(const KeyRecipe& recipe)
{
    switch (recipe.kind) {
    case KeyRecipe::Kind::Given:
    case KeyRecipe::Kind::Stored:
        return recipe.keys.sessionToken.isEmpty() ? QStringLiteral("keys") : QStringLiteral("temporary keys");
    case KeyRecipe::Kind::Process:
        return QStringLiteral("program");
    case KeyRecipe::Kind::Role:
        return QStringLiteral("role");
    case KeyRecipe::Kind::WebIdentity:
        return QStringLiteral("web-identity");
    case KeyRecipe::Kind::Sso:
        return QStringLiteral("sso");
    }
    Q_UNREACHABLE();
}

} // namespace partway
