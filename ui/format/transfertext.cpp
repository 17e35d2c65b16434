// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/transfertext.h"

#include "format/errortext.h"
#include "format/growthtext.h"
#include "format/numbers.h"
#include "upload/existingobject.h"

#include <QCoreApplication>
#include <QLocale>

namespace partway {

namespace {

QString say(const char* source, const char* note = nullptr)
{
    return QCoreApplication::translate("TransferText", source, note);
}

QString holdWords(Hold hold)
{
    switch (hold) {
    case Hold::None:
        return {};
    case Hold::Backoff:
        return QCoreApplication::translate("TransferText", "Trying again soon");
    case Hold::Throttled:
        return QCoreApplication::translate("TransferText", "Slowed down by the server");
    case Hold::Network:
        return QCoreApplication::translate("TransferText", "Waiting for the network");
    case Hold::Portal:
        return QCoreApplication::translate("TransferText", "The network asks for a sign-in");
    case Hold::Proxy:
        return QCoreApplication::translate("TransferText", "The proxy asks for a sign-in");
    case Hold::SignIn:
        return QCoreApplication::translate("TransferText", "Waiting for sign-in");
    }
    return {};
}

QString holdSentence(Hold hold)
{
    switch (hold) {
    case Hold::None:
        return {};
    case Hold::Backoff:
        return QCoreApplication::translate("TransferText",
                                           "The last try did not work. Partway tries again in a moment.");
    case Hold::Throttled:
        return QCoreApplication::translate(
            "TransferText", "The server asked us to slow down. Fewer parts go at once for a while.");
    case Hold::Network:
        return QCoreApplication::translate(
            "TransferText", "The server cannot be reached. This goes on by itself when it can.");
    case Hold::Portal:
        return QCoreApplication::translate("TransferText", "A web page answers in the server's place. Open a "
                                                           "browser and sign in to the network; this goes on "
                                                           "by itself then.");
    case Hold::Proxy:
        return QCoreApplication::translate("TransferText",
                                           "The proxy lets nothing through before it knows you. When its "
                                           "user and password are right, this goes "
                                           "on by itself.");
    case Hold::SignIn:
        return QCoreApplication::translate("TransferText",
                                           "The account needs its keys. Sign in and this goes on by itself.");
    }
    return {};
}

QString attentionWords(const TransferRow& row)
{
    switch (row.attention) {
    case Attention::None:
        return QCoreApplication::translate("TransferText", "Needs attention");
    case Attention::SourceChanged:
        return row.copies ? QCoreApplication::translate("TransferText", "The source changed")
                          : QCoreApplication::translate("TransferText", "The file changed");
    case Attention::SourceMissing:
        if (row.copies)
            return QCoreApplication::translate("TransferText", "The source cannot be read");
        return QCoreApplication::translate("TransferText", "The file is missing");
    case Attention::ObjectExists:
        return QCoreApplication::translate("TransferText", "The object exists");
    case Attention::SignIn:
        return QCoreApplication::translate("TransferText", "Sign in needed");
    case Attention::OutcomeUnknown:
        return QCoreApplication::translate("TransferText", "Outcome not known");
    case Attention::CannotCopy:
        return QCoreApplication::translate("TransferText", "Copy through this computer?");
    }
    return {};
}

QString attentionSentence(Attention attention)
{
    switch (attention) {
    case Attention::None:
        return QCoreApplication::translate("TransferText", "This transfer waits for your decision.");
    case Attention::SourceChanged:
        return QCoreApplication::translate(
            "TransferText", "The file changed since it was added. Nothing more is sent until you decide.");
    case Attention::SourceMissing:
        return QCoreApplication::translate(
            "TransferText", "The file is not where it was. What is stored on the server is kept.");
    case Attention::ObjectExists:
        return QCoreApplication::translate("TransferText",
                                           "An object of this name is already on the server.");
    case Attention::SignIn:
        return QCoreApplication::translate(
            "TransferText", "The server does not accept the account's keys. What is stored is kept.");
    case Attention::OutcomeUnknown:
        return QCoreApplication::translate(
            "TransferText", "The server's last answer was lost and it does not show the object.");
    case Attention::CannotCopy:
        return QCoreApplication::translate("TransferText",
                                           "The store does not copy this by itself. Its bytes can pass "
                                           "through this computer instead.");
    }
    return {};
}

QString streamIsMissing()
{
    return QCoreApplication::translate("TransferText",
                                       "Its bytes came through a pipe. Pipe the same ones into “partway-cli "
                                       "resume” with its number; what is stored of them is not sent again.");
}

QString waitingSentence(const TransferRow& row)
{
    if (row.source == SourceKind::Stream && row.openEnd && !row.elsewhere && !row.queued)
        return streamIsMissing();
    if (row.elsewhere)
        return QCoreApplication::translate("TransferText", "Another Partway process works on this transfer.");
    if (row.queued)
        return QCoreApplication::translate("TransferText", "It begins by itself when its turn comes.");
    return QCoreApplication::translate("TransferText", "It begins when you resume it.");
}

QString sendingSentence(const TransferRow& row)
{
    if (!row.copies)
        return QCoreApplication::translate("TransferText", "The parts are being sent.");
    return row.throughHere
               ? QCoreApplication::translate("TransferText", "The parts pass through this computer.")
               : QCoreApplication::translate("TransferText", "The server copies the parts by itself.");
}

QString finishedCopySentence(const TransferRow& row)
{
    if (row.storesWord)
        return QCoreApplication::translate(
            "TransferText",
            "The copy is complete: its size is right and it was made of exactly the parts that the server "
            "copied from this version of the source. That the bytes are the same is the server's word; "
            "it shows no checksum to compare.");
    return QCoreApplication::translate("TransferText", "The copy is complete and proven to be its source.");
}

} // namespace

QString signInEndsText(const QString& accountName, qint64 needsSeconds, qint64 lastsSeconds)
{
    const QString needs = formatDuration(needsSeconds);
    if (lastsSeconds < 60)
        return QCoreApplication::translate(
                   "TransferText", "This needs about %1 more, and the sign-in of “%2” ends now. What is "
                                   "not sent by then stays stored and waits for the next one.")
            .arg(needs, accountName);
    return QCoreApplication::translate(
               "TransferText", "This needs about %1; the sign-in of “%2” ends in %3. What is not sent "
                               "by then stays stored and waits for the next one.")
        .arg(needs, accountName, formatDuration(lastsSeconds));
}

QString stateWords(const TransferRow& row)
{
    if (isRunning(row.phase) && row.hold != Hold::None)
        return holdWords(row.hold);
    const QString growth = growthWords(row);
    if (!growth.isEmpty())
        return growth;
    switch (row.phase) {
    case Phase::Waiting:
        if (row.hold == Hold::SignIn)
            return holdWords(row.hold);
        if (row.source == SourceKind::Stream && row.openEnd && !row.queued)
            return say(QT_TRANSLATE_NOOP("TransferText", "Waiting for its stream"));
        return say(QT_TRANSLATE_NOOP("TransferText", "Waiting"));
    case Phase::Creating:
        return say(QT_TRANSLATE_NOOP("TransferText", "Starting"));
    case Phase::Reconciling:
        return say(QT_TRANSLATE_NOOP("TransferText", "Comparing with the server"));
    case Phase::Sending:
        return row.copies ? say(QT_TRANSLATE_NOOP("TransferText", "Copying"))
                          : say(QT_TRANSLATE_NOOP("TransferText", "Sending"));
    case Phase::Completing:
        return say(QT_TRANSLATE_NOOP("TransferText", "Assembling on the server"));
    case Phase::Confirming:
        return say(QT_TRANSLATE_NOOP("TransferText", "Checking the object"));
    case Phase::Paused:
        return say(QT_TRANSLATE_NOOP("TransferText", "Paused"));
    case Phase::NeedsAttention:
        return attentionWords(row);
    case Phase::Aborting:
        return say(QT_TRANSLATE_NOOP("TransferText", "Aborting"));
    case Phase::Aborted:
        return row.leftovers ? say(QT_TRANSLATE_NOOP("TransferText", "Aborted, parts left"))
                             : say(QT_TRANSLATE_NOOP("TransferText", "Aborted"));
    case Phase::Skipped:
        return say(QT_TRANSLATE_NOOP("TransferText", "Skipped"));
    case Phase::Finished:
        return row.unseen || row.storesWord ? say(QT_TRANSLATE_NOOP("TransferText", "Finished"))
                                            : say(QT_TRANSLATE_NOOP("TransferText", "Finished, verified"));
    case Phase::Failed:
        return say(QT_TRANSLATE_NOOP("TransferText", "Failed"));
    }
    return {};
}

QString stateSentence(const TransferRow& row)
{
    if (isRunning(row.phase) && row.hold != Hold::None)
        return holdSentence(row.hold);
    const QString growth = growthSentence(row);
    if (!growth.isEmpty())
        return growth;
    switch (row.phase) {
    case Phase::Waiting:
        return row.hold == Hold::SignIn ? holdSentence(row.hold) : waitingSentence(row);
    case Phase::Creating:
        return say(QT_TRANSLATE_NOOP("TransferText", "The upload is being started on the server."));
    case Phase::Reconciling:
        return say(
            QT_TRANSLATE_NOOP("TransferText", "The server is asked which parts it holds; those are kept."));
    case Phase::Sending:
        return sendingSentence(row);
    case Phase::Completing:
        return say(QT_TRANSLATE_NOOP(
            "TransferText", "All parts are stored. The server puts them together, which may take minutes."));
    case Phase::Confirming:
        return row.copies ? say(QT_TRANSLATE_NOOP("TransferText", "The copy is compared with its source."))
                          : say(QT_TRANSLATE_NOOP("TransferText",
                                                  "The object on the server is compared with the file."));
    case Phase::Paused:
        if (row.handedOver)
            return say(QT_TRANSLATE_NOOP("TransferText",
                                         "Handed over with a resume ticket: another computer goes "
                                         "on with it. Resume takes it back."));
        if (row.source == SourceKind::Stream && row.openEnd && row.elsewhere)
            return say(QT_TRANSLATE_NOOP(
                "TransferText",
                "Paused. The pipe is not read on; whoever writes to it waits until this is resumed."));
        if (row.source == SourceKind::Followed && row.openEnd)
            return say(QT_TRANSLATE_NOOP("TransferText", "Paused. The stored parts stay on the server. When "
                                                         "it is resumed, the file is followed on."));
        return say(QT_TRANSLATE_NOOP("TransferText", "Paused. The stored parts stay on the server."));
    case Phase::NeedsAttention:
        return row.error ? describeError(*row.error).sentence : attentionSentence(row.attention);
    case Phase::Aborting:
        return say(QT_TRANSLATE_NOOP("TransferText", "The stored parts are being deleted on the server."));
    case Phase::Aborted:
        return row.leftovers
                   ? say(QT_TRANSLATE_NOOP("TransferText",
                                           "Aborted, but the server may still keep some of its parts."))
                   : say(QT_TRANSLATE_NOOP("TransferText", "Aborted. Nothing of it is left on the server."));
    case Phase::Skipped:
        return say(QT_TRANSLATE_NOOP("TransferText", "Skipped, since the object was already there."));
    case Phase::Finished:
        if (row.copies)
            return finishedCopySentence(row);
        return row.unseen
                   ? say(QT_TRANSLATE_NOOP("TransferText",
                                           "Every part was compared as it was stored, and the server says "
                                           "that the object is complete. It does not let anyone look."))
                   : say(QT_TRANSLATE_NOOP("TransferText",
                                           "The object is complete and proven to be the file."));
    case Phase::Failed:
        return row.error
                   ? describeError(*row.error).sentence
                   : say(QT_TRANSLATE_NOOP("TransferText", "The transfer failed. What is stored is kept."));
    }
    return {};
}

namespace {

QString sizeAndAge(qint64 size, const QDateTime& modified)
{
    if (!modified.isValid())
        return formatBytes(size);
    return QCoreApplication::translate("TransferText", "%1, changed %2", "size, when")
        .arg(formatBytes(size), formatWhen(modified, QDateTime::currentDateTimeUtc()));
}

} // namespace

QString hereText(const TransferRow& row)
{
    return sizeAndAge(row.size, row.modifiedMs > 0 ? QDateTime::fromMSecsSinceEpoch(row.modifiedMs, Qt::UTC)
                                                   : QDateTime());
}

QString thereText(const TransferRow& row)
{
    const std::optional<ExistingObject> there = row.error ? existingObject(*row.error) : std::nullopt;
    return there ? sizeAndAge(there->size, there->modified) : QString();
}

QString progressWords(const TransferRow& row)
{
    if (row.phase == Phase::Finished)
        return formatPercent(1, 1);
    if (row.openEnd)
        return QCoreApplication::translate("TransferText", "%1 stored").arg(formatBytes(row.storedBytes));
    return formatPercent(row.storedBytes, row.size);
}

QString spokenRow(const TransferRow& row)
{
    const QString percent = progressWords(row);
    const QString state = stateWords(row);
    const bool moving = row.phase == Phase::Sending && row.bytesPerSecond > 0;
    if (moving && row.secondsLeft >= 0) {
        return QCoreApplication::translate("TransferText", "%1, %2, %3, %4 left, %5",
                                           "spoken row: name, percentage, speed, time left, state")
            .arg(row.name(), percent, formatSpeed(row.bytesPerSecond), formatDuration(row.secondsLeft),
                 state);
    }
    if (moving) {
        return QCoreApplication::translate("TransferText", "%1, %2, %3, %4",
                                           "spoken row: name, percentage, speed, state")
            .arg(row.name(), percent, formatSpeed(row.bytesPerSecond), state);
    }
    return QCoreApplication::translate("TransferText", "%1, %2, %3", "spoken row: name, percentage, state")
        .arg(row.name(), percent, state);
}

QString partStateWords(PartState state)
{
    switch (state) {
    case PartState::Missing:
        return QCoreApplication::translate("TransferText", "Waiting", "a part");
    case PartState::Hashing:
        return QCoreApplication::translate("TransferText", "Reading", "a part");
    case PartState::Sending:
        return QCoreApplication::translate("TransferText", "Sending", "a part");
    case PartState::Retrying:
        return QCoreApplication::translate("TransferText", "Trying again", "a part");
    case PartState::Stored:
        return QCoreApplication::translate("TransferText", "Stored", "a part");
    case PartState::Adopted:
        return QCoreApplication::translate("TransferText", "Found on the server", "a part");
    case PartState::Failed:
        return QCoreApplication::translate("TransferText", "Failed", "a part");
    }
    return {};
}

} // namespace partway
