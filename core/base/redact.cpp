// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redact.h"

#include <QRegularExpression>

namespace partway {

namespace {

const QString mask = QStringLiteral("[removed]");

// Each pattern keeps group 1 and loses what follows it.
const QList<QRegularExpression>& patterns()
{
    static const auto options = QRegularExpression::CaseInsensitiveOption;
    static const QList<QRegularExpression> list{
        QRegularExpression(QStringLiteral("(authorization\\s*[:=]\\s*)[^\\r\\n<]+"), options),
        QRegularExpression(QStringLiteral("((?:set-)?cookie\\s*:\\s*)[^\\r\\n<]+"), options),
        QRegularExpression(QStringLiteral("(AWS4-HMAC-SHA256 Credential=)[^\\r\\n<]+"), options),
        QRegularExpression(
            QStringLiteral(
                "(x-amz-(?:signature|credential|security-token|s3session-token)\\s*[=:]\\s*)[^&\\s<\"]+"),
            options),
        // Addresses that are signed in another way than AWS's.
        QRegularExpression(
            QStringLiteral("([?&](?:x-goog-signature|x-goog-credential|signature|sig|token)=)[^&\\s\"<]+"),
            options),
        QRegularExpression(
            QStringLiteral(
                "(x-amz-(?:copy-source-)?server-side-encryption-customer-key(?:-md5)?\\s*[=:]\\s*)[^&\\s<]+"),
            options),
        QRegularExpression(QStringLiteral("((?:secret[_ ]?(?:access[_ ]?)?key|session[_ "
                                          "]?token|password)\"?\\s*[:=]\\s*\"?)[^\\s\"&<,]+"),
                           options),
        QRegularExpression(
            QStringLiteral(
                "(<(?:AWSAccessKeyId|StringToSign|StringToSignBytes|CanonicalRequest|CanonicalRequestBytes|"
                "SignatureProvided|SecretAccessKey|SessionToken|Token-0)>)[^<]*"),
            options),
    };
    return list;
}

} // namespace

QString redact(const QString& text)
{
    QString result = text;
    for (const QRegularExpression& pattern : patterns())
        result.replace(pattern, QStringLiteral("\\1") + mask);
    return result;
}

} // namespace partway
