// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include "exitcode.h"

#include <QPointer>

#include <atomic>
#include <cstdlib>
#include <windows.h>

namespace partway {

namespace {

std::atomic<Interrupt*> listener{nullptr};
std::atomic<int> askedBefore{0};

// Windows calls this on a thread of its own.
BOOL WINAPI onControl(DWORD)
{
    if (askedBefore.fetch_add(1) > 0)
        std::_Exit(int(ExitCode::Paused));
    if (Interrupt* target = listener.load())
        QMetaObject::invokeMethod(target, &Interrupt::asked, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

class Interrupt::Private
{
};

Interrupt::Interrupt(QObject* parent) : QObject(parent)
{
    listener = this;
    SetConsoleCtrlHandler(onControl, TRUE);
}

Interrupt::~Interrupt()
{
    SetConsoleCtrlHandler(onControl, FALSE);
    listener = nullptr;
}

} // namespace partway
