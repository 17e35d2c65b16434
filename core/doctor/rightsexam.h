// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/scratch.h"

namespace partway {

// An upload of one small part that is not completed: right-create, -part, -list-parts, -list-uploads, -abort.
class RightsExam final
{
public:
    RightsExam(Bedside& bedside, Scratch& scratch) : m_bedside(bedside), m_scratch(scratch) {}

    void start(std::function<void()> done);
    bool canSendParts() const { return m_sendsParts; }

private:
    void create();
    void sendPart();
    void listParts();
    void listUploads();
    void abort();
    void lookAfterAbort();
    void skipFrom(const QString& right);
    void finish();

    Bedside& m_bedside;
    Scratch& m_scratch;
    std::function<void()> m_done;
    QString m_uploadId;
    bool m_sendsParts = false;
    bool m_listsParts = false;
};

} // namespace partway
