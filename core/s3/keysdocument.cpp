// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/keysdocument.h"

#include "s3/s3time.h"

namespace partway {

Credentials readKeysElement(XmlReader& xml)
{
    Credentials keys;
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("AccessKeyId"))
            keys.accessKeyId = xml.bytes();
        else if (name == QLatin1String("SecretAccessKey"))
            keys.secretKey = Secret(xml.bytes());
        else if (name == QLatin1String("SessionToken"))
            keys.sessionToken = Secret(xml.bytes());
        else if (name == QLatin1String("Expiration"))
            keys.expiresAt = timeFromXml(xml.text());
    }
    return keys;
}

} // namespace partway
