// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadproof.h"
#include "upload/uploadrunner_p.h"

namespace partway {

ObjectOptions UploadRunner::Private::objectWithToken() const
{
    ObjectOptions object = machine.spec().object;
    object.metadata.insert(tokenMetadata, machine.state().token);
    if (tags != Tags::AsPromised)
        object.tags.clear();
    return object;
}

void UploadRunner::Private::run(const command::LookAtTarget&)
{
    run(command::Confirm{}); // the same look; the machine knows why it asked
}

void UploadRunner::Private::run(const command::Create& command)
{
    if (machine.renewIntent(services.clock.now().toMSecsSinceEpoch())) {
        todo.prepend(command);
        save();
        return;
    }
    const CreateUploadInput input{bucket(), machine.wishedKey(), objectWithToken(), machine.spec().checksum};
    control = setup.store->createUpload(input, [this, command](const Result<CreateUploadOutput>& answer) {
        if (!answer && goesWithoutTags(answer.error()))
            return run(command);
        if (!answer)
            return controlFailed(answer.error());
        control = 0;
        tagsEnded();
        process(event::Created{*answer});
    });
}

void UploadRunner::Private::run(const command::FindUploads&)
{
    if (!setup.store->profile().listsUploads) {
        Error error;
        error.kind = ErrorKind::Refused;
        error.code = QStringLiteral("listing-unsupported");
        later([this, error] { controlFailed(error); });
        return;
    }
    findPage(ListUploadsInput{bucket(), key(), {}, {}, 1000}, {});
}

void UploadRunner::Private::findPage(const ListUploadsInput& input, QList<ListedUpload> found)
{
    control =
        setup.store->listUploads(input, [this, input, found](const Result<ListUploadsPage>& page) mutable {
            if (!page)
                return controlFailed(page.error());
            control = 0;
            keepOurs(*page, &found);
            const bool further = page->truncated && (page->nextKeyMarker != input.keyMarker ||
                                                     page->nextUploadIdMarker != input.uploadIdMarker);
            if (further && !stopped)
                findPage(ListUploadsInput{input.bucket, input.prefix, page->nextKeyMarker,
                                          page->nextUploadIdMarker, 1000},
                         found);
            else
                process(event::UploadsFound{found});
        });
}

// Ours: exactly our key, begun in the minutes after the intent by the store's clock, and no other transfer's.
// Or the one that we know.
void UploadRunner::Private::keepOurs(const ListUploadsPage& page, QList<ListedUpload>* found) const
{
    constexpr qint64 slackMs = 5'000;
    constexpr qint64 latestMs = 15 * 60'000;
    const qint64 asked = machine.state().createAskedAtMs + setup.store->clockOffsetSeconds() * 1000;
    for (const ListedUpload& upload : page.uploads) {
        const qint64 begun = upload.initiated.toMSecsSinceEpoch();
        const bool inTime =
            upload.initiated.isValid() && begun >= asked - slackMs && begun <= asked + latestMs;
        const QString& known = machine.state().uploadId;
        if (!known.isEmpty() ? upload.uploadId == known
                             : upload.key == key() && inTime &&
                                   !services.recorder.isOtherTransfersUpload(setup.id, upload.uploadId))
            found->append(upload);
    }
}

void UploadRunner::Private::run(const command::ListParts& command)
{
    const ListPartsInput input{UploadRef{bucket(), key(), command.uploadId}, command.afterPart, 1000};
    control = setup.store->listParts(input, [this](const Result<ListPartsPage>& page) {
        if (!page)
            return controlFailed(page.error());
        control = 0;
        process(event::PartsListed{*page});
    });
}

void UploadRunner::Private::run(const command::Complete& command)
{
    if (command.again) {
        complete(command);
        return;
    }
    if (machine.spec().copy) {
        completeCopy(command);
        return;
    }
    // What is stored of a stream is all there is of it.
    const bool isStream = machine.spec().source == SourceKind::Stream;
    const Result<void> unchanged = isStream ? Result<void>() : openSource();
    if (!unchanged) {
        later([this, error = unchanged.error()] { controlFailed(error); });
        return;
    }
    complete(command);
}

void UploadRunner::Private::complete(const command::Complete& command)
{
    CompleteUploadInput input;
    input.bucket = bucket();
    input.key = key();
    input.uploadId = machine.state().uploadId;
    input.parts = command.parts;
    input.objectSize = machine.spec().plan.size;
    input.checksum = machine.spec().checksum;
    input.objectChecksum = command.objectChecksum;
    input.condition = command.condition;
    control = setup.store->completeUpload(input, [this](const Result<CompleteUploadOutput>& answer) {
        if (!answer)
            return controlFailed(answer.error());
        control = 0;
        process(event::Completed{*answer});
    });
}

void UploadRunner::Private::run(const command::Confirm&)
{
    if (!setup.store->profile().looksAtObjects) {
        Error error;
        error.kind = ErrorKind::Refused;
        error.code = QStringLiteral("look-unsupported");
        later([this, error] { controlFailed(error); });
        return;
    }
    const HeadObjectInput input{bucket(), key(), machine.spec().checksum};
    control = setup.store->headObject(input, [this](const Result<ObjectInfo>& info) {
        if (!info)
            return controlFailed(info.error());
        control = 0;
        process(event::ObjectSeen{*info});
    });
}

void UploadRunner::Private::run(const command::AbortUpload& command)
{
    const UploadRef upload{bucket(), key(), command.uploadId};
    control = setup.store->abortUpload(upload, [this](const Result<void>& answer) {
        if (!answer)
            return controlFailed(answer.error());
        control = 0;
        process(event::UploadAborted{});
    });
}

} // namespace partway
