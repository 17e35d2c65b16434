// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/openplan.h"
#include "upload/sourcehandle.h"
#include "upload/uploadrunner_p.h"

namespace partway {

using namespace std::chrono_literals;

// --- what the person says about the source --------------------------------------------------------------

void UploadRunner::startOver()
{
    if (d->machine.spec().copy) {
        d->startCopyOver();
        return;
    }
    SourceFingerprint now;
    if (d->machine.spec().source != SourceKind::Stream) {
        const Result<SourceFingerprint> seen = fingerprintOf(d->setup.sourcePath);
        if (!seen) {
            d->process(event::SourceTrouble{seen.error()});
            return;
        }
        now = *seen;
    }
    const Result<PartPlan> plan = d->planAnew(now);
    if (!plan) {
        d->process(event::SourceTrouble{plan.error()});
        return;
    }
    now.growing = plan->open;
    d->promise(now);
    d->process(event::StartOver{*plan});
    d->services.recorder.saveSource(d->setup.id, now, d->machine.spec());
}

// Where the old cuts do not fit the file any more, or nothing was cut yet, there is nothing to keep.
void UploadRunner::repair()
{
    if (d->machine.spec().copy) {
        d->startCopyOver(); // the bytes are not here to be compared
        return;
    }
    const UploadSpec& spec = d->machine.spec();
    if (spec.plan.direct || d->machine.state().uploadId.isEmpty()) {
        startOver();
        return;
    }
    SourceFingerprint now;
    if (spec.source != SourceKind::Stream) {
        const Result<SourceFingerprint> seen = fingerprintOf(d->setup.sourcePath);
        if (!seen) {
            d->process(event::SourceTrouble{seen.error()});
            return;
        }
        now = *seen;
    }
    const Result<PartPlan> plan = spec.source == SourceKind::File
                                      ? recutPlan(spec.plan, now.size, d->setup.store->profile().limits)
                                      : d->openPlanAnew(std::max(now.size, qint64{0}));
    if (!plan || (plan->open && plan->partSize != spec.plan.partSize)) {
        startOver();
        return;
    }
    now.growing = plan->open;
    d->promise(now);
    d->process(event::Repair{*plan});
}

// A file that turns out to be written still: from now on as one that is followed.
void UploadRunner::follow()
{
    const UploadSpec& spec = d->machine.spec();
    const Result<SourceFingerprint> seen = fingerprintOf(d->setup.sourcePath);
    if (!seen) {
        d->process(event::SourceTrouble{seen.error()});
        return;
    }
    const bool irregular = !spec.plan.isRegular(); // another program's cuts cannot grow
    const Result<PartPlan> plan =
        irregular ? Result<PartPlan>(sourceError("follow-needs-equal-parts", d->setup.sourcePath))
                  : d->openPlanAnew(seen->size);
    if (!plan) {
        d->process(event::SourceTrouble{plan.error()});
        return;
    }
    SourceFingerprint now = *seen;
    now.growing = true;
    d->promise(now);
    d->process(event::Follow{*plan});
    d->services.recorder.saveSource(d->setup.id, now, d->machine.spec());
}

void UploadRunner::closeSource()
{
    d->process(event::CloseSource{});
    d->sourceWatch.start(0ms);
}

qint64 UploadRunner::sourceSize() const
{
    const PartPlan& plan = d->machine.spec().plan;
    return plan.open ? std::max(d->seenSize, plan.size) : plan.size;
}

bool UploadRunner::waitsForRoom() const
{
    return d->noRoom && d->machine.spec().plan.open;
}

bool UploadRunner::holdsStream() const
{
    return d->source && d->source->isStream() && !isEnded(d->machine.phase());
}

// --- plans ----------------------------------------------------------------------------------------------

// The parts keep their size; one that outgrew them gets larger ones, and room to grow on.
Result<PartPlan> UploadRunner::Private::openPlanAnew(qint64 size) const
{
    const PartPlan& before = machine.spec().plan;
    const StoreLimits& limits = setup.store->profile().limits;
    const bool wasCut = !before.direct && before.partSize > 0;
    if (wasCut && size <= openPlanHolds(before, limits))
        return grownPlan(PartPlan{0, before.partSize, 0, false, {}, true}, grows(size));
    PlanWishes wishes;
    wishes.partSize = wasCut ? before.partSize : 0;
    Result<PartPlan> plan = openPlan(limits, wishes, wasCut ? size * 2 : 0);
    if (!plan)
        plan = openPlan(limits, wishes, size);
    return plan ? grownPlan(*plan, grows(size)) : plan;
}

// A stream begins anew; of a file all that is there is there at once.
qint64 UploadRunner::Private::grows(qint64 size) const
{
    return machine.spec().source == SourceKind::Stream ? 0 : size;
}

Result<PartPlan> UploadRunner::Private::planAnew(const SourceFingerprint& now) const
{
    if (machine.spec().source != SourceKind::File)
        return openPlanAnew(std::max(now.size, qint64{0}));
    const StoreLimits& limits = setup.store->profile().limits;
    PlanWishes wishes;
    wishes.partSize = machine.spec().plan.direct ? 0 : machine.spec().plan.partSize;
    Result<PartPlan> plan = planParts(now.size, limits, wishes);
    return plan ? plan : planParts(now.size, limits); // the old part size does not fit any more
}

// --- the source -----------------------------------------------------------------------------------------

// An object is watched in another way: each request says which one it means (runnercopy.cpp).
Result<void> UploadRunner::Private::openSource()
{
    if (machine.spec().copy)
        return {};
    if (!source && machine.spec().source == SourceKind::Stream) {
        if (!services.openStream)
            return sourceError("stream-gone", {});
        const qint64 partSize = std::max(machine.spec().plan.partSize, qint64{1});
        const Result<std::shared_ptr<StreamSpool>> stream = services.openStream(setup.id, partSize);
        if (!stream)
            return stream.error();
        source = *stream;
    } else if (!source) {
        Result<std::shared_ptr<SourceFile>> opened = SourceFile::open(setup.sourcePath);
        if (!opened)
            return opened.error();
        source = *opened;
    }
    return source->check(setup.promised);
}

// From now on the file as it is now counts; what is on its way is of the file as it was.
void UploadRunner::Private::promise(const SourceFingerprint& now)
{
    setup.promised = now;
    finalSource.reset();
    followRule = FollowRule(machine.spec().followIdleSeconds);
    if (machine.spec().source != SourceKind::Stream)
        source.reset();
    hashedOnce.clear();
    for (Job& job : jobs)
        job.outdated = true;
}

// Only with the write that fixes the plan: one that waited behind the journal may come when the end was seen
// and is not the end yet.
void UploadRunner::Private::takeFinalSource()
{
    if (!finalSource || machine.spec().plan.open)
        return;
    setup.promised = *std::exchange(finalSource, std::nullopt);
    hashedOnce.clear();
}

void UploadRunner::Private::partIsStored(int number)
{
    if (source && !machine.spec().plan.direct && machine.state().parts.contains(number))
        source->letGo(machine.spec().plan.range(number));
}

// --- growth ---------------------------------------------------------------------------------------------

// Looks run while the plan is open and the transfer works.
void UploadRunner::Private::watchSource()
{
    const bool works = isRunning(machine.phase()) && machine.phase() != Phase::Aborting && !stopped;
    if (source && source->isStream())
        source->setReading(works);
    if (!works || !machine.spec().plan.open) {
        sourceWatch.stop();
        return;
    }
    if (!sourceWatch.isActive())
        sourceWatch.start(machine.spec().source == SourceKind::Stream ? 50ms : 500ms);
}

void UploadRunner::Private::lookAtSource()
{
    if (stopped || !machine.spec().plan.open || !isRunning(machine.phase()) ||
        machine.phase() == Phase::Aborting)
        return;
    if (const Result<void> opened = openSource(); !opened) {
        process(event::SourceTrouble{opened.error()});
        return;
    }
    const Result<SourceGrowth> seen = source->growth();
    if (seen)
        sourceSeen(*seen);
    else
        process(event::SourceTrouble{seen.error()});
}

void UploadRunner::Private::sourceSeen(const SourceGrowth& seen)
{
    const bool isStream = machine.spec().source == SourceKind::Stream;
    const PartPlan& known = machine.spec().plan;
    const bool news = seen.now.size != seenSize || seen.noRoom != noRoom ||
                      grownPlan(known, seen.now.size).count > known.count;
    seenSize = seen.now.size;
    noRoom = seen.noRoom;
    if (seen.now.size < machine.spec().plan.size && !isStream) {
        process(event::SourceTrouble{sourceError("file-truncated", setup.sourcePath)});
        return;
    }
    if (seen.now.size > openPlanHolds(machine.spec().plan, setup.store->profile().limits)) {
        process(event::SourceTrouble{
            sourceError(isStream ? "stream-too-long" : "file-outgrew-plan", setup.sourcePath)});
        return;
    }
    if (isStream && machine.state().closeAsked)
        source->endHere();
    const bool ended =
        isStream ? seen.ended
                 : followRule.isComplete(seen, services.clock.monotonic()) || machine.state().closeAsked;
    if (news)
        process(event::SourceGrew{seen.now.size});
    if (ended)
        sourceEnded(seen.now);
    watchSource();
}

// Told again at every look until the machine has fixed the plan.
void UploadRunner::Private::sourceEnded(const SourceFingerprint& now)
{
    const PartPlan& open = machine.spec().plan;
    const QMap<int, StoredPart>& stored = machine.state().unchecked;
    if (machine.spec().source == SourceKind::Stream && !stored.isEmpty() &&
        qint64{stored.lastKey() - 1} * open.partSize >= now.size) {
        process(event::SourceTrouble{sourceError("stream-shorter", {})});
        return;
    }
    PlanWishes wishes;
    wishes.partSize = open.partSize;
    const Result<PartPlan> whole = planParts(now.size, setup.store->profile().limits, wishes);
    if (!whole) {
        process(event::SourceTrouble{whole.error()});
        return;
    }
    finalSource = now;
    finalSource->growing = false;
    process(event::SourceClosed{*whole, closedPlan(open, now.size)});
}

} // namespace partway
