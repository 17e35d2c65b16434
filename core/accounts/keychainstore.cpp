// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialstore.h"

#include "base/log.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace partway {

namespace {

QString codeFor(QKeychain::Error error, const QString& text)
{
    switch (error) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound: // also what cancelling the unlock of a keyring looks like
        return QStringLiteral("keychain-no-entry");
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return QStringLiteral("keychain-locked");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return QStringLiteral("keychain-none");
    case QKeychain::CouldNotDeleteEntry:
        return QStringLiteral("keychain-failed");
    case QKeychain::OtherError:
        break;
    }
    // Without a Secret Service on the bus the text names it; without libsecret it is just "Unknown error".
    // Neither is translated (QtKeychain 0.13 and 0.15).
    const bool none = text.contains(QLatin1String("org.freedesktop.secrets")) ||
                      text.contains(QLatin1String("D-Bus"), Qt::CaseInsensitive) ||
                      text == QLatin1String("Unknown error");
    return none ? QStringLiteral("keychain-none") : QStringLiteral("keychain-failed");
}

Error signInError(const QString& code, const QString& message = {})
{
    return Error{.kind = ErrorKind::SignIn, .code = code, .message = message};
}

// QtKeychain has no time-out of its own: a locked keyring whose prompt nobody answers holds a job for ever.
class KeychainStore final : public CredentialStore
{
public:
    explicit KeychainStore(std::chrono::milliseconds patience) : m_patience(patience) {}

    void write(const QString& accountId, const Secret& secret,
               std::function<void(Result<void>)> done) override
    {
        auto* job = new QKeychain::WritePasswordJob(service());
        job->setBinaryData(secret.reveal());
        run(job, accountId, std::move(done));
    }

    void read(const QString& accountId, std::function<void(Result<Secret>)> done) override
    {
        auto* job = new QKeychain::ReadPasswordJob(service());
        run(job, accountId, [job, done = std::move(done)](const Result<void>& end) {
            if (!end)
                done(end.error());
            else
                done(Secret(job->binaryData()));
        });
    }

    void remove(const QString& accountId, std::function<void(Result<void>)> done) override
    {
        auto* job = new QKeychain::DeletePasswordJob(service());
        run(job, accountId, [done = std::move(done)](const Result<void>& end) {
            const bool alreadyGone = !end && end.error().code == QLatin1String("keychain-no-entry");
            done(alreadyGone ? Result<void>() : end);
        });
    }

private:
    static QString service() { return QStringLiteral("Partway"); }

    // The job deletes itself when it ends, which may be long after our patience did: the platform's library
    // still points to it, so it is never deleted early.
    void run(QKeychain::Job* job, const QString& accountId, std::function<void(Result<void>)> done)
    {
        job->setKey(accountId);
        job->setInsecureFallback(false);
        QPointer<QTimer> timer = new QTimer(&m_context); // running: nobody has been told an end yet
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, &m_context, [timer, done] {
            timer->deleteLater();
            qCWarning(logAccounts, "the keychain did not answer in time");
            done(signInError(QStringLiteral("keychain-timeout")));
        });
        QObject::connect(job, &QKeychain::Job::finished, &m_context, [timer, done](QKeychain::Job* ended) {
            if (!timer || !timer->isActive())
                return;
            timer->stop();
            timer->deleteLater();
            const QString code = codeFor(ended->error(), ended->errorString());
            done(code.isEmpty() ? Result<void>() : signInError(code, ended->errorString()));
        });
        timer->start(m_patience);
        QMetaObject::invokeMethod(job, &QKeychain::Job::start, Qt::QueuedConnection);
    }

    const std::chrono::milliseconds m_patience;
    QObject m_context; // gone: nobody is told
};

} // namespace

std::unique_ptr<CredentialStore> makeKeychainStore(std::chrono::milliseconds patience)
{
    return std::make_unique<KeychainStore>(patience);
}

} // namespace partway
