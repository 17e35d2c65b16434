// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "console.h"
#include "objectpages.h"
#include "storechoice.h"
#include "values.h"
#include "workplace.h"

namespace partway {

// What `ls` was asked to show.
struct LsOptions
{
    StoreChoice store;
    S3Url place; // bucket empty: the buckets
    bool recursive = false;
};

void describeLs(QCommandLineParser& parser);
OrComplaint<LsOptions> lsOptionsOf(const QCommandLineParser& parser);

// `ls`: buckets, or what is below a place: names that begin with it, folders folded unless told otherwise.
class LsCommand final : public Command
{
    Q_OBJECT
public:
    LsCommand(Workplace& workplace, Console& console, Account account, LsOptions options);

    void start() override;

private:
    void listBuckets();
    void listObjects();
    void tellPage(const ListObjectsPage& page);
    void fail(const Error& error);

    Workplace& m_workplace;
    Console& m_console;
    const Account m_account;
    const LsOptions m_options;
    std::shared_ptr<ObjectStore> m_store;
    std::unique_ptr<ObjectPages> m_pages;
};

} // namespace partway
