// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/doctor.h"

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

} // namespace partway
