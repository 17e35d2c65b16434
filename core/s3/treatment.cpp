// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/treatment.h"

#include <array>

namespace partway {

namespace {

struct TreatmentName
{
    Treatment treatment;
    const char* name;
};

constexpr std::array treatmentNames{
    TreatmentName{Treatment::Unknown, "unknown"}, TreatmentName{Treatment::Honoured, "honoured"},
    TreatmentName{Treatment::Ignored, "ignored"}, TreatmentName{Treatment::Refused, "refused"},
    TreatmentName{Treatment::Wrong, "wrong"},
};

} // namespace

QString treatmentName(Treatment treatment)
{
    for (const TreatmentName& entry : treatmentNames) {
        if (entry.treatment == treatment)
            return QLatin1String(entry.name);
    }
    Q_UNREACHABLE();
}

Treatment treatmentFromName(const QString& name)
{
    for (const TreatmentName& entry : treatmentNames) {
        if (name == QLatin1String(entry.name))
            return entry.treatment;
    }
    return Treatment::Unknown;
}

} // namespace partway
