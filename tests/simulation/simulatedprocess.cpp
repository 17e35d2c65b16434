// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"
#include "upload/uploadproof.h"

namespace partway {

namespace {

constexpr int pageSize = 4;
constexpr qint64 trySaveAgainMs = 3'000;

// The machine's event for an answer, or for the store's error.
template <typename T, typename Make>
UploadEvent eventFor(const Result<T>& answer, int part, Make make)
{
    if (!answer)
        return event::Failed{answer.error(), part, 0};
    return make(*answer);
}

// As it comes over the wire, read by the reader that the product has; in some of the stores' successes there
// is an error.
Result<CompleteUploadOutput> readCompleteAnswer(const CompleteUploadOutput& output, bool errorInside)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = errorInside ? QByteArray("<Error><Code>InternalError</Code></Error>")
                             : "<CompleteMultipartUploadResult><ETag>" + output.etag +
                                   "</ETag></CompleteMultipartUploadResult>";
    return completeUploadReply(reply, ChecksumMode::None);
}

Error failedAtItsEnd()
{
    Error error;
    error.kind = ErrorKind::Transient;
    error.code = QStringLiteral("InternalError");
    error.httpStatus = 500;
    return error;
}

Error conditionConflict()
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.code = QStringLiteral("ConditionalRequestConflict");
    error.httpStatus = 409;
    return error;
}

} // namespace

void Simulation::live()
{
    if (m_machine)
        return;
    UploadSpec spec = m_spec;
    m_promise = m_journal.promise();
    spec.plan = m_promise.plan;
    spec.copy = m_promise.copy;
    m_machine = std::make_unique<UploadMachine>(spec, m_profile, m_journal.state());
    remember();
    tell(QStringLiteral("the process lives, from %1").arg(phaseName(m_machine->phase())));
    process(event::Slots{m_slots});
    process(event::Start{});
}

// A new process knows what was written, and is held to that.
void Simulation::remember()
{
    const UploadState& state = m_machine->state();
    m_stored.clear();
    m_storedEtags.clear();
    m_storedMd5s.clear();
    for (auto part = state.parts.cbegin(); part != state.parts.cend(); ++part) {
        m_stored.insert({state.uploadId, part.key()});
        m_storedEtags.insert(part.key(), part->etag);
        m_storedMd5s.insert(part.key(), part->md5);
    }
    m_listed.clear();
    m_listedWhole = false;
    m_awake = false;
    m_answered = state.finished && state.finished->proof.answer;
}

void Simulation::die()
{
    m_machine.reset();
    m_todo.clear();
    m_open.clear();
    m_journal.die();
    m_saving = false;
    m_wait = 0;
    m_watches = false;
    m_final.reset();
    m_piped = !isStream();
    m_letGo.clear();
    ++m_life;
}

