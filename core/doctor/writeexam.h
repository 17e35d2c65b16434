// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/scratch.h"

namespace partway {

// The scratch object itself: right-put, right-head, addressing, condition-put, right-complete,
// right-copy-part, condition-complete, right-delete.
class WriteExam final
{
public:
    WriteExam(Bedside& bedside, Scratch& scratch) : m_bedside(bedside), m_scratch(scratch) {}

    // best: the checksum to complete with, as an upload would.
    void start(bool canSendParts, ChecksumMode best, std::function<void()> done);
    // What uploads can use: `best`, unless Complete did not take it.
    ChecksumMode usable() const { return m_mode; }

private:
    void put();
    void head();
    void otherStyle(const Result<ObjectInfo>& used);
    void tellAddressing(const QString& used, const QString& other);
    void conditionalPut();
    void beginUpload(std::function<void()> then);
    void complete();
    void completed(const Result<CompleteUploadOutput>& done);
    void copyPart();
    void conditionalComplete();
    void remove();
    void lookAfterRemoval();
    HeaderList partHeader() const;

    Bedside& m_bedside;
    Scratch& m_scratch;
    std::function<void()> m_done;
    bool m_sendsParts = false;
    bool m_looks = false;
    ChecksumMode m_mode = ChecksumMode::None;
    QString m_uploadId;
    QByteArray m_etag;
    std::optional<Error> m_trouble; // of the last beginUpload
};

} // namespace partway
