// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace partway {

// What standard input is: a terminal, something with bytes (a pipe, a file), or nothing that anyone piped in.
enum class InputKind { Terminal, Bytes, Nothing };
InputKind inputKind();

// Says when a person ends the terminal's input (Ctrl+D). What they type before is passed over. Where the
// platform has no such thing it never says so.
class InputEnd final : public QObject
{
    Q_OBJECT
public:
    explicit InputEnd(QObject* parent = nullptr);
    ~InputEnd() override;

Q_SIGNALS:
    void ended();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace partway
