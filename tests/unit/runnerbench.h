// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadrunner.h"

#include <QSet>

#include <functional>
#include <utility>

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
        if (holds) {
            held = [this, state, saved = std::move(saved)] { keep(state, saved); };
            return;
        }
        if (failures > 0) {
            --failures;
            Error full;
            full.kind = ErrorKind::LocalFile;
            full.code = "disk-full";
            saved(full);
            return;
        }
        keep(state, saved);
    }
    void keep(const UploadState& state, const std::function<void(Result<void>)>& saved)
    {
        const auto parts = kept.parts;
        const auto unchecked = kept.unchecked;
        kept = state;
        kept.parts = parts;
        kept.unchecked = unchecked;
        saved({});
    }
    void release() // what was held is written now
    {
        holds = false;
        if (const auto write = std::exchange(held, {}))
            write();
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
        saveSource({}, now, as);
        kept.parts.clear();
        kept.unchecked = unchecked;
    }
    void saveSource(TransferId, const SourceFingerprint& now, const UploadSpec& as) override
    {
        source = now;
        spec = as;
        mixed = mixed || (as.source == SourceKind::Followed && now.growing != as.plan.open);
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
    bool holds = false;         // a slow disk: the next state is written with release()
    std::function<void()> held; // … if one waits
    bool mixed = false;         // a source that is fixed was written beside a plan that is not, or the like
};

} // namespace partway
