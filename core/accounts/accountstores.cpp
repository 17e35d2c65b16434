// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstores.h"

#include "accounts/keylessstore.h"
#include "accounts/networksecrets.h"
#include "http/networktransport.h"
#include "store/s3store.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThread>

#include <optional>

namespace partway {

namespace {

// What one account needs to talk to its store. The store goes before the transport it uses.
struct OpenStore
{
    Account account;
    Credentials keys;
    std::chrono::milliseconds lifetime{0}; // of temporary keys, as they came
    std::chrono::milliseconds askedAt{0};  // when newer ones were last asked for; by the monotonic clock
    bool asking = false;                   // for newer ones
    bool declined = false;                 // by the person: not asked for again before these have ended
    QList<SigningKeys::Ready> waiting;     // for them
    std::unique_ptr<Transport> transport;
    std::unique_ptr<ObjectStore> store;
};

// An account as the main thread found it, or why it cannot be opened.
struct Found
{
    Account account;
    Credentials keys;
    NetworkSecrets network;
};

using Shared = std::shared_ptr<OpenStore>;

// Temporary keys are renewed a quarter of an hour ahead, and every minute again until it works; those that
// last less than an hour in proportion.
constexpr std::chrono::milliseconds longestAdvance = std::chrono::minutes(15);
constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(1);
constexpr int advanceOf = 4;
constexpr int pauseOf = 60;

bool wantsNewKeys(const OpenStore& open, const Clock& clock)
{
    if (open.asking || open.declined || !open.keys.expiresAt.isValid())
        return false;
    const std::chrono::milliseconds left(clock.now().msecsTo(open.keys.expiresAt));
    const auto pause = std::min(longestPause, open.lifetime / pauseOf);
    return left < std::min(longestAdvance, open.lifetime / advanceOf) &&
           clock.monotonic() - open.askedAt >= pause;
}

void takeKeys(OpenStore& open, const Credentials& keys, const Clock& clock)
{
    open.keys = keys;
    const qint64 left = keys.expiresAt.isValid() ? clock.now().msecsTo(keys.expiresAt) : 0;
    open.lifetime = std::chrono::milliseconds(std::max<qint64>(0, left));
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
    // --- engine thread ---

    Result<Shared> makeStore(const Found& found)
    {
        const Account& account = found.account;
        const Result<Endpoint> endpoint = Endpoint::parse(account.endpoint);
        if (!endpoint)
            return endpoint.error();
        const Result<NetworkRoute> route = routeOf(account, found.network);
        if (!route)
            return route.error();
        Result<std::unique_ptr<Transport>> transport =
            makeNetworkTransport({.limit = &m_limit, .route = *route}, m_clock);
        if (!transport)
            return transport.error();
        auto open = std::make_shared<OpenStore>();
        open->account = account;
        takeKeys(*open, found.keys, m_clock);
        open->transport = m_exchanges ? makeRecordingTransport(std::move(*transport), *m_exchanges, m_clock)
                                      : std::move(*transport);
        Result<std::unique_ptr<ObjectStore>> keyless =
            makeKeylessStore(account, found.keys, *open->transport, m_clock);
        if (!keyless)
            return keyless.error();
        open->store = *keyless
                          ? std::move(*keyless)
                          : makeS3Store(makeClient(open, *endpoint), profileOf(account), ignoredBy(account));
        return open;
    }

    // The client belongs to the store that belongs to `open`: the plain pointer cannot outlive it.
    std::unique_ptr<S3Client> makeClient(const Shared& open, const Endpoint& endpoint)
    {
        const Account& account = open->account;
        S3ClientOptions options{.endpoint = endpoint,
                                .region = account.region,
                                .addressing = account.addressing,
                                .directoryBuckets = profileOf(account).directoryBuckets,
                                .renew = {}};
        const std::weak_ptr<OpenStore> weak(open);
        if (hasTemporaryKeys(account)) {
            options.renew = [this, weak](const Credentials&, SigningKeys::Ready ready) {
                const Shared store = weak.lock();
                if (store->waiting.isEmpty())
                    tellKeysAwaited(store->account.id, true);
                store->waiting.append(std::move(ready));
                if (!store->asking)
                    askForNewKeys(store);
            };
        }
        const auto now = [this, weak, plain = open.get(),
                          temporary = hasTemporaryKeys(account)]() -> Result<Credentials> {
            if (temporary && wantsNewKeys(*plain, m_clock))
                askForNewKeys(weak.lock());
            return plain->keys;
        };
        return std::make_unique<S3Client>(*open->transport, options, now, m_clock);
    }

    void askForNewKeys(const Shared& open)
    {
        open->asking = true;
        open->askedAt = m_clock.monotonic();
        onMain([this, weak = std::weak_ptr(open), account = open->account, old = open->keys] {
            const QPointer<QObject> alive(&m_main);
            m_desk.renew(account, old, [this, alive, weak](const Result<Credentials>& keys) {
                if (alive)
                    onEngine([this, weak, keys] { newKeysCame(weak, keys); });
            });
        });
    }

    // Those that fail ahead of time are tried again; who waits for them is told.
    void newKeysCame(const std::weak_ptr<OpenStore>& weak, const Result<Credentials>& keys)
    {
        const Shared open = weak.lock();
        if (!open)
            return;
        open->asking = false;
        open->declined = !keys && keys.error().code == QLatin1String("sign-in-declined");
        if (keys)
            takeKeys(*open, *keys, m_clock);
        const QList<SigningKeys::Ready> waiting = std::exchange(open->waiting, {});
        if (!waiting.isEmpty())
            tellKeysAwaited(open->account.id, false);
        for (const SigningKeys::Ready& ready : waiting)
            ready(keys);
    }

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
        const Result<Shared> made = makeStore(*found);
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
        if (m_fetching.remove(accountId))
            tellKeysAwaited(accountId, false);
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
        if (m_desk.mustFetch(*account))
            onEngine([this, accountId] {
                m_fetching.insert(accountId);
                tellKeysAwaited(accountId, true);
            });
        const QPointer<QObject> alive(&m_main);
        m_desk.credentials(*account, [this, alive, account, generation](const Result<Credentials>& keys) {
            if (!alive)
                return;
            if (!keys)
                return tell(account->id, keys.error(), generation);
            readNetworkSecrets(
                m_desk, *account, [this, alive, account, keys, generation](const NetworkSecrets& network) {
                    if (alive)
                        tell(account->id, Found{.account = *account, .keys = *keys, .network = network},
                             generation);
                });
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
    QSet<QString> m_fetching; // accounts whose keys are fetched so that they can be opened
    std::unique_ptr<QObject> m_engine;
    QObject m_main; // gone: queued work for the main thread is dropped
};

} // namespace

std::unique_ptr<StoreProvider> makeAccountStores(AccountList& accounts, CredentialDesk& desk,
                                                 RateLimit& limit, const Clock& clock, ExchangeLog* exchanges)
{
    routeSignIns(desk);
    return std::make_unique<AccountStores>(accounts, desk, limit, clock, exchanges);
}

} // namespace partway
