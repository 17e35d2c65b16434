// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"

#include <QHash>
#include <QSet>

namespace partway {

// Which buckets of a survey are known as a whole, in the order in which the store names them: what can be
// printed while others are still asked for.
class BucketOrder
{
public:
    explicit BucketOrder(bool withParts) : m_withParts(withParts) {}

    void expect(const QStringList& buckets) { m_left = buckets; }
    void found(const QList<IncompleteUpload>& uploads); // their parts are still to be counted, if wanted
    void settled(const QString& bucket) { --m_uncounted[bucket]; } // one was counted, or is gone
    void listed(const QString& bucket) { m_listed.insert(bucket); }

    QStringList takeReady(); // each bucket once
    QStringList takeRest();  // those that never became ready, when the survey ended

private:
    const bool m_withParts;
    QStringList m_left; // not taken yet
    QHash<QString, int> m_uncounted;
    QSet<QString> m_listed;
};

} // namespace partway
