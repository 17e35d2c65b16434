// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/growthtext.h"

#include "format/numbers.h"

#include <QCoreApplication>

namespace partway {

namespace {

bool worksOnSource(const TransferRow& row)
{
    return row.phase == Phase::Creating || row.phase == Phase::Reconciling || row.phase == Phase::Sending;
}

} // namespace

QString growthWords(const TransferRow& row)
{
    if (!worksOnSource(row))
        return {};
    if (row.rechecks)
        return QCoreApplication::translate("TransferText", "Checking what was sent");
    if (!row.openEnd)
        return {};
    if (row.noRoom)
        return QCoreApplication::translate("TransferText", "Waiting for room on the disk");
    if (row.closeAsked)
        return QCoreApplication::translate("TransferText", "Sending the rest");
    if (row.source == SourceKind::Stream)
        return QCoreApplication::translate("TransferText", "Reading: %1 so far").arg(formatBytes(row.size));
    return QCoreApplication::translate("TransferText", "Following: %1 so far").arg(formatBytes(row.size));
}

QString growthSentence(const TransferRow& row)
{
    if (!worksOnSource(row))
        return {};
    if (row.rechecks)
        return QCoreApplication::translate(
            "TransferText", "The file is complete. What was sent while it was written is compared "
                            "with it once more; parts that changed are sent again.");
    if (!row.openEnd)
        return {};
    if (row.noRoom)
        return QCoreApplication::translate(
            "TransferText", "The disk has no room for the next bytes of the stream, so it is not "
                            "read on. Free some space and it goes on by itself; nothing is lost.");
    if (row.closeAsked)
        return QCoreApplication::translate("TransferText",
                                           "It was said to be complete. The rest of it is being sent.");
    if (row.source == SourceKind::Stream)
        return row.waitsForSource
                   ? QCoreApplication::translate(
                         "TransferText", "%1 came through the pipe so far. More is sent when a part is full, "
                                         "the rest when the pipe is closed.")
                         .arg(formatBytes(row.size))
                   : QCoreApplication::translate("TransferText",
                                                 "What comes through the pipe is being sent.");
    return row.waitsForSource
               ? QCoreApplication::translate(
                     "TransferText", "Following the file: %1 so far. More is sent when a part is "
                                     "full, the rest when the file is closed or you say that it is complete.")
                     .arg(formatBytes(row.size))
               : QCoreApplication::translate("TransferText",
                                             "The file is still written. Its full parts are being sent.");
}

} // namespace partway
