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
    {"abort-incomplete",
     QT_TRANSLATE_NOOP("ErrorText", "The server still shows parts of the aborted upload."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "They may cost money until they are gone. Abort it again in a while.")},
    {"abort-unsupported", QT_TRANSLATE_NOOP("ErrorText", "The store cannot abort uploads."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Only the store itself can remove the parts, by a rule of the bucket.")},
    {"listing-unsupported", QT_TRANSLATE_NOOP("ErrorText", "The store cannot list incomplete uploads."),
     QT_TRANSLATE_NOOP("ErrorText", "The store cannot list the incomplete uploads of “%1”."),
     QT_TRANSLATE_NOOP("ErrorText", "Those that Partway began are in its own list.")},
    {"driven-elsewhere", QT_TRANSLATE_NOOP("ErrorText", "Another Partway process works on this file."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Two never drive one upload. Wait for it, or pause it there.")},
    {"key-empty", QT_TRANSLATE_NOOP("ErrorText", "The object would have no name."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Give it one.")},
    {"name-needs-one-file", QT_TRANSLATE_NOOP("ErrorText", "One name cannot be given to several files."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Leave out the name, or upload one file.")},
    {"bucket-empty", QT_TRANSLATE_NOOP("ErrorText", "No bucket was named."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Say where to, as bucket/folder/.")},
    {"receipt-unreadable", QT_TRANSLATE_NOOP("ErrorText", "This is not a receipt of Partway."), nullptr,
     nullptr},
    {"receipt-newer", QT_TRANSLATE_NOOP("ErrorText", "A later Partway made this receipt."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Install that version to check it.")},
    {"receipt-contradicts-itself", QT_TRANSLATE_NOOP("ErrorText", "The receipt contradicts itself."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Its ETag or checksum does not follow from its parts: it was changed or damaged.")},
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
