// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace partway {

// The text of one error. All texts are English sources for the translation context "ErrorText".
struct ErrorEntry
{
    const char* codes;                // one or more codes, separated by blanks
    const char* sentence;             // when it is not known what the error was about
    const char* named;                // with %1 for the resource; null: the sentence says it all
    const char* cause;                // the likely cause and what to do; null: none
    const char* namedCause = nullptr; // the same where it is known what the error was about, if it differs
};

std::span<const ErrorEntry> fileErrors();       // files, folders, the journal, accounts.json
std::span<const ErrorEntry> sourceErrors();     // sources that grow: followed files, streams
std::span<const ErrorEntry> networkErrors();    // no answer came
std::span<const ErrorEntry> accountErrors();    // accounts and the keychain
std::span<const ErrorEntry> companionErrors();  // a server that holds the keys
std::span<const ErrorEntry> storeErrors();      // codes of S3 (s3-reference §6.1)
std::span<const ErrorEntry> incompleteErrors(); // incomplete uploads and clean-up rules
std::span<const ErrorEntry> uploadErrors();     // what the upload machine found out

const ErrorEntry* findErrorEntry(const QString& code); // null: no such code

} // namespace partway
