// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/doctor.h"
#include "doctor/visit.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

namespace partway {

// A doctor's visit to a store, from start to end.
struct Examined
{
    QList<Finding> findings;
    bool cancelled = false;

    const Finding* of(const QString& step) const
    {
        for (const Finding& finding : findings) {
            if (finding.step == step)
                return &finding;
        }
        return nullptr;
    }
    QString verdict(const QString& step) const { return of(step) ? of(step)->verdict : QString(); }
    QByteArray story() const
    {
        QByteArray lines;
        for (const Finding& finding : findings)
            lines += (finding.step + u' ' + outcomeName(finding.outcome) + u' ' + finding.verdict + u' ' +
                      (finding.error ? finding.error->code : QString()) + u'\n')
                         .toUtf8();
        return lines;
    }
};

// Carries a visit out; `meanwhile` sees each finding as it comes, with its number from 1.
inline Examined examine(const Visit& visit, const std::function<void(Doctor&, int number)>& meanwhile = {})
{
    const SystemClock clock;
    SystemRandomness randomness;
    const auto transport = makeNetworkTransport(visit.transport, clock);
    Doctor doctor(visit.patient, visit.reach, **transport, clock, randomness);
    QSignalSpy ended(&doctor, &Doctor::ended);
    QObject::connect(&doctor, &Doctor::found, &doctor, [&, number = 0](const Finding&) mutable {
        if (++number; meanwhile)
            meanwhile(doctor, number);
    });
    doctor.start();
    // Looked at as soon as it has ended: what it asked for last may be answered a moment later.
    [&] {
        QVERIFY(!ended.isEmpty() || ended.wait(30'000));
        QCOMPARE(ended.size(), 1);
    }();
    return {doctor.findings(), doctor.wasCancelled()};
}

} // namespace partway
