// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"
#include "incomplete/storecalls.h"

#include <functional>
#include <memory>

namespace partway {

// Has what is listed as an incomplete upload become an object? Where records of uploads may linger
// (StoreProfile::recordMayLinger), an abort would take the parts from under that object. It has if the
// object's ETag is the one of the upload's parts. Then Complete is asked for once more: that makes the same
// object of the same parts, and removes the record. Ends once, never from inside start(). Engine thread.
class RecordCheck final : public std::enable_shared_from_this<RecordCheck>
{
public:
    enum class Found {
        Incomplete, // as far as can be told: nothing was done to it
        Finished    // the object is there, and the record is gone
    };
    using Done = std::function<void(const Result<Found>&)>;

    RecordCheck(StoreCalls& calls, UploadRef upload, Done done)
        : m_calls(calls), m_upload(std::move(upload)), m_done(std::move(done))
    {
    }
    void start();

private:
    void takeObject(const Result<ObjectInfo>& info);
    void takeParts(const Result<PartsTally>& tally);
    void cannotTell(const Error& error);
    bool isMadeOfThem() const;
    void completeAgain(const PartsTally& tally);

    StoreCalls& m_calls;
    UploadRef m_upload;
    Done m_done;
    QByteArray m_etag; // of the object
    QList<ListedPart> m_parts;
};

} // namespace partway
