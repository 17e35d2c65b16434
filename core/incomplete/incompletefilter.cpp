// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/incompletefilter.h"

#include <algorithm>

namespace partway {

namespace {

// In whole seconds. What seems to begin later than now is of age 0: stores round up, and clocks differ.
qint64 ageOf(const ListedUpload& upload, const QDateTime& now)
{
    return std::max<qint64>(0, upload.initiated.secsTo(now));
}

} // namespace

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
    if (olderThan && (!listed.initiated.isValid() || ageOf(listed, now) < olderThan->count()))
        return false;
    return upload.bytesKept > largerThan || largerThan < 0;
}

} // namespace partway
