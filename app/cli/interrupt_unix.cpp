// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include "exitcode.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace partway {

namespace {

constexpr std::array<int, 3> watched{SIGINT, SIGTERM, SIGHUP};

// What a signal handler may touch: a descriptor and a counter.
std::atomic<int> writeEnd{-1};
std::atomic<int> askedBefore{0};

extern "C" void onSignal(int)
{
    const int kept = errno;
    if (askedBefore.fetch_add(1) > 0)
        ::_exit(int(ExitCode::Paused));
    const char byte = 1;
    static_cast<void>(::write(writeEnd.load(), &byte, 1) == 1);
    errno = kept;
}

} // namespace

class Interrupt::Private
{
public:
    std::array<int, 2> pipe{-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
    std::array<struct sigaction, watched.size()> before{};
};

Interrupt::Interrupt(QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (::pipe(d->pipe.data()) != 0)
        return; // signals keep their usual effect
    for (int fd : d->pipe)
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    writeEnd = d->pipe[1];
    d->notifier = std::make_unique<QSocketNotifier>(d->pipe[0], QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(d->pipe[0], &byte, 1) == 1)
            Q_EMIT asked();
    });
    struct sigaction action
    {
    };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < watched.size(); ++i) {
        ::sigaction(watched[i], nullptr, &d->before[i]);
        if (d->before[i].sa_handler != SIG_IGN) // nohup
            ::sigaction(watched[i], &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    if (d->pipe[0] < 0)
        return;
    for (size_t i = 0; i < watched.size(); ++i)
        ::sigaction(watched[i], &d->before[i], nullptr);
    writeEnd = -1;
    d->notifier.reset();
    for (int fd : d->pipe)
        ::close(fd);
}

} // namespace partway
