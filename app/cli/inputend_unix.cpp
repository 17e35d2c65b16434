// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputend.h"

#include <QSocketNotifier>

#include <array>
#include <sys/stat.h>
#include <unistd.h>

namespace partway {

InputKind inputKind()
{
    struct stat info;
    if (::isatty(STDIN_FILENO))
        return InputKind::Terminal;
    if (::fstat(STDIN_FILENO, &info) != 0 || S_ISCHR(info.st_mode))
        return InputKind::Nothing; // /dev/null, as services and cron give it
    return InputKind::Bytes;
}

InputEnd::InputEnd(QObject* parent) : QObject(parent)
{
    if (inputKind() != InputKind::Terminal)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        std::array<char, 512> typed;
        if (::read(STDIN_FILENO, typed.data(), typed.size()) > 0)
            return;
        m_notifier->setEnabled(false);
        Q_EMIT ended();
    });
}

InputEnd::~InputEnd() = default;

} // namespace partway
