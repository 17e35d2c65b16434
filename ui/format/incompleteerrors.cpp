// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"lifecycle-unsupported", QT_TRANSLATE_NOOP("ErrorText", "The store has no clean-up rules."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Nothing was changed. Abort old incomplete uploads from the list of them, now and then.")},
    {"lifecycle-not-understood",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The rules of the bucket are written in a way that Partway does not understand."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "The rules of “%1” are written in a way that Partway does not understand."),
     QT_TRANSLATE_NOOP("ErrorText", "So that no rule of others is damaged, nothing was changed.")},
    {"lifecycle-changed",
     QT_TRANSLATE_NOOP("ErrorText", "Somebody has changed the rules of the bucket in the meantime."),
     QT_TRANSLATE_NOOP("ErrorText", "Somebody has changed the rules of “%1” in the meantime."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing was written. Look at the difference again.")},
    {"lifecycle-ignored", QT_TRANSLATE_NOOP("ErrorText", "The store took the rule and did not keep it."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "It says yes to what it does not know. Nothing was changed.")},
    {"lifecycle-altered", QT_TRANSLATE_NOOP("ErrorText", "The store made something else of the rules."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Look at the rules of the bucket as they are now.")},
    {"upload-in-use", QT_TRANSLATE_NOOP("ErrorText", "Someone is still sending parts."),
     QT_TRANSLATE_NOOP("ErrorText", "Someone is still sending parts to “%1”."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing was aborted.")},
    {"upload-finished", QT_TRANSLATE_NOOP("ErrorText", "This upload had become an object already."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The object is untouched; an abort would have made it unreadable. The store had only "
                       "kept its record of the upload, which is cleared now.")},
    {"prices-unreadable", QT_TRANSLATE_NOOP("ErrorText", "Your own prices could not be read."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "The prices that came with the program are used.")},
    {"prices-not-saved", QT_TRANSLATE_NOOP("ErrorText", "Your own prices could not be saved."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "The folder of the settings is full or may not be written.")},
    {"aborts-unreadable",
     QT_TRANSLATE_NOOP("ErrorText", "The list of aborts still to be done could not be read."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "It was put aside as aborts.json.bad; abort those uploads once more.")},
    {"aborts-not-saved",
     QT_TRANSLATE_NOOP("ErrorText", "The list of aborts still to be done could not be saved."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "What failed is not tried again after a restart. The disk may be full.")},
    {"find-no-part",
     QT_TRANSLATE_NOOP("ErrorText", "No part is stored, so that there is nothing to look for."), nullptr,
     nullptr},
    {"find-uncheckable",
     QT_TRANSLATE_NOOP("ErrorText", "The store says nothing about the bytes of the first part."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It is encrypted, or has a checksum that Partway does not compute. Choose the "
                       "file yourself.")},
};

} // namespace

std::span<const ErrorEntry> incompleteErrors()
{
    return entries;
}

} // namespace partway
