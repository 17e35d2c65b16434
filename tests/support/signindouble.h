// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopbackserver.h"
#include "support/sandbox/signaturecheck.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace partway {

// STS and single sign-on in one small server on loopback, for a sandbox whose lasting keys it knows: the
// temporary keys that it gives are good there. Strict: signatures, the external id and codes are checked, and
// a code is good once. Lives on the test's thread, which must not block.
class SignInDouble final : public LoopbackServer
{
public:
    explicit SignInDouble(const sandbox::Keys& lasting, std::optional<TestCertificate> tls = {});

    QString endpoint() const { return origin(); }

    std::chrono::milliseconds lifetime{3'600'000}; // of the keys that it gives
    std::chrono::seconds tokenLifetime{3'600};     // of a sign-on
    QString externalId;                            // wanted; empty: none
    QSet<QString> codes;                           // that the MFA device will show; empty: no MFA is asked
    int pollsBeforeConsent = 1;                    // until the person has confirmed
    bool refuses = false;                          // the person says no

    int assumed = 0; // how often role keys were given, either way
    int signOns = 0; // how many device flows ended well
    int refreshed = 0;
    QStringList complaints;

private:
    Reply answer(const Seen& request) override;
    Reply sts(const Seen& request);
    Reply refuse(const char* code, const QString& words);
    bool isSigned(const Seen& request) const;
    Reply token(const QJsonObject& json);
    Reply giveToken();
    Reply roleKeys(const Seen& request);

    const sandbox::Keys m_lasting;
    QByteArray m_token;
    QDateTime m_tokenEnds;
    int m_polls = 0;
    int m_tokens = 0;
};

} // namespace partway
