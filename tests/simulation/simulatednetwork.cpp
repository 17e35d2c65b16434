// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/checksum.h"
#include "s3/s3error.h"
#include "simulation/simulation.h"

#include <array>
#include <memory>
#include <utility>

namespace partway {

namespace {

constexpr qint64 stallTimeout = 60'000;

Error broken(const char* code, bool maybeDone)
{
    Error error;
    error.kind = ErrorKind::Transient;
    error.code = QString::fromLatin1(code);
    error.maybeDone = maybeDone;
    return error;
}

// As the store or a gateway says it, read by the reader that the product has.
Error answered(int status, const char* code, const char* retryAfter = nullptr)
{
    HttpReply reply;
    reply.status = status;
    if (code)
        reply.body = QByteArray("<?xml version=\"1.0\"?><Error><Code>") + code + "</Code></Error>";
    else
        reply.body = "<html><title>Bad gateway</title></html>";
    if (retryAfter)
        reply.headers.add("Retry-After", retryAfter);
    return errorFromReply(reply);
}

// Said before anything was done.
const Error& refusal(qint64 which)
{
    static const std::array<Error, 7> all{
        answered(503, "SlowDown"),      answered(503, "SlowDown", "3"),      answered(429, "TooManyRequests"),
        answered(500, "InternalError"), answered(503, "ServiceUnavailable"), answered(400, "RequestTimeout"),
        answered(502, nullptr)};
    return all[size_t(which)];
}

// Said although it was done.
const Error& wrongAnswer(qint64 which)
{
    static const std::array<Error, 3> all{answered(500, "InternalError"), answered(504, nullptr),
                                          answered(502, nullptr)};
    return all[size_t(which)];
}

} // namespace

// What goes wrong on the way there and back.
struct Simulation::Fault
{
    std::optional<Error> before; // the store refuses, and does nothing
    std::optional<Error> after;  // it is done, but the answer says this
    bool lost = false;           // it is done, and no answer comes
    int times = 1;               // how often it arrives
    bool lateAnswer = false;     // which of two answers is heard
    qint64 there = 1;
    qint64 back = 1;
};

qint64 Simulation::open(int part)
{
    const qint64 request = ++m_lastRequest;
    if (part != 0 && m_open.key(part, 0) != 0)
        violated("one request", QStringLiteral("part %1 is on its way twice").arg(part));
    if (part == 0 && m_open.key(0, 0) != 0)
        violated("one request", QStringLiteral("two control requests at once"));
    m_open.insert(request, part);
    return request;
}

Simulation::Fault Simulation::drawFault(const Exchange& exchange)
{
    Fault fault;
    fault.there = m_decisions.between("net: there", 1, 300);
    fault.back = m_decisions.between("net: back", 1, 300);
    if (chance("net: held up on the way", 0.02))
        fault.there += m_decisions.between("net: held up for", 100, 1'200);
    if (m_signedOut)
        fault.before = answered(403, "ExpiredToken");
    else if (chance("store: refuses for now", 0.03))
        fault.before = refusal(m_decisions.between("store: refusal", 0, 6));
    else if (chance("net: answer lost", 0.03))
        fault.lost = true;
    else if (chance("store: wrong answer", 0.015))
        fault.after = wrongAnswer(m_decisions.between("store: which wrong answer", 0, 2));
    if (exchange.repeatable && chance("net: sent twice", 0.03)) {
        fault.times = 2;
        fault.lateAnswer = m_decisions.chance("net: second answer heard", 0.5);
    }
    return fault;
}

void Simulation::ask(Exchange exchange)
{
    const qint64 request = open(exchange.part);
    const bool up = calm() || m_agenda.now() >= m_downUntil;
    if (!up || chance("net: unreachable", 0.02)) {
        failLater(request, exchange.part, m_decisions.between("net: notices after", 1, 50),
                  broken("host-unreachable", false));
    } else if (chance("net: stalls", 0.015)) {
        failLater(request, exchange.part, stallTimeout, broken("stalled", true));
    } else if (exchange.bytes > 0 && chance("net: cut in a body", 0.02)) {
        // Some of its bytes arrived: the store waits for the rest and keeps nothing.
        const qint64 sent = m_decisions.between("net: cut after", 0, exchange.bytes - 1);
        failLater(request, exchange.part, m_decisions.between("net: cut at", 1, 300),
                  broken("connection-lost", true), sent);
    } else {
        deliver(request, exchange, drawFault(exchange));
    }
}

void Simulation::deliver(qint64 request, const Exchange& exchange, const Fault& fault)
{
    const auto file = std::make_shared<ModelFile>(m_file);
    const bool here = copiesOnServer(); // the store reads the source, each time
    for (int i = 0; i < fault.times; ++i) {
        Fault one = fault;
        one.there += i == 0 ? 0 : m_decisions.between("net: repeated after", 1, 500);
        const bool heard = fault.times == 1 || (i == 1) == fault.lateAnswer;
        m_agenda.at(one.there, [this, request, exchange, one, heard, here, file, i, life = m_life] {
            if (i == 0)
                *file = m_file;
            if (heard)
                arrive(request, exchange, one, life);
            else if (!one.before)
                arriveUnheard(exchange, i == 0 || here ? m_file : *file);
        });
    }
}

// The first of two is cut, and the client reads the file anew for the second. But where the answer to the
// first is heard, somebody on the way repeated it, who has only the bytes of the first.
void Simulation::arriveUnheard(const Exchange& exchange, const ModelFile& read)
{
    const ModelFile now = std::exchange(m_file, read);
    (void)exchange.work();
    m_file = now;
}

void Simulation::arrive(qint64 request, const Exchange& exchange, const Fault& fault, int life)
{
    const bool cut = life != m_life || !m_open.contains(request);
    if (cut && m_decisions.chance("net: cut before it arrived", 0.5))
        return;
    const int part = exchange.part;
    if (fault.before) {
        if (life == m_life)
            failLater(request, part, fault.back, *fault.before, exchange.bytes);
        return;
    }
    const UploadEvent answer = exchange.work();
    if (life != m_life)
        return;
    if (fault.lost)
        failLater(request, part, fault.back + stallTimeout / 10, broken("connection-lost", true),
                  exchange.bytes);
    else if (fault.after)
        failLater(request, part, fault.back, *fault.after, exchange.bytes);
    else
        endLater(request, fault.back, answer);
}

void Simulation::failLater(qint64 request, int part, qint64 delay, const Error& error, qint64 sent)
{
    endLater(request, delay, event::Failed{error, part, sent});
}

void Simulation::endLater(qint64 request, qint64 delay, const UploadEvent& event)
{
    m_agenda.at(delay, [this, request, event, life = m_life] {
        if (life == m_life)
            end(request, event);
    });
}

// What a whole listing did not show the process need not have, even where a later one shows it again.
void Simulation::letGoOfLost()
{
    m_stored.removeIf([this](const QPair<QString, int>& part) {
        return part.first == m_listedUpload &&
               bareEtag(m_listed.value(part.second).etag) != bareEtag(m_storedEtags.value(part.second));
    });
}

void Simulation::end(qint64 request, const UploadEvent& event)
{
    if (m_open.remove(request) == 0)
        return;
    if (const auto* failed = std::get_if<event::Failed>(&event)) {
        if (failed->error.code == QLatin1String("InvalidPart"))
            m_stored.clear(); // what it was told is not so
        if (failed->error.kind != ErrorKind::Cancelled)
            tell(QStringLiteral("  %1 fails: %2%3")
                     .arg(failed->part == 0 ? QStringLiteral("the request")
                                            : QStringLiteral("part %1").arg(failed->part),
                          failed->error.code,
                          failed->error.maybeDone ? QStringLiteral(", perhaps done") : ""));
    } else if (const auto* stored = std::get_if<event::PartStored>(&event)) {
        if (!m_store.givenEtags.contains(bareEtag(stored->part.etag)))
            violated("stored is true",
                     QStringLiteral("part %1 counts, and the store never said that it has it")
                         .arg(stored->number));
        m_stored.insert({m_machine->state().uploadId, stored->number});
        m_storedEtags.insert(stored->number, stored->part.etag);
        m_storedMd5s.insert(stored->number, stored->part.md5);
    } else if (const auto* listed = std::get_if<event::PartsListed>(&event)) {
        for (const ListedPart& part : listed->page.parts)
            m_listed.insert(part.number, part);
        m_listedWhole = !listed->page.truncated;
        if (m_listedWhole)
            letGoOfLost();
    } else if (std::holds_alternative<event::Completed>(event) ||
               std::holds_alternative<event::ObjectPut>(event)) {
        m_answered = true;
    }
    process(event);
}

} // namespace partway
