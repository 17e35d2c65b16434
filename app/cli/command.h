// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitcode.h"

#include <QObject>

namespace partway {

// One command at work. Started from the event loop; ends once. Main thread.
class Command : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void interrupt() { Q_EMIT ended(ExitCode::Paused); } // Ctrl+C, the first time

Q_SIGNALS:
    void ended(partway::ExitCode code);
};

} // namespace partway
