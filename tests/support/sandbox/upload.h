// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/records.h"

#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace partway::sandbox {

// One incomplete upload: its folder with upload.json and, for each part, part.N and part.N.json.
// Thread-safe; the caller of lock() works on the parts undisturbed.
class Upload
{
public:
    Upload(QString folder, UploadRecord record);
    static std::shared_ptr<Upload> load(const QString& folder); // null: not one

    const UploadRecord& record() const { return m_record; }
    QString partFile(int number) const;

    // Takes a file as part `number`, replacing an earlier one. Throws NoSuchUpload if it is gone.
    void store(const PartRecord& part, const QString& file);
    std::map<int, PartRecord> parts() const; // throws NoSuchUpload

    // Runs with the parts held still: no part arrives, no second Complete or Abort runs.
    template <typename Work>
    auto exclusively(Work work)
    {
        const std::lock_guard lock(m_mutex);
        checkThere();
        return work(m_parts);
    }
    void remove();       // deletes all of it; throws NoSuchUpload if it is gone
    void removeLocked(); // the same, from within exclusively()

private:
    void checkThere() const;
    void loadParts();

    QString m_folder;
    UploadRecord m_record;
    mutable std::mutex m_mutex; // guards the two below and the files
    std::map<int, PartRecord> m_parts;
    bool m_gone = false;
};

} // namespace partway::sandbox
