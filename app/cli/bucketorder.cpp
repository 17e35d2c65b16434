// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bucketorder.h"

#include <utility>

namespace partway {

void BucketOrder::found(const QList<IncompleteUpload>& uploads)
{
    if (!m_withParts)
        return;
    for (const IncompleteUpload& upload : uploads)
        ++m_uncounted[upload.bucket];
}

QStringList BucketOrder::takeReady()
{
    QStringList ready;
    while (!m_left.isEmpty() && m_listed.contains(m_left.first()) && m_uncounted.value(m_left.first()) == 0)
        ready.append(m_left.takeFirst());
    return ready;
}

QStringList BucketOrder::takeRest()
{
    return std::exchange(m_left, {});
}

} // namespace partway
