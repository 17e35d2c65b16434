// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "objectpages.h"
#include "storechoice.h"
#include "storecommand.h"
#include "values.h"

namespace partway {

// What `ls` was asked to show.
struct LsOptions
{
    StoreChoice store;
    S3Url place; // bucket empty: the buckets
    bool recursive = false;
    bool versions = false; // all of each object, and delete markers
};

void describeLs(QCommandLineParser& parser);
OrComplaint<LsOptions> lsOptionsOf(const QCommandLineParser& parser);

// `ls`: buckets, or what is below a place: names that begin with it, folders folded unless told otherwise.
class LsCommand final : public StoreCommand
{
    Q_OBJECT
public:
    LsCommand(Workplace& workplace, Console& console, Account account, LsOptions options)
        : StoreCommand(workplace, console, std::move(account)), m_options(std::move(options))
    {
    }

protected:
    void opened() override;

private:
    void listBuckets();
    void listObjects();
    void tellPage(const ListObjectsPage& page);
    void listVersions(const QByteArray& keyMarker, const QString& idMarker);
    void failListing(const Error& error);
    void tellVersion(const ListedVersion& version);

    const LsOptions m_options;
    std::unique_ptr<ObjectPages> m_pages;
};

} // namespace partway
