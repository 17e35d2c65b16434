// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"

#include <chrono>

namespace partway {

// Which incomplete uploads somebody wants to see or end. Pure; what a listing does not say is never taken for
// old, large or somebody's.
struct IncompleteFilter
{
    QString uploadId;
    QByteArray prefix;
    QString initiator;                             // a part of the initiator's or owner's name, without case
    std::optional<std::chrono::seconds> olderThan; // since its start
    qint64 largerThan = -1;                        // bytes kept, more than that

    bool takes(const IncompleteUpload& upload, const QDateTime& now) const;
    bool needsParts() const { return largerThan >= 0; }
    bool isEmpty() const
    {
        return uploadId.isEmpty() && prefix.isEmpty() && initiator.isEmpty() && !olderThan && largerThan < 0;
    }
};

} // namespace partway
