// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputend.h"

#include <QSocketNotifier>

#include <qt_windows.h>

namespace partway {

InputKind inputKind()
{
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (::GetConsoleMode(input, &mode))
        return InputKind::Terminal;
    const DWORD type = ::GetFileType(input);
    return type == FILE_TYPE_PIPE || type == FILE_TYPE_DISK ? InputKind::Bytes : InputKind::Nothing;
}

InputEnd::InputEnd(QObject* parent) : QObject(parent) {}

InputEnd::~InputEnd() = default;

} // namespace partway
