// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/stopbench.h"

#include "s3/s3error.h"

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 partSize = 1000;
constexpr int partCount = 4;

QString nameOf(const UploadCommand& command)
{
    struct Namer
    {
        QString operator()(const command::LookAtTarget&) const { return "look"; }
        QString operator()(const command::Create&) const { return "create"; }
        QString operator()(const command::FindUploads&) const { return "find"; }
        QString operator()(const command::SendPart&) const { return "part"; }
        QString operator()(const command::PutObject&) const { return "put"; }
        QString operator()(const command::ListParts&) const { return "list"; }
        QString operator()(const command::Complete&) const { return "complete"; }
        QString operator()(const command::Confirm&) const { return "confirm"; }
        QString operator()(const command::AbortUpload&) const { return "abort"; }
        QString operator()(const command::SaveState&) const { return {}; }
        QString operator()(const command::SavePart&) const { return {}; }
        QString operator()(const command::ForgetParts&) const { return {}; }
        QString operator()(const command::RecheckParts&) const { return {}; }
        QString operator()(const command::SavePlan&) const { return {}; }
        QString operator()(const command::CancelAll&) const { return {}; }
        QString operator()(const command::Wait&) const { return {}; }
        QString operator()(const command::Note&) const { return {}; }
    };
    return std::visit(Namer{}, command);
}

Error says(const char* code, int status, bool maybeDone = false)
{
    Error error;
    error.code = QString::fromLatin1(code);
    error.kind = status == 0 ? ErrorKind::Transient : kindForCode(error.code, status);
    error.httpStatus = status;
    error.maybeDone = maybeDone;
    return error;
}

Error cancelled()
{
    Error error = says("cancelled", 0, true);
    error.kind = ErrorKind::Cancelled;
    return error;
}

Error outcomeError(StopBench::Outcome outcome)
{
    switch (outcome) {
    case StopBench::Outcome::Success:
        break;
    case StopBench::Outcome::Lost:
        return says("connection-lost", 0, true);
    case StopBench::Outcome::NotDone:
        return says("host-unreachable", 0);
    case StopBench::Outcome::Broken:
        return says("InternalError", 500, true);
    case StopBench::Outcome::Throttled:
        return says("SlowDown", 503);
    case StopBench::Outcome::Refused:
        return says("AccessDenied", 403);
    }
    return {};
}

} // namespace

StopBench::StopBench(const QString& request, Stop stop, Outcome outcome)
    : m_request(request), m_stop(stop), m_outcome(outcome)
{
    m_spec.bucket = QStringLiteral("bucket");
    m_spec.key = "film.mov";
    m_spec.plan.size = partCount * partSize;
    m_spec.plan.partSize = partSize;
    m_spec.plan.count = partCount;
    if (request == QLatin1String("put")) {
        m_spec.plan.partSize = m_spec.plan.size;
        m_spec.plan.count = 1;
        m_spec.plan.direct = true;
    }
    if (request == QLatin1String("look"))
        m_spec.ifExists = IfExists::Ask;
    m_saved.token = QStringLiteral("token");
    m_machine.emplace(m_spec, m_profile, m_saved);
}

int StopBench::mostSends() const
{
    const QList<int> counts = m_sends.values();
    return counts.isEmpty() ? 0 : *std::max_element(counts.cbegin(), counts.cend());
}

bool StopBench::isWhole() const
{
    const ModelStore::Object object = m_store.objects.value(m_spec.key);
    bool whole = object.token == "token" && object.contents.size() == m_spec.plan.count;
    for (int i = 0; whole && i < m_spec.plan.count; ++i)
        whole = object.contents.at(i) == ModelFile::contentOf(1, m_spec.plan.range(i + 1));
    return whole;
}

