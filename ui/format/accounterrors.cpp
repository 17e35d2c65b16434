// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"account-missing", QT_TRANSLATE_NOOP("ErrorText", "The account of this transfer no longer exists."),
     QT_TRANSLATE_NOOP("ErrorText", "There is no account “%1”."),
     QT_TRANSLATE_NOOP("ErrorText", "Add the account again, or remove the transfer from the list.")},
    {"account-none", QT_TRANSLATE_NOOP("ErrorText", "There is no account to upload with yet."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Add an account, or try it with the sandbox.")},
    {"account-name-empty", QT_TRANSLATE_NOOP("ErrorText", "The account needs a name."), nullptr, nullptr},
    {"access-key-empty", QT_TRANSLATE_NOOP("ErrorText", "The account needs an access key."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Your store shows it together with the secret key when you make one.")},
    {"profile-name-empty", QT_TRANSLATE_NOOP("ErrorText", "The account needs the name of a profile."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Profiles are in the files “config” and “credentials” of the folder .aws.")},
    {"process-empty", QT_TRANSLATE_NOOP("ErrorText", "The account needs the program that prints its keys."),
     nullptr, nullptr},
    {"role-arn-invalid", QT_TRANSLATE_NOOP("ErrorText", "This is not the ARN of a role."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "It looks like arn:aws:iam::123456789012:role/NAME. Without a role, name the MFA device.")},
    {"role-duration", QT_TRANSLATE_NOOP("ErrorText", "A session lasts from 15 minutes to 36 hours."), nullptr,
     nullptr},
    {"sso-incomplete",
     QT_TRANSLATE_NOOP("ErrorText",
                       "Single sign-on needs a start address, its region, an account number and a role."),
     nullptr, nullptr},
    {"keys-source-unknown",
     QT_TRANSLATE_NOOP("ErrorText", "This Partway does not know how to get the account's keys."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "The account was made by a later one.")},
    {"secret-key-empty", QT_TRANSLATE_NOOP("ErrorText", "The account needs a secret key."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Your store shows it only once, when you make the access key. Enter it again when "
                       "the access key or the place where it is kept changes.")},
    {"endpoint-empty", QT_TRANSLATE_NOOP("ErrorText", "The account needs an endpoint."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "That is the address of the store, such as https://s3.example.com.")},
    {"endpoint-scheme", QT_TRANSLATE_NOOP("ErrorText", "The endpoint must begin with https:// or http://."),
     nullptr, nullptr},
    {"endpoint-invalid", QT_TRANSLATE_NOOP("ErrorText", "The endpoint is not a valid address."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is not a valid address of a store."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "It should look like https://s3.example.com:9000, without a bucket or a question mark.")},
    {"ca-file-unreadable",
     QT_TRANSLATE_NOOP("ErrorText", "The file with the account's authority cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The CA file “%1” cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "It must exist and hold certificates in PEM form. Choose it again.")},
    {"place-empty", QT_TRANSLATE_NOOP("ErrorText", "The destination needs a bucket."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Write it as bucket/prefix, such as media/raw/2026.")},
    {"place-scheme", QT_TRANSLATE_NOOP("ErrorText", "The destination is not a place in an S3 store."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is not a place in an S3 store."),
     QT_TRANSLATE_NOOP("ErrorText", "Write it as s3://bucket/prefix or bucket/prefix.")},
    {"place-invalid", QT_TRANSLATE_NOOP("ErrorText", "This cannot be the name of a bucket."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” cannot be the name of a bucket."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Names of buckets have letters, digits, dots and dashes, at least three.")},
    {"keychain-none", QT_TRANSLATE_NOOP("ErrorText", "This computer has no keychain that Partway could use."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Start GNOME Keyring or KWallet, or keep the secret key for this session only.")},
    {"keychain-no-entry",
     QT_TRANSLATE_NOOP("ErrorText", "The keychain did not give the account's secret key."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "It may still be locked, or the entry was deleted. Unlock it and retry, or enter the secret "
         "key again.")},
    {"keychain-locked", QT_TRANSLATE_NOOP("ErrorText", "The keychain is locked."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Unlock it and retry.")},
    {"keychain-timeout", QT_TRANSLATE_NOOP("ErrorText", "The keychain did not answer in time."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It may be asking for its password in another window. Answer it and retry.")},
    {"keychain-failed", QT_TRANSLATE_NOOP("ErrorText", "The keychain did not work."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Retry, or keep the secret key for this session only.")},
    {"environment-keys-missing", QT_TRANSLATE_NOOP("ErrorText", "There are no keys in the environment."),
     nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or choose an account that has its own "
         "keys.")},
    {"session-keys-missing",
     QT_TRANSLATE_NOOP("ErrorText", "The account's secret key was kept for one session only."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Enter the secret key again to go on.")},
};

} // namespace

std::span<const ErrorEntry> accountErrors()
{
    return entries;
}

} // namespace partway
