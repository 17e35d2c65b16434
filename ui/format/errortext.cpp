// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errortext.h"

#include "base/redact.h"
#include "format/errorentry.h"

#include <QCoreApplication>
#include <QHash>

namespace partway {

namespace {

QHash<QString, const ErrorEntry*> indexEntries()
{
    QHash<QString, const ErrorEntry*> index;
    for (const auto& entries : {fileErrors(), sourceErrors(), networkErrors(), accountErrors(),
                                companionErrors(), storeErrors(), incompleteErrors(), uploadErrors()}) {
        for (const ErrorEntry& entry : entries) {
            const QStringList codes = QString::fromLatin1(entry.codes).split(u' ');
            for (const QString& code : codes)
                index.insert(code, &entry);
        }
    }
    return index;
}

QString text(const char* source)
{
    return source ? QCoreApplication::translate("ErrorText", source) : QString();
}

QString plain(const QString& words)
{
    return redact(words.simplified()).left(300);
}

const char* sentenceOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Transient:
        return QT_TRANSLATE_NOOP("ErrorText", "The server could not be reached or had trouble.");
    case ErrorKind::Throttled:
        return QT_TRANSLATE_NOOP("ErrorText", "The server asks us to slow down.");
    case ErrorKind::Clock:
        return QT_TRANSLATE_NOOP("ErrorText", "The clock of this computer is wrong.");
    case ErrorKind::Redirect:
        return QT_TRANSLATE_NOOP("ErrorText", "The bucket is in another region than the account says.");
    case ErrorKind::SignIn:
        return QT_TRANSLATE_NOOP("ErrorText", "The server does not accept the sign-in.");
    case ErrorKind::Refused:
        return QT_TRANSLATE_NOOP("ErrorText", "The server refused the request.");
    case ErrorKind::NotFound:
        return QT_TRANSLATE_NOOP("ErrorText", "The server does not have what was asked for.");
    case ErrorKind::Conflict:
        return QT_TRANSLATE_NOOP("ErrorText", "The object exists or changed meanwhile.");
    case ErrorKind::LocalFile:
        return QT_TRANSLATE_NOOP("ErrorText", "A file on this computer cannot be used.");
    case ErrorKind::Cancelled:
        return QT_TRANSLATE_NOOP("ErrorText", "The request was cancelled.");
    case ErrorKind::Bug:
        return QT_TRANSLATE_NOOP("ErrorText", "Something went wrong that should not.");
    }
    return nullptr;
}

const char* causeOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Transient:
        return QT_TRANSLATE_NOOP("ErrorText", "Partway tries again by itself.");
    case ErrorKind::Throttled:
        return QT_TRANSLATE_NOOP("ErrorText", "Partway sends fewer parts at once and goes on by itself.");
    case ErrorKind::Clock:
        return QT_TRANSLATE_NOOP("ErrorText", "Set it right and retry.");
    case ErrorKind::Redirect:
        return QT_TRANSLATE_NOOP("ErrorText", "Check the region and the endpoint of the account.");
    case ErrorKind::SignIn:
        return QT_TRANSLATE_NOOP("ErrorText", "Check the access key and the secret key of the account.");
    case ErrorKind::Refused:
        return QT_TRANSLATE_NOOP("ErrorText", "You may lack a right, or the store lacks a feature.");
    case ErrorKind::NotFound:
        return QT_TRANSLATE_NOOP("ErrorText", "Check the bucket and the account.");
    case ErrorKind::Conflict:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "Someone else writes to the same place. Retry, or choose another one.");
    case ErrorKind::LocalFile:
        return QT_TRANSLATE_NOOP("ErrorText", "Check the file and its permissions, then retry.");
    case ErrorKind::Cancelled:
        return nullptr;
    case ErrorKind::Bug:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "The server may not be an S3 store, or Partway made a mistake. Retry; if it stays, "
                         "please report it.");
    }
    return nullptr;
}

// What the other side said in its own words, where that tells more than our sentence.
QString inItsOwnWords(const Error& error)
{
    const QString message = plain(error.message);
    const QString code = plain(error.code);
    if (error.httpStatus > 0 && !message.isEmpty() && !code.isEmpty())
        return QCoreApplication::translate("ErrorText", "The server said: “%1” (%2).").arg(message, code);
    if (error.httpStatus > 0 && !message.isEmpty())
        return QCoreApplication::translate("ErrorText", "The server said: “%1”.").arg(message);
    if (error.httpStatus > 0 && !code.isEmpty())
        return QCoreApplication::translate("ErrorText", "The server said: %1.").arg(code);
    if (error.httpStatus > 0)
        return QCoreApplication::translate("ErrorText", "The server answered with status %1.")
            .arg(error.httpStatus);
    if (!message.isEmpty())
        return QCoreApplication::translate("ErrorText", "In detail: %1")
            .arg(message.endsWith(u'.') ? message : message + u'.');
    return {};
}

// True where a code covers so many cases that only the store's own words tell which one it is.
bool needsOwnWords(const Error& error, const ErrorEntry* entry)
{
    static const QStringList broad{
        QStringLiteral("InvalidArgument"),         QStringLiteral("InvalidRequest"),
        QStringLiteral("NotImplemented"),          QStringLiteral("companion-bad-request"),
        QStringLiteral("companion-store-refused"), QStringLiteral("signed-url-refused"),
        QStringLiteral("file-too-large"),          QStringLiteral("part-size-too-small"),
        QStringLiteral("part-size-too-large"),     QStringLiteral("journal-failed"),
        QStringLiteral("keychain-failed"),         QStringLiteral("tls"),
        QStringLiteral("file-unreadable")};
    return !entry || broad.contains(error.code);
}

} // namespace

const ErrorEntry* findErrorEntry(const QString& code)
{
    static const QHash<QString, const ErrorEntry*> index = indexEntries();
    return index.value(code);
}

ErrorText describeError(const Error& error)
{
    const ErrorEntry* entry = findErrorEntry(error.code);
    ErrorText result;
    const bool isNamed = entry && entry->named && !error.resource.isEmpty();
    if (isNamed)
        result.sentence = text(entry->named).arg(plain(error.resource));
    else
        result.sentence = text(entry ? entry->sentence : sentenceOfKind(error.kind));
    if (isNamed && entry->namedCause)
        result.cause = text(entry->namedCause);
    else
        result.cause = text(entry ? entry->cause : causeOfKind(error.kind));
    if (needsOwnWords(error, entry)) {
        const QString words = inItsOwnWords(error);
        if (!words.isEmpty())
            result.cause =
                result.cause.isEmpty()
                    ? words
                    : QCoreApplication::translate("ErrorText", "%1 %2", "two sentences, one after the other")
                          .arg(result.cause, words);
    }
    return result;
}

QString keychainWaitText()
{
    return QCoreApplication::translate(
        "ErrorText", "Waiting for the keychain. A window of your system may be asking for its password, "
                     "perhaps behind this one.");
}

QString errorLine(const Error& error)
{
    const ErrorText parts = describeError(error);
    if (parts.cause.isEmpty())
        return parts.sentence;
    return QCoreApplication::translate("ErrorText", "%1 %2", "two sentences, one after the other")
        .arg(parts.sentence, parts.cause);
}

} // namespace partway
