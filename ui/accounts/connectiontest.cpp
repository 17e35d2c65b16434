// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectiontest.h"

#include "base/randomness.h"
#include "doctor/doctor.h"

#include <QCoreApplication>

#include <memory>

namespace partway {

namespace {

// What an examination needs, in the order of lifetimes.
struct Surgery
{
    std::unique_ptr<Transport> transport;
    SystemRandomness randomness;
    std::unique_ptr<Doctor> doctor;
};

} // namespace

ConnectionTest::ConnectionTest(const Visit& visit, QObject* parent) : QObject(parent), m_visit(visit)
{
    m_thread.setObjectName(QStringLiteral("connection test"));
    m_there.moveToThread(&m_thread);
}

ConnectionTest::~ConnectionTest()
{
    stop();
}

void ConnectionTest::start()
{
    m_running = true;
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_there, [this] { examine(); }, Qt::QueuedConnection);
}

void ConnectionTest::examine()
{
    Result<std::unique_ptr<Transport>> transport = makeNetworkTransport(m_visit.transport, m_clock);
    if (!transport) {
        Finding finding{.step = QStringLiteral("tls"),
                        .outcome = Outcome::Fail,
                        .verdict = QStringLiteral("failed"),
                        .facts = {}};
        finding.error = transport.error();
        Q_EMIT found(finding);
        Q_EMIT ended({finding}, false);
        return;
    }
    auto surgery = std::make_shared<Surgery>();
    surgery->transport = std::move(*transport);
    surgery->doctor = std::make_unique<Doctor>(m_visit.patient, m_visit.reach, *surgery->transport, m_clock,
                                               surgery->randomness);
    m_doctor = surgery->doctor.get();
    connect(m_doctor, &Doctor::found, this, &ConnectionTest::found);
    connect(m_doctor, &Doctor::ended, &m_there, [this] {
        const QList<Finding> findings = m_doctor->findings();
        const bool cancelled = m_doctor->wasCancelled();
        QMetaObject::invokeMethod(
            this,
            [this, findings, cancelled] {
                m_running = false;
                Q_EMIT ended(findings, cancelled);
            },
            Qt::QueuedConnection);
    });
    // Sockets are closed on the thread that made them, before it ends.
    connect(
        &m_thread, &QThread::finished, &m_there,
        [this, surgery]() mutable {
            m_doctor = nullptr;
            surgery->doctor.reset();
            surgery->transport.reset();
        },
        Qt::DirectConnection);
    Q_EMIT begun(QString::fromUtf8(m_doctor->scratchKey()));
    m_doctor->start();
}

void ConnectionTest::cancel()
{
    QMetaObject::invokeMethod(
        &m_there,
        [this] {
            if (m_doctor)
                m_doctor->cancel();
        },
        Qt::QueuedConnection);
}

void ConnectionTest::finishAlone()
{
    setParent(QCoreApplication::instance());
    disconnect(this, nullptr, nullptr, nullptr);
    if (!m_running)
        return deleteLater();
    connect(this, &ConnectionTest::ended, this, &QObject::deleteLater);
    cancel();
}

void ConnectionTest::stop()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace partway
