// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ticketaccount.h"

#include "store/ticketstore.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace partway {

bool isTicket(const Account& account)
{
    return account.provider == ticketProvider;
}

QString ticketFileOf(const Account& account)
{
    return isTicket(account) ? account.profile : QString();
}

Account ticketAccount(const UploadTicket& ticket, const QString& ticketPath)
{
    const QByteArray what = ticket.origin.scheme.toUtf8() + "://" + ticket.origin.hostHeader() + '\n' +
                            ticket.bucket.toUtf8() + '\n' + ticket.key + '\n' + ticket.uploadId.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex();
    Account account;
    account.id = QStringLiteral("ticket-") + QString::fromLatin1(hash.left(16));
    account.name = QFileInfo(ticketPath).fileName();
    account.provider = ticketProvider;
    account.endpoint = Endpoint{.origin = ticket.origin, .pathPrefix = {}}.text();
    account.secretSource = SecretSource::None;
    account.bucket = ticket.bucket;
    account.profile = QFileInfo(ticketPath).absoluteFilePath();
    return account;
}

} // namespace partway
