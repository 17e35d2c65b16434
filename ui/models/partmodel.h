// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QAbstractTableModel>

namespace partway {

enum class PartColumn { Number, Range, Size, State, Attempts, Speed, Etag, Checksum, LastError };
constexpr int partColumnCount = 9;

// The parts of one transfer: the table twin of the part map. GUI thread.
class PartModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setParts(TransferId id, const QList<PartRow>& parts); // announces only the rows that changed
    void clear();
    const QList<PartRow>& parts() const { return m_parts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TransferId m_id;
    QList<PartRow> m_parts;
};

QString partSentence(const PartRow& part,
                     qsizetype count); // "Part 3 of 120, 16.0 MiB, stored." for tool tip and speech

} // namespace partway
