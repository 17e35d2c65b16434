// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "accounts/awsimport.h"

namespace partway {

OrComplaint<Account> accountFor(const StoreChoice& choice, Workplace& workplace)
{
    const QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    EnvironmentSettings environment = readEnvironment(variables);
    if (wantsProfile(choice, environment, workplace.accounts()))
        completeFromProfile(&environment, loadAwsFiles(variables), variables);
    OrComplaint<Account> chosen = chooseAccount(choice, environment, workplace.accounts());
    if (Account* account = std::get_if<Account>(&chosen))
        *account = workplace.withConsent(*account);
    return chosen;
}

} // namespace partway
