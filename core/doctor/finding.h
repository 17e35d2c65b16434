// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

#include <optional>

namespace partway {

// Ok: as it should be. Warn: uploads work, something else does not or is to be known. Fail: uploads do not
// work like this. Skipped: not looked at, the verdict says why.
enum class Outcome { Ok, Warn, Fail, Skipped };

QString outcomeName(Outcome outcome); // "ok", "warn", "fail", "skipped"

// One certificate of the chain that the server showed, as it is shown to people.
struct CertificateFacts
{
    QString subject;
    QString issuer;
    QDateTime validFrom;
    QDateTime validUntil;
    QString fingerprint; // SHA-256, hex
    QStringList names;   // that it is for

    bool operator==(const CertificateFacts&) const = default;
};

// One thing that the doctor looked at and what he found. A plain value; ui/format/doctortext has the words.
//
// step                verdicts
// proxy               none direct used
// name                found address by-proxy failed
// connect             open failed
// tls                 trusted plain failed
// answer              s3 companion not-companion portal not-s3 failed
// signature           accepted sign-in-accepted refused
// clock               right off refused unknown
// region              as-set other refused unknown
// bucket              there missing none
// addressing          as-set other only both none
// right-…             given denied unsupported not-shown failed not-tried not-undone
// checksum-…          honoured ignored refused wrong not-tried
// condition-put, -complete   honoured ignored refused not-tried
// cleanup             clean left
struct Finding
{
    QString step;
    Outcome outcome = Outcome::Ok;
    QString verdict;
    QMap<QString, QString> facts; // names, numbers and codes that the sentence mentions
    QList<CertificateFacts> chain = {};
    std::optional<Error> error = {}; // what the store or the network said

    bool operator==(const Finding&) const = default;
};

// The rights of right-… in the order of the examination: "create", "part", …
QStringList examinedRights();

} // namespace partway

Q_DECLARE_METATYPE(partway::Finding)
