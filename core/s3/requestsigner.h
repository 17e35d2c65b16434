// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "http/message.h"
#include "s3/endpoint.h"
#include "s3/requestroute.h"
#include "s3/s3request.h"
#include "s3/signature.h"

#include <QHash>

namespace partway {

// Where the requests of one account go and how they are signed: its endpoint, the regions of its buckets and
// the store's clock as far as they have been learnt. Keys are given with each request. One thread.
class RequestSigner
{
public:
    struct Place
    {
        Endpoint endpoint;
        QString region;
        Addressing addressing = Addressing::Auto;
        bool directoryBuckets = false; // …--x-s3 follow the rules of S3 Express
    };

    RequestSigner(Place place, const Clock& clock);

    RequestRoute route(const S3Request& request) const;
    Result<HttpRequest> sign(const S3Request& request, const Credentials& keys) const;

    // A link that does `method` for so long. It dies with the keys that signed it: one for a directory bucket
    // with its session.
    QByteArray link(const S3Request& request, int expiresSeconds, const Credentials& keys) const;

    QString regionOf(const QString& bucket) const { return m_regions.value(bucket, m_place.region); }
    void learnRegion(const QString& bucket, const QString& region) { m_regions.insert(bucket, region); }

    qint64 clockOffset() const { return m_offset; } // seconds, the store's minus ours
    void learnClock(const HttpReply& reply);
    QDateTime serverTime() const { return m_clock.now().addSecs(m_offset); }

    bool usesTls() const { return m_place.endpoint.origin.isTls(); }

private:
    const Place m_place;
    const Clock& m_clock;
    QHash<QString, QString> m_regions; // learnt, by bucket
    qint64 m_offset = 0;
};

} // namespace partway
