// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/providers.h"

#include <QCoreApplication>

#include <algorithm>

namespace partway {

namespace {

// Names are the providers' own and are not translated.
const ProviderPreset presets[]{
    {"custom", nullptr, nullptr, "https://s3.example.com", "us-east-1"},
    {"aws", "Amazon S3", "https://s3.{region}.amazonaws.com", nullptr, "us-east-1"},
    {"b2", "Backblaze B2", "https://s3.{region}.backblazeb2.com", nullptr, "us-west-004"},
    {"ceph", "Ceph", nullptr, "https://rgw.example.com", "us-east-1"},
    {"r2", "Cloudflare R2", nullptr, "https://ACCOUNT.r2.cloudflarestorage.com", "auto"},
    {"spaces", "DigitalOcean Spaces", "https://{region}.digitaloceanspaces.com", nullptr, "fra1"},
    {"garage", "Garage", nullptr, "https://garage.example.com", "garage"},
    {"gcs", "Google Cloud Storage", "https://storage.googleapis.com", nullptr, "auto"},
    {"hetzner", "Hetzner Object Storage", "https://{region}.your-objectstorage.com", nullptr, "fsn1"},
    {"minio", "MinIO", nullptr, "https://minio.example.com:9000", "us-east-1"},
    {"swift", "OpenStack Swift", nullptr, "https://swift.example.com:8080", "us-east-1"},
    {"ovh", "OVHcloud", "https://s3.{region}.io.cloud.ovh.net", nullptr, "gra"},
    {"scaleway", "Scaleway", "https://s3.{region}.scw.cloud", nullptr, "fr-par"},
    {"seaweedfs", "SeaweedFS", nullptr, "https://seaweed.example.com:8333", "us-east-1"},
    {"storj", "Storj", "https://gateway.storjshare.io", nullptr, "us-east-1"},
    {"companion", "Uppy Companion", nullptr, "https://companion.example.com", nullptr},
    {"wasabi", "Wasabi", "https://s3.{region}.wasabisys.com", nullptr, "us-east-1"},
    {"yandex", "Yandex Object Storage", "https://storage.yandexcloud.net", nullptr, "ru-central1"},
};

} // namespace

std::span<const ProviderPreset> providerPresets()
{
    return presets;
}

const ProviderPreset& presetFor(const QString& provider)
{
    const auto* found =
        std::find_if(std::begin(presets), std::end(presets), [&provider](const ProviderPreset& preset) {
            return provider == QLatin1String(preset.id);
        });
    return found == std::end(presets) ? presets[0] : *found;
}

QString providerName(const ProviderPreset& preset)
{
    return preset.name ? QString::fromUtf8(preset.name)
                       : QCoreApplication::translate("Providers", "Other S3-compatible store");
}

QString presetEndpoint(const ProviderPreset& preset, const QString& region)
{
    if (!preset.endpoint)
        return {};
    return QString::fromLatin1(preset.endpoint)
        .replace(QLatin1String("{region}"), region.isEmpty() ? QString::fromLatin1(preset.region) : region);
}

} // namespace partway
