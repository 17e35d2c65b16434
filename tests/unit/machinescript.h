// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadmachine.h"

#include <QStringList>

namespace partway {

// Plays a story against an UploadMachine. A line is "EVENT -> COMMANDS | PHASE"; run() answers the story as
// it really went, so that a failing row shows both. Notes are left out. Events:
//   start pause abort retry replace keepboth skip through startover repair [SIZE] slots N waited changed
//   grew MIB closed MIB told follow reopened (sources that grow; the last: a stream that is piped in again)
//   put-other (its ETag is the MD5 of other bytes) | created ID | found [ID…] | stored N | listed [N=ETAG…]
//   [+] (+: truncated) | completed | put | aborted seen ours | seen other | seen short        (an object with
//   our token, somebody else's, ours but too short) failed KIND [code=C] [status=N] [maybe] [part=N] reborn
//   (the process died: a new machine from the saved state and parts) | later (ten seconds pass)
class MachineScript
{
public:
    MachineScript(const UploadSpec& spec, const StoreProfile& profile);

    QStringList run(const QStringList& story);
    void verify(const QStringList& story); // fails the test, showing both, where it goes another way
    const UploadMachine& machine() const { return m_machine; }

private:
    QString step(const QString& line);
    UploadEvent eventFor(const QStringList& words) const;
    UploadEvent failure(const QStringList& words) const;
    ObjectInfo object(const QString& whose) const;
    QString show(const UploadCommands& commands);
    void remember(const UploadCommands& commands);

    UploadSpec m_spec;
    StoreProfile m_profile;
    UploadMachine m_machine;
    UploadState m_saved; // what the journal holds
    qint64 m_nowMs = 1'000;
};

UploadSpec threePartSpec();           // 3 parts of 5 MiB, the last 1 MiB
UploadSpec smallSpec();               // one PutObject of 1 KiB
UploadSpec openSpec(SourceKind kind); // parts of 5 MiB of a source that has just begun to grow
UploadSpec copyOf(UploadSpec spec);   // the same from an object

} // namespace partway
