// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preparedrun.h"
#include "queuecommand.h"
#include "storechoice.h"
#include "upload/adoptioncheck.h"
#include "upload/digestpool.h"
#include "uploadoptions.h"
#include "values.h"

namespace partway {

// What `incomplete adopt` was asked to do.
struct AdoptOptions
{
    StoreChoice store;
    DriveOptions drive;
    S3Url object;
    QString uploadId;
    QString file;
    bool dryRun = false;
    bool force = false; // also where nothing that is stored equals the file
};

void describeAdopt(QCommandLineParser& parser);
OrComplaint<AdoptOptions> adoptOptionsOf(const QCommandLineParser& parser);

// `incomplete adopt`: finishes an upload that any program began on any computer, from a local file. Says
// first what is stored of the file; then it is a transfer like any other.
class AdoptCommand final : public QueueCommand
{
    Q_OBJECT
public:
    AdoptCommand(Workplace& workplace, Console& console, Account account, AdoptOptions options);
    ~AdoptCommand() override;

    void start() override;
    void interrupt() override;

private:
    void onOpened() override;
    void onClosed() override;
    void compare();
    void compared(const Adoption& adoption);
    void tell();

    const Account m_account;
    const AdoptOptions m_options;
    std::shared_ptr<ObjectStore> m_store;
    DigestPool m_digests;
    std::unique_ptr<AdoptionCheck> m_check; // goes before the store and the pool
    Adoption m_adoption;
    std::unique_ptr<PreparedRun> m_run;
};

} // namespace partway
