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
    {"copy-source-changed", QT_TRANSLATE_NOOP("ErrorText", "The source of the copy changed."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” changed since the copy began."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "The copy would be of two versions. Start over to copy it as it is now.")},
    {"copy-source-missing", QT_TRANSLATE_NOOP("ErrorText", "The source of the copy is not there any more."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is not there any more."),
     QT_TRANSLATE_NOOP("ErrorText", "What was copied of it is kept until you abort.")},
    {"copy-source-unreadable", QT_TRANSLATE_NOOP("ErrorText", "The source of the copy cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "The keys of its account may not be allowed to. What was copied of it is kept.")},
    {"copy-unsupported", QT_TRANSLATE_NOOP("ErrorText", "The store does not copy this by itself."),
     QT_TRANSLATE_NOOP("ErrorText", "The store does not copy “%1” by itself."),
     QT_TRANSLATE_NOOP("ErrorText", "Its bytes can pass through this computer instead: they are read from "
                                    "the one place and sent to the other.")},
    {"copy-needs-this-computer",
     QT_TRANSLATE_NOOP("ErrorText", "One service cannot read what another keeps."),
     QT_TRANSLATE_NOOP("ErrorText", "The other service cannot read “%1” by itself."),
     QT_TRANSLATE_NOOP("ErrorText", "Its bytes can pass through this computer instead "
                                    "(--through-this-computer on the command line).")},
    {"copy-onto-itself", QT_TRANSLATE_NOOP("ErrorText", "Source and destination of the copy are the same."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Choose another name, bucket or metadata.")},
    {"spool-unwritable",
     QT_TRANSLATE_NOOP("ErrorText", "There is no room for the part that passes through this computer."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Make room on the disk of Partway's own folder.")},
    {"operation-unsupported", QT_TRANSLATE_NOOP("ErrorText", "The store of this account cannot do that."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Not every store has every operation, and a server that holds the keys only "
                       "knows uploads.")},
    {"ticket-of-copy",
     QT_TRANSLATE_NOOP("ErrorText", "A copy from one place on a server to another needs no ticket."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Any computer with the accounts can begin it.")},
    {"adopt-file-smaller",
     QT_TRANSLATE_NOOP("ErrorText", "The file is smaller than what is stored of the upload."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It is another file, or was shortened. Choose the one the upload was begun from.")},
    {"adopt-no-match", QT_TRANSLATE_NOOP("ErrorText", "Nothing that is stored equals the file."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing that is stored equals “%1”."),
     QT_TRANSLATE_NOOP("ErrorText", "It is another file, or the server's ETags are no MD5s (encryption). "
                                    "With --force all of it is sent.")},
    {"adopt-checksum-unknown",
     QT_TRANSLATE_NOOP("ErrorText", "The upload was begun with a checksum that Partway does not compute."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Finish it with the program that began it, or abort it and upload the file anew.")},
    {"ticket-invalid", QT_TRANSLATE_NOOP("ErrorText", "This is not a resume ticket, or it is damaged."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Export it again on the computer where the transfer began.")},
    {"upload-ticket-invalid", QT_TRANSLATE_NOOP("ErrorText", "This is no upload ticket, or it is damaged."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is no upload ticket, or it is damaged."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask whoever made it to send it again.")},
    {"upload-ticket-unfinished", QT_TRANSLATE_NOOP("ErrorText", "Making this upload ticket was cut short."),
     QT_TRANSLATE_NOOP("ErrorText", "Making the upload ticket for “%1” was cut short."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Its upload may wait on the store: look for it there among the incomplete uploads and "
                       "abort it. Then delete this file and make the ticket again.")},
    {"upload-ticket-unreadable", QT_TRANSLATE_NOOP("ErrorText", "The upload ticket cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The upload ticket “%1” cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "It is needed for as long as its file is being sent. Put it back where it "
                       "was, or open it again from where it is now.")},
    {"upload-ticket-not-written", QT_TRANSLATE_NOOP("ErrorText", "The ticket could not be written."),
     QT_TRANSLATE_NOOP("ErrorText", "The ticket “%1” could not be written."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing was left on the store. Choose another place.")},
    {"ticket-expired", QT_TRANSLATE_NOOP("ErrorText", "The upload ticket has expired."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Ask whoever made it for a new one. What is stored waits on the server until "
                       "it is cleaned up there.")},
    {"ticket-refused", QT_TRANSLATE_NOOP("ErrorText", "The store does not accept the ticket any more."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The keys that signed it may have been withdrawn or have ended. Ask whoever "
                       "made it for a new one.")},
    {"ticket-used-up", QT_TRANSLATE_NOOP("ErrorText", "The upload of this ticket is gone."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It was finished, aborted or cleaned up on the server. A ticket is good for "
                       "one upload: ask for a new one.")},
    {"ticket-unsupported", QT_TRANSLATE_NOOP("ErrorText", "An upload ticket gives no right to do this."),
     nullptr, nullptr},
    {"ticket-of-directory-bucket",
     QT_TRANSLATE_NOOP("ErrorText", "There are no upload tickets for a directory bucket."),
     QT_TRANSLATE_NOOP("ErrorText", "There are no upload tickets for the directory bucket “%1”."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "What is sent to one is signed with sessions of five minutes, and a ticket "
                       "would be good for no longer. Choose a bucket for general purposes.")},
    {"ticket-wrong-size", QT_TRANSLATE_NOOP("ErrorText", "The file is not of the size the ticket is for."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is not of the size the ticket is for."),
     QT_TRANSLATE_NOOP("ErrorText", "Choose the file that was agreed on, or ask for a ticket for this one.")},
    {"ticket-newer", QT_TRANSLATE_NOOP("ErrorText", "A later Partway made this ticket."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Install that version to go on with it.")},
    {"ticket-other-size", QT_TRANSLATE_NOOP("ErrorText", "The file has another size than the ticket's."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” has another size than the ticket's file."),
     QT_TRANSLATE_NOOP("ErrorText", "It is another file, or it changed since.")},
    {"ticket-no-match",
     QT_TRANSLATE_NOOP("ErrorText", "Nothing of the file equals what the ticket says is stored."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing of “%1” equals what the ticket says is stored."),
     QT_TRANSLATE_NOOP("ErrorText", "It is another file than the one that was being sent.")},
    {"ticket-nothing-stored",
     QT_TRANSLATE_NOOP("ErrorText", "Nothing of this transfer is stored on the server yet."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "There is nothing to take along: upload the file on the other computer.")},
    {"ticket-ended", QT_TRANSLATE_NOOP("ErrorText", "This transfer has ended."), nullptr, nullptr},
    {"ticket-file-exists", QT_TRANSLATE_NOOP("ErrorText", "The file for the ticket exists already."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” exists already."),
     QT_TRANSLATE_NOOP("ErrorText", "Choose another name.")},
    {"ticket-not-written", QT_TRANSLATE_NOOP("ErrorText", "The ticket could not be written."),
     QT_TRANSLATE_NOOP("ErrorText", "The ticket “%1” could not be written."), nullptr},
    {"no-such-transfer", QT_TRANSLATE_NOOP("ErrorText", "There is no transfer of this number."), nullptr,
     nullptr},
    {"upload-is-a-row", QT_TRANSLATE_NOOP("ErrorText", "This upload is in the list of transfers already."),
     QT_TRANSLATE_NOOP("ErrorText", "This upload is in the list of transfers already, as number %1."),
     QT_TRANSLATE_NOOP("ErrorText", "Resume that one.")},
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
