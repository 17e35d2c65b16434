// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/inventory.h"

#include <QQueue>

namespace partway {

// One upload that a person wants gone.
struct AbortWish
{
    UploadRef upload;
    QDateTime begun{};      // as the store says
    int partsSeen = -1;     // when it was chosen; -1: not known
    bool look = false;      // it may be in use: look at its parts first …
    bool evenInUse = false; // … but the person was told and wants it gone all the same
};

// Aborts many, some at a time, each with a look until it is gone. Destroying it stops; what was not yet told
// is then not known to be done. Error beside the inventory's: Conflict "upload-in-use", with what was seen in
// `message` as "parts of the last minute/parts more than before/begun just now (1)": nothing was done to it.
// Conflict "upload-finished": it had become an object, which is untouched, and is not listed any more.
// Engine thread.
class AbortRun
{
public:
    using Ended = std::function<void(const AbortWish&, const Result<void>&)>;

    AbortRun(ObjectStore& store, Inventory::Pace pace, int together = 6);
    ~AbortRun();

    // ended: each once, in any order. done: after the last. Never from inside.
    void start(const QList<AbortWish>& wishes, Ended ended, std::function<void()> done);

private:
    void more();
    void begin(const AbortWish& wish);
    void abort(const AbortWish& wish);
    void end(const AbortWish& wish, const Result<void>& result);

    ObjectStore& m_store;
    int m_together;
    QQueue<AbortWish> m_waiting;
    int m_running = 0;
    Ended m_ended;
    std::function<void()> m_done;
    std::shared_ptr<int> m_alive = std::make_shared<int>();
    Inventory m_inventory; // last: with it all answers stop
};

} // namespace partway
