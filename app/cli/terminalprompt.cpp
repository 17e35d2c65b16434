// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminalprompt.h"

#include "terminal.h"

#include <cstdio>

namespace partway {

namespace {

// One line and not more: the next code is the next line. Nothing at the end of the input.
std::optional<Secret> lineOfInput()
{
    QByteArray line;
    int c = 0;
    while ((c = std::fgetc(stdin)) != EOF && c != '\n')
        line += char(c);
    if (line.trimmed().isEmpty())
        return std::nullopt;
    return Secret(line.trimmed());
}

} // namespace

void TerminalPrompt::askMfaCode(const QString& accountName, const QString& serial, bool again,
                                std::function<void(std::optional<Secret>)> answer)
{
    m_console.clearProgress();
    m_console.event({{QStringLiteral("event"), QStringLiteral("mfa")},
                     {QStringLiteral("account"), accountName},
                     {QStringLiteral("device"), serial},
                     {QStringLiteral("again"), again}});
    const QString question =
        QStringLiteral("%1Code of %2 for account \"%3\": ")
            .arg(again ? QStringLiteral("That code was not accepted. ") : QString(), serial, accountName);
    if (m_codesFromInput)
        m_console.note(question.trimmed());
    const std::optional<Secret> code = m_codesFromInput ? lineOfInput() : askSecret(question);
    QMetaObject::invokeMethod(
        this, [code, answer] { answer(code); }, Qt::QueuedConnection);
}

void TerminalPrompt::showDeviceCode(const DeviceCode& code, std::function<void()>)
{
    m_console.event({{QStringLiteral("event"), QStringLiteral("sign-in")},
                     {QStringLiteral("account"), code.accountName},
                     {QStringLiteral("url"), code.url},
                     {QStringLiteral("completeUrl"), code.completeUrl},
                     {QStringLiteral("code"), code.userCode}});
    if (m_console.isJson())
        return;
    m_console.complain(QStringLiteral("Account \"%1\" needs a sign-in. Open %2 and enter the code %3")
                           .arg(code.accountName, code.url, code.userCode));
    if (!code.completeUrl.isEmpty())
        m_console.complain(QStringLiteral("or open %1").arg(code.completeUrl));
}

void TerminalPrompt::closeDeviceCode(const QString&) {}

void TerminalPrompt::askProcess(const QString& accountName, const QString& command,
                                std::function<void(bool)> answer)
{
    m_console.clearProgress();
    bool allowed = false;
    if (isInputTerminal()) {
        m_console.complain(
            QStringLiteral("Account \"%1\" gets its keys from a program:\n  %2").arg(accountName, command));
        std::fputs("Run it now and from now on? [y/N] ", stderr);
        const std::optional<Secret> line = lineOfInput();
        allowed = line && line->reveal().toLower().startsWith('y');
    }
    QMetaObject::invokeMethod(
        this, [allowed, answer] { answer(allowed); }, Qt::QueuedConnection);
}

} // namespace partway
