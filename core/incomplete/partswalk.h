// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"
#include "incomplete/storecalls.h"

#include <functional>
#include <memory>

namespace partway {

// Lists all parts of one upload, page by page, and keeps only their sum; `each` is shown every part. Ends
// once, never from inside start(); it lives as long as the calls do. Engine thread.
class PartsWalk final : public std::enable_shared_from_this<PartsWalk>
{
public:
    using Done = std::function<void(const Result<PartsTally>&)>;

    using Each = std::function<void(const ListedPart&)>;

    PartsWalk(StoreCalls& calls, UploadRef upload, Done done, Each each = {})
        : m_calls(calls), m_upload(std::move(upload)), m_done(std::move(done)), m_each(std::move(each))
    {
    }
    void start() { ask(0); }

private:
    void ask(int afterPart);
    void take(int afterPart, const Result<ListPartsPage>& page);
    void add(const ListedPart& part);

    StoreCalls& m_calls;
    UploadRef m_upload;
    Done m_done;
    Each m_each;
    PartsTally m_tally;
};

} // namespace partway
