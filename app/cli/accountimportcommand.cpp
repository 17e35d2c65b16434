// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountimportcommand.h"

#include "format/errortext.h"
#include "table.h"

namespace partway {

namespace {

QString option(const char* name)
{
    return QString::fromLatin1(name);
}

QString stateOf(const ImportableProfile& profile, const AccountList& accounts)
{
    if (profile.problem)
        return errorLine(*profile.problem);
    return accounts.byName(profile.account.name) ? QStringLiteral("there is an account of this name")
                                                 : QStringLiteral("new");
}

} // namespace

void describeAccountImport(QCommandLineParser& parser)
{
    parser.addOptions({
        {option("dry-run"), QStringLiteral("Only show what would be added.")},
        {option("copy-keys"),
         QStringLiteral("Copy lasting keys into the keychain; else the profile is read each time.")},
        {option("allow-process"), QStringLiteral("Let programs that profiles name run without a question.")},
    });
}

OrComplaint<AccountImportOptions> accountImportOptionsOf(const QCommandLineParser& parser)
{
    return AccountImportOptions{parser.positionalArguments(), parser.isSet(option("dry-run")),
                                parser.isSet(option("copy-keys")), parser.isSet(option("allow-process"))};
}

AccountImportCommand::AccountImportCommand(Workplace& workplace, Console& console,
                                           AccountImportOptions options)
    : m_workplace(workplace), m_console(console), m_options(std::move(options))
{
}

QList<ImportableProfile> AccountImportCommand::chosen(const AwsFiles& files,
                                                      const QProcessEnvironment& environment)
{
    QList<ImportableProfile> all = importableProfiles(files, environment);
    QStringList missing = m_options.profiles;
    for (const ImportableProfile& profile : std::as_const(all))
        missing.removeAll(profile.account.profile);
    for (const QString& name : std::as_const(missing)) {
        m_console.complain(errorLine(
            {.kind = ErrorKind::SignIn, .code = QStringLiteral("profile-missing"), .resource = name}));
        m_code = ExitCode::Failed;
    }
    all.removeIf([this](const ImportableProfile& profile) {
        return !m_options.profiles.isEmpty() && !m_options.profiles.contains(profile.account.profile);
    });
    return all;
}

void AccountImportCommand::preview(const QList<ImportableProfile>& profiles)
{
    QList<QStringList> cells;
    for (const ImportableProfile& profile : profiles) {
        const QString state = stateOf(profile, m_workplace.accounts());
        cells.append(
            {profile.account.profile, profile.word, profile.account.region, profile.account.endpoint, state});
        m_console.event({{QStringLiteral("event"), QStringLiteral("profile")},
                         {QStringLiteral("name"), profile.account.profile},
                         {QStringLiteral("keys"), profile.word},
                         {QStringLiteral("region"), profile.account.region},
                         {QStringLiteral("endpoint"), profile.account.endpoint},
                         {QStringLiteral("problem"), profile.problem ? profile.problem->code : QString()},
                         {QStringLiteral("new"), state == QLatin1String("new")}});
    }
    const QStringList head{QStringLiteral("Profile"), QStringLiteral("Keys"), QStringLiteral("Region"),
                           QStringLiteral("Endpoint"), QStringLiteral("State")};
    const QStringList lines = cells.isEmpty() ? QStringList() : tableLines(head, cells, {});
    for (const QString& line : lines)
        m_console.say(line);
}

void AccountImportCommand::start()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const AwsFiles files = loadAwsFiles(environment);
    const QList<ImportableProfile> profiles = chosen(files, environment);
    preview(profiles);
    if (files.profiles.isEmpty())
        m_console.note(QStringLiteral("There are no profiles in %1.").arg(awsFolder(environment)));
    for (const ImportableProfile& profile : profiles) {
        if (profile.problem || m_workplace.accounts().byName(profile.account.name))
            continue;
        Account account = profile.account;
        account.id = newAccountId();
        if (m_options.allowProcess)
            account.allowedProcess = profile.process;
        Credentials keys;
        if (m_options.copyKeys && profile.hasLastingKeys)
            keys = takeKeysOf(&account, files, environment);
        m_toDo.append({account, keys});
    }
    if (m_options.dryRun) {
        m_console.note(QStringLiteral("%1 would be added. Nothing was changed.").arg(m_toDo.size()));
        Q_EMIT ended(m_code);
        return;
    }
    next();
}

void AccountImportCommand::next()
{
    if (m_toDo.isEmpty()) {
        m_console.note(QStringLiteral("%1 added.").arg(m_added));
        Q_EMIT ended(m_code);
        return;
    }
    const auto [account, keys] = m_toDo.takeFirst();
    if (keys.isEmpty()) {
        keep(account);
        return;
    }
    m_workplace.keychain().write(account.id, keys.secretKey, [this, account](const Result<void>& written) {
        if (written) {
            keep(account);
            return;
        }
        m_console.complain(QStringLiteral("%1: %2").arg(account.name, errorLine(written.error())));
        m_code = ExitCode::SignIn;
        next();
    });
}

void AccountImportCommand::keep(const Account& account)
{
    if (const Result<void> saved = m_workplace.accounts().put(account); saved) {
        ++m_added;
        m_console.event({{QStringLiteral("event"), QStringLiteral("account-added")},
                         {QStringLiteral("name"), account.name}});
    } else {
        m_console.complain(errorLine(saved.error()));
        m_code = ExitCode::Failed;
    }
    QMetaObject::invokeMethod(this, &AccountImportCommand::next, Qt::QueuedConnection);
}

} // namespace partway