void StopBench::handle(const UploadEvent& event)
{
    m_now += 10;
    for (const UploadCommand& command : m_machine->handle(event, m_now)) {
        if (std::holds_alternative<command::CancelAll>(command)) {
            m_wasCut = true;
            cutWhatWaits();
        } else {
            m_todo.append(command);
        }
    }
}

// Requests that have not begun end with Cancelled; journal writes stay.
void StopBench::cutWhatWaits()
{
    QList<UploadCommand> kept;
    for (const UploadCommand& command : std::as_const(m_todo)) {
        if (!nameOf(command).isEmpty())
            m_cut.append(command);
        else if (!std::holds_alternative<command::Wait>(command))
            kept.append(command);
    }
    m_todo = kept;
}

void StopBench::reborn()
{
    m_machine.emplace(m_spec, m_profile, m_saved);
    m_todo.clear();
    m_cut.clear();
    handle(event::Slots{2});
    handle(event::Start{});
}

void StopBench::run()
{
    handle(event::Slots{2});
    handle(event::Start{});
    constexpr int mostRounds = 50;
    for (int round = 0; round < mostRounds && !isEnded(m_machine->phase()); ++round) {
        work();
        m_now += 1'000;
        goOn();
    }
}

void StopBench::work()
{
    constexpr int most = 10'000; // it must not go round for ever
    for (int steps = 0; steps < most && (!m_todo.isEmpty() || !m_cut.isEmpty()); ++steps) {
        if (!m_cut.isEmpty()) {
            const UploadCommand cut = m_cut.takeFirst();
            handle(failure(cut, cancelled()));
            continue;
        }
        const UploadCommand command = m_todo.takeFirst();
        if (const auto* part = std::get_if<command::SavePart>(&command)) {
            if (m_machine->state().parts.contains(part->number))
                m_saved.parts.insert(part->number, m_machine->state().parts.value(part->number));
        } else if (std::holds_alternative<command::ForgetParts>(command)) {
            m_saved.parts.clear();
        } else if (std::holds_alternative<command::SaveState>(command)) {
            const auto parts = m_saved.parts;
            m_saved = m_machine->state();
            m_saved.parts = parts;
        } else if (const auto* wait = std::get_if<command::Wait>(&command)) {
            m_now += 1'000 + 1'000 * wait->error.retryAfterSeconds;
            handle(event::WaitOver{});
        } else if (const QString name = nameOf(command); !name.isEmpty()) {
            answer(command, name);
        }
    }
}

void StopBench::answer(const UploadCommand& command, const QString& name)
{
    const bool second = name != QLatin1String("part") || m_machine->state().parts.size() == 1;
    const bool prepares = (m_request == QLatin1String("list") || m_request == QLatin1String("abort")) &&
                          name == QLatin1String("part") && second;
    if (prepares && !std::exchange(m_prepared, true)) {
        m_request == QLatin1String("list") ? handle(event::Pause{}) : handle(event::Abort{});
        handle(failure(command, cancelled()));
    } else if (m_request == QLatin1String("find") && name == QLatin1String("create") &&
               !std::exchange(m_prepared, true)) {
        (void)perform(command);
        reborn();
    } else if (name == m_request && second && !m_stopped) {
        stop(command);
    } else if (m_signedOut) {
        handle(failure(command, says("ExpiredToken", 403)));
    } else if (m_away > 0) {
        --m_away;
        handle(failure(command, says("host-unreachable", 0)));
    } else {
        handle(perform(command));
    }
}

// The stop comes while the request is out; then the request ends.
void StopBench::stop(const UploadCommand& command)
{
    m_stopped = true;
    m_wasCut = false;
    const bool done = m_outcome == Outcome::Success || m_outcome == Outcome::Lost;
    const UploadEvent answered = done ? perform(command) : UploadEvent(event::WaitOver{});
    UploadEvent ending = m_outcome == Outcome::Success ? answered : failure(command, outcomeError(m_outcome));
    const bool unheard = m_outcome == Outcome::Lost || m_outcome == Outcome::NotDone;
    switch (m_stop) {
    case Stop::None:
        break;
    case Stop::Pause:
    case Stop::Abort:
        m_stop == Stop::Pause ? handle(event::Pause{}) : handle(event::Abort{});
        if (unheard && m_wasCut)
            ending = failure(command, cancelled());
        break;
    case Stop::Kill:
        reborn();
        return;
    case Stop::NetworkLoss:
        m_away = 3;
        break;
    case Stop::SignInEnds:
        m_signedOut = true;
        break;
    }
    handle(ending);
}

