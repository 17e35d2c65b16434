// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/visit.h"

#include "doctor/learnt.h"

#include <utility>

namespace partway {

namespace {

QByteArray folderOf(const QString& prefix)
{
    QByteArray folder = prefix.toUtf8();
    if (!folder.isEmpty() && !folder.endsWith('/'))
        folder += '/';
    return folder;
}

} // namespace

Result<Visit> prepareVisit(const Account& account, const Credentials& keys, const NetworkSecrets& secrets,
                           const QString& bucket, const QString& prefix)
{
    const Result<Endpoint> endpoint = Endpoint::parse(account.endpoint);
    if (!endpoint)
        return endpoint.error();
    Visit visit;
    visit.patient = {.endpoint = *endpoint,
                     .region = account.region,
                     .addressing = account.addressing,
                     .keys = keys,
                     .bucket = bucket,
                     .prefix = folderOf(prefix)};
    if (isCompanion(account)) {
        const Result<CompanionServer> server = companionServer(account.endpoint, keys.secretKey);
        if (!server)
            return server.error();
        visit.patient.companion = *server;
        visit.patient.bucket.clear(); // the server chooses
    }
    visit.transport.managers = 1;
    visit.transport.pieces = LargePieces::Off;
    const Result<NetworkRoute> route = routeOf(account, secrets);
    if (!route)
        return route.error();
    visit.transport.route = *route;
    const Result<std::optional<QSslConfiguration>> tls = tlsFor(visit.transport.route);
    if (!tls)
        return tls.error();
    visit.reach.origin = endpoint->origin;
    visit.reach.proxy = proxyFor(visit.transport.route, endpoint->origin);
    visit.reach.systemProxy = !visit.transport.route.proxy;
    if (*tls)
        visit.reach.tls = **tls;
    return visit;
}

namespace {

// A test that came to nothing, because the network was down, say, takes nothing back.
void keepKnown(const StoreFacts& before, StoreFacts* now)
{
    const auto keep = [](Treatment known, Treatment* fact) {
        if (*fact == Treatment::Unknown)
            *fact = known;
    };
    keep(before.conditionalPut, &now->conditionalPut);
    keep(before.conditionalComplete, &now->conditionalComplete);
    keep(before.listParts, &now->listParts);
    keep(before.listUploads, &now->listUploads);
    keep(before.copyPart, &now->copyPart);
    if (now->checksums.isEmpty())
        now->checksums = before.checksums;
}

} // namespace

void keepFindings(const QList<Finding>& findings, const QDateTime& testedAt, Account* account)
{
    const QDateTime whole = QDateTime::fromSecsSinceEpoch(testedAt.toSecsSinceEpoch(), Qt::UTC);
    const Learnt learnt = learntFrom(findings);
    const StoreFacts before = std::exchange(account->facts, learnt.facts);
    keepKnown(before, &account->facts);
    account->facts.testedAt = whole;
    // Signing for the right region from the start saves a round trip on each connection.
    if (!learnt.facts.region.isEmpty())
        account->region = learnt.facts.region;
}

} // namespace partway
