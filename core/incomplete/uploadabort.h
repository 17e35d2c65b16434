// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/storecalls.h"

#include <chrono>
#include <functional>
#include <memory>

namespace partway {

// Abort, look, wait, and again: parts in flight may survive an abort (s3-reference §2.5). Where it could hurt
// an object that is made of this upload, that is looked at first: Conflict "upload-finished" then, and what
// was left of the upload is cleared. Ends once, never from inside start(). Engine thread.
class UploadAbort final : public std::enable_shared_from_this<UploadAbort>
{
public:
    UploadAbort(StoreCalls& calls, UploadRef upload, std::chrono::milliseconds pause,
                std::function<void(Result<void>)> done)
        : m_calls(calls), m_upload(std::move(upload)), m_pause(pause), m_done(std::move(done))
    {
    }
    void start();

private:
    void abort();
    void takeAbort(const Result<void>& aborted);
    void look();
    void takeLook(const Result<ListPartsPage>& page);
    void fail(ErrorKind kind, const char* code, Error error);

    StoreCalls& m_calls;
    UploadRef m_upload;
    std::chrono::milliseconds m_pause;
    std::function<void(Result<void>)> m_done;
    int m_round = 0;
};

} // namespace partway