void StopBench::goOn()
{
    const UploadState& state = m_machine->state();
    m_signedOut = false;
    if (state.phase == Phase::Paused)
        handle(event::Start{});
    else if (state.phase == Phase::NeedsAttention && state.attention == Attention::ObjectExists)
        handle(event::Replace{});
    else if (state.phase == Phase::NeedsAttention && state.attention == Attention::OutcomeUnknown)
        handle(event::StartOver{m_spec.plan});
    else
        handle(event::Retry{});
}

UploadEvent StopBench::failure(const UploadCommand& command, const Error& error) const
{
    const auto* part = std::get_if<command::SendPart>(&command);
    return event::Failed{error, part ? part->number : 0, 0};
}

UploadEvent StopBench::perform(const UploadCommand& command)
{
    const QString upload = m_machine->state().uploadId;
    const auto body = [this](int number) {
        const ByteRange range = m_spec.plan.range(number);
        const Content content = ModelFile::contentOf(1, range);
        return ArrivingBody{content, content, true, range.length, m_now};
    };
    if (const auto* part = std::get_if<command::SendPart>(&command)) {
        const QByteArray md5 = ModelStore::md5Of(body(part->number).content);
        if (bareEtag(part->listedEtag) == md5.toHex())
            return event::PartStored{part->number, StoredPart{part->listedEtag, md5, {}, true}, 0};
        ++m_sends[part->number];
        const auto sent = m_store.sendPart(ref(upload), part->number, body(part->number), m_now);
        if (!sent)
            return failure(command, sent.error());
        return event::PartStored{part->number, StoredPart{sent->etag, md5, {}, false}, partSize};
    }
    if (const auto* put = std::get_if<command::PutObject>(&command)) {
        ++m_sends[1];
        const auto made =
            m_store.put(m_machine->key(), "token", body(1), put->condition == WriteCondition::IfNoneMatch);
        return made ? UploadEvent(event::ObjectPut{*made, ModelStore::md5Of(body(1).content), {}})
                    : failure(command, made.error());
    }
    if (const auto* complete = std::get_if<command::Complete>(&command)) {
        const auto made = m_store.complete(ref(upload), complete->parts,
                                           complete->condition == WriteCondition::IfNoneMatch, m_now);
        return made ? UploadEvent(event::Completed{*made}) : failure(command, made.error());
    }
    if (std::holds_alternative<command::Create>(command)) {
        ++m_creates;
        return event::Created{*m_store.create(m_machine->key(), "token", m_now, true)};
    }
    if (std::holds_alternative<command::FindUploads>(command))
        return event::UploadsFound{m_store.listUploads(m_machine->key(), m_now)->uploads};
    if (const auto* list = std::get_if<command::ListParts>(&command)) {
        const auto page = m_store.listParts(ref(list->uploadId), list->afterPart, 1000, m_now);
        return page ? UploadEvent(event::PartsListed{*page}) : failure(command, page.error());
    }
    if (const auto* abort = std::get_if<command::AbortUpload>(&command)) {
        const auto gone = m_store.abort(ref(abort->uploadId), m_now);
        return gone ? UploadEvent(event::UploadAborted{}) : failure(command, gone.error());
    }
    const auto seen = m_store.head(m_machine->key());
    return seen ? UploadEvent(event::ObjectSeen{*seen}) : failure(command, seen.error());
}

} // namespace partway
