// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/limits.h"

#include <array>

namespace partway {

namespace {

constexpr qint64 MB = 1'000'000; // some stores count in powers of ten
constexpr qint64 GB = 1'000 * MB;
constexpr qint64 TB = 1'000 * GB;

constexpr qint64 awsPart = 5 * GiB;
constexpr qint64 awsObject = 10'000 * awsPart;

// One row for each provider: s3-reference §3.2. Where its table says nothing, the limits are those of AWS
// and the integrity header is Content-MD5, which is accepted nearly everywhere. 0: no limit known.
struct Row
{
    const char* provider;
    qint64 minPart;
    qint64 maxPart;
    int maxParts;
    qint64 maxObject;
    qint64 maxSinglePut;
    int maxKeyBytes;
    qint64 defaultPart;
    ChecksumMode checksum;
};

constexpr std::array rows{
    Row{"aws", 5 * MiB, awsPart, 10'000, awsObject, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Crc64Nvme},
    // Each segment is billed: the store itself asks for 64 MiB.
    Row{"storj", 5 * MiB, 0, 10'000, 0, 0, 1024, 64 * MiB, ChecksumMode::Md5},
    Row{"yandex", 5 * MiB, 5 * GB, 10'000, 5 * TB, 5 * GB, 1024, 16 * MiB, ChecksumMode::Md5},
    // Only its releases since 2025 know CRC64NVME.
    Row{"minio", 5 * MiB, 5 * TiB, 10'000, 50 * TiB, 5 * TiB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"ceph", 5 * MiB, 5 * GiB, 10'000, 0, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Md5},
    // All parts but the last must be equal; every plan of ours is.
    Row{"r2", 5 * MiB, 5 * GiB - 5 * MiB, 10'000, 5 * TiB - 5 * GiB, 5 * GiB - 5 * MiB, 1024, 16 * MiB,
        ChecksumMode::Md5},
    Row{"b2", 5 * MB, 5 * GB, 10'000, 10 * TB, 5 * GB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"wasabi", 5 * MiB, 5 * GB, 10'000, 5 * TB, 5 * GB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"spaces", 5 * MiB, 5 * GB, 10'000, 5 * TB, 5 * GB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"gcs", 5 * MiB, 5 * GiB, 10'000, 5 * TiB, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"scaleway", 5 * MiB, 5 * GB, 1'000, 5 * TB, 5 * GB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"ovh", 5 * MiB, 5 * GiB, 10'000, 48 * TiB, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"hetzner", 5 * MiB, 5 * GiB, 10'000, 0, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"ibm", 5 * MiB, 5 * GB, 10'000, 10 * TB, 5 * GB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"oracle", 10 * MiB, 50 * GiB, 10'000, 10 * TiB, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"alibaba", 100 * KiB, 5 * GB, 10'000, 48'800 * GB, 5 * GB, 1023, 16 * MiB, ChecksumMode::Md5},
    Row{"tencent", 1 * MiB, 5 * GB, 10'000, 48'820 * GB, 5 * GB, 850, 16 * MiB, ChecksumMode::Md5},
    Row{"swift", 5 * MiB, 5 * GiB, 1'000, 0, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"garage", 0, 0, 10'000, 0, 0, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"seaweedfs", 5 * MiB, 0, 10'000, 0, 0, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"s3rver", 0, 0, 10'000, 0, 0, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"sandbox", 5 * MiB, awsPart, 10'000, awsObject, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Crc64Nvme},
    // What is behind it is not known, and some servers take no JSON of more than 100 KB: as for "custom".
    Row{"companion", 5 * MiB, 5 * GiB, 1'000, 0, 0, 1024, 16 * MiB, ChecksumMode::Md5},
    Row{"custom", 5 * MiB, 5 * GiB, 1'000, 0, 5 * GiB, 1024, 16 * MiB, ChecksumMode::Md5},
};

StoreProfile profileFrom(const Row& row)
{
    StoreProfile profile;
    profile.provider = QLatin1String(row.provider);
    profile.limits = {row.minPart,      row.maxPart,     row.maxParts,    row.maxObject,
                      row.maxSinglePut, row.maxKeyBytes, row.defaultPart, true};
    profile.checksum = row.checksum;
    if (profile.provider == QLatin1String("s3rver"))
        profile.listsUploads = profile.listsParts = profile.aborts = false;
    if (profile.provider == QLatin1String("companion"))
        profile.limits.singlePut = profile.listsUploads = profile.looksAtObjects = false; // s3-reference §7
    return profile;
}

struct HostRow
{
    const char* domain; // the host itself or what it ends with after a dot
    const char* provider;
};

constexpr std::array hostRows{
    HostRow{"amazonaws.com", "aws"},
    HostRow{"amazonaws.com.cn", "aws"},
    HostRow{"amazonaws.eu", "aws"},
    HostRow{"storjshare.io", "storj"},
    HostRow{"yandexcloud.net", "yandex"},
    HostRow{"r2.cloudflarestorage.com", "r2"},
    HostRow{"backblazeb2.com", "b2"},
    HostRow{"wasabisys.com", "wasabi"},
    HostRow{"digitaloceanspaces.com", "spaces"},
    HostRow{"storage.googleapis.com", "gcs"},
    HostRow{"scw.cloud", "scaleway"},
    HostRow{"cloud.ovh.net", "ovh"},
    HostRow{"your-objectstorage.com", "hetzner"},
    HostRow{"cloud-object-storage.appdomain.cloud", "ibm"},
    HostRow{"oraclecloud.com", "oracle"},
    HostRow{"aliyuncs.com", "alibaba"},
    HostRow{"myqcloud.com", "tencent"},
    HostRow{"play.min.io", "minio"},
};

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

StoreProfile storeProfile(const QString& provider)
{
    for (const Row& row : rows) {
        if (provider == QLatin1String(row.provider))
            return profileFrom(row);
    }
    return profileFrom(rows.back());
}

QString providerForHost(const QString& host)
{
    const QString lower = host.toLower();
    for (const HostRow& row : hostRows) {
        const QLatin1String domain(row.domain);
        const qsizetype before = lower.size() - domain.size();
        if (lower.endsWith(domain) && (before == 0 || lower[before - 1] == u'.'))
            return QLatin1String(row.provider);
    }
    return QStringLiteral("custom");
}

} // namespace partway
