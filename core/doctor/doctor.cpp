// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctor.h"

#include "doctor/checksumexam.h"
#include "doctor/companionexam.h"
#include "doctor/firstanswer.h"
#include "doctor/rightsexam.h"
#include "doctor/writeexam.h"

namespace partway {

Doctor::Doctor(Patient patient, Reach::Wish reach, Transport& transport, const Clock& clock,
               Randomness& randomness, QObject* parent)
    : QObject(parent), m_reachWish(std::move(reach)), m_clock(clock),
      m_bedside(std::make_unique<Bedside>(std::move(patient), transport, clock, randomness,
                                          [this](Finding finding) { take(std::move(finding)); })),
      m_scratch(std::make_unique<Scratch>(*m_bedside)), m_first(std::make_unique<FirstAnswer>(*m_bedside)),
      m_rights(std::make_unique<RightsExam>(*m_bedside, *m_scratch)),
      m_checksums(std::make_unique<ChecksumExam>(*m_bedside, *m_scratch)),
      m_writes(std::make_unique<WriteExam>(*m_bedside, *m_scratch))
{
    if (m_bedside->patient().companion)
        m_companion = std::make_unique<CompanionExam>(*m_bedside, transport, clock);
}

Doctor::~Doctor() = default;

QByteArray Doctor::scratchKey() const
{
    return m_bedside->key();
}

// A later word about a step replaces the earlier one.
void Doctor::take(Finding finding)
{
    if (m_ended)
        return;
    m_findings.removeIf([&](const Finding& earlier) { return earlier.step == finding.step; });
    m_findings.append(finding);
    Q_EMIT found(finding);
}

template <typename Work>
void Doctor::later(Work work)
{
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Doctor::start()
{
    m_reach = std::make_unique<Reach>(
        m_reachWish, m_clock, [this](Finding finding) { take(std::move(finding)); },
        [this](bool stands) { later([this, stands] { reached(stands); }); });
    m_reach->start();
}

void Doctor::reached(bool stands)
{
    if (m_cancelled)
        return;
    m_reach.reset();
    if (!stands)
        return end();
    if (m_companion)
        return m_companion->start([this] { later([this] { end(); }); });
    m_first->start([this](bool understood) {
        if (understood)
            examine();
        else
            later([this] { end(); });
    });
}

void Doctor::examine()
{
    m_rights->start([this] {
        m_checksums->start(m_rights->canSendParts(), [this] {
            m_writes->start(m_rights->canSendParts(), m_checksums->best(), [this] { clean(); });
        });
    });
}

void Doctor::cancel()
{
    later([this] { stopNow(); });
}

// From the event loop: no examination is at work in the stack below.
void Doctor::stopNow()
{
    if (m_ended)
        return;
    const bool again = std::exchange(m_cancelled, true);
    const bool reaching = m_reach != nullptr;
    m_reach.reset();
    if (m_companion && !again && !reaching)
        return m_companion->stop(); // its end is ours
    if (m_companion) {
        m_companion->leave();
        return end();
    }
    if (again) {
        m_bedside->cut();
        m_bedside->report("cleanup", m_scratch->somethingIsThere() ? Outcome::Warn : Outcome::Ok,
                          m_scratch->somethingIsThere() ? "left" : "clean");
        return end();
    }
    m_bedside->halt([this] { clean(); });
}

void Doctor::clean()
{
    if (std::exchange(m_cleaning, true))
        return;
    m_bedside->goOn();
    const bool wrote = m_scratch->somethingIsThere() || m_scratch->somethingWasThere();
    m_scratch->clean([this, wrote](const QStringList& left) {
        if (wrote || !left.isEmpty()) {
            Finding told{.step = QStringLiteral("cleanup"),
                         .outcome = left.isEmpty() ? Outcome::Ok : Outcome::Warn,
                         .verdict = left.isEmpty() ? QStringLiteral("clean") : QStringLiteral("left"),
                         .facts = {{QStringLiteral("left"), left.join(u' ')},
                                   {QStringLiteral("bucket"), m_bedside->patient().bucket},
                                   {QStringLiteral("key"), QString::fromUtf8(scratchKey())}}};
            take(told);
        }
        later([this] { end(); });
    });
}

void Doctor::end()
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT ended();
}

} // namespace partway
