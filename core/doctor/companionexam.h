// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/bedside.h"
#include "store/objectstore.h"

#include <memory>

namespace partway {

// A server that holds the keys (Uppy's Companion): whether it is one, takes the sign-in, and lets an upload
// be begun, a part be sent, the parts be listed and the upload be aborted: on one scratch upload, which it
// aborts again. Completing is not tried: there is no way to delete an object through such a server. Clock,
// region, bucket, checksums and conditions are between the server and its store.
class CompanionExam final
{
public:
    CompanionExam(Bedside& bedside, Transport& transport, const Clock& clock);

    void start(std::function<void()> done); // done: once, after the cleaning up
    void stop();                            // cleans up and ends; what need not be known is cut
    void leave();                           // cuts, and tells what may be left; `done` does not come any more

private:
    void created(const Result<CreateUploadOutput>& made);
    void sendPart();
    void listParts();
    void abort();
    void end(bool left);
    bool wasCut(const std::optional<Error>& error) const;
    void tellCleanUp();

    Bedside& m_bedside;
    std::unique_ptr<ObjectStore> m_store;
    std::function<void()> m_done;
    UploadRef m_upload; // that is there
    QByteArray m_etag;
    bool m_started = false;
    bool m_maybe = false; // something of it may be on the store
    bool m_stopped = false;
    bool m_left = false;   // nothing that comes counts any more
    bool m_mayCut = false; // nothing on the store hangs on the request that runs
    ObjectStore::CallId m_call = 0;
};

} // namespace partway
