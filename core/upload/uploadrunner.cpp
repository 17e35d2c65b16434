// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadrunner.h"

#include "base/log.h"
#include "upload/uploadrunner_p.h"

namespace partway {

using namespace std::chrono_literals;

UploadRunner::UploadRunner(Setup setup, Services services, std::function<void()> changed)
    : d(std::make_unique<Private>(std::move(setup), std::move(services), std::move(changed)))
{
}

UploadRunner::~UploadRunner() = default;

void UploadRunner::start()
{
    d->process(event::Start{});
}

void UploadRunner::pause()
{
    d->process(event::Pause{});
}

void UploadRunner::abort()
{
    d->process(event::Abort{});
}

void UploadRunner::retry()
{
    if (!holdsStream())
        d->source.reset(); // the path may lead to another file by now; check() compares it with the promise
    d->process(event::Retry{});
}

void UploadRunner::replace()
{
    d->process(event::Replace{});
}

void UploadRunner::keepBoth()
{
    d->process(event::KeepBoth{});
}

void UploadRunner::skip()
{
    d->process(event::Skip{});
}

void UploadRunner::throughHere()
{
    d->process(event::ThroughHere{});
}

void UploadRunner::setSlots(int count)
{
    d->process(event::Slots{count});
}

void UploadRunner::holdOff(const Error& error)
{
    d->process(event::HoldOff{error});
}

void UploadRunner::endWait()
{
    if (d->wait.isActive())
        d->wait.start(0ms);
}

void UploadRunner::stop()
{
    d->stopped = true;
    d->watchSource();
    d->run(command::CancelAll{});
    d->todo.clear();
}

const UploadMachine& UploadRunner::machine() const
{
    return d->machine;
}

SourceFingerprint UploadRunner::promised() const
{
    return d->setup.promised;
}

qint64 UploadRunner::bytesInFlight() const
{
    return d->inFlight;
}

qint64 UploadRunner::bytesOnWire() const
{
    return d->onWire;
}

const QHash<int, PartLive>& UploadRunner::liveParts() const
{
    return d->live;
}

bool UploadRunner::isQuiet() const
{
    return d->quiet();
}

UploadRunner::Private::Private(Setup s, Services sv, std::function<void()> c)
    : setup(std::move(s)), services(std::move(sv)), changed(std::move(c)),
      machine(setup.spec, setup.store->profile(), setup.state), followRule(setup.spec.followIdleSeconds)
{
    wait.setSingleShot(true);
    saveAgain.setSingleShot(true);
    sourceWatch.setSingleShot(true);
    QObject::connect(&wait, &QTimer::timeout, &context, [this] { process(event::WaitOver{}); });
    QObject::connect(&saveAgain, &QTimer::timeout, &context, [this] { save(); });
    QObject::connect(&sourceWatch, &QTimer::timeout, &context, [this] { lookAtSource(); });
}

UploadRunner::Private::~Private()
{
    Q_ASSERT_X(quiet(), "UploadRunner", "destroyed while something is on its way");
}

bool UploadRunner::Private::quiet() const
{
    const bool idle = jobs.isEmpty() && control == 0 && sourceLook == 0 && !putFetch && putDigest == 0 &&
                      pendingLater == 0 && !running;
    if (stopped)
        return idle && !saving;
    return idle && !saving && todo.isEmpty() && machine.isQuiet();
}

void UploadRunner::Private::process(const UploadEvent& event)
{
    if (stopped)
        return;
    const UploadCommands commands = machine.handle(event, services.clock.now().toMSecsSinceEpoch());
    for (const UploadCommand& command : commands) {
        if (std::holds_alternative<command::CancelAll>(command))
            execute(command); // never waits for the journal
        else
            todo.append(command);
    }
    run();
    watchSource();
    announce();
}

void UploadRunner::Private::run()
{
    if (running)
        return;
    running = true;
    while (!saving && !todo.isEmpty()) {
        const UploadCommand command = todo.takeFirst();
        if (std::holds_alternative<command::SaveState>(command))
            save();
        else
            execute(command);
    }
    running = false;
}

void UploadRunner::Private::execute(const UploadCommand& command)
{
    std::visit([this](const auto& c) { run(c); }, command);
}

void UploadRunner::Private::announce()
{
    if (!changed || announced)
        return;
    announced = true;
    later([this] {
        announced = false;
        changed();
    });
}

void UploadRunner::Private::later(std::function<void()> what)
{
    ++pendingLater;
    QMetaObject::invokeMethod(
        &context,
        [this, what = std::move(what)] {
            --pendingLater;
            what();
        },
        Qt::QueuedConnection);
}

// The recorder's answer may come at once or later; a journal that cannot be written is tried again, and
// nothing new is asked of the store meanwhile. What is stored stays stored.
void UploadRunner::Private::save()
{
    saving = true;
    services.recorder.saveState(setup.id, machine.state(), [this](const Result<void>& saved) {
        if (!saved && !stopped) {
            saveAgain.start(3s);
            return;
        }
        saving = false;
        run();
        announce();
    });
}

void UploadRunner::Private::run(const command::SavePart& command)
{
    const auto part = machine.state().parts.constFind(command.number);
    if (part != machine.state().parts.constEnd())
        services.recorder.savePart(setup.id, command.number, *part);
}

void UploadRunner::Private::run(const command::ForgetParts&)
{
    forgetLive();
    services.recorder.forgetParts(setup.id);
}

void UploadRunner::Private::run(const command::RecheckParts&)
{
    forgetLive();
    takeFinalSource();
    services.recorder.recheckParts(setup.id, setup.promised, machine.spec(), machine.state().unchecked);
}

void UploadRunner::Private::run(const command::SavePlan&)
{
    takeFinalSource();
    services.recorder.saveSource(setup.id, setup.promised, machine.spec());
}

// What is on its way still has to end: its bytes are counted.
void UploadRunner::Private::forgetLive()
{
    live.removeIf([this](const auto& part) { return !jobs.contains(part.key()); });
}

void UploadRunner::Private::run(const command::Note& command)
{
    services.recorder.note(setup.id, command.code, command.detail);
}

void UploadRunner::Private::run(const command::Wait& command)
{
    wait.start(services.waitRule ? services.waitRule(setup.id, command.attempt, command.error)
                                 : services.policy.delay(command.attempt, command.error, services.random));
}

// Requests that wait behind the barrier have not begun: they end here. The others are cut and end by
// themselves.
void UploadRunner::Private::run(const command::CancelAll&)
{
    wait.stop();
    QList<UploadCommand> kept;
    for (const UploadCommand& waiting : std::as_const(todo)) {
        if (!cutWhatHasNotBegun(waiting))
            kept.append(waiting);
    }
    todo = kept;
    if (control != 0)
        setup.store->cancel(control);
    if (sourceLook != 0)
        setup.sourceStore->cancel(sourceLook);
    if (putFetch)
        putFetch->cancel();
    if (putDigest != 0)
        services.digests.cancel(putDigest);
    for (const Job& job : std::as_const(jobs)) {
        if (job.digest != 0)
            services.digests.cancel(job.digest);
        if (job.fetch)
            job.fetch->cancel();
        if (job.call != 0)
            setup.store->cancel(job.call);
    }
}

bool UploadRunner::Private::cutWhatHasNotBegun(const UploadCommand& command)
{
    if (const auto* part = std::get_if<command::SendPart>(&command)) {
        later([this, number = part->number] { process(event::Failed{cancelled(), number, 0}); });
        return true;
    }
    const bool control = std::holds_alternative<command::LookAtTarget>(command) ||
                         std::holds_alternative<command::Create>(command) ||
                         std::holds_alternative<command::FindUploads>(command) ||
                         std::holds_alternative<command::PutObject>(command) ||
                         std::holds_alternative<command::ListParts>(command) ||
                         std::holds_alternative<command::Complete>(command) ||
                         std::holds_alternative<command::Confirm>(command) ||
                         std::holds_alternative<command::AbortUpload>(command);
    if (control)
        later([this] { process(event::Failed{cancelled(), 0, 0}); });
    return control || std::holds_alternative<command::Wait>(command);
}

Error UploadRunner::Private::cancelled() const
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.code = QStringLiteral("cancelled");
    return error;
}

void UploadRunner::Private::controlFailed(const Error& error)
{
    control = 0;
    qCInfo(logUpload) << "transfer" << setup.id.value << "request failed:" << errorKindName(error.kind)
                      << error.code << error.message;
    process(event::Failed{error, 0, 0});
}

} // namespace partway
