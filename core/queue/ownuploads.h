// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
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
// Whether it is at the service that an account reaches, by whatever account it was begun. One that is not
// among these (another process made it, or it was removed) may reach it: then yes, so that nothing of ours is
// lost.
bool isAt(const OwnUpload& upload, const Account& here, const AccountList& accounts);
// Those of a bucket there that are not ended, the oldest first.
QList<OwnUpload> unfinishedAt(const OwnUploads& uploads, const Account& here, const AccountList& accounts,
                              const QString& bucket);
// Reads the journal of a state folder without taking part in it; nothing where there is none.
Result<OwnUploads> ownUploadsIn(const QString& stateFolder);

} // namespace partway
