// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace partway {

namespace {

class SessionStore final : public CredentialStore
{
public:
    void write(const QString& accountId, const Secret& secret,
               std::function<void(Result<void>)> done) override
    {
        m_secrets.insert(accountId, secret);
        later([done = std::move(done)] { done({}); });
    }

    void read(const QString& accountId, std::function<void(Result<Secret>)> done) override
    {
        later([found = find(accountId), done = std::move(done)] { done(found); });
    }

    void remove(const QString& accountId, std::function<void(Result<void>)> done) override
    {
        m_secrets.remove(accountId);
        later([done = std::move(done)] { done({}); });
    }

private:
    Result<Secret> find(const QString& accountId) const
    {
        const auto place = m_secrets.constFind(accountId);
        if (place == m_secrets.constEnd())
            return Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("keychain-no-entry")};
        return *place;
    }

    void later(std::function<void()> end) { QTimer::singleShot(0, &m_context, std::move(end)); }

    QObject m_context;
    QHash<QString, Secret> m_secrets;
};

} // namespace

std::unique_ptr<CredentialStore> makeSessionStore()
{
    return std::make_unique<SessionStore>();
}

} // namespace partway
