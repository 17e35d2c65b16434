// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/signinprompt.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace partway {

// Asks in dialogs of the window what only a person can give: the code of an MFA device, a sign-in in the
// browser, leave for a program. They do not block: transfers of other accounts go on behind them.
class WindowPrompt final : public QObject, public SignInPrompt
{
    Q_OBJECT
public:
    // parent: the window of the moment; may be null.
    explicit WindowPrompt(std::function<QWidget*()> parent, QObject* owner = nullptr)
        : QObject(owner), m_parent(std::move(parent))
    {
    }

    void askMfaCode(const QString& accountName, const QString& serial, bool again,
                    std::function<void(std::optional<Secret>)> answer) override;
    void showDeviceCode(const DeviceCode& code, std::function<void()> declined) override;
    void closeDeviceCode(const QString& accountId) override;
    void askProcess(const QString& accountName, const QString& command,
                    std::function<void(bool)> answer) override;

private:
    std::function<QWidget*()> m_parent;
    QHash<QString, QPointer<QDialog>> m_codes; // by account
};

} // namespace partway
