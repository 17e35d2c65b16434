// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errortext.h"
#include "format/transfertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace partway {

namespace {

// What the detail of a history line is, so that the sentence can say it.
enum class Detail { None, Text, ErrorCode, AttentionName };

struct HistoryEntry
{
    const char* code;
    const char* sentence; // %1: the detail
    Detail detail;
};

const HistoryEntry entries[]{
    {"added", QT_TRANSLATE_NOOP("HistoryText", "Added to the queue."), Detail::None},
    {"started", QT_TRANSLATE_NOOP("HistoryText", "Started."), Detail::None},
    {"created", QT_TRANSLATE_NOOP("HistoryText", "The upload began on the server with the id %1."),
     Detail::Text},
    {"adopted-upload",
     QT_TRANSLATE_NOOP("HistoryText",
                       "An upload that was begun before was found on the server and goes on: %1."),
     Detail::Text},
    {"resumed", QT_TRANSLATE_NOOP("HistoryText", "Resumed."), Detail::None},
    {"paused", QT_TRANSLATE_NOOP("HistoryText", "Paused. The stored parts stay on the server."),
     Detail::None},
    {"reconciled", QT_TRANSLATE_NOOP("HistoryText", "Compared with the server. Parts kept: %1."),
     Detail::Text},
    {"parts-dropped",
     QT_TRANSLATE_NOOP("HistoryText",
                       "The server no longer had some parts as they were; they are sent again. Parts: %1."),
     Detail::Text},
    {"parts-rejected",
     QT_TRANSLATE_NOOP("HistoryText", "The server did not accept the list of parts. It is compared again."),
     Detail::None},
    {"part-retried", QT_TRANSLATE_NOOP("HistoryText", "Part %1 was sent again."), Detail::Text},
    {"part-damaged", QT_TRANSLATE_NOOP("HistoryText", "Part %1 arrived damaged and is sent again."),
     Detail::Text},
    {"restarted-vanished",
     QT_TRANSLATE_NOOP("HistoryText", "The upload %1 was no longer on the server. Everything is sent anew."),
     Detail::Text},
    {"handed-over",
     QT_TRANSLATE_NOOP("HistoryText",
                       "Handed over: the ticket %1 was written. It goes on here only when you resume it."),
     Detail::Text},
    {"repairing",
     QT_TRANSLATE_NOOP("HistoryText",
                       "The stored parts are compared with the file as it is now. Parts to compare: %1."),
     Detail::Text},
    {"source-closed",
     QT_TRANSLATE_NOOP("HistoryText", "The file or stream is complete. Its size is fixed: %1 bytes."),
     Detail::Text},
    {"close-asked", QT_TRANSLATE_NOOP("HistoryText", "You said that the file or stream is complete."),
     Detail::None},
    {"started-over", QT_TRANSLATE_NOOP("HistoryText", "Started over with the file as it is now."),
     Detail::None},
    {"listing-refused",
     QT_TRANSLATE_NOOP("HistoryText", "The server did not list the parts; our own records are used. %1"),
     Detail::ErrorCode},
    {"listing-unsupported",
     QT_TRANSLATE_NOOP("HistoryText", "The server cannot list parts; our own records are used."),
     Detail::None},
    {"condition-unsupported",
     QT_TRANSLATE_NOOP("HistoryText",
                       "The server cannot refuse to replace an object by itself; Partway looked instead."),
     Detail::None},
    {"needs-attention", QT_TRANSLATE_NOOP("HistoryText", "Stopped for your decision: %1."),
     Detail::AttentionName},
    {"replace-allowed", QT_TRANSLATE_NOOP("HistoryText", "You chose to replace the object that is there."),
     Detail::None},
    {"renamed", QT_TRANSLATE_NOOP("HistoryText", "An object of this name was there. The new name is %1."),
     Detail::Text},
    {"skipped", QT_TRANSLATE_NOOP("HistoryText", "Skipped, since the object was already there."),
     Detail::None},
    {"failed", QT_TRANSLATE_NOOP("HistoryText", "Failed. %1"), Detail::ErrorCode},
    {"abort-asked", QT_TRANSLATE_NOOP("HistoryText", "You asked to abort."), Detail::None},
    {"abort-refused",
     QT_TRANSLATE_NOOP("HistoryText", "The server did not let Partway delete the parts of the upload %1."),
     Detail::Text},
    {"aborted", QT_TRANSLATE_NOOP("HistoryText", "Aborted. Nothing of it is left on the server."),
     Detail::None},
    {"aborted-leftovers",
     QT_TRANSLATE_NOOP("HistoryText", "Aborted, but the server may still keep some of its parts."),
     Detail::None},
    {"leftovers", QT_TRANSLATE_NOOP("HistoryText", "The server may still keep parts of the upload %1."),
     Detail::Text},
    {"leftovers-unknown",
     QT_TRANSLATE_NOOP("HistoryText",
                       "It could not be found out whether an upload was left on the server. %1"),
     Detail::ErrorCode},
    {"finished", QT_TRANSLATE_NOOP("HistoryText", "Finished. The object is proven to be the file."),
     Detail::None},
    {"finished-unseen",
     QT_TRANSLATE_NOOP(
         "HistoryText",
         "Finished. Every part was compared as it was stored and the server says that the object "
         "is complete; it does not let anyone look."),
     Detail::None},
    {"finished-copy", QT_TRANSLATE_NOOP("HistoryText", "Finished. The copy is complete."), Detail::None},
    {"copy-unpinned",
     QT_TRANSLATE_NOOP("HistoryText",
                       "The server does not copy only a certain version; Partway looks at the source itself "
                       "before the end."),
     Detail::None},
    {"copy-tags-lost",
     QT_TRANSLATE_NOOP("HistoryText",
                       "The server refused the tags of the source: the copy has none of them."),
     Detail::None},
    {"copy-through-here",
     QT_TRANSLATE_NOOP("HistoryText", "You chose to let the copy pass through this computer."), Detail::None},
    {"key-given", QT_TRANSLATE_NOOP("HistoryText", "The server keeps it as %1."), Detail::Text},
    {"finished-before-abort",
     QT_TRANSLATE_NOOP("HistoryText",
                       "The object was complete before the abort reached the server, so it stays."),
     Detail::None},
    {"interrupted",
     QT_TRANSLATE_NOOP("HistoryText",
                       "Partway ended while this was running. It goes on from what is stored."),
     Detail::None},
    {"receipt-written", QT_TRANSLATE_NOOP("HistoryText", "The receipt was written to %1."), Detail::Text},
    {"receipt-not-written", QT_TRANSLATE_NOOP("HistoryText", "The receipt could not be written."),
     Detail::None},
};

QString sentenceOfCode(const QString& code)
{
    Error error;
    error.code = code;
    return describeError(error).sentence;
}

} // namespace

QString historySentence(const HistoryLine& line)
{
    const auto* entry =
        std::find_if(std::begin(entries), std::end(entries), [&line](const HistoryEntry& candidate) {
            return line.code == QLatin1String(candidate.code);
        });
    if (entry == std::end(entries)) // written by a later version
        return line.detail.isEmpty()
                   ? line.code
                   : QCoreApplication::translate("HistoryText", "%1: %2").arg(line.code, line.detail);
    const QString sentence = QCoreApplication::translate("HistoryText", entry->sentence);
    switch (entry->detail) {
    case Detail::None:
        return sentence;
    case Detail::Text:
        return sentence.arg(line.detail);
    case Detail::ErrorCode:
        return sentence.arg(sentenceOfCode(line.detail)).trimmed();
    case Detail::AttentionName: {
        TransferRow row;
        row.phase = Phase::NeedsAttention;
        row.attention = attentionFromName(line.detail);
        return sentence.arg(stateWords(row));
    }
    }
    return sentence;
}

} // namespace partway
