// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/credentialstore.h"

#include <QObject>
#include <QTimer>

namespace partway {

// A keychain that tells when it keeps one waiting: a locked one asks the person in a window of the system,
// which may be behind others. Passes everything on to the store that it owns. Main thread.
class KeychainWatch final : public QObject, public CredentialStore
{
    Q_OBJECT
public:
    explicit KeychainWatch(std::unique_ptr<CredentialStore> store,
                           std::chrono::milliseconds soon = std::chrono::milliseconds(1500));

    void write(const QString& accountId, const Secret& secret,
               std::function<void(Result<void>)> done) override;
    void read(const QString& accountId, std::function<void(Result<Secret>)> done) override;
    void remove(const QString& accountId, std::function<void(Result<void>)> done) override;

    bool isWaitedFor() const { return m_told; } // waits() was told, waitsOver() not yet

Q_SIGNALS:
    void waits();     // something has been asked of it for a while
    void waitsOver(); // after waits(): everything is answered, or given up

private:
    void begin();
    void ended();

    std::unique_ptr<CredentialStore> m_store;
    QTimer m_soon;
    int m_pending = 0;
    bool m_told = false;
};

} // namespace partway
