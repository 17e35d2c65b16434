// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "s3/endpoint.h"
#include "s3/operations.h"

#include <QByteArrayView>

namespace partway {

// The right to send one file of an agreed size, without keys: an upload that the holder of the keys has begun
// and every request that finishing it takes, signed for a while (s3-reference §1.9). The ticket is a secret
// itself while it holds: it is kept where the person keeps its file, and nowhere else.
struct UploadTicket
{
    Origin origin;
    QString bucket; // of the upload, for people and for the journal
    QByteArray key;
    QString uploadId;
    QString token; // x-amz-meta-partway-upload
    QByteArray contentType;
    QString fileName; // what the holder expects; may be empty
    bool opaqueEtags = false;
    qint64 size = 0;
    qint64 partSize = 0;
    QDateTime expiresAt; // UTC
    // Path and query, byte for byte as signed.
    QList<Secret> parts; // PUT, by number from 1
    QList<Secret> lists; // GET: parts 1…1000, 1001…2000, …
    Secret complete;     // POST with Content-Type application/xml
    Secret abort;        // DELETE

    int partCount() const { return int(parts.size()); }
};

constexpr qint64 largestUploadTicket = 48 * MiB; // 10,000 parts, signed with a session token each
constexpr int ticketListStep = 1000;

// The file's bytes: they are the secret.
QByteArray uploadTicketJson(const UploadTicket& ticket);

// What lies in its place while it is made, without any secret: whoever is killed meanwhile leaves word of the
// upload that may be on the store.
QByteArray unfinishedTicketJson(const QString& bucket, const QByteArray& key);

// Hostile. Errors (Refused): "upload-ticket-invalid" (what is wrong in `message`), "ticket-newer",
// "upload-ticket-unfinished" (`resource`: where its upload may be, as s3://BUCKET/KEY).
Result<UploadTicket> parseUploadTicket(QByteArrayView json);
Result<UploadTicket> readUploadTicket(const QString& path); // LocalFile "upload-ticket-unreadable" too

// What a ticket is made of: the place, the keys, and the time by the store's clock.
struct TicketSigning
{
    Endpoint endpoint; // of the bucket's region
    QString region;
    Addressing addressing = Addressing::Auto;
    Credentials keys;
    QDateTime at;
    int seconds = 0; // 1 … 604,800
};

// Fills in origin, expiry and every signed request for `count` parts.
void signTicket(const TicketSigning& signing, int count, UploadTicket* ticket);

} // namespace partway
