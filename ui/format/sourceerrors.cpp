// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"file-truncated",
     QT_TRANSLATE_NOOP("ErrorText", "The file that is followed became shorter than what was sent of it."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” became shorter than what was sent of it."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The program that writes it began anew or cut it. Check and repair compares what is "
         "stored with the file as it is now and goes on following it; start over sends all of it.")},
    {"file-outgrew-plan", QT_TRANSLATE_NOOP("ErrorText", "The file grew beyond what fits into this upload."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” grew beyond what fits into this upload."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The store takes a limited number of parts, and their size was chosen before anyone knew "
         "how large the file becomes. Nothing of the file is lost: start over sends it in larger "
         "parts.")},
    {"stream-too-long",
     QT_TRANSLATE_NOOP("ErrorText", "The stream is longer than what fits into this upload."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The store takes a limited number of parts, and their size was chosen before anyone knew "
         "how long the stream is. Nothing was completed. Abort it, and pipe it again with "
         "--expected-size.")},
    {"stream-gone",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This transfer came through a pipe, and its bytes are not on this computer any more."),
     nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText", "What is stored is kept. Pipe the same bytes into “partway-cli resume” with the number "
                      "of the transfer: what the store has of them is not sent again.")},
    {"stream-shorter",
     QT_TRANSLATE_NOOP("ErrorText", "The stream ended before the end of what is stored of it."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "It is not the same stream as before. Nothing was completed, and what is stored is kept.")},
    {"stream-failed", QT_TRANSLATE_NOOP("ErrorText", "The stream cannot be read."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Standard input is closed or gave an error.")},
    {"spool-failed", QT_TRANSLATE_NOOP("ErrorText", "What came through the pipe cannot be kept on the disk."),
     QT_TRANSLATE_NOOP("ErrorText", "What came through the pipe cannot be kept in “%1”."),
     QT_TRANSLATE_NOOP(
         "ErrorText", "Until the store has them, the bytes of a stream are kept in a file beside the list of "
                      "transfers. Check that folder and its disk.")},
    {"follow-needs-equal-parts", QT_TRANSLATE_NOOP("ErrorText", "This upload cannot follow a growing file."),
     QT_TRANSLATE_NOOP("ErrorText", "The upload of “%1” cannot follow a growing file."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Another program began it with parts of different sizes. Wait until the file is complete.")},
    {"ticket-of-a-stream", QT_TRANSLATE_NOOP("ErrorText", "There is no ticket for what came through a pipe."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Another computer would have no file to go on from.")},
    {"ticket-still-growing",
     QT_TRANSLATE_NOOP("ErrorText", "There is no ticket for a file that is still written."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Wait until it is complete, or say that it is.")},
};

} // namespace

std::span<const ErrorEntry> sourceErrors()
{
    return entries;
}

} // namespace partway
