// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstores.h"

#include "http/networktransport.h"
#include "store/companionstore.h"
#include "store/s3store.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <optional>

namespace partway {

namespace {

// What one account needs to talk to its store. The store goes before the transport it uses.
struct OpenStore
{
    Account account;
    Credentials keys;
    std::unique_ptr<Transport> transport;
    std::unique_ptr<ObjectStore> store;
};

// An account as the main thread found it, or why it cannot be opened.
struct Found
{
    Account account;
    Credentials keys;
};

Result<std::shared_ptr<OpenStore>> makeStore(const Found& found, RateLimit& limit, const Clock& clock,
                                             ExchangeLog* exchanges)
{
    const Result<Endpoint> endpoint = Endpoint::parse(found.account.endpoint);
    if (!endpoint)
        return endpoint.error();
    Result<std::unique_ptr<Transport>> transport =
        makeNetworkTransport({.caFile = found.account.caFile, .limit = &limit}, clock);
    if (!transport)
        return transport.error();

    auto open = std::make_shared<OpenStore>();
    open->account = found.account;
    open->keys = found.keys;
    open->transport =
        exchanges ? makeRecordingTransport(std::move(*transport), *exchanges, clock) : std::move(*transport);
    if (isCompanion(found.account)) {
        const Result<CompanionServer> server = companionServer(found.account.endpoint, found.keys.secretKey);
        if (!server)
            return server.error();
        open->store = makeCompanionStore(*open->transport, *server, profileOf(found.account), clock);
        return open;
    }
    const S3ClientOptions options{
        .endpoint = *endpoint, .region = found.account.region, .addressing = found.account.addressing};
    // The client belongs to the store that belongs to `open`: the plain pointer cannot outlive it.
    auto client = std::make_unique<S3Client>(
        *open->transport, options, [keys = &open->keys]() -> Result<Credentials> { return *keys; }, clock);
    open->store = makeS3Store(std::move(client), profileOf(found.account));
    return open;
}

class AccountStores final : public StoreProvider
{
public:
    AccountStores(AccountList& accounts, CredentialDesk& desk, RateLimit& limit, const Clock& clock,
                  ExchangeLog* exchanges)
        : m_accounts(accounts), m_desk(desk), m_limit(limit), m_clock(clock), m_exchanges(exchanges)
    {
    }

    void open(const QString& accountId, Opened opened) override
    {
        arriveOnEngine();
        const bool underWay = m_waiting.contains(accountId);
        m_waiting[accountId].append(std::move(opened));
        if (underWay)
            return;
        if (m_open.contains(accountId))
            onEngine([this, accountId] { answer(accountId); });
        else
            ask(accountId);
    }

    // Whoever holds the store keeps it; the next open() reads account and keys again.
    void forget(const QString& accountId) override
    {
        m_open.remove(accountId);
        ++m_generation[accountId];
    }

private:
    using Shared = std::shared_ptr<OpenStore>;

    // --- engine thread ---

    void arriveOnEngine()
    {
        if (m_engine)
            return;
        m_engine = std::make_unique<QObject>();
        // Sockets are closed on the thread that made them, before it ends.
        QObject::connect(
            QThread::currentThread(), &QThread::finished, m_engine.get(), [this] { m_open.clear(); },
            Qt::DirectConnection);
    }

    void ask(const QString& accountId)
    {
        const int generation = m_generation.value(accountId);
        onMain([this, accountId, generation] { find(accountId, generation); });
    }

    void take(const QString& accountId, const Result<Found>& found, int generation)
    {
        if (generation != m_generation.value(accountId)) {
            ask(accountId); // the account changed meanwhile: what was found is stale
            return;
        }
        if (!found) {
            end(accountId, found.error());
            return;
        }
        const Result<Shared> made = makeStore(*found, m_limit, m_clock, m_exchanges);
        if (!made) {
            end(accountId, made.error());
            return;
        }
        m_open.insert(accountId, *made);
        answer(accountId);
    }

    void answer(const QString& accountId)
    {
        const Shared open = m_open.value(accountId);
        if (open)
            end(accountId, std::shared_ptr<ObjectStore>(open, open->store.get()));
        else
            ask(accountId); // forgotten since it was found
    }

    void end(const QString& accountId, const Result<std::shared_ptr<ObjectStore>>& result)
    {
        const QList<Opened> waiting = m_waiting.take(accountId);
        for (const Opened& opened : waiting)
            opened(result);
    }

    void onMain(std::function<void()> work)
    {
        QMetaObject::invokeMethod(&m_main, std::move(work), Qt::QueuedConnection);
    }

    // --- main thread ---

    void find(const QString& accountId, int generation)
    {
        if (!m_accounts.byId(accountId))
            static_cast<void>(m_accounts.load()); // another process may have added it
        const std::optional<Account> account = m_accounts.byId(accountId);
        if (!account) {
            tell(accountId, Error{.kind = ErrorKind::NotFound, .code = QStringLiteral("account-missing")},
                 generation);
            return;
        }
        const QPointer<QObject> alive(&m_main);
        m_desk.credentials(*account, [this, alive, account, generation](const Result<Credentials>& keys) {
            if (!alive)
                return;
            if (keys)
                tell(account->id, Found{.account = *account, .keys = *keys}, generation);
            else
                tell(account->id, keys.error(), generation);
        });
    }

    void tell(const QString& accountId, Result<Found> found, int generation)
    {
        onEngine(
            [this, accountId, found = std::move(found), generation] { take(accountId, found, generation); });
    }

    void onEngine(std::function<void()> work)
    {
        QMetaObject::invokeMethod(m_engine.get(), std::move(work), Qt::QueuedConnection);
    }

    AccountList& m_accounts; // main thread
    CredentialDesk& m_desk;  // main thread
    RateLimit& m_limit;
    const Clock& m_clock;
    ExchangeLog* const m_exchanges;

    // Engine thread. m_engine lives as long as this does, so that the main thread may always post to it.
    QHash<QString, Shared> m_open;
    QHash<QString, QList<Opened>> m_waiting;
    QHash<QString, int> m_generation;
    std::unique_ptr<QObject> m_engine;
    QObject m_main; // gone: queued work for the main thread is dropped
};

} // namespace

std::unique_ptr<StoreProvider> makeAccountStores(AccountList& accounts, CredentialDesk& desk,
                                                 RateLimit& limit, const Clock& clock, ExchangeLog* exchanges)
{
    return std::make_unique<AccountStores>(accounts, desk, limit, clock, exchanges);
}

} // namespace partway
