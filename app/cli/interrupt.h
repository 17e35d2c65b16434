// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace partway {

// Ctrl+C, and a request to end by the system. The first asks (by a signal, on the thread of this object), the
// second ends the process at once: what is durable stays so. One at a time; each platform has its own file.
class Interrupt final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject* parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void asked();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace partway
