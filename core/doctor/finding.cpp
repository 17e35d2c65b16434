// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/finding.h"

namespace partway {

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return QStringLiteral("ok");
    case Outcome::Warn:
        return QStringLiteral("warn");
    case Outcome::Fail:
        return QStringLiteral("fail");
    case Outcome::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

QStringList examinedRights()
{
    return {QStringLiteral("create"),       QStringLiteral("part"),     QStringLiteral("list-parts"),
            QStringLiteral("list-uploads"), QStringLiteral("abort"),    QStringLiteral("put"),
            QStringLiteral("head"),         QStringLiteral("complete"), QStringLiteral("copy-part"),
            QStringLiteral("delete")};
}

} // namespace partway
