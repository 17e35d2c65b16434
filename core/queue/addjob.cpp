// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/addjob.h"

#include "queue/addplan.h"

#include <QFileInfo>

namespace partway {

namespace {

Error refusal(ErrorKind kind, const char* code, const QString& resource)
{
    Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.resource = resource;
    return error;
}

QList<RefusedPath> refuseAll(const QStringList& paths, const Error& error)
{
    QList<RefusedPath> refused;
    for (const QString& path : paths)
        refused.append({path, error});
    return refused;
}

void planBlock(const QList<ScannedFile>& files, const AddJob& job, const AddNews& news)
{
    SystemRandomness random;
    QList<Transfer> planned;
    QList<RefusedPath> refused;
    for (const ScannedFile& file : files) {
        if (*job.stop)
            return;
        Result<Transfer> transfer = planTransfer(file, job.request, *job.account, random, job.clock->now());
        if (transfer)
            planned.append(std::move(*transfer));
        else
            refused.append({file.path, transfer.error()});
    }
    if (!planned.isEmpty())
        news.planned(std::move(planned));
    if (!refused.isEmpty())
        news.refused(std::move(refused));
}

// One name cannot be given to several files, and a folder may hold any number.
bool nameNeedsOneFile(const AddRequest& request)
{
    return !request.keyOverride.isEmpty() &&
           (request.paths.size() != 1 || QFileInfo(request.paths.first()).isDir());
}

} // namespace

void runAddJob(const AddJob& job, const AddNews& news)
{
    const AddRequest& request = job.request;
    if (!job.account) {
        news.refused(
            refuseAll(request.paths, refusal(ErrorKind::NotFound, "account-missing", request.to.accountId)));
        return;
    }
    if (request.to.bucket.isEmpty()) {
        news.refused(refuseAll(request.paths, refusal(ErrorKind::Refused, "bucket-empty", {})));
        return;
    }
    if (request.stream) {
        SystemRandomness random;
        const Result<Transfer> stream = planStream(request, *job.account, random, job.clock->now());
        if (stream)
            news.planned({*stream});
        else
            news.refused({{QStringLiteral("-"), stream.error()}});
        return;
    }
    if (nameNeedsOneFile(request)) {
        news.refused(refuseAll(request.paths, refusal(ErrorKind::Refused, "name-needs-one-file",
                                                      QString::fromUtf8(request.keyOverride))));
        return;
    }
    scanPaths(
        request.paths, request.followLinks, *job.stop,
        [&](const QList<ScannedFile>& files) { planBlock(files, job, news); },
        [&](const QList<ScanTrouble>& troubles) {
            QList<RefusedPath> refused;
            for (const ScanTrouble& trouble : troubles)
                refused.append({trouble.path, trouble.error});
            news.refused(std::move(refused));
        });
}

} // namespace partway
