// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/digestpool.h"
#include "upload/followrule.h"
#include "upload/rangefetch.h"
#include "upload/uploadproof.h"
#include "upload/uploadrunner.h"

#include <QTimer>

namespace partway {

// The inside of UploadRunner. Six files: uploadrunner.cpp (the queue of commands, the journal's barrier),
// runnercontrol.cpp (control requests), runnerparts.cpp (hashing and sending of parts and small files),
// runnersource.cpp (the source, and how it grows), runnercopy.cpp (where the source is an object) and
// runnertags.cpp (whose tags the store may refuse).
class UploadRunner::Private
{
public:
    Private(Setup setup, Services services, std::function<void()> changed);
    ~Private();

    void process(const UploadEvent& event);
    void execute(const UploadCommand& command);
    void run();
    void save();
    void retrySaveLater();
    bool cutWhatHasNotBegun(const UploadCommand& command);

    void run(const command::SaveState&) {} // the barrier is in run()
    void run(const command::SavePart& command);
    void run(const command::ForgetParts&);
    void run(const command::RecheckParts&);
    void run(const command::SavePlan&);
    void run(const command::LookAtTarget&);
    void run(const command::Create& command);
    void run(const command::FindUploads&);
    void run(const command::SendPart& command);
    void run(const command::PutObject& command);
    void run(const command::ListParts& command);
    void run(const command::Complete& command);
    void run(const command::Confirm&);
    void run(const command::AbortUpload& command);
    void run(const command::CancelAll&);
    void run(const command::Wait& command);
    void run(const command::Note& command);

    // One part (or small file) on its way: first hashed, then sent.
    struct Job
    {
        command::SendPart command;
        DigestPool::JobId digest = 0;
        ObjectStore::CallId call = 0;
        Digests digests;
        qint64 counted = 0; // bytes of this try already in onWire
        qint64 startedMs = 0;
        bool outdated = false;                 // its bytes are of the file as it was
        std::shared_ptr<RangeFetch> fetch{};   // of a copy that passes through here: on its way …
        std::shared_ptr<FetchedRange> range{}; // … and here
        bool pinned = false;                   // asked for the part of exactly that source
    };
    void hashed(int number, const Result<Digests>& digests);
    bool isThere(const Job& job) const;
    bool isSecretlyChanged(int number, const Digests& digests);
    void forgetLive();
    void promise(const SourceFingerprint& now);
    void send(int number);
    void sent(int number, const Result<SendPartOutput>& answer);
    std::optional<Error> partDiffers(const Job& job, const SendPartOutput& output) const;
    bool isProven(const Job& job, const SendPartOutput& output) const;
    void partProgress(int number, qint64 bytes);
    void partEnded(int number, const Error& error);
    void putHashed(const command::PutObject& command, const Result<Digests>& digests);
    void putEnded(const command::PutObject& command, const Result<PutObjectOutput>& answer);
    DigestPlan digestPlan(bool withMd5) const;
    QByteArray partChecksum(const Digests& digests) const;

    // runnercopy.cpp
    bool copiesOnServer() const { return machine.spec().copy && !machine.state().throughHere; }
    Error copyTrouble(const Error& error) const;
    Error readTrouble(const Error& error) const;
    void copyPart(int number);
    void partCopied(int number, const Result<CopyOutput>& answer);
    void fetchPart(int number);
    void partFetched(int number, const Result<std::shared_ptr<FetchedRange>>& range);
    void copyObject(const command::PutObject& command);
    void objectCopied(const command::PutObject& command, bool pinned, const Result<CopyOutput>& answer);
    void vouchForCopy(const event::ObjectPut& put);
    void copyAgainUnpinned(const command::PutObject& command);
    void doWithoutCondition();
    void doubtPart(int number);
    void doubtsEnded(const std::optional<Error>& error);
    void fetchObject(const command::PutObject& command);
    void lookAtSource(std::function<void(Result<ObjectInfo>)> then);
    void completeCopy(const command::Complete& command);
    void complete(const command::Complete& command);
    void startCopyOver();

    // runnertags.cpp
    bool goesWithoutTags(const Error& error);
    void tagsEnded();

    Result<void> openSource();
    void takeFinalSource();
    void partIsStored(int number);
    void watchSource();
    void lookAtSource();
    void sourceSeen(const SourceGrowth& seen);
    void sourceEnded(const SourceFingerprint& now);
    Result<PartPlan> planAnew(const SourceFingerprint& now) const;
    Result<PartPlan> openPlanAnew(qint64 size) const;
    qint64 grows(qint64 size) const;
    void findPage(const ListUploadsInput& input, QList<ListedUpload> found);
    void keepOurs(const ListUploadsPage& page, QList<ListedUpload>* found) const;
    ObjectOptions objectWithToken() const;
    void controlFailed(const Error& error);
    void later(std::function<void()> what); // on the engine's thread, after the present call has returned
    QByteArray key() const { return machine.key(); }
    const QString& bucket() const { return machine.spec().bucket; }
    Error cancelled() const;
    bool quiet() const;
    void announce();

    Setup setup;
    Services services;
    std::function<void()> changed;
    UploadMachine machine;
    std::shared_ptr<UploadSource> source;
    FollowRule followRule;
    std::optional<SourceFingerprint> finalSource; // of a source that ended, until the plan is fixed
    qint64 seenSize = 0;
    bool noRoom = false;

    QList<UploadCommand> todo;
    bool saving = false; // the barrier: nothing begins before the state is written
    bool running = false;
    bool stopped = false;
    bool announced = false; // one call of `changed` is on its way; more would say the same
    ObjectStore::CallId control = 0;
    ObjectStore::CallId sourceLook = 0; // at the store of a copy's source
    QList<int> doubted;                 // parts whose source is another one now, as the store says
    bool unpinned = false; // the store has no such condition: the source is looked at before the end
    enum class Tags { AsPromised, NotSent, Emptied }; // emptied: the store is told that there are none
    Tags tags = Tags::AsPromised;                     // of the request that is out
    std::shared_ptr<RangeFetch> putFetch;
    std::shared_ptr<FetchedRange> putRange;
    DigestPool::JobId putDigest = 0;
    Digests putDigests;
    QHash<int, Job> jobs;
    QHash<int, Digests> hashedOnce; // of parts that were hashed and not stored
    QHash<int, PartLive> live;
    qint64 inFlight = 0;
    qint64 onWire = 0;
    int pendingLater = 0;

    QObject context; // timers and posted calls end with it
    QTimer wait;
    QTimer sourceWatch;
    QTimer saveAgain;
};

} // namespace partway
