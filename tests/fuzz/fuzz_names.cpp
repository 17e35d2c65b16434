// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoints, times and keys, which come from people, files and stores.
#include "s3/endpoint.h"
#include "s3/s3error.h"
#include "s3/s3time.h"

#include <cstdlib>

using namespace partway;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes);
    (void)timeFromXml(text);
    (void)timeFromHeader(bytes);
    (void)kindForCode(text, 400);
    if (QByteArray::fromPercentEncoding(encodeQuery(bytes)) != bytes)
        std::abort();
    (void)encodePath(bytes);
    const Result<Endpoint> endpoint = Endpoint::parse(text);
    if (!endpoint)
        return 0;
    const Result<Endpoint> again = Endpoint::parse(endpoint->text()); // as it is kept
    if (!again || !(*again == *endpoint))
        std::abort();
    (void)resolveAddress(*endpoint, Addressing::Auto, QStringLiteral("bucket"), bytes);
    (void)endpointForRegion(*endpoint, QStringLiteral("eu-west-1"));
    return 0;
}
