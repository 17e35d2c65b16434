// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

#include "upload/uploadproof.h"

namespace partway {

namespace {

constexpr int slotCount = 3;
constexpr int pageSize = 4;

Error transient(const char* code, int status, bool maybeDone)
{
    Error error;
    error.kind = status == 503 ? ErrorKind::Throttled : ErrorKind::Transient;
    error.code = QString::fromLatin1(code);
    error.httpStatus = status;
    error.maybeDone = maybeDone;
    return error;
}

// The machine's event for an answer, or for the store's error.
template <typename T, typename Make>
UploadEvent eventFor(const Result<T>& answer, int part, Make make)
{
    if (!answer)
        return event::Failed{answer.error(), part, 0};
    return make(*answer);
}

} // namespace

void Simulation::live()
{
    if (m_machine)
        return;
    UploadState state = m_saved;
    m_machine = std::make_unique<UploadMachine>(m_spec, m_profile, state);
    tell(QStringLiteral("the process lives, from %1").arg(phaseName(state.phase)));
    process(event::Slots{slotCount});
    process(event::Start{});
}

void Simulation::die()
{
    if (m_machine)
        ++m_spoiled;
    m_machine.reset();
    m_todo.clear();
    m_open.clear();
    m_group.clear(); // a group is one transaction: what was not written is gone, whole
    m_saving = false;
    m_wait = 0;
    ++m_life;
}

void Simulation::process(const UploadEvent& event)
{
    if (!m_machine)
        return;
    const Phase before = m_machine->phase();
    const UploadCommands commands = m_machine->handle(event, m_now);
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
    runTodo();
}

void Simulation::runTodo()
{
    while (m_machine && !m_saving && !m_todo.isEmpty()) {
        const UploadCommand command = m_todo.takeFirst();
        if (std::holds_alternative<command::SaveState>(command))
            saveState();
        else
            execute(command);
    }
}

// The process may die before the row is written, or after it and before anything that waits for it.
void Simulation::saveState()
{
    m_saving = true;
    const UploadState state = m_machine->state();
    const int life = m_life;
    at(m_random.between(1, 15), [this, state, life] {
        if (life != m_life)
            return;
        const bool dies = chance(0.01);
        const bool written = !dies || m_random.chance(0.5);
        if (written) {
            flushParts();
            const auto parts = m_saved.parts;
            m_saved = state;
            m_saved.parts = parts;
        }
        if (dies) {
            tell(QStringLiteral("the process dies at a journal write, %1")
                     .arg(written ? QStringLiteral("after") : QStringLiteral("before")));
            die();
            at(m_random.between(1, 3'000), [this] { live(); });
            return;
        }
        m_saving = false;
        runTodo();
    });
}

void Simulation::flushParts()
{
    for (auto part = m_group.cbegin(); part != m_group.cend(); ++part)
        m_saved.parts.insert(part.key(), part.value());
    m_group.clear();
}

void Simulation::execute(const UploadCommand& command)
{
    const QString upload = m_machine->state().uploadId;
    const QByteArray token = m_token;
    if (const auto* part = std::get_if<command::SavePart>(&command)) {
        m_group.insert(part->number, m_machine->state().parts.value(part->number));
        at(100, [this, life = m_life] {
            if (life == m_life)
                flushParts();
        });
    } else if (std::holds_alternative<command::ForgetParts>(command)) {
        m_group.clear();
        m_saved.parts.clear();
    } else if (const auto* part = std::get_if<command::SendPart>(&command)) {
        sendPart(*part);
    } else if (const auto* put = std::get_if<command::PutObject>(&command)) {
        putObject(*put);
    } else if (std::holds_alternative<command::Create>(command)) {
        ask(0, [this, token] { return UploadEvent(event::Created{*m_store.create(token, m_now)}); });
    } else if (std::holds_alternative<command::FindUploads>(command)) {
        findUploads();
    } else if (const auto* list = std::get_if<command::ListParts>(&command)) {
        ask(0, [this, c = *list] {
            return eventFor(m_store.listParts(c.uploadId, c.afterPart, pageSize), 0,
                            [](const ListPartsPage& page) { return UploadEvent(event::PartsListed{page}); });
        });
    } else if (const auto* complete = std::get_if<command::Complete>(&command)) {
        if (!fileIsPromised()) {
            const qint64 request = ++m_lastRequest;
            m_open.insert(request, 0);
            failLater(request, 0, 1, fileChanged());
            return;
        }
        ask(0, [this, upload, c = *complete] {
            const auto answer = m_store.complete(upload, c.parts, c.condition == WriteCondition::IfNoneMatch);
            checkObject();
            return eventFor(answer, 0,
                            [](const CompleteUploadOutput& o) { return UploadEvent(event::Completed{o}); });
        });
    } else if (std::holds_alternative<command::Confirm>(command) ||
               std::holds_alternative<command::LookAtTarget>(command)) {
        ask(0, [this] {
            return eventFor(m_store.head(), 0,
                            [](const ObjectInfo& info) { return UploadEvent(event::ObjectSeen{info}); });
        });
    } else if (const auto* abort = std::get_if<command::AbortUpload>(&command)) {
        ask(0, [this, id = abort->uploadId] {
            const Result<void> answer = m_store.abort(id);
            return answer ? UploadEvent(event::UploadAborted{})
                          : UploadEvent(event::Failed{answer.error(), 0, 0});
        });
    } else if (const auto* wait = std::get_if<command::Wait>(&command)) {
        const qint64 number = ++m_lastRequest;
        m_wait = number;
        at(m_policy.delay(wait->attempt, wait->error, m_random).count(), [this, number, life = m_life] {
            if (life != m_life || number != m_wait)
                return;
            m_wait = 0;
            process(event::WaitOver{});
        });
    } else if (const auto* note = std::get_if<command::Note>(&command)) {
        tell(QStringLiteral("  note: %1 %2").arg(note->code, note->detail));
    }
}

// As UploadRunner does it: what waits behind the barrier has not begun; what is out is cut, and the store may
// have got it all the same, even a little later.
void Simulation::cancelAll()
{
    m_wait = 0;
    Error cut;
    cut.kind = ErrorKind::Cancelled;
    QList<UploadCommand> kept;
    for (const UploadCommand& command : std::as_const(m_todo)) {
        const bool journal = std::holds_alternative<command::SavePart>(command) ||
                             std::holds_alternative<command::ForgetParts>(command) ||
                             std::holds_alternative<command::SaveState>(command) ||
                             std::holds_alternative<command::Note>(command);
        if (journal) {
            kept.append(command);
        } else if (!std::holds_alternative<command::Wait>(command)) {
            const auto* part = std::get_if<command::SendPart>(&command);
            const qint64 request = ++m_lastRequest;
            m_open.insert(request, part ? part->number : 0);
            failLater(request, part ? part->number : 0, 1, cut);
        }
    }
    m_todo = kept;
    cut.maybeDone = true;
    for (auto request = m_open.cbegin(); request != m_open.cend(); ++request)
        failLater(request.key(), request.value(), 2, cut);
}

void Simulation::sendPart(const command::SendPart& command)
{
    const qint64 request = ++m_lastRequest;
    const int number = command.number;
    const bool unchanged = fileIsPromised();
    m_open.insert(request, number);
    if (!unchanged) {
        failLater(request, number, 1, fileChanged());
        return;
    }
    const Content digest = contentOf(number);
    at(m_random.between(1, 30), [this, request, number, digest, command, life = m_life] {
        if (life != m_life || !m_open.contains(request))
            return;
        if (!fileIsPromised()) {
            end(request, event::Failed{fileChanged(), number, 0});
            return;
        }
        if (!command.listedEtag.isEmpty() &&
            bareEtag(command.listedEtag) == ModelStore::md5Of(digest).toHex()) {
            end(request, event::PartStored{
                             number, StoredPart{command.listedEtag, ModelStore::md5Of(digest), {}, true}, 0});
            return;
        }
        m_open.remove(request);
        ++m_sends;
        arrive(number, digest, m_machine->state().uploadId, m_spec.plan.range(number).length);
    });
}

void Simulation::arrive(int number, Content digest, const QString& uploadId, qint64 size)
{
    ask(number, [this, number, digest, uploadId, size] {
        const auto answer = m_store.sendPart(uploadId, number, contentOf(number), digest, size);
        return eventFor(answer, number, [number, digest](const SendPartOutput& output) {
            return UploadEvent(
                event::PartStored{number, StoredPart{output.etag, ModelStore::md5Of(digest), {}, false}, 0});
        });
    });
}

void Simulation::putObject(const command::PutObject& command)
{
    if (!fileIsPromised()) {
        const qint64 request = ++m_lastRequest;
        m_open.insert(request, 0);
        failLater(request, 0, 1, fileChanged());
        return;
    }
    ++m_sends;
    const Content digest = contentOf(1);
    const bool ifAbsent = command.condition == WriteCondition::IfNoneMatch;
    ask(0, [this, digest, ifAbsent] {
        const auto answer = m_store.put(m_token, contentOf(1), digest, m_spec.plan.size, ifAbsent);
        checkObject();
        return eventFor(answer, 0, [digest](const PutObjectOutput& output) {
            return UploadEvent(event::ObjectPut{output, ModelStore::md5Of(digest), {}});
        });
    });
}

void Simulation::findUploads()
{
    const qint64 asked = m_machine->state().createAskedAtMs;
    ask(0, [this, asked] {
        event::UploadsFound found;
        const QList<ListedUpload> listed = m_store.listUploads(m_spec.key).uploads;
        for (const ListedUpload& upload : listed) {
            if (upload.initiated.toMSecsSinceEpoch() >= asked - 5'000)
                found.uploads.append(upload);
        }
        return UploadEvent(found);
    });
}

// One request: it may not leave, get lost, be refused, be done twice, or be done without our hearing of it.
void Simulation::ask(int part, Work work)
{
    constexpr qint64 stallTimeout = 60'000;
    const qint64 request = ++m_lastRequest;
    m_open.insert(request, part);
    const qint64 there = m_random.between(1, 300);
    const qint64 back = m_random.between(1, 300);
    if (!networkUp() || chance(0.02)) {
        ++m_spoiled;
        failLater(request, part, m_random.between(1, 50), transient("unreachable", 0, false));
    } else if (chance(0.02)) {
        ++m_spoiled;
        failLater(request, part, stallTimeout, transient("stalled", 0, true));
    } else if (chance(0.03)) {
        ++m_spoiled;
        failLater(request, part, there + back,
                  chance(0.5) ? transient("SlowDown", 503, false) : transient("InternalError", 500, false));
    } else {
        const bool lost = chance(0.03);
        const bool says500 = chance(0.01);
        m_spoiled += lost || says500 ? 1 : 0;
        if (part != 0 && chance(0.03))
            at(there + m_random.between(1, 500),
               [work] { work(); }); // the network stack sent it again by itself
        at(there, [this, request, part, work, back, lost, says500, life = m_life] {
            const bool cut = life != m_life || !m_open.contains(request);
            if (cut && m_random.chance(0.5))
                return; // the connection was cut before all of it had arrived
            const UploadEvent answer = work();
            if (lost)
                failLater(request, part, stallTimeout, transient("connection-lost", 0, true));
            else if (says500)
                failLater(request, part, back, transient("InternalError", 500, false));
            else
                at(back, [this, request, answer, life] {
                    if (life == m_life)
                        end(request, answer);
                });
        });
    }
}

void Simulation::failLater(qint64 request, int part, qint64 delay, const Error& error)
{
    at(delay, [this, request, part, error, life = m_life] {
        if (life == m_life)
            end(request, event::Failed{error, part, 0});
    });
}

void Simulation::end(qint64 request, const UploadEvent& event)
{
    if (m_open.remove(request) > 0)
        process(event);
}

} // namespace partway
