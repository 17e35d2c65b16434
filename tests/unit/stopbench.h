// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/modelstore.h"
#include "upload/uploadmachine.h"

#include <QStringList>

#include <optional>

namespace partway {

// The upload machine against the model of a store, one request after the other, and one moment at which it is
// stopped: while the request of a certain kind is out, which then ends in a certain way.
class StopBench
{
public:
    enum class Stop { None, Pause, Abort, Kill, NetworkLoss, SignInEnds };
    enum class Outcome {
        Success,   // done, and the answer came
        Lost,      // done, and no answer came
        NotDone,   // the connection went before anything was done
        Broken,    // 500, not done
        Throttled, // 503, not done
        Refused,   // 403, not done
    };

    StopBench(const QString& request, Stop stop, Outcome outcome);

    void run(); // until it ends, with a person who presses what the row offers

    const UploadMachine& machine() const { return *m_machine; }
    const ModelStore& store() const { return m_store; }
    bool wasStopped() const { return m_stopped; }
    int mostSends() const; // of one part
    int creates() const { return m_creates; }
    bool isWhole() const; // the object is there, from our hand, and all of it

private:
    void handle(const UploadEvent& event);
    void work();
    void answer(const UploadCommand& command, const QString& name);
    void cutWhatWaits();
    void stop(const UploadCommand& command);
    void goOn();
    void reborn();
    UploadEvent perform(const UploadCommand& command);
    UploadEvent failure(const UploadCommand& command, const Error& error) const;
    UploadRef ref(const QString& id) const { return {m_spec.bucket, m_machine->key(), id}; }

    QString m_request;
    Stop m_stop;
    Outcome m_outcome;
    UploadSpec m_spec;
    StoreProfile m_profile;
    ModelStore m_store;
    std::optional<UploadMachine> m_machine;
    UploadState m_saved;
    QList<UploadCommand> m_todo;
    bool m_stopped = false;
    bool m_prepared = false;    // the pause, kill or abort that leads to the request
    bool m_wasCut = false;      // since the stop
    QList<UploadCommand> m_cut; // ends with Cancelled
    bool m_signedOut = false;
    int m_away = 0; // requests that find no network
    int m_creates = 0;
    QMap<int, int> m_sends;
    qint64 m_now = 1'000'000;
};

} // namespace partway
