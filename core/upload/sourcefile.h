// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadsource.h"

#include <QString>

#include <memory>

namespace partway {

class SourceHandle; // the platform's part

// A local file opened read-only, for as long as its transfer runs. readAt() is a pread on the one descriptor
// that was opened, so it never mixes two files; check() looks at the path again and at the open file.
// Thread-safe.
class SourceFile final : public UploadSource
{
public:
    // LocalFile errors: "file-missing", "file-unreadable", "file-not-regular", "file-is-folder".
    static Result<std::shared_ptr<SourceFile>> open(const QString& path);
    ~SourceFile() override;

    Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override;

    const QString& path() const { return m_path; }
    const SourceFingerprint& fingerprint() const { return m_fingerprint; } // at open

    // ok, or LocalFile "file-changed" / "file-missing" when the path or the open file is no longer what was
    // promised. Of a file that still grows only the identity counts.
    Result<void> check(const SourceFingerprint& promised) const override;
    Result<SourceGrowth> growth() const override;

private:
    SourceFile(QString path, SourceFingerprint fingerprint, std::unique_ptr<SourceHandle> handle);

    QString m_path;
    SourceFingerprint m_fingerprint;
    std::unique_ptr<SourceHandle> m_handle;
};

} // namespace partway
