// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"file-missing", QT_TRANSLATE_NOOP("ErrorText", "The file does not exist."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” does not exist."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "It was moved, renamed or deleted, or its drive is not connected. Put it back and retry.")},
    {"file-unreadable", QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” cannot be read."),
     QT_TRANSLATE_NOOP(
         "ErrorText", "You may lack the right to read it, or its drive has a fault. Check its permissions.")},
    {"file-not-regular", QT_TRANSLATE_NOOP("ErrorText", "This is not an ordinary file."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is not an ordinary file."),
     QT_TRANSLATE_NOOP("ErrorText", "Devices, sockets and pipes cannot be uploaded.")},
    {"file-is-folder", QT_TRANSLATE_NOOP("ErrorText", "This is a folder, not a file."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is a folder, not a file."),
     QT_TRANSLATE_NOOP("ErrorText", "Something else took the place of the file. Add the folder anew.")},
    {"file-changed", QT_TRANSLATE_NOOP("ErrorText", "The file changed while it was being uploaded."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” changed while it was being uploaded."),
     QT_TRANSLATE_NOOP(
         "ErrorText", "Another program wrote to it. Check and repair sends only the parts that differ; start "
                      "over sends the whole file as it is now.")},
    {"file-content-changed",
     QT_TRANSLATE_NOOP("ErrorText", "The file's content changed while it was being uploaded."),
     QT_TRANSLATE_NOOP("ErrorText", "The content of “%1” changed while it was being uploaded."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Another program wrote to it and left its size and time as they were. Every part is "
                       "compared again before it counts.")},
    {"source-shorter", QT_TRANSLATE_NOOP("ErrorText", "The file became shorter while it was being read."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” became shorter while it was being read."),
     QT_TRANSLATE_NOOP(
         "ErrorText", "Another program wrote to it. Check and repair sends only the parts that differ; start "
                      "over sends the whole file as it is now.")},
    {"file-too-large", QT_TRANSLATE_NOOP("ErrorText", "The file is too large for this store."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is too large for this store."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The store limits the size of an object and the number of its parts. Nothing was sent.")},
    {"part-size-too-small", QT_TRANSLATE_NOOP("ErrorText", "The part size is too small for this file."),
     nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The store takes a limited number of parts, each of a least size. Choose a larger part size "
         "or leave it automatic.")},
    {"part-size-too-large", QT_TRANSLATE_NOOP("ErrorText", "The part size is larger than the store takes."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Choose a smaller part size or leave it automatic.")},
    {"folder-unreadable", QT_TRANSLATE_NOOP("ErrorText", "The folder cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The folder “%1” cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "You may lack the right to open it. Its files were left out.")},
    {"link-skipped", QT_TRANSLATE_NOOP("ErrorText", "A link was left out."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is a link and was left out."),
     QT_TRANSLATE_NOOP("ErrorText", "Links are followed only when you ask for it.")},
    {"link-broken", QT_TRANSLATE_NOOP("ErrorText", "A link leads nowhere."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is a link that leads nowhere."),
     QT_TRANSLATE_NOOP("ErrorText", "The file that it points to was moved or deleted.")},
    {"link-loop", QT_TRANSLATE_NOOP("ErrorText", "A link leads back to a folder above it."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is a link that leads back to a folder above it."),
     QT_TRANSLATE_NOOP("ErrorText", "Following it would never end, so it was left out.")},
    {"name-not-utf8", QT_TRANSLATE_NOOP("ErrorText", "The name of a file is not valid text."),
     QT_TRANSLATE_NOOP("ErrorText", "The name of “%1” is not valid text."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Its letters are not in UTF-8, so it cannot be the name of an object. Rename the file.")},
    {"not-a-local-file", QT_TRANSLATE_NOOP("ErrorText", "Only files on this computer can be uploaded."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is not on this computer."),
     QT_TRANSLATE_NOOP("ErrorText", "Save it to a folder first and add it from there.")},
    {"path-cannot-be-sent", QT_TRANSLATE_NOOP("ErrorText", "The name of the object cannot be sent."),
     QT_TRANSLATE_NOOP("ErrorText", "The name “%1” cannot be sent."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "It contains a folder named “.” or “..”. Choose another prefix or rename it.")},
    {"key-too-long", QT_TRANSLATE_NOOP("ErrorText", "The name of the object is too long."),
     QT_TRANSLATE_NOOP("ErrorText", "The name “%1” is too long."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Stores take at most 1,024 bytes. Choose a shorter prefix or rename the file.")},
    {"journal-corrupt",
     QT_TRANSLATE_NOOP("ErrorText", "The list of transfers is damaged and cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of transfers in “%1” is damaged and cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "The damaged file was moved aside. Parts that are stored on the server stay there "
                       "until they are aborted, but files that were not finished have to be added again.")},
    {"journal-newer", QT_TRANSLATE_NOOP("ErrorText", "The list of transfers was written by a later Partway."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of transfers in “%1” was written by a later Partway."),
     QT_TRANSLATE_NOOP("ErrorText", "Install the latest version to open it. Nothing was changed.")},
    {"journal-read-only", QT_TRANSLATE_NOOP("ErrorText", "The list of transfers cannot be written."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of transfers in “%1” cannot be written."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The folder or its file is read-only. Without it Partway could not go on after a crash, so "
         "nothing is sent.")},
    {"disk-full", QT_TRANSLATE_NOOP("ErrorText", "The disk with the list of transfers is full."),
     QT_TRANSLATE_NOOP("ErrorText", "The disk with “%1” is full."),
     QT_TRANSLATE_NOOP("ErrorText", "Free some space. Nothing that is stored on the server is lost.")},
    {"journal-failed", QT_TRANSLATE_NOOP("ErrorText", "The list of transfers cannot be opened or written."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of transfers in “%1” cannot be opened or written."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Check the folder and the disk. Nothing that is stored on the server is lost.")},
    {"receipt-not-written", QT_TRANSLATE_NOOP("ErrorText", "The receipt could not be written."),
     QT_TRANSLATE_NOOP("ErrorText", "The receipt “%1” could not be written."),
     QT_TRANSLATE_NOOP("ErrorText", "The object itself is complete. Check the disk and the folder.")},
    {"accounts-corrupt",
     QT_TRANSLATE_NOOP("ErrorText", "The list of accounts is damaged and cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of accounts “%1” is damaged and cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The damaged file was kept aside. Add your accounts again.")},
    {"accounts-newer", QT_TRANSLATE_NOOP("ErrorText", "The list of accounts was written by a later Partway."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of accounts “%1” was written by a later Partway."),
     QT_TRANSLATE_NOOP("ErrorText", "Install the latest version to use it. Nothing was changed.")},
    {"accounts-not-saved", QT_TRANSLATE_NOOP("ErrorText", "The account could not be saved."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of accounts “%1” could not be saved."),
     QT_TRANSLATE_NOOP("ErrorText", "The settings folder is read-only or its disk is full.")},
    {"accounts-unreadable", QT_TRANSLATE_NOOP("ErrorText", "The list of accounts cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The list of accounts “%1” cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the permissions of the settings folder.")},
};

} // namespace

std::span<const ErrorEntry> fileErrors()
{
    return entries;
}

} // namespace partway
