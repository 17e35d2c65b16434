// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/networksecrets.h"
#include "doctor/bedside.h"
#include "doctor/reach.h"
#include "http/networktransport.h"

namespace partway {

// All that a Doctor and his transport need to know about an account, also one that is not saved yet.
struct Visit
{
    Patient patient;
    Reach::Wish reach;
    TransportOptions transport;
};

// bucket empty: what can be said without one. prefix: where the scratch key may be; made a folder. Errors:
// those of Endpoint and of tlsFor().
Result<Visit> prepareVisit(const Account& account, const Credentials& keys, const NetworkSecrets& secrets,
                           const QString& bucket, const QString& prefix);

// Writes what was learnt to the account; what the person has set stays as it is.
void keepFindings(const QList<Finding>& findings, const QDateTime& testedAt, Account* account);

} // namespace partway
