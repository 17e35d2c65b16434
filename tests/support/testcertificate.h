// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace partway {

// A certificate for servers on loopback and the authority that signed it, made on the spot and valid for a
// day.
struct TestCertificate
{
    QByteArray authorityPem;
    QByteArray certificatePem;
    QByteArray keyPem;
};

// names: DNS names and IPv4 or IPv6 addresses of the server. daysFromNow < 0 makes one that has expired.
TestCertificate makeTestCertificate(const QStringList& names, int daysFromNow = 1);

// The certificate and its key as one PKCS#12 file.
QByteArray packedCertificate(const TestCertificate& certificate, const QByteArray& password);

} // namespace partway
