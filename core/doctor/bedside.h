// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomness.h"
#include "doctor/finding.h"
#include "s3/operations.h"
#include "s3/s3client.h"
#include "store/companionserver.h"

#include <QObject>

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace partway {

// Which store, and where on it the scratch key may be.
struct Patient
{
    Endpoint endpoint;
    QString region;
    Addressing addressing = Addressing::Auto;
    Credentials keys;
    QString bucket; // empty: only what can be said without one
    QByteArray prefix;
    std::optional<CompanionServer> companion = {}; // a server that holds the keys, instead of a store
};

// What all examinations share: requests one at a time, the scratch key, findings. Lives on the transport's
// thread; the transport outlives it.
class Bedside final : public QObject
{
public:
    using Told = std::function<void(HttpReply)>;

    Bedside(Patient patient, Transport& transport, const Clock& clock, Randomness& randomness,
            std::function<void(Finding)> found);

    void ask(S3Request request, Told told); // told never comes from inside
    void askBy(Addressing addressing, S3Request request, Told told);

    // Lets the request that runs end, so that it is known what it made; what is asked after it is dropped,
    // and `then` runs. goOn() lets requests through again.
    void halt(std::function<void()> then);
    void goOn() { m_halted = {}; }
    void cut(); // the request that runs, and nothing is answered any more

    void report(Finding finding) { m_found(std::move(finding)); }
    void report(const char* step, Outcome outcome, const char* verdict, const Error* error = nullptr);

    const Patient& patient() const { return m_patient; }
    const QByteArray& key() const { return m_key; } // of the scratch object
    qint64 clockOffsetSeconds() const { return client(addressing).clockOffsetSeconds(); }
    QString region() const { return client(addressing).regionOf(m_patient.bucket); }
    bool usesTls() const { return m_patient.endpoint.origin.isTls(); }

    Addressing addressing = Addressing::Path; // the one that is used: Path or Virtual
    int lostInARow = 0;                       // requests without any answer

private:
    S3Client& client(Addressing style) const { return *m_clients[style == Addressing::Virtual ? 1 : 0]; }

    const Patient m_patient;
    const QByteArray m_key;
    std::function<void(Finding)> m_found;
    std::array<std::unique_ptr<S3Client>, 2> m_clients;
    S3Client::CallId m_call = 0;
    Addressing m_callStyle = Addressing::Path;
    std::function<void()> m_halted;
    bool m_busy = false;
    int m_generation = 0;
};

QByteArray scratchContent();

} // namespace partway
