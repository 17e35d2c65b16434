// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "complaint.h"
#include "console.h"
#include "workplace.h"

#include <QStringList>

#include <memory>

namespace partway {

// A command line, understood: what to do, with what it needs. Destroyed in reverse order.
struct Job
{
    std::unique_ptr<Console> console;
    std::unique_ptr<Workplace> workplace;
    std::unique_ptr<Command> command;
};

// Only text to print: --help, --version.
struct Answer
{
    QString text;
};

// arguments: without the program's name. A complaint ends with its own code and nothing was done.
std::variant<Job, Answer, Complaint> readCommandLine(const QStringList& arguments);

} // namespace partway
