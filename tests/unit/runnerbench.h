// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadrunner.h"

#include <QSet>

// What the runner's tests give it instead of a journal and chance.
namespace partway {

class EvenRandomness final : public Randomness
{
public:
    double unit() override { return 0.5; }
    QByteArray hex(int bytes) override { return QByteArray(bytes * 2, 'a'); }
};

// A journal in memory: what was written is what a new process finds.
class MemoryRecorder final : public UploadRecorder
{
public:
    void saveState(TransferId, const UploadState& state, std::function<void(Result<void>)> saved) override
    {
        ++saves;
        if (beforeSave)
            beforeSave(state);
        if (failures > 0) {
            --failures;
            Error full;
            full.kind = ErrorKind::LocalFile;
            full.code = "disk-full";
            saved(full);
            return;
        }
        const auto parts = kept.parts;
        const auto unchecked = kept.unchecked;
        kept = state;
        kept.parts = parts;
        kept.unchecked = unchecked;
        saved({});
    }
    void savePart(TransferId, int number, const StoredPart& part) override
    {
        kept.parts.insert(number, part);
        kept.unchecked.remove(number);
    }
    void forgetParts(TransferId) override
    {
        kept.parts.clear();
        kept.unchecked.clear();
    }
    void recheckParts(TransferId, const SourceFingerprint& now, const UploadSpec& as,
                      const QMap<int, StoredPart>& unchecked) override
    {
        source = now;
        spec = as;
        kept.parts.clear();
        kept.unchecked = unchecked;
    }
    void saveSource(TransferId, const SourceFingerprint& now, const UploadSpec& as) override
    {
        source = now;
        spec = as;
    }
    void note(TransferId, const QString& code, const QString&) override { notes.append(code); }
    bool isOtherTransfersUpload(TransferId, const QString& uploadId) override
    {
        return others.contains(uploadId);
    }

    UploadState kept;
    SourceFingerprint source; // once it was saved
    UploadSpec spec;
    QStringList notes;
    QSet<QString> others;
    std::function<void(const UploadState&)> beforeSave;
    int saves = 0;
    int failures = 0;
};

} // namespace partway
