// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QtGlobal>

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace partway {

namespace {

constexpr char interruptByte = '\x03'; // Ctrl+C

int descriptor(Channel channel)
{
    return channel == Channel::Out ? STDOUT_FILENO : STDERR_FILENO;
}

// Reads up to the end of the line, byte by byte: nothing of what follows is taken.
std::optional<QByteArray> readLine(int fd)
{
    QByteArray line;
    char byte = 0;
    for (;;) {
        const ssize_t got = ::read(fd, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 && line.isEmpty())
            return std::nullopt;
        if (got <= 0 || byte == '\n')
            return line;
        line.append(byte);
        if (byte == interruptByte)
            return line;
    }
}

void writeAll(int fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (wrote <= 0)
            return;
        done += wrote;
    }
}

} // namespace

void prepareTerminal()
{
    // Where no locale is set Qt complains and takes UTF-8; choosing it first keeps standard error clean.
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
    std::setlocale(LC_ALL, "");
}

bool isTerminal(Channel channel)
{
    return ::isatty(descriptor(channel)) == 1 && qgetenv("TERM") != "dumb";
}

bool isInputTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

int terminalWidth()
{
    winsize size{};
    for (int fd : {STDERR_FILENO, STDOUT_FILENO}) {
        if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
            return size.ws_col;
    }
    return 80;
}

std::optional<Secret> askSecret(const QString& prompt)
{
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    termios before{};
    if (fd < 0 || ::tcgetattr(fd, &before) != 0) {
        if (fd >= 0)
            ::close(fd);
        return std::nullopt;
    }
    // Ctrl+C must end the question, not the process while its terminal shows nothing: it becomes an end of
    // line.
    termios quiet = before;
    quiet.c_lflag &= ~tcflag_t(ECHO | ISIG);
    quiet.c_lflag |= ECHONL;
    quiet.c_cc[VEOL] = interruptByte;
    ::tcsetattr(fd, TCSAFLUSH, &quiet);
    writeAll(fd, prompt.toUtf8());
    std::optional<QByteArray> line = readLine(fd);
    ::tcsetattr(fd, TCSAFLUSH, &before);
    ::close(fd);
    if (!line || line->endsWith(interruptByte))
        return std::nullopt;
    return Secret(std::move(*line));
}

void endAtOnce(int exitCode)
{
    ::_exit(exitCode);
}

} // namespace partway
