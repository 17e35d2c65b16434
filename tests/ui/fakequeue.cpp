// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakequeue.h"

#include <algorithm>

namespace partway {

void FakeQueue::open()
{
    calls.append(QStringLiteral("open"));
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT opened(); }, Qt::QueuedConnection);
}

int FakeQueue::add(const AddRequest& request)
{
    requests.append(request);
    calls.append(QStringLiteral("add"));
    return static_cast<int>(requests.size());
}

void FakeQueue::cancelAdd(int request)
{
    calls.append(QStringLiteral("cancelAdd %1").arg(request));
}

void FakeQueue::setPriority(const QList<TransferId>& ids, int priority)
{
    note(QStringLiteral("priority %1:").arg(priority), ids);
}

void FakeQueue::move(const QList<TransferId>& ids, int by)
{
    note(QStringLiteral("move %1:").arg(by), ids);
}

void FakeQueue::setRateLimit(qint64 bytesPerSecond)
{
    rateLimit = bytesPerSecond;
}

void FakeQueue::setParallel(int partsAtOnce)
{
    calls.append(QStringLiteral("parallel %1").arg(partsAtOnce));
}

void FakeQueue::accountChanged(const QString& accountId)
{
    calls.append(QStringLiteral("accountChanged ") + accountId);
}

std::optional<TransferRow> FakeQueue::row(TransferId id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const TransferRow& row) { return row.id == id; });
    return found == m_rows.end() ? std::nullopt : std::optional(*found);
}

void FakeQueue::watchDetails(TransferId id)
{
    note(QStringLiteral("watch"), {id});
    if (m_details.contains(id))
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT details(m_details.value(id)); }, Qt::QueuedConnection);
}

void FakeQueue::close()
{
    calls.append(QStringLiteral("close"));
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT closed(); }, Qt::QueuedConnection);
}

void FakeQueue::addRows(const QList<TransferRow>& rows)
{
    m_rows.append(rows);
    Q_EMIT added(rows);
}

void FakeQueue::changeRows(const QList<TransferRow>& rows)
{
    for (const TransferRow& changedRow : rows) {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&changedRow](const TransferRow& row) {
            return row.id == changedRow.id;
        });
        if (found != m_rows.end())
            *found = changedRow;
    }
    Q_EMIT changed(rows);
}

void FakeQueue::removeRows(const QList<TransferId>& ids)
{
    m_rows.removeIf([&ids](const TransferRow& row) { return ids.contains(row.id); });
    Q_EMIT removed(ids);
}

void FakeQueue::setTotals(const QueueTotals& totals)
{
    m_totals = totals;
    Q_EMIT totalsChanged(totals);
}

void FakeQueue::setDetails(const TransferDetails& shown)
{
    m_details.insert(shown.row.id, shown);
}

void FakeQueue::note(const QString& call, const QList<TransferId>& ids)
{
    QString text = call;
    for (TransferId id : ids)
        text += u' ' + QString::number(id.value);
    calls.append(text);
}

TransferRow someRow(qint64 id, const QString& name, Phase phase, qint64 size, qint64 stored)
{
    TransferRow row;
    row.id = TransferId{id};
    row.sourcePath = QStringLiteral("/home/ann/") + name;
    row.accountId = QStringLiteral("account-1");
    row.bucket = QStringLiteral("media");
    row.key = "raw/2026/" + name.toUtf8();
    row.size = size;
    row.storedBytes = stored;
    row.partCount = static_cast<int>((size + 16 * MiB - 1) / (16 * MiB));
    row.storedParts = static_cast<int>(stored / (16 * MiB));
    row.phase = phase;
    row.position = id;
    row.addedAt = QDateTime::currentDateTimeUtc().addSecs(-60 * id);
    return row;
}

} // namespace partway
