// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/scratch.h"

namespace partway {

// Each kind of checksum on a part: the right value, and a wrong one that a store must refuse: checksum-….
class ChecksumExam final
{
public:
    ChecksumExam(Bedside& bedside, Scratch& scratch);

    void start(bool possible, std::function<void()> done);
    // The best that the store checks; None when it checks nothing.
    ChecksumMode best() const { return m_best; }

private:
    void next();
    void create();
    void sendRight();
    void sendWrong();
    void tell(Outcome outcome, const char* verdict, const Error* error = nullptr);
    HeaderList header(bool right) const;

    Bedside& m_bedside;
    Scratch& m_scratch;
    std::function<void()> m_done;
    QList<ChecksumMode> m_kinds; // the best first
    ChecksumMode m_kind = ChecksumMode::None;
    ChecksumMode m_best = ChecksumMode::None;
    QString m_uploadId;
};

} // namespace partway
