// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/signinprompt.h"
#include "console.h"

#include <QObject>

namespace partway {

// Asks on the terminal; with --codes-stdin codes are read from standard input, a line for each. Where there
// is no terminal nobody allows a program. What is asked for goes to standard error, or as an event to the
// JSON lines.
class TerminalPrompt final : public QObject, public SignInPrompt
{
    Q_OBJECT
public:
    TerminalPrompt(Console& console, bool codesFromInput)
        : m_console(console), m_codesFromInput(codesFromInput)
    {
    }

    void askMfaCode(const QString& accountName, const QString& serial, bool again,
                    std::function<void(std::optional<Secret>)> answer) override;
    void showDeviceCode(const DeviceCode& code, std::function<void()> declined) override;
    void closeDeviceCode(const QString& accountId) override;
    void askProcess(const QString& accountName, const QString& command,
                    std::function<void(bool)> answer) override;

private:
    Console& m_console;
    const bool m_codesFromInput;
};

} // namespace partway
