// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QByteArrayView>

namespace partway {

// An unfinished transfer as a small file, to go on from on another computer. Holds no secret. What it says of
// the parts is only a claim: each is compared with the file there before it counts.
struct ResumeTicket
{
    QString endpoint; // https://…
    QString region;
    UploadSpec spec;
    QString uploadId;
    QString token;
    bool opaqueEtags = false;
    int sourceChanges = 0;
    QString fileName;
    QMap<int, StoredPart> parts;

    bool operator==(const ResumeTicket&) const = default;
};

constexpr qint64 largestTicket = 16 * MiB;

// Errors (Refused): "ticket-nothing-stored" (there is nothing to take along: no upload was begun, or it is
// one PutObject), "ticket-ended", "ticket-of-copy" (its source is an object, which any computer reaches).
Result<ResumeTicket> makeTicket(const Transfer& transfer, const QString& endpoint, const QString& region);
QByteArray ticketJson(const ResumeTicket& ticket);

// Takes nothing on trust: bounded, exact in its types. Errors (Refused): "ticket-invalid" (what is wrong in
// `message`), "ticket-newer".
Result<ResumeTicket> parseResumeTicket(QByteArrayView json);

// The row that goes on with it, from this file.
Transfer transferOf(const ResumeTicket& ticket, const QString& path, const SourceFingerprint& source,
                    const QString& accountId);

} // namespace partway
