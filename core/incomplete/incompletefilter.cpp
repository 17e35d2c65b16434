// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/incompletefilter.h"

namespace partway {

bool IncompleteFilter::takes(const IncompleteUpload& upload, const QDateTime& now) const
{
    const ListedUpload& listed = upload.upload;
    if (!uploadId.isEmpty() && listed.uploadId != uploadId)
        return false;
    if (!listed.key.startsWith(prefix))
        return false;
    if (!initiator.isEmpty() && !listed.initiator.contains(initiator, Qt::CaseInsensitive) &&
        !listed.owner.contains(initiator, Qt::CaseInsensitive))
        return false;
    if (olderThan && (!listed.initiated.isValid() || listed.initiated.addSecs(olderThan->count()) > now))
        return false;
    return upload.bytesKept > largerThan || largerThan < 0;
}

} // namespace partway
