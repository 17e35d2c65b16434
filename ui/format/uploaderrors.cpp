// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"object-exists", QT_TRANSLATE_NOOP("ErrorText", "An object of this name is already there."),
     QT_TRANSLATE_NOOP("ErrorText", "The object “%1” is already there."),
     QT_TRANSLATE_NOOP("ErrorText", "Replace it, or abort this transfer and choose another place.")},
    {"outcome-unknown", QT_TRANSLATE_NOOP("ErrorText", "It is not known whether the object was completed."),
     nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The server's last answer was lost, and it does not let Partway look at the object. Look "
         "yourself, then retry or start over.")},
    {"object-differs etag-differs",
     QT_TRANSLATE_NOOP("ErrorText", "The object on the server is not the file."),
     QT_TRANSLATE_NOOP("ErrorText", "The object “%1” on the server is not the file."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Its size or checksum differs. Someone else may have written it at the same time. Start over "
         "to send the file again.")},
    {"object-replaced", QT_TRANSLATE_NOOP("ErrorText", "Another object has this name now."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Someone else wrote it at the same time. Start over to send the file again.")},
    {"object-not-visible", QT_TRANSLATE_NOOP("ErrorText", "The server does not show the object yet."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Some stores need a moment. Retry looks again; nothing is sent twice.")},
    {"part-list-gap", QT_TRANSLATE_NOOP("ErrorText", "The list of stored parts has a gap."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Partway never completes a shorter object. Retry compares with the server and sends what is "
         "missing. Please report this.")},
    {"abort-not-finished",
     QT_TRANSLATE_NOOP("ErrorText", "The server still shows parts of the aborted upload."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "They may cost money until they are gone. Partway tries again.")},
    {"upload-vanished", QT_TRANSLATE_NOOP("ErrorText", "The upload is no longer on the server."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "It was aborted by someone else or by a clean-up rule of the bucket. Partway starts over.")},
};

} // namespace

std::span<const ErrorEntry> uploadErrors()
{
    return entries;
}

} // namespace partway
