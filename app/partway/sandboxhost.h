// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/secret.h"

#include <QObject>
#include <QProcess>

namespace partway {

extern const QString sandboxAccountId;

// Runs partway-sandbox as a child for as long as the window lives; its objects lie in FOLDER/sandbox. It gets
// a free port each time, so that its account is made anew with every start.
class SandboxHost final : public QObject
{
    Q_OBJECT
public:
    explicit SandboxHost(const QString& stateFolder, QObject* parent = nullptr);
    ~SandboxHost() override;

    static bool isAvailable(); // the program is installed
    void start();              // ends with ready() or failed(); again while it runs: ready()
    void stop();               // ends with stopped(), also when it does not run

Q_SIGNALS:
    void ready(const partway::Account& account, const partway::Secret& secret);
    void failed(const QString& words);
    void stopped();

private:
    void readFacts();
    void announce();
    void ended();

    QString m_root;
    QProcess m_process;
    QByteArray m_errors; // the end of what it wrote on standard error
    Account m_account;
    Secret m_secret;
    bool m_ready = false;
    bool m_stopping = false;
};

} // namespace partway
