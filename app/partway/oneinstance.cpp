// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oneinstance.h"

#include "base/log.h"

#include <QCryptographicHash>
#include <QDir>

#include <chrono>

namespace partway {

using namespace std::chrono_literals;

namespace {

constexpr int mostTries = 50; // with 100 ms between: the first may still be starting
constexpr qint64 longestHandover = 64 * 1024 * 1024;

// A socket's path has at most 107 bytes on Linux; a folder that lies deeper gets a name made from it.
QString socketNameFor(const QString& folder)
{
#ifndef Q_OS_WIN
    const QString inFolder = folder + QStringLiteral("/window.socket");
    if (inFolder.toUtf8().size() <= 100)
        return inFolder;
#endif
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("partway-") + QString::fromLatin1(hash.toHex().left(24));
}

} // namespace

OneInstance::OneInstance(const QString& stateFolder, Handover handover, QObject* parent)
    : QObject(parent), m_socketName(socketNameFor(stateFolder)), m_handover(std::move(handover)),
      m_lock(stateFolder + QStringLiteral("/window.lock"))
{
    m_lock.setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
    m_retry.setSingleShot(true);
    m_retry.setInterval(100ms);
    connect(&m_retry, &QTimer::timeout, this, &OneInstance::start);
    connect(&m_server, &QLocalServer::newConnection, this, &OneInstance::welcome);
}

void OneInstance::start()
{
    if (m_lock.tryLock(0)) {
        listen();
        Q_EMIT first();
        return;
    }
    if (m_lock.error() == QLockFile::LockFailedError) {
        connectToFirst();
        return;
    }
    // A folder that cannot be written: opening the journal says so in its own words.
    qCWarning(logQueue) << "no lock file in the state folder";
    Q_EMIT first();
}

void OneInstance::listen()
{
    QLocalServer::removeServer(m_socketName); // left by a crash: the lock is ours, so nobody listens
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(m_socketName))
        qCWarning(logQueue) << "later starts cannot be heard:" << m_server.errorString();
}

void OneInstance::connectToFirst()
{
    m_socket = std::make_unique<QLocalSocket>();
    QLocalSocket* socket = m_socket.get();
    connect(socket, &QLocalSocket::connected, this,
            [this, socket] { socket->write(writeHandover(m_handover)); });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->readAll().startsWith("ok"))
            return;
        socket->disconnect(this);
        Q_EMIT handedOver();
    });
    connect(socket, &QLocalSocket::errorOccurred, this, &OneInstance::tryAgain);
    socket->connectToServer(m_socketName);
}

// Either side may be about to come or to go: the lock is asked again each time.
void OneInstance::tryAgain()
{
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
    if (++m_tries < mostTries)
        m_retry.start();
    else
        Q_EMIT noAnswer();
}

void OneInstance::welcome()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void OneInstance::read(QLocalSocket* socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > longestHandover)
            socket->abort();
        return;
    }
    const Result<Handover> handover = readHandover(socket->readLine());
    if (!handover) {
        socket->abort();
        return;
    }
    socket->write("ok\n");
    Q_EMIT received(*handover);
}

} // namespace partway
