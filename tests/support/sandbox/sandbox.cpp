// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/sandbox.h"

#include "support/sandbox/certificate.h"
#include "support/sandbox/control.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/filenames.h"
#include "support/sandbox/listener.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslKey>

namespace partway::sandbox {
namespace {

Error broken(const char* code, const QString& words)
{
    return Error{.code = QLatin1String(code), .message = words};
}

QByteArray randomText(int length, const QByteArray& alphabet)
{
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += alphabet[QRandomGenerator::system()->bounded(int(alphabet.size()))];
    return text;
}

QByteArray readLine(const QString& path, const QByteArray& name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name + '='))
            return line.mid(name.size() + 1);
    }
    return {};
}

} // namespace

Sandbox::Sandbox() = default;

Sandbox::~Sandbox()
{
    stop();
}

Result<void> Sandbox::start(const Settings& settings)
{
    m_settings = settings;
    m_settings.root = QDir(settings.root).absolutePath();
    if (!QDir().mkpath(m_settings.root))
        return broken("sandbox-root", QStringLiteral("cannot make the folder %1").arg(m_settings.root));
    m_lock = std::make_unique<QLockFile>(m_settings.root + QStringLiteral("/lock"));
    m_lock->setStaleLockTime(0); // only a dead process loses it
    if (!m_lock->tryLock(1'000))
        return broken("sandbox-locked", QStringLiteral("another sandbox uses %1").arg(m_settings.root));
    m_services = std::make_unique<Services>(m_settings.root);
    m_services->limits = m_settings.limits;
    m_services->bodyPatience = m_settings.bodyPatience;
    m_services->log = m_settings.log;
    for (const auto step : {&Sandbox::takeKeys, &Sandbox::openStore, &Sandbox::listen}) {
        const Result<void> done = (this->*step)();
        if (!done) {
            stop();
            return done;
        }
    }
    return {};
}

Result<Keys> Sandbox::keysOnly(const Settings& settings)
{
    m_settings = settings;
    m_settings.root = QDir(settings.root).absolutePath();
    m_services = std::make_unique<Services>(m_settings.root);
    const Result<void> taken = takeKeys();
    return taken ? Result<Keys>(m_services->keys) : taken.error();
}

Result<void> Sandbox::takeKeys()
{
    const QString path = m_settings.root + QStringLiteral("/keys");
    if (m_settings.accessKey.isEmpty()) {
        m_settings.accessKey = readLine(path, "ACCESS_KEY");
        m_settings.secretKey = Secret(readLine(path, "SECRET_KEY"));
    }
    if (m_settings.accessKey.isEmpty() || m_settings.secretKey.isEmpty()) {
        const QByteArray letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        m_settings.accessKey = "SANDBOX" + randomText(13, letters);
        m_settings.secretKey = Secret(randomText(40, letters + letters.toLower()));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
            file.write("ACCESS_KEY=" + m_settings.accessKey +
                       "\nSECRET_KEY=" + m_settings.secretKey.reveal() + '\n') < 0)
            return broken("sandbox-root", QStringLiteral("cannot write %1").arg(path));
    }
    m_services->keys = {m_settings.accessKey, m_settings.secretKey, m_settings.sessionToken,
                        m_settings.region};
    return {};
}

Result<void> Sandbox::openStore()
{
    for (const QString& text : std::as_const(m_settings.faults)) {
        const Result<QList<FaultRule>> rules = parseFaultRules(text.toUtf8());
        if (!rules)
            return rules.error();
        m_services->faults.add(*rules);
    }
    try {
        m_services->depot.load();
        if (!m_services->depot.has(m_settings.bucket))
            m_services->depot.create(m_settings.bucket);
    } catch (const Failure& failure) {
        return broken("sandbox-root", QString::fromUtf8(failure.message));
    }
    return {};
}

Result<void> Sandbox::listen()
{
    const Result<quint16> port = openPort(m_settings.port, std::nullopt);
    if (!port)
        return port.error();
    m_port = *port;
    if (!m_settings.tls)
        return {};
    const Result<QSslConfiguration> tls = tlsConfiguration();
    if (!tls)
        return tls.error();
    const Result<quint16> tlsPort = openPort(m_settings.tlsPort, *tls);
    if (!tlsPort)
        return tlsPort.error();
    m_tlsPort = *tlsPort;
    return {};
}

Result<quint16> Sandbox::openPort(quint16 port, std::optional<QSslConfiguration> tls)
{
    auto listener = std::make_unique<Listener>(port, std::move(tls), *m_services);
    QString problem;
    const quint16 opened = listener->open(&problem);
    m_listeners.push_back(std::move(listener));
    if (opened == 0)
        return broken("sandbox-port", QStringLiteral("port %1: %2").arg(port).arg(problem));
    return opened;
}

Result<QSslConfiguration> Sandbox::tlsConfiguration() const
{
    const QString folder = m_settings.root + QStringLiteral("/tls");
    const Result<void> made = ensureCertificate(folder);
    if (!made)
        return made.error();
    QFile certificateFile(folder + QStringLiteral("/cert.pem")), keyFile(folder + QStringLiteral("/key.pem"));
    if (!certificateFile.open(QIODevice::ReadOnly) || !keyFile.open(QIODevice::ReadOnly))
        return broken("certificate", QStringLiteral("cannot read the certificate in %1").arg(folder));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(&certificateFile));
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients have no certificates here
    if (configuration.localCertificate().isNull() || configuration.privateKey().isNull())
        return broken("certificate", QStringLiteral("the certificate in %1 cannot be used").arg(folder));
    return configuration;
}

void Sandbox::stop()
{
    if (m_services)
        m_services->stopping = true;
    m_listeners.clear();
    m_services.reset();
    m_lock.reset();
}

QString Sandbox::endpoint() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

QString Sandbox::tlsEndpoint() const
{
    return m_settings.tls ? QStringLiteral("https://127.0.0.1:%1").arg(m_tlsPort) : QString();
}

QString Sandbox::caFile() const
{
    return m_settings.tls ? m_settings.root + QStringLiteral("/tls/cert.pem") : QString();
}

QString Sandbox::controlUrl() const
{
    return endpoint() + QString::fromLatin1(controlPath);
}

QString Sandbox::fileOf(const QString& root, const QByteArray& bucket, const QByteArray& key)
{
    return QDir(root).absolutePath() + QStringLiteral("/buckets/") + QString::fromUtf8(bucket) +
           QStringLiteral("/objects/") + fileNameOf(key);
}

} // namespace partway::sandbox
