// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/sourcehandle.h"
#include "upload/streamspool.h"

#include <qt_windows.h>

namespace partway {

namespace {

class WindowsInput final : public StreamInput
{
public:
    Result<qint64> read(char* data, qint64 max) override;
};

// A pipe is looked at before it is read, so that the thread can be ended; files and consoles are just read.
Result<qint64> WindowsInput::read(char* data, qint64 max)
{
    constexpr DWORD patienceMs = 20;
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD there = 0;
    if (::GetFileType(input) == FILE_TYPE_PIPE &&
        ::PeekNamedPipe(input, nullptr, 0, nullptr, &there, nullptr) && there == 0) {
        ::Sleep(patienceMs);
        return qint64{-1};
    }
    DWORD got = 0;
    if (::ReadFile(input, data, static_cast<DWORD>(max), &got, nullptr))
        return static_cast<qint64>(got);
    if (::GetLastError() == ERROR_BROKEN_PIPE)
        return qint64{0}; // whoever wrote has closed it
    return sourceError("stream-failed", {}, qt_error_string(static_cast<int>(::GetLastError())));
}

} // namespace

std::unique_ptr<StreamInput> standardInput()
{
    return std::make_unique<WindowsInput>();
}

} // namespace partway
