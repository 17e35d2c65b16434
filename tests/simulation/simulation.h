// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/retrypolicy.h"
#include "simulation/modelstore.h"
#include "simulation/seededrandomness.h"
#include "upload/uploadmachine.h"

#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <queue>

namespace partway {

// One life of one transfer, from a seed: the real upload machine and retry policy against a model of a store,
// with a clock of its own, a network that delays, loses and repeats, a process that dies, a file that changes
// and a person who pauses, aborts and retries. After some time the faults cease; then it must come to an end,
// and the end must be true.
class Simulation
{
public:
    struct Outcome
    {
        QString broken; // empty: every invariant held
        Phase end = Phase::Waiting;
        QStringList story; // what happened, with times
    };

    explicit Simulation(quint64 seed);
    Outcome run();

private:
    using Action = std::function<void()>;
    using Work =
        std::function<UploadEvent()>; // what the store does when a request arrives, and what it answers

    // The world.
    void at(qint64 ms, Action action);
    void tell(const QString& line);
    void violated(const QString& what);
    bool calm() const { return m_now >= m_calmAt; }
    bool networkUp() const { return calm() || m_now >= m_downUntil; }
    bool chance(double p) { return !calm() && m_random.chance(p); }
    void planTrouble();
    void trouble();
    void watch();
    void help();

    // The process: what UploadRunner does, on the model's clock.
    void live();
    void die();
    void process(const UploadEvent& event);
    void runTodo();
    void saveState();
    void flushParts();
    void execute(const UploadCommand& command);
    void cancelAll();
    void sendPart(const command::SendPart& command);
    void arrive(int number, Content digest, const QString& uploadId, qint64 size);
    void putObject(const command::PutObject& command);
    void findUploads();
    void ask(int part, Work work);
    void end(qint64 request, const UploadEvent& event);
    void failLater(qint64 request, int part, qint64 delay, const Error& error);

    // The file.
    Content contentOf(int part) const { return m_fileContent * 1000 + Content(part); }
    bool fileIsPromised() const { return m_fileStamp == m_promisedStamp; }
    Error fileChanged() const;

    // Invariants.
    void checkObject();
    void checkFinished();
    void checkEnd();

    struct Later
    {
        qint64 ms;
        qint64 order;
        Action action;
        bool operator>(const Later& other) const
        {
            return std::tie(ms, order) > std::tie(other.ms, other.order);
        }
    };

    SeededRandomness m_random;
    RetryPolicy m_policy;
    qint64 m_now = 1'000'000;
    qint64 m_order = 0;
    std::priority_queue<Later, std::vector<Later>, std::greater<Later>> m_agenda;
    qint64 m_calmAt = 0;
    qint64 m_downUntil = 0;
    Outcome m_outcome;

    ModelStore m_store;
    StoreProfile m_profile;
    UploadSpec m_spec;
    QByteArray m_token;
    bool m_othersObject = false; // a second client wrote to the key

    Content m_fileContent = 1;
    int m_fileStamp = 1; // size, time and identity, as one number
    Content m_promisedContent = 1;
    int m_promisedStamp = 1;

    std::unique_ptr<UploadMachine> m_machine; // null: the process is dead
    UploadState m_saved;                      // the journal
    UploadSpec m_savedSpec;
    QMap<int, StoredPart> m_group; // parts handed to the journal, not yet written
    QList<UploadCommand> m_todo;
    bool m_saving = false;
    int m_life = 0; // answers to an earlier life are not heard
    qint64 m_lastRequest = 0;
    QMap<qint64, int> m_open; // request → part (0: control)
    qint64 m_wait = 0;        // the wait that counts; others were dropped
    int m_startOvers = 0;
    int m_sends = 0;
    int m_spoiled = 0; // sends that may have been for nothing
};

} // namespace partway
