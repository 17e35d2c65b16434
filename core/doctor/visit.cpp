// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/visit.h"

#include "doctor/learnt.h"

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

Result<Visit> prepareVisit(const Account& account, const Credentials& keys, const Secret& proxyPassword,
                           const QString& bucket, const QString& prefix)
{
    Q_UNUSED(proxyPassword)
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
    visit.transport.managers = 1;
    visit.transport.pieces = LargePieces::Off;
    visit.transport.route.caFile = account.caFile;
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

void keepFindings(const QList<Finding>& findings, const QDateTime& testedAt, Account* account)
{
    Q_UNUSED(testedAt)
    const Learnt learnt = learntFrom(findings);
    if (!learnt.region.isEmpty())
        account->region = learnt.region;
}

} // namespace partway
