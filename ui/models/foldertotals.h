// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

namespace partway {

// What the files of one folder come to. Kept as rows come, change and go, never counted anew. A plain value.
struct FolderTotals
{
    int files = 0; // all of them, those that were given up (aborted, skipped), too
    int active = 0, waiting = 0, paused = 0, failed = 0, finished = 0, givenUp = 0;
    int held = 0;   // active, but waiting for something just now
    int unseen = 0; // finished by the store's word only
    // Bytes of all but those that were given up: nobody will send them.
    qint64 size = 0;
    qint64 storedBytes = 0;
    qint64 inFlightBytes = 0;
    qint64 resentBytes = 0;
    qint64 bytesPerSecond = 0;
    qint64 bytesToGo = 0; // of those that are active or waiting

    void add(const TransferRow& row) { count(row, 1); }
    void subtract(const TransferRow& row) { count(row, -1); }

    bool isFinished() const { return finished > 0 && finished + givenUp == files; }
    qint64 secondsLeft() const; // -1: not known
    bool operator==(const FolderTotals&) const = default;

private:
    void count(const TransferRow& row, int sign);
};

// The phase that says most about the whole: work before waiting before trouble before the end.
Phase phaseOf(const FolderTotals& totals);

QString folderWords(const FolderTotals& totals);    // "Sending, 2 failed"
QString folderSentence(const FolderTotals& totals); // "3 active, 295 waiting, 2 failed, 3,910 finished"
QString folderProgress(const FolderTotals& totals); // what the tool tip of its strip says
QString filesText(const FolderTotals& totals);      // "4,210 files"
QString spokenFolder(const QString& name, const FolderTotals& totals, bool expanded);

} // namespace partway
