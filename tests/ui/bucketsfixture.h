// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/accountstores.h"
#include "accounts/credentialdesk.h"
#include "buckets/bucketspage.h"
#include "dialogs/accountbook.h"
#include "http/exchangelog.h"
#include "http/ratelimit.h"
#include "ui/fakequeue.h"

#include <QTemporaryDir>

namespace partway {

// The buckets page over a real store, with a queue that only notes what it is given.
struct BucketsFixture
{
    BucketsFixture(const QString& endpoint, const QByteArray& accessKey, const Secret& secret)
        : office(makeAccountStores(accounts, desk, limit, clock, &exchanges))
    {
        Account account;
        account.id = QStringLiteral("account-1");
        account.name = QStringLiteral("Sandbox");
        account.provider = QStringLiteral("sandbox");
        account.endpoint = endpoint;
        account.addressing = Addressing::Path;
        account.accessKeyId = accessKey;
        account.secretSource = SecretSource::Session;
        book.save(account, secret, [](const Result<void>&) {});
        page = std::make_unique<BucketsPage>(
            BucketsParts{office, accounts, queue,
                         [this](const QStringList& paths, const Destination& to) {
                             uploads.append({paths, to});
                         },
                         [this](const Destination& to) { destination = to; },
                         [this](const QString& text) { notices.append(text); },
                         [this](const QList<RefusedPath>& paths) { refused += paths; },
                         [this](const Destination& to) { offered = to; }, &exchanges});
    }

    QTemporaryDir folder;
    FakeQueue queue;
    AccountList accounts{folder.path()};
    std::unique_ptr<CredentialStore> store = makeSessionStore();
    CredentialDesk desk{*store};
    AccountBook book{accounts, *store, desk, queue};
    SystemClock clock;
    RateLimit limit{clock};
    ExchangeLog exchanges;
    StoreOffice office;
    QList<std::pair<QStringList, Destination>> uploads;
    Destination destination;
    Destination offered; // where a ticket was asked for
    QStringList notices;
    QList<RefusedPath> refused;
    std::unique_ptr<BucketsPage> page;
};

} // namespace partway
