// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/temporarykeys.h"

#include "s3/hash.h"
#include "support/sandbox/failure.h"

namespace partway::sandbox {
namespace {

const QByteArray tokenStart = "temporary.";

QByteArray sealOf(const Keys& lasting, const QByteArray& word, const QByteArray& text)
{
    return hmacSha256(lasting.secretKey.reveal(), word + ':' + text).toHex();
}

Keys keysFor(const Keys& lasting, const QByteArray& token)
{
    Keys keys = lasting;
    keys.accessKey = "ASIA" + sealOf(lasting, "id", token).left(16).toUpper();
    keys.secretKey = Secret(sealOf(lasting, "secret", token).left(40));
    keys.sessionToken = Secret(token);
    return keys;
}

} // namespace

bool isTemporaryToken(const QByteArray& token)
{
    return token.startsWith(tokenStart);
}

// temporary.<milliseconds>.<bucket in hex>.<seal>
Credentials makeTemporaryKeys(const Keys& lasting, const QByteArray& bucket, const QDateTime& expires)
{
    const QByteArray said =
        tokenStart + QByteArray::number(expires.toMSecsSinceEpoch()) + '.' + bucket.toHex();
    const Keys keys = keysFor(lasting, said + '.' + sealOf(lasting, "token", said));
    return {keys.accessKey, keys.secretKey, keys.sessionToken, expires};
}

Keys keysOfToken(const Keys& lasting, const QByteArray& token, const QByteArray& bucket, const QDateTime& now)
{
    const QList<QByteArray> fields = token.split('.');
    const qsizetype seal = token.lastIndexOf('.');
    if (fields.size() != 4 || !isTemporaryToken(token) ||
        token.mid(seal + 1) != sealOf(lasting, "token", token.left(seal)))
        throw failure("InvalidToken");
    if (now.toMSecsSinceEpoch() >= fields.at(1).toLongLong())
        throw failure("ExpiredToken");
    const QByteArray madeFor = QByteArray::fromHex(fields.at(2));
    if (madeFor != "*" && madeFor != bucket)
        throw failure("AccessDenied");
    return keysFor(lasting, token);
}

} // namespace partway::sandbox
