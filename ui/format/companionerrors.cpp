// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"companion-failed",
     QT_TRANSLATE_NOOP("ErrorText", "The Companion server could not do it and does not say why."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It gives the same answer to every failure of its store; its own log tells more. What "
                       "is stored is kept: retry, or ask whoever runs the server.")},
    {"companion-store-refused",
     QT_TRANSLATE_NOOP("ErrorText", "The store does not accept the Companion server's own keys."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Its keys, clock or region are wrong. Only whoever runs the server can change that.")},
    {"companion-sign-in", QT_TRANSLATE_NOOP("ErrorText", "The Companion server does not accept the sign-in."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Check the sign-in header of the account, and whether the token in it has expired.")},
    {"companion-not-found",
     QT_TRANSLATE_NOOP("ErrorText", "There is no Companion server for S3 at this address."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Check the endpoint: it is the address that web pages use as companionUrl, perhaps "
                       "with a path. A server without a bucket has no S3 part.")},
    {"companion-redirects",
     QT_TRANSLATE_NOOP("ErrorText", "The Companion server sends Partway to another address."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Partway does not follow, since the sign-in would go along. If you trust the other "
                       "address, make it the endpoint of the account.")},
    {"companion-bad-request", QT_TRANSLATE_NOOP("ErrorText", "The Companion server refused the request."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "It may have rules of its own about names and kinds of files.")},
    {"not-companion", QT_TRANSLATE_NOOP("ErrorText", "The answer does not come from a Companion server."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Check the endpoint of the account, and whether a sign-in page of the "
                                    "network or a proxy is in between.")},
    {"companion-unsupported", QT_TRANSLATE_NOOP("ErrorText", "A Companion server cannot do this."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It takes uploads and nothing else: it lists no buckets, objects or incomplete "
                       "uploads. Whoever runs the server sees them in the store.")},
    {"companion-setting",
     QT_TRANSLATE_NOOP("ErrorText", "A Companion server takes no such setting for an object."),
     QT_TRANSLATE_NOOP("ErrorText", "A Companion server takes no setting of this kind: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "The server decides it. Upload without the setting.")},
    {"companion-header-invalid", QT_TRANSLATE_NOOP("ErrorText", "The sign-in header is not valid."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Write it as Name: value, such as Cookie: session=…, or only the token to be sent as "
                       "Authorization: Bearer.")},
    {"companion-header-in-clear",
     QT_TRANSLATE_NOOP("ErrorText", "The sign-in header would be readable for everyone on the way."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Partway sends it only over https. Change the endpoint of the account.")},
    {"companion-checksum",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The store refuses parts, since the Companion server signs them for an empty file."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Whoever runs the server has to set "
                                    "AWS_REQUEST_CHECKSUM_CALCULATION=WHEN_REQUIRED for it.")},
    {"signed-url-refused",
     QT_TRANSLATE_NOOP("ErrorText", "The store refuses the addresses that the Companion server signs."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A fresh one was refused as well. The server's keys may lack the right to "
                       "upload, have expired, or its clock is wrong.")},
    {"signed-url-invalid",
     QT_TRANSLATE_NOOP("ErrorText", "The Companion server gave an address that cannot be used."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Whoever runs the server should check where its store is.")},
    {"signed-url-in-clear",
     QT_TRANSLATE_NOOP("ErrorText", "The Companion server wants the file to be sent without encryption."),
     nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The server itself is reached over https, so Partway does not send the file over http.")},
    {"look-unsupported",
     QT_TRANSLATE_NOOP("ErrorText", "This server does not let anyone look at stored objects."), nullptr,
     nullptr},
};

} // namespace

std::span<const ErrorEntry> companionErrors()
{
    return entries;
}

} // namespace partway
