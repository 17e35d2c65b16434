// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storefacts.h"
#include "doctor/finding.h"

namespace partway {

// What an examination taught about a store: what is kept with its account, and what is only told. Only what
// was seen; the rest is unknown.
struct Learnt
{
    StoreFacts facts;              // testedAt is the caller's
    QMap<QString, QString> rights; // right → given, denied, unsupported, not-shown, failed

    bool operator==(const Learnt&) const = default;
};

Learnt learntFrom(const QList<Finding>& findings);

// The worst of all; Ok when nothing was looked at.
Outcome worstOf(const QList<Finding>& findings);

// A policy of AWS's kind that gives exactly the rights that an account for uploads uses, for a bucket and
// a prefix; pretty-printed JSON (s3-reference §6.3). wanted: names of rights; empty: all.
QByteArray uploadPolicy(const QString& bucket, const QString& prefix, const QStringList& wanted = {});

// The rights of the findings that are denied.
QStringList deniedRights(const QList<Finding>& findings);

} // namespace partway
