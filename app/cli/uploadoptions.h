// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "complaint.h"
#include "queue/transferqueue.h"
#include "storechoice.h"

namespace partway {

// How fast and how patiently transfers are driven; upload, resume and retry share them.
struct DriveOptions
{
    int parallel = 0;     // 0: automatic
    qint64 rate = 0;      // bytes per second; 0: no limit
    bool patient = false; // --wait: also for a store that was never reached
};

// What `upload` was asked to do, checked as far as the words alone tell.
struct UploadOptions
{
    StoreChoice store;
    AddRequest request; // without account; bucket empty: the account's usual destination
    QString name;       // --name
    DriveOptions drive;
    bool dryRun = false;
};

void describeDriveOptions(QCommandLineParser& parser);
OrComplaint<DriveOptions> driveOptionsOf(const QCommandLineParser& parser);

// How an object is to be made: part size, checksum, storage class, metadata, tags, what if it exists. For the
// commands that make one; describeUploadOptions() has them.
void describeWishes(QCommandLineParser& parser);
OrComplaint<AddRequest> wishesOf(const QCommandLineParser& parser);

void describeUploadOptions(QCommandLineParser& parser);
OrComplaint<UploadOptions> uploadOptionsOf(const QCommandLineParser& parser);

// Completes the request with the account: destination, exact key. The same complaints as for options.
OrComplaint<AddRequest> requestFor(const UploadOptions& options, const Account& account);

} // namespace partway
