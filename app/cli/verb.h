// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "complaint.h"
#include "storechoice.h"
#include "workplace.h"

#include <QCommandLineParser>

#include <memory>

namespace partway {

// One command of the command line: its name, what it wants, and how it is made of what was given.
struct Verb
{
    using Parser = QCommandLineParser;
    using Made = OrComplaint<std::unique_ptr<Command>>;

    const char* name;
    const char* operands;
    const char* summary;
    void (*describe)(Parser& parser);
    Made (*make)(const Parser& parser, Workplace& workplace, Console& console);
};

// The account that the options, the environment and the AWS files mean.
OrComplaint<Account> accountFor(const StoreChoice& choice, Workplace& workplace);

} // namespace partway
