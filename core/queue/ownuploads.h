// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QHash>

namespace partway {

// Which uploads on stores belong to rows of this computer's list.
struct OwnUpload
{
    TransferId id;
    QString accountId;
    QString bucket; // where the store has it
    QByteArray key;
    Phase phase = Phase::Waiting;
    QDateTime begunAt; // no later than the store's own time for it
};

using OwnUploads = QHash<QString, OwnUpload>; // by upload id

OwnUploads ownUploadsOf(const QList<TransferRow>& rows); // of those that have not ended
// Reads the journal of a state folder without taking part in it; nothing where there is none.
Result<OwnUploads> ownUploadsIn(const QString& stateFolder);

} // namespace partway
