// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/sourcehandle.h"
#include "upload/streamspool.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace partway {

namespace {

class PosixInput final : public StreamInput
{
public:
    Result<qint64> read(char* data, qint64 max) override;
};

Result<qint64> PosixInput::read(char* data, qint64 max)
{
    constexpr int patienceMs = 100; // so that the thread can be ended
    pollfd wanted{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, patienceMs);
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return qint64{-1};
    const ssize_t got = ::read(STDIN_FILENO, data, static_cast<size_t>(max));
    if (got >= 0)
        return static_cast<qint64>(got);
    if (errno == EINTR || errno == EAGAIN)
        return qint64{-1};
    return sourceError("stream-failed", {}, qt_error_string(errno));
}

} // namespace

std::unique_ptr<StreamInput> standardInput()
{
    return std::make_unique<PosixInput>();
}

} // namespace partway
