// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

namespace partway {

QStringList tableLines(const QStringList& head, const QList<QStringList>& rows,
                       const QList<int>& rightAligned)
{
    QList<QStringList> all{head};
    all.append(rows);
    QList<qsizetype> widths(head.size(), 0);
    for (const QStringList& row : all) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = qMax(widths.at(column), row.at(column).size());
    }
    QStringList lines;
    for (const QStringList& row : all) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const bool right = rightAligned.contains(int(column));
            const QString& cell = row.at(column);
            line += right ? cell.rightJustified(widths.at(column)) : cell.leftJustified(widths.at(column));
            line += QStringLiteral("  ");
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        lines.append(line);
    }
    return lines;
}

} // namespace partway
