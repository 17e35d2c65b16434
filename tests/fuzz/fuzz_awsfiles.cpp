// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs keep of AWS: "config", a byte of zero, "credentials". A secret is never among what may
// be shown, and what a program is called with can be split.
#include "accounts/awsfiles.h"

#include <cstdlib>

using namespace partway;

namespace {

bool isSecretName(const QString& name)
{
    return name == QLatin1String("aws_secret_access_key") || name == QLatin1String("aws_session_token") ||
           name == QLatin1String("aws_security_token");
}

void check(const AwsSection& section)
{
    for (auto value = section.values.cbegin(); value != section.values.cend(); ++value) {
        if (isSecretName(value.key()) || value.key() != value.key().toLower())
            std::abort();
        QStringList words;
        (void)splitWords(*value, &words);
    }
    for (const QMap<QString, QString>& block : section.blocks) {
        for (auto value = block.cbegin(); value != block.cend(); ++value) {
            if (isSecretName(value.key()))
                std::abort();
        }
    }
    if (section.hasKeys() && section.value("aws_access_key_id").isEmpty())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray all(reinterpret_cast<const char*>(data), qsizetype(size));
    const qsizetype end = all.indexOf('\0');
    const AwsFiles files = readAwsFiles(Secret(all.left(end)), end < 0 ? Secret() : Secret(all.mid(end + 1)));
    for (const auto& sections : {files.profiles, files.ssoSessions, files.services}) {
        for (const AwsSection& section : sections)
            check(section);
    }
    return 0;
}
