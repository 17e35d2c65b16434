// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A copy carries the tags of its source. Not every store has tags, and not all keys may write them: then it
// is copied without, and that is said.
#include "upload/replykinds.h"
#include "upload/uploadrunner_p.h"

namespace partway {

// Whether a request that was refused is sent once more without tags. Tags that a person asked for are never
// left out; and where it does not help, the next try has them again.
bool UploadRunner::Private::goesWithoutTags(const Error& error)
{
    const bool wasWithout = std::exchange(tags, Tags::AsPromised) != Tags::AsPromised;
    const std::optional<CopySource>& copy = machine.spec().copy;
    const bool begins = machine.phase() == Phase::Creating || machine.phase() == Phase::Sending;
    if (!copy || copy->ownTags || copy->tagsLost || wasWithout || stopped || !begins)
        return false;
    const bool refused = error.kind == ErrorKind::Refused;
    const bool denied = refused && error.httpStatus == 403;
    const bool carries = !machine.spec().object.tags.isEmpty();
    // A store that copies an object whole takes its tags along by itself, if the keys may.
    const bool takesAlong = copiesOnServer() && machine.spec().plan.direct;
    const bool mayBeTheTags = carries ? isUnsupported(error) || denied || (refused && error.httpStatus == 400)
                                      : takesAlong && denied;
    if (!mayBeTheTags)
        return false;
    tags = isUnsupported(error) ? Tags::NotSent : Tags::Emptied;
    return true;
}

// The request was taken. The journal learns first what the copy has not.
void UploadRunner::Private::tagsEnded()
{
    if (std::exchange(tags, Tags::AsPromised) == Tags::AsPromised)
        return;
    machine.loseTags();
    services.recorder.saveSource(setup.id, setup.promised, machine.spec());
    services.recorder.note(setup.id, QStringLiteral("copy-tags-lost"), {});
}

} // namespace partway
