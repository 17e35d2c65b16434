// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/bedside.h"

namespace partway {

namespace {

constexpr std::chrono::seconds patience{20};

S3ClientOptions optionsFor(const Patient& patient, Addressing style)
{
    return {.endpoint = patient.endpoint, .region = patient.region, .addressing = style};
}

} // namespace

QByteArray scratchContent()
{
    return "Partway's connection test wrote this. It may be deleted.\n";
}

Bedside::Bedside(Patient patient, Transport& transport, const Clock& clock, Randomness& randomness,
                 std::function<void(Finding)> found)
    : m_patient(std::move(patient)), m_key(m_patient.prefix + "partway-test-" + randomness.hex(8)),
      m_found(std::move(found))
{
    const auto keys = [this]() -> Result<Credentials> { return m_patient.keys; };
    for (const Addressing style : {Addressing::Path, Addressing::Virtual})
        m_clients[style == Addressing::Virtual ? 1 : 0] =
            std::make_unique<S3Client>(transport, optionsFor(m_patient, style), keys, clock);
}

void Bedside::ask(S3Request request, Told told)
{
    askBy(addressing, std::move(request), std::move(told));
}

void Bedside::askBy(Addressing style, S3Request request, Told told)
{
    if (m_halted) {
        QMetaObject::invokeMethod(this, std::exchange(m_halted, {}), Qt::QueuedConnection);
        return;
    }
    m_busy = true;
    request.stallTimeout = std::min<std::chrono::milliseconds>(request.stallTimeout, patience);
    m_callStyle = style;
    m_call = client(style).send(std::move(request),
                                [this, told = std::move(told), generation = m_generation](HttpReply reply) {
                                    if (generation != m_generation)
                                        return;
                                    m_busy = false;
                                    lostInARow = reply.answered() ? 0 : lostInARow + 1;
                                    told(std::move(reply));
                                });
}

void Bedside::halt(std::function<void()> then)
{
    if (m_busy)
        m_halted = std::move(then);
    else
        then();
}

void Bedside::cut()
{
    ++m_generation;
    client(m_callStyle).cancel(m_call);
}

void Bedside::report(const char* step, Outcome outcome, const char* verdict, const Error* error)
{
    Finding finding{
        .step = QLatin1String(step), .outcome = outcome, .verdict = QLatin1String(verdict), .facts = {}};
    if (error)
        finding.error = *error;
    report(finding);
}

} // namespace partway
