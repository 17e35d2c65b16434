// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/storeoffice.h"
#include "support/listingstore.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace partway {

// An account with its secret in this session, so that no keychain is asked.
inline Account someAccount()
{
    Account account;
    account.id = QStringLiteral("account-1");
    account.name = QStringLiteral("Work");
    account.endpoint = QStringLiteral("https://s3.example.test");
    account.accessKeyId = "AKIAEXAMPLE";
    account.secretSource = SecretSource::Session;
    return account;
}

// Fills the store of the account; runs on the office's thread.
using Fill = std::function<void(ListingStore&)>;

class ListingProvider final : public StoreProvider
{
public:
    explicit ListingProvider(Fill fill) : m_fill(std::move(fill)) {}
    void open(const QString&, Opened opened) override
    {
        if (!m_store) {
            m_store = std::make_shared<ListingStore>();
            m_fill(*m_store);
        }
        QTimer::singleShot(0, [store = m_store, opened] { opened(std::shared_ptr<ObjectStore>(store)); });
    }
    void forget(const QString&) override {}

private:
    Fill m_fill;
    std::shared_ptr<ListingStore> m_store;
};

} // namespace partway