void Simulation::dieFor(const QString& why)
{
    if (!m_machine)
        return;
    tell(why);
    die();
    m_agenda.at(m_decisions.between("dead for", 1, 3'000), [this] { live(); });
}

// A transfer at rest has no runner: the next one begins with what the journal says.
void Simulation::reload()
{
    if (isStream() && m_piped)
        return; // what was read of it is only there: it stays with its runner
    if (isRunning(m_machine->phase()) || !m_machine->isQuiet() || m_saving || !m_todo.isEmpty() ||
        !m_open.isEmpty() || !m_journal.isIdle())
        return;
    UploadSpec spec = m_machine->spec();
    spec.plan = m_journal.promise().plan;
    m_promise = m_journal.promise();
    spec.copy = m_promise.copy;
    m_final.reset();
    m_machine = std::make_unique<UploadMachine>(spec, m_profile, m_journal.state());
    remember();
    process(event::Slots{m_slots});
}

void Simulation::process(const UploadEvent& event)
{
    if (!m_machine)
        return;
    m_awake = m_awake || !std::holds_alternative<event::Slots>(event);
    const Phase before = m_machine->phase();
    const UploadCommands commands = m_machine->handle(event, m_agenda.now());
    if (m_machine->phase() != before)
        tell(QStringLiteral("%1 → %2").arg(phaseName(before), phaseName(m_machine->phase())));
    if (m_machine->phase() == Phase::Finished && before != Phase::Finished)
        checkFinished();
    for (const UploadCommand& command : commands) {
        if (std::holds_alternative<command::CancelAll>(command))
            cancelAll();
        else
            m_todo.append(command);
    }
    letGoOfStored();
    runTodo();
    watchSource();
}

void Simulation::runTodo()
{
    while (m_machine && !m_saving && !m_todo.isEmpty() && m_outcome.broken.isEmpty()) {
        const UploadCommand command = m_todo.takeFirst();
        if (std::holds_alternative<command::SaveState>(command))
            saveState();
        else
            std::visit([this](const auto& c) { run(c); }, command);
    }
    checkRow();
}

void Simulation::saveState()
{
    m_saving = true;
    m_journal.saveState(m_machine->state(), [this](bool written) {
        if (written) {
            m_saving = false;
            runTodo();
            return;
        }
        m_agenda.at(trySaveAgainMs, [this, life = m_life] {
            if (life == m_life)
                saveState();
        });
    });
}

// As UploadRunner does it: what waits behind the barrier has not begun; what is out is cut, and the store may
// have got it all the same, even a little later.
void Simulation::cancelAll()
{
    m_wait = 0;
    Error cut;
    cut.kind = ErrorKind::Cancelled;
    cut.code = QStringLiteral("cancelled");
    Error cutOnTheWay = cut;
    cutOnTheWay.maybeDone = true;
    for (auto request = m_open.cbegin(); request != m_open.cend(); ++request)
        failLater(request.key(), request.value(), 2, cutOnTheWay);
    QList<UploadCommand> kept;
    for (const UploadCommand& command : std::as_const(m_todo)) {
        const bool journal = std::holds_alternative<command::SavePart>(command) ||
                             std::holds_alternative<command::ForgetParts>(command) ||
                             std::holds_alternative<command::RecheckParts>(command) ||
                             std::holds_alternative<command::SavePlan>(command) ||
                             std::holds_alternative<command::SaveState>(command) ||
                             std::holds_alternative<command::Note>(command);
        const auto* part = std::get_if<command::SendPart>(&command);
        if (journal)
            kept.append(command);
        else if (!std::holds_alternative<command::Wait>(command))
            failLater(open(part ? part->number : 0), part ? part->number : 0, 1, cut);
    }
    m_todo = kept;
}

Error Simulation::sourceTrouble() const
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    if (isStream()) {
        error.code = QStringLiteral("stream-gone");
        return error;
    }
    const char* const what = m_spec.copy ? "copy-source-" : "file-";
    error.code = QLatin1String(what) + QLatin1String(m_file.exists ? "changed" : "missing");
    return error;
}

void Simulation::run(const command::SavePart& command)
{
    const auto part = m_machine->state().parts.constFind(command.number);
    if (part != m_machine->state().parts.constEnd())
        m_journal.savePart(command.number, *part);
}

void Simulation::run(const command::ForgetParts&)
{
    m_journal.forgetParts();
}

void Simulation::run(const command::RecheckParts&)
{
    takeFinal();
    m_journal.recheckParts(m_promise, m_machine->state().unchecked);
}

void Simulation::run(const command::SavePlan&)
{
    takeFinal();
    m_journal.savePromise(m_promise);
}

void Simulation::run(const command::LookAtTarget&)
{
    run(command::Confirm{});
}

void Simulation::run(const command::Confirm&)
{
    ask({0, 0, true, [this, key = m_machine->key()] {
             return eventFor(m_store.head(key), 0,
                             [](const ObjectInfo& info) { return UploadEvent(event::ObjectSeen{info}); });
         }});
}

void Simulation::run(const command::Create& command)
{
    if (m_machine->renewIntent(m_agenda.now())) {
        m_todo.prepend(command);
        saveState();
        return;
    }
    const qint64 asked = m_journal.state().createAskedAtMs;
    checkIntent(asked != 0 && m_agenda.now() - asked < 6'000, "Create");
    const QByteArray token = m_machine->state().token.toLatin1();
    ask({0, 0, false, [this, token, key = m_machine->key()] {
             return UploadEvent(event::Created{*m_store.create(key, token, m_agenda.now(), true)});
         }});
}

void Simulation::run(const command::FindUploads&)
{
    if (!m_profile.listsUploads) {
        Error error;
        error.kind = ErrorKind::Refused;
        error.code = QStringLiteral("listing-unsupported");
        failLater(open(0), 0, 1, error);
        return;
    }
    const qint64 asked = m_machine->state().createAskedAtMs;
    const QString known = m_machine->state().uploadId;
    ask({0, 0, true, [this, asked, known, key = m_machine->key()] {
             return eventFor(m_store.listUploads(key, m_agenda.now()), 0,
                             [asked, known](const ListUploadsPage& page) {
                                 event::UploadsFound found;
                                 for (const ListedUpload& upload : page.uploads) {
                                     const qint64 begun = upload.initiated.toMSecsSinceEpoch();
                                     const bool inTime = begun >= asked - 5'000 && begun <= asked + 900'000;
                                     if (known.isEmpty() ? inTime : upload.uploadId == known)
                                         found.uploads.append(upload);
                                 }
                                 return UploadEvent(found);
                             });
         }});
}

void Simulation::run(const command::ListParts& command)
{
    if (command.afterPart == 0) {
        m_listed.clear();
        m_listedWhole = false;
        m_listedUpload = command.uploadId;
    }
    ask({0, 0, true, [this, after = command.afterPart, ref = refTo(command.uploadId)] {
             const auto page = m_store.listParts(ref, after, pageSize, m_agenda.now());
             return eventFor(page, 0,
                             [](const ListPartsPage& p) { return UploadEvent(event::PartsListed{p}); });
         }});
}

void Simulation::run(const command::AbortUpload& command)
{
    ask({0, 0, true, [this, ref = refTo(command.uploadId)] {
             checkStranger(ref.uploadId);
             const Result<void> answer = m_store.abort(ref, m_agenda.now());
             return answer ? UploadEvent(event::UploadAborted{})
                           : UploadEvent(event::Failed{answer.error(), 0, 0});
         }});
}

void Simulation::run(const command::Wait& command)
{
    const qint64 number = ++m_lastRequest;
    m_wait = number;
    const qint64 delay = m_policy.delay(command.attempt, command.error, m_decisions).count();
    m_agenda.at(delay, [this, number, life = m_life] {
        if (life != m_life || number != m_wait)
            return;
        m_wait = 0;
        process(event::WaitOver{});
    });
}

void Simulation::run(const command::Note& command)
{
    tell(QStringLiteral("  note: %1 %2").arg(command.code, command.detail));
}

void Simulation::run(const command::Complete& command)
{
    checkIntent(m_journal.state().completeAsked, "Complete");
    if (!command.again && !m_spec.copy && !isStream() && !isAsPromised(0)) {
        failLater(open(0), 0, 1, sourceTrouble());
        return;
    }
    if (!command.again && !sourceStays())
        return;
    const UploadRef upload = refTo(m_machine->state().uploadId);
    const bool allowed = m_spec.ifExists == IfExists::Replace || m_machine->state().replaceAllowed;
    const bool ifAbsent = command.condition == WriteCondition::IfNoneMatch;
    ask({0, 0, false, [this, upload, allowed, ifAbsent, parts = command.parts] {
             checkStranger(upload.uploadId);
             const QByteArray key = upload.key;
             if (ifAbsent && chance("store: 409", 0.05))
                 return UploadEvent(event::Failed{conditionConflict(), 0, 0});
             const bool errorInside = chance("store: error inside a 200", 0.04);
             const bool done = !errorInside || m_decisions.chance("store: done all the same", 0.5);
             if (!done)
                 return eventFor(readCompleteAnswer({}, true), 0, [](const CompleteUploadOutput& o) {
                     return UploadEvent(event::Completed{o});
                 });
             const bool replaces = replacesAnothers(key);
             const auto made = m_store.complete(upload, parts, ifAbsent, m_agenda.now());
             if (!made)
                 return UploadEvent(event::Failed{made.error(), 0, 0});
             if (replaces)
                 checkReplaced(key, allowed);
             wrote(key);
             if (m_store.traits.recordsLinger && chance("store: the record stays", 0.30)) {
                 m_store.letLinger(upload.uploadId);
                 return UploadEvent(event::Failed{failedAtItsEnd(), 0, 0});
             }
             return eventFor(readCompleteAnswer(*made, errorInside), 0,
                             [](const CompleteUploadOutput& o) { return UploadEvent(event::Completed{o}); });
         }});
}

} // namespace partway
