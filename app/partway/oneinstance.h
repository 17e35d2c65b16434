// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>

namespace partway {

// One window for each state folder: a lock file decides who is first (it dies with its process), a local
// socket that only this user can open carries what later starts hand over. Ends start() with exactly one of
// first(), handedOver() and noAnswer().
class OneInstance final : public QObject
{
    Q_OBJECT
public:
    OneInstance(const QString& stateFolder, Handover handover, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void first();
    void handedOver();
    void noAnswer(); // another process holds the folder but does not take anything
    void received(const partway::Handover& handover);

private:
    void listen();
    void connectToFirst();
    void tryAgain();
    void welcome();
    void read(QLocalSocket* socket);

    QString m_socketName;
    Handover m_handover;
    QLockFile m_lock;
    QLocalServer m_server;
    std::unique_ptr<QLocalSocket> m_socket;
    QTimer m_retry;
    int m_tries = 0;
};

} // namespace partway
