// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/allowedactions.h"

#include "format/errortext.h"
#include "format/transfertext.h"

#include <QCoreApplication>

namespace partway {

namespace {

RowActions allowedInAttention(const TransferRow& row)
{
    using enum RowAction;
    switch (row.attention) {
    case Attention::None:
    case Attention::SourceMissing:
        return Retry | Abort;
    case Attention::SourceChanged:
        return (row.copies ? RowActions() : RowActions(Repair)) | StartOver | Retry | Abort;
    case Attention::ObjectExists:
        return Replace | KeepBoth | Skip | Retry | Abort;
    case Attention::SignIn:
        return SignIn | Retry | Abort;
    case Attention::OutcomeUnknown:
        return Retry | StartOver | Abort;
    case Attention::CannotCopy:
        return ThroughHere | Retry | Abort;
    }
    return {};
}

// The buttons of a card: fewer than what is allowed, the likely ones.
RowActions cardButtons(const TransferRow& row)
{
    using enum RowAction;
    if (row.phase == Phase::Failed)
        return row.error && row.error->kind == ErrorKind::SignIn ? SignIn | Retry | Abort
                                                                 : Retry | StartOver | Abort;
    RowActions buttons = allowedInAttention(row);
    if (row.attention == Attention::SourceChanged || row.attention == Attention::ObjectExists)
        buttons.setFlag(Retry, false);
    if (row.attention == Attention::ObjectExists)
        buttons.setFlag(Abort, false); // to skip it says the same, and better
    return buttons;
}

CardText textFor(const TransferRow& row)
{
    CardText card;
    card.sentence = stateSentence(row);
    if (row.error) {
        const ErrorText text = describeError(*row.error);
        card.cause = text.sentence == card.sentence ? text.cause : errorLine(*row.error);
        if (const QString there = thereText(row); !there.isEmpty())
            card.cause = QCoreApplication::translate("AllowedActions", "On the server: %1. Here: %2.")
                             .arg(there, hereText(row));
    }
    return card;
}

} // namespace

RowActions allowedActions(const TransferRow& row)
{
    using enum RowAction;
    switch (row.phase) {
    case Phase::Waiting:
        return (row.queued ? RowActions(Pause) : RowActions()) | Resume | Abort | Move;
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
        return Pause | Abort | Move | (row.hold == Hold::SignIn ? RowActions(SignIn) : RowActions());
    case Phase::Paused:
        return Resume | Abort | Move;
    case Phase::NeedsAttention:
        return allowedInAttention(row);
    case Phase::Aborting:
        return {};
    case Phase::Failed:
        return Retry | StartOver | Abort |
               (row.error && row.error->kind == ErrorKind::SignIn ? RowActions(SignIn) : RowActions());
    case Phase::Aborted:
    case Phase::Skipped:
    case Phase::Finished:
        return Remove;
    }
    return {};
}

RowActions allowedActions(const QList<TransferRow>& rows)
{
    RowActions all;
    for (const TransferRow& row : rows)
        all |= allowedActions(row);
    return all;
}

QList<TransferId> idsAllowing(const QList<TransferRow>& rows, RowAction action)
{
    QList<TransferId> ids;
    for (const TransferRow& row : rows) {
        if (allowedActions(row).testFlag(action))
            ids.append(row.id);
    }
    return ids;
}

std::optional<CardText> cardFor(const TransferRow& row)
{
    if (row.phase == Phase::Failed || row.phase == Phase::NeedsAttention) {
        CardText card = textFor(row);
        card.buttons = cardButtons(row);
        return card;
    }
    if (row.phase == Phase::Aborted && row.leftovers)
        return textFor(row);
    if (isRunning(row.phase) && row.hold != Hold::None) {
        CardText card = textFor(row);
        card.calm = row.hold != Hold::SignIn;
        if (row.hold == Hold::SignIn)
            card.buttons = RowAction::SignIn;
        return card;
    }
    return std::nullopt;
}

} // namespace partway
