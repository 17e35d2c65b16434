// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace partway::sandbox {

// A rule's action on incomplete uploads; rules that do other things are only kept.
struct AbortRule
{
    QByteArray id;
    QByteArray prefix;
    int days = 0;

    QDateTime endOf(const QDateTime& initiated) const; // the midnight (UTC) that follows so many days
};

// What a bucket was told about the life of its objects: the document as it came. A plain value.
struct Lifecycle
{
    QByteArray document; // empty: none
    QByteArray minimumObjectSize;
    QList<AbortRule> aborts; // of enabled rules

    // The first end that a rule brings to an upload of this key.
    std::optional<std::pair<QDateTime, QByteArray>> endOf(const QByteArray& key,
                                                          const QDateTime& initiated) const;
};

// Reads a document as strictly as S3: counts, ids, filters, what an abort may not be narrowed by. An action
// that is not known is taken: a store may be newer than its clients. Throws MalformedXML, InvalidRequest,
// InvalidArgument.
Lifecycle parseLifecycle(const QByteArray& document);

} // namespace partway::sandbox
