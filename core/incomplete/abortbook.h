// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

namespace partway {

// An abort that was asked for and has not worked yet.
struct LeftAbort
{
    QString accountId;
    UploadRef upload;
    QDateTime askedAt;
    QDateTime triedAt;
    int tries = 0;
    QString code;      // of the last error
    bool look = false; // somebody may be using it: its parts are looked at before
    bool held = false; // a person stopped it: it goes on only when one asks for that

    bool isSameUpload(const LeftAbort& other) const
    {
        return accountId == other.accountId && upload.bucket == other.upload.bucket &&
               upload.key == other.upload.key && upload.uploadId == other.upload.uploadId;
    }
    QDateTime nextTry() const; // a minute after the first, then ever longer, at most six hours
};

// aborts.json in the state folder: what is still to be aborted outlives the program. Small, read and written
// whole; several processes may use it, each change reads it again under a lock. Errors (LocalFile):
// "aborts-unreadable" (kept aside as aborts.json.bad), "aborts-not-saved".
class AbortBook
{
public:
    explicit AbortBook(QString folder) : m_folder(std::move(folder)) {}

    Result<void> load();
    const QList<LeftAbort>& all() const { return m_left; }

    // About to be tried: each is added, before the first request leaves, so that no end of the program loses
    // it.
    Result<void> intend(const QList<LeftAbort>& wanted);
    // One more try failed (also the first): each is added, or counted.
    Result<void> keep(const QList<LeftAbort>& failed);
    // A person stopped those that are known here.
    Result<void> hold(const QList<LeftAbort>& stopped);
    // They are gone, or nobody wants them gone any more.
    Result<void> drop(const QList<LeftAbort>& ended);

private:
    Result<void> change(const std::function<void(QList<LeftAbort>&)>& edit);
    QString path() const;

    QString m_folder;
    QList<LeftAbort> m_left;
};

} // namespace partway
