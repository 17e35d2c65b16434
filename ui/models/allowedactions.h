// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QFlags>
#include <QList>

namespace partway {

// What can be done with a row just now.
enum class RowAction {
    Pause = 0x001,
    Resume = 0x002,
    Abort = 0x004,
    Retry = 0x008,
    Replace = 0x010,
    StartOver = 0x020,
    Remove = 0x040, // from the list; only rows that have ended
    SignIn = 0x080,
    Move = 0x100,   // in the queue; also priority
    Repair = 0x200, // keep of what is stored what the file still has
    KeepBoth = 0x400,
    Skip = 0x800,
    ThroughHere = 0x1000, // a copy that the store cannot make by itself
};
Q_DECLARE_FLAGS(RowActions, RowAction)
Q_DECLARE_OPERATORS_FOR_FLAGS(RowActions)

// Pure.
RowActions allowedActions(const TransferRow& row);
RowActions allowedActions(const QList<TransferRow>& rows); // what at least one of them allows

// The rows of a selection that an action is for.
QList<TransferId> idsAllowing(const QList<TransferRow>& rows, RowAction action);

// What an error card says, and the buttons that fit. Empty: nothing to say.
struct CardText
{
    QString sentence;
    QString cause;
    RowActions buttons;
    bool calm = false; // it goes on by itself; nothing is wrong for good

    bool operator==(const CardText&) const = default;
};
std::optional<CardText> cardFor(const TransferRow& row);

} // namespace partway
