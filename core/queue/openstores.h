// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeprovider.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace partway {

// The stores that this engine has open, one for each account and shared by its transfers. Asks the provider
// once and remembers a failure until it is told to try again. Engine thread.
class OpenStores final : public QObject
{
    Q_OBJECT
public:
    explicit OpenStores(StoreProvider& provider, QObject* parent = nullptr)
        : QObject(parent), m_provider(provider)
    {
    }

    enum class State { Unknown, Opening, Open, Failed };

    State state(const QString& accountId) const;
    std::shared_ptr<ObjectStore> store(const QString& accountId) const; // null unless Open
    Error error(const QString& accountId) const;                        // why it Failed
    void open(const QString& accountId);                                // unless Opening or Open
    void fail(const QString& accountId,
              const Error& error);         // its keys turned out not to do; open() tries again
    void forget(const QString& accountId); // keys or settings changed: open() starts afresh
    void dropConnections();
    void clear();

Q_SIGNALS:
    void ended(const QString& accountId); // opening ended, either way; or fail()

private:
    struct Entry
    {
        State state = State::Unknown;
        std::shared_ptr<ObjectStore> store;
        Error error;
        int attempt = 0; // an answer to an earlier one is void
    };

    StoreProvider& m_provider;
    QHash<QString, Entry> m_entries;
};

} // namespace partway
