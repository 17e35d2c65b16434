// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "upload/uploadsource.h"

#include <memory>

namespace partway {

// What SourceFile asks of the platform: one open file. sourcehandleposix.cpp has it over pread(),
// sourcehandleqfile.cpp over QFile where there is no pread(); the build takes one of them, and with it
// fingerprintOf(). Thread-safe.
class SourceHandle
{
public:
    static Result<std::unique_ptr<SourceHandle>> open(const QString& path);
    virtual ~SourceHandle() = default;

    virtual Result<qint64> readAt(qint64 offset, char* data, qint64 max) const = 0;
    virtual Result<SourceFingerprint> fingerprint() const = 0; // of the open file, now
    virtual Writers writers() const { return Writers::Unknown; }
};

Error sourceError(const char* code, const QString& path, const QString& message = {});

} // namespace partway
