// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QByteArray>

#include <cstdlib>
#include <windows.h>

namespace partway {

namespace {

HANDLE handle(Channel channel)
{
    return GetStdHandle(channel == Channel::Out ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

} // namespace

void prepareTerminal()
{
    SetConsoleOutputCP(CP_UTF8);
    for (Channel channel : {Channel::Out, Channel::Err}) {
        DWORD mode = 0;
        if (GetConsoleMode(handle(channel), &mode))
            SetConsoleMode(handle(channel), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
}

bool isTerminal(Channel channel)
{
    DWORD mode = 0;
    return GetConsoleMode(handle(channel), &mode) && (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

bool isInputTerminal()
{
    DWORD mode = 0;
    return GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &mode);
}

int terminalWidth()
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    for (Channel channel : {Channel::Err, Channel::Out}) {
        if (GetConsoleScreenBufferInfo(handle(channel), &info))
            return info.srWindow.Right - info.srWindow.Left + 1;
    }
    return 80;
}

std::optional<Secret> askSecret(const QString& prompt)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (!GetConsoleMode(input, &mode))
        return std::nullopt;
    DWORD done = 0;
    WriteConsoleW(handle(Channel::Err), prompt.utf16(), DWORD(prompt.size()), &done, nullptr);
    SetConsoleMode(input, mode & ~DWORD(ENABLE_ECHO_INPUT));
    wchar_t text[1024];
    const bool read = ReadConsoleW(input, text, 1024, &done, nullptr);
    SetConsoleMode(input, mode);
    WriteConsoleW(handle(Channel::Err), L"\r\n", 2, &done, nullptr);
    QByteArray line = QString::fromWCharArray(text, read ? int(done) : 0).toUtf8();
    SecureZeroMemory(text, sizeof text);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line.isEmpty() ? std::nullopt : std::optional(Secret(std::move(line)));
}

void endAtOnce(int exitCode)
{
    std::_Exit(exitCode);
}

} // namespace partway
