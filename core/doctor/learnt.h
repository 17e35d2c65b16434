// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/finding.h"
#include "s3/endpoint.h"
#include "s3/limits.h"

namespace partway {

// What an examination taught about a store, to be kept with its account. Only what was seen: nullopt is
// "nobody knows".
struct Learnt
{
    QString region;                        // empty: as it was set
    std::optional<Addressing> addressing;  // the one that worked
    QMap<ChecksumMode, QString> checksums; // kind → honoured, ignored, refused, wrong
    std::optional<ChecksumMode> checksum;  // the best to use; None: the store checks nothing
    std::optional<bool> conditionalPut;    // honoured; false: ignored or refused
    std::optional<bool> conditionalComplete;
    QStringList ignoredConditions; // "put", "complete": answered with success, and not kept
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
