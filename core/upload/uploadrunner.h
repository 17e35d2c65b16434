// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/randomness.h"
#include "http/retrypolicy.h"
#include "store/objectstore.h"
#include "upload/sourcefile.h"
#include "upload/streamspool.h"
#include "upload/uploadmachine.h"

#include <functional>
#include <memory>

namespace partway {

class DigestPool;

// Writes what the machine wants written. Implemented by the queue over its journal. Engine thread.
class UploadRecorder
{
public:
    virtual ~UploadRecorder() = default;
    // Durable when `saved` runs (parts handed over before are written with it). An Error: the journal cannot
    // be written.
    virtual void saveState(TransferId id, const UploadState& state,
                           std::function<void(Result<void>)> saved) = 0;
    virtual void savePart(TransferId id, int number,
                          const StoredPart& part) = 0; // grouped, at most 100 ms or 64 rows late
    virtual void forgetParts(TransferId id) = 0;
    // One durable write: the source and the spec as they are now, and exactly these parts, none of them
    // checked (UploadState::unchecked).
    virtual void recheckParts(TransferId id, const SourceFingerprint& source, const UploadSpec& spec,
                              const QMap<int, StoredPart>& unchecked) = 0;
    virtual void saveSource(TransferId id, const SourceFingerprint& source,
                            const UploadSpec& spec) = 0; // started over
    virtual void note(TransferId id, const QString& code, const QString& detail) = 0;
    virtual bool isOtherTransfersUpload(TransferId id,
                                        const QString& uploadId) = 0; // known to the journal as another's
};

// One part as the window sees it.
enum class PartState : quint8 { Missing, Hashing, Sending, Retrying, Stored, Adopted, Failed };

struct PartLive // a part that is not simply missing or stored
{
    PartState state = PartState::Missing;
    qint64 bytesSent = 0;
    int attempts = 0;
    qint64 bytesPerSecond = 0;
    std::optional<Error> lastError;
};

// Drives one machine: opens and watches the source, hashes on the pool, talks to the store, keeps timers.
// Owned by the queue; lives on the engine's thread. It may be destroyed only when isQuiet(); stop() gets it
// there.
class UploadRunner
{
public:
    struct Setup
    {
        TransferId id;
        QString sourcePath;
        SourceFingerprint promised;
        UploadSpec spec;
        UploadState state;                  // with parts loaded
        std::shared_ptr<ObjectStore> store; // shared by all transfers of an account
        QString accountId{};
        std::shared_ptr<ObjectStore> sourceStore{}; // of a copy: the one its source is read from
        QString spoolFolder{};                      // where stretches of it wait, if they pass through here
    };
    // Where the bytes of a stream come from; null: this process has none for it.
    using OpenStream = std::function<Result<std::shared_ptr<StreamSpool>>(TransferId id, qint64 partSize)>;
    // How long a transfer is to wait after an error; attempt as in command::Wait.
    using WaitRule = std::function<std::chrono::milliseconds(TransferId id, int attempt, const Error& error)>;
    struct Services // outlive the runner
    {
        UploadRecorder& recorder;
        const Clock& clock;
        Randomness& random;
        DigestPool& digests;
        RetryPolicy policy;
        WaitRule waitRule = {}; // null: the policy decides, for each transfer by itself
        OpenStream openStream = {};
    };

    // changed: something visible may have changed (phase, hold, parts, progress); called often, never from
    // inside a call into the runner that is not itself an event. The queue collects it.
    UploadRunner(Setup setup, Services services, std::function<void()> changed);
    ~UploadRunner();

    void start();
    void pause();
    void abort();
    void retry();
    void replace();
    void keepBoth();
    void skip();
    void throughHere(); // of a copy: its bytes pass through this computer
    void startOver();   // takes a new fingerprint and plan from the file as it is now
    void repair();      // the same, but keeps of what is stored what the file still has
    void follow();      // the file still grows: go on until it is closed
    void closeSource(); // a growing source is complete: the person says so
    void setSlots(int count);
    void holdOff(const Error& error); // trouble at the endpoint that another transfer met: wait as well
    void endWait();                   // cuts a wait short
    void stop();                      // cut everything, tell the machine nothing: the process is going to end

    const UploadMachine& machine() const;
    SourceFingerprint promised() const;
    qint64 bytesInFlight() const; // handed to the network for parts not yet acknowledged
    qint64 bytesOnWire() const;   // all body bytes handed to the network by this runner, ever
    const QHash<int, PartLive>& liveParts() const;
    bool isQuiet() const;
    qint64 sourceSize() const; // of a growing source, as far as it was seen; else the plan's
    bool waitsForRoom() const; // a stream is not read on: the disk has no room for its next bytes
    bool holdsStream() const;  // the bytes of a stream are here and nowhere else

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace partway
