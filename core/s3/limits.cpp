// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/limits.h"

#include <array>

namespace partway {

namespace {

struct ModeName
{
    ChecksumMode mode;
    const char* name;
};

constexpr std::array modeNames{
    ModeName{ChecksumMode::None, "none"},           ModeName{ChecksumMode::Md5, "md5"},
    ModeName{ChecksumMode::Crc32, "crc32"},         ModeName{ChecksumMode::Crc32c, "crc32c"},
    ModeName{ChecksumMode::Crc64Nvme, "crc64nvme"}, ModeName{ChecksumMode::Sha256, "sha256"},
};

} // namespace

QString checksumModeName(ChecksumMode mode)
{
    for (const ModeName& entry : modeNames) {
        if (entry.mode == mode)
            return QLatin1String(entry.name);
    }
    Q_UNREACHABLE();
}

bool checksumModeFromName(const QString& name, ChecksumMode* mode)
{
    for (const ModeName& entry : modeNames) {
        if (name.compare(QLatin1String(entry.name), Qt::CaseInsensitive) == 0) {
            *mode = entry.mode;
            return true;
        }
    }
    return false;
}

} // namespace partway
