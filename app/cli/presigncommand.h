// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storechoice.h"
#include "storecommand.h"
#include "values.h"

#include <chrono>

namespace partway {

// What `presign` was asked for.
struct PresignOptions
{
    StoreChoice store;
    S3Url object;
    QString versionId; // empty: the current one
    std::chrono::seconds expires{3600};
};

void describePresign(QCommandLineParser& parser);
OrComplaint<PresignOptions> presignOptionsOf(const QCommandLineParser& parser);

// `presign`: looks at the object, then prints a link with which anyone can read it for a while. The link is a
// key: it goes to standard output and nowhere else.
class PresignCommand final : public StoreCommand
{
    Q_OBJECT
public:
    PresignCommand(Workplace& workplace, Console& console, Account account, PresignOptions options)
        : StoreCommand(workplace, console, std::move(account)), m_options(std::move(options))
    {
    }

protected:
    void opened() override;

private:
    void show(const QByteArray& link);

    const PresignOptions m_options;
};

} // namespace partway
