// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "support/sandbox/services.h"

#include <QString>
#include <QStringList>

#include <memory>

class QLockFile;

namespace partway::sandbox {

class Listener;

struct Settings
{
    QString root;
    quint16 port = 0; // 0: a free one
    quint16 tlsPort = 0;
    bool tls = false; // serve https beside http
    QStringList faults;
    QByteArray accessKey; // empty: the ones kept in root/keys, made on the first start
    Secret secretKey;
    Secret sessionToken; // empty: tokens are refused
    QByteArray region = "us-east-1";
    QByteArray bucket = "sandbox"; // is there from the start
    Limits limits;
    std::chrono::milliseconds bodyPatience{30'000}; // with a client that sends nothing of its body
    bool log = false;
};

// A strict S3 store on 127.0.0.1 over a folder. Runs in threads of its own: the owner may block.
class Sandbox
{
public:
    Sandbox();
    ~Sandbox(); // stops

    Result<void> start(const Settings& settings);
    // The keys kept in settings.root alone, made when there are none: for --print-keys.
    Result<Keys> keysOnly(const Settings& settings);
    void stop(); // cuts every connection; what was received stays in the folder

    QString endpoint() const;    // "http://127.0.0.1:PORT"
    QString tlsEndpoint() const; // empty without TLS
    QString caFile() const;      // the certificate; empty without TLS
    QString controlUrl() const;
    const Settings& settings() const { return m_settings; }
    Services& services() const { return *m_services; } // faults, counters, keys, depot

    // Where the bytes of an object are.
    static QString fileOf(const QString& root, const QByteArray& bucket, const QByteArray& key);

private:
    Result<void> takeKeys();
    Result<void> openStore();
    Result<void> listen();
    Result<quint16> openPort(quint16 port, std::optional<QSslConfiguration> tls);
    Result<QSslConfiguration> tlsConfiguration() const;

    Settings m_settings;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Services> m_services;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    quint16 m_port = 0;
    quint16 m_tlsPort = 0;
};

} // namespace partway::sandbox
