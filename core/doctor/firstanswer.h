// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/bedside.h"

namespace partway {

// The first signed request and what its answer tells: answer, signature, clock, region, bucket. Finds out
// with which of the two ways of addressing the store understands it. Sends nothing that changes anything.
class FirstAnswer final
{
public:
    using Done = std::function<void(bool understood)>; // false: there is no sense in going on

    explicit FirstAnswer(Bedside& bedside) : m_bedside(bedside) {}
    void start(Done done);

private:
    void ask();
    void answered(const HttpReply& reply);
    bool judge(const HttpReply& reply, const std::optional<Error>& error);
    bool tellAnswer(const std::optional<Error>& error);
    bool tellSignature(const std::optional<Error>& error);
    bool tellClock(const HttpReply& reply, const std::optional<Error>& error);
    bool tellRegion(const std::optional<Error>& error);
    bool tellBucket(const std::optional<Error>& error);
    bool canTryOther() const;

    Bedside& m_bedside;
    Done m_done;
    bool m_second = false;
};

} // namespace partway
