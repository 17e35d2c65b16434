// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace partway {

// A code that is confirmed in a browser, anywhere.
struct DeviceCode
{
    QString accountId;
    QString accountName;
    QString userCode;
    QString url;         // where it is typed in
    QString completeUrl; // with the code in it; may be empty
    QDateTime expiresAt; // UTC
};

// Asks the person for what only a person can give: a window's dialog, or a terminal. Main thread. Each
// question is answered once, perhaps never, and not from inside the call. One at a time for an account.
class SignInPrompt
{
public:
    virtual ~SignInPrompt() = default;

    // The code that the MFA device shows now; nothing: declined. again: the one before was refused.
    virtual void askMfaCode(const QString& accountName, const QString& serial, bool again,
                            std::function<void(std::optional<Secret>)> answer) = 0;
    // Shows it until closeDeviceCode(); declined: the person gives up.
    virtual void showDeviceCode(const DeviceCode& code, std::function<void()> declined) = 0;
    virtual void closeDeviceCode(const QString& accountId) = 0;
    // Whether the account may run this program to get its keys; the caller keeps the answer.
    virtual void askProcess(const QString& accountName, const QString& command,
                            std::function<void(bool)> answer) = 0;
};

} // namespace partway
