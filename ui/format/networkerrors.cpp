// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"host-not-found", QT_TRANSLATE_NOOP("ErrorText", "The server's name cannot be found."),
     QT_TRANSLATE_NOOP("ErrorText", "The server “%1” cannot be found."),
     QT_TRANSLATE_NOOP("ErrorText", "You may be offline, or the endpoint of the account is misspelt.")},
    {"refused", QT_TRANSLATE_NOOP("ErrorText", "The server refuses the connection."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” refuses the connection."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "It may not be running, or the port in the account's endpoint is not the right one.")},
    {"connection-lost", QT_TRANSLATE_NOOP("ErrorText", "The connection was lost."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Partway goes on by itself as soon as the server can be reached.")},
    {"unreachable network-unreachable", QT_TRANSLATE_NOOP("ErrorText", "There is no network."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Partway goes on by itself as soon as there is one.")},
    {"stalled", QT_TRANSLATE_NOOP("ErrorText", "Nothing moved for a minute, so the request was cut."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "The line is very slow or broken. Partway tries again by itself.")},
    {"tls", QT_TRANSLATE_NOOP("ErrorText", "No secure connection could be made."),
     QT_TRANSLATE_NOOP("ErrorText", "No secure connection to “%1” could be made."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "The endpoint may not speak TLS at this port, or something in between disturbs it.")},
    {"tls-unknown-ca", QT_TRANSLATE_NOOP("ErrorText", "Nobody this computer trusts vouches for the server."),
     QT_TRANSLATE_NOOP("ErrorText", "Nobody this computer trusts vouches for “%1”."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "If the server has a certificate of your own organisation, choose its CA file in the account. "
         "Otherwise do not trust this network.")},
    {"tls-expired", QT_TRANSLATE_NOOP("ErrorText", "The server's certificate is not valid at this time."),
     QT_TRANSLATE_NOOP("ErrorText", "The certificate of “%1” is not valid at this time."),
     QT_TRANSLATE_NOOP("ErrorText", "It has expired, or the clock of this computer is wrong.")},
    {"tls-wrong-host", QT_TRANSLATE_NOOP("ErrorText", "The server's certificate is for another name."),
     QT_TRANSLATE_NOOP("ErrorText", "The certificate that “%1” shows is for another name."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Check the endpoint; a bucket name with dots needs path addressing. Otherwise do not trust "
         "this network.")},
    {"proxy-sign-in", QT_TRANSLATE_NOOP("ErrorText", "The proxy asks for a sign-in."),
     QT_TRANSLATE_NOOP("ErrorText", "The account's proxy “%1” does not accept the sign-in."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the name and password of the proxy in your system's settings."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Open Accounts, choose Edit… and, under Network, enter the user and password of "
                       "the proxy again.")},
    {"proxy-unreachable", QT_TRANSLATE_NOOP("ErrorText", "The proxy cannot be reached."),
     QT_TRANSLATE_NOOP("ErrorText", "The account's proxy “%1” cannot be reached."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the proxy in your system's network settings."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Open Accounts, choose Edit… and, under Network, check the proxy's address, or "
                       "choose “As the system says” there.")},
    {"proxy-invalid", QT_TRANSLATE_NOOP("ErrorText", "This is not the address of a proxy."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It looks like http://proxy.example.com:3128 or socks5://127.0.0.1:1080; its "
                       "name and password have fields of their own.")},
    {"client-certificate-unreadable",
     QT_TRANSLATE_NOOP("ErrorText", "The client certificate cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The client certificate “%1” cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "Choose it again in the account.")},
    {"client-certificate-empty", QT_TRANSLATE_NOOP("ErrorText", "The file holds no certificate."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” holds no certificate."),
     QT_TRANSLATE_NOOP("ErrorText", "A client certificate is a file in PEM or PKCS#12 form.")},
    {"client-key-unreadable", QT_TRANSLATE_NOOP("ErrorText", "The client certificate's key cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "The client certificate's key cannot be read from “%1”."),
     QT_TRANSLATE_NOOP("ErrorText", "It is in PEM form beside the certificate, or within a PKCS#12 file. A "
                                    "password that it may have must be right.")},
    {"reply-too-long", QT_TRANSLATE_NOOP("ErrorText", "The server's answer is far too long."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "This is probably not an S3 store. Check the endpoint of the account.")},
    {"captive-portal", QT_TRANSLATE_NOOP("ErrorText", "A web page answers in the server's place."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The network may want you to sign in: open a browser and see. If it does not, the "
                       "endpoint of the account is no S3 store.")},
    {"not-s3 not-http", QT_TRANSLATE_NOOP("ErrorText", "The server does not answer like an S3 store."),
     nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The endpoint may be another kind of server. Check the account's endpoint and its port.")},
};

} // namespace

std::span<const ErrorEntry> networkErrors()
{
    return entries;
}

} // namespace partway
